"""What an engine makes of DOT, for tests that look at the drawing: its texts, titles and places."""

import subprocess
from pathlib import Path
from xml.etree import ElementTree

import attrs

from argmap.drawing.engine import Engine, run_engine

SVG = "{http://www.w3.org/2000/svg}"
_XLINK_TITLE = "{http://www.w3.org/1999/xlink}title"
GOLDEN = Path(__file__).parent / "golden"


@attrs.frozen
class Box:
    """A node, in inches from the lower left."""

    x: float
    y: float
    width: float
    height: float

    def holds(self, x: float, y: float, *, margin: float) -> bool:
        """Whether a point lies inside, further than `margin` from the border."""
        return abs(x - self.x) < self.width / 2 - margin and abs(y - self.y) < self.height / 2 - margin


@attrs.frozen
class Spline:
    """A line between two nodes, as points on it."""

    ends: tuple[str, str]
    points: tuple[tuple[float, float], ...]


def drawn(dot: str, engine: Engine) -> ElementTree.Element:
    """The drawing as the engine writes it."""
    return ElementTree.fromstring(run_engine(dot, engines=(engine,)))


def group(drawing: ElementTree.Element, id: str) -> ElementTree.Element:
    """The part of the drawing with this id, whatever the engine puts before it."""
    found = [part for part in drawing.iter(f"{SVG}g") if part.get("id") in (id, f"a_{id}")]
    assert found, f"nothing has the id {id}"
    return found[0]


def texts(part: ElementTree.Element) -> list[str]:
    """The lines of text of a part."""
    return ["".join(text.itertext()) for text in part.iter(f"{SVG}text")]


def title(part: ElementTree.Element) -> str:
    """The tooltip of a part."""
    return next(link.attrib[_XLINK_TITLE] for link in part.iter(f"{SVG}a"))


def laid_out(dot: str, engine: Engine) -> tuple[dict[str, Box], list[Spline]]:
    """Where the engine puts every node and every visible line, in Graphviz' plain format."""
    plain = subprocess.run(
        [engine.path, "-Kdot", "-Tplain"], input=dot, capture_output=True, text=True, timeout=60, check=True
    ).stdout
    nodes: dict[str, Box] = {}
    splines: list[Spline] = []
    # A line that ends in a backslash goes on below; names that hold a hyphen are quoted.
    for line in plain.replace("\\\n", "").splitlines():
        words = [word.strip('"') for word in line.split()]
        if words[0] == "node":
            nodes[words[1]] = Box(*map(float, words[2:6]))
        elif words[0] == "edge" and "invis" not in words:
            count = int(words[3])
            numbers = [float(word) for word in words[4 : 4 + 2 * count]]
            controls = list(zip(numbers[::2], numbers[1::2], strict=True))
            splines.append(Spline((words[1], words[2]), tuple(_along(controls))))
    return nodes, splines


def _along(controls: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Points on a chain of cubic Bézier curves."""
    found = []
    for start in range(0, len(controls) - 1, 3):
        curve = controls[start : start + 4]
        for step in range(21):
            t = step / 20
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            x = sum(weight * point[0] for weight, point in zip(weights, curve, strict=True))
            y = sum(weight * point[1] for weight, point in zip(weights, curve, strict=True))
            found.append((x, y))
    return found
