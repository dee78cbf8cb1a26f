import time

import pytest
from editor_host import Host
from editor_texts import MAP, many_lines
from editor_use import Use, used
from hypothesis import given
from hypothesis import strategies as st
from textual.pilot import Pilot
from textual.widgets import Input, Label

from argmap.editor.find.option import Option
from argmap.editor.find.search import Query, SearchError, find, replacements
from argmap.editor.text_area.document import MapDocument
from argmap.source.edits import apply_edits

LINES = ["one two", "", "Two one", "o.e"]


def test_matches_are_found_in_order() -> None:
    assert find(LINES, Query("two")) == [((0, 4), (0, 7)), ((2, 0), (2, 3))]
    assert find(LINES, Query("two", match_case=True)) == [((0, 4), (0, 7))]
    assert find(LINES, Query("o.e")) == [((3, 0), (3, 3))]
    assert find(LINES, Query("o.e", is_pattern=True)) == [
        ((0, 0), (0, 3)),
        ((2, 4), (2, 7)),
        ((3, 0), (3, 3)),
    ]


def test_whole_words_are_no_parts_of_words() -> None:
    assert find(["gas gasoline re-gas"], Query("gas", whole_word=True)) == [
        ((0, 0), (0, 3)),
        ((0, 16), (0, 19)),
    ]


def test_patterns_know_the_ends_of_lines() -> None:
    assert find(["ab", "ab"], Query("^a|b$", is_pattern=True)) == [
        ((0, 0), (0, 1)),
        ((0, 1), (0, 2)),
        ((1, 0), (1, 1)),
        ((1, 1), (1, 2)),
    ]


def test_empty_matches_are_passed_over() -> None:
    assert find(["b"], Query("a*", is_pattern=True)) == []


@pytest.mark.parametrize("pattern", ["(", "[a", "*", "(?P<a", "a{2,1}"])
def test_a_pattern_that_cannot_be_read_is_told_in_words(pattern: str) -> None:
    with pytest.raises(SearchError, match="this pattern cannot be read: "):
        find(LINES, Query(pattern, is_pattern=True))


@pytest.mark.parametrize("pattern", [r"(a|aa)+$", r"(a+)+$"])
def test_a_pattern_that_takes_too_long_is_given_up(pattern: str) -> None:
    begin = time.monotonic()
    said = "this pattern takes too long; make it simpler"
    with pytest.raises(SearchError, match=said):
        find(["a" * 5000 + "!"] * 20, Query(pattern, is_pattern=True))
    assert time.monotonic() - begin < 10


@given(st.text("ab.(\\", max_size=4), st.text("ab\\", max_size=3), st.lists(st.text("ab.(\\A"), max_size=5))
def test_replacing_text_is_what_python_does(pattern: str, replacement: str, lines: list[str]) -> None:
    text = "\n".join(lines)
    edits = replacements(MapDocument(text), Query(pattern, match_case=True), replacement)
    assert apply_edits(text, edits) == (text.replace(pattern, replacement) if pattern else text)


def test_a_replacement_knows_the_groups_of_its_pattern() -> None:
    text = "a-b\r\nc-d"
    edits = replacements(MapDocument(text), Query(r"(\w)-(\w)", is_pattern=True), r"\2-\1")
    assert apply_edits(text, edits) == "b-a\r\nd-c"


def test_a_bad_replacement_is_told_in_words() -> None:
    with pytest.raises(SearchError, match="this replacement cannot be read"):
        replacements(MapDocument("a"), Query("a", is_pattern=True), r"\7")


def bar(use: Use, text: str = MAP, *, size: tuple[int, int] = (80, 24)) -> Host:
    return used(use, text, size=size)


def said(host: Host, name: str) -> str:
    return str(host.query_one(f"#find-{name}", Label).content)


def test_typing_goes_to_the_first_match_and_counts() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((4, 0))
        await pilot.press("ctrl+f", *"arms")
        assert host.area.selected_text == "arms"
        assert host.area.cursor_location == (4, 14)
        assert said(host, "count") == "1 of 2"
        await pilot.press("enter")
        assert said(host, "count") == "2 of 2"
        await pilot.press("enter", "up")
        assert said(host, "count") == "2 of 2"
        await pilot.press("escape", "f3")
        assert said(host, "count") == "1 of 2"
        assert host.focused is host.area

    bar(use)


def test_what_is_selected_is_looked_for() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        host.area.move_cursor((0, 0))
        await pilot.press("shift+right", "shift+right", "shift+right", "ctrl+f")
        assert host.find.query_one("#find-text", Input).value == "map"

    bar(use)


def test_a_bad_pattern_is_told_in_the_bar_and_forgotten_when_it_is_mended() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+f", "alt+r", *"(arms")
        assert said(host, "message") == "this pattern cannot be read: missing )"
        assert host.find.has_class("-bad")
        await pilot.press(")")
        assert not host.find.has_class("-bad")
        assert said(host, "count") == "1 of 2"

    bar(use)


def test_options_are_keys_and_can_be_clicked() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+f", *"turkey")
        await pilot.press("alt+c")
        assert said(host, "count") == "none"
        await pilot.click("#find-case")
        assert not host.query_one("#find-case", Option).value
        assert said(host, "count") == "1 of 3"

    bar(use)


def test_on_a_narrow_screen_options_that_are_on_are_told_beside_the_count() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+f", "alt+c", *"Turkey")
        assert said(host, "count") == "Case 1 of 3"

    bar(use, size=(50, 10))


def test_replacing_goes_match_by_match() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+r", *"arms", "tab", *"ships", "enter")
        assert host.area.text == MAP.replace("arms", "ships", 1)
        assert said(host, "count") == "1 of 1"

    bar(use)


def test_replacing_everything_is_one_step_to_undo() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+r", *"Turkey", "tab", *"Ankara", "alt+a")
        assert host.area.text == MAP.replace("Turkey", "Ankara")
        assert said(host, "count") == "3 replaced"
        await pilot.pause(0.5)
        assert said(host, "count") == "3 replaced"
        await pilot.press("escape", "ctrl+z")
        assert host.area.text == MAP

    bar(use)


def test_ten_thousand_matches_are_enough_to_count() -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+f", "e")
        assert said(host, "count") == "1 of 10,000+"

    bar(use, many_lines(3000))


@pytest.mark.parametrize(
    ("written", "place"), [("7", (6, 0)), ("6:5", (5, 4)), ("6:999", (5, 34)), (" 1 ", (0, 0))]
)
def test_a_line_is_gone_to_by_its_number(written: str, place: tuple[int, int]) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+g")
        host.line.query_one(Input).value = written
        await pilot.press("enter")
        assert host.area.cursor_location == place
        assert host.focused is host.area

    bar(use)


@pytest.mark.parametrize("written", ["", "0", "99", "x", "1e3", "٣x"])
def test_a_line_that_is_not_there_is_told(written: str) -> None:
    async def use(pilot: Pilot[None], host: Host) -> None:
        await pilot.press("ctrl+g")
        host.line.query_one(Input).value = written
        await pilot.press("enter")
        assert str(host.query_one("#line-message", Label).content) == "write a line from 1 to 11"

    bar(use)
