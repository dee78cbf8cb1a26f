"""The SVG that Graphviz writes, as places that can be looked at and text in which some of them are changed.

Only what an engine itself wrote is read here; nothing of it is trusted until `svg` has written it anew.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

import attrs

Place = tuple[float, float]
"""Across and down, in points."""

PATH = re.compile(r'<path [^>]*?\bd="([^"]+)"')
CORNERS = re.compile(r'<poly(?:gon|line) [^>]*?\bpoints="([^"]+)"')
PAIR = re.compile(r"(-?\d+(?:\.\d+)?)([ ,]+)(-?\d+(?:\.\d+)?)")
_GROUP = re.compile(r'<g id="([^"]*)" class="(node|edge|cluster)\b[^"]*">')


@attrs.frozen
class Group:
    """A node, a line (`edge`) or a frame (`cluster`), and where its parts stand in the text."""

    id: str
    kind: str
    start: int
    stop: int


@attrs.frozen
class Area:
    """A rectangle; lengths in points, y downward."""

    left: float
    top: float
    right: float
    bottom: float

    def moved(self, across: float, down: float) -> "Area":
        """The same elsewhere."""
        return Area(self.left + across, self.top + down, self.right + across, self.bottom + down)

    def grown(self, by: float) -> "Area":
        """The same and as much around it."""
        return Area(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def meets(self, other: "Area") -> bool:
        """Whether they have some place in common."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def groups(text: str) -> Iterator[Group]:
    """The nodes, lines and frames of a drawing, in their order."""
    found = list(_GROUP.finditer(text))
    stops = [*(group.start() for group in found), len(text)][1:]
    for group, stop in zip(found, stops, strict=True):
        yield Group(group[1], group[2], group.end(), stop)


def places(numbers: str) -> list[Place]:
    """What the points of a shape, or the controls of a path, are."""
    return [(float(pair[1]), float(pair[3])) for pair in PAIR.finditer(numbers)]


def curves(path: str) -> Iterator[Sequence[Place]]:
    """The controls of the cubic Bézier curves of a path."""
    controls = places(path)
    for start in range(0, len(controls) - 3, 3):
        yield controls[start : start + 4]


def along(controls: Sequence[Place], steps: int) -> Iterator[Place]:
    """Places on a cubic Bézier curve, from its start to its end."""
    for number in range(steps + 1):
        t = number / steps
        weights = (1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3
        yield (
            sum(weight * x for weight, (x, _) in zip(weights, controls, strict=True)),
            sum(weight * y for weight, (_, y) in zip(weights, controls, strict=True)),
        )


def around(some: Sequence[Place]) -> Area:
    """The smallest area that holds these places, of which there is one at least."""
    across, down = [x for x, _ in some], [y for _, y in some]
    return Area(min(across), min(down), max(across), max(down))


def edited(text: str, edits: Mapping[tuple[int, int], str]) -> str:
    """The text with something else between some places, which do not overlap."""
    parts, at = [], 0
    for (start, stop), instead in sorted(edits.items()):
        parts += [text[at:start], instead]
        at = stop
    return "".join([*parts, text[at:]])
