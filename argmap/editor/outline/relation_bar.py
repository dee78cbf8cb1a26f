"""The question that is asked when a branch is put below another claim: what it is to be there."""

from collections.abc import Mapping
from typing import ClassVar, Final

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

_CHOICES: Final[Mapping[str, tuple[str, str]]] = {
    "r": ("because", "reason"),
    "o": ("but", "objection"),
    "e": ("evidence", "evidence"),
    "x": ("unless", "exception"),
    "p": ("and", "premise"),
    "w": ("since", "warrant"),
    "a": ("assuming", "assumption"),
}
"""By key, the keyword and what a reader calls it."""


def _asked() -> str:
    """The question as markup: `(r)eason`, and each word can be clicked."""
    choices = (
        f"[@click=choose('{keyword}')]{word.replace(key, f'([b]{key}[/b])', 1)}[/]"
        for key, (keyword, word) in _CHOICES.items()
    )
    return f"Put it below as {'  '.join(choices)}"


class RelationBar(Static, can_focus=True):
    """Asks for a relation by one key each, while it has the focus."""

    DEFAULT_CSS = """
    RelationBar {
        display: none; height: auto; background: $panel; color: $foreground; padding: 0 1;
        link-color: $foreground; link-background: $panel; link-style: none;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(key, f"choose('{keyword}')", word.capitalize(), show=False, id=f"outline.as-{word}")
            for key, (keyword, word) in _CHOICES.items()
        ),
        Binding("escape", "cancel", "Cancel", id="outline.as-cancel"),
    ]

    class Chosen(Message):
        """A relation, as the keyword of the language."""

        def __init__(self, keyword: str) -> None:
            super().__init__()
            self.keyword = keyword

    class Closed(Message):
        """Nobody answered."""

    def __init__(self) -> None:
        super().__init__(_asked(), id="outline-relation")

    def ask(self) -> None:
        """Show the question and take the keys."""
        self.display = True
        self.focus()

    def on_blur(self) -> None:
        """Who goes elsewhere does not answer."""
        self.display = False

    def action_choose(self, keyword: str) -> None:
        """Answer the question."""
        self.display = False
        self.post_message(self.Chosen(keyword))

    def action_cancel(self) -> None:
        """Leave everything as it is."""
        self.display = False
        self.post_message(self.Closed())
