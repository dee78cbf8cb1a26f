"""A finished diagram: rows of characters that are found fast by place, and cards that are found by label."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from argmap.drawing.terminal.looks import Look
from argmap.drawing.terminal.view import View
from argmap.source.cells import width


class Run(NamedTuple):
    """Characters beside each other that look alike."""

    x: int
    """The cell in which it begins."""
    text: str
    cells: int
    """That it takes."""
    look: Look
    label: str | None = None
    """Of the claim or question on whose card it stands."""

    @property
    def end(self) -> int:
        """The cell after it."""
        return self.x + self.cells


class Rectangle(NamedTuple):
    """Where a card stands, in cells from the top left."""

    x: int
    y: int
    width: int
    height: int

    def holds(self, x: int, y: int) -> bool:
        """Whether a cell is on it."""
        return self.x <= x < self.x + self.width and self.y <= y < self.y + self.height


@attrs.frozen
class Links:
    """Where one gets from a card."""

    above: tuple[str, ...] = ()
    """What it bears on: conclusions, and questions that it answers."""
    below: tuple[str, ...] = ()
    """What bears on it, in the writer's order; exceptions after the step that they question."""
    reasons: tuple[str, ...] = ()
    """Of those below, the ones that support it."""
    objections: tuple[str, ...] = ()
    """Of those below, the ones that speak against it."""
    before: str | None = None
    """The card before it in its rank."""
    after: str | None = None


@attrs.frozen(eq=False)
class Chart:
    """A map drawn in characters. The runs of a row ascend and leave out what is empty."""

    view: View
    width: int
    height: int
    rows: Sequence[Sequence[Run]]
    boxes: Mapping[str, Rectangle]
    """By the label of each claim and question that is shown, in the order of the map."""
    links: Mapping[str, Links]
    """By the same labels."""
    home: str | None = None
    """The label to begin with: the first thesis, else what stands first; None in an empty map."""
    depth: int | None = None
    """The levels that are shown, where the map is too large to be drawn whole; None where it is not."""

    def line(self, y: int, left: int, cells: int) -> list[Run]:
        """What stands in a row from one cell on; runs are cut to fit, half a wide character is a blank."""
        if not 0 <= y < self.height:
            return []
        row = self.rows[y]
        right = left + cells
        first = max(bisect_right(row, left, key=_begin) - 1, 0)
        last = bisect_left(row, right, key=_begin)
        found = list(row[first:last])
        if found and found[0].end <= left:
            del found[0]
        if found and found[0].x < left:
            found[0] = _without_start(found[0], left - found[0].x)
        if found and found[-1].end > right:
            found[-1] = _cut(found[-1], right - found[-1].x)
        return found

    def label_at(self, x: int, y: int) -> str | None:
        """The claim or question on whose card a cell is."""
        for run in self.line(y, x, 1):
            return run.label
        return None

    def plain(self) -> str:
        """The whole diagram as text, without spaces at the ends of lines."""
        return "".join(f"{_plain_row(row)}\n" for row in self.rows)


def _begin(run: Run) -> int:
    return run.x


def _plain_row(row: Sequence[Run]) -> str:
    pieces: list[str] = []
    x = 0
    for run in row:
        pieces += (" " * (run.x - x), run.text)
        x = run.end
    return "".join(pieces).rstrip()


def _cut(run: Run, cells: int) -> Run:
    """The first cells of a run."""
    if run.cells == len(run.text) and run.text.isascii():
        return run._replace(text=run.text[:cells], cells=cells)
    kept, used = _fitting(run.text, cells)
    return run._replace(text=run.text[:kept] + " " * (cells - used), cells=cells)


def _without_start(run: Run, cells: int) -> Run:
    """The run without its first cells."""
    kept, used = _fitting(run.text, cells)
    rest = run.text[kept:]
    if used < cells:
        # A wide character is cut through.
        rest = " " * (width(rest[0]) - (cells - used)) + rest[1:]
    return run._replace(x=run.x + cells, text=rest, cells=run.cells - cells)


def _fitting(text: str, cells: int) -> tuple[int, int]:
    """How many characters fit into so many cells, with the marks that combine with them, and their cells."""
    used = 0
    for place, character in enumerate(text):
        size = width(character)
        if used + size > cells:
            return place, used
        used += size
    return len(text), used
