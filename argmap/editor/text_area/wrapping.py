"""The rows of the screen that a document takes, with continued rows hanging under their line's text.

What an edit costs here depends on the lines it touches. Only where it changes the number of rows, the
rows are counted again when somebody asks, in a loop that is not Python's.
"""

import bisect
from itertools import accumulate, pairwise

from textual.document._document import Location
from textual.document._wrapped_document import WrappedDocument
from textual.geometry import Offset

from argmap.editor.text_area.document import MapDocument
from argmap.editor.text_area.shown import breaks, cells_before, column_at, hanging, is_plain, measured


class HangingWrap(WrappedDocument):
    """A document at a width of cells; width 0 is not wrapped at all."""

    document: MapDocument

    def __init__(self, document: MapDocument, width: int = 0) -> None:
        self._breaks: list[tuple[int, ...]] = []
        self._added = 0
        self._added_before: list[int] | None = None
        self._lengths: list[int] = []
        self.widest = 0
        super().__init__(document, width)

    def wrap(self, width: int, tab_width: int | None = None) -> None:
        """Divide all lines anew, if the width is another one."""
        if self._breaks and width == self._width:
            return
        self._width = width
        lines = self.document.lines
        self._breaks = [breaks(line, width) for line in lines] if width else [()] * len(lines)
        self._lengths = [] if width else [_shown_length(line) for line in lines]
        self.widest = max(self._lengths, default=0)
        self._added = sum(map(len, self._breaks)) if width else 0
        self._added_before = None

    def wrap_range(self, start: Location, old_end: Location, new_end: Location) -> None:
        """Divide the lines again that an edit changed; the document has been edited already."""
        top, old, new = start[0], old_end[0] + 1, new_end[0] + 1
        lines = self.document.lines[top:new]
        divided = [breaks(line, self._width) if self._width else () for line in lines]
        removed = self._breaks[top:old]
        self._breaks[top:old] = divided
        if new != old or any(len(a) != len(b) for a, b in zip(removed, divided, strict=True)):
            self._added += sum(map(len, divided)) - sum(map(len, removed))
            self._added_before = None
        if not self._width:
            self._measure(lines, top, old)

    def _measure(self, lines: list[str], top: int, old: int) -> None:
        lengths = [_shown_length(line) for line in lines]
        longest_was = max(self._lengths[top:old], default=0)
        self._lengths[top:old] = lengths
        longest = max(lengths, default=0)
        if longest < longest_was == self.widest:
            longest = max(self._lengths)
        self.widest = max(self.widest, longest) if longest_was < self.widest else longest

    @property
    def lines(self) -> list[list[str]]:
        """The rows of every line."""
        return [self.get_sections(index) for index in range(len(self._breaks))]

    @property
    def wrapped(self) -> bool:
        """Whether any line takes more than one row."""
        return self._added > 0

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self._breaks) + self._added

    def row_of(self, line_index: int) -> int:
        """The first row of a line."""
        return line_index + (self._rows_added()[line_index] if self._added else 0)

    def line_at(self, row: int) -> tuple[int, int]:
        """The line that a row shows, and which of its rows it is, from 0."""
        row = min(max(row, 0), self.height - 1)
        if not self._added:
            return row, 0
        added = self._rows_added()
        line = bisect.bisect_right(range(len(self._breaks)), row, key=lambda index: index + added[index]) - 1
        return line, row - line - added[line]

    def _rows_added(self) -> list[int]:
        if self._added_before is None:
            self._added_before = list(accumulate(map(len, self._breaks), initial=0))
        return self._added_before

    def get_offsets(self, line_index: int) -> list[int]:
        """The columns where a line is divided. Raises ValueError for no such line."""
        if not 0 <= line_index < len(self._breaks):
            raise ValueError(f"there is no line {line_index} in {len(self._breaks)} lines")
        return list(self._breaks[line_index])

    def section(self, line_index: int, number: int) -> tuple[int, int]:
        """The columns where a row of a line begins and stops."""
        divided = self._breaks[line_index]
        start = divided[number - 1] if number else 0
        stop = divided[number] if number < len(divided) else len(self.document[line_index])
        return start, stop

    def get_sections(self, line_index: int) -> list[str]:
        """The text of each row of a line."""
        line = self.document[line_index]
        edges = [0, *self._breaks[line_index], len(line)]
        return [line[start:stop] for start, stop in pairwise(edges)]

    def get_tab_widths(self, line_index: int) -> list[int]:
        """The cells of each tab of a line that is not wrapped."""
        line = self.document[line_index]
        return [
            len(piece)
            for character, piece in zip(line, measured(line).pieces, strict=True)
            if character == "\t"
        ]

    def hang(self, line_index: int, number: int) -> int:
        """Cells before the text of a row of a line."""
        return hanging(self.document[line_index], self._width) if number else 0

    def location_to_offset(self, location: Location) -> Offset:
        """The cell and row of a location; one outside the text counts as the nearest inside."""
        line_index, column = self.document.clamped(location)
        number = bisect.bisect_right(self._breaks[line_index], column)
        start, stop = self.section(line_index, number)
        cell = cells_before(self.document[line_index][start:stop], column - start)
        return Offset(cell + self.hang(line_index, number), self.row_of(line_index) + number)

    def offset_to_location(self, offset: Offset) -> Location:
        """The location that is shown at a cell of a row, or the nearest."""
        line_index, number = self.line_at(offset.y)
        return line_index, self.get_target_document_column(line_index, offset.x, number)

    def get_target_document_column(self, line_index: int, x_offset: int, y_offset: int) -> int:
        """The column at a cell of a row of a line; rows may be counted from the last with -1."""
        number = y_offset if y_offset >= 0 else len(self._breaks[line_index]) + 1 + y_offset
        start, stop = self.section(line_index, number)
        section = self.document[line_index][start:stop]
        column = column_at(section, x_offset - self.hang(line_index, number))
        if column == len(section) and number < len(self._breaks[line_index]):
            column -= 1  # the place after it is shown at the start of the next row
        return start + max(column, 0)


def _shown_length(line: str) -> int:
    return len(line) if is_plain(line) else sum(measured(line).cells)
