"""Heads of lines that an engine laid over each other at one side of a card, moved apart along that side.

Graphviz lets every line to a card aim at its middle, so that lines from one direction end at one place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import pairwise

import attrs

from argmap.drawing.engine_svg import (
    CORNERS,
    PAIR,
    PATH,
    Area,
    Place,
    along,
    around,
    curves,
    edited,
    groups,
    places,
)

_CARD = ("claim-", "question-")
_TITLE = re.compile(r"<title>([^<]*)</title>")
_SHAPE = re.compile(r'<(?:polygon|polyline|path) [^>]*?\b(?:points|d)="([^"]+)"')
_AT_CARD = 9.0  # points between a card and a head that bears on it, at most
_OVER = 1.0  # points; heads that lie over each other by less can be told apart
_BETWEEN = 1.5  # points between heads that were moved
_NEAR = 30.0  # points from a card, where lines are told apart that come from one direction
_PLACES = 40  # that are looked at on a curve
_FROM_CORNER = 5.0  # points between a corner of a card and the middle of a head

_Line = tuple[str, re.Match[str], list[re.Match[str]]]
"""The id of the node that a line comes down from, its path, and the shapes of its head."""


@attrs.frozen(eq=False)
class _Head:
    """The head at the start of a line, at one side of a card."""

    line: re.Match[str]
    """The path of the line."""
    shapes: Sequence[re.Match[str]]
    area: Area
    side: int
    """Of the card: left, right, top, bottom."""
    across: bool
    """Whether the side runs from left to right."""
    span: Place
    """Where the side begins and ends, along itself."""
    middle: float
    """Of the head, along the side."""
    card: Area

    @property
    def breadth(self) -> float:
        """Along the side."""
        area = self.area
        return area.right - area.left if self.across else area.bottom - area.top

    def is_over(self, other: "_Head") -> bool:
        one, two = self.area, other.area
        wide = min(one.right, two.right) - max(one.left, two.left)
        return min(wide, min(one.bottom, two.bottom) - max(one.top, two.top)) > _OVER


def parted(svg: bytes) -> bytes:
    """A drawing as an engine wrote it, with heads at one side of a card beside each other.

    A side where no head lies over another is left alone, and so is one that has no room for them all.
    """
    text = svg.decode("utf-8", "surrogateescape")
    nodes, lines = _read(text)
    at_sides: dict[tuple[str, int], list[_Head]] = {}
    for name, line, shapes in lines:
        if name.startswith(_CARD) and name in nodes and (head := _head(line, shapes, nodes[name])):
            at_sides.setdefault((name, head.side), []).append(head)
    edits: dict[tuple[int, int], str] = {}
    for heads in at_sides.values():
        moves = [(head, (by, 0.0) if head.across else (0.0, by)) for head, by in _moves(heads)]
        if all(_is_free(head, by, nodes.values()) for head, by in moves):
            edits.update(edit for head, by in moves for edit in _moved(head, by))
    return edited(text, edits).encode("utf-8", "surrogateescape") if edits else svg


def _read(text: str) -> tuple[dict[str, Area], list[_Line]]:
    """Cards, boxes and dots by their ids, and the lines."""
    nodes: dict[str, Area] = {}
    lines: list[_Line] = []
    for group in groups(text):
        if group.kind == "edge":
            paths = list(PATH.finditer(text, group.start, group.stop))
            heads = list(CORNERS.finditer(text, group.start, group.stop))
            title = _TITLE.search(text, group.start, group.stop)
            if title and len(paths) == 1 and heads:
                tail = unescape(title[1]).partition("->")[0].partition(":")[0]
                lines.append((tail, paths[0], heads))
        elif group.kind == "node":
            shapes = _SHAPE.finditer(text, group.start, group.stop)
            if corners := [place for shape in shapes for place in places(shape[1])]:
                nodes[unescape(group.id)] = around(corners)
    return nodes, lines


def _head(line: re.Match[str], shapes: Sequence[re.Match[str]], card: Area) -> _Head | None:
    """The head of a line, where it bears on the card that the line comes down from."""
    corners = [place for shape in shapes for place in places(shape[1])]
    curve = places(line[1])
    area = around(corners)
    tip = min(corners, key=lambda place: max(_outside(card, place)))
    far = _outside(card, tip)
    if not -_AT_CARD <= max(far) <= _AT_CARD or max(_outside(area, curve[0])) > _AT_CARD:
        return None
    side = far.index(max(far))
    across = side > 1
    return _Head(
        line,
        shapes,
        area,
        side=side,
        across=across,
        span=(card.left, card.right) if across else (card.top, card.bottom),
        middle=(area.left + area.right) / 2 if across else (area.top + area.bottom) / 2,
        card=card,
    )


def _from_where(head: _Head) -> float:
    """Where a line is, along the side, when it comes near the card."""
    ways = [place for controls in curves(head.line[1]) for place in along(controls, _PLACES)]
    x, y = next((place for place in ways if _outside(head.card, place)[head.side] > _NEAR), ways[-1])
    return x if head.across else y


def _outside(area: Area, place: Place) -> tuple[float, float, float, float]:
    """How far a place lies beyond the left, the right, the top and the bottom of an area."""
    x, y = place
    return area.left - x, x - area.right, area.top - y, y - area.bottom


def _moves(heads: Sequence[_Head]) -> Iterator[tuple[_Head, float]]:
    """By how many points each head is to be moved along its side."""
    if not any(one.is_over(other) for at, one in enumerate(heads) for other in heads[:at]):
        return
    row = sorted(heads, key=lambda head: (_from_where(head), head.middle))
    steps = [(one.breadth + other.breadth) / 2 + _BETWEEN for one, other in pairwise(row)]
    first, last = row[0].span[0] + _FROM_CORNER, row[0].span[1] - _FROM_CORNER
    if sum(steps) > last - first:
        return
    for head, place in zip(row, _spread([head.middle for head in row], steps, first, last), strict=True):
        if abs(place - head.middle) > 0.01:
            yield head, place - head.middle


def _spread(wanted: Sequence[float], steps: Sequence[float], first: float, last: float) -> list[float]:
    """Places from `first` to `last`, as near to those wanted as `steps` between them allow."""
    before = [sum(steps[:at]) for at in range(len(wanted))]
    runs: list[tuple[float, int]] = []
    # Those that want to stand too close share the mean of what they want.
    for want, offset in zip(wanted, before, strict=True):
        total, count = want - offset, 1
        while runs and runs[-1][0] / runs[-1][1] > total / count:
            more, others = runs.pop()
            total, count = total + more, count + others
        runs.append((total, count))
    means = [total / count for total, count in runs for _ in range(count)]
    return [
        min(max(mean, first), last - before[-1]) + offset for mean, offset in zip(means, before, strict=True)
    ]


def _is_free(head: _Head, by: Place, nodes: Iterable[Area]) -> bool:
    """Whether a line with its head elsewhere runs through nothing that it does not run through now."""
    here = places(head.line[1])[:4]
    there = [(x + by[0], y + by[1]) for x, y in here[:2]] + here[2:]
    room = around(there)
    return not any(
        _runs_through(area, there) and not _runs_through(area, here) for area in nodes if area.meets(room)
    )


def _runs_through(area: Area, curve: Sequence[Place]) -> bool:
    return any(max(_outside(area, place)) < -_OVER for place in along(curve, _PLACES))


def _moved(head: _Head, by: Place) -> Iterator[tuple[tuple[int, int], str]]:
    """The shapes of a head and the start of its line elsewhere, by where they stand in the drawing."""
    for shape in head.shapes:
        yield shape.span(1), PAIR.sub(lambda pair: _pair(pair, by), shape[1])
    yield head.line.span(1), PAIR.sub(lambda pair: _pair(pair, by), head.line[1], count=2)


def _pair(pair: re.Match[str], by: Place) -> str:
    return f"{float(pair[1]) + by[0]:.2f}{pair[2]}{float(pair[3]) + by[1]:.2f}"
