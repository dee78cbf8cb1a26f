"""How large the nodes of a drawing are, as the engine that will draw them says."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import attrs

from argmap.drawing.engine import engines_side_by_side
from argmap.drawing.statements import Node

_POINTS = 72
_MANY = 600  # nodes; from there on two engines measure half of them each
_FAR_AWAY = 100_000  # points; nothing measured is as large


@attrs.frozen
class Size:
    """Of a node, in points; y grows downward."""

    width: float
    height: float
    ports: tuple[tuple[float, float], ...] = ()
    """Where the lines of each card in a box leave it, from the left and the top of the box."""


def measure(
    nodes: Sequence[Node],
    ports: Mapping[str, int],
    *,
    side: str,
    defaults: Iterable[str],
    run: Callable[[str], str],
) -> list[Size]:
    """The sizes of nodes, in their order.

    `ports` says how many cards stand in each box, by name; `side` is the compass point at which their lines
    leave them, `defaults` are the statements that hold for all nodes, and `run` turns DOT with positions into
    Graphviz' plain format.
    """
    heading = ["digraph {", "graph [splines=line]", *defaults]

    def measured(some: Sequence[Node]) -> list[Size]:
        counts = [ports.get(node.name, 0) for node in some]
        return _read(run(_asking(some, counts, heading, side)), counts)

    if len(nodes) < _MANY:
        return measured(nodes)
    half = len(nodes) // 2
    with engines_side_by_side(2) as pool:
        first, second = pool.map(measured, (nodes[:half], nodes[half:]))
    return [*first, *second]


def _asking(nodes: Sequence[Node], counts: Sequence[int], heading: Sequence[str], side: str) -> str:
    lines = [*heading]
    for number, node in enumerate(nodes):
        lines.append(Node(f"n{number}", node.attributes).statement(pos='"0,0"'))
    for port in range(max(counts, default=0)):
        lines.append(f'p{port} [shape=point, width=0, pos="{_FAR_AWAY},{_FAR_AWAY}"]')
    for number, count in enumerate(counts):
        lines += [f"n{number}:p{port}:{side} -> p{port} [dir=none]" for port in range(count)]
    return "\n".join([*lines, "}"])


def _read(plain: str, counts: Sequence[int]) -> list[Size]:
    """The sizes in Graphviz' plain format, which is in inches, with y growing upward."""
    boxes: dict[str, tuple[float, ...]] = {}
    ends: dict[tuple[str, str], tuple[float, float]] = {}
    for line in plain.splitlines():
        words = line.split(maxsplit=6)
        if line.startswith("node n"):
            boxes[words[1]] = tuple(float(word) * _POINTS for word in words[2:6])
        elif line.startswith("edge n"):
            ends[words[1], words[2]] = float(words[4]) * _POINTS, float(words[5]) * _POINTS
    sizes = []
    for number, count in enumerate(counts):
        x, y, width, height = boxes[f"n{number}"]
        left, top = x - width / 2, y + height / 2
        places = (ends[f"n{number}", f"p{port}"] for port in range(count))
        sizes.append(Size(width, height, tuple((across - left, top - down) for across, down in places)))
    return sizes
