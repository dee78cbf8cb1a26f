import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

OLD = "thesis t: T\n  because r: R\n  but o: O\n"
NEW = "thesis t: T\n  because r: R once more\n  but o: O\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("old.argmap").write_text(OLD)
    Path("new.argmap").write_text(NEW)


def diff(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(commands, ["diff", *arguments], input=text)


def test_maps_that_differ_are_told_by_the_status() -> None:
    done = diff("old.argmap", "new.argmap")
    assert (done.exit_code, done.stderr) == (1, "")
    assert done.stdout == "reworded    r: R [once more]\n              was: R\n"
    assert json.loads(diff("old.argmap", "new.argmap", "--json").stdout)["same"] is False


def test_the_same_argument_in_another_layout_is_the_same() -> None:
    done = diff("old.argmap", "-", text="# A comment\nthesis t: T\n    but o:  O\n    because r: R\n")
    assert (done.exit_code, done.stdout) == (0, "The same argument.\n")


def test_files_that_are_cut_up_otherwise_hold_the_same_argument() -> None:
    Path("part.argmap").write_text("claim r: R\n")
    Path("new.argmap").write_text("include part.argmap\nthesis t: T\n  because @r\n  but o: O\n")
    assert diff("old.argmap", "new.argmap").exit_code == 0


def test_an_include_that_is_lost_is_told_with_what_it_costs() -> None:
    Path("old.argmap").write_text("include part.argmap\nthesis t: T\n  because r: R\n  but o: O\n")
    done = diff("old.argmap", "new.argmap")
    assert done.exit_code == 1
    assert "part.argmap: cannot be read: there is no such file" in done.stderr
    assert "what the errors above spoil was not compared" in done.stderr


def test_lines_that_cannot_be_read_are_never_the_same_unseen() -> None:
    wrong = OLD + "  becuase x\n"
    Path("old.argmap").write_text(wrong)
    assert diff("old.argmap", "-", text=f"\n{wrong}").exit_code == 0
    other = diff("old.argmap", "-", text=wrong.replace("becuase x", "becuase y"))
    assert (other.exit_code, other.stdout) == (1, "The same argument.\n")
    assert other.stderr.count("L101") == 2


def test_wrong_uses_are_said() -> None:
    for arguments, words in [
        (("old.argmap",), "name two maps"),
        (("old.argmap", "new.argmap", "old.argmap"), "name two maps"),
        (("-", "-"), "only one of the two"),
        (("old.argmap", "nwe.argmap"), "did you mean new.argmap?"),
        (("old.argmap", "new.argmap", "--json", "--width", "60"), "--json does not go with --width"),
        (("--git", "old.argmap", "new.argmap"), "--git is for git to call"),
    ]:
        done = diff(*arguments)
        assert done.exit_code == 2
        assert words in done.stderr
