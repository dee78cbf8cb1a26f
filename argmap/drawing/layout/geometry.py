"""Rectangles and paths of a drawing. Lengths are in points, y grows downward."""

from collections.abc import Callable

import attrs

from argmap.drawing.directions import Direction
from argmap.drawing.layout.forest import Branch


@attrs.frozen
class Point:
    """A place on the sheet."""

    x: float
    y: float


@attrs.frozen
class Rect:
    """What a node covers, by its left and top."""

    x: float
    y: float
    width: float
    height: float


@attrs.frozen
class Route:
    """The way of a line, from the node it comes down from, over its corners, to the one it leads to."""

    above: str
    branch: Branch
    path: tuple[Point, ...]


def turned(direction: Direction, width: float, height: float) -> Callable[[Rect], Rect]:
    """Mirrors what grows down or to the right into a direction; the sheet keeps its size."""
    match direction.rankdir:
        case "BT":
            return lambda rect: Rect(rect.x, height - rect.y - rect.height, rect.width, rect.height)
        case "RL":
            return lambda rect: Rect(width - rect.x - rect.width, rect.y, rect.width, rect.height)
        case _:
            return lambda rect: rect
