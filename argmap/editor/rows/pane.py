"""What panes that show rows have in common: the keys that move in them."""

from collections.abc import Sequence
from typing import ClassVar, Self

from rich.style import Style
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from argmap.editor.inks import ink, readable
from argmap.editor.rows.row_list import RowList
from argmap.editor.rows.wrapping import Line


class RowPane(Vertical):
    """A list of rows with whatever stands around it. Heirs say what the rows are."""

    DEFAULT_CSS = """
    RowPane { background: $background; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Row up", show=False, id="list.up"),
        Binding("down,j", "move(1)", "Row down", show=False, id="list.down"),
        Binding("pageup", "page(-1)", "Page up", show=False, id="list.page-up"),
        Binding("pagedown", "page(1)", "Page down", show=False, id="list.page-down"),
        Binding("home,g", "first", "First row", show=False, id="list.first"),
        Binding("end,G", "last", "Last row", show=False, id="list.last"),
        Binding("enter", "source", "Source", id="list.source"),
    ]

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.list = RowList(self)

    def look_of(self, name: str) -> Style:
        """The style of a component class of this pane, without the ground that it stands on."""
        return readable(ink(self, name), self.list.rich_style)

    def heights(self, cells: int) -> Sequence[int]:
        """The lines that each row takes on so many cells."""
        raise NotImplementedError

    def painted(self, place: int, cells: int) -> Sequence[Line]:
        """The lines of one row."""
        raise NotImplementedError

    def nothing(self) -> str:
        """What is said when there are no rows."""
        raise NotImplementedError

    def focus(self, scroll_visible: bool = True) -> Self:
        """Give the keys to the list."""
        self.screen.set_focus(self.list, scroll_visible)  # at once, for keys that have come already
        return self

    def notify_style_update(self) -> None:
        """Colours are looked up again after the theme has changed."""
        super().notify_style_update()
        self.list.forget_styles()

    def chosen_by_reader(self) -> None:
        """The reader went to another row."""

    def go(self, place: int) -> None:
        """Choose a row, or the nearest there is, as the reader wants."""
        if self.list.choose(place):
            self.chosen_by_reader()

    def action_move(self, rows: int) -> None:
        """Go so many rows down, or up."""
        self.go(self.list.chosen + rows)

    def action_page(self, pages: int) -> None:
        """Go a screen down, or up."""
        self.go(self.list.a_page_on(pages))

    def action_first(self) -> None:
        """Go to the first row."""
        self.go(0)

    def action_last(self) -> None:
        """Go to the last row."""
        self.go(self.list.count - 1)

    def action_source(self) -> None:
        """Ask for the place in the text that the chosen row is about."""
        raise NotImplementedError

    def on_row_list_clicked(self, message: RowList.Clicked) -> None:
        """A click chooses a row; a second one asks for the source."""
        message.stop()
        self.go(message.place)
        if message.twice:
            self.action_source()
