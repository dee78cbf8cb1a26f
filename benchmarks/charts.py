"""What the diagram in a terminal costs: drawing it, and moving its view by a step."""

import asyncio
import statistics
import time

from textual.app import App, ComposeResult

from argmap.editor.diagram.widget import Diagram
from argmap.model.map import ArgumentMap


class _Pane(App[None]):
    """Nothing but the diagram."""

    def __init__(self, argument_map: ArgumentMap) -> None:
        super().__init__()
        self.given = argument_map

    def compose(self) -> ComposeResult:
        yield Diagram(self.given)


def pan_seconds(argument_map: ArgumentMap) -> float:
    """Processor time of a step of the view on a screen of 200 by 60 cells, all of its rows painted anew."""

    async def run() -> float:
        async with _Pane(argument_map).run_test(size=(200, 60)) as pilot:
            diagram = pilot.app.query_one(Diagram)
            while diagram.chart is None:
                await pilot.pause(0.05)
            times: list[float] = []
            for step in range(30):
                begin = time.process_time()
                diagram.scroll_to(step % 2 * 8, 300 + 3 * step, animate=False, force=True, immediate=True)
                for y in range(diagram.size.height):
                    diagram.render_line(y)
                times.append(time.process_time() - begin)
            return statistics.median(times)

    return asyncio.run(run())
