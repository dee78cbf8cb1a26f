"""Texts wrapped for the rows of a list, as runs of text with the names of their looks."""

from collections.abc import Sequence
from functools import lru_cache

from rich.cells import cell_len

from argmap.source.cells import wrap

Line = Sequence[tuple[str, str]]
"""One line of a row: pieces of text, each with the name of the component class that it looks like."""


@lru_cache(maxsize=32_768)
def wrapped(text: str, cells: int) -> tuple[str, ...]:
    """The text, safe to show, in lines of at most so many cells; remembered, as most rows stay the same."""
    lines = wrap(text, cells)
    room = cells
    # Textual counts some emoji wider than we do, and cuts off what it thinks is too long.
    while not text.isascii() and room > 1 and any(cell_len(line) > cells for line in lines):
        room -= 1
        lines = wrap(text, room)
    return tuple(lines)


def with_head(lines: Sequence[str], *, head: int, head_look: str, look: str) -> list[Line]:
    """Wrapped lines whose first `head` characters, blanks not counted, look otherwise than the rest."""
    found: list[Line] = []
    for line in lines:
        stop, column = head, 0
        while stop and column < len(line):
            stop -= line[column] != " "
            column += 1
        head = stop
        runs = ((line[:column], head_look), (line[column:], look))
        found.append([run for run in runs if run[0]])
    return found
