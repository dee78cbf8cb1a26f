"""Graphs of several threads laid out by one process of an engine.

An engine takes longer to start than to draw a small graph. So threads that draw many maps wait for each
other, for a moment: what all of them ask of one engine goes into it together. Where that goes wrong, because
of whatever graph, every thread draws its own by itself.
"""

import re
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from contextlib import contextmanager
from contextvars import ContextVar

import attrs

_LARGEST = 100_000
"""Characters of a graph that is drawn with others; a larger one takes long enough to deserve a process."""
_MOST_TOGETHER = 600_000
"""Characters that go into one process: what is over waits for the next, on another core."""
_LONGEST_WAIT = 0.1
"""Seconds for others to come with their graphs."""
_DRAWING_END = re.compile(rb"(?<=</svg>\n)|(?<=\nstop\n)")
"""SVG ends so, and Graphviz' plain format; no text of a map stands at the beginning of a line in either."""

Run = Callable[[str], bytes | None]
"""Lays out one graph after the other; None when it cannot."""


@attrs.define(eq=False)
class _Asked:
    """A graph that waits to be drawn, and by what."""

    way: object
    dot: str
    taken: bool = False
    drawing: "Future[bytes | None]" = attrs.field(factory=Future)


class Gathering:
    """The threads that draw together. Each says so with `present` for as long as it may have graphs."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: list[_Asked] = []
        self._present = 0
        self._served = 0

    @contextmanager
    def present(self) -> Iterator[None]:
        """What this thread draws is drawn together with what the others do."""
        token = _gathering.set(self)
        with self._changed:
            self._present += 1
        try:
            yield
        finally:
            _gathering.reset(token)
            with self._changed:
                self._present -= 1
                self._changed.notify_all()

    def drawing(self, dot: str, way: object, *, run: Run) -> bytes | None:
        """What an engine makes of a graph; None where it has to be asked for this graph alone.

        `way` is what `run` depends on, the engine and its options: graphs with equal ones may go together.
        """
        if len(dot) > _LARGEST:
            return None
        asked = _Asked(way, dot)
        with self._changed:
            self._waiting.append(asked)
            self._changed.notify_all()
            self._changed.wait_for(lambda: asked.taken or self._all_wait(), timeout=_LONGEST_WAIT)
            group = [] if asked.taken else self._take(asked)
        if group:
            self._serve(group, run)
        return asked.drawing.result()

    def _all_wait(self) -> bool:
        return len(self._waiting) + self._served >= self._present

    def _take(self, asked: _Asked) -> list[_Asked]:
        """A graph with as many of the others that wait for the same engine as fit beside it."""
        group, room = [asked], _MOST_TOGETHER - len(asked.dot)
        for other in self._waiting:
            if other is not asked and other.way == asked.way and len(other.dot) <= room:
                group.append(other)
                room -= len(other.dot)
        for one in group:
            one.taken = True
            self._waiting.remove(one)
        self._served += len(group)
        self._changed.notify_all()
        return group

    def _serve(self, group: Sequence[_Asked], run: Run) -> None:
        drawings: Sequence[bytes | None] = [None] * len(group)
        try:
            if len(group) > 1:
                drawings = _drawn([asked.dot for asked in group], run)
        finally:
            with self._changed:
                self._served -= len(group)
            for asked, drawing in zip(group, drawings, strict=True):
                asked.drawing.set_result(drawing)


_gathering: ContextVar[Gathering | None] = ContextVar("gathering", default=None)


def gathering_here() -> Gathering | None:
    """What this thread draws in, if it is in any."""
    return _gathering.get()


def _drawn(graphs: Sequence[str], run: Run) -> Sequence[bytes | None]:
    """The drawing of each graph, or None for all of them where not every one is there."""
    drawings = [part for part in _DRAWING_END.split(run("\n".join(graphs)) or b"") if part.strip()]
    return drawings if len(drawings) == len(graphs) else [None] * len(graphs)
