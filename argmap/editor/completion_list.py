"""The list of what may be written at the cursor."""

from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Offset, Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from argmap.editor.text_area import MapTextArea
from argmap.source.cells import padded, printable, width
from argmap.workspace.candidates import NOTHING, Candidate, Completions
from argmap.workspace.ranking import ranks

_ROWS = 8
_CELLS = 76
_LEAST = 12
_TAKES = "  Tab "
_FEWEST_LETTERS = 3
"""Letters before the texts of claims are looked through."""


def narrowed(completions: Completions, typed: str) -> list[Candidate]:
    """The candidates for what is typed by now: as they were given, or those that still answer it, best first.

    Claims whose text holds what is typed come last.
    """
    if typed == completions.query:
        return list(completions.candidates)
    word = typed.casefold()
    offered = completions.candidates
    found = sorted(ranks(word, [one.text.casefold() for one in offered]))
    named = [offered[number] for _, number in found]
    if len(word) < _FEWEST_LETTERS:
        return named
    told = (one for one in offered if one.kind in {"claim", "question"} and word in one.detail.casefold())
    return [*named, *(one for one in told if one not in named)]


def placed(cursor: Offset, screen: Size, wanted: Size) -> Region:
    """Where a list of the wanted size goes: below the row of the cursor or above it, never over it.

    It is lower or narrower than wanted where the screen is small; of no height where there is no room.
    """
    below, above = screen.height - cursor.y - 1, cursor.y
    under = below >= wanted.height or below >= above
    height = max(min(wanted.height, below if under else above), 0)
    cells = min(wanted.width, screen.width)
    x = max(min(cursor.x, screen.width - cells), 0)
    return Region(x, cursor.y + 1 if under else cursor.y - height, cells, height)


