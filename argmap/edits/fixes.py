"""Fixes of messages, applied to texts: as many at once as do not touch each other."""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping
from itertools import pairwise

import attrs

from argmap.source.diagnostics import Diagnostic, Fix
from argmap.source.edits import TextEdit, apply_edits
from argmap.source.text import SourceText

_LINE_END = re.compile(r"\r\n|\r|\n")


@attrs.frozen
class Applied:
    """What became of some fixes.

    `texts` are all texts given, the changed ones new. `left` are messages whose fix touches one that was
    applied, or does not fit the texts: they wait until the new texts are read.
    """

    texts: Mapping[str, SourceText]
    applied: tuple[Diagnostic, ...]
    left: tuple[Diagnostic, ...]


def apply_fixes(texts: Mapping[str, SourceText], diagnostics: Iterable[Diagnostic]) -> Applied:
    """Apply the messages' fixes in the order given; a message without a fix is passed over.

    Two fixes touch when a place of one overlaps a place of the other, or one inserts at an end of the
    other's place. What a fix writes gets the line ends of its text.
    """
    taken: dict[str, list[TextEdit]] = {}
    applied: list[Diagnostic] = []
    left: list[Diagnostic] = []
    for diagnostic in diagnostics:
        if diagnostic.fix is None:
            continue
        if _fits(diagnostic.fix, texts) and not _touches(diagnostic.fix, taken):
            applied.append(diagnostic)
            for edit in diagnostic.fix.edits:
                insort(taken.setdefault(edit.span.file, []), edit, key=_place)
        else:
            left.append(diagnostic)
    changed = {file: _edited(texts[file], edits) for file, edits in taken.items()}
    return Applied({**texts, **changed}, tuple(applied), tuple(left))


def _fits(fix: Fix, texts: Mapping[str, SourceText]) -> bool:
    """Whether the fix changes something, inside texts that are known, and does not overlap itself."""
    edits = sorted(fix.edits, key=lambda edit: (edit.span.file, *_place(edit)))
    for edit in edits:
        source = texts.get(edit.span.file)
        if source is None or not 0 <= edit.span.start <= edit.span.stop <= len(source.text):
            return False
    overlap = any(
        one.span.file == other.span.file and one.span.stop > other.span.start
        for one, other in pairwise(edits)
    )
    return bool(edits) and not overlap


def _touches(fix: Fix, taken: Mapping[str, list[TextEdit]]) -> bool:
    return any(
        _touch(edit, other)
        for edit in fix.edits
        for other in _neighbours(edit, taken.get(edit.span.file, []))
    )


def _neighbours(edit: TextEdit, taken: list[TextEdit]) -> list[TextEdit]:
    """The taken edits right before and after an edit's place; as none overlap, no others can touch it."""
    index = bisect_left(taken, _place(edit), key=_place)
    # Two before: an insertion may stand at the end of a longer edit.
    return taken[max(index - 2, 0) : index + 1]


def _touch(one: TextEdit, other: TextEdit) -> bool:
    first, second = sorted((one.span, other.span), key=lambda span: (span.start, span.stop))
    if first.start == first.stop or second.start == second.stop:
        return second.start <= first.stop
    return second.start < first.stop


def _place(edit: TextEdit) -> tuple[int, int]:
    return edit.span.start, edit.span.stop


def _edited(source: SourceText, edits: list[TextEdit]) -> SourceText:
    end = _LINE_END.search(source.text)
    if end is not None and end[0] != "\n":
        edits = [attrs.evolve(edit, replacement=_LINE_END.sub(end[0], edit.replacement)) for edit in edits]
    return SourceText(source.name, apply_edits(source.text, edits))
