"""Imports go downward only, and a command imports only what it needs."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from argmap.reasoning.check_list import CHECKS
from argmap.source.diagnostics import Severity

ROOT = Path(__file__).parents[2]


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-c",
        "from importlinter.cli import lint_imports_command as c; c()",
        "--no-cache",
    ]
    return subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, env={"PYTHONPATH": str(folder)}
    )


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the package with its contracts."""
    shutil.copytree(ROOT / "argmap", tmp_path / "argmap", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_the_contracts_hold(house: Path) -> None:
    result = lint(house)
    assert result.returncode == 0, result.stdout


@pytest.mark.parametrize(
    ("module", "line", "contract"),
    [
        ("source/spans.py", "import argmap.language.keywords", "imports go downward only"),
        ("language/keywords.py", "import argmap.model.map", "imports go downward only"),
        ("model/map.py", "import argmap.drawing.theme", "imports go downward only"),
        ("model/map.py", "import argmap.reasoning.graph", "imports go downward only"),
        ("reasoning/graph.py", "import argmap.drawing.theme", "imports go downward only"),
        ("documents/outline.py", "import argmap.formats.json", "imports go downward only"),
        ("edits/fixes.py", "import argmap.documents.outline", "imports go downward only"),
        ("reasoning/graph.py", "import argmap.edits.fixes", "imports go downward only"),
        ("drawing/theme.py", "import argmap.pages", "imports go downward only"),
        ("pages/__init__.py", "import argmap.cli", "imports go downward only"),
        ("drawing/theme.py", "import argmap.cli", "imports go downward only"),
        ("drawing/theme.py", "import argmap.pages.page", "imports go downward only"),
        ("documents/outline.py", "import argmap.pages.page", "imports go downward only"),
        ("pages/page.py", "import argmap.workspace", "imports go downward only"),
        ("workspace/__init__.py", "import argmap.editor", "imports go downward only"),
        ("editor/__init__.py", "import argmap.cli", "imports go downward only"),
        ("workspace/__init__.py", "import textual", "only the editor speaks Textual"),
        ("pages/page.py", "import click", "nothing but the command line speaks click"),
        ("documents/outline.py", "import click", "nothing but the command line speaks click"),
        ("drawing/theme.py", "import lark", "only the language speaks Lark"),
    ],
)
def test_a_broken_contract_is_found(house: Path, module: str, line: str, contract: str) -> None:
    path = house / "argmap" / module
    path.write_text(path.read_text(encoding="utf-8") + f"\n{line}\n", encoding="utf-8")
    result = lint(house)
    assert result.returncode != 0
    assert f"{contract} BROKEN" in result.stdout


def modules_after(command: list[str]) -> set[str]:
    """The modules that a run of argmap has imported when it ends."""
    program = (
        f"import sys; sys.argv[1:] = {command!r}\n"
        "from argmap.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print('\\n'.join(sys.modules), file=sys.stderr)"
    )
    result = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return set(result.stderr.split())


def test_check_imports_nothing_that_it_does_not_need(tmp_path: Path) -> None:
    path = tmp_path / "a.argmap"
    path.write_text("thesis west: Georgia went West\n  because votes: Its voters wanted to\n")
    loaded = modules_after(["check", str(path)])
    assert {"argmap.model.build", "argmap.reasoning.checking"} <= loaded
    hints = {listed.module for listed in CHECKS if listed.severity is Severity.HINT}
    assert not loaded & hints
    unwanted = (
        "argmap.drawing",
        "argmap.documents",
        "argmap.edits",
        "argmap.formats",
        "argmap.pages",
        "argmap.workspace",
        "argmap.editor",
        "textual",
        "argmap.source.report_json",
        "argmap.source.report_sarif",
        "difflib",
        "json",
        "cattrs",
        "typst",
        "graphviz",
        "rapidfuzz",
        "bibtexparser",
        "snowballstemmer",
    )
    assert not [name for name in loaded if name.startswith(unwanted)]


def test_version_imports_no_library() -> None:
    loaded = modules_after(["--version"])
    assert not [name for name in loaded if name.startswith(("lark", "attr", "click", "argmap.model"))]
