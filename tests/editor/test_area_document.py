import pytest
from editor_texts import hostile
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.text_area.document import MapDocument, location_in
from argmap.source.text import SourceText


@given(hostile)
def test_a_text_comes_back_as_it_went_in(text: str) -> None:
    document = MapDocument(text)
    assert document.text == text
    assert document.length == len(text)


@given(hostile)
def test_lines_are_those_that_messages_count(text: str) -> None:
    document, source = MapDocument(text), SourceText("m.argmap", text)
    assert document.line_count == source.line_count
    assert all(document[row] == source.line(row + 1) for row in range(document.line_count))


@given(hostile, st.data())
def test_an_edit_changes_its_part_only_and_can_be_taken_back(text: str, data: st.DataObject) -> None:
    document = MapDocument(text)
    row = st.integers(0, document.line_count - 1)
    places = []
    for _ in range(2):
        at = data.draw(row)
        places.append((at, data.draw(st.integers(0, len(document[at])))))
    start, stop = sorted(document.offset(place) for place in places)
    written = data.draw(hostile)
    insert, top, bottom = document.whole_ends(written, *places)
    result = document.replace_range(top, bottom, insert)
    assert document.text == text[:start] + written + text[stop:]
    assert document.lines == MapDocument(document.text).lines
    assert document.ends == MapDocument(document.text).ends
    assert document.length == len(document.text)
    document.replace_range(top, result.end_location, result.replaced_text)
    assert document.text == text
    assert document.lines == MapDocument(text).lines


@given(hostile)
def test_every_place_has_an_offset_and_back(text: str) -> None:
    document = MapDocument(text)
    for row in range(document.line_count):
        for column in range(len(document[row]) + 1):
            offset = document.offset((row, column))
            assert document.location(offset) == (row, column)
            assert location_in(text, offset) == (row, column)


@pytest.mark.parametrize(
    ("text", "location", "expected"),
    [
        ("one", (0, 1), "\n"),
        ("one\r\ntwo", (0, 1), "\r\n"),
        ("one\r\ntwo", (1, 1), "\r\n"),
        ("one\rtwo\nthree", (0, 0), "\r"),
        ("one\rtwo\nthree", (1, 1), "\n"),
        ("one\r\ntwo\n", (2, 0), "\n"),
    ],
)
def test_a_new_line_ends_as_its_neighbours_do(text: str, location: tuple[int, int], expected: str) -> None:
    assert MapDocument(text).newline_at(location) == expected


@given(hostile, st.data())
def test_a_new_line_is_always_one_line_more(text: str, data: st.DataObject) -> None:
    document = MapDocument(text)
    row = data.draw(st.integers(0, document.line_count - 1))
    column = data.draw(st.integers(0, len(document[row])))
    lines = document.line_count
    newline = document.newline_at((row, column))
    document.replace_range(*reversed_ends(document, newline, (row, column)))
    assert document.line_count == lines + 1
    assert MapDocument(document.text).line_count == lines + 1


def reversed_ends(
    document: MapDocument, text: str, place: tuple[int, int]
) -> tuple[tuple[int, int], tuple[int, int], str]:
    insert, top, bottom = document.whole_ends(text, place, place)
    return top, bottom, insert


def test_fields_stand_below_map_and_source_lines_only() -> None:
    document = MapDocument("map M\n  author: A\n# c\n\n  date: 2\nthesis t: T\n  because x: X\n")
    assert [document.is_fielded(row) for row in range(7)] == [True, True, True, True, True, False, False]


def test_what_a_line_opens_is_known_after_an_edit() -> None:
    document = MapDocument("thesis t: T\n  author: A\n")
    document.replace_range((0, 0), (0, 11), "map M")
    assert document.is_fielded(1)
