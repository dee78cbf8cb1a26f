"""Where the lines of a text begin, counted in characters."""

import operator
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class LineStarts:
    """Where lines begin. An edit costs no more in a long text than in a short one.

    What is written moves all lines below. That is noted as one number for all of them, and carried out only
    for the lines between one edit and the next. The lists of lines and of their ends are changed by the text.
    """

    def __init__(self, lines: Sequence[str], ends: Sequence[str]) -> None:
        self._lines = lines
        self._ends = ends
        lengths = map(operator.add, map(len, lines), map(len, ends))
        self._counted: list[int] = list(accumulate(lengths, initial=0))
        self._row = 0
        self._moved = 0
        """By how many characters the lines below `_row` begin later than was counted."""

    def replaced(self, row: int, old: int, new: int, characters: int) -> None:
        """From a row on, `new` lines now stand where `old` ones did, with so many characters more."""
        self._carry_out(row + old - 1)
        lengths = (len(self._lines[n]) + len(self._ends[n]) for n in range(row, row + new - 1))
        self._counted[row : row + old] = accumulate(lengths, initial=self._counted[row])
        self._row = row + new - 1
        self._moved += characters

    def start(self, row: int) -> int:
        """The characters before a line."""
        return self._counted[row] + (self._moved if row > self._row else 0)

    def row(self, offset: int) -> int:
        """The line in which a character is; the last one for those after the text."""
        below, last = self._row + 1, len(self._lines)
        if below < last and offset >= self.start(below):
            return bisect_right(self._counted, offset - self._moved, lo=below, hi=last) - 1
        return bisect_right(self._counted, offset, hi=below) - 1

    def _carry_out(self, row: int) -> None:
        """Count the lines up to a row as they are, and none below it."""
        low, high = sorted((self._row, row))
        by = self._moved if row > self._row else -self._moved
        self._counted[low + 1 : high + 1] = [start + by for start in self._counted[low + 1 : high + 1]]
        self._row = row
