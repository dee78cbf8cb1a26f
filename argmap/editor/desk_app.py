"""What every part of the app has: an open map, and the screen that shows it."""

from pathlib import Path
from typing import Literal

from textual.app import App

from argmap.editor.map_screen import MapScreen
from argmap.source.cells import printable
from argmap.source.text import SourceText
from argmap.workspace.desk import Desk


class DeskApp(App[int]):
    """An app with a desk."""

    desk: Desk
    map_screen: MapScreen
    state_folder: Path | None = None
    """Where recovery files and sessions are kept; the platform's place when None."""

    def take_text_over(self) -> None:
        """Give the desk the text as it is on the screen."""
        writing = self.map_screen.writing
        if writing.unsettled:
            self.desk.become(writing.take_over(), cursor=writing.area.cursor_location)

    def tell_title(self) -> None:
        """Say on the screen what file this is, and whether it is saved."""
        self.map_screen.tell_title(doing="reviewing" if self.map_screen.reviewing else "writing")

    def texts(self) -> dict[str, SourceText]:
        """The texts of the map's files, the open one as it is now."""
        known = self.desk.good.map if self.desk.good else None
        return {**(known.texts if known else {}), self.desk.path: self.desk.document.version.source}

    def say(self, sentence: str, *, severity: Literal["information", "warning", "error"] = "warning") -> None:
        """Show a sentence for some seconds."""
        self.notify(printable(sentence), severity=severity, timeout=8 if severity == "error" else 5)
