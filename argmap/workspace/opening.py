"""A file is opened for editing: its text, the form it had, and what its writer should know."""

import codecs
import os
import re
import stat
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

import attrs

from argmap.source.cells import printable
from argmap.source.files import UnreadableFile, decode, read_bytes
from argmap.source.text import SourceText
from argmap.workspace.disk import DiskState, digest_of, is_missing, modified

EDITING_LIMIT = 64 * 1024 * 1024
"""Largest file that is opened, in bytes: fifty maps of 10,000 claims."""

LARGE = 8 * 1024 * 1024
"""From this many bytes on, the writer is told that keys may lag."""

_ENDS = re.compile(r"\r\n|\r|\n")
_NAMES = {"\n": "LF", "\r\n": "CRLF", "\r": "CR"}
# Where Python's splitlines() ends a line and the language does not: a program that keeps a text as lines
# would write line ends in their place.
_FOREIGN_ENDS = {
    "\v": "vertical tab",
    "\f": "form feed",
    "\x1c": "file separator",
    "\x1d": "group separator",
    "\x1e": "record separator",
    "\x85": "next-line character",
    "\u2028": "line separator (U+2028)",
    "\u2029": "paragraph separator (U+2029)",
}
_FOREIGN = re.compile(f"[{''.join(_FOREIGN_ENDS)}]")


@attrs.frozen
class Oddity:
    """A character that an editor might take for the end of a line, and must keep as it is."""

    name: str
    count: int
    line: int
    """Where it stands first, from 1."""


@attrs.frozen
class Form:
    """How a text is written as bytes, beside its characters: UTF-8 always."""

    bom: bool = False
    """Whether a byte order mark goes before the text."""
    line_end: str = "\n"
    """What new lines end with: what most lines of the text end with."""
    ends: Mapping[str, int] = attrs.field(factory=dict)
    """How many lines end with LF, CRLF and CR."""
    oddities: tuple[Oddity, ...] = ()

    @property
    def mixed(self) -> bool:
        """Whether the lines of the text do not all end alike."""
        return len(self.ends) > 1

    def encode(self, text: str) -> bytes:
        """The bytes of a text in this form. Raises UnicodeEncodeError for half of a surrogate pair."""
        return (codecs.BOM_UTF8 if self.bom else b"") + text.encode("utf-8")


@attrs.frozen
class Opened:
    """A file as it is edited. The text is as it stands in the file, with every line end of its own."""

    path: str
    text: str
    form: Form
    state: DiskState | None
    """What the file held; None when it is yet to be made."""
    writable: bool = True
    notices: tuple[str, ...] = ()
    """Sentences that the writer should see once."""


def open_for_editing(path: str | Path) -> Opened:
    """The text of a file, or an empty one where there is no file yet; `form.encode(text)` are its very bytes.

    Raises `UnreadableFile` for a folder, a device, a file that may not be read or is too large to be edited,
    a new one in a folder that is not there, and `NotText` for one that is not UTF-8 text: each says what to
    do.
    """
    name = str(path)
    size = _size(path)
    if size is not None and size > EDITING_LIMIT:
        raise UnreadableFile(name, _too_large(size))
    try:
        data = read_bytes(path)
    except UnreadableFile:
        if is_missing(path):
            return _new(name)
        raise
    file = decode(data, name)
    form = form_of(file.source, bom=file.bom)
    writable = is_writable(path)
    notices = (
        *([] if writable else [_write_protected(name)]),
        *_about_form(form, name),
        *([_large(len(data), name)] if len(data) > LARGE else []),
    )
    return Opened(name, file.source.text, form, DiskState(digest_of(data), modified(path)), writable, notices)


def form_of(source: SourceText, *, bom: bool = False) -> Form:
    """The form of a text; of line ends that are equally frequent, the one that comes first counts."""
    counts = Counter(_ENDS.findall(source.text))
    line_end = max(counts, key=counts.__getitem__) if counts else "\n"
    return Form(bom, line_end, dict(counts), tuple(_oddities(source, counts)))


def _oddities(source: SourceText, ends: Mapping[str, int]) -> Iterator[Oddity]:
    found = _FOREIGN.findall(source.text)
    for character, count in Counter(found).items():
        line = source.position(source.text.index(character))[0]
        yield Oddity(_FOREIGN_ENDS[character], count, line)
    if "\r" in ends and len(ends) > 1:
        first = next(match.start() for match in _ENDS.finditer(source.text) if match[0] == "\r")
        yield Oddity("carriage return (CR)", ends["\r"], source.position(first)[0])


def _new(name: str) -> Opened:
    folder = Path(os.path.realpath(name)).parent
    if not folder.is_dir():
        raise UnreadableFile(name, f"cannot be made: there is no folder {folder}; make it first")
    notice = f"{name} is new: it is made when you save"
    return Opened(name, "", Form(), None, notices=(printable(notice),))


def _about_form(form: Form, name: str) -> Iterator[str]:
    if form.mixed:
        counted = ", ".join(f"{count:,} {_NAMES[end]}" for end, count in form.ends.items())
        yield printable(
            f"{name} mixes line ends ({counted}): each stays, and new lines get {_NAMES[form.line_end]}"
        )
    for oddity in form.oddities:
        more = f" and {oddity.count - 1:,} more" if oddity.count > 1 else ""
        yield printable(f"{name}, line {oddity.line}: a {oddity.name}{more}, kept as it is")


def _size(path: str | Path) -> int | None:
    """The size of a regular file; None where there is none, which reading it says better."""
    try:
        status = Path(path).stat()
    except (OSError, ValueError):
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None


def is_writable(path: str | Path) -> bool:
    """Whether a file that exists may be written to."""
    # Without any right to write, somebody protected it, also from an administrator who could write to it.
    return bool(Path(path).stat().st_mode & 0o222) and os.access(path, os.W_OK)


def _write_protected(name: str) -> str:
    return printable(f"{name} is write-protected: you can save a copy under another name")


def _too_large(size: int) -> str:
    return (
        f"is too large to be edited ({_megabytes(size)}; the limit is {_megabytes(EDITING_LIMIT)}): "
        "divide it into files, and `include` them"
    )


def _large(size: int, name: str) -> str:
    return printable(f"{name} is large ({_megabytes(size)}): keys may lag")


def _megabytes(size: int) -> str:
    return f"{size / (1024 * 1024):.0f} MB"
