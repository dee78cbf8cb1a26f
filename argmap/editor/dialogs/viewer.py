"""A dialog that shows a text to be read: the reasons for a claim, what a message means, a comparison."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, Label

from argmap.editor.dialogs.dialog import Dialog
from argmap.editor.dialogs.reader import Reader, Text
from argmap.source.cells import printable


class Viewer(Dialog[None]):
    """Shows a text; `signs` colours lines that begin with + and -, as in a comparison."""

    DEFAULT_CSS = """
    Viewer {
        & > .dialog { width: 94%; max-width: 110; height: 90%; }
        & Input { display: none; background: $panel; &.-open { display: block; } }
        &:ansi Input { background: ansi_default; text-style: underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash,ctrl+f", "look", show=False),
        Binding("n,f3", "again(1)", show=False),
        Binding("N,shift+f3", "again(-1)", show=False),
        Binding("q", "close", show=False),
    ]

    def __init__(self, title: str, text: Text, *, signs: bool = False) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._signs = signs

    def compose(self) -> ComposeResult:
        """The text, and below it what is looked for."""
        with Vertical(classes="dialog"):
            yield Label(printable(self._title), classes="dialog-title", markup=False)
            yield Reader(self._text, signs=self._signs)
            yield Input(compact=True, placeholder="find")
            yield Label("/ finds · n the next · Esc closes", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """The keys scroll."""
        self.query_one(Reader).focus()

    def action_look(self) -> None:
        """Ask what to look for."""
        field = self.query_one(Input)
        field.add_class("-open")
        field.focus()

    @on(Input.Submitted)
    def _find(self, event: Input.Submitted) -> None:
        found = self.query_one(Reader).find(event.value)
        rows = f"in {found:,} rows" if found != 1 else "in one row"
        self.query_one(".dialog-hint", Label).update(
            f"“{printable(event.value)}” is {rows} · n the next · N the one before · Esc closes"
            if found
            else f"“{printable(event.value)}” is nowhere here"
        )
        self.query_one(Input).remove_class("-open")
        self.query_one(Reader).focus()

    def action_again(self, step: int) -> None:
        """Go to the next place, or the one before."""
        self.query_one(Reader).find_again(step)

    def action_close(self) -> None:
        """Close the field that looks for something, or the dialog."""
        field = self.query_one(Input)
        if field.has_focus:
            field.remove_class("-open")
            self.query_one(Reader).focus()
        else:
            self.dismiss(None)
