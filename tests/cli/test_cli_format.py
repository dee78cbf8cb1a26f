from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

UGLY = "thesis   t:  T\n\n\n\n    because    r: R # x\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("ugly.argmap").write_text(UGLY)
    return tmp_path


def run(*arguments: str, text: str | bytes = "") -> Result:
    return CliRunner().invoke(commands, ["format", *arguments], input=text)


def formatted() -> str:
    assert run("ugly.argmap").exit_code == 0
    return Path("ugly.argmap").read_text()


def test_a_file_is_formatted_in_place_once() -> None:
    text = formatted()
    assert text.startswith("thesis t: T\n")
    before = Path("ugly.argmap").stat().st_mtime_ns
    again = run("ugly.argmap")
    assert (again.exit_code, again.output) == (0, "")
    assert Path("ugly.argmap").stat().st_mtime_ns == before


def test_standard_input_goes_to_standard_output() -> None:
    done = run("-", text=UGLY)
    assert done.exit_code == 0
    assert Path("ugly.argmap").read_text() == UGLY
    assert done.stdout == formatted()
    assert run("-", text=done.stdout).stdout == done.stdout


def test_check_writes_nothing_and_fails_until_formatted() -> None:
    done = run("--check", "ugly.argmap")
    assert done.exit_code == 1
    assert done.stderr == "would be formatted: ugly.argmap\n"
    assert Path("ugly.argmap").read_text() == UGLY
    formatted()
    assert run("--check", "ugly.argmap").exit_code == 0


def test_a_diff_shows_the_change_and_writes_nothing() -> None:
    done = run("--diff", "ugly.argmap")
    assert done.exit_code == 0
    assert "\n-thesis   t:  T\n" in done.stdout
    assert "\n+thesis t: T\n" in done.stdout
    assert Path("ugly.argmap").read_text() == UGLY
    assert run("--diff", "--check", "ugly.argmap").exit_code == 1


def test_a_diff_marks_a_missing_last_line_end() -> None:
    Path("open.argmap").write_text("thesis t: T")
    done = run("--diff", "open.argmap")
    assert "-thesis t: T\n\\ No newline at end of file\n+thesis t: T\n" in done.stdout


def test_a_byte_order_mark_stays() -> None:
    Path("bom.argmap").write_bytes(b"\xef\xbb\xbf" + UGLY.encode())
    assert run("bom.argmap").exit_code == 0
    assert Path("bom.argmap").read_bytes() == b"\xef\xbb\xbf" + formatted().encode()


def test_a_missing_file_fails_and_the_others_are_formatted() -> None:
    done = run("gone.argmap", "ugly.argmap")
    assert done.exit_code == 2
    assert "gone.argmap" in done.stderr
    assert Path("ugly.argmap").read_text().startswith("thesis t: T\n")