class CompletionList(Widget, can_focus=False):
    """Shows candidates at the cursor of a text area, which keeps the focus, and writes the chosen one."""

    DEFAULT_CSS = """
    CompletionList {
        display: none; overlay: screen; constrain: none none; width: auto; height: auto;
        background: $panel; color: $foreground;
        & .completion--chosen { background: $primary; color: $text; text-style: bold; }
        & .completion--detail { color: $foreground 75%; }
        &:ansi { background: ansi_default; }
        &:ansi .completion--chosen { text-style: bold reverse; background: transparent; color: ansi_default; }
        &:ansi .completion--detail { color: ansi_default; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"completion--chosen", "completion--detail"}

    class Chosen(Message):
        """A candidate was written into the text."""

        def __init__(self, candidate: Candidate) -> None:
            super().__init__()
            self.candidate = candidate

    def __init__(self, area: MapTextArea, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._area = area
        self._completions = NOTHING
        self._fitting: list[Candidate] = []
        self._start = (0, 0)
        self._after_cursor = 0
        self._chosen = 0
        self._picked = False
        self._asked = True
        self._declined: tuple[int, int] | None = None
        self._first = 0
        self._label_cells = 0

    def on_mount(self) -> None:
        """Follow the cursor."""
        self._area.first_keys = self.take_key
        self.watch(self._area, "selection", self._cursor_moved, init=False)
        self.watch(self._area, "has_focus", self._focus_moved, init=False)

    @property
    def is_open(self) -> bool:
        """Whether the list is on the screen."""
        return bool(self.display)

    def open(self, completions: Completions, *, asked: bool = True) -> None:
        """Show what may be written in the cursor's line; where there is nothing, close.

        A list that nobody has asked for lets Enter be a new line until something is chosen in it, and stays
        away where it was sent away.
        """
        if not completions.candidates:
            self.close()
            return
        start = self._area.document.location(completions.start)
        if not asked and start == self._declined:
            return
        self._completions, self._start, self._asked, self._declined = completions, start, asked, None
        self._after_cursor = max(completions.stop - self._area.document.offset(self._area.cursor_location), 0)
        self._fit()

    def close(self) -> None:
        """Take the list off the screen."""
        self._completions = NOTHING
        self.display = False

    def take_key(self, key: str) -> bool:
        """Use a key for the list; whether it was one for it."""
        if not self.is_open:
            return False
        steps = {"up": -1, "down": 1, "pageup": -self._rows, "pagedown": self._rows}
        if key in steps and not self._picked:
            self._picked = True
            self._choose(0 if steps[key] > 0 else -1, around=True)
        elif key in steps:
            self._choose(self._chosen + steps[key], around=key in {"up", "down"})
        elif key == "tab" or (key == "enter" and self._picked):
            self._declined = self._start
            self._write(self._fitting[self._chosen])
        elif key == "escape":
            self._declined = self._start
            self.close()
        elif key == "enter":
            self.close()
            return False
        else:
            return False
        return True

    @property
    def _rows(self) -> int:
        return max(self.size.height, 1)

    def _choose(self, place: int, *, around: bool) -> None:
        last = len(self._fitting) - 1
        self._chosen = place % (last + 1) if around else min(max(place, 0), last)
        self._first = min(max(self._first, self._chosen - self._rows + 1), self._chosen)
        self.refresh()

    def _write(self, candidate: Candidate) -> None:
        self.close()
        row, column = self._area.cursor_location
        stop = self._area.document.clamped((row, column + self._after_cursor))
        self._area.replace_match(candidate.insert, self._start, stop)
        self.post_message(self.Chosen(candidate))

    def _cursor_moved(self) -> None:
        if self._completions.candidates:
            self._fit()

    def _focus_moved(self, focused: bool) -> None:
        if not focused:
            self.close()

    def _fit(self) -> None:
        """Narrow the candidates to what stands before the cursor, or close where none fits."""
        row, column = self._area.cursor_location
        if row != self._start[0] or column < self._start[1] or not self._area.selection.is_empty:
            self.close()
            return
        typed = self._area.document[row][self._start[1] : column]
        self._fitting = narrowed(self._completions, typed)
        if not self._fitting or [candidate.insert for candidate in self._fitting] == [typed]:
            self.close()
            return
        self._chosen = self._first = 0
        self._picked = self._asked
        self._place()

    def _place(self) -> None:
        self._label_cells = max(width(printable(one.text)) for one in self._fitting) + 3
        cells = (
            self._label_cells + max(width(self._more(one)) for one in self._fitting) + 1 + width(self._hint)
        )
        cursor = self._area.cursor_screen_offset
        typed = self._area.cursor_location[1] - self._start[1]
        wanted = Size(min(max(cells, _LEAST), _CELLS), min(len(self._fitting), _ROWS))
        region = placed(Offset(max(cursor.x - typed - 1, 0), cursor.y), self.screen.size, wanted)
        self.styles.width, self.styles.height = region.width, region.height
        self.absolute_offset = region.offset
        self.display = region.height > 0
        self.refresh(layout=True)

    @property
    def _hint(self) -> str:
        """Which key takes the first candidate, while Enter does not."""
        return "" if self._picked else _TAKES

    @staticmethod
    def _more(candidate: Candidate) -> str:
        return printable("  ".join(filter(None, (candidate.kind, candidate.detail))))

    def render_line(self, y: int) -> Strip:
        """One candidate: its label, and in a second column what it is."""
        number = self._first + y
        if number >= len(self._fitting):
            return Strip.blank(self.size.width, self.rich_style)
        candidate = self._fitting[number]
        chosen = self._picked and number == self._chosen
        style = self.get_component_rich_style("completion--chosen") if chosen else self.rich_style
        detail = style if chosen else self.get_component_rich_style("completion--detail")
        label = padded(f" {printable(candidate.text)} ", self._label_cells)
        segments = [Segment(label, style), Segment(self._more(candidate), detail)]
        hint = self._hint if number == 0 else ""
        cells = max(self.size.width - width(hint), 0)
        strip = Strip(segments)
        if strip.cell_length > cells:
            strip = Strip.join([strip.crop(0, max(cells - 1, 0)), Strip([Segment("…", detail)])])
        strip = Strip.join([strip.adjust_cell_length(cells, style), Strip([Segment(hint, detail)])])
        return strip.adjust_cell_length(self.size.width, style)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """As wide as it was placed."""
        return self.size.width

    async def _on_click(self, event: events.Click) -> None:
        number = self._first + event.y
        if number < len(self._fitting):
            self._write(self._fitting[number])
