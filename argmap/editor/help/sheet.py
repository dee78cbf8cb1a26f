"""The help sheet: the keys that count in the place where one is."""

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from argmap.editor.action import Place
from argmap.editor.dialogs.dialog import Dialog
from argmap.editor.help.content import Line, Look, heading, lines, sections
from argmap.editor.keymap import USUAL, Keymap

_STYLES: dict[Look, str] = {
    "heading": "bold $text-accent",
    "key": "bold $text-primary",
    "none": "dim",
}


class HelpSheet(Dialog[None]):
    """Shows the keys of a place and those everywhere, as the user has settled them. Writing searches."""

    DEFAULT_CSS = """
    HelpSheet {
        & > .dialog { width: 94%; max-width: 140; height: 92%; }
        & Input { background: $panel; }
        & VerticalScroll { height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; }
        &.-small .dialog-title { display: none; }
        &:ansi Input { background: ansi_default; text-style: underline; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "close", show=False),
        *(
            Binding(key, f"move('{way}')", show=False, priority=True)
            for key, way in (
                ("up", "up"),
                ("down", "down"),
                ("pageup", "page_up"),
                ("pagedown", "page_down"),
                ("ctrl+home", "home"),
                ("ctrl+end", "end"),
            )
        ),
    ]

    def __init__(self, place: Place, *, keymap: Keymap = USUAL) -> None:
        super().__init__()
        self._place: Place = place
        self._keymap = keymap

    def compose(self) -> ComposeResult:
        """A field to search, and the sheet."""
        with Vertical(classes="dialog"):
            yield Label(heading(self._place), classes="dialog-title")
            yield Input(compact=True, placeholder="type to search")
            with VerticalScroll(can_focus=False):
                yield Static(id="help-keys", markup=False)
            yield Label("↑ ↓ PgUp PgDn scroll · Esc closes", classes="dialog-hint")

    def on_mount(self) -> None:
        """The field takes the keys."""
        self.query_one(Input).focus()

    def on_resize(self, event: events.Resize) -> None:
        """Lay the sheet out for the new width."""
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def _show(self) -> None:
        written = self.query_one(Input).value
        scroll = self.query_one(VerticalScroll)
        cells = scroll.scrollable_content_region.width
        found = lines(sections(self._place, self._keymap, written=written), cells)
        text = Content("\n").join(map(_content, found)) if found else Content("No action has these words.")
        self.query_one("#help-keys", Static).update(text)

    def action_move(self, way: str) -> None:
        """Scroll."""
        scroll = self.query_one(VerticalScroll)
        getattr(scroll, f"scroll_{way}")(animate=False)


def _content(line: Line) -> Content:
    return Content.assemble(*((text, _STYLES[look]) if look in _STYLES else text for text, look in line))
