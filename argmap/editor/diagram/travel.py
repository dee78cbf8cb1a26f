"""Ways through a chart by the arrow keys: along what a claim bears on, and what bears on it."""

from typing import Literal

from argmap.drawing.terminal.chart import Chart
from argmap.drawing.terminal.view import Growth

Arrow = Literal["left", "right", "up", "down"]
_Way = Literal["above", "below", "before", "after"]

_WAYS: dict[Growth, dict[Arrow, _Way]] = {
    "right": {"left": "above", "right": "below", "up": "before", "down": "after"},
    "down": {"up": "above", "down": "below", "left": "before", "right": "after"},
}


class Travel:
    """Remembers where one came from, so that the way back from a claim used twice is the way there."""

    def __init__(self) -> None:
        self._above: dict[str, str] = {}
        self._below: dict[str, str] = {}

    def to(self, chart: Chart, label: str, arrow: Arrow) -> str | None:
        """Where an arrow key leads from a card; None where there is nothing that way."""
        way = _WAYS[chart.view.growth][arrow]
        links = chart.links[label]
        if way == "before":
            return links.before
        if way == "after":
            return links.after
        near, remembered, back = (
            (links.above, self._above, self._below)
            if way == "above"
            else (links.below, self._below, self._above)
        )
        if not near:
            return None
        found = remembered.get(label)
        if found not in near:
            found = near[0]
        back[found] = label
        return found
