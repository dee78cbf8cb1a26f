"""A page of rows that scrolls, in which the rows that lead somewhere can be chosen."""

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.editor.review.looks import COMPONENTS, CSS, Styles
from argmap.editor.review.rows import Row, Run, laid_out


class Page(ScrollView, can_focus=True):
    """Shows rows. Up and down go to the next one that leads somewhere, and scroll where there is none."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = f"""
    Page {{
        height: 1fr; background: $background; color: $foreground;
        overflow-x: hidden; scrollbar-gutter: stable; scrollbar-size-vertical: 1;
        {CSS}
    }}
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Up", show=False, id="review.up"),
        Binding("down", "move(1)", "Down", show=False, id="review.down"),
        Binding("enter", "choose", "To the chosen claim", show=False, id="review.choose"),
        Binding("pageup", "page(-1)", "A page up", show=False, id="review.page-up"),
        Binding("pagedown,space", "page(1)", "A page down", show=False, id="review.page-down"),
        Binding("home", "end(-1)", "To the top", show=False, id="review.top"),
        Binding("end", "end(1)", "To the bottom", show=False, id="review.bottom"),
    ]

    class Chosen(Message):
        """The reader wants to go to the claim of a row."""

        def __init__(self, label: str) -> None:
            super().__init__()
            self.label = label

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows: Sequence[Row] = ()
        self._chosen: int | None = None
        self._lines: list[tuple[int, list[Run]]] = []
        self._tops: list[int] = []
        self._cells = 0
        self._styles = Styles(self)

    @property
    def chosen(self) -> Row | None:
        """The chosen row."""
        return None if self._chosen is None else self._rows[self._chosen]

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown."""
        return self._rows

    def show(self, rows: Sequence[Row], *, again: bool = False) -> None:
        """Show other rows, from the top; or, of the same thing `again`, from where the reader is."""
        chosen = self._chosen if again else None
        self._rows = rows
        if chosen is None or chosen >= len(rows) or rows[chosen].target is None:
            chosen = None
        self._chosen = chosen
        self._lay_out()
        if not again:
            self.scroll_to(y=0, animate=False, force=True, immediate=True)

    def text(self) -> str:
        """All lines, as they are laid out."""
        return "\n".join("".join(text for text, _ in line) for _, line in self._lines)

    def _lay_out(self) -> None:
        self._cells = self.scrollable_content_region.width
        self._lines, self._tops = [], []
        if not self._cells:
            return
        for number, row in enumerate(self._rows):
            self._tops.append(len(self._lines))
            self._lines += [(number, line) for line in laid_out(row, self._cells)]
        self.virtual_size = Size(self._cells, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Lay out again where the width has changed; what was at the top stays there."""
        if self.scrollable_content_region.width == self._cells:
            return
        top = self.scroll_offset.y
        first = self._lines[top][0] if top < len(self._lines) else 0
        self._lay_out()
        if self._tops:
            self.scroll_to(y=self._tops[min(first, len(self._tops) - 1)], animate=False, force=True)

    def notify_style_update(self) -> None:
        """Colours are looked up again after the theme or the focus has changed."""
        super().notify_style_update()
        self._styles.forget()

    def render_line(self, y: int) -> Strip:
        """One line of what is in view."""
        place = y + self.scroll_offset.y
        cells, base = self.size.width, self._styles.of("")
        if place >= len(self._lines):
            return Strip.blank(cells, base)
        number, line = self._lines[place]
        chosen = number == self._chosen
        segments = [Segment(text, self._styles.of(look, chosen=chosen)) for text, look in line if text]
        end = self._styles.of("", chosen=chosen)
        return Strip(segments).adjust_cell_length(self._cells or cells, end).adjust_cell_length(cells, base)

    def action_move(self, step: int) -> None:
        """Choose the next row that leads somewhere, or scroll where that is too far away."""
        to = self._next(step)
        if to is None or not self._is_near(to):
            self.scroll_to(y=self.scroll_offset.y + step, animate=False, force=True)
            return
        self._chosen = to
        self._keep_in_view()
        self.refresh()

    def _next(self, step: int) -> int | None:
        places = [number for number, row in enumerate(self._rows) if row.target is not None]
        if self._chosen is None:
            return places[0] if places and step > 0 else None
        further = (number for number in places[::step] if (number - self._chosen) * step > 0)
        return next(further, None)

    def _is_near(self, number: int) -> bool:
        """Whether a row is in view, or so near that scrolling to it hides nothing unread."""
        top, height = self.scroll_offset.y, self.size.height
        return top - height // 2 <= self._tops[number] < top + height + height // 2

    def _keep_in_view(self) -> None:
        if self._chosen is None:
            return
        first = self._tops[self._chosen]
        last = self._tops[self._chosen + 1] if self._chosen + 1 < len(self._tops) else len(self._lines)
        y = min(max(self.scroll_offset.y, last - self.size.height), first)
        self.scroll_to(y=y, animate=False, force=True, immediate=True)

    def action_page(self, pages: int) -> None:
        """Scroll by a screen full."""
        y = self.scroll_offset.y + pages * max(self.size.height - 1, 1)
        self.scroll_to(y=y, animate=False, force=True)

    def action_end(self, way: int) -> None:
        """Scroll to the top or the bottom."""
        self.scroll_to(y=len(self._lines) if way > 0 else 0, animate=False, force=True)

    def action_choose(self) -> None:
        """Go to the claim of the chosen row."""
        row = self.chosen
        if row is not None and row.target is not None:
            self.post_message(self.Chosen(row.target))

    def on_click(self, event: events.Click) -> None:
        """Go to the claim of the row under the mouse."""
        place = event.y + self.scroll_offset.y
        if event.button != 1 or place >= len(self._lines):
            return
        number = self._lines[place][0]
        if self._rows[number].target is not None:
            self._chosen = number
            self.action_choose()
