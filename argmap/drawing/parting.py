"""Heads of lines that an engine laid over each other at one side of a card, moved apart along that side.

Graphviz lets every line to a card aim at its middle, so that lines from one direction end at one place.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from itertools import pairwise

import attrs

_GROUP = re.compile(r'<g id="([^"]*)" class="(node|edge|cluster)\b[^"]*">')
_CARD = ("claim-", "question-")
_TITLE = re.compile(r"<title>([^<]*)</title>")
_SHAPE = re.compile(r'<(?:polygon|polyline|path) [^>]*?\b(?:points|d)="([^"]+)"')
_PATH = re.compile(r'<path [^>]*?\bd="([^"]+)"')
_HEAD = re.compile(r'<poly(?:gon|line) [^>]*?\bpoints="([^"]+)"')
_PAIR = re.compile(r"(-?\d+(?:\.\d+)?)([ ,]+)(-?\d+(?:\.\d+)?)")
_AT_CARD = 9.0  # points between a card and a head that bears on it, at most
_OVER = 1.0  # points; heads that lie over each other by less can be told apart
_BETWEEN = 1.5  # points between heads that were moved
_NEAR = 30.0  # points from a card, where lines are told apart that come from one direction
_PLACES = 40  # that are looked at on a curve
_FROM_CORNER = 5.0  # points between a corner of a card and the middle of a head

_Place = tuple[float, float]
_Line = tuple[str, re.Match[str], list[re.Match[str]]]
"""The id of the node that a line comes down from, its path, and the shapes of its head."""


@attrs.frozen
class _Area:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Area") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


@attrs.frozen(eq=False)
class _Head:
    """The head at the start of a line, at one side of a card."""

    line: re.Match[str]
    """The path of the line."""
    shapes: Sequence[re.Match[str]]
    area: _Area
    side: int
    """Of the card: left, right, top, bottom."""
    across: bool
    """Whether the side runs from left to right."""
    span: _Place
    """Where the side begins and ends, along itself."""
    middle: float
    """Of the head, along the side."""
    card: _Area

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
    return _edited(text, edits).encode("utf-8", "surrogateescape") if edits else svg


def _read(text: str) -> tuple[dict[str, _Area], list[_Line]]:
    """Cards, boxes and dots by their ids, and the lines."""
    nodes: dict[str, _Area] = {}
    lines: list[_Line] = []
    groups = list(_GROUP.finditer(text))
    ends = [*(group.start() for group in groups), len(text)][1:]
    for group, end in zip(groups, ends, strict=True):
        if group[2] == "edge":
            paths = list(_PATH.finditer(text, group.end(), end))
            heads = list(_HEAD.finditer(text, group.end(), end))
            title = _TITLE.search(text, group.end(), end)
            if title and len(paths) == 1 and heads:
                tail = unescape(title[1]).partition("->")[0].partition(":")[0]
                lines.append((tail, paths[0], heads))
        elif group[2] == "node":
            shapes = _SHAPE.finditer(text, group.end(), end)
            if places := [place for shape in shapes for place in _places(shape[1])]:
                nodes[unescape(group[1])] = _around(places)
    return nodes, lines


def _head(line: re.Match[str], shapes: Sequence[re.Match[str]], card: _Area) -> _Head | None:
    """The head of a line, where it bears on the card that the line comes down from."""
    corners = [place for shape in shapes for place in _places(shape[1])]
    curve = _places(line[1])
    area = _around(corners)
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
    curve = _places(head.line[1])
    places = [place for start in range(0, len(curve) - 3, 3) for place in _along(curve[start : start + 4])]
    x, y = next((place for place in places if _outside(head.card, place)[head.side] > _NEAR), places[-1])
    return x if head.across else y


def _along(controls: Sequence[_Place]) -> Iterator[_Place]:
    """Places on a cubic Bézier curve."""
    for number in range(_PLACES + 1):
        t = number / _PLACES
        weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, controls, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, controls, strict=True)),
        )


def _outside(area: _Area, place: _Place) -> tuple[float, float, float, float]:
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


def _is_free(head: _Head, by: _Place, nodes: Iterable[_Area]) -> bool:
    """Whether a line with its head elsewhere runs through nothing that it does not run through now."""
    here = _places(head.line[1])[:4]
    there = [(x + by[0], y + by[1]) for x, y in here[:2]] + here[2:]
    around = _around(there)
    return not any(
        _runs_through(area, there) and not _runs_through(area, here) for area in nodes if area.meets(around)
    )


def _runs_through(area: _Area, curve: Sequence[_Place]) -> bool:
    return any(max(_outside(area, place)) < -_OVER for place in _along(curve))


def _moved(head: _Head, by: _Place) -> Iterator[tuple[tuple[int, int], str]]:
    """The shapes of a head and the start of its line elsewhere, by where they stand in the drawing."""
    for shape in head.shapes:
        yield shape.span(1), _PAIR.sub(lambda pair: _pair(pair, by), shape[1])
    yield head.line.span(1), _PAIR.sub(lambda pair: _pair(pair, by), head.line[1], count=2)


def _pair(pair: re.Match[str], by: _Place) -> str:
    return f"{float(pair[1]) + by[0]:.2f}{pair[2]}{float(pair[3]) + by[1]:.2f}"


def _places(numbers: str) -> list[_Place]:
    return [(float(pair[1]), float(pair[3])) for pair in _PAIR.finditer(numbers)]


def _around(places: Sequence[_Place]) -> _Area:
    across, down = [x for x, _ in places], [y for _, y in places]
    return _Area(min(across), min(down), max(across), max(down))


def _edited(text: str, edits: dict[tuple[int, int], str]) -> str:
    parts, at = [], 0
    for (start, end), instead in sorted(edits.items()):
        parts += [text[at:start], instead]
        at = end
    return "".join([*parts, text[at:]])
