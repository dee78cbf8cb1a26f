"""One choice of a form: its name, and its value between two arrows."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from argmap.editor.export.choices import Row, Value
from argmap.source.cells import padded, width

NAME_CELLS = 11
_WIDE = 30


class ChoiceRow(Widget, can_focus=True):
    """A choice, changed with left and right, or by a click on either half of its value."""

    DEFAULT_CSS = """
    ChoiceRow {
        height: 1; width: 1fr; text-wrap: nowrap; text-overflow: ellipsis;
        &:focus { color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,space", "turn(1)", show=False),
        Binding("left", "turn(-1)", show=False),
    ]

    value: reactive[str] = reactive("")

    class Changed(Message):
        """Another value was chosen."""

        def __init__(self, row: "ChoiceRow") -> None:
            super().__init__()
            self.row = row

    def __init__(self, row: Row) -> None:
        super().__init__(id=f"export-{row.id}")
        self.row = row
        self._values: Sequence[Value] = row.values
        self.set_reactive(ChoiceRow.value, row.values[0].id)

    def offer(self, values: Sequence[Value]) -> None:
        """Let only these values be chosen."""
        self._values = values
        if self.value not in {value.id for value in values}:
            self.value = values[0].id

    def render(self) -> Content:
        """The name and the value."""
        words = next((value.words for value in self._values if value.id == self.value), "")
        return Content(f"{padded(self.row.words, self._name_cells)}‹ {words} ›")

    @property
    def _name_cells(self) -> int:
        return NAME_CELLS if self.size.width >= _WIDE else width(self.row.words) + 1

    def action_turn(self, step: int) -> None:
        """Choose the next value, or the one before."""
        ids = [value.id for value in self._values]
        self.value = ids[(ids.index(self.value) + step) % len(ids)]

    def watch_value(self) -> None:
        """Tell of the change."""
        self.post_message(self.Changed(self))

    def on_click(self, event: events.Click) -> None:
        """Choose the next value; left of the value's first cell, the one before."""
        event.stop()
        self.action_turn(-1 if event.x <= self._name_cells else 1)
