"""What stands in exports/ is what `make exports` would draw from maps/ today."""

import importlib.util
from pathlib import Path

import pytest

from argmap.drawing.dot import to_dot

ROOT = Path(__file__).parents[2]

_spec = importlib.util.spec_from_file_location("make_exports", ROOT / "exports" / "make.py")
assert _spec is not None
assert _spec.loader is not None
make_exports = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(make_exports)

SHEETS = dict(make_exports.sheets())


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_the_drawing_is_up_to_date(path: Path) -> None:
    golden = path.with_name(path.name + ".dot").read_text(encoding="utf-8")
    assert to_dot(SHEETS[path]) == golden, "run `make exports`, look at the pictures, and commit them"


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.name)
def test_every_sheet_has_its_pictures(path: Path) -> None:
    for suffix in ("svg", "pdf", "png"):
        assert path.with_name(f"{path.name}.{suffix}").stat().st_size > 1000


def test_no_sheet_is_left_over() -> None:
    drawn = {path.with_name(path.name + ".dot") for path in SHEETS}
    assert set((ROOT / "exports").rglob("*.dot")) == drawn
