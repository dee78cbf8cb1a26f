"""`argmap rename`: every file is written, or none."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

MAP = "thesis a: A\n  because west: W\n"
REVIEW = "include m.argmap\nreview ana:\n  accept @west\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write("m.argmap", MAP)
    write("m.ana.review.argmap", REVIEW)
    return tmp_path


def write(name: str, text: str) -> None:
    Path(name).parent.mkdir(exist_ok=True)
    Path(name).write_text(text, encoding="utf-8", newline="")


def read(name: str) -> str:
    return Path(name).read_bytes().decode("utf-8")


def rename(*arguments: str) -> Result:
    return CliRunner().invoke(commands, ["rename", *arguments])


@pytest.mark.parametrize("name", ["m.argmap", "./m.argmap", "m.ana.review.argmap"])
def test_a_label_is_renamed_in_the_map_and_its_reviews(name: str) -> None:
    done = rename(name, "west", "east")
    assert done.exit_code == 0
    assert done.stderr == "renamed the claim west to east: 2 places in 2 files\n"
    assert read("m.argmap") == MAP.replace("west", "east")
    assert read("m.ana.review.argmap") == REVIEW.replace("west", "east")


def test_a_map_that_includes_this_one_from_above_is_changed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    write("parts/part.argmap", "claim deep: D\n")
    write("main.argmap", "include parts/part.argmap\nthesis T\n  because @deep\n")
    monkeypatch.chdir("parts")
    assert rename("part.argmap", "deep", "high").exit_code == 0
    assert read("../main.argmap").endswith("  because @high\n")


def test_a_difference_is_shown_and_nothing_written() -> None:
    shown = rename("m.argmap", "west", "east", "--diff")
    assert shown.exit_code == 0
    assert "-  because west: W\n+  because east: W\n" in shown.stdout
    assert shown.stderr == "would rename the claim west to east: 2 places in 2 files\n"
    assert read("m.argmap") == MAP


def test_byte_order_marks_and_line_ends_are_kept() -> None:
    write("m.argmap", "\ufeffclaim a: A\r\nclaim B\r\n  but @a")
    assert rename("m.argmap", "a", "c").exit_code == 0
    assert read("m.argmap") == "\ufeffclaim c: A\r\nclaim B\r\n  but @c"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("m.argmap", "west", "a"), "there is a claim a already"),
        (("m.argmap", "wst", "b"), "is called wst; did you mean west?"),
        (("m.argmap", "west", "two words"), "cannot be a label"),
        (("x.argmap", "a", "b"), "there is no such file"),
        ((".", "a", "b"), "is a folder: name the map in it"),
        (("-", "a", "b"), "give MAP as a file"),
    ],
)
def test_what_cannot_be_renamed_is_told_and_nothing_changes(arguments: tuple[str, ...], message: str) -> None:
    done = rename(*arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert read("m.argmap") == MAP


def test_a_source_and_a_claim_of_one_name_are_told_apart() -> None:
    write("m.argmap", "source west: W\nthesis west: A [@west]\n")
    assert rename("m.argmap", "west", "w").exit_code == 2
    assert rename("m.argmap", "west", "w", "--as", "source").exit_code == 0
    assert read("m.argmap") == "source w: W\nthesis west: A [@w]\n"


def test_a_file_that_cannot_be_read_stops_nothing() -> None:
    Path("odd.argmap").write_bytes(b"\xff\xfe")
    assert rename("m.argmap", "west", "east").exit_code == 0
