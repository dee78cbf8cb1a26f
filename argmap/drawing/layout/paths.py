"""Ways over corners as the splines of DOT, with rounded corners and room for the head at their beginning."""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import hypot

from argmap.drawing.layout.geometry import Point

_ROUNDING = 6.0  # points
# The lengths that Graphviz gives heads of size 1, in points.
_HEAD_LENGTHS = {"normal": 10.0, "normalnormal": 20.0, "tee": 2.5, "odot": 8.0, "odiamond": 12.0}
HEAD_SIZE = 0.8
"""The size of heads in every drawing, as a share of Graphviz' own."""


def spline(path: Sequence[Point], *, head: str | None, height: float) -> str:
    """The `pos` of an edge along a path, its head at the beginning; `height` is the sheet's, in points."""
    corners = [point for point, before in zip(path, [None, *path], strict=False) if point != before]
    if len(corners) == 1:
        corners *= 2
    tip = ""
    if head is not None:
        length = _HEAD_LENGTHS[head] * HEAD_SIZE
        tip = f"s,{_written(corners[0], height)} "
        corners[0] = _towards(corners[0], corners[1], length)
    return f'"{tip}{" ".join(_written(point, height) for point in _curve(corners))}"'


def _curve(corners: Sequence[Point]) -> Iterator[Point]:
    """Control points of cubic Bézier curves: straight between corners, round at them."""
    yield corners[0]
    at = corners[0]
    for corner, after in pairwise(corners[1:]):
        radius = min(_ROUNDING, _distance(at, corner), _distance(corner, after) / 2)
        start, stop = _towards(corner, at, radius), _towards(corner, after, radius)
        yield from _straight(at, start)
        yield corner
        yield corner
        yield stop
        at = stop
    yield from _straight(at, corners[-1])


def _straight(start: Point, stop: Point) -> tuple[Point, Point, Point]:
    length = _distance(start, stop)
    return _towards(start, stop, length / 3), _towards(start, stop, 2 * length / 3), stop


def _towards(start: Point, aim: Point, length: float) -> Point:
    whole = _distance(start, aim)
    share = length / whole if whole else 0.0
    return Point(start.x + (aim.x - start.x) * share, start.y + (aim.y - start.y) * share)


def _distance(one: Point, other: Point) -> float:
    return hypot(one.x - other.x, one.y - other.y)


def _written(point: Point, height: float) -> str:
    """In DOT, where y grows upward."""
    return f"{point.x:.2f},{height - point.y:.2f}"
