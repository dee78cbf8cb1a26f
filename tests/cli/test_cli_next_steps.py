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
