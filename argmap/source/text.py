"""A text and where things are in it: offsets to lines and columns and back."""

import bisect
import re
from functools import cached_property

import attrs

_LINE_END = re.compile(r"\r\n|\r|\n")


@attrs.frozen
class SourceText:
    """A text with the name that messages print. Lines end at LF, CRLF or CR, and at nothing else."""

    name: str
    text: str

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    @property
    def line_count(self) -> int:
        """Number of lines, counting an unfinished last one; an empty text has one."""
        return len(self._starts)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1, the column in characters."""
        line = bisect.bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def offset(self, line: int, column: int) -> int:
        """The offset of a line and column (from 1), kept inside the line; ValueError for no such line."""
        if not 1 <= line <= len(self._starts):
            raise ValueError(f"{self.name} has no line {line}")
        start = self._starts[line - 1]
        return start + min(max(column - 1, 0), len(self.line(line)))

    def line(self, number: int) -> str:
        """The text of a line (from 1) without its end."""
        start = self._starts[number - 1]
        stop = self._starts[number] if number < len(self._starts) else len(self.text)
        return self.text[start:stop].rstrip("\r\n")

    def utf16_column(self, offset: int) -> int:
        """Column from 0 in UTF-16 code units, as the Language Server Protocol counts."""
        line, column = self.position(offset)
        before = self.line(line)[: column - 1]
        return len(before) + sum(ord(character) > 0xFFFF for character in before)
