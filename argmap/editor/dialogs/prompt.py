"""A line to be written."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList

from argmap.editor.dialogs.dialog import Dialog
from argmap.source.cells import printable

_OFFERED = 6


def _all_right(_: str) -> str:
    return ""


def _nothing(_: str) -> Sequence[str]:
    return ()


class Prompt(Dialog[str]):
    """Asks for one line; the result is what was written, without blanks around it.

    `check` says in a sentence what is wrong with a line, and nothing when it may be taken; `offered` gives
    lines that what is written may be completed to, best first.
    """

    DEFAULT_CSS = """
    Prompt {
        & Input { background: $panel; margin: 0; }
        & OptionList { display: none; max-height: 6; &.-open { display: block; } }
        &.-small OptionList { max-height: 2; }
        &:ansi Input { background: ansi_default; text-style: underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("tab", "take", show=False, priority=True),
    ]

    def __init__(
        self,
        title: str,
        *,
        value: str = "",
        note: str = "",
        check: Callable[[str], str] = _all_right,
        offered: Callable[[str], Sequence[str]] = _nothing,
    ) -> None:
        super().__init__()
        self._title = title
        self._value = value
        self._note = note
        self._check = check
        self._offered = offered
        self._lines: Sequence[str] = ()

    def compose(self) -> ComposeResult:
        """What is asked for, the line, what is wrong with it, and what is offered."""
        with Vertical(classes="dialog"):
            yield Label(printable(self._title), classes="dialog-title", markup=False)
            yield Input(self._value, compact=True, select_on_focus=True)
            yield Label("", classes="dialog-message", markup=False)
            yield OptionList(compact=True)
            offers = "" if self._offered is _nothing else "Tab completes · "
            hint = f"{self._note}\n" if self._note else ""
            yield Label(f"{hint}{offers}Enter takes it · Esc goes back", classes="dialog-hint", markup=False)

    def on_mount(self) -> None:
        """Only the line takes keys."""
        self.query_one(OptionList).can_focus = False
        self.query_one(Input).focus()
        self._offer(self._value)

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        written = event.value.strip()
        # Nobody is told that what they have not written yet is wrong.
        self._say(self._check(written) if written and written != self._value else "")
        self._offer(written)

    def _say(self, message: str) -> None:
        label = self.query_one(".dialog-message", Label)
        label.update(printable(message))
        label.display = bool(message)

    def _offer(self, written: str) -> None:
        self._lines = [line for line in self._offered(written) if line != written][:_OFFERED]
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options([Content(printable(line)) for line in self._lines])
        options.set_class(bool(self._lines), "-open")

    def action_move(self, step: int) -> None:
        """Choose another of the lines that are offered."""
        options = self.query_one(OptionList)
        if self._lines:
            here = options.highlighted
            options.highlighted = (here + step if here is not None else min(step, 0)) % len(self._lines)

    def action_take(self) -> None:
        """Write the chosen line, or the first that is offered, into the field."""
        if self._lines:
            self._write(self.query_one(OptionList).highlighted or 0)

    @on(OptionList.OptionSelected)
    def _clicked(self, event: OptionList.OptionSelected) -> None:
        self._write(event.option_index)

    def _write(self, number: int) -> None:
        field = self.query_one(Input)
        field.value = self._lines[number]
        field.cursor_position = len(field.value)

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        written = event.value.strip()
        message = self._check(written)
        if message:
            self._say(message)
        else:
            self.dismiss(written)
