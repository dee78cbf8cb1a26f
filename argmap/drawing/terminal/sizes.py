"""How large every node is, and where lines may reach it."""

from collections.abc import Callable, Mapping, Sequence

import attrs

from argmap.drawing.terminal.faces import Face, dot_lines
from argmap.drawing.terminal.ranks import Hop, Ranked
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import View
from argmap.source.cells import width

_BLANK_SIGN = "( )"


@attrs.frozen
class Body:
    """What a node is in cells, apart from where it stands."""

    faces: tuple[Face, ...]
    parts: tuple[tuple[int, int], ...]
    """Of each face, where it begins across and how many cells it takes there, its leading border included."""
    lines: tuple[str, ...] = ()
    """Of a dot."""
    anchor: int = 0
    """Where across the node is lined up with its neighbours."""


def measure(
    ranked: Ranked, face_of: Callable[[str], Face], view: View, arrivals: Mapping[Node, Sequence[Hop]]
) -> dict[Node, Body]:
    """The bodies of all nodes but bends; sets their length and breadth.

    Every node has room for as many lines as reach it. Cards of one rank are equally long where a map grows
    to the right, so that their edges line up.
    """
    bodies: dict[Node, Body] = {}
    longest: dict[int, int] = {}
    for node in ranked.top_down():
        if node.kind == "bend":
            continue
        slots = [port.slot for port in ranked.ports.get(node, ())]
        leaving = [slots.count(place) for place in range(max(len(node.labels), 1))]
        arriving = [hop.slot for hop in arrivals.get(node, ())]
        needed = [
            max(count, arriving.count(place), (len(arriving) if len(leaving) == 1 else 0))
            for place, count in enumerate(leaving)
        ]
        if len(leaving) > 1:
            needed[-1] = max(needed[-1], len(arriving) - sum(needed[:-1]))
        if node.kind == "dot":
            bodies[node] = _dot(node, view, needed[0], len(arriving))
        else:
            bodies[node] = _card(node, tuple(map(face_of, node.labels)), view, needed)
        longest[node.rank] = max(longest.get(node.rank, 0), node.length if node.labels else 0)
    if view.growth == "right":
        for node in bodies:
            if node.labels:
                node.length = longest[node.rank]
    return bodies


def _dot(node: Node, view: View, needed: int, arriving: int) -> Body:
    lines = dot_lines(node, zoom=view.zoom)
    if view.growth == "right":
        # Between the sign and the words, room for the lines that come in beside it.
        beside = [_BLANK_SIGN if row < arriving else "" for row in range(1, needed)]
        lines = (lines[0], *beside, *lines[1:])
        node.breadth, node.length = len(lines), max(map(width, lines))
        return Body((), ((0, needed),), lines)
    sign = f"({lines[0][1].center(max(2 * needed - 1, 1))})"
    words = "".join(f" {line}" for line in lines[1:])
    # As much room at the left as at the right, so that the sign is in the middle.
    begin = width(words)
    node.breadth, node.length = len(sign) + 2 * begin, 1
    return Body((), ((begin, len(sign)),), (" " * begin + sign + words,), anchor=node.breadth // 2)


def _card(node: Node, faces: tuple[Face, ...], view: View, needed: Sequence[int]) -> Body:
    parts: list[tuple[int, int]] = []
    begin = 0
    bare = view.zoom == "label"
    for face, ends in zip(faces, needed, strict=True):
        if view.growth == "right":
            size = max(1, ends) if bare else 1 + max(len(face.lines) + len(face.notes), ends)
        else:
            # An odd size has a middle; every second cell takes a line.
            size = max(face.cells + 3 - 2 * bare, width(face.heading) + 5 - 4 * bare, 2 * ends + 2)
        parts.append((begin, size))
        begin += size
    if view.growth == "right":
        node.breadth = begin + (not bare)
        node.length = max(face.cells for face in faces) + (2 if bare else 6)
        return Body(faces, tuple(parts), anchor=0 if bare else 1)
    if begin % 2:
        parts[-1] = (parts[-1][0], parts[-1][1] + 1)
        begin += 1
    node.breadth = begin + 1
    node.length = 1 if bare else 2 + max(len(face.lines) + len(face.notes) for face in faces)
    return Body(faces, tuple(parts), anchor=node.breadth // 2)


def reach(node: Node, body: Body | None, slot: int | None, view: View) -> tuple[int, int]:
    """The first and last cell across at which a line may reach a node, or the claim in one place of it."""
    if body is None:
        return (node.across, node.across)
    begin, size = body.parts[slot or 0]
    if slot is None:
        last_begin, last_size = body.parts[-1]
        size = last_begin + last_size
        begin = 0
    if node.kind == "dot":
        edge = 0 if view.growth == "right" else 1
        return (node.across + begin + edge, node.across + begin + size - 1 - edge)
    bare = view.zoom == "label" and view.growth == "right"
    return (node.across + begin + (not bare), node.across + begin + size - 1)
