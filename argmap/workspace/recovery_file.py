"""What a recovery file says: a line about the text, then the text itself, so that any program can read it."""

import json
import os
import socket
import time
from pathlib import Path
from typing import Any

import attrs

from argmap.source.files import FileError, read_bytes
from argmap.workspace.state_folder import absolute

_FORMAT = 1
_LONGEST_HEAD = 64 * 1024
_LARGEST_NUMBER = 2**31


@attrs.frozen
class Draft:
    """A text as it was being written, before it was saved."""

    path: str
    text: str
    cursor: tuple[int, int]
    """Line and column, from 0."""
    original: str | None
    """Fingerprint of the file that it was made from (`disk.DiskState.digest`); None for a new file."""
    time: float
    """When it was written, in seconds since 1970."""
    pid: int
    host: str


def draft_of(path: str | Path, text: str, cursor: tuple[int, int], *, original: str | None) -> Draft:
    """The draft of this moment and this process."""
    return Draft(absolute(path), text, cursor, original, time.time(), os.getpid(), socket.gethostname())


def to_bytes(draft: Draft) -> bytes:
    """The content of the recovery file; also of a text that could not be saved as UTF-8."""
    head = {"argmap-recovery": _FORMAT, **attrs.asdict(draft)}
    del head["text"]
    return json.dumps(head).encode() + b"\n" + draft.text.encode("utf-8", "surrogatepass")


def read_draft(file: Path) -> Draft | None:
    """The draft in a recovery file; None where there is none, or nothing that we wrote."""
    try:
        data = read_bytes(file)
    except FileError:
        return None
    head, newline, body = data.partition(b"\n")
    if not newline or len(head) > _LONGEST_HEAD:
        return None
    try:
        return _draft(json.loads(head), body.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        return None


def _draft(head: Any, text: str) -> Draft | None:
    match head:
        case {
            "argmap-recovery": 1,
            "path": str() as path,
            "cursor": [int() as line, int() as column],
            "original": str() | None as original,
            "time": int() | float() as moment,
            "pid": int() as pid,
            "host": str() as host,
        } if 0 <= line < _LARGEST_NUMBER and 0 <= column < _LARGEST_NUMBER:
            return Draft(path, text, (line, column), original, float(moment), pid, host)
    return None
