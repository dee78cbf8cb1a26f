"""What stands in exports/ is what `make exports` would make of maps/ today."""

import importlib.util
import re
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from argmap.cli.entry import commands

ROOT = Path(__file__).parents[2]
EXPORTS = ROOT / "exports"
AGAIN = "run `make exports`, look at the pictures, and commit them"

_spec = importlib.util.spec_from_file_location("make_exports", EXPORTS / "make.py")
assert _spec is not None
assert _spec.loader is not None
make_exports = importlib.util.module_from_spec(_spec)
sys.modules[_spec.name] = make_exports  # its dataclass looks there
_spec.loader.exec_module(make_exports)

ALL = {export.file: export for export in make_exports.everything()}


def made(file: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the command of a file writes, in this process and to standard output."""
    *arguments, _ = ALL[file].arguments
    monkeypatch.chdir(ROOT)
    done = CliRunner().invoke(commands, [*arguments, "-", "--to", file.rpartition(".")[2]])
    assert done.exit_code == 0, done.stderr
    return done.stdout


def parts_of(svg: str) -> list[str]:
    """What is in a drawing, and what is read aloud of it; the places vary with the engine."""
    return sorted(re.findall(r'<g id="[^"]*" class="[^"]*"|<title>[^<]*</title>', svg))


@pytest.mark.parametrize("file", [file for file in ALL if file.endswith(".dot")])
def test_the_drawing_is_up_to_date(file: str, monkeypatch: pytest.MonkeyPatch) -> None:
    golden = (EXPORTS / file).read_text(encoding="utf-8")
    assert made(file, monkeypatch) == golden, AGAIN


@pytest.mark.parametrize("export", make_exports.SHOWN, ids=lambda export: export.file)
def test_a_picture_shows_what_its_command_draws(export: object, monkeypatch: pytest.MonkeyPatch) -> None:
    file = export.file  # type: ignore[attr-defined]
    shown = (EXPORTS / file).read_text(encoding="utf-8")
    assert parts_of(made(file, monkeypatch)) == parts_of(shown), AGAIN


def around_the_drawing(page: str) -> list[str]:
    """A page's lines without the drawing and its size, which vary with the engine."""
    before, _, after = page.partition("<svg")
    return [line for line in (before + after.partition("</svg>")[2]).splitlines() if "data-shape" not in line]


def test_the_page_is_as_pages_are_made_today(monkeypatch: pytest.MonkeyPatch) -> None:
    (file,) = (file for file in ALL if file.endswith(".html"))
    shown = (EXPORTS / file).read_text(encoding="utf-8")
    assert around_the_drawing(made(file, monkeypatch)) == around_the_drawing(shown), AGAIN


def test_every_file_is_there_and_none_is_left_over() -> None:
    there = {path.relative_to(EXPORTS).as_posix() for path in EXPORTS.rglob("*") if path.is_file()}
    # The screens are `make screenshots`'.
    there = {file for file in there if "__pycache__" not in file and not file.startswith("screens/")}
    assert there == {*ALL, "README.md", "make.py", "screens.py"}, AGAIN
    assert all((EXPORTS / file).stat().st_size > 1000 for file in ALL)


def test_the_list_names_every_command() -> None:
    assert (EXPORTS / "README.md").read_text(encoding="utf-8") == make_exports.index(), AGAIN


def test_the_folder_stays_small() -> None:
    assert sum((EXPORTS / file).stat().st_size for file in ALL) < 6_000_000
