"""The bar that goes to a line by its number."""

import re
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from argmap.editor.text_area import MapTextArea

_PLACE = re.compile(r"\s*(\d{1,9})\s*(?:[:,]\s*(\d{1,9})\s*)?$")


class GoToLineBar(Horizontal):
    """Asks for a line, or a line and a column as in 12:5, both from 1, and goes there."""

    DEFAULT_CSS = """
    GoToLineBar {
        display: none; height: 1; background: $panel; padding: 0 1;
        &.-open { display: block; }
        & Label { width: auto; margin-right: 1; }
        & Input { width: 12; margin-right: 1; }
        & #line-message { color: $text-error; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close", show=False, id="line.close")]

    def __init__(self, area: MapTextArea, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._area = area

    def compose(self) -> ComposeResult:
        """One field."""
        yield Label("Line")
        yield Input(compact=True, id="line-number", select_on_focus=True)
        yield Label("", id="line-message", markup=False)

    def open(self) -> None:
        """Show the bar."""
        self.add_class("-open")
        self._say("")
        field = self.query_one(Input)
        field.value = str(self._area.cursor_location[0] + 1)
        self.screen.set_focus(field)  # at once: keys that have come already are meant for it

    def action_close(self) -> None:
        """Hide the bar."""
        self.remove_class("-open")
        self._area.focus()

    @on(Input.Submitted)
    def _go(self, event: Input.Submitted) -> None:
        lines = self._area.document.line_count
        written = _PLACE.match(event.value)
        line = int(written[1]) if written else 0
        if written is None or not 1 <= line <= lines:
            self._say(f"write a line from 1 to {lines}")
            return
        column = int(written[2] or 1) - 1
        self._area.go_to((line - 1, max(column, 0)))
        self.action_close()

    def _say(self, message: str) -> None:
        self.query_one("#line-message", Label).update(message)
