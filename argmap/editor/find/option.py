"""A choice that is on or off, told by a mark that is seen without colours."""

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Option(Widget):
    """One word with a mark before it; a click or `toggle` turns it round. It never takes the focus."""

    DEFAULT_CSS = """
    Option {
        width: auto; height: 1; margin-right: 1;
        &.-on { text-style: bold; }
    }
    """

    value: reactive[bool] = reactive(False)

    class Changed(Message):
        """The choice was turned round."""

    def __init__(self, label: str, *, id: str, tooltip: str) -> None:
        super().__init__(id=id)
        self.word = label
        self.tooltip = tooltip

    def render(self) -> str:
        """The mark and the word."""
        return f"{'■' if self.value else '□'} {self.word}"

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """Cells of the mark and the word."""
        return cell_len(self.render())

    def watch_value(self, value: bool) -> None:
        """Tell of the change."""
        self.set_class(value, "-on")
        self.post_message(self.Changed())

    def toggle(self) -> None:
        """Turn the choice round."""
        self.value = not self.value

    def on_click(self, event: events.Click) -> None:
        """Turn the choice round."""
        event.stop()
        self.toggle()
