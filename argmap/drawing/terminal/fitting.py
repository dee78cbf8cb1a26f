"""The chart that says most in a given width."""

from collections.abc import Iterator, Mapping
from itertools import product

from argmap.drawing.terminal.chart import Chart
from argmap.drawing.terminal.draw import draw
from argmap.drawing.terminal.view import ZOOMS, Growth, View
from argmap.model.map import ArgumentMap
from argmap.reasoning.standing import Standing

_GROWTHS: tuple[Growth, ...] = ("right", "down")


def fitting(
    argument_map: ArgumentMap, cells: int | None, *, standings: Mapping[str, Standing] | None = None
) -> Chart:
    """The nearest view whose chart is at most so many cells wide; the narrowest of all where none is.

    The whole text where there is no limit.
    """
    charts = _from_the_nearest(argument_map, standings)
    if cells is None:
        return next(charts)
    tried: list[Chart] = []
    for chart in charts:
        if chart.width <= cells:
            return chart
        tried.append(chart)
    return min(tried, key=lambda chart: chart.width)


def _from_the_nearest(argument_map: ArgumentMap, standings: Mapping[str, Standing] | None) -> Iterator[Chart]:
    for zoom, growth in product(reversed(ZOOMS), _GROWTHS):
        yield draw(argument_map, View(zoom, growth), standings=standings)
