"""The text that is edited, line by line, with the end of every line kept as it was written.

Lines end at LF, CRLF or CR, and at nothing else, as the language has it. Textual's own document splits at
every character that Unicode calls a line end, and gives all lines the end of the first.
"""

import re
from typing import overload

from textual.document._document import DocumentBase, EditResult, Location, Newline
from textual.geometry import Size

from argmap.editor.text_area.colouring import FIELDED, ORDINARY, opening
from argmap.editor.text_area.line_starts import LineStarts
from argmap.source.cells import TAB_STOP, shown_line, width

_FEW_EDITS = 16
"""Edits that are carried out on the text one by one; after more it is put together anew."""
_LINE_END = re.compile(r"(\r\n|\r|\n)")


def split_lines(text: str) -> tuple[list[str], list[str]]:
    """The lines of a text and the ends of each; the last line has an empty end."""
    if "\r" not in text:
        lines = text.split("\n")
        return lines, ["\n"] * (len(lines) - 1) + [""]
    pieces = _LINE_END.split(text)
    return pieces[::2], [*pieces[1::2], ""]


def location_in(text: str, offset: int) -> Location:
    """The row and column of a character offset of a text; inside a line end, the place before it."""
    if text[offset - 1 : offset + 1] == "\r\n":
        offset -= 1
    lines, _ = split_lines(text[:offset])
    return len(lines) - 1, len(lines[-1])


class MapDocument(DocumentBase):
    """A text as lines. Locations are (row, column), both from 0, the column in characters.

    `length` is the number of characters. Texts that are put in are taken as they are.
    """

    def __init__(self, text: str) -> None:
        self._lines, self._ends = split_lines(text)
        self._openings = bytearray(map(opening, self._lines))
        self._starts = LineStarts(self._lines, self._ends)
        self._text = text
        self._edits: list[tuple[int, int, str]] = []
        """What has changed since `_text`, as ranges of characters and what stands there now, in turn."""
        self.length = len(text)

    @property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self._lines

    @property
    def ends(self) -> list[str]:
        """The end of every line, as it was written."""
        return self._ends

    @property
    def text(self) -> str:
        """The whole text, character for character."""
        if len(self._edits) > _FEW_EDITS:
            pairs = zip(self._lines, self._ends, strict=True)
            self._text = "".join([part for pair in pairs for part in pair])
        else:
            for start, stop, new in self._edits:
                self._text = f"{self._text[:start]}{new}{self._text[stop:]}"
        self._edits.clear()
        return self._text

    @property
    def newline(self) -> Newline:
        """The end of the first line, which new lines get; LF where the text has one line only."""
        return self._ends[0] or "\n"  # type: ignore[return-value]

    @property
    def line_count(self) -> int:
        """The number of lines, counting an empty last one."""
        return len(self._lines)

    @property
    def start(self) -> Location:
        """The first location."""
        return 0, 0

    @property
    def end(self) -> Location:
        """The location after the last character."""
        return len(self._lines) - 1, len(self._lines[-1])

    def get_line(self, index: int) -> str:
        """A line without its end."""
        return self._lines[index]

    @overload
    def __getitem__(self, line_index: int) -> str: ...
    @overload
    def __getitem__(self, line_index: slice) -> list[str]: ...
    def __getitem__(self, line_index: int | slice) -> str | list[str]:
        return self._lines[line_index]

    def get_size(self, indent_width: int = TAB_STOP) -> Size:
        """Cells of the longest line as it is shown, and the number of lines."""
        widest = max(width("".join(shown_line(line))) for line in self._lines)
        return Size(widest, len(self._lines))

    def clamped(self, location: Location) -> Location:
        """The nearest location that the text has."""
        row, column = location
        if row >= len(self._lines):
            return self.end
        row = max(row, 0)
        return row, min(max(column, 0), len(self._lines[row]))

    def get_text_range(self, start: Location, end: Location) -> str:
        """The text between two locations, line ends as they are."""
        (top, left), (bottom, right) = sorted((self.clamped(start), self.clamped(end)))
        if top == bottom:
            return self._lines[top][left:right]
        middle = zip(self._lines[top + 1 : bottom], self._ends[top + 1 : bottom], strict=True)
        return "".join(
            [
                self._lines[top][left:],
                self._ends[top],
                *(part for pair in middle for part in pair),
                self._lines[bottom][:right],
            ]
        )

    def replace_range(self, start: Location, end: Location, text: str) -> EditResult:
        """Put a text between two locations; the only way in which the document changes."""
        top, bottom = sorted((self.clamped(start), self.clamped(end)))
        replaced = self.get_text_range(top, bottom)
        begin = self.offset(top)
        self._edits.append((begin, begin + len(replaced), text))
        lines, ends = split_lines(text)
        column = len(lines[-1]) + (top[1] if len(lines) == 1 else 0)
        lines[0] = self._lines[top[0]][: top[1]] + lines[0]
        lines[-1] += self._lines[bottom[0]][bottom[1] :]
        ends[-1] = self._ends[bottom[0]]
        rows = slice(top[0], bottom[0] + 1)
        self._lines[rows] = lines
        self._ends[rows] = ends
        self._openings[rows] = bytes(map(opening, lines))
        self._starts.replaced(top[0], bottom[0] - top[0] + 1, len(lines), len(text) - len(replaced))
        self.length += len(text) - len(replaced)
        return EditResult((top[0] + len(lines) - 1, column), replaced)

    def whole_ends(self, text: str, start: Location, end: Location) -> tuple[str, Location, Location]:
        """A replacement widened where it would bring a CR and an LF together that make one line end.

        So every edit leaves the lines as they would be read again, and can be undone exactly.
        """
        top, bottom = sorted((self.clamped(start), self.clamped(end)))
        follows = self._ends[bottom[0]] if bottom[1] == len(self._lines[bottom[0]]) else ""
        if top[1] == 0 and top[0] and self._ends[top[0] - 1] == "\r" and (text or follows)[:1] == "\n":
            top = top[0] - 1, len(self._lines[top[0] - 1])
            text = "\r" + text
        if text.endswith("\r") and follows == "\n":
            bottom = bottom[0] + 1, 0
            text += "\n"
        return text, top, bottom

    def newline_at(self, location: Location) -> str:
        """The line end to write at a location: that of the line, or of the one above where it has none."""
        row, column = self.clamped(location)
        above = self._ends[row - 1] if row else ""
        new = self._ends[row] or above or "\n"
        joins_above = column == 0 and above == "\r" and new == "\n"
        return "\r\n" if joins_above else new

    def with_newlines_of(self, text: str, location: Location) -> str:
        """A text from elsewhere, with its line ends written as they are at a location."""
        if "\r" not in text and "\n" not in text:
            return text
        return _LINE_END.sub(self.newline_at(location), text)

    def is_fielded(self, row: int) -> bool:
        """Whether an indented line at this row is a field of a `map` or `source` line."""
        stop = row + 1
        ordinary = self._openings.rfind(ORDINARY, 0, stop)
        return self._openings.rfind(FIELDED, 0, stop) > ordinary

    def offset(self, location: Location) -> int:
        """Characters before a location."""
        row, column = self.clamped(location)
        return self._starts.start(row) + column

    def location(self, offset: int) -> Location:
        """The location of a character offset; inside a line end, the place before it."""
        row = self._starts.row(max(offset, 0))
        return row, min(max(offset, 0) - self._starts.start(row), len(self._lines[row]))
