"""A text is saved only over what it was made from; otherwise its writer is told, and decides."""

import enum
import errno
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from argmap.source.cells import printable
from argmap.source.files import UnreadableFile, UnwritableFile, create_file, replace_file
from argmap.source.line_difference import line_difference
from argmap.source.text import SourceText
from argmap.workspace.disk import DiskState, digest_of, disk_state, modified
from argmap.workspace.opening import Form


class Choice(enum.StrEnum):
    """What a writer can do when a text was not saved."""

    COMPARE = "compare"
    """See what differs: `compared`."""
    RELOAD = "reload"
    """Take what is on the disk, giving up the text: `open_for_editing`."""
    OVERWRITE = "overwrite"
    """Put the text there all the same: `overwrite`."""
    SAVE_COPY = "save a copy"
    """Put the text under another name, such as `copy_name`: `save_copy`."""
    TRY_AGAIN = "try again"
    """Save once more, after the cause has gone."""


class Cause(enum.StrEnum):
    """Why a text was not saved."""

    CHANGED = "changed"
    """The file holds something else than when it was read."""
    APPEARED = "appeared"
    """There was no file when editing began, and now there is."""
    DELETED = "deleted"
    UNREADABLE = "unreadable"
    """Nobody can tell whether the file changed: it may not be read, or is no file any more."""
    PROTECTED = "protected"
    NO_SPACE = "no space"
    UNWRITABLE_TEXT = "unwritable text"
    """The text holds something that is no character."""
    FAILED = "failed"
    """The system refused, for another reason."""


@attrs.frozen
class Saved:
    """The text is in the file, which holds `state` now; the next `save` is given it."""

    path: str
    state: DiskState


@attrs.frozen
class Refused:
    """The text was not saved and nothing was changed; `message` says what happened, in a sentence."""

    path: str
    cause: Cause
    message: str
    choices: tuple[Choice, ...]


Outcome = Saved | Refused

_CHOICES = {
    Cause.CHANGED: (Choice.COMPARE, Choice.RELOAD, Choice.OVERWRITE, Choice.SAVE_COPY),
    Cause.APPEARED: (Choice.COMPARE, Choice.RELOAD, Choice.OVERWRITE, Choice.SAVE_COPY),
    Cause.DELETED: (Choice.OVERWRITE, Choice.SAVE_COPY),
    Cause.UNREADABLE: (Choice.SAVE_COPY, Choice.TRY_AGAIN),
    Cause.PROTECTED: (Choice.SAVE_COPY, Choice.TRY_AGAIN),
    Cause.NO_SPACE: (Choice.SAVE_COPY, Choice.TRY_AGAIN),
    Cause.UNWRITABLE_TEXT: (Choice.TRY_AGAIN,),
    Cause.FAILED: (Choice.SAVE_COPY, Choice.TRY_AGAIN),
}
_NO_SPACE = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
_PROTECTED = {errno.EACCES, errno.EPERM, errno.EROFS}


class _Conflict(Exception):  # noqa: N818 - carries the refusal through the writing of the file
    def __init__(self, refusal: Refused) -> None:
        super().__init__(refusal.message)
        self.refusal = refusal


def save(path: str | Path, text: str, form: Form, *, since: DiskState | None) -> Outcome:
    """Save a text over what it was made from: `since` is what the file held, None where there was none.

    A file that holds the new text already is no conflict. The content is compared twice, the second time when
    only the name is left to be taken.
    """
    name = str(path)
    data = _encoded(name, text, form)
    if isinstance(data, Refused):
        return data

    def compare() -> None:
        if refusal := _conflict(name, since, data):
            raise _Conflict(refusal)

    try:
        compare()
        _respect_protection(name)
        return _written(name, data, lambda: replace_file(path, data, before=compare))
    except _Conflict as conflict:
        return conflict.refusal


