"""Where the cursor goes from a location, row by row as the screen shows them."""

from textual.document._document import Location
from textual.document._document_navigator import DocumentNavigator
from textual.geometry import Offset

from argmap.editor.text_area.shown import after_whole, whole
from argmap.editor.text_area.wrapping import HangingWrap


class RowNavigator(DocumentNavigator):
    """The cursor keeps its cell when it goes up and down, and never stops inside a joined character."""

    def __init__(self, wrapped: HangingWrap) -> None:
        super().__init__(wrapped)
        self._wrapped = wrapped
        self._text = wrapped.document

    def get_location_left(self, location: Location) -> Location:
        """The place before; from the start of a line, the end of the one above."""
        row, column = location
        if column:
            return row, whole(self._text[row], column - 1)
        return (row - 1, len(self._text[row - 1])) if row else location

    def get_location_right(self, location: Location) -> Location:
        """The place after; from the end of a line, the start of the one below."""
        row, column = location
        if column < len(self._text[row]):
            return row, after_whole(self._text[row], column)
        return (row + 1, 0) if row + 1 < self._text.line_count else location

    def get_location_above(self, location: Location) -> Location:
        """One row up; from the first row, the start of the text."""
        row = self._wrapped.location_to_offset(location).y - 1
        return self._text.start if row < 0 else self._at(row)

    def get_location_below(self, location: Location) -> Location:
        """One row down; from the last row, the end of the text."""
        row = self._wrapped.location_to_offset(location).y + 1
        return self._text.end if row >= self._wrapped.height else self._at(row)

    def _at(self, row: int) -> Location:
        return self._wrapped.offset_to_location(Offset(self.last_x_offset, row))

    def get_location_home(self, location: Location, smart_home: bool = False) -> Location:
        """The start of the row; a second time, the start of the line: before its indentation, or after it."""
        line_index, column = location
        start, _ = self._section(location)
        if column != start and start:
            return line_index, start
        line = self._text[line_index]
        text_start = len(line) - len(line.lstrip())
        if not smart_home or column == text_start:
            return line_index, 0
        return line_index, text_start

    def get_location_end(self, location: Location) -> Location:
        """The end of the row; a second time, the end of the line."""
        line_index, column = location
        _, stop = self._section(location)
        length = len(self._text[line_index])
        last = whole(self._text[line_index], stop - 1)
        return line_index, (length if stop == length or column == last else last)

    def _section(self, location: Location) -> tuple[int, int]:
        row = self._wrapped.location_to_offset(location).y
        line_index, number = self._wrapped.line_at(row)
        return self._wrapped.section(line_index, number)
