"""A text to be read, of any length: it scrolls, and can be searched."""

import re
from collections.abc import Callable
from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.source.cells import printable, width, wrap

Text = str | Callable[[int], str]
"""A text, or a function that lays it out for a number of cells."""


_SIGNS = {"+": "reader--added", "-": "reader--removed"}
_BEFORE = re.compile(r"[-+]? *")


def rows_of(text: str, cells: int) -> list[tuple[str, str]]:
    """The lines of a text in rows of so many cells, each with the sign, + or -, that its line begins with.

    What hangs over is indented as its line is.
    """
    return [(row, line[:1]) for line in text.split("\n") for row in _rows(line.expandtabs(4).rstrip(), cells)]


def _rows(line: str, cells: int) -> list[str]:
    shown = printable(line)
    if width(shown) <= cells:
        return [shown]
    found = _BEFORE.match(shown)
    before = found[0][: cells // 2] if found else ""
    first, *others = wrap(shown[len(before) :], cells - len(before))
    return [before + first, *(" " * len(before) + row for row in others)]


class Reader(ScrollView, can_focus=True):
    """Shows a text. `find` marks what was looked for; `signs` colours the lines of a comparison."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"reader--found", "reader--added", "reader--removed"}
    DEFAULT_CSS = """
    Reader {
        height: 1fr; background: $surface; color: $foreground;
        scrollbar-size-vertical: 1; scrollbar-gutter: stable; overflow-x: hidden;
        & .reader--found { color: $block-cursor-foreground; background: $block-cursor-background; }
        & .reader--added { color: $text-success; }
        & .reader--removed { color: $text-error; }
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("b", "page_up", show=False),
    ]

    def __init__(self, text: Text, *, signs: bool = False) -> None:
        super().__init__()
        self._text = text
        self._signs = signs
        self._rows: list[tuple[str, str]] = []
        self._looked_for = ""
        self._found: list[int] = []
        self._here = -1

    def on_resize(self) -> None:
        """Lay the text out for the new width."""
        cells = max(self.scrollable_content_region.width, 1)
        text = self._text if isinstance(self._text, str) else self._text(cells)
        self._rows = rows_of(text, cells)
        self.virtual_size = Size(cells, len(self._rows))
        self._search()
        self.refresh()

    def find(self, written: str) -> int:
        """Mark what was looked for, and go to the first from here on; in how many rows it is."""
        self._looked_for = written.casefold()
        self._search()
        if self._found:
            after = [number for number, row in enumerate(self._found) if row >= self.scroll_offset.y]
            self._go(after[0] if after else 0)
        self.refresh()
        return len(self._found)

    def find_again(self, step: int) -> None:
        """Go to the next row that has it (1), or the one before (-1)."""
        if self._found:
            self._go((self._here + step) % len(self._found))

    def _search(self) -> None:
        wanted = self._looked_for
        self._found = (
            [n for n, (row, _) in enumerate(self._rows) if wanted in row.casefold()] if wanted else []
        )
        self._here = min(self._here, len(self._found) - 1)

    def _go(self, number: int) -> None:
        self._here = number
        row = self._found[number]
        if not self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height:
            self.scroll_to(y=max(row - self.size.height // 3, 0), animate=False, immediate=True)

    def render_line(self, y: int) -> Strip:
        """One row, with what was looked for marked."""
        number = self.scroll_offset.y + y
        base = self.rich_style
        if number >= len(self._rows):
            return Strip.blank(self.size.width, base)
        row, sign = self._rows[number]
        style = base
        if self._signs and sign in _SIGNS:
            style = base + self.get_component_rich_style(_SIGNS[sign], partial=True)
        segments: list[Segment] = []
        begin = 0
        at = row.casefold().find(self._looked_for) if self._looked_for else -1
        # Folding may change the length of a word; then the row is marked by place, not by letter.
        while at >= 0 and len(row.casefold()) == len(row):
            end = at + len(self._looked_for)
            found = base + self.get_component_rich_style("reader--found")
            segments += [Segment(row[begin:at], style), Segment(row[at:end], found)]
            begin, at = end, row.casefold().find(self._looked_for, end)
        segments.append(Segment(row[begin:], style))
        return Strip(segments).adjust_cell_length(self.size.width, base)
