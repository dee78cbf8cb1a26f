"""The lines below an item of a tree: down from it, across in the gap, down to what it leads to.

Lines of one kind from one card leave it together, as one trunk. Trunks that go across over the same stretch
do so on lanes of their own.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.drawing.layout.forest import Branch, Item
from argmap.drawing.layout.geometry import Point, Rect, Route

_TRUNKS_APART = 24.0  # points
_FROM_CORNER = 15.0  # points between a trunk and the end of its card
_FIRST_LANE, _LAST_LANE = 0.52, 0.86
"""Where the lanes lie in the gap below an item, as shares of it: heads take the room above them."""
_STRAIGHT = 0.5  # points; what is less askew is drawn straight


@attrs.define(eq=False)
class _Trunk:
    """Lines of one kind that leave one card together."""

    branches: list[Branch]
    ends: list[Point]
    """Where each of them arrives."""
    x: float = 0.0
    top: float = 0.0
    lane: int = 0

    @property
    def middle(self) -> float:
        """Of what it leads to."""
        across = [end.x for end in self.ends]
        return (min(across) + max(across)) / 2

    @property
    def stretch(self) -> tuple[float, float] | None:
        """From where to where it goes across; None when it does not."""
        if all(abs(end.x - self.x) < _STRAIGHT for end in self.ends):
            return None
        across = [self.x, *(end.x for end in self.ends)]
        return min(across), max(across)


def routes_below(
    item: Item,
    rects: Mapping[str, Rect],
    ports: Sequence[tuple[float, float]],
    entries: Mapping[str, Point],
    *,
    gap: float,
) -> Iterator[Route]:
    """The routes of all lines that come down from an item.

    In the coordinates of a drawing that grows down. `ports` say where lines leave the cards of a box, from
    its left and top; `entries` where the line from above enters each item; `gap` is the room below, in
    points.
    """
    rect = rects[item.name]
    yield from _beside(item, rects[item.name], entries)
    trunks = [
        trunk
        for port in _ports(item)
        for trunk in _trunks(item, port, rects=rects, ports=ports, entries=entries)
    ]
    lanes = _choose_lanes(trunks)
    bottom = rect.y + rect.height
    for trunk in trunks:
        share = trunk.lane / (lanes - 1) if lanes > 1 else 0.5
        level = bottom + gap * (_FIRST_LANE + (_LAST_LANE - _FIRST_LANE) * share)
        for branch, end in zip(trunk.branches, trunk.ends, strict=True):
            yield Route(item.name, branch, tuple(_path(trunk, end, level)))


def _beside(item: Item, rect: Rect, entries: Mapping[str, Point]) -> Iterator[Route]:
    """Out at the right side of a dot, and down."""
    start = Point(rect.x + rect.width / 2 + item.radius, rect.y + rect.height / 2)
    for branch in item.branches:
        if branch.beside:
            end = entries[branch.item.name]
            yield Route(item.name, branch, (start, Point(end.x, start.y), end))


def _ports(item: Item) -> list[int | None]:
    return list(dict.fromkeys(branch.port for branch in item.branches if not branch.beside))


def _trunks(
    item: Item,
    port: int | None,
    *,
    rects: Mapping[str, Rect],
    ports: Sequence[tuple[float, float]],
    entries: Mapping[str, Point],
) -> list[_Trunk]:
    """The trunks of one card, each as near as it can be to the middle of what it leads to."""
    kinds: dict[str, list[Branch]] = {}
    for branch in item.branches:
        if branch.port == port and not branch.beside:
            kinds.setdefault(branch.mark, []).append(branch)
    trunks = [
        _Trunk(branches, [entries[branch.item.name] for branch in branches]) for branches in kinds.values()
    ]
    trunks.sort(key=lambda trunk: trunk.middle)
    rect = rects[item.name]
    left, right, top = rect.x, rect.x + rect.width, rect.y + rect.height
    if item.is_dot:
        top = rect.y + rect.height / 2 + item.radius
    if port is not None:
        left, right, top = _cell(ports, rect, port)
    wanted = [trunk.middle for trunk in trunks]
    # On a small card heads come nearer to its corners, so that they do not cover each other.
    corner = min(_FROM_CORNER, (right - left) / (2 * len(trunks))) if trunks else _FROM_CORNER
    room = [left + corner, right - corner] if not item.is_dot else [(left + right) / 2] * 2
    for trunk, x in zip(trunks, _spread(wanted, *room), strict=True):
        trunk.x, trunk.top = x, top
    return trunks


def _cell(ports: Sequence[tuple[float, float]], rect: Rect, port: int) -> tuple[float, float, float]:
    """Left, right and lower end of a card in a box; half the way to its neighbours counts as the card's."""
    middles = [across for across, _ in ports]
    middle = middles[port]
    half = min(
        [middle, rect.width - middle]
        + [abs(middle - other) / 2 for number, other in enumerate(middles) if number != port]
    )
    return rect.x + middle - half, rect.x + middle + half, rect.y + ports[port][1]


def _spread(wanted: Sequence[float], least: float, most: float) -> list[float]:
    """Places in order near the wanted ones, within bounds, and apart as trunks stand where there is room."""
    apart = min(_TRUNKS_APART, max(most - least, 0.0) / max(len(wanted) - 1, 1))
    places: list[float] = []
    for number, want in enumerate(wanted):
        low = places[-1] + apart if places else least
        high = most - apart * (len(wanted) - 1 - number)
        places.append(max(min(want, high), low))
    return places


def _choose_lanes(trunks: Sequence[_Trunk]) -> int:
    """Give every trunk a lane, counted from above; how many there are.

    Of two that overlap and lean the same way, the one that starts further on goes above, so that neither
    crosses the other.
    """
    crossing = [trunk for trunk in trunks if trunk.stretch]
    rightward = sorted((t for t in crossing if t.middle > t.x), key=lambda trunk: -trunk.x)
    leftward = sorted((t for t in crossing if t.middle <= t.x), key=lambda trunk: trunk.x)
    taken: list[list[tuple[float, float]]] = []
    for side in (leftward, rightward):
        for trunk in side:
            stretch = trunk.stretch
            assert stretch is not None  # it crosses
            # Below every lane that holds what it overlaps with: later ones must not rise above earlier ones.
            free = 1 + max((n for n, lane in enumerate(taken) if _meets(lane, stretch)), default=-1)
            if free == len(taken):
                taken.append([])
            taken[free].append(stretch)
            trunk.lane = free
    return len(taken)


def _meets(lane: Sequence[tuple[float, float]], stretch: tuple[float, float]) -> bool:
    low, high = stretch
    return any(start <= high + 2 and low <= stop + 2 for start, stop in lane)


def _path(trunk: _Trunk, end: Point, level: float) -> Iterator[Point]:
    yield Point(trunk.x, trunk.top)
    if abs(end.x - trunk.x) >= _STRAIGHT:
        yield Point(trunk.x, level)
        yield Point(end.x, level)
        yield end
    else:
        yield Point(trunk.x, end.y)
