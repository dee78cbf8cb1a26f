"""Where the lines of a text begin, whatever was written where."""

import random

import pytest

from argmap.editor.text_area.document import MapDocument, split_lines

PIECES = ["", "x", "word ", "\n", "a\nb", "\n\n\n", "\r\n", "één\ntwo\r\nthree"]


def counted(text: str) -> list[int]:
    """Where the lines begin, counted one after the other."""
    lines, ends = split_lines(text)
    starts, place = [], 0
    for line, end in zip(lines, ends, strict=True):
        starts.append(place)
        place += len(line) + len(end)
    return starts


@pytest.mark.parametrize("seed", range(40))
def test_offsets_and_text_are_right_after_any_edits_anywhere(seed: int) -> None:
    chance = random.Random(seed)
    document = MapDocument("".join(chance.choices(["thesis a: A\n", "  because b: B\r\n", "\n"], k=30)))
    text = document.text
    for _ in range(60):
        start, stop = sorted(chance.randrange(document.length + 1) for _ in range(2))
        if chance.random() < 0.7:
            stop = min(start + chance.randrange(3), stop)
        new, top, bottom = document.whole_ends(
            chance.choice(PIECES), document.location(start), document.location(stop)
        )
        start, stop = document.offset(top), document.offset(bottom)
        document.replace_range(top, bottom, new)
        text = text[:start] + new + text[stop:]
        starts = counted(text)
        assert [document.offset((row, 0)) for row in range(document.line_count)] == starts
        assert [document.location(offset)[0] for offset in starts] == list(range(len(starts)))
        assert document.location(len(text) + 5) == document.end
        if chance.random() < 0.3:
            assert document.text == text
    assert document.text == text


def test_a_text_is_right_after_more_edits_than_are_carried_out_one_by_one() -> None:
    document = MapDocument("one\ntwo\n")
    for number in range(50):
        document.replace_range((1, number), (1, number), "x")
    assert document.text == f"one\n{'x' * 50}two\n"
    assert document.offset((2, 0)) == len(document.text)
