"""What all dialogs have in common: a frame in the middle, or the whole of a small screen."""

from typing import ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

Result = TypeVar("Result")

_ROWS = 16
_CELLS = 44
"""A screen of less than these is taken as a whole, without a frame."""


class Dialog(ModalScreen[Result | None], Generic[Result]):
    """A screen over the editor. Escape, and a click beside it, close it without a result (None)."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        & > .dialog {
            width: 90%; max-width: 76; height: auto; max-height: 90%;
            background: $surface; color: $foreground; border: round $primary; padding: 0 1;
        }
        & .dialog-title { width: 1fr; height: auto; text-style: bold; color: $text-primary; }
        & .dialog-text { width: 1fr; height: auto; }
        & .dialog-scroll { height: auto; max-height: 50vh; scrollbar-size-vertical: 1; }
        & .dialog-hint { width: 1fr; height: auto; margin-top: 1; color: $foreground-muted; }
        & .dialog-message { width: 1fr; height: auto; color: $text-error; }
        & Input > .input--placeholder { color: $foreground-muted; }
        & OptionList {
            height: auto; background: $surface; border: none; padding: 0; scrollbar-size-vertical: 1;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option-highlighted {
                color: $block-cursor-foreground; background: $block-cursor-background; text-style: bold;
            }
        }
        &.-small > .dialog {
            width: 100%; max-width: 100%; height: 100%; max-height: 100%; border: none; padding: 0;
        }
        &.-small .dialog-scroll { max-height: 100%; }
        &.-small .dialog-hint { display: none; }
        &.-small .dialog-title { height: 1; text-wrap: nowrap; text-overflow: ellipsis; }
        &.-small OptionList { text-wrap: nowrap; text-overflow: ellipsis; }
        &:ansi { background: transparent; }
        &:ansi .dialog { background: ansi_default; color: ansi_default; }
        &:ansi .dialog-hint { color: ansi_default; text-style: dim; }
        &:ansi OptionList { background: ansi_default; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "Close", show=False)]

    def on_resize(self, event: events.Resize) -> None:
        """Take the whole of a small screen."""
        self.set_class(event.size.height < _ROWS or event.size.width < _CELLS, "-small")

    def action_close(self) -> None:
        """Close without a result."""
        self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """Close on a click beside the frame."""
        if event.widget is self:
            self.action_close()
