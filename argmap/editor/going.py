"""To places in other files, and back: the open file is left as at the end, and the other one is begun."""

import os
from pathlib import Path

from textual import on, work

from argmap.editor.dialogs.viewer import Viewer
from argmap.editor.keeping import Keeping
from argmap.editor.map_screen import MapScreen
from argmap.editor.trail import Stop, Trail
from argmap.source.cells import printable
from argmap.source.files import UnreadableFile
from argmap.source.spans import Span
from argmap.workspace.opening import open_for_editing

_BEFORE = 3
"""Lines that are shown above the place in a file that is only looked at."""


class Going(Keeping):
    """The part of the app that goes to other files. Whoever started the app opens what it `goes_on_to`."""

    trail: Trail

    @on(MapScreen.SourceWanted)
    def _elsewhere(self, event: MapScreen.SourceWanted) -> None:
        if event.span.file.endswith(".argmap") and self._can_go_on:
            self._go_on(Stop(event.span.file, event.span.start), leaving=self.here)
        else:
            self._show_from(event.span)

    @property
    def _can_go_on(self) -> bool:
        """Whether another file can follow: the page of a browser ends with the file that it shows."""
        return "TEXTUAL_DRIVER" not in os.environ

    def tell_the_way_back(self) -> None:
        """Say which key leads back to the file that was left for this one."""
        before = self.trail.before
        if before is not None and self.trail.at is not None:
            key = self.map_screen.keymap.shown("go-back") or "the palette"
            self.notify(f"{key} leads back to {printable(Path(before.path).name)}")

    def action_go_back(self) -> None:
        """To where one was before, which may be in another file."""
        stop = self.trail.before
        if stop is None:
            self.say("there is nowhere to go back to: this is where you began")
        elif os.path.realpath(stop.path) == os.path.realpath(self.desk.path):
            self.trail.back()
            if stop.wish is not None and not self.map_screen.reviewing:
                self.begin_review(at=self.desk.claim_of(stop.offset))
            else:
                self.map_screen.go_to(Span(self.desk.path, stop.offset, stop.offset))
        else:
            self._go_on(stop)

    @work(exclusive=True, group="saving")
    async def _go_on(self, stop: Stop, *, leaving: Stop | None = None) -> None:
        """Leave the file for another; `leaving` is remembered, where it is not given this is a way back.

        A way back that was not gone, because its writer would rather stay, is there as before.
        """
        trouble = ""
        try:
            if open_for_editing(stop.path).state is None:
                trouble = f"{stop.path} is not there any more"
        except UnreadableFile as problem:
            trouble = str(problem)
        if not trouble:
            await self.leave(to=stop)
        if trouble or self.goes_on_to is not None:
            if leaving is None:
                self.trail.back()
            elif not trouble:
                self.trail.leave(leaving)
        if trouble:
            self.say(trouble, severity="error")

    def _show_from(self, span: Span) -> None:
        """Show a file that is no map from a place on."""
        source = self.texts().get(span.file)
        if source is None:
            self.say(f"this is in {span.file}, which cannot be read")
            return
        first = max(source.position(min(span.start, len(source.text)))[0] - _BEFORE, 1)
        shown = source.text.splitlines()[first - 1 :]
        self.push_screen(Viewer(f"{printable(span.file)}, from line {first}", "\n".join(shown)))
