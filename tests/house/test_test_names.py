"""The tests themselves: pytest imports each file by its name alone, so no two may share one."""

from collections import Counter
from pathlib import Path


def test_no_two_files_of_tests_have_one_name() -> None:
    files = Path(__file__).parents[1].rglob("*.py")
    names = Counter(file.name for file in files if file.name not in {"conftest.py", "__init__.py"})
    assert [name for name, count in names.items() if count > 1] == []
