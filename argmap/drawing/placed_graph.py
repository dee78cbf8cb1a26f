"""A graph in which everything has its place, written whole or in parts that are drawn side by side."""

from collections.abc import Iterator, Sequence
from math import ceil

import attrs

from argmap.drawing.statements import Node, edge, end, node

_ROOM_FOR_HEADS = 8.0
"""Points around everything; the heads of lines reach less far beyond what they belong to."""


@attrs.frozen
class PlacedLine:
    """A line between two nodes, named as they are; its path is among its attributes."""

    above: str
    below: str
    attributes: dict[str, str]

    def statement(self) -> str:
        """The line as a line of DOT."""
        return edge(end(self.above), end(self.below), **self.attributes)


@attrs.frozen
class PlacedGraph:
    """Nodes and lines with their places, for an engine that keeps to these, such as `neato -n2`.

    `heading` is what holds for all of the graph; `frames` are nodes as statements, behind everything else;
    `width` and `height` are in points.
    """

    heading: Sequence[str]
    frames: Sequence[str]
    nodes: Sequence[Node]
    lines: Sequence[PlacedLine]
    width: float
    height: float

    def dot(self) -> str:
        """All of it as one graph."""
        return _graph(self.heading, self.frames, self.nodes, self.lines)

    def parts(self, most: int) -> Iterator[str]:
        """Graphs of at most about `most` nodes each that make up the whole when they are laid on each other.

        All of them are of one size and have the same heading, with the title and what else belongs to the
        whole graph.
        """
        count = ceil(len(self.nodes) / most)
        if count <= 1:
            yield self.dot()
            return
        size = ceil(len(self.nodes) / count)
        number_of = {node.name: number // size for number, node in enumerate(self.nodes)}
        lines: list[list[PlacedLine]] = [[] for _ in range(count)]
        for line in self.lines:
            lines[number_of[line.below]].append(line)
        stands_at = {node.name: node.attributes["pos"] for node in self.nodes}
        for number, some in enumerate(lines):
            elsewhere = dict.fromkeys(line.above for line in some if number_of[line.above] != number)
            unseen = [_unseen(name, stands_at[name]) for name in elsewhere]
            members = self.nodes[number * size : (number + 1) * size]
            frames = self.frames if number == 0 else ()
            yield _graph(self.heading, [*self._corners(), *frames, *unseen], members, some)

    def _corners(self) -> Iterator[str]:
        """What makes each part as large as the whole."""
        right, top = self.width + _ROOM_FOR_HEADS, self.height + _ROOM_FOR_HEADS
        yield _unseen("corner-1", f'"{-_ROOM_FOR_HEADS},{-_ROOM_FOR_HEADS}"')
        yield _unseen("corner-2", f'"{right:.2f},{top:.2f}"')


def _unseen(name: str, pos: str) -> str:
    return node(name, shape="point", width="0", style="invis", pos=pos).statement()


def _graph(
    heading: Sequence[str], behind: Sequence[str], nodes: Sequence[Node], lines: Sequence[PlacedLine]
) -> str:
    statements = [*(node.statement() for node in nodes), *(line.statement() for line in lines)]
    return "\n".join(["digraph argmap {", *heading, *behind, *statements, "}"]) + "\n"
