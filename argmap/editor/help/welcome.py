"""The card that an empty file shows instead of an empty screen."""

from typing import Final

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import TextArea

from argmap.editor.keymap import USUAL, Keymap
from argmap.source.cells import padded, width

_LINES: Final = (
    ("thesis charge: The city should charge for driving", "what you argue for"),
    ("  because jams: Jams cost 90 hours a year [@count]", "a reason, with its source"),
    ("  because air: Clean air saves lives", "another reason"),
    ("  but poor: It hits poor commuters", "an objection"),
    ("source count: City traffic count, 2024", "what you cite"),
)
BEGINNING: Final = "".join(f"{line}\n" for line, _ in _LINES)
"""A first map in five lines, to be changed."""
_BETWEEN = 3


def card(cells: int, keymap: Keymap = USUAL) -> Content:
    """The card for a width: the five lines, with what they are where there is room."""
    widest = max(width(line) for line, _ in _LINES)
    wide = cells >= widest + _BETWEEN + max(width(meaning) for _, meaning in _LINES)
    rows = [
        Content.assemble(_coloured(padded(line, widest + _BETWEEN)), (meaning, "italic $foreground-muted"))
        if wide
        else _coloured(line)
        for line, meaning in _LINES
    ]
    keys = [(keymap.shown(id), word) for id, word in (("help", "help"), ("palette", "every action"))]
    pieces = [piece for key, word in keys for piece in ((key, "bold $text-primary"), f" {word}   ")]
    return Content("\n").join(
        [Content("A map begins with lines such as these:"), *rows, Content.assemble(*pieces)]
    )


def _coloured(line: str) -> Content:
    """A line with its keyword as the text area shows it."""
    indent = len(line) - len(line.lstrip())
    end = line.index(" ", indent)
    colour = {"because": "$text-success", "but": "$text-error"}.get(line[indent:end], "$text-primary")
    return Content.assemble(line[:indent], (line[indent:end], f"bold {colour}"), line[end:])


class WelcomeCard(Widget):
    """Stands below an empty text until something is written, or Escape is pressed in it."""

    DEFAULT_CSS = """
    WelcomeCard {
        display: none; dock: bottom; height: auto; max-height: 70%; padding: 0 1;
        background: $panel; color: $foreground; text-wrap: nowrap; text-overflow: ellipsis;
        &.-open { display: block; }
        &:ansi { background: ansi_default; color: ansi_default; border-top: solid ansi_blue; }
    }
    """

    keymap: reactive[Keymap] = reactive(USUAL, layout=True)

    def __init__(self, area: TextArea, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._area = area

    def on_mount(self) -> None:
        """Follow the text."""
        self.offer()
        self.watch(self._area, "selection", self._cursor_moved, init=False)

    def offer(self) -> None:
        """Show the card if the text is empty."""
        self.set_class(not self._area.text.strip(), "-open")

    def close(self) -> None:
        """Take the card away until it is offered again."""
        self.remove_class("-open")

    def _cursor_moved(self) -> None:
        if self.has_class("-open"):
            self.close()

    def on_click(self, event: events.Click) -> None:
        """A click takes it away."""
        event.stop()
        self.close()
        self._area.focus()

    def render(self) -> Content:
        """The card."""
        return card(self.content_size.width, self.keymap)
