"""The last line: the keys that count here, each as a whole."""

from collections.abc import Iterable

from textual import events
from textual.widget import Widget
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from argmap.source.cells import width


class KeyFooter(Footer):
    """As many keys as there is room for, with what they do; what would be cut is left out."""

    def __init__(self) -> None:
        super().__init__(compact=True, show_command_palette=False)

    def compose(self) -> Iterable[Widget]:
        """The keys of what has the focus, then those of the app."""
        room = self.app.size.width
        for key in super().compose():
            if isinstance(key, FooterKey):
                room -= width(f"{key.key_display} {key.description}")
                if room < 0:
                    return
                room -= 1
            yield key

    def on_resize(self, event: events.Resize) -> None:
        """There is room for others."""
        self.refresh(recompose=True)
