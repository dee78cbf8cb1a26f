"""The help sheet, the first start and the card of an empty file."""

from pathlib import Path

import pytest
from sheets_host import SIZES, SMALL, USUAL, Host, answer, played, screen_text, shown
from textual.pilot import Pilot

from argmap.editor.action import PLACES, Place
from argmap.editor.actions import actions_in
from argmap.editor.help.content import lines, sections
from argmap.editor.help.first_start import FirstStart, five_lines, remember_shown, was_shown
from argmap.editor.help.sheet import HelpSheet
from argmap.editor.help.welcome import BEGINNING, WelcomeCard
from argmap.editor.keymap import USUAL as USUAL_KEYS
from argmap.editor.keymap import keymap_of
from argmap.language.keywords import COMPLETIONS, OPENERS
from argmap.model.build import parse
from argmap.source.cells import width


def titles(place: Place, written: str = "") -> list[str]:
    found = sections(place, USUAL_KEYS, written=written)
    return [entry.title for section in found for entry in section.entries]


@pytest.mark.parametrize("place", PLACES)
def test_the_keys_of_the_place_come_first_and_everywhere_follows(place: Place) -> None:
    found = [
        entry.title
        for section in sections(place, USUAL_KEYS)
        if not section.of_lines
        for entry in section.entries
    ]
    assert found[0] == actions_in(place)[0].title
    assert "Save" in found


def text_of(cells: int) -> str:
    rows = lines(sections("text", USUAL_KEYS), cells)
    return "\n".join("".join(piece for piece, _ in row).rstrip() for row in rows)


@pytest.mark.parametrize("cells", [40, 73, 120])
def test_in_the_text_the_help_begins_with_how_a_map_is_written(cells: int) -> None:
    found = text_of(cells)
    assert found.startswith("How a map is written")
    assert "\n  because Jams cost hours [@count]" in found
    assert "unless" in found


def test_the_lines_that_the_help_shows_are_a_map() -> None:
    (first, more, *_) = sections("text", USUAL_KEYS)
    assert first.of_lines
    assert more.of_lines
    assert parse("".join(f"{entry.keys}\n" for entry in first.entries)).diagnostics == ()
    assert {entry.keys for entry in more.entries} <= OPENERS | COMPLETIONS | {"note"}


def test_elsewhere_the_help_has_keys_alone() -> None:
    assert not any(section.of_lines for section in sections("diagram", USUAL_KEYS))


def test_what_a_pane_does_for_itself_is_told_once() -> None:
    assert titles("text").count("Undo") == 1


def test_the_keys_of_the_user_are_shown() -> None:
    keymap, _ = keymap_of({"save": "f10"})
    keys = {entry.title: entry.keys for section in sections("text", keymap) for entry in section.entries}
    assert keys["Save"] == "F10"


def test_searching_finds_by_words_keys_and_headings() -> None:
    assert titles("review", "verdict claim")[0] == "Accept the claim"
    assert "Save" in titles("text", "ctrl+s")
    assert titles("text", "no such thing") == []


@pytest.mark.parametrize("cells", [10, 19, 40, 76, 92, 140])
def test_the_sheet_fits_its_width(cells: int) -> None:
    for line in lines(sections("text", USUAL_KEYS), cells):
        assert sum(width(text) for text, _ in line) <= cells


def test_there_are_two_columns_where_there_is_room() -> None:
    found = sections("text", USUAL_KEYS)
    assert len(lines(found, 120)) < len(lines(found, 80)) * 0.6


@pytest.mark.parametrize("size", SIZES)
def test_the_sheet_shows_keys_on_any_screen_and_scrolls(size: tuple[int, int]) -> None:
    assert "Accept the" in shown(HelpSheet("review"), size=size)
    assert "Accept the" not in shown(HelpSheet("review"), "ctrl+end", size=SMALL)


def test_typing_in_the_sheet_searches() -> None:
    found = shown(HelpSheet("text"), *"rename")
    assert "Rename this label everywhere" in found
    assert "Quit" not in found


@pytest.mark.parametrize("key", ["escape", "f1"])
def test_the_sheet_closes(key: str) -> None:
    assert answer(HelpSheet("text"), key) is None


def test_the_first_start_says_five_things_with_the_users_keys() -> None:
    keymap, _ = keymap_of({"save": "f10"})
    assert len(five_lines()) == 5
    assert "F10 saves" in five_lines(keymap)[-1]


@pytest.mark.parametrize("key", ["enter", "space", "escape"])
def test_the_first_start_is_left_by_a_key(key: str) -> None:
    assert answer(FirstStart(), key) is None


def test_the_first_start_can_be_read_to_its_end_on_a_small_screen() -> None:
    assert shown(FirstStart(), "end", size=SMALL).rstrip().endswith("name.")


def test_the_first_start_is_shown_once(tmp_path: Path) -> None:
    folder = tmp_path / "state" / "argmap"
    assert not was_shown(folder)
    remember_shown(folder)
    assert was_shown(folder)


def test_the_beginning_is_a_map_without_errors() -> None:
    assert parse(BEGINNING).diagnostics == ()
    assert BEGINNING.count("\n") == 5


@pytest.mark.parametrize("size", SIZES)
def test_an_empty_file_shows_how_a_map_begins(size: tuple[int, int]) -> None:
    assert "thesis charge:" in shown(None, size=size)


def test_a_file_with_text_shows_no_card() -> None:
    assert "A map begins" not in shown(None, text="thesis t: T\n")


def test_the_card_vanishes_on_the_first_key_and_comes_back_when_it_is_offered() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.focus()
        await pilot.press("t")
        assert "A map begins" not in screen_text(host)
        await pilot.press("backspace")
        assert "A map begins" not in screen_text(host)
        host.query_one(WelcomeCard).offer()
        await pilot.pause()
        assert "A map begins" in screen_text(host)

    played(None, size=USUAL, script=use)
