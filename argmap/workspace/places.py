"""What stands at an offset, where it is defined, and where else it is used."""

import os
from bisect import bisect_right
from pathlib import Path
from typing import Literal

import attrs

from argmap.language.syntax import Line
from argmap.language.tokens import BLANKS
from argmap.language.tree import PlacedBlock
from argmap.source.spans import Span
from argmap.workspace.index import Index, Named, Use

PlaceKind = Literal["keyword", "attribute", "text"] | Named


@attrs.frozen
class Place:
    """What stands at an offset.

    `name` is the label, key, tag, reader, scheme or file; for a keyword or an attribute the word itself.
    `about` is the claim or question that the line states, refers to, or hangs on.
    """

    kind: PlaceKind
    name: str
    span: Span
    about: str | None = None
    defines: bool = False
    """Whether the name is given here."""


def place_at(index: Index, file: str, offset: int) -> Place | None:
    """What stands at an offset of a file; None between lines, in comments, and in what cannot be read.

    An offset at the end of a word is the word's: that is where the cursor is after typing it.
    """
    found = _line_at(index, file, offset)
    if found is None:
        return None
    placed, number = found
    line = placed.block.lines[number]
    about = index.about(file, placed, number)
    uses = [use for use in index.uses_in(file, placed, line) if use.span.start <= offset <= use.span.stop]
    if uses:
        # Where two touch, the one that begins here; a number's own line before its keyword.
        use = max(uses, key=lambda use: use.span.start)
        return Place(use.kind, use.name, use.span, about, use.defines)
    at = offset - placed.start
    keyword = _keyword(line)
    if line.start <= at <= line.start + len(keyword):
        span = Span(file, placed.start + line.start, placed.start + line.start + len(keyword))
        return Place("keyword", line.keyword, span, about)
    for attribute in line.attributes:
        if attribute.start <= at <= attribute.stop:
            span = Span(file, placed.start + attribute.start, placed.start + attribute.stop)
            return Place("attribute", " ".join(attribute.key.split()), span, about)
    if line.raw and line.text_start <= at <= line.text_stop:
        span = Span(file, placed.start + line.text_start, placed.start + line.text_stop)
        return Place("text", line.text, span, about)
    return None


def definition(index: Index, file: str, offset: int) -> Span | None:
    """Where what stands at an offset is defined; for a text that the line is about, its own claim.

    In the indentation it is what stands at the line's beginning; at a keyword that names a file, that file.
    """
    place = place_at(index, file, _after_indentation(index, file, offset))
    if place is None:
        return None
    if place.kind == "keyword" and place.about is None:
        place = place_at(index, file, place.span.stop + 1) or place
    if place.kind == "file":
        return _file(index, file, place.name)
    if place.kind == "source":
        return next((use.span for use in index.uses("source", place.name) if use.defines), None)
    if place.kind in {"claim", "reader"}:
        return _defined(index, place)
    return span_of(index, place.about) if place.about and place.kind in {"text", "keyword"} else None


def _after_indentation(index: Index, file: str, offset: int) -> int:
    placed = index.block_at(file, offset)
    at = offset - placed.start if placed else 0
    if placed is None or placed.text[placed.text.rfind("\n", 0, at) + 1 : at].strip(BLANKS):
        return offset
    while placed.text[at : at + 1] and placed.text[at] in BLANKS:
        at += 1
    return placed.start + at


def references(index: Index, file: str, offset: int) -> tuple[Use, ...]:
    """Every place in all files of the map that names what stands at an offset, its definition first."""
    place = place_at(index, file, offset)
    if place is None:
        return ()
    match place.kind:
        case "keyword" | "text":
            return index.uses("claim", place.about) if place.about else ()
        case "attribute":
            return ()
        case kind:
            return index.uses(kind, place.name)


def claim_at(index: Index, file: str, offset: int) -> str | None:
    """The label of the claim or question that the line with this offset is about.

    On a blank line, a comment, or a line that cannot be read, it is the nearest line above in its block.
    """
    placed = index.block_at(file, offset)
    if placed is None:
        return None
    at = max(offset - placed.start, 0)
    starts = [line.start for line in placed.block.lines]
    begin = placed.text.rfind("\n", 0, at) + 1
    indented = placed.text[begin:at].strip(BLANKS) == ""
    # In the indentation the cursor is on the line that follows it.
    own = next((start for start in starts if start >= at), -1) if indented else -1
    if own >= 0 and placed.text.find("\n", at, own) < 0:
        at = own
    number = bisect_right(starts, at) - 1
    return index.about(file, placed, number) if number >= 0 else None


def span_of(index: Index, label: str) -> Span | None:
    """The line that defines a claim or question; None when the map has none of this label."""
    part = index.map.claims.get(label) or index.map.questions.get(label)
    return part.span if part else None


def _line_at(index: Index, file: str, offset: int) -> tuple[PlacedBlock, int] | None:
    placed = index.block_at(file, offset)
    if placed is None:
        return None
    at = offset - placed.start
    found = -1
    for number, line in enumerate(placed.block.lines):
        if line.start > at:
            break
        if at <= line.stop:
            found = number
    return (placed, found) if found >= 0 else None


def _keyword(line: Line) -> str:
    if line.keyword in {"number", "field"} and line.label is not None:
        return line.label.text
    return line.keyword


def _defined(index: Index, place: Place) -> Span | None:
    if place.kind == "reader":
        return place.span
    defining = next((use.span for use in index.uses("claim", place.name) if use.defines), None)
    return defining or span_of(index, place.name)


def _file(index: Index, file: str, written: str) -> Span | None:
    """The beginning of a file that a line names, when the map has read it."""
    path = os.path.normpath(Path(file).parent / written)
    known = {os.path.normpath(name): name for name in index.map.texts}
    return Span(known[path], 0, 0) if path in known else None
