"""Files in and out: what is read is text or a plain message, what is written is whole or not at all."""

import codecs
import errno
import os
import stat
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

import attrs

from argmap.source.text import SourceText

SIZE_LIMIT = 256 * 1024 * 1024
"""Largest file that is read, in bytes: two hundred times a map of 10,000 claims."""

STANDARD_STREAM = "-"
"""The name that stands for standard input and standard output."""

_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.EACCES: "permission is denied",
    errno.EPERM: "the system does not permit it",
    errno.EISDIR: "it is a folder, not a file",
    errno.ENOTDIR: "a part of the path is a file, not a folder",
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "your disk quota is used up",
    errno.EFBIG: "the file would be larger than the system allows",
    errno.EROFS: "the disk can only be read",
    errno.ELOOP: "the links in the path lead round in a circle",
    errno.ENAMETOOLONG: "the name is too long",
    errno.EIO: "the disk reports a fault",
}


class FileError(Exception):
    """A file could not be read or written. `path` is the name as given, `reason` says why in words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path
        self.reason = reason


class UnreadableFile(FileError):  # noqa: N818 - named for what the file is
    """The file cannot be read at all: missing, a folder, a device, not permitted, too large."""


class NotText(UnreadableFile):
    """The file was read and is not UTF-8 text.

    `byte` is the offset of the first wrong byte, from 0; `line` its line, from 1.
    """

    def __init__(self, path: str, reason: str, *, byte: int, line: int) -> None:
        super().__init__(path, reason)
        self.byte = byte
        self.line = line


class UnwritableFile(FileError):  # noqa: N818 - named for what the file is
    """The file could not be written; an older file of that name is as it was."""


@attrs.frozen
class TextFile:
    """A text as it stood in a file; `bom` tells whether it began with a byte order mark."""

    source: SourceText
    bom: bool = False

    def encode(self, text: str) -> bytes:
        """Another text in the form this one had: UTF-8, with the byte order mark if there was one."""
        return (codecs.BOM_UTF8 if self.bom else b"") + text.encode("utf-8")


def read_text(path: str | Path) -> SourceText:
    """The text of a UTF-8 file, without its byte order mark; line ends are kept as they are.

    The text is named by `path` as given. Raises `UnreadableFile`, and `NotText` when it is not UTF-8 or
    holds NUL bytes. Never waits: anything but a regular file is refused.
    """
    return read_file(path).source


def read_file(path: str | Path) -> TextFile:
    """As `read_text`, and remembers the byte order mark for writing the file again."""
    return decode(read_bytes(path), str(path))


def read_bytes(path: str | Path) -> bytes:
    """The bytes of a regular file of at most `SIZE_LIMIT` bytes; raises `UnreadableFile`."""
    name = str(path)
    try:
        _refuse_irregular(name, Path(path).stat().st_mode)
        # O_NONBLOCK: should the file become a pipe between the two calls, opening it must not wait.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _refuse_irregular(name, os.fstat(descriptor).st_mode)
            data = file.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise UnreadableFile(name, f"cannot be read: {reason_of(error)}") from error
    except ValueError as error:
        raise UnreadableFile(name, "cannot be read: the name holds a NUL character") from error
    return _within_limit(data, name)


def read_standard_input(name: str = "<stdin>") -> TextFile:
    """The whole of standard input as text called `name`; raises as `read_text` does."""
    if sys.stdin is None:
        raise UnreadableFile(name, "cannot be read: standard input is closed")
    try:
        data = sys.stdin.buffer.read(SIZE_LIMIT + 1)
    except OSError as error:
        raise UnreadableFile(name, f"cannot be read: {reason_of(error)}") from error
    return decode(_within_limit(data, name), name)


def decode(data: bytes, name: str) -> TextFile:
    """Bytes as UTF-8 text called `name`; raises `NotText` with the place and what the bytes may be."""
    bom = data.startswith(codecs.BOM_UTF8)
    body = data.removeprefix(codecs.BOM_UTF8)
    skipped = len(data) - len(body)
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _not_text(data, name, byte=error.start + skipped, guess=_encoding_guess(data)) from error
    nul = data.find(0)
    if nul >= 0:
        raise _not_text(data, name, byte=nul, guess=_encoding_guess(data))
    return TextFile(SourceText(name, text), bom)


def write_output(target: str | Path, data: bytes) -> None:
    """Write to a file as `replace_file` does, or to standard output for `-`.

    Raises `UnwritableFile` for a file. Faults of standard output stay OSErrors, as with `print`: what is
    left in its buffer fails again at the program's end, and who handles that must see the first fault too.
    """
    if str(target) != STANDARD_STREAM:
        replace_file(target, data)
        return
    sys.stdout.flush()
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()


def replace_file(path: str | Path, data: bytes, *, before: Callable[[], None] = lambda: None) -> None:
    """Make `data` the content of a file, wholly or not at all.

    The data goes to a temporary file in the same folder, to the disk, and then takes the name. The mode
    of an older file is kept, its owner and group where the system permits it, and a link stays a link to the
    file that is replaced. A character device such as `/dev/null` is written to as it is. `before` is called
    when only the name is left to be taken, and may raise. Raises `UnwritableFile`; an older file is then
    unchanged.
    """
    try:
        old = _status(Path(path))
        target = Path(os.path.realpath(path))
        if old is not None and stat.S_ISCHR(old.st_mode):
            target.write_bytes(data)
            return
        _refuse_irregular_target(str(path), old.st_mode if old else None)
        if old is not None and not os.access(target, os.W_OK):
            raise UnwritableFile(str(path), "cannot be written: the file is write-protected")
        _write_beside(target, data, old=old, before=before)
    except OSError as error:
        raise UnwritableFile(str(path), f"cannot be written: {_write_reason(error, path)}") from error
    except ValueError as error:
        raise UnwritableFile(str(path), "cannot be written: the name holds a NUL character") from error


def rewrite_texts(changes: Mapping[str, tuple[str, str]]) -> None:
    """Give files new texts: by path, the text that was read and the one that takes its place.

    A byte order mark stays. Nothing is written unless every file still holds the text that was read, and what
    was written is put back when a later file cannot be. Raises `UnwritableFile` for the first that does not,
    or that cannot be read or written.
    """
    ready: list[tuple[str, bytes, bytes]] = []
    for path, (old, new) in changes.items():
        try:
            file = read_file(path)
        except UnreadableFile as error:
            raise UnwritableFile(path, error.reason) from error
        if file.source.text != old:
            raise UnwritableFile(path, "was changed since it was read, and left as it is; check it again")
        ready.append((path, file.encode(new), file.encode(old)))
    done: list[tuple[str, bytes]] = []
    for path, data, before in ready:
        try:
            replace_file(path, data)
        except UnwritableFile:
            for other, former in done:
                replace_file(other, former)
            raise
        done.append((path, before))


def create_file(path: str | Path, data: bytes) -> None:
    """Write a file that must not exist yet; raises `UnwritableFile`, also when it does exist."""
    try:
        with Path(path).open("xb") as file:
            try:
                file.write(data)
                file.flush()
            except OSError:
                Path(path).unlink()
                raise
    except FileExistsError as error:
        raise UnwritableFile(str(path), "is there already and was left as it is") from error
    except OSError as error:
        raise UnwritableFile(str(path), f"cannot be written: {_write_reason(error, path)}") from error
    except ValueError as error:
        raise UnwritableFile(str(path), "cannot be written: the name holds a NUL character") from error


def reason_of(error: OSError) -> str:
    """Why the system refused, in words."""
    known = _REASONS.get(error.errno or 0)
    return known or (error.strerror or str(error)).lower()


def _within_limit(data: bytes, name: str) -> bytes:
    if len(data) > SIZE_LIMIT:
        megabytes = SIZE_LIMIT // (1024 * 1024)
        raise UnreadableFile(name, f"is larger than {megabytes} MB, which no argument map is")
    return data


def _refuse_irregular(name: str, mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise UnreadableFile(name, "is a folder, not a file")
    raise UnreadableFile(name, f"is {_kind(mode)}, not a file; give `-` to read standard input")


def _refuse_irregular_target(name: str, mode: int | None) -> None:
    if mode is None or stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise UnwritableFile(name, "is a folder; name a file in it")
    raise UnwritableFile(name, f"is {_kind(mode)}, not a file; give `-` to write to standard output")


def _kind(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _not_text(data: bytes, name: str, *, byte: int, guess: str) -> NotText:
    line = 1 + data.count(b"\n", 0, byte)
    reason = f"line {line} is not UTF-8 text (byte {byte} is 0x{data[byte]:02X}); {guess}"
    return NotText(name, reason, byte=byte, line=line)


def _encoding_guess(data: bytes) -> str:
    """What the bytes may be, and what to do about it."""
    advice = "save it as UTF-8"
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return f"it looks like UTF-16: {advice}"
    head = data[:4096]
    if head.count(0) > len(head) // 4:
        return f"it may be UTF-16: {advice}"
    if 0 in head:
        return "it looks like a binary file: open a text file instead"
    # 0x80-0x9F are printed characters in the Windows code pages and unused controls in ISO 8859.
    if any(0x80 <= byte < 0xA0 for byte in data):
        return f"it looks like a Windows encoding (1252, 1254 for Turkish, 1251 for Russian): {advice}"
    return f"it looks like ISO 8859 or a Windows encoding (1254 for Turkish): {advice}"


def _write_beside(
    target: Path, data: bytes, *, old: os.stat_result | None, before: Callable[[], None]
) -> None:
    import tempfile

    descriptor, temporary = tempfile.mkstemp(prefix=".argmap-", suffix=".tmp", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        Path(temporary).chmod(_new_mode() if old is None else _with_owner_of(old, temporary))
        before()
        Path(temporary).replace(target)
    except BaseException:
        # Also on an interrupt: nothing half-written stays behind.
        with suppress(FileNotFoundError):
            Path(temporary).unlink()
        raise


def _with_owner_of(old: os.stat_result, temporary: str) -> int:
    """Give a file the owner and group of an older one, as far as may be; the mode that it should have then.

    Only root may give files away. Where the group cannot be kept, a group that was never meant gets no more
    than everybody.
    """
    mode = stat.S_IMODE(old.st_mode)
    new = Path(temporary).stat()
    if not hasattr(os, "chown") or (new.st_uid, new.st_gid) == (old.st_uid, old.st_gid):
        return mode
    for owner in (old.st_uid, -1):
        with suppress(OSError):
            os.chown(temporary, owner, old.st_gid)
            return mode
    return mode & ~0o070 | (mode & 0o007) << 3


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _new_mode() -> int:
    """The mode of a new file: the system tells the mask only by setting it."""
    mask = os.umask(0o077)
    os.umask(mask)
    return 0o666 & ~mask


def _write_reason(error: OSError, path: str | Path) -> str:
    if error.errno == errno.ENOENT:
        return f"there is no folder {Path(path).parent}"
    return reason_of(error)
