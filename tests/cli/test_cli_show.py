from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

TEXT = "map M\nthesis t: T\n  because r: " + "word " * 30 + "end\n  note A remark\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("m.argmap").write_text(TEXT)


def show(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(commands, ["show", *arguments], input=text)


def test_an_outline_is_shown_without_a_limit_where_there_is_no_terminal() -> None:
    done = show("m.argmap")
    assert done.exit_code == 0
    assert f"  + r: {'word ' * 30}end\n" in done.stdout
    assert done.stdout.endswith("\n+ because\n")
    assert "remark" not in done.stdout
    assert "remark" in show("m.argmap", "--notes").stdout


def test_a_width_wraps_every_form() -> None:
    for form in ("outline", "standard-form", "table"):
        done = show("m.argmap", "--as", form, "--width", "44", "--no-legend")
        assert done.exit_code == 0
        assert max(map(len, done.stdout.splitlines())) <= 44
        assert done.stdout.split().count("word") == 30


def test_standard_input_is_shown() -> None:
    assert show("-", "--as", "standard-form", text="thesis A because B\n").stdout == "1. B\n2. A (1)\n"


def test_a_map_with_errors_is_shown_with_its_messages_beside() -> None:
    Path("wrong.argmap").write_text("thesis t: T\n  because @nowhere\n  because R\n")
    done = show("wrong.argmap", "--no-legend")
    assert done.exit_code == 1
    assert done.stdout == "thesis t: T\n  + R\n"
    assert done.stderr.startswith("wrong.argmap:2:")


def test_wrong_uses_are_said() -> None:
    for arguments, words in [
        (("m.argmap", "--as", "table", "--notes"), "--notes goes with"),
        (("m.argmap", "--width", "3"), "20"),
        (("m.argmap", "--as", "poem"), "standard-form"),
        (("n.argmap",), "there is no such file or folder"),
    ]:
        done = show(*arguments)
        assert done.exit_code == 2
        assert words in done.stderr


def test_a_diagram_says_as_much_as_fits_the_width() -> None:
    done = show("m.argmap", "--as", "diagram")
    assert done.exit_code == 0
    assert "t · thesis" in done.stdout
    assert done.stdout.split().count("word") == 30
    assert done.stdout.endswith("\n\n◀─ support\n")
    narrow = show("m.argmap", "--as", "diagram", "--width", "20", "--no-legend")
    assert narrow.stdout == "[t]◀──[r]\n"


def test_a_diagram_that_does_not_fit_is_shown_with_a_word_about_it() -> None:
    text = "thesis a-very-long-label-indeed: T\n  because another-label: R\n"
    done = show("-", "--as", "diagram", "--width", "20", text=text)
    assert done.exit_code == 0
    assert "another-label" in done.stdout
    assert "cells wide and 20 are there" in done.stderr


def test_a_diagram_of_nothing_is_nothing() -> None:
    assert show("-", "--as", "diagram", text="# nothing\n").stdout == ""
