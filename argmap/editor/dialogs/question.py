"""A question with a few answers."""

from collections.abc import Sequence
from time import monotonic

import attrs
from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from argmap.editor.dialogs.dialog import Dialog
from argmap.source.cells import printable

WHILE_TYPING = 0.7
"""Seconds: keys that somebody was about to press anyway must not answer a question that comes by itself."""


@attrs.frozen
class Choice:
    """An answer: what the dialog gives back, the letter that chooses it, and its words."""

    id: str
    key: str
    label: str


class Question(Dialog[str]):
    """Asks; the result is the id of the choice. The first choice should be the one that loses nothing.

    For so many seconds after it has come, `patience`, it takes no keys.
    """

    DEFAULT_CSS = """
    Question {
        & OptionList { margin-top: 1; max-height: 30vh; }
        &.-small OptionList { margin-top: 0; max-height: 3; }
        &.-small .dialog-scroll { height: 1fr; min-height: 1; max-height: 100%; }
    }
    """

    def __init__(self, title: str, text: str, *, choices: Sequence[Choice], patience: float = 0.0) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._choices = choices
        self._patience = patience
        self._begun = monotonic()

    def compose(self) -> ComposeResult:
        """The question, what it is about, and the answers below each other."""
        with Vertical(classes="dialog"):
            yield Label(printable(self._title), classes="dialog-title", markup=False)
            with VerticalScroll(classes="dialog-scroll", can_focus=False):
                lines = "\n".join(map(printable, self._text.split("\n")))
                yield Static(lines, classes="dialog-text", markup=False)
            yield OptionList(*(Option(_shown(choice), choice.id) for choice in self._choices), compact=True)
            yield Label("Enter or a letter chooses · Esc goes back", classes="dialog-hint")

    def on_mount(self) -> None:
        """The first answer is ready to be chosen."""
        self._begun = monotonic()
        self.query_one(OptionList).focus()

    async def on_event(self, event: events.Event) -> None:
        """Let keys go by that were meant for the text."""
        if isinstance(event, events.Key) and monotonic() - self._begun < self._patience:
            return
        await super().on_event(event)

    def on_key(self, event: events.Key) -> None:
        """A letter chooses."""
        for choice in self._choices:
            if event.character is not None and event.character.casefold() == choice.key:
                event.stop()
                self.dismiss(choice.id)
                return

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)


def _shown(choice: Choice) -> Content:
    return Content.assemble((f" {choice.key} ", "bold"), " ", printable(choice.label))
