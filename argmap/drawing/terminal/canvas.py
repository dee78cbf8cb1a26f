"""Lines on a grid of cells: joints where lines of one relation meet, gaps where others cross."""

from collections.abc import Iterator, Mapping

from argmap.drawing.terminal.chart import Run
from argmap.drawing.terminal.looks import ARROWS, DOWN, HEADS, LEFT, RIGHT, STROKES, UP, Look
from argmap.drawing.terminal.view import Growth
from argmap.drawing.theme import Mark

_VERTICAL = UP | DOWN


class Canvas:
    """Collects lines given along and across the growth of a map, and gives them back as runs by row."""

    def __init__(self, growth: Growth) -> None:
        self._right = growth == "right"
        self._cells: dict[int, dict[int, tuple[int, int, Mark]]] = {}
        """By row and column, the ways in which a line leaves a cell, which line, and its kind."""
        self._heads: dict[tuple[int, int], str] = {}

    def along(self, line: int, mark: Mark, across: int, first: int, last: int) -> None:
        """A stretch in the direction of growth, from one cell to another."""
        (self._horizontal if self._right else self._vertical)(line, mark, across, first, last)

    def across(self, line: int, mark: Mark, along: int, first: int, last: int) -> None:
        """A stretch across the direction of growth."""
        (self._vertical if self._right else self._horizontal)(line, mark, along, first, last)

    def head(self, mark: Mark, along: int, across: int, *, forward: bool) -> None:
        """A head in place of a cell of a line; `forward` when it points in the direction of growth."""
        place = (across, along) if self._right else (along, across)
        ways = ((LEFT, RIGHT) if self._right else (UP, DOWN))[forward]
        self._heads[place] = HEADS[mark] or ARROWS[ways]

    def rows(self) -> Iterator[tuple[int, list[Run]]]:
        """The runs of every row that has some."""
        looks: Mapping[Mark, Look] = {mark: Look(mark) for mark in STROKES}
        for y, cells in self._cells.items():
            runs: list[Run] = []
            begin, text, kind = 0, "", None
            for x in sorted(cells):
                ways, _, mark = cells[x]
                character = self._heads.get((y, x)) or STROKES[mark][ways]
                if mark == kind and begin + len(text) == x:
                    text += character
                    continue
                if kind is not None:
                    runs.append(Run(begin, text, len(text), looks[kind]))
                begin, text, kind = x, character, mark
            if kind is not None:
                runs.append(Run(begin, text, len(text), looks[kind]))
            yield y, runs

    def _horizontal(self, line: int, mark: Mark, y: int, first: int, last: int) -> None:
        row = self._cells.setdefault(y, {})
        if first == last:
            self._put(row, first, LEFT | RIGHT, line, mark)
            return
        for x in range(first, last + 1):
            self._put(row, x, (x > first and LEFT) | (x < last and RIGHT), line, mark)

    def _vertical(self, line: int, mark: Mark, x: int, first: int, last: int) -> None:
        for y in range(first, last + 1):
            ways = UP | DOWN if first == last else (y > first and UP) | (y < last and DOWN)
            self._put(self._cells.setdefault(y, {}), x, ways, line, mark)

    @staticmethod
    def _put(row: dict[int, tuple[int, int, Mark]], x: int, ways: int, line: int, mark: Mark) -> None:
        there = row.get(x)
        if there is None:
            row[x] = (ways, line, mark)
        elif there[1] == line:
            row[x] = (there[0] | ways, line, mark)
        elif ways & _VERTICAL:
            # What stands upright goes over what lies, which is left open on both sides of it.
            row[x] = (ways, line, mark)
