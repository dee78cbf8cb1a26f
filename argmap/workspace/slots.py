"""The places for recovery files of one file: one for each editor that has it open, or left it without a word.

A place is held by a lock of the operating system, which ends with the process that has it, however it ends:
no number of a process has to be asked whether it is still the same process.
"""

import contextlib
import json
import os
import socket
import time
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import attrs

from argmap.source.files import FileError, read_bytes, replace_file
from argmap.workspace.state_folder import key_of

if TYPE_CHECKING:
    from filelock import BaseFileLock

_MOST = 50  # editors on one file, and recovery files that nobody has looked at
_SIZE_LIMIT = 4096


@attrs.frozen
class Editor:
    """Another editor that has a file open, as it described itself."""

    pid: int
    host: str
    since: float
    """When it began, in seconds since 1970."""


@attrs.frozen
class Slot:
    """One place: `text` is the recovery file, `owner` says who has it, `lock` is held by who has it."""

    text: Path
    owner: Path
    lock: Path


@attrs.frozen
class HeldSlot:
    """A place that this process has."""

    slot: Slot
    lock: "BaseFileLock"

    def release(self) -> None:
        """Give the place back; its recovery file stays where it is."""
        with contextlib.suppress(OSError):
            self.slot.owner.unlink(missing_ok=True)
        self.lock.release()


def slots(path: str | Path, home: Path) -> Iterator[Slot]:
    """The places for a file, in a fixed order."""
    key = key_of(path)
    for number in range(1, _MOST + 1):
        name = f"{key}-{number}"
        yield Slot(home / f"{name}.txt", home / f"{name}.owner", home / f"{name}.lock")


def free_slot(path: str | Path, home: Path) -> HeldSlot | None:
    """Take the first place that nobody has and where no text lies; None when there is none.

    Raises OSError when the folder cannot be written to.
    """
    for slot in slots(path, home):
        held = hold(slot)
        if held is None:
            continue
        if slot.text.exists():
            held.lock.release()
            continue
        me = Editor(os.getpid(), socket.gethostname(), time.time())
        # Who has it can be told without its description: the lock counts.
        with contextlib.suppress(FileError):
            replace_file(slot.owner, json.dumps(attrs.asdict(me)).encode())
        return held
    return None


def hold(slot: Slot) -> HeldSlot | None:
    """Take a place; None when another editor has it. Raises OSError."""
    from filelock import FileLock, Timeout

    # A thread writes what another gave it, and a third may end both.
    lock = FileLock(slot.lock, timeout=0, thread_local=False)
    try:
        lock.acquire()
    except Timeout:
        return None
    return HeldSlot(slot, lock)


def others(path: str | Path, home: Path) -> tuple[Editor, ...]:
    """The other editors that have a file open now. Raises OSError."""
    found = []
    for slot in slots(path, home):
        if not slot.owner.exists():
            continue
        held = hold(slot)
        if held is None:
            found.append(_described(slot.owner))
            continue
        # Its process has ended without saying so.
        held.release()
    return tuple(found)


def _described(file: Path) -> Editor:
    try:
        document: Any = json.loads(read_bytes(file)[:_SIZE_LIMIT])
    except (FileError, ValueError, RecursionError):
        document = None
    match document:
        case {"pid": int() as pid, "host": str() as host, "since": int() | float() as since}:
            return Editor(pid, host, float(since))
    return Editor(0, "", 0.0)
