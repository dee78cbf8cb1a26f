"""Where nodes stand along the direction of growth, and which way every line goes."""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.drawing.terminal.channels import Channel, channel
from argmap.drawing.terminal.ranks import Port, Ranked
from argmap.drawing.terminal.sizes import Body
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import Growth, View

_ENDS = 2
"""Cells of a channel beside its lanes: for the heads at either side."""
_PITCH: Mapping[Growth, int] = {"right": 2, "down": 1}
"""From one lane to the next, in cells, which are twice as high as they are wide."""


@attrs.frozen
class Route:
    """The way of all lines that leave one port, as stretches of cells with both ends."""

    port: Port
    along: Sequence[tuple[int, int, int]]
    """Where across, and the first and last cell along."""
    across: Sequence[tuple[int, int, int]]
    """Where along, and the first and last cell across."""
    heads: Sequence[tuple[int, int, bool]]
    """Where along and across, and whether it points in the direction of growth."""


def routes(levels: Ranked, bodies: Mapping[Node, Body], view: View) -> list[Route]:
    """Set `along` of every node, and the length of bends; return the ways of all lines."""
    begins = _place_along(levels, view)
    return [
        _route(port, bodies, begins[node.rank], view)
        for node, ports in levels.ports.items()
        for port in ports
    ]


def _place_along(levels: Ranked, view: View) -> list[tuple[int, Channel, int]]:
    """The channel after each rank, with the cell of its first lane and the last before the next rank."""
    ports: list[list[Port]] = [[] for _ in range(levels.count)]
    lengths = [1] * levels.count
    nodes = list(levels.top_down())
    for node in nodes:
        ports[node.rank] += levels.ports.get(node, ())
        lengths[node.rank] = max(lengths[node.rank], node.length)
    found: list[tuple[int, Channel, int]] = []
    places: list[int] = []
    place = 0
    pitch = _PITCH[view.growth]
    for rank, length in enumerate(lengths):
        places.append(place)
        between = channel(ports[rank])
        begin = place + length + 1
        place += length + max((between.lanes - 1) * pitch + 1, pitch - 1) + _ENDS
        found.append((begin, between, place - 1))
    for node in nodes:
        node.along = places[node.rank]
        if node.kind == "bend":
            node.length = lengths[node.rank]
    return found


def _route(port: Port, bodies: Mapping[Node, Body], place: tuple[int, Channel, int], view: View) -> Route:
    begin, between, end = place
    node = port.node
    cell = start = node.along if node.kind == "bend" else _start(node, bodies[node], port.row, view)
    row = port.row
    along: list[tuple[int, int, int]] = []
    across: list[tuple[int, int, int]] = []
    for trunk in between.trunks.get(port, ()):
        turn = begin + trunk.lane * _PITCH[view.growth]
        along.append((row, cell, turn))
        across.append((turn, trunk.first, trunk.last))
        row, cell = between.ways.get(port, row), turn
    along += [(hop.row, cell, end) for hop in port.hops]
    return Route(port, along, across, list(_heads(port, start, end)))


def _heads(port: Port, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    if port.headed:
        yield start, port.row, False
    yield from ((end, hop.row, True) for hop in port.hops if hop.headed)


def _start(node: Node, body: Body, row: int, view: View) -> int:
    """The cell along at which a line begins that leaves a node in a row."""
    if node.kind != "dot" or view.growth == "down":
        return node.along + node.length
    line = body.lines[row - node.across]
    return node.along + (len(line) or 1)
