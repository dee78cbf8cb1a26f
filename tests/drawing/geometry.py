"""A finished drawing read back as places: cards, boxes, dots, their texts and lines. Points, y downward."""

import re
from collections.abc import Iterator
from xml.etree import ElementTree

import attrs
from layouts import SVG

from argmap.drawing.metrics import text_width

_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SIZE = 11.0


@attrs.frozen
class Area:
    """A rectangle."""

    left: float
    top: float
    right: float
    bottom: float

    def distance(self, x: float, y: float) -> float:
        """Of a point outside; 0 inside."""
        across = max(self.left - x, 0, x - self.right)
        return (across**2 + max(self.top - y, 0, y - self.bottom) ** 2) ** 0.5

    def depth(self, x: float, y: float) -> float:
        """How far a point is inside; negative outside."""
        return min(x - self.left, self.right - x, y - self.top, self.bottom - y)

    def overlap(self, other: "Area") -> float:
        """How far they lie over each other, in the direction in which it is least; negative where apart."""
        across = min(self.right, other.right) - max(self.left, other.left)
        return min(across, min(self.bottom, other.bottom) - max(self.top, other.top))

    def holds(self, other: "Area", *, slack: float) -> bool:
        """Whether the other one lies inside, or sticks out no further than `slack`."""
        return (
            other.left >= self.left - slack
            and other.right <= self.right + slack
            and other.top >= self.top - slack
            and other.bottom <= self.bottom + slack
        )


@attrs.frozen
class Drawing:
    """What stands where, by ids."""

    cards: dict[str, Area]
    """Claims and questions, and by `see-...` the cards that refer to claims elsewhere."""
    boxes: dict[str, Area]
    dots: dict[str, Area]
    texts: dict[str, list[tuple[str, Area]]]
    """The lines of every card."""
    names: dict[str, list[tuple[str, Area]]]
    """What stands beside every dot: the name of its scheme, its strength."""
    titles: dict[str, list[tuple[str, Area]]]
    """Of the frames of sections."""
    lines: dict[str, list[tuple[float, float]]]
    """Points of each edge: along its curve, and the corners of its heads."""
    curves: dict[str, list[tuple[float, float]]]
    heads: dict[str, list[Area]]
    """Of each edge."""


def read_back(svg: bytes) -> Drawing:
    found = Drawing({}, {}, {}, {}, {}, {}, {}, {}, {})
    for group in ElementTree.fromstring(svg).iter(f"{SVG}g"):
        id = group.get("id", "")
        if id.startswith(("claim-", "question-", "see-")):
            found.cards[id] = _around(group)
            found.texts[id] = [_text(text) for text in group.iter(f"{SVG}text") if (text.text or "").strip()]
        elif id.startswith("box-"):
            found.boxes[id] = _around(group)
        elif id.startswith("step-"):
            (circle,) = group.iter(f"{SVG}ellipse")
            x, y, rx, ry = (float(circle.attrib[name]) for name in ("cx", "cy", "rx", "ry"))
            found.dots[id] = Area(x - rx, y - ry, x + rx, y + ry)
            beside = (_text(text) for text in group.iter(f"{SVG}text") if (text.text or "").strip())
            found.names[id] = [(words, area) for words, area in beside if words != "+"]
        elif id.startswith("section-"):
            found.titles[id] = [_text(text) for text in group.iter(f"{SVG}text") if (text.text or "").strip()]
        elif id.startswith(("edge-", "answer-")):
            found.curves[id] = [point for path in group.iter(f"{SVG}path") for point in _curve(path)]
            found.lines[id] = [*found.curves[id], *(point for part in group for point in _corners(part))]
            shapes = [_corners(part) for part in group if part.tag != f"{SVG}path"]
            found.heads[id] = [_within(corners) for corners in shapes if corners]
    return found


def _around(group: ElementTree.Element) -> Area:
    points = [point for part in group.iter() for point in _corners(part)]
    assert points, group.attrib
    return _within(points)


def _within(points: list[tuple[float, float]]) -> Area:
    xs, ys = zip(*points, strict=True)
    return Area(min(xs), min(ys), max(xs), max(ys))


def _corners(part: ElementTree.Element) -> list[tuple[float, float]]:
    """Of a shape: the points that it is drawn through or, for a rounded one, that hold its curves."""
    if part.tag == f"{SVG}ellipse":
        x, y, rx, ry = (float(part.attrib[name]) for name in ("cx", "cy", "rx", "ry"))
        return [(x - rx, y - ry), (x + rx, y + ry)]
    return _pairs(part.get("points") or part.get("d") or "")


def _pairs(text: str) -> list[tuple[float, float]]:
    numbers = [float(number) for number in _NUMBER.findall(text)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def _curve(path: ElementTree.Element) -> Iterator[tuple[float, float]]:
    """Points along a chain of cubic Bézier curves."""
    controls = _pairs(path.attrib["d"])
    for start in range(0, len(controls) - 1, 3):
        curve = controls[start : start + 4]
        for step in range(13):
            t = step / 12
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            yield (
                sum(weight * x for weight, (x, _) in zip(weights, curve, strict=True)),
                sum(weight * y for weight, (_, y) in zip(weights, curve, strict=True)),
            )


def _text(text: ElementTree.Element) -> tuple[str, Area]:
    """A line of text from the top of its capitals to its baseline, as long as it is set."""
    words, size = text.text or "", float(text.get("font-size", _SIZE))
    width = float(text.get("textLength") or text_width(words, size, text.get("font-weight") == "bold"))
    x, y = float(text.attrib["x"]), float(text.attrib["y"])
    left = x - {"middle": width / 2, "end": width}.get(text.get("text-anchor", "start"), 0.0)
    return words, Area(left, y - 0.72 * size, left + width, y)
