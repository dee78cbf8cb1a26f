"""A small app around the text area, for trying it: by the tests, and by hand with `python host.py FILE`."""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult

from argmap.editor.text_area import MapTextArea


class Host(App[None]):
    """One text area and what is around it in the editor."""

    ENABLE_COMMAND_PALETTE = False
    heard: ClassVar[list[str]] = []

    def __init__(self, text: str = "", *, soft_wrap: bool = True, theme: str = "textual-dark") -> None:
        super().__init__()
        self.area = MapTextArea(text, soft_wrap=soft_wrap)
        self.area.cursor_blink = False
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.area


if __name__ == "__main__":
    Host(Path(sys.argv[1]).read_bytes().decode()).run()
