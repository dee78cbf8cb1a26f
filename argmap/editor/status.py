"""The lines at the edge: which file this is, and what there is to know about the line of the cursor."""

from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

from argmap.drawing.terminal.faces import cut_to
from argmap.source.cells import padded, printable, width


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
        left = cut_to(printable(self.name_shown), max(cells - width(right) - 2, 0))
        gap = " " * max(cells - width(left) - width(right), 1)
        return Content.assemble((left, "bold"), gap, (right, "$text-warning" if self.modified else ""))


class StatusLine(Widget):
    """A message of the line where the cursor is, and at the right where that is."""

    DEFAULT_CSS = """
    StatusLine {
        height: 1; background: $panel; color: $foreground; padding: 0 1;
        &.-error { color: $text-error; }
        &.-warning { color: $text-warning; }
        &:ansi { background: ansi_default; color: ansi_default; }
    }
    """
    message: reactive[str] = reactive("")
    place: reactive[str] = reactive("")

    def render(self) -> Content:
        """The line, as much of the message as there is room for."""
        cells = self.content_size.width
        place = cut_to(printable(self.place), cells)
        left = max(cells - width(place) - 1, 0)
        return Content(f"{padded(cut_to(printable(self.message), left), left)} {place}")
