"""The lines at the edge: which file this is, and what there is to know about the line of the cursor."""

import time
from pathlib import PurePath
from typing import Final

from textual.content import Content
from textual.reactive import reactive
from textual.timer import Timer
from textual.widget import Widget

from argmap.source.cells import cut_to, padded, printable, width

_PLACE: Final = 20
"""Cells that are left for the place and what is counted there, which may not be known yet."""
_READ: Final = 1.0
"""Seconds in which a sentence is read."""


def named(path: str, cells: int) -> tuple[str, str]:
    """The name of a file and, behind it, the end of its folder, as much as there is room for."""
    parts = PurePath(path)
    name = cut_to(parts.name or path, cells)
    folder = "" if str(parts.parent) == "." else str(parts.parent)
    room = cells - width(name) - 2
    while folder and width(folder) > room:
        steps = PurePath(folder.removeprefix("…/")).parts
        folder = "/".join(["…", *steps[1:]]) if len(steps) > 1 else ""
    return name, f"  {folder}" if folder else ""


class TitleLine(Widget):
    """The name of the file, whether it is saved, and what one is doing."""

    DEFAULT_CSS = """
    TitleLine {
        height: 1; background: $panel; color: $foreground; padding: 0 1;
        &:ansi { background: ansi_default; color: ansi_default; text-style: bold; }
    }
    """
    name_shown: reactive[str] = reactive("")
    modified: reactive[bool] = reactive(False)
    doing: reactive[str] = reactive("")

    def render(self) -> Content:
        """The line, as much of it as there is room for."""
        cells = self.content_size.width
        mark = "● not saved" if self.modified else ""
        right = "  ".join(part for part in (mark, printable(self.doing)) if part)
        name, folder = named(printable(self.name_shown), max(cells - width(right) - 2, 0))
        gap = " " * max(cells - width(name) - width(folder) - width(right), 1)
        ink = "$text-warning" if self.modified else ""
        return Content.assemble((name, "bold"), (folder, "$foreground-muted"), gap, (right, ink))


class StatusLine(Widget):
    """A message of the line where the cursor is, what to do about it, and at the right where that is.

    What to do is said in the first of the ways in `advice` that there is room for. What has just been done is
    told in the place of the message for some seconds.
    """

    DEFAULT_CSS = """
    StatusLine {
        height: 1; background: $panel; color: $foreground; padding: 0 1;
        &.-error { color: $text-error; }
        &.-warning { color: $text-warning; }
        &.-news { color: $text-success; }
        &.-news.-warns { color: $text-warning; }
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """
    news: reactive[str] = reactive("")
    message: reactive[str] = reactive("")
    advice: reactive[tuple[str, ...]] = reactive(())
    place: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._forgetting: Timer | None = None
        self._told = 0.0

    def render(self) -> Content:
        """The line, as much of the message as there is room for."""
        cells = self.content_size.width
        place = cut_to(printable(self.place), cells)
        left = max(cells - width(place) - 1, 0)
        told = printable(self.news or self._advised(left))
        return Content.assemble(padded(cut_to(told, left), left), " ", (place, "$foreground"))

    def _advised(self, cells: int) -> str:
        """The message, or the beginning of it, with as much of what to do about it as there is room for."""
        begun = self.message.partition("; ")[0]
        ways = (f"{said} · {way}" for way in self.advice for said in (self.message, begun))
        return next((way for way in ways if width(way) <= cells), self.message)

    def watch_message(self) -> None:
        """What is wrong in another line is of more use than what was done before."""
        if self.message:
            self._forget()

    def has_room_for(self, sentence: str) -> bool:
        """Whether a sentence can be read here as a whole, without hiding one that nobody has read yet."""
        if self.news not in {"", sentence} and time.monotonic() - self._told < _READ:
            return False
        return width(sentence) < self.content_size.width - max(width(self.place), _PLACE)

    def tell(self, sentence: str, *, seconds: float, warns: bool = False) -> None:
        """Say for so long what has just been done, or, as a warning, why it was not."""
        self.news, self._told = sentence, time.monotonic()
        self.add_class("-news")
        self.set_class(warns, "-warns")
        if self._forgetting is not None:
            self._forgetting.stop()
        self._forgetting = self.set_timer(seconds, self._forget)

    def _forget(self) -> None:
        self.news = ""
        self.remove_class("-news")
