"""What somebody who types in the whole editor waits for, with all panes, and what that costs."""

import asyncio
import gc
import resource
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path
from typing import TypeVar

from textual.events import Key
from textual.pilot import Pilot

from argmap.editor.app import EditorApp
from argmap.editor.panes import SidePane
from argmap.editor.review_files import ReviewWish
from argmap.editor.settings import Settings
from argmap.workspace.opening import open_for_editing

SIZE = (140, 40)
_PACE = 0.1
"""Seconds between two keys of somebody who types well: longer than a text takes to settle, shorter than the
wait for an analysis."""
_KEYS = 20
_T = TypeVar("_T")


class Used:
    """An editor that is used."""

    def __init__(self, app: EditorApp, pilot: "Pilot[int]") -> None:
        self.app = app
        self.pilot = pilot

    def go_to_the_middle(self) -> None:
        """Put the cursor into a line in the middle of the text."""
        area = self.app.map_screen.writing.area
        area.go_to((area.document.line_count // 2, 12))

    async def key(self, key: str = "x") -> float:
        """Press a key that writes; the seconds until what it wrote is on the screen.

        As a terminal does it: the pilot's way waits for everything else as well.
        """
        begin = time.perf_counter()
        area = self.app.map_screen.writing.area
        before = area.version
        area.post_message(Key(key, " " if key == "space" else key))
        while area.version == before:
            await asyncio.sleep(0.001)
        await self.painted()
        return time.perf_counter() - begin

    async def painted(self) -> None:
        """Wait until what has changed is on the screen."""
        done = asyncio.Event()
        self.app.screen.call_after_refresh(done.set)
        await done.wait()

    @property
    def is_fresh(self) -> bool:
        """Whether everything is known about the text as it is."""
        good, writing = self.app.desk.good, self.app.map_screen.writing
        return not writing.unsettled and good is not None and good.version is self.app.desk.document.version

    async def fresh(self) -> None:
        """Wait until everything is known about the text as it is, and painted."""
        while not self.is_fresh:
            await asyncio.sleep(0.005)
        await self.painted()


@asynccontextmanager
async def using(text: str, pane: SidePane, *, wish: ReviewWish | None = None) -> AsyncIterator[Used]:
    """The editor on a text, with one of its panes beside it; reviewing where somebody wishes to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "first-start").touch()
        path = folder / "bench.argmap"
        path.write_text(text, encoding="utf-8")
        app = EditorApp(open_for_editing(path), Settings(), wish=wish, state_folder=folder)
        app.map_screen.writing.area.cursor_blink = False
        async with app.run_test(size=SIZE) as pilot:
            used = Used(app, pilot)
            used.go_to_the_middle()
            await app.whole.wait()
            app.map_screen.side.show_pane(pane)
            await used.fresh()
            await asyncio.sleep(0.5)
            yield used


def _run(work: Callable[[Used], Awaitable[_T]], text: str, pane: SidePane) -> _T:
    async def run() -> _T:
        async with using(text, pane) as used:
            return await work(used)

    return asyncio.run(run())


def key_cost(text: str, *, pane: SidePane = "outline") -> float:
    """Seconds of the processor in the thread that answers keys, for each key of a typist: a median.

    All that follows a key is in it, up to the next: painting, taking the text over, title and status. The
    analysis, which begins once nobody types, is not.
    """
    return _run(_key_cost, text, pane)


async def _key_cost(used: Used) -> float:
    costs = []
    for _ in range(3):
        used.go_to_the_middle()
        used.app.map_screen.writing.area.action_cursor_line_end()
        await used.fresh()
        await asyncio.sleep(0.3)
        begin = time.perf_counter()
        for number in range(_KEYS):
            before = time.thread_time()
            await used.key("x" if number % 6 else "space")
            begin += _PACE
            await asyncio.sleep(max(begin - time.perf_counter(), 0))
            costs.append(time.thread_time() - before)
    return statistics.median(costs)


def wait_for_problems(text: str, *, pane: SidePane = "outline") -> float:
    """Seconds from the last key until all that follows from it is known and on the screen: a median."""
    return _run(_wait_for_problems, text, pane)


async def _wait_for_problems(used: Used) -> float:
    waits = []
    for _ in range(5):
        await used.key()
        begin = time.perf_counter()
        await used.fresh()
        waits.append(time.perf_counter() - begin)
        await asyncio.sleep(0.2)
    return statistics.median(waits)


def keys_meanwhile(text: str, *, pane: SidePane = "outline") -> list[float]:
    """Seconds from key to paint, ascending, of keys that are pressed while the text is analysed."""
    return sorted(_run(_keys_meanwhile, text, pane))


async def _keys_meanwhile(used: Used) -> list[float]:
    taken = []
    for number in range(_KEYS):
        # A rest after which the analysis is at another of its stages each time.
        await asyncio.sleep(0.16 + number * 0.03)
        taken.append(await used.key("x" if number % 6 else "space"))
    return taken


def waits_at_verdicts(text: str) -> list[float]:
    """Seconds from a verdict to paint, ascending, of a reader who has the diagram open and never stops.

    Every other verdict comes while what the one before has changed is still being drawn.
    """

    async def run() -> list[float]:
        async with using(text, "diagram", wish=ReviewWish("bench")) as used:
            return sorted(await _waits_at_verdicts(used))

    return asyncio.run(run())


async def _waits_at_verdicts(used: Used) -> list[float]:
    taken = []
    for number in range(_KEYS):
        await asyncio.sleep(3.0 if number % 2 else 0.3)
        before = used.app.review
        assert before is not None  # the editor was opened for it
        verdict = "a" if number % 3 else "r"
        begin = time.perf_counter()
        used.app.post_message(Key(verdict, verdict))
        while used.app.review is before:
            await asyncio.sleep(0.001)
        await used.painted()
        taken.append(time.perf_counter() - begin)
        used.app.post_message(Key("n", "n"))
    return taken


def growth_by_edits(text: str, edits: int) -> float:
    """MiB by which the program grows in so many edits, after as many others: what is never given back."""
    return _run(partial(_growth_by_edits, edits=edits), text, "outline")


async def _growth_by_edits(used: Used, *, edits: int) -> float:
    held = []
    for _ in range(2):
        await _edit(used, edits)
        gc.collect()
        held.append(_resident())
    return held[1] - held[0]


async def _edit(used: Used, edits: int) -> None:
    area = used.app.map_screen.writing.area
    for number in range(edits):
        used.go_to_the_middle()
        area.insert(f" word{number}")
        used.app.take_text_over()
        if number % 20 == 0:
            await used.fresh()
    await used.fresh()


def _resident() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * resource.getpagesize() / 2**20
