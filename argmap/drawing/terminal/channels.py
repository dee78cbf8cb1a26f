"""The lanes between two ranks: where lines that go from one row to another turn, without lying on each other.

The rows of a channel are cells across, its lanes cells along. A line leaves an upper node in one row, and
comes in at lower nodes in others; between them it has a trunk in a lane. Where one line leaves in the row in
which another comes in, the trunk of the first must come first. Where such demands go round in a circle, a
line gets two trunks, with a way between them in a row that nothing else uses.
"""

from bisect import bisect_left, insort
from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush

import attrs

from argmap.drawing.terminal.ranks import Port

_APART = 1
"""Free rows between two trunks in one lane."""


@attrs.define(eq=False)
class Trunk:
    """A stretch of a line in a lane."""

    port: Port
    first: int
    last: int
    lane: int = -1
    """From 0, nearest to the upper nodes."""
    before: list["Trunk"] = attrs.field(factory=list)
    """Those that must be in later lanes."""
    waits_for: dict["Trunk", None] = attrs.field(factory=dict)
    """A set that keeps its order, so that a map is always drawn alike."""


@attrs.frozen
class Channel:
    """The trunks of the lines that have some: one, or two with the row of the way between them."""

    trunks: dict[Port, tuple[Trunk, ...]]
    ways: dict[Port, int]
    lanes: int


def channel(ports: Sequence[Port]) -> Channel:
    """The lanes of the lines that leave these ports."""
    pinned = {port.row for port in ports} | {hop.row for port in ports for hop in port.hops}
    trunks = {port: (trunk,) for port in ports if (trunk := _trunk(port))}
    _set_order(ports, {port: trunk for port, (trunk,) in trunks.items()})
    found: dict[Port, tuple[Trunk, ...]] = dict(trunks)
    ways: dict[Port, int] = {}
    lanes: list[list[tuple[int, int]]] = []
    for trunk in _in_order([trunk for (trunk,) in trunks.values()], pinned, found, ways):
        trunk.lane = _first_free(lanes, trunk)
        insort(lanes[trunk.lane], (trunk.first, trunk.last))
        for later in trunk.before:
            later.lane = max(later.lane, trunk.lane)
    return Channel(found, ways, len(lanes))


def _trunk(port: Port) -> Trunk | None:
    rows = [port.row, *(hop.row for hop in port.hops)]
    first, last = min(rows), max(rows)
    return Trunk(port, first, last) if first < last else None


def _set_order(ports: Sequence[Port], trunk_of: dict[Port, Trunk]) -> None:
    leaving = {port.row: port for port in ports}
    for port in ports:
        for hop in port.hops:
            other = leaving.get(hop.row)
            if other is not None and other is not port:
                _demand(trunk_of[other], trunk_of[port])


def _demand(earlier: Trunk, later: Trunk) -> None:
    if earlier not in later.waits_for:
        earlier.before.append(later)
        later.waits_for[earlier] = None


def _in_order(
    trunks: Sequence[Trunk], pinned: set[int], found: dict[Port, tuple[Trunk, ...]], ways: dict[Port, int]
) -> Iterator[Trunk]:
    """The trunks, every one after those it waits for; cuts one in two where none can be next."""
    left = {trunk: len(trunk.waits_for) for trunk in trunks}
    ready = [(_place(trunk), number, trunk) for number, trunk in enumerate(trunks) if not left[trunk]]
    heapify(ready)
    number = len(trunks)
    while left:
        if not ready:
            upper = _cut_in_two(_in_a_circle(left), left, pinned, found, ways)
            ready.append((_place(upper), number, upper))
            number += 1
        trunk = heappop(ready)[2]
        del left[trunk]
        yield trunk
        for later in trunk.before:
            left[later] -= 1
            if not left[later]:
                heappush(ready, (_place(later), number, later))
                number += 1


def _place(trunk: Trunk) -> tuple[int, int]:
    """Of two lines that go the same way, the one with the farther to go goes round the other."""
    row = trunk.port.row
    goes_back = row - trunk.first > trunk.last - row
    return (0, row) if goes_back else (1, -row)


def _in_a_circle(left: dict[Trunk, int]) -> Trunk:
    trunk = next(iter(left))
    seen: set[Trunk] = set()
    while trunk not in seen:
        seen.add(trunk)
        trunk = next(earlier for earlier in trunk.waits_for if earlier in left)
    return trunk


def _cut_in_two(
    lower: Trunk,
    left: dict[Trunk, int],
    pinned: set[int],
    found: dict[Port, tuple[Trunk, ...]],
    ways: dict[Port, int],
) -> Trunk:
    """Make a trunk that begins where a line comes in only; return a new one that begins at its port."""
    port = lower.port
    row = _free_row(port.row, pinned)
    pinned.add(row)
    upper = Trunk(port, min(port.row, row), max(port.row, row), lane=lower.lane)
    rows = [row, *(hop.row for hop in port.hops)]
    lower.first, lower.last, lower.lane = min(rows), max(rows), -1
    for later in lower.before:
        del later.waits_for[lower]
        later.waits_for[upper] = None
    upper.before, lower.before = lower.before, []
    _demand(upper, lower)
    lower.lane = max((earlier.lane for earlier in lower.waits_for if earlier not in left), default=-1)
    left[lower] += 1
    left[upper] = 0
    found[port] = (upper, lower)
    ways[port] = row
    return upper


def _free_row(near: int, pinned: set[int]) -> int:
    distance = 1
    while True:
        for row in (near + distance, near - distance):
            if row not in pinned:
                return row
        distance += 1


def _first_free(lanes: list[list[tuple[int, int]]], trunk: Trunk) -> int:
    """The first lane after those of the trunks it waits for in which nothing is near it."""
    lane = trunk.lane + 1
    while lane < len(lanes) and not _fits(lanes[lane], trunk.first, trunk.last):
        lane += 1
    if lane == len(lanes):
        lanes.append([])
    return lane


def _fits(taken: list[tuple[int, int]], first: int, last: int) -> bool:
    place = bisect_left(taken, (first, last))
    if place and taken[place - 1][1] + _APART >= first:
        return False
    return place == len(taken) or taken[place][0] > last + _APART
