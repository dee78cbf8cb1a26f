"""Several edits of a text as one, and where a place in the text is afterwards."""

import difflib
from collections.abc import Iterable

from argmap.source.changes import common_ends
from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span

_COMPARED = 2000
"""Lines of a rewritten part that are compared one by one, to find where a place in it went."""


def one_edit(text: str, edits: Iterable[TextEdit]) -> TextEdit | None:
    """The smallest single edit with the effect of all; None when nothing changes.

    Raises ValueError when two edits overlap or one reaches past the text.
    """
    edits = list(edits)
    after = apply_edits(text, edits)
    if after == text:
        return None
    start, end = common_ends(text, after)
    # A line end of two characters is changed as a whole.
    if start and text[start - 1] == "\r" and "\n" in {text[start : start + 1], after[start : start + 1]}:
        start -= 1
    if (
        end
        and text[len(text) - end] == "\n"
        and "\r" in {text[len(text) - end - 1 :][:1], after[len(after) - end - 1 :][:1]}
    ):
        end -= 1
    return TextEdit(Span(edits[0].span.file, start, len(text) - end), after[start : len(after) - end])


def place_after(text: str, edits: Iterable[TextEdit], place: int) -> int:
    """Where the character offset `place` is after the edits: beside the same text, as far as it is there."""
    moved = place
    for edit in sorted(edits, key=lambda e: (e.span.start, e.span.stop)):
        start, stop = edit.span.start, edit.span.stop
        if place < start or (place == start < stop):
            break
        if place >= stop:
            moved += len(edit.replacement) - (stop - start)
        else:
            moved += _inside(text[start:stop], edit.replacement, place - start) - (place - start)
    return max(moved, 0)


def _inside(old: str, new: str, place: int) -> int:
    same, tail = common_ends(old, new)
    if place <= same:
        return place
    if len(old) - place <= tail:
        return len(new) - (len(old) - place)
    old_lines, new_lines = old.splitlines(keepends=True), new.splitlines(keepends=True)
    row = len(old[:place].splitlines(keepends=True)) - 1
    column = place - sum(map(len, old_lines[:row]))
    if max(len(old_lines), len(new_lines)) > _COMPARED:
        return min(place, len(new))
    row = _row_after([line.strip() for line in old_lines], [line.strip() for line in new_lines], row)
    if row >= len(new_lines):
        return len(new)
    return sum(map(len, new_lines[:row])) + min(column, len(new_lines[row].rstrip("\r\n")))


def _row_after(old: list[str], new: list[str], row: int) -> int:
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    for _, old_start, old_stop, new_start, new_stop in matcher.get_opcodes():
        if old_start <= row < old_stop:
            return min(new_start + row - old_start, max(new_stop - 1, new_start))
    return len(new)