def overwrite(path: str | Path, text: str, form: Form) -> Outcome:
    """Save a text whatever the file holds, for a writer who has chosen to; a deleted file is made again."""
    name = str(path)
    data = _encoded(name, text, form)
    if isinstance(data, Refused):
        return data
    try:
        _respect_protection(name)
    except _Conflict as conflict:
        return conflict.refusal
    return _written(name, data, lambda: replace_file(path, data))


def save_copy(path: str | Path, text: str, form: Form) -> Outcome:
    """Save a text under a name that nothing has yet."""
    name = str(path)
    data = _encoded(name, text, form)
    if isinstance(data, Refused):
        return data
    outcome = _written(name, data, lambda: create_file(path, data))
    if isinstance(outcome, Refused):
        return attrs.evolve(outcome, choices=(Choice.SAVE_COPY,))
    return outcome


def copy_name(path: str | Path) -> str:
    """A name beside the file that nothing has yet: `debate-copy.argmap`, then `debate-copy-2.argmap`."""
    own = Path(path)
    number = 1
    while True:
        ending = "-copy" if number == 1 else f"-copy-{number}"
        candidate = own.with_name(f"{own.stem}{ending}{own.suffix}")
        if not candidate.exists() and not candidate.is_symlink():
            return str(candidate)
        number += 1


def compared(path: str | Path, text: str, on_disk: str) -> Iterator[str]:
    """What differs between the file and the text, as the lines of a unified diff."""
    return line_difference(on_disk, text, name=f"{path} on the disk", new_name=f"{path} as you have it")


def _encoded(name: str, text: str, form: Form) -> bytes | Refused:
    try:
        return form.encode(text)
    except UnicodeEncodeError as error:
        line, column = SourceText(name, text).position(error.start)
        what = f"U+{ord(text[error.start]):04X} at line {line}, column {column} is no character"
        return _refused(name, Cause.UNWRITABLE_TEXT, f"cannot be saved: {what}; delete it first")


def _conflict(name: str, since: DiskState | None, data: bytes) -> Refused | None:
    try:
        now = disk_state(name)
    except UnreadableFile as error:
        return _refused(name, Cause.UNREADABLE, error.reason)
    if now is None:
        return None if since is None else _refused(name, Cause.DELETED, "was deleted since it was read")
    if now in (since, DiskState(digest_of(data))):
        return None
    if since is None:
        return _refused(name, Cause.APPEARED, f"was made{_at(now)} by another program")
    return _refused(name, Cause.CHANGED, f"was changed{_at(now)} by another program")


def _at(state: DiskState) -> str:
    if state.changed is None:
        return ""
    try:
        moment = time.localtime(state.changed)
    except (OSError, OverflowError, ValueError):  # a file may bear any date
        return ""
    today = moment[:3] == time.localtime()[:3]
    return time.strftime(" at %H:%M:%S" if today else " on %Y-%m-%d at %H:%M", moment)


def _respect_protection(name: str) -> None:
    # Root may write to anything, and yet whoever took the right to write from a file meant something by it.
    try:
        mode = Path(name).stat().st_mode
    except (OSError, ValueError):
        return
    if not mode & 0o222:
        raise _Conflict(_refused(name, Cause.PROTECTED, "is write-protected"))


def _written(name: str, data: bytes, write: Callable[[], None]) -> Outcome:
    try:
        write()
    except UnwritableFile as error:
        return _refused(name, _cause(error), error.reason)
    return Saved(name, DiskState(digest_of(data), modified(name)))


def _cause(error: UnwritableFile) -> Cause:
    cause = error.__cause__
    if isinstance(cause, FileExistsError):
        return Cause.APPEARED
    number = cause.errno if isinstance(cause, OSError) else None
    if number in _NO_SPACE:
        return Cause.NO_SPACE
    if number in _PROTECTED or "write-protected" in error.reason:
        return Cause.PROTECTED
    return Cause.FAILED


def _refused(name: str, cause: Cause, reason: str) -> Refused:
    return Refused(name, cause, printable(f"{name} {reason}"), _CHOICES[cause])
