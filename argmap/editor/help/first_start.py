"""What the editor says at its first start, once."""

from pathlib import Path
from typing import ClassVar, Final

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Label, Static

from argmap.editor.dialogs.dialog import Dialog
from argmap.editor.keymap import USUAL, Keymap
from argmap.source.files import UnwritableFile, reason_of, replace_file

_NAME: Final = "first-start"


def five_lines(keymap: Keymap = USUAL) -> tuple[str, ...]:
    """What one needs to know to begin, with the user's own keys."""
    key = keymap.shown
    return (
        "Write your argument as text. It is checked and drawn while you type.",
        f"{_first(key('next-pane'))} goes on to the outline, the diagram and the problems; Enter leads back.",
        (
            f"What is underlined has a message at the bottom: {key('next-problem')} goes to the next, and "
            f"{_first(key('fix'))} fixes what can be fixed."
        ),
        f"{key('mode')} turns from writing to reviewing: accept, reject or doubt a map claim by claim.",
        (
            f"{key('save')} saves, {key('quit')} quits, {key('help')} shows how lines are written "
            f"and which keys count here, {key('palette')} finds anything by its name."
        ),
    )


def _first(keys: str) -> str:
    return keys.partition(" ")[0]


def was_shown(folder: Path) -> bool:
    """Whether the first start is over, by what `remember_shown` left in the folder for states."""
    return (folder / _NAME).exists()


def remember_shown(folder: Path) -> None:
    """The first start is over. Raises UnwritableFile."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnwritableFile(str(folder), f"cannot be written: {reason_of(error)}") from error
    replace_file(folder / _NAME, b"")


class FirstStart(Dialog[None]):
    """The five lines; Enter, Space or Escape closes them."""

    DEFAULT_CSS = """
    FirstStart {
        & .dialog-scroll { max-height: 70vh; }
        & Static { margin-bottom: 1; }
        &.-small Static { margin-bottom: 0; }
        &.-small .dialog-scroll { height: 1fr; max-height: 100%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter,space,q", "close", show=False)]

    def __init__(self, *, keymap: Keymap = USUAL) -> None:
        super().__init__()
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """The lines."""
        with Vertical(classes="dialog"):
            yield Label("Welcome to argmap", classes="dialog-title")
            with VerticalScroll(classes="dialog-scroll"):
                for line in five_lines(self._keymap):
                    yield Static(line, markup=False)
            yield Label("Enter begins", classes="dialog-hint")

    def on_mount(self) -> None:
        """The arrow keys scroll where the screen is small."""
        self.query_one(VerticalScroll).focus()
