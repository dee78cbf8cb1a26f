"""Subtrees hung as indented outlines: what bears on a card stands below it, one under the other.

An outline saves the width of a row of cards. A dot in it has the undercuts at its right, on its level.
"""

from collections.abc import Sequence

from argmap.drawing.layout.blocks import Block, Part
from argmap.drawing.layout.forest import Branch, Item, items_of
from argmap.drawing.layout.geometry import Point, Rect, Route
from argmap.drawing.layout.measuring import Size
from argmap.drawing.theme import Mark

_INDENT = 30.0  # points
_BELOW = 12.0  # points between what stands one under the other
_BESIDE = 26.0  # points between a dot and its undercuts
_FIRST_TRUNK = 9.0  # points from the left of a card to the first line down from it
_TRUNKS_APART = 9.0


def hanging(tree: Item, most: int) -> frozenset[int]:
    """The `id`s of the items below which everything hangs: those with at most `most` cards, their own
    included.

    A box of linked premises carries what bears on them side by side, each below its premise.
    """
    counts: dict[int, int] = {}
    found = set()
    for item in reversed(list(items_of(tree))):
        counts[id(item)] = sum((counts[id(branch.item)] for branch in item.branches), start=not item.is_dot)
        carries = any(branch.port is not None for branch in item.branches)
        if counts[id(item)] <= most and item.branches and not carries:
            found.add(id(item))
    return frozenset(found)


def hang(item: Item, size: Size, below: Sequence[Block]) -> Block:
    """An item over what stands below it, given in the order of its branches."""
    branches = list(zip(item.branches, below, strict=True))
    aside = [(branch, block) for branch, block in branches if branch.beside]
    under = [(branch, block) for branch, block in branches if not branch.beside]
    lift = aside[0][1].middle - size.height / 2 if aside else 0.0
    own = Rect(0.0, max(lift, 0.0), size.width, size.height)
    parts, routes = _put_aside(item, own, aside, top=max(-lift, 0.0))
    bottom = max([own.y + own.height, *(part.y + part.block.height for part in parts)]) + _BELOW
    more_parts, more_routes = _put_under(item, own, under, top=bottom)
    return Block(item, own, (*parts, *more_parts), (*routes, *more_routes))


def _put_aside(
    dot: Item, own: Rect, aside: Sequence[tuple[Branch, Block]], *, top: float
) -> tuple[list[Part], list[Route]]:
    """The undercuts of a dot at its right, the first on its level."""
    parts: list[Part] = []
    routes: list[Route] = []
    middle = own.y + own.height / 2
    start = Point(own.x + own.width / 2 + dot.radius, middle)
    corner = own.x + own.width + _BESIDE / 2
    for branch, block in aside:
        parts.append(Part(block, own.x + own.width + _BESIDE, top))
        end = parts[-1].entry
        path = (start, end) if end.y == middle else (start, Point(corner, middle), Point(corner, end.y), end)
        routes.append(Route(dot.name, branch, path))
        top += block.height + _BELOW
    return parts, routes


def _put_under(
    item: Item, own: Rect, under: Sequence[tuple[Branch, Block]], *, top: float
) -> tuple[list[Part], list[Route]]:
    trunks = _trunks(item, own)
    start = own.y + own.height / 2 + item.radius if item.is_dot else own.y + own.height
    indent = max(trunks.values(), default=0.0) + _INDENT - _FIRST_TRUNK
    parts: list[Part] = []
    routes: list[Route] = []
    for branch, block in under:
        parts.append(Part(block, indent, top))
        end = parts[-1].entry
        trunk = trunks[branch.mark]
        routes.append(Route(item.name, branch, (Point(trunk, start), Point(trunk, end.y), end)))
        top += block.height + _BELOW
    return parts, routes


def _trunks(item: Item, own: Rect) -> dict[Mark, float]:
    """Where the lines of each kind go down; those that reach least far go furthest right."""
    last = {branch.mark: number for number, branch in enumerate(item.branches) if not branch.beside}
    ordered = sorted(last, key=lambda mark: -last[mark])
    first = own.width / 2 if item.is_dot else _FIRST_TRUNK
    return {mark: first + number * _TRUNKS_APART for number, mark in enumerate(ordered)}
