"""What every part of the app has: an open map, and the screen that shows it."""

import asyncio
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from textual.app import App
from textual.binding import Binding

from argmap.editor.map_screen import MapScreen
from argmap.editor.status import StatusLine
from argmap.editor.trail import Stop, Trail
from argmap.source.cells import printable
from argmap.source.text import SourceText
from argmap.workspace.desk import Desk

if TYPE_CHECKING:
    from argmap.editor.review_files import ReviewWish

_TOLD_FOR = 5.0
"""Seconds for which a short sentence is shown."""


class DeskApp(App[int]):
    """An app with a desk."""

    # The lines at the bottom stay in view beside what is told in a box.
    CSS = """
    ToastRack { margin-bottom: 2; }
    Toast { padding: 0 1; }
    """

    desk: Desk
    map_screen: MapScreen
    trail: Trail
    wish: "ReviewWish | None" = None
    """Whose review it is, once that is known."""
    state_folder: Path | None = None
    """Where recovery files and sessions are kept; the platform's place when None."""

    def take_text_over(self) -> None:
        """Give the desk the text as it is on the screen."""
        writing = self.map_screen.writing
        if writing.unsettled:
            self.desk.become(writing.take_over(), cursor=writing.area.cursor_location)

    @property
    def here(self) -> Stop:
        """The place of the cursor."""
        wish = self.wish if self.map_screen.reviewing else None
        return Stop(self.desk.path, self.map_screen.writing.at, wish)

    def tell_title(self) -> None:
        """Say on the screen what file this is, and whether it is saved."""
        modified = self.desk.modified or self.map_screen.writing.area.modified or self.modified_more
        protected = "" if self.desk.opened.writable else "write-protected  "
        self.map_screen.tell_title(doing=f"{protected}{self.doing}", modified=modified)

    @property
    def doing(self) -> str:
        """What is done with the map, in a few words."""
        return "writing"

    @property
    def modified_more(self) -> bool:
        """Whether something beside the map's text is not saved."""
        return False

    @cached_property
    def whole(self) -> asyncio.Event:
        """Set once there is more than the text: the panes, the review and the exporter."""
        return asyncio.Event()

    # What is open beside the map

    def begin_review(self, *, at: str | None = None) -> None:
        """Show the review, at a claim if that is given."""
        raise NotImplementedError

    async def save_more(self) -> bool:
        """Save what is open beside the map; whether nothing of it is left unsaved."""
        return True

    def try_to_save_more(self) -> bool:
        """Save what is open beside the map without asking anything; whether nothing is left unsaved."""
        return True

    def unsaved_names(self) -> list[str]:
        """The files that are not saved."""
        return [self.desk.path] if self.desk.modified else []

    def watched_more(self) -> tuple[dict[str, str], list[str]]:
        """What is open beside the map, by file; and files that are not there."""
        return {}, []

    def files_changed_more(self, files: frozenset[str]) -> None:
        """Other programs have written these files."""

    def close_more(self, *, keep: bool) -> None:
        """End the work on what is open beside the map."""

    def follow_files(self) -> None:
        """Look after the files of the map, and of what is open beside it, from now on."""
        raise NotImplementedError

    def texts(self) -> dict[str, SourceText]:
        """The texts of the map's files, the open one as it is now."""
        known = self.desk.good.map if self.desk.good else None
        return {**(known.texts if known else {}), self.desk.path: self.desk.document.version.source}

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: Literal["information", "warning", "error"] = "information",
        timeout: float | None = None,
        markup: bool = False,
    ) -> None:
        """Show a sentence for some seconds: in the bottom line where it is short, else in a box."""
        # While the screen is being made or taken down it has no such line.
        shown = self.is_running and self.screen is self.map_screen
        lines = self.map_screen.query(StatusLine) if shown else ()
        line = next(iter(lines), None)
        if severity != "error" and line is not None and line.has_room_for(message):
            line.tell(message, seconds=timeout or _TOLD_FOR, warns=severity == "warning")
            return
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    def get_key_display(self, binding: Binding) -> str:
        """Keys of functions are written as the help sheet writes them."""
        shown = super().get_key_display(binding)
        return shown.upper() if shown[:1] == "f" and shown[1:].isdigit() else shown

    def say(self, sentence: str, *, severity: Literal["information", "warning", "error"] = "warning") -> None:
        """Show a sentence for some seconds."""
        self.notify(printable(sentence), severity=severity, timeout=8 if severity == "error" else 5)
