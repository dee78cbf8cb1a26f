"""What a message tells people to type works when they type it."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from argmap.cli.entry import commands

WEAK = "map M\nthesis trade: Trade will grow\n  but war: The war may start again\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def argmap(*arguments: str, text: str = "") -> Result:
    return CliRunner().invoke(commands, list(arguments), input=text)


def commands_in(message: str) -> list[list[str]]:
    """The words of each command between backquotes, without the program's name."""
    return [shlex.split(command) for command in re.findall(r"`argmap (.+?)`", message)]


@pytest.mark.parametrize("name", ["weak.argmap", "my weak map.argmap"])
def test_a_thesis_that_does_not_stand_names_the_command_that_says_why(name: str) -> None:
    Path(name).write_text(WEAK)
    (command,) = commands_in(argmap("check", name).stdout)
    assert command == ["why", name, "trade"]
    done = argmap(*command)
    assert done.exit_code == 0
    assert "\n  but war: applies\n" in done.stdout


def test_the_command_takes_standard_input_where_the_map_came_from_there() -> None:
    (command,) = commands_in(argmap("check", "-", text=WEAK).stdout)
    assert command == ["why", "-", "trade"]


def test_the_command_names_the_map_that_was_opened_not_the_file_of_the_thesis() -> None:
    Path("part.argmap").write_text(WEAK.removeprefix("map M\n"))
    Path("whole.argmap").write_text("map M\ninclude part.argmap\n")
    (command,) = commands_in(argmap("check", "whole.argmap").stdout)
    assert command == ["why", "whole.argmap", "trade"]


@pytest.fixture
def reviewed() -> None:
    """A map, and beside it the file that `argmap review m.argmap --as ana` writes."""
    Path("m.argmap").write_text("thesis t: T\n  because r: R\n")
    Path("m.ana.review.argmap").write_text("include m.argmap\n\nreview ana:\n  reject @r\n")


ASKED = [
    ["judge", "--review", "ana"],
    ["why", "--review", "ana"],
    ["export", "--standing", "--review", "ana", "-o", "m.svg"],
]


@pytest.mark.usefixtures("reviewed")
@pytest.mark.parametrize("asked", ASKED, ids=lambda asked: asked[0])
def test_a_reader_whose_review_is_in_a_file_beside_the_map_is_found_there(asked: list[str]) -> None:
    done = argmap(*asked, "m.argmap")
    assert done.exit_code == 2
    assert done.stderr == (
        "argmap: no review by ana; the map has no reviews; m.ana.review.argmap holds one: "
        "name that file in place of the map\n"
    )
    assert argmap(*asked, "m.ana.review.argmap").exit_code == 0


@pytest.mark.usefixtures("reviewed")
def test_no_file_is_named_for_a_reader_who_has_none() -> None:
    assert (
        argmap("judge", "m.argmap", "--review", "zoe").stderr
        == "argmap: no review by zoe; the map has no reviews\n"
    )


@pytest.mark.usefixtures("reviewed")
def test_a_review_beside_the_map_that_cannot_be_read_is_no_reason_to_stop() -> None:
    Path("m.bob.review.argmap").write_bytes(b"\x00\xff")
    assert "m.ana.review.argmap holds one" in argmap("judge", "m.argmap", "--review", "ana").stderr


@pytest.mark.usefixtures("reviewed")
def test_consensus_on_a_map_alone_says_how_the_reviews_beside_it_count() -> None:
    done = argmap("consensus", "m.argmap")
    assert done.stdout.startswith("There are no reviews")
    told = done.stderr.removesuffix("\n").partition("to count them: argmap ")[2]
    assert told == "consensus m.argmap m.ana.review.argmap"
    assert argmap(*shlex.split(told)).stdout.startswith("Readers: ana\n")
    assert argmap(*shlex.split(told)).stderr == ""


def test_a_map_without_reviews_beside_it_is_told_nothing_of_them() -> None:
    Path("m.argmap").write_text("thesis t: T\n")
    assert argmap("consensus", "m.argmap").stderr == ""
    assert argmap("consensus", "-", text="thesis t: T\n").stderr == ""


@pytest.mark.usefixtures("reviewed")
def test_what_the_help_of_review_says_to_do_next_can_be_done() -> None:
    told = re.findall(r"^ +argmap ((?:judge|export|consensus) .+)$", argmap("review", "--help").stdout, re.M)
    assert len(told) == 3
    for line in told:
        words = shlex.split(line.replace("debate", "m").replace(".*.", ".ana."))
        assert argmap(*words).exit_code == 0


@pytest.mark.usefixtures("reviewed")
def test_a_label_before_the_map_is_put_behind_it() -> None:
    done = argmap("why", "t", "m.argmap")
    assert done.exit_code == 2
    told = done.stderr.splitlines()[-1].removeprefix("Error: the map comes first: argmap ")
    assert argmap(*shlex.split(told)).stdout.startswith("t: T\n")


@pytest.mark.parametrize("command", ["new", "edit"])
@pytest.mark.parametrize("name", ["there", "not-yet/"])
def test_a_folder_is_no_file_for_a_new_map_though_it_is_not_there_yet(command: str, name: str) -> None:
    Path("there").mkdir()
    done = argmap(command, name)
    assert done.exit_code == 2
    named = done.stderr.removesuffix("\n").partition("name a file in it, such as ")[2]
    assert Path(named) == Path(name, "map.argmap")
    assert not Path("not-yet.argmap").exists()
