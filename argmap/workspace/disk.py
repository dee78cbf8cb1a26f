"""What stands on the disk under a name, so that one can tell later whether it is still that."""

import hashlib
import os
from pathlib import Path

import attrs

from argmap.source.files import UnreadableFile, read_bytes


@attrs.frozen
class DiskState:
    """The content of a file at one moment; equal for equal content, whenever and however it was written."""

    digest: str
    """SHA-256 of its bytes, in hexadecimal."""
    changed: float | None = attrs.field(default=None, eq=False)
    """When the file says that it was written last, in seconds since 1970."""


def digest_of(data: bytes) -> str:
    """The fingerprint of a content."""
    return hashlib.sha256(data).hexdigest()


def disk_state(path: str | Path) -> DiskState | None:
    """What a file holds now; None when there is no file, nor its folder. Raises `UnreadableFile`.

    The content is read every time: a clock that is set back, a file system that counts in whole seconds, and
    a replacement of the same length all leave the usual marks of a change as they were.
    """
    try:
        data = read_bytes(path)
    except UnreadableFile:
        if is_missing(path):
            return None
        raise
    return DiskState(digest_of(data), modified(path))


def is_missing(path: str | Path) -> bool:
    """Whether nothing can be read under a name because there is nothing, as behind a link to nowhere."""
    try:
        Path(path).stat()
    except FileNotFoundError:
        return True
    except (OSError, ValueError):
        return False
    return False


def modified(path: str | Path) -> float | None:
    """When the file was written last, by its own account; None when it cannot be asked."""
    try:
        return os.stat(path).st_mtime  # noqa: PTH116 - the same for a path of either kind
    except (OSError, ValueError):
        return None
