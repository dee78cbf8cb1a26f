"""The text area as it is painted: colours of the language, problems, places found, and the gutter."""

from collections.abc import Iterable, Iterator, Mapping

from rich.style import Style
from textual.cache import LRUCache
from textual.document._document import Location, Selection
from textual.message import Message
from textual.strip import Strip

from argmap.editor.text_area.colouring import colours
from argmap.editor.text_area.exact import ExactTextArea
from argmap.editor.text_area.looks import styles_of
from argmap.editor.text_area.painting import Layer, Row, painted
from argmap.editor.text_area.problems import SIGNS, ProblemMark, Problems
from argmap.editor.text_area.shown import after_whole

_NUMBERED_FROM = 40
"""Cells of width below which the line numbers give their place to the text."""


class PaintedTextArea(ExactTextArea):
    """An exact text area that shows what its lines are and what is wrong with them."""

    class ProblemsHere(Message):
        """The problems of the cursor's line are others than before."""

        def __init__(self, area: "PaintedTextArea", problems: tuple[ProblemMark, ...]) -> None:
            super().__init__()
            self.area = area
            self.problems = problems

        @property
        def control(self) -> "PaintedTextArea":
            """The text area that speaks."""
            return self.area

    @property
    def problems_here(self) -> tuple[ProblemMark, ...]:
        """The problems of the line that the cursor is in, the worst first."""
        return self._problems.at(self.cursor_location[0])

    def set_problems(self, marks: Iterable[ProblemMark]) -> None:
        """Mark these problems and no others."""
        self._problems = Problems(marks)
        self._tell_problems()
        self.refresh()

    def show_matches(
        self, matches: Iterable[tuple[Location, Location]], here: tuple[Location, Location] | None = None
    ) -> None:
        """Mark places that a search found; `here` is the one that it is at."""
        found: dict[int, list[tuple[int, int]]] = {}
        for start, stop in matches:
            for row, left, right in self._by_row(start, stop):
                found.setdefault(row, []).append((left, right))
        self._matches = found
        self._match_here = list(self._by_row(*here)) if here else []
        self.refresh()

    def _by_row(self, start: Location, stop: Location) -> Iterator[tuple[int, int, int]]:
        for row in range(start[0], min(stop[0], self.document.line_count - 1) + 1):
            left = start[1] if row == start[0] else 0
            yield row, left, stop[1] if row == stop[0] else len(self.document[row])

    # What Textual calls, done otherwise

    def _document_replaced(self) -> None:
        self._problems = Problems()
        self._told: tuple[ProblemMark, ...] = ()
        self._matches = {}
        self._match_here = []
        self._looks: Mapping[str, Style] | None = None
        self._painted: LRUCache[Row, Strip] = LRUCache(2048)

    def _lines_changed(self, top: Location, old_bottom: Location, new_bottom: Location) -> None:
        self._problems.follow(top, old_bottom, new_bottom)
        if self._matches and (top[0], old_bottom[0]) != (new_bottom[0], new_bottom[0]):
            self._matches, self._match_here = {}, []
        super()._lines_changed(top, old_bottom, new_bottom)

    def _watch_selection(self, previous_selection: Selection, selection: Selection) -> None:
        super()._watch_selection(previous_selection, selection)
        self._tell_problems()

    def _tell_problems(self) -> None:
        here = self.problems_here
        if here != self._told:
            self._told = here
            self.post_message(self.ProblemsHere(self, here))

    @property
    def gutter_width(self) -> int:
        """Cells before the text: the line number where there is room for it, a sign, and a space."""
        return self._number_width + 2

    @property
    def _number_width(self) -> int:
        if not self.show_line_numbers or 0 < self.size.width < _NUMBERED_FROM:
            return 0
        return len(str(self.document.line_count)) + 1

    def notify_style_update(self) -> None:
        """Take the colours anew."""
        self._looks = None
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        """A row of the screen, from 0 at its top."""
        if not self.document.length and self.placeholder:
            return super().render_line(y)
        return self._render_line(y)

    def _render_line(self, y: int) -> Strip:
        if self._looks is None:
            self._looks = styles_of(self)
            self._painted.clear()
        row = y + self.scroll_offset.y
        if row >= self.wrapped_document.height:
            return Strip.blank(self.size.width, self._looks["base"])
        look = self._row(row)
        strip = self._painted.get(look)
        if strip is None:
            strip = self._painted[look] = painted(look, self._looks)
        return strip

    def _row(self, row: int) -> Row:
        wrapped = self.wrapped_document
        line_index, number = wrapped.line_at(row)
        line = self.document[line_index]
        start, stop = wrapped.section(line_index, number)
        last = stop == len(line)
        problems = self._problems.at(line_index) if number == 0 else ()
        cells = self._number_width
        return Row(
            number=f"{line_index + self.line_number_start if number == 0 else '':>{cells - 1}} "
            if cells
            else "",
            sign=SIGNS[problems[0].severity] if problems else " ",
            sign_style=problems[0].severity if problems else "",
            hang=wrapped.hang(line_index, number),
            text=line[start:stop],
            layers=tuple(
                (max(left, start) - start, min(right, stop + last) - start, name)
                for left, right, name in self._layers(line_index, line)
                if left < stop + last and right > start
            ),
            has_cursor=self._has_cursor and line_index == self.cursor_location[0],
            width=max(self.size.width - self.gutter_width, 0),
            skipped=0 if self.soft_wrap else self.scroll_offset.x,
        )

    def _layers(self, row: int, line: str) -> Iterator[Layer]:
        yield from colours(line, self.document.is_fielded(row))
        for mark in reversed(self._problems.at(row)):
            start = min(mark.start, max(len(line) - 1, 0))
            yield start, max(mark.stop, start + 1), f"under-{mark.severity}"
        for left, right in self._matches.get(row, ()):
            yield left, right, "match"
        for match_row, left, right in self._match_here:
            if match_row == row:
                yield left, right, "match-here"
        (top, left), (bottom, right) = sorted(self.selection)
        if (top, left) != (bottom, right) and top <= row <= bottom:
            yield left if row == top else 0, right if row == bottom else len(line) + 1, "selection"
        yield from self._cursor_layers(row, line)

    def _cursor_layers(self, row: int, line: str) -> Iterator[Layer]:
        cursor_row, column = self.cursor_location
        if cursor_row != row:
            return
        bracket = self._matching_bracket_location
        if bracket and self.match_cursor_bracket and self.selection.is_empty and bracket[0] == row:
            yield column, column + 1, "bracket"
            yield bracket[1], bracket[1] + 1, "bracket"
        if self._draw_cursor:
            yield column, after_whole(line, column), "cursor"
