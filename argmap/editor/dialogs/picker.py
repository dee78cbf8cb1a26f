"""A list to choose from."""

from collections.abc import Sequence
from typing import ClassVar

import attrs
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from argmap.editor.dialogs.dialog import Dialog
from argmap.source.cells import printable

_FEW = 5
"""Rows for which no room is kept that they do not need."""
_MOST = 300
"""Rows that are shown at once; more are had by writing a word of them."""


@attrs.frozen
class Row:
    """What can be chosen: its words, and slanted behind them more about it."""

    text: str
    detail: str = ""


def fitting(rows: Sequence[Row], written: str) -> list[int]:
    """The places of the rows that hold every word of what was written, capitals alike."""
    words = written.casefold().split()
    return [
        number
        for number, row in enumerate(rows)
        if all(word in f"{row.text} {row.detail}".casefold() for word in words)
    ]


class Picker(Dialog[int]):
    """Lets one choose; the result is the place of the row in `rows`, from 0. Writing narrows the list."""

    DEFAULT_CSS = """
    Picker {
        & > .dialog { max-width: 100; }
        & Input { background: $panel; }
        &.-many > .dialog { height: 90%; }
        &.-many OptionList { height: 1fr; }
        &.-small > .dialog { height: 100%; }
        &.-small OptionList { height: 1fr; }
        &.-small .picker-count { display: none; }
        & .picker-count { width: 1fr; color: $foreground-muted; }
        &:ansi Input { background: ansi_default; text-style: underline; }
        &:ansi .picker-count { color: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move('cursor_down')", show=False),
        Binding("up", "move('cursor_up')", show=False),
        Binding("pagedown", "move('page_down')", show=False),
        Binding("pageup", "move('page_up')", show=False),
    ]

    def __init__(
        self, title: str, rows: Sequence[Row], *, hint: str = "Enter goes there · Esc goes back"
    ) -> None:
        super().__init__()
        self._title = title
        self._rows = rows
        self._hint = hint

    def compose(self) -> ComposeResult:
        """A field to narrow the list, and the list."""
        with Vertical(classes="dialog"):
            yield Label(printable(self._title), classes="dialog-title", markup=False)
            yield Input(compact=True, placeholder="type to narrow")
            yield OptionList(compact=True)
            yield Label("", classes="picker-count")
            yield Label(self._hint, classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Only the field takes keys."""
        self.set_class(len(self._rows) > _FEW, "-many")
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._list("")

    @on(Input.Changed)
    def _narrowed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, written: str) -> None:
        found = fitting(self._rows, written)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Option(_shown(self._rows[number]), str(number)) for number in found[:_MOST]])
        options.highlighted = 0 if found else None
        more = f"{len(found) - _MOST:,} more: type to narrow" if len(found) > _MOST else ""
        self.query_one(".picker-count", Label).update(more if found else "nothing holds these words")

    def action_move(self, action: str) -> None:
        """Move in the list."""
        getattr(self.query_one(OptionList), f"action_{action}")()

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        if event.option.id is not None:
            self.dismiss(int(event.option.id))


def _shown(row: Row) -> Content:
    text = Content(printable(row.text))
    if not row.detail:
        return text
    return Content.assemble(text, "  ", (printable(row.detail), "italic"))
