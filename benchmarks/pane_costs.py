"""What the outline pane costs by the number of its rows: processor time to lay them out, and for a key."""

import asyncio
import statistics
import time
from collections.abc import Sequence

from textual.app import App, ComposeResult

from argmap.editor.outline.pane import Outline
from argmap.editor.outline.shown_rows import ShownRows
from argmap.source.text import SourceText
from argmap.workspace.analysis import Inquiry, analyse
from argmap.workspace.document import Document
from argmap.workspace.outline import Row

_KEYS = 20
_ROUNDS = 3


class _Screen(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self) -> None:
        super().__init__()
        self.outline = Outline()

    def compose(self) -> ComposeResult:
        yield self.outline


def rows_of(text: str) -> Sequence[Row]:
    """The outline of a map."""
    *_, found = analyse(Inquiry(Document.open(SourceText("bench.argmap", text)).version))
    return found.outline


def laid_out(rows: Sequence[Row], again: Sequence[Row]) -> tuple[float, float]:
    """Seconds to wrap all rows at a width, medians: for the first time, and for a newer outline."""
    first, newer = [], []
    for cells in range(50, 55):
        shown = ShownRows()
        for outline, times in ((rows, first), (again, newer)):
            begin = time.thread_time()
            shown.take(outline, {})
            shown.heights(cells)
            times.append(time.thread_time() - begin)
    return statistics.median(first), statistics.median(newer)


def key_cost(rows: Sequence[Row], keys: Sequence[str]) -> float:
    """Seconds of processor time from key to paint in the middle of an outline: a median."""
    return asyncio.run(_key_cost(rows, keys))


async def _key_cost(rows: Sequence[Row], keys: Sequence[str]) -> float:
    app = _Screen()
    costs = []
    async with app.run_test(size=(60, 40)) as pilot:
        app.outline.show(rows)
        app.outline.focus()
        app.outline.select(next(row.label for row in rows[len(rows) // 2 :] if row.descendants))
        pressed = [*keys] * (_KEYS // len(keys))
        await pilot.press(*pressed)
        for _ in range(_ROUNDS):
            await pilot.pause()
            begin = time.process_time()
            await pilot.press(*pressed)
            costs.append((time.process_time() - begin) / len(pressed))
    return statistics.median(costs)
