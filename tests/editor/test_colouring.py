import pytest
from editor_texts import hostile_lines
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.text_area.colouring import CONTINUES, FIELDED, ORDINARY, PARTS, colours, opening


def told(line: str, *, fielded: bool = False) -> list[tuple[str, str]]:
    return [(line[start:stop], part) for start, stop, part in colours(line, fielded)]


def test_every_part_of_a_line_has_its_colour() -> None:
    assert told("  because arms: Turkey arms @kyiv [@edm, p. 3; @b] {likely, on: 2014} #war") == [
        ("because", "supports"),
        ("arms", "label"),
        ("[@edm, p. 3; @b]", "citation"),
        ("[@edm, p. 3; @b]", "citation"),
        ("{likely, on: 2014}", "attribute"),
        ("{likely, on: 2014}", "attribute"),
        ("#war", "tag"),
        ("@kyiv", "reference"),
    ]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("  # a comment because", [("# a comment because", "comment")]),
        ("thesis t: T", [("thesis", "keyword"), ("t", "label")]),
        ("    unless x", [("unless", "attacks")]),
        ("  but @a, @b", [("but", "attacks"), ("@a", "reference"), ("@b", "reference")]),
        ("t x because y", []),
        ("", []),
        ("(1) All men are mortal", [("(1)", "label")]),
    ],
)
def test_lines_are_coloured_as_the_language_reads_them(line: str, parts: list[tuple[str, str]]) -> None:
    assert told(line) == parts


def test_a_field_is_one_only_below_a_map_or_source_line() -> None:
    assert told("  author: A", fielded=True) == [("author", "keyword")]
    assert told("  author: A") == []


@pytest.mark.parametrize(
    ("line", "opens"),
    [
        ("map M", FIELDED),
        ("Source s: S", FIELDED),
        ("mapping", ORDINARY),
        ("thesis t: T", ORDINARY),
        ("  map M", CONTINUES),
        ("# map", CONTINUES),
        ("", CONTINUES),
    ],
)
def test_what_a_line_opens(line: str, opens: int) -> None:
    assert opening(line) == opens


@given(hostile_lines, st.booleans())
def test_colours_stay_inside_any_line(line: str, fielded: bool) -> None:
    for start, stop, part in colours(line, fielded):
        assert 0 <= start <= stop <= len(line)
        assert part in PARTS
