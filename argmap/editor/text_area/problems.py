"""Where problems are marked in the text, and how the marks move while somebody types.

The marks were worked out for a text that is a little older than the one on the screen. Until newer ones
come they go with their lines, so that a mark is never beside a line that it does not speak of.
"""

from collections.abc import Iterable

import attrs
from textual.document._document import Location

from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.text import SourceText

_WORST_FIRST = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.HINT: 2}
SIGNS = {Severity.ERROR: "●", Severity.WARNING: "▲", Severity.HINT: "·"}
"""The marks in the gutter; they differ in shape, for readers and screens without colours."""


@attrs.frozen
class ProblemMark:
    """A problem in row `row` (from 0), from column `start` to `stop`, with what is to be said about it.

    `hint` says what to do, `fix` what its fix would do; empty where there is none.
    """

    row: int
    start: int
    stop: int
    severity: Severity
    message: str = ""
    hint: str = ""
    fix: str = ""


def marks_of(diagnostics: Iterable[Diagnostic], source: SourceText) -> list[ProblemMark]:
    """The marks of the messages about one text; a span of several lines is marked in the first."""
    marks = []
    for diagnostic in diagnostics:
        if diagnostic.span.file != source.name:
            continue
        line, column = source.position(diagnostic.span.start)
        length = min(diagnostic.span.stop - diagnostic.span.start, len(source.line(line)) - column + 1)
        marks.append(
            ProblemMark(
                line - 1,
                column - 1,
                column - 1 + max(length, 0),
                diagnostic.severity,
                diagnostic.message,
                hint=next(iter(diagnostic.hints), ""),
                fix=diagnostic.fix.title if diagnostic.fix else "",
            )
        )
    return marks


class Problems:
    """The marks of a text by row, the worst of a row first."""

    def __init__(self, marks: Iterable[ProblemMark] = ()) -> None:
        self._rows: dict[int, tuple[ProblemMark, ...]] = {}
        for mark in sorted(marks, key=lambda m: (m.row, _WORST_FIRST[m.severity], m.start)):
            self._rows[mark.row] = (*self._rows.get(mark.row, ()), mark)

    def at(self, row: int) -> tuple[ProblemMark, ...]:
        """The marks of a row, the worst first."""
        return self._rows.get(row, ())

    def beside(self, location: Location, step: int) -> ProblemMark | None:
        """The next mark after a location (step 1) or before it (-1), going round at the ends."""
        marks = sorted((mark for row in self._rows.values() for mark in row), key=lambda m: (m.row, m.start))
        if not marks:
            return None
        if step > 0:
            return next((mark for mark in marks if (mark.row, mark.start) > location), marks[0])
        return next((mark for mark in reversed(marks) if (mark.row, mark.start) < location), marks[-1])

    def follow(self, top: Location, old_bottom: Location, new_bottom: Location) -> None:
        """Move the marks with their lines after an edit; those inside what was replaced are gone."""
        rows = new_bottom[0] - old_bottom[0]
        if not rows and top[0] == old_bottom[0]:
            if marks := self._rows.get(top[0]):
                self._rows[top[0]] = tuple(
                    _shifted(mark, top[1], old_bottom[1], new_bottom[1]) for mark in marks
                )
            return
        kept: dict[int, tuple[ProblemMark, ...]] = {}
        for row, marks in self._rows.items():
            if row > old_bottom[0]:
                kept[row + rows] = tuple(attrs.evolve(mark, row=row + rows) for mark in marks)
            elif row < top[0] or (row == top[0] and top != (row, 0)):
                kept[row] = marks
            elif row == old_bottom[0] and old_bottom[1] == 0:
                new = new_bottom[0]
                kept[new] = tuple(attrs.evolve(mark, row=new) for mark in marks)
        self._rows = kept


def _shifted(mark: ProblemMark, start: int, old_stop: int, new_stop: int) -> ProblemMark:
    if mark.stop <= start:
        return mark
    by = new_stop - old_stop
    return attrs.evolve(
        mark,
        start=mark.start + by if mark.start >= old_stop else mark.start,
        stop=max(mark.stop + by, mark.start),
    )
