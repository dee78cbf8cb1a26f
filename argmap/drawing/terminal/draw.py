"""A map drawn in the characters of a terminal."""

from collections.abc import Mapping

from argmap.drawing.arrangement import arrange
from argmap.drawing.terminal.canvas import Canvas
from argmap.drawing.terminal.chart import Chart, Rectangle, Run
from argmap.drawing.terminal.layout import Layout, lay_out
from argmap.drawing.terminal.painting import painted, place_of
from argmap.drawing.terminal.part import shallower, shown_part
from argmap.drawing.terminal.ranks import TooLong
from argmap.drawing.terminal.view import View
from argmap.drawing.terminal.ways import links_of
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import tops
from argmap.reasoning.standing import Standing

USUAL = View()


def draw(
    argument_map: ArgumentMap,
    view: View = USUAL,
    *,
    standings: Mapping[str, Standing] | None = None,
    before: Mapping[str, Standing] | None = None,
) -> Chart:
    """The chart of a map: always the same for the same map and view. About linear in what is drawn.

    `standings` are shown by label, where there are some; claims that had another one `before` show both. Of
    a map with more claims than can be drawn only the first levels are (`Chart.depth`).
    """
    shown = shown_part(argument_map, view)
    while True:
        arrangement = arrange(shown.part.map)
        try:
            layout = lay_out(shown.part, arrangement, view, standings or {}, before=before or {})
        except TooLong:
            shown = shallower(argument_map, shown)
        else:
            break
    rows, places = _painted(layout, view)
    found = shown.part.map
    boxes = {label: places[label] for label in (*found.questions, *found.claims)}
    return Chart(
        view,
        max((row[-1].end for row in rows if row), default=0),
        len(rows),
        rows,
        boxes,
        links_of(found, arrangement, boxes, view.growth),
        _home(found),
        shown.depth,
    )


def _home(argument_map: ArgumentMap) -> str | None:
    first = next(iter(argument_map.theses), None)
    return first.label if first else next(iter(tops(argument_map)), None)


def _painted(layout: Layout, view: View) -> tuple[list[list[Run]], dict[str, Rectangle]]:
    """The rows of a layout, and where its cards are in them."""
    canvas = Canvas(view.growth)
    for number, route in enumerate(layout.routes):
        mark = route.port.mark
        for across, first, last in route.along:
            canvas.along(number, mark, across, first, last)
        for along, first, last in route.across:
            canvas.across(number, mark, along, first, last)
        for along, across, forward in route.heads:
            canvas.head(mark, along, across, forward=forward)
    rows: dict[int, list[Run]] = dict(canvas.rows())
    places: dict[str, Rectangle] = {}
    for node, body in layout.bodies.items():
        for y, run in painted(node, body, view):
            rows.setdefault(y, []).append(run)
        for number, label in enumerate(node.labels):
            places[label] = place_of(node, body, number, view)
    left = min((run.x for row in rows.values() for run in row), default=0)
    top = min(rows, default=0)
    ascending = [sorted(rows.get(y, ())) for y in range(top, max(rows, default=top - 1) + 1)]
    if left:
        ascending = [[run._replace(x=run.x - left) for run in row] for row in ascending]
    moved = {label: box._replace(x=box.x - left, y=box.y - top) for label, box in places.items()}
    return ascending, moved
