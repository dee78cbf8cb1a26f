"""Which of a map's files changed on the disk: those that were read, and those that could not be.

Asked ten times a second, by name. A map has few files, so that this costs next to nothing, and it is the one
way that is right everywhere: what the system tells of by itself ends when a file is replaced by another of
its name, and stays silent on network drives and in shared folders of virtual machines.
"""

import threading
import time
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import attrs

from argmap.source.files import NotText, UnreadableFile, decode, read_bytes
from argmap.workspace.disk import digest_of, is_missing

INTERVAL = 0.1
"""Seconds between two looks."""

QUIET = 0.05
"""Seconds for which nothing may change before a change is told: a file is written in several steps."""

ABSENCE = 0.3
"""Seconds for which a file has to be gone: some programs delete a file, then write it anew."""

LONGEST = 1.0
"""Seconds after which a change is told although there are always new ones."""

_YOUNG = 3.0  # seconds; some file systems count in twos, so that a second change may look like none

_GONE = "gone"
_Marks = tuple[int, int, int, int]


@attrs.frozen
class Changes:
    """What happened to files since they were looked at last; by the names that were given."""

    changed: frozenset[str] = frozenset()
    appeared: frozenset[str] = frozenset()
    vanished: frozenset[str] = frozenset()

    @property
    def files(self) -> frozenset[str]:
        """All of them."""
        return self.changed | self.appeared | self.vanished


@attrs.frozen
class _Look:
    """A file at one moment: its marks by which it is seen cheaply whether to read it, and its content."""

    marks: _Marks | None
    content: str
    young: bool = False


class Watch:
    """Looks after files by name until it is stopped, which any thread may do, and a signal handler."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, _Look] = {}
        self._given: dict[str, str] = {}
        self._stopped = threading.Event()

    def follow(self, texts: Mapping[str, str], absent: Iterable[str] = ()) -> None:
        """Look after these files from now on, and no others.

        `texts` are the texts that were read of them, without byte order marks, so that a change between the
        reading and now is seen too; `absent` are names of which nothing could be read. A file of which the
        same is said as last time is looked after as before: what was told of it is not told again.
        """
        given = {name: _text_digest(text) for name, text in texts.items()}
        known = {name: _Look(None, digest) for name, digest in given.items()}
        for name in absent:
            now = _look(name)
            known.setdefault(name, attrs.evolve(now, content=_GONE) if _is_text(now) else now)
            given.setdefault(name, _GONE)
        with self._lock:
            same = {name for name, said in given.items() if self._given.get(name) == said}
            self._known = {name: self._known[name] if name in same else look for name, look in known.items()}
            self._given = given

    def next(self) -> Changes | None:
        """Wait for changes, and tell of them once they have come to rest; None when the watch was stopped."""
        while not self._stopped.wait(INTERVAL):
            if self._differing() and (changes := self._settled()):
                return changes
        return None

    def __iter__(self) -> Iterator[Changes]:
        """The changes, until the watch is stopped."""
        while changes := self.next():
            yield changes

    def stop(self) -> None:
        """End the watch: whoever waits for changes gets none."""
        self._stopped.set()

    def _settled(self) -> Changes | None:
        """The changes once nothing more happens; None when all is as before, or the watch was stopped."""
        began = rested = time.monotonic()
        before = self._differing()
        while not self._stopped.wait(QUIET / 2):
            now, moment = self._differing(), time.monotonic()
            if _contents(now) != _contents(before):
                before, rested = now, moment
            gone = any(look.content == _GONE for look in now.values())
            patience = ABSENCE if gone else QUIET
            if moment - rested >= patience or moment - began >= LONGEST:
                return self._told(now)
        return None

    def _differing(self) -> dict[str, _Look]:
        """The files whose content is not what is known of them; marks that changed alone are noted."""
        with self._lock:
            known = dict(self._known)
        differing = {}
        for name, before in known.items():
            now = _look(name, before)
            if now.content != before.content:
                differing[name] = now
            elif now != before:
                self._note({name: now}, known)
        return differing

    def _told(self, looks: Mapping[str, _Look]) -> Changes | None:
        with self._lock:
            known = dict(self._known)
        looks = {name: look for name, look in looks.items() if name in known}
        self._note(looks, known)
        if not looks:
            return None
        vanished = {name for name, look in looks.items() if look.content == _GONE}
        appeared = {name for name in looks if known[name].content == _GONE}
        return Changes(
            frozenset(looks.keys() - vanished - appeared), frozenset(appeared), frozenset(vanished)
        )

    def _note(self, looks: Mapping[str, _Look], known: Mapping[str, _Look]) -> None:
        with self._lock:
            # Another thread may have said meanwhile what was read; that counts.
            self._known |= {
                name: look for name, look in looks.items() if self._known.get(name) is known[name]
            }


def _look(name: str, before: _Look | None = None) -> _Look:
    """The file as it is now, read only when it may differ from what it was."""
    try:
        status = Path(name).stat()
    except (OSError, ValueError):
        return _Look(None, _GONE if is_missing(name) else "not reached")
    marks = (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)
    young = abs(time.time() - status.st_mtime) < _YOUNG
    if before is not None and before.marks == marks and not before.young:
        return before
    return _Look(marks, _content(name), young)


def _content(name: str) -> str:
    """What tells one content from another: of text its characters, so that it can be compared with a text."""
    try:
        data = read_bytes(name)
    except UnreadableFile as error:
        return _GONE if is_missing(name) else f"unreadable: {error.reason}"
    try:
        return _text_digest(decode(data, name).source.text)
    except NotText:
        return f"no text: {digest_of(data)}"


def _text_digest(text: str) -> str:
    return f"text: {digest_of(text.encode('utf-8', 'surrogatepass'))}"


def _is_text(look: _Look) -> bool:
    return look.content.startswith("text: ")


def _contents(looks: Mapping[str, _Look]) -> dict[str, str]:
    return {name: look.content for name, look in looks.items()}
