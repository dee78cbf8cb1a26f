"""A small app around the widgets of the editor, for the tests, and by hand: `python editor_host.py FILE`."""

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType

from argmap.editor.completion_list import CompletionList
from argmap.editor.find import FindBar, GoToLineBar
from argmap.editor.text_area import MapTextArea
from argmap.workspace.completion import complete


class Host(App[None]):
    """A text area with its bars and its list, put together as the editor does."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+f", "find", priority=True),
        Binding("ctrl+r", "replace", priority=True),
        Binding("ctrl+g", "go_to_line", priority=True),
        Binding("f3", "find_next"),
        Binding("ctrl+@", "complete"),
    ]

    def __init__(self, text: str = "", *, soft_wrap: bool = True, theme: str = "textual-dark") -> None:
        super().__init__()
        self.area = MapTextArea(text, soft_wrap=soft_wrap)
        self.area.cursor_blink = False
        self.find = FindBar(self.area)
        self.line = GoToLineBar(self.area)
        self.completions = CompletionList(self.area)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.area
        yield self.find
        yield self.line
        yield self.completions

    def action_find(self) -> None:
        self.find.open()

    def action_replace(self) -> None:
        self.find.open(replacing=True)

    def action_find_next(self) -> None:
        self.find.action_find_next()

    def action_go_to_line(self) -> None:
        self.line.open()

    def action_complete(self) -> None:
        offset = self.area.document.offset(self.area.cursor_location)
        self.completions.open(complete(self.area.text, offset))


if __name__ == "__main__":
    Host(Path(sys.argv[1]).read_bytes().decode()).run()
