import pytest
from editor_texts import hostile_lines
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Offset

from argmap.editor.text_area.document import MapDocument
from argmap.editor.text_area.navigation import RowNavigator
from argmap.editor.text_area.shown import breaks, cells_before, hanging, is_joined, measured
from argmap.editor.text_area.wrapping import HangingWrap

LINE = "  because arms: Turkey arms Ukraine and says so in public"


def rows(line: str, width: int) -> list[str]:
    wrapped = HangingWrap(MapDocument(line), width)
    sections = wrapped.get_sections(0)
    return [" " * wrapped.hang(0, number) + section for number, section in enumerate(sections)]


def test_a_wrapped_line_hangs_under_the_text_after_its_keyword() -> None:
    assert rows(LINE, 30) == [
        "  because arms: Turkey arms ",
        "          Ukraine and says so ",
        "          in public",
    ]


def test_a_deep_line_hangs_by_its_indentation_where_there_is_no_room_for_more() -> None:
    assert rows("          because Turkey arms Ukraine", 25) == [
        "          because Turkey ",
        "            arms Ukraine",
    ]


def test_very_narrow_rows_do_not_hang() -> None:
    assert hanging(LINE, 15) == 0


def test_wide_characters_are_divided_where_a_row_is_full() -> None:
    assert rows("漢字漢字漢字", 5) == ["漢字", "漢字", "漢字"]


def test_a_long_word_is_broken() -> None:
    assert rows("abcdefghij", 4) == ["abcd", "efgh", "ij"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a\tb", "a   b"),
        ("漢\tb", "漢  b"),
        ("a\x1b[31mb", "a<U+001B>[31mb"),
        ("a\u202eb", "a<U+202E>b"),
        ("a\u2028b\x0bc", "a<U+2028>b<U+000B>c"),
        ("a\u200bb", "a<U+200B>b"),
        ("\u0301a", "<U+0301>a"),
        ("e\u0301", "e\u0301"),
    ],
)
def test_what_would_spoil_the_screen_is_written_out(text: str, shown: str) -> None:
    assert "".join(measured(text).pieces) == shown


@given(hostile_lines)
def test_the_cells_of_the_parts_are_those_of_the_whole_on_the_screen(line: str) -> None:
    shown = "".join(measured(line).pieces)
    assert sum(measured(line).cells) == cell_len(shown) == cells_before(line, len(line))
    assert shown.replace("\u200d", "").isprintable()


@given(hostile_lines, st.integers(1, 40))
def test_rows_hold_the_whole_line_and_no_row_is_too_wide(line: str, width: int) -> None:
    wrapped = HangingWrap(MapDocument(line), width)
    sections = wrapped.get_sections(0)
    assert "".join(sections) == line
    for number, section in enumerate(sections):
        taken = cells_before(section, len(section)) + wrapped.hang(0, number)
        assert (
            taken - section.rstrip("\ufe0f\u200d\u0301").endswith(" ") <= width
            or measured(section).joined.count(False) == 1
        )
    assert not any(is_joined(line, column) for column in breaks(line, width))


@given(st.lists(hostile_lines, min_size=1, max_size=6), st.sampled_from([0, 3, 20, 40]))
def test_every_place_is_found_again_at_its_cell(lines: list[str], width: int) -> None:
    document = MapDocument("\n".join(lines))
    wrapped = HangingWrap(document, width)
    for row, line in enumerate(document.lines):
        for column in range(len(line) + 1):
            if is_joined(line, column):
                continue
            assert wrapped.offset_to_location(wrapped.location_to_offset((row, column))) == (row, column)


@given(st.lists(hostile_lines, min_size=1, max_size=8), st.sampled_from([0, 7, 20]), st.data())
def test_rows_after_an_edit_are_those_of_the_new_text(
    lines: list[str], width: int, data: st.DataObject
) -> None:
    document = MapDocument("\n".join(lines))
    wrapped = HangingWrap(document, width)
    places = []
    for _ in range(2):
        row = data.draw(st.integers(0, document.line_count - 1))
        places.append((row, data.draw(st.integers(0, len(document[row])))))
    text = "\n".join(data.draw(st.lists(hostile_lines, max_size=4)))
    top, bottom = sorted(places)
    result = document.replace_range(top, bottom, text)
    wrapped.wrap_range(top, bottom, result.end_location)
    fresh = HangingWrap(MapDocument(document.text), width)
    assert wrapped.lines == fresh.lines
    assert (wrapped.height, wrapped.widest) == (fresh.height, fresh.widest)
    assert [wrapped.line_at(y) for y in range(wrapped.height)] == [
        fresh.line_at(y) for y in range(fresh.height)
    ]


def test_the_cursor_goes_row_by_row_and_keeps_its_cell() -> None:
    document = MapDocument(f"{LINE}\nshort\n{LINE}")
    wrapped = HangingWrap(document, 30)
    navigator = RowNavigator(wrapped)
    navigator.last_x_offset = 20
    visited = [(0, 20)]
    while visited[-1] != document.end:
        visited.append(navigator.get_location_below(visited[-1]))
    cells_visited = [wrapped.location_to_offset(place) for place in visited[:-1]]
    assert cells_visited == [
        Offset(20, 0),
        Offset(20, 1),
        Offset(19, 2),
        Offset(5, 3),
        Offset(20, 4),
        Offset(20, 5),
    ]
    back = [document.end]
    while back[-1] != document.start:
        back.append(navigator.get_location_above(back[-1]))
    assert len(back) == 8


def test_the_cursor_does_not_stop_inside_a_joined_character() -> None:
    document = MapDocument("a👨\u200d👩\u200d👧b")
    navigator = RowNavigator(HangingWrap(document))
    assert navigator.get_location_right((0, 1)) == (0, 6)
    assert navigator.get_location_left((0, 6)) == (0, 1)


def test_home_goes_to_the_row_then_to_the_text_then_to_the_margin() -> None:
    navigator = RowNavigator(HangingWrap(MapDocument(LINE), 30))
    places = [(0, 40)]
    for _ in range(4):
        places.append(navigator.get_location_home(places[-1], smart_home=True))
    assert [column for _, column in places[1:]] == [28, 2, 0, 2]


def test_end_goes_to_the_row_then_to_the_line() -> None:
    navigator = RowNavigator(HangingWrap(MapDocument(LINE), 30))
    first = navigator.get_location_end((0, 3))
    assert [first, navigator.get_location_end(first)] == [(0, 27), (0, len(LINE))]
