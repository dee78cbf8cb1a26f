"""A list of rows of several lines each, painted line by line, so that its length costs nothing."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import ClassVar, Protocol

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.editor.rows.wrapping import Line, wrapped

_REMEMBERED = 1_000
"""Painted rows that are kept: some screens full."""


class Shows(Protocol):
    """What knows the rows that a list shows."""

    def heights(self, cells: int) -> Sequence[int]:
        """The lines that each row takes on so many cells."""

    def painted(self, place: int, cells: int) -> Sequence[Line]:
        """The lines of one row."""

    def nothing(self) -> str:
        """What is said when there are no rows."""

    def look_of(self, name: str) -> Style:
        """The style of a component class."""


class RowList(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows rows, one of them chosen, and tells the pane around it what the mouse does.

    Places count the rows that are shown, from 0. `chosen` is 0 when there are none. Keys are the pane's.
    """

    DEFAULT_CSS = """
    RowList {
        height: 1fr; background: $background; color: $foreground;
        overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        & > .rows--chosen {
            color: $block-cursor-blurred-foreground;
            background: $block-cursor-blurred-background;
            text-style: $block-cursor-blurred-text-style;
        }
        &:focus > .rows--chosen {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
        & > .rows--nothing { color: $foreground 75%; }
        &:ansi {
            & > .rows--chosen { color: ansi_default; background: ansi_default; text-style: underline; }
            & > .rows--nothing { color: ansi_default; }
        }
        &:ansi:focus > .rows--chosen { text-style: reverse; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"rows--chosen", "rows--nothing"}

    class Clicked(Message):
        """A click on a row, at a cell of one of its lines; the second one where it is `twice`."""

        def __init__(self, place: int, *, cell: int, line: int, twice: bool) -> None:
            super().__init__()
            self.place = place
            self.cell = cell
            self.line = line
            self.twice = twice

    def __init__(self, shows: Shows, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._shows = shows
        self._chosen = 0
        self._tops = [0]
        self._cells = 0
        self._height = 0
        self._painted: dict[int, list[Strip]] = {}
        self._styles: dict[tuple[str, bool], Style] = {}

    @property
    def chosen(self) -> int:
        """The place of the chosen row."""
        return self._chosen

    @property
    def count(self) -> int:
        """How many rows there are; 0 while the list has no size."""
        return len(self._tops) - 1

    @property
    def top(self) -> int:
        """The place of the first row on the screen."""
        return self._place_at(self.scroll_offset.y)

    @property
    def in_view(self) -> bool:
        """Whether something of the chosen row is on the screen."""
        if not self.count:
            return False
        y, place = self.scroll_offset.y, self._chosen
        return self._tops[place + 1] > y and self._tops[place] < y + self._height

    def renew(self, *, chosen: int, keep: tuple[int, int] | None = None) -> None:
        """Ask for all rows again. `keep`, a row's place before and now, stays where it is on the screen."""
        offset = self._tops[min(keep[0], self.count)] - self.scroll_offset.y if keep else None
        self._cells = self.scrollable_content_region.width
        self._chosen = chosen
        self._painted.clear()
        self._tops = [0]
        if not self._cells:
            return
        self._tops += accumulate(self._shows.heights(self._cells))
        self._chosen = min(max(chosen, 0), max(self.count - 1, 0))
        self.virtual_size = Size(self._cells, self._tops[-1])
        if keep and offset is not None:
            self._scroll(self._tops[min(keep[1], self.count)] - offset)
        self.refresh()

    def repaint(self) -> None:
        """Paint all rows again; none may have become higher or lower."""
        self._painted.clear()
        self.refresh()

    def choose(self, place: int) -> bool:
        """Choose a row, or the nearest there is, and bring it into view; whether it is another one."""
        before = self._chosen
        place = max(min(place, self.count - 1) if self.count else place, 0)
        for changed in (self._chosen, place):
            self._painted.pop(changed, None)
        self._chosen = place
        self.keep_in_view()
        self.refresh()
        return self._chosen != before

    def a_page_on(self, pages: int) -> int:
        """The place that is so many screens farther down."""
        y = self._tops[min(self._chosen, self.count)] + pages * max(self.size.height - 1, 1)
        place = self._place_at(min(max(y, 0), self._tops[-1]))
        # A row higher than the screen must not hold the reader up.
        return place if place != self._chosen else self._chosen + pages

    def keep_in_view(self) -> None:
        """Scroll no farther than to show the chosen row, from its first line if it is too high."""
        if not self.count or not self.size.height:
            return
        top, bottom = self._tops[self._chosen], self._tops[self._chosen + 1]
        y = min(max(self.scroll_offset.y, bottom - self.size.height), top)
        if y != self.scroll_offset.y:
            self._scroll(y)

    def _scroll(self, y: int) -> None:
        self.scroll_to(y=y, animate=False, force=True)

    def _place_at(self, y: int) -> int:
        return min(bisect_right(self._tops, y) - 1, max(self.count - 1, 0))

    def on_show(self) -> None:
        """What was given while the list was hidden is laid out now."""
        self.on_resize()

    def on_resize(self) -> None:
        """Wrap again where the width changed; the chosen row stays in view if it was."""
        # By the height before: a lower screen must not lose the row that was being read.
        seen = self.in_view or not self.count or not self._height
        self._height = self.size.height
        if self.scrollable_content_region.width != self._cells:
            top = self.top
            self.renew(chosen=self._chosen, keep=None if seen else (top, top))
        if seen:
            self.keep_in_view()

    def notify_style_update(self) -> None:
        """Colours are looked up again after the theme or the focus has changed."""
        super().notify_style_update()
        self.forget_styles()

    def forget_styles(self) -> None:
        """Look colours up again."""
        self._styles.clear()
        self._painted.clear()

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        width = self.size.width
        line = y + self.scroll_offset.y
        if not self.count:
            return self._nothing(y)
        if line >= self._tops[-1]:
            return Strip.blank(width, self.rich_style)
        place = self._place_at(line)
        return self._row(place)[line - self._tops[place]]

    def _row(self, place: int) -> list[Strip]:
        found = self._painted.get(place)
        if found is None:
            if len(self._painted) > _REMEMBERED:
                self._painted.clear()
            chosen = place == self._chosen
            end = self._style("", chosen=chosen)
            found = self._painted[place] = [
                Strip(
                    [Segment(text, self._style(name, chosen=chosen)) for text, name in line]
                ).adjust_cell_length(self.size.width, end)
                for line in self._shows.painted(place, self._cells)
            ]
        return found

    def _style(self, name: str, *, chosen: bool) -> Style:
        """The style of a component class of the pane; in the chosen row in its colours."""
        found = self._styles.get((name, chosen))
        if found is None:
            found = self.rich_style + self._shows.look_of(name) if name else self.rich_style
            if chosen:
                row = self.get_component_rich_style("rows--chosen")
                # Dim text on a chosen row cannot be read.
                found = (found + Style(dim=False, reverse=False)) if found.dim or found.reverse else found
                found += row
            self._styles[name, chosen] = found
        return found

    def _nothing(self, y: int) -> Strip:
        lines = wrapped(self._shows.nothing(), max(self.size.width - 2, 1))
        text = f" {lines[y]}" if y < len(lines) else ""
        style = self.get_component_rich_style("rows--nothing")
        return Strip([Segment(text, style)]).adjust_cell_length(self.size.width, self.rich_style)

    def on_click(self, event: events.Click) -> None:
        """Tell the pane which row it is."""
        line = event.y + self.scroll_offset.y
        if event.button != 1 or line >= self._tops[-1]:
            return
        place = self._place_at(line)
        in_row = line - self._tops[place]
        self.post_message(self.Clicked(place, cell=event.x, line=in_row, twice=event.chain == 2))
