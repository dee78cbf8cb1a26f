"""What is being written is kept beside the file until it is saved, and offered again when it was not.

recovery = begin_recovery(path, original=opened.state.digest if opened.state else None)
recovery.others                  # other editors on the file: say so
leftovers(path, opened.text)     # drafts to offer: then recovery.adopt(leftover), or discard(leftover)
recovery.change(text, cursor)    # at every change; costs nothing
recovery.saved(text, state.digest)   # after every save
recovery.close()                 # at the end, with nothing unsaved; or leave(), which keeps the draft
"""

import threading
import time
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Self

import attrs

from argmap.source.cells import printable
from argmap.source.files import FileError, reason_of, replace_file
from argmap.workspace.recovery_file import Draft, draft_of, read_draft, to_bytes
from argmap.workspace.slots import Editor, HeldSlot, Slot, free_slot, hold, others, slots
from argmap.workspace.state_folder import make_private, state_folder

INTERVAL = 0.7
"""Seconds between two writings. With what an editor takes to hand a change on, and a disk to write it, no
change waits longer than a second."""

_PATIENCE = 2.0  # seconds for a writing that is under way when the editor ends


@attrs.frozen
class Leftover:
    """A draft that an editor left without saving it."""

    draft: Draft
    slot: Slot


def leftovers(path: str | Path, text: str | None, *, folder: Path | None = None) -> tuple[Leftover, ...]:
    """The drafts that other runs left of a file, newest first.

    A draft whose editor still runs is that editor's. One that says what the file says, its `text`, is of no
    use any more, and deleted.
    """
    found = []
    for slot in slots(path, _home(folder)):
        draft = read_draft(slot.text) if slot.text.exists() else None
        if draft is None:
            continue
        if draft.text == text:
            discard(Leftover(draft, slot))
            continue
        try:
            held = hold(slot)
        except OSError:
            continue
        if held is None:
            continue
        held.release()
        found.append(Leftover(draft, slot))
    return tuple(sorted(found, key=lambda leftover: -leftover.draft.time))


def discard(leftover: Leftover) -> None:
    """Delete a draft, unless an editor has taken its place meanwhile. That it cannot be is no harm."""
    try:
        held = hold(leftover.slot)
        if held is None:
            return
        try:
            if read_draft(leftover.slot.text) == leftover.draft:
                leftover.slot.text.unlink(missing_ok=True)
        finally:
            held.release()
    except OSError:
        return


def begin_recovery(
    path: str | Path,
    *,
    original: str | None,
    folder: Path | None = None,
    report: Callable[[str], None] = lambda _: None,
) -> "Recovery":
    """Begin to keep what is written into a file. `report` is told, from another thread, when that fails."""
    return Recovery(path, original=original, home=_home(folder), report=report)


class Recovery:
    """Keeps the newest version of a text on the disk, from a thread of its own. Never raises."""

    def __init__(
        self, path: str | Path, *, original: str | None, home: Path, report: Callable[[str], None]
    ) -> None:
        self.path = path
        self.others: tuple[Editor, ...] = ()
        """Other editors that had the file open when this began."""
        self.trouble: str | None = None
        """Why nothing can be kept at the moment, in a sentence."""
        self._original = original
        self._home = home
        self._report = report
        self._held: HeldSlot | None = None
        self._pending: Draft | None = None
        self._newest: Draft | None = None
        self._last = -INTERVAL
        self._ended = False
        self._changed = threading.Condition()
        # A signal may come while its own thread is writing.
        self._writing = threading.RLock()
        self._thread: threading.Thread | None = None
        with self._writing:
            self._take_place()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
        else:
            self.leave()

    def change(self, text: str, cursor: tuple[int, int] = (0, 0)) -> None:
        """The text is now this: it will be on the disk within a second."""
        draft = draft_of(self.path, text, cursor, original=self._original)
        with self._changed:
            if self._ended:
                return
            self._pending = self._newest = draft
            self._changed.notify_all()
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="argmap recovery", daemon=True)
            self._thread.start()

    def flush(self) -> None:
        """Write what has not been written yet, now; for a signal that ends the editor."""
        with self._writing:
            with self._changed:
                draft, self._pending = self._pending, None
            if draft is None:
                return
            trouble = self._write(draft)
            self._last = time.monotonic()
            if trouble is not None:
                with self._changed:
                    self._pending = self._pending or draft
                    self._changed.notify_all()
            self._tell(trouble)

    def saved(self, text: str, original: str) -> None:
        """The text was saved, and the file has this fingerprint now: what is newer alone is kept on."""
        self._original = original
        with self._writing, self._changed:
            newest = self._newest
            if newest is None or newest.text == text:
                self._forget()
                return
            self._pending = attrs.evolve(newest, original=original)
            self._changed.notify_all()

    def adopt(self, leftover: Leftover) -> None:
        """The draft of another run is the text now: keep it as this run's, then delete the other."""
        self.change(leftover.draft.text, leftover.draft.cursor)
        self.flush()
        if self.trouble is None:
            discard(leftover)

    def close(self) -> None:
        """End, and delete what was kept: nothing is unsaved, or the writer gave it up."""
        self._end()
        self._forget()
        self._release()

    def leave(self) -> None:
        """End, and keep what is not saved: it is offered when the file is opened next."""
        self.flush()
        self._end()
        self._release()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._pending is not None or self._ended)
                due = self._last + INTERVAL
                self._changed.wait_for(lambda: self._ended, max(due - time.monotonic(), 0))
                if self._ended:
                    return
            self.flush()

    def _write(self, draft: Draft) -> str | None:
        """Why the draft could not be written."""
        if self._held is not None and not self._held.slot.lock.exists():
            # Somebody cleared the folder: nobody else can see any more that the place is held.
            self._release()
        if self._held is None and (trouble := self._take_place()):
            return trouble
        if self._held is None:
            return self._sentence("too many recovery files of this file are there")
        try:
            replace_file(self._held.slot.text, to_bytes(draft))
        except FileError as error:
            return self._sentence(error.reason)
        return None

    def _take_place(self) -> str | None:
        try:
            make_private(self._home)
            self.others = others(self.path, self._home)
            self._held = free_slot(self.path, self._home)
        except (OSError, NotImplementedError) as error:
            reason = reason_of(error) if isinstance(error, OSError) else "it cannot lock files"
            self.trouble = self._sentence(reason)
            return self.trouble
        return None

    def _sentence(self, reason: str) -> str:
        return printable(f"no recovery file can be kept in {self._home} ({reason}): save often")

    def _tell(self, trouble: str | None) -> None:
        before, self.trouble = self.trouble, trouble
        if trouble is not None and trouble != before:
            self._report(trouble)

    def _forget(self) -> None:
        with self._writing:
            with self._changed:
                self._pending = self._newest = None
            if self._held is None:
                return
            try:
                self._held.slot.text.unlink(missing_ok=True)
            except OSError as error:
                self._tell(self._sentence(reason_of(error)))

    def _end(self) -> None:
        with self._changed:
            self._ended = True
            self._changed.notify_all()
        if self._thread is not None and self._thread is not threading.current_thread():
            self._thread.join(_PATIENCE)

    def _release(self) -> None:
        with self._writing:
            if self._held is not None:
                self._held.release()
                self._held = None


def _home(folder: Path | None) -> Path:
    return (folder or state_folder()) / "recovery"
