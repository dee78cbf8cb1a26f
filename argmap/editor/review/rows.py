"""Rows of a page of text: what they say, how each piece looks, and their lines at a width."""

from collections.abc import Iterable, Sequence

import attrs

from argmap.editor.rows.wrapping import wrapped
from argmap.source.cells import printable, width

Run = tuple[str, str]
"""A piece of text with the name of its look, which is empty for plain text."""

_LEAST_BODY = 24
"""Cells that a body needs beside its lead; with fewer, it stands below."""
_BELOW = 4


@attrs.frozen
class Row:
    """Some lines of a page. The lead stands before the body, whose further lines are indented as far."""

    body: tuple[Run, ...] = ()
    lead: tuple[Run, ...] = ()
    indent: int = 0
    target: str | None = None
    """The label of the claim that choosing this row leads to."""
    head: bool = False
    """Whether it is a heading."""


BLANK = Row()


def laid_out(row: Row, cells: int) -> list[list[Run]]:
    """The lines of a row, each of at most so many cells, and safe to show."""
    indent = min(row.indent, max(cells // 4, 0))
    lead = [(printable(text), look) for text, look in row.lead]
    used = sum(width(text) for text, _ in lead)
    room = cells - indent - used
    if used and room < _LEAST_BODY:
        below = _wrapped(row.body, max(cells - indent - _BELOW, 1))
        first = _wrapped(row.lead, max(cells - indent, 1))
        lines = [_indented(line, indent) for line in first]
        return [*lines, *(_indented(line, indent + _BELOW) for line in below)]
    head, *further = _wrapped(row.body, max(room, 1))
    return [_indented([*lead, *head], indent), *(_indented(line, indent + used) for line in further)]


def joined(parts: Iterable[str], between: str = " · ") -> str:
    """The parts that say something, in a row."""
    return between.join(part for part in parts if part)


def _indented(line: Sequence[Run], cells: int) -> list[Run]:
    return [(" " * cells, ""), *line] if cells else [*line]


def _wrapped(runs: Sequence[Run], cells: int) -> list[list[Run]]:
    """Runs of text in lines of at most so many cells, broken between words."""
    safe = [(printable(text), look) for text, look in runs]
    text = "".join(piece for piece, _ in safe)
    looks = [look for piece, look in safe for _ in piece]
    found: list[list[Run]] = []
    place = 0
    for line in wrapped(text, cells):
        pieces: list[Run] = []
        for character in line:
            while text[place] != character:
                place += 1  # blanks that wrapping left out
            look = looks[place]
            if pieces and pieces[-1][1] == look:
                pieces[-1] = (pieces[-1][0] + character, look)
            else:
                pieces.append((character, look))
            place += 1
        found.append(pieces)
    return found
