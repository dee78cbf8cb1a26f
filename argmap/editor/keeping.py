"""What the editor does with files: save, reload, recover, watch, and end without losing a word."""

import contextlib
import os
import signal
import threading
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from textual import on, work
from textual.message import Message

from argmap.editor.dialogs import questions
from argmap.editor.exporting import Exporting
from argmap.editor.recovering import Recovering
from argmap.editor.settling import Settling, Unsaved
from argmap.editor.trail import Stop
from argmap.source.cells import printable
from argmap.source.edits import TextEdit
from argmap.source.files import UnreadableFile, read_text
from argmap.source.spans import Span
from argmap.workspace.disk import is_missing
from argmap.workspace.opening import Opened
from argmap.workspace.saving import Outcome, Refused, Saved
from argmap.workspace.session import Session, recall, remember
from argmap.workspace.watching import Watch

if TYPE_CHECKING:
    from argmap.workspace.recovery import Leftover

_SAID_FOR = 8.0
"""Seconds for which something that must be read is shown."""
_SERVER_ASKED = 1.0
"""Seconds between two looks whether the server of a browser is still there."""


class Keeping(Exporting, Settling, Recovering):
    """The part of the app that keeps files."""

    class FilesChanged(Message):
        """Files of the map are not what they were."""

        def __init__(self, files: frozenset[str]) -> None:
            super().__init__()
            self.files = files

    def __init__(self) -> None:
        super().__init__()
        self._watch = Watch()
        self._ended = False
        self.goes_on_to: Stop | None = None
        """Where its writer goes when the file is left for another one."""

    @property
    def is_open(self) -> bool:
        """Whether there is still a screen to show things on; what was told before the end may come after."""
        return self.is_running and not self._ended

    # Saving

    def action_save(self) -> None:
        """Put the text into its file."""
        self._save()

    @work(exclusive=True, group="saving")
    async def _save(self) -> None:
        if await self._map_is_saved():
            await self.save_more()

    async def _map_is_saved(self, *, quietly: bool = False) -> bool:
        """Save the map, asking what to do where it cannot be; whether that went well."""
        self.take_text_over()
        if self.desk.modified:
            outcome: Outcome | None = self.desk.save()
            if isinstance(outcome, Refused):
                outcome = await self.settle(outcome, self._unsaved_text)
            if not isinstance(outcome, Saved):
                return False
            self._saved(outcome)
        elif not quietly and not self.unsaved_names():
            self.notify("everything is saved", timeout=2)
        return True

    def _saved(self, outcome: Saved) -> None:
        if Path(outcome.path) == Path(self.desk.path):
            self.map_screen.writing.area.mark_saved()
            self.notify(f"{printable(outcome.path)} is saved", timeout=2)
            self.follow_files()
        else:
            self.notify(f"a copy is in {printable(outcome.path)}")
        self.tell_title()

    @property
    def _unsaved_text(self) -> Unsaved:
        return Unsaved(
            self.desk.path,
            text=lambda: self.desk.text,
            overwrite=self.desk.overwrite,
            copy=self.desk.save_copy,
            reload=self._reload,
        )

    def action_save_copy(self) -> None:
        """Put the text into a new file; the open one stays as it is."""
        self._save_copy()

    @work(exclusive=True, group="saving")
    async def _save_copy(self) -> None:
        self.take_text_over()
        outcome = await self.copied(self._unsaved_text)
        if isinstance(outcome, Saved):
            self._saved(outcome)

    # Reading again

    def action_reload(self) -> None:
        """Take what is in the file; undo brings the text back."""
        self._reload()

    def _reload(self) -> None:
        self.take_text_over()
        before = self.desk.text
        try:
            opened = self.desk.reload()
        except UnreadableFile as problem:
            self.say(str(problem), severity="error")
            return
        writing = self.map_screen.writing
        writing.area.apply_text_edits([TextEdit(Span(self.desk.path, 0, len(before)), opened.text)])
        writing.take_over()
        writing.area.mark_saved()
        self.tell_title()

    def follow_files(self) -> None:
        """Look after the files of the map from now on."""
        good = self.desk.good
        texts = {name: source.text for name, source in good.map.texts.items()} if good and good.map else {}
        texts.pop(self.desk.path, None)
        absent = list(good.map.absent) if good and good.map else []
        if self.desk.opened.state is not None:
            texts[self.desk.path] = self.desk.saved_text
        else:
            absent.append(self.desk.path)
        more, not_there = self.watched_more()
        self._watch.follow({**more, **texts}, [*absent, *not_there])

    def watch_files(self) -> None:
        """Begin to look after the files of the map."""
        threading.Thread(target=self._watch_files, name="argmap watch", daemon=True).start()

    def _watch_files(self) -> None:
        for changes in self._watch:
            self.post_message(self.FilesChanged(changes.files))

    @on(FilesChanged)
    def _files_changed(self, event: FilesChanged) -> None:
        if not self.is_open:
            return
        self.files_changed_more(event.files)
        if event.files - {self.desk.path}:
            self.desk.ask_again()
        if self.desk.path in event.files:
            self._own_file_changed()
        self.follow_files()

    def _own_file_changed(self) -> None:
        name = printable(self.desk.path)
        self.take_text_over()
        try:
            on_disk = read_text(self.desk.path).text
        except UnreadableFile as problem:
            on_disk = None
            what = "was deleted by another program" if is_missing(self.desk.path) else problem.reason
        else:
            what = "was changed by another program"
        if on_disk == self.desk.saved_text:
            self.desk.look_at_file(on_disk)
        elif on_disk is not None and not self.desk.modified:
            self._reload()
            self.notify(f"{name} was changed by another program, and read again")
        else:
            self.desk.look_at_file(on_disk)
            self.say(f"{self.desk.path} {what}; saving will ask you what to do", severity="error")
        self.tell_title()

    # Recovery

    @work(group="recovery")
    async def offer_recovery(self, opened: Opened) -> None:
        """Offer what an earlier run left of the file, and tell what its writer should know."""
        from argmap.workspace.recovery import leftovers

        for notice in opened.notices:
            self.notify(printable(notice), severity="warning" if not opened.writable else "information")
        for other in self.desk.recovery.others:
            self.notify(
                f"another editor has this file open (process {other.pid} on {printable(other.host)}): "
                "whoever saves last is asked first",
                severity="warning",
                timeout=_SAID_FOR,
            )
        if self.desk.recovery.trouble is not None:
            self.notify(printable(self.desk.recovery.trouble), severity="warning", timeout=_SAID_FOR)
        text = opened.text if opened.state is not None else None
        async with self.one_offer:
            for left in leftovers(opened.path, text, folder=self.state_folder):
                answer = await self.offered(self.desk.path, left, self.desk.text)
                if answer == questions.RECOVER:
                    self._recover(left)
                    return

    def _recover(self, left: "Leftover") -> None:
        writing = self.map_screen.writing
        span = Span(self.desk.path, 0, writing.area.document.length)
        writing.area.apply_text_edits([TextEdit(span, left.draft.text)])
        writing.area.move_cursor(writing.area.document.clamped(left.draft.cursor))
        self.desk.recovery.adopt(left)
        self.take_text_over()

    # Ending

    async def action_quit(self) -> None:
        """End, after asking what to do with what is not saved."""
        self._quit()

    @work(exclusive=True, group="saving")
    async def _quit(self) -> None:
        await self.leave()

    async def leave(self, *, to: Stop | None = None) -> None:
        """End the work on the file, after asking what to do with what is not saved; `to` go on elsewhere."""
        self.take_text_over()
        if self.desk.modified or not self.try_to_save_more():
            names = " and ".join(printable(name) for name in self.unsaved_names())
            answer = await self.push_screen_wait(questions.unsaved(names, going_on=to is not None))
            if answer == questions.SAVE:
                if not (await self._map_is_saved(quietly=True) and await self.save_more()):
                    return
            elif answer != questions.DISCARD:
                return
        await self.finish_exports()
        self.goes_on_to = to
        self._end(0)

    def _end(self, status: int, *, keep: bool = False) -> None:
        self.close_desk(keep=keep)
        self.exit(status)

    def on_unmount(self) -> None:
        """However the app ends, nothing is lost."""
        self.close_desk(keep=True)

    def close_desk(self, *, keep: bool) -> None:
        """End the work on the file, once; `keep` leaves what is not saved to be offered next time."""
        if self._ended:
            return
        self._ended = True
        self._watch.stop()
        if keep:
            with contextlib.suppress(Exception):  # the screen may be what has failed
                self.take_text_over()
        else:
            self._remember()
        self.desk.close(keep=keep)
        self.close_more(keep=keep)

    def _remember(self) -> None:
        screen = self.map_screen
        x, y = screen.writing.area.scroll_offset
        # What has not come up again by now is kept as it was left.
        session = attrs.evolve(
            self.recall_session(), cursor=screen.writing.area.cursor_location, scroll=(x, y)
        )
        if screen.is_whole:
            session = screen.side.remembered(session)
        with contextlib.suppress(OSError):  # that one begins at the top next time is no harm
            remember(self.desk.path, session, folder=self.state_folder)

    def recall_session(self) -> Session:
        """Where the work on the file was left."""
        return recall(self.desk.path, folder=self.state_folder)

    def heed_signals(self) -> None:
        """End in order when the system asks for it, or the terminal goes away."""
        import asyncio

        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if number := getattr(signal, name, None):
                with contextlib.suppress(NotImplementedError, RuntimeError):
                    loop.add_signal_handler(number, partial(self._end_by_signal, number))

    def heed_a_server(self) -> None:
        """In a browser: end as when a terminal goes away once the server that shows this has gone."""
        if "TEXTUAL_DRIVER" in os.environ:
            parent = os.getppid()
            self.set_interval(_SERVER_ASKED, lambda: self._end_without(parent))

    def _end_without(self, parent: int) -> None:
        if os.getppid() != parent:
            self._end_by_signal(getattr(signal, "SIGHUP", signal.SIGTERM))

    def _end_by_signal(self, number: int) -> None:
        self._end(128 + number, keep=True)
