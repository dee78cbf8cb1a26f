"""The lines at the edge of the screen."""

from pathlib import Path

import pytest
from app_host import Session, editing, session

from argmap.editor.keymap import keymap_of
from argmap.editor.status import StatusLine, named

TYPO = "thesis main: Cycling is good\n  becuase it saves space\n    source met: Met Office\n"


def bottom_line(seen: Session) -> str:
    return seen.app.map_screen.query_one(StatusLine).render().plain


@session
async def test_the_bottom_line_says_which_key_mends_the_problem_and_how(tmp_path: Path) -> None:
    async with editing(tmp_path, TYPO, size=(80, 24)) as seen:
        await seen.pilot.press("f8")
        await seen.pilot.pause(0.1)
        assert bottom_line(seen).startswith("“becuase” is no keyword · F7: write because")


@session
async def test_the_key_that_mends_is_the_writers_own(tmp_path: Path) -> None:
    async with editing(tmp_path, TYPO, size=(80, 24)) as seen:
        seen.app.map_screen.keymap, _ = keymap_of({"fix": "ctrl+b"})
        await seen.pilot.press("f8")
        await seen.pilot.pause(0.1)
        assert "ctrl+b: write because" in bottom_line(seen)


@session
async def test_a_problem_without_a_fix_is_told_with_what_to_do(tmp_path: Path) -> None:
    async with editing(tmp_path, TYPO.replace("becuase", "because"), size=(80, 24)) as seen:
        await seen.pilot.press("f8")
        await seen.pilot.pause(0.1)
        assert bottom_line(seen).startswith("`source` cannot be indented · move it to the left margin")


@session
async def test_of_two_things_that_could_be_done_the_first_is_told_where_there_is_no_room_for_both(
    tmp_path: Path,
) -> None:
    async with editing(tmp_path, "thesis main: Cycling is good [@met]\n", size=(80, 24)) as seen:
        await seen.pilot.press("f8")
        await seen.pilot.pause(0.1)
        assert bottom_line(seen).startswith("no source has the key met · write `source met: title`  ")


@session
async def test_advice_that_has_no_room_is_left_out_and_the_message_stays(tmp_path: Path) -> None:
    async with editing(tmp_path, TYPO, size=(44, 24)) as seen:
        await seen.pilot.press("f8")
        await seen.pilot.pause(0.1)
        assert bottom_line(seen).startswith("“becuase” is no keyword; the…")


@pytest.mark.parametrize(
    ("path", "cells", "shown"),
    [
        ("debate.argmap", 40, ("debate.argmap", "")),
        ("/home/ada/seminar/debate.argmap", 40, ("debate.argmap", "  /home/ada/seminar")),
        ("/home/ada/seminar/debate.argmap", 26, ("debate.argmap", "  …/seminar")),
        ("/home/ada/seminar/debate.argmap", 20, ("debate.argmap", "")),
        ("/home/ada/seminar/debate.argmap", 8, ("debate.…", "")),
        ("maps/debate.argmap", 40, ("debate.argmap", "  maps")),
    ],
)
def test_the_name_of_the_file_comes_before_the_end_of_its_folder(
    path: str, cells: int, shown: tuple[str, str]
) -> None:
    assert named(path, cells) == shown


@session
async def test_what_is_told_before_problems_are_counted_has_room_beside_their_count(tmp_path: Path) -> None:
    async with editing(tmp_path, size=(80, 24)) as seen:
        line = seen.app.map_screen.query_one(StatusLine)
        line.place, line.news = "1:1", ""
        sentence = "x" * 58
        assert not line.has_room_for(sentence + "x")
        assert line.has_room_for(sentence[:-2])
        line.news, line.place = sentence[:-2], "12 warnings  123:45"
        assert sentence[:-2] in line.render().plain
