"""Which rank every node stands in, and the tree of neighbours that places follow.

Cards have the even ranks and dots the odd ones, so that all cards of a level line up; ranks without a node
are left out. A link that passes a rank gets a bend there, so that every hop leads from one rank to the next.
"""

from collections.abc import Iterator, Mapping, Sequence

import attrs

from argmap.drawing.terminal.structure import Graph, Link, Node
from argmap.drawing.theme import Mark

MOST_BENDS = 12_000
"""Beside three a node. More would take seconds; only maps that are both deep and dense have them."""


class TooLong(Exception):  # noqa: N818 - named for what is wrong
    """The lines of a map would pass too many ranks."""


@attrs.define(eq=False)
class Hop:
    """A line from one rank to the next; its port is where it leaves the upper node."""

    lower: Node
    headed: bool
    """The head is at its end."""
    slot: int | None
    """The claim on the lower node where it must end, by its place there; None where any will do."""
    row: int = 0
    """Where across it comes in."""


@attrs.define(eq=False)
class Port:
    """Where lines of one relation leave a node towards the next rank."""

    node: Node
    slot: int
    relation: str
    mark: Mark
    headed: bool
    hops: list[Hop] = attrs.field(factory=list)
    row: int = 0
    """Where across they leave."""


@attrs.frozen
class Ranked:
    """The nodes by rank, and how they hang together."""

    roots: Sequence[Node]
    children: Mapping[Node, Sequence[Node]]
    """Of every node that has some: those one rank below that are placed by it, in order. A tree."""
    ports: Mapping[Node, Sequence[Port]]
    count: int
    """Of ranks."""

    def top_down(self) -> Iterator[Node]:
        """Every node and bend, each with all that is below it before the next."""
        waiting = list(reversed(self.roots))
        while waiting:
            node = waiting.pop()
            yield node
            waiting += reversed(self.children.get(node, ()))


def ranked(graph: Graph) -> Ranked:
    """The ranks of a graph. Turns links that would close a cycle. Raises TooLong."""
    order = _without_cycles(graph)
    below = _below(graph)
    count = _set_ranks(order, below)
    bends = sum(link.lower.rank - link.upper.rank - 1 for link in graph.links)
    if bends > MOST_BENDS + 3 * len(graph.nodes):
        raise TooLong
    placed_by = _placed_by(graph)
    ports: dict[Node, dict[tuple[int, str], Port]] = {}
    children: dict[Node, list[Node]] = {}
    for node in order:
        for number, link in enumerate(below.get(node, ())):
            # A turned link has an end of its own: it is no reason for the claim that it leaves from.
            key = (0, f"turned {number}") if link.turned else (link.slot, link.relation)
            port = ports.setdefault(node, {}).setdefault(
                key, Port(node, key[0], key[1], link.mark, link.headed and not link.turned)
            )
            _add_hops(link, port, ports, children, placed_by)
    roots = [node for node in graph.nodes if node not in placed_by]
    kept = {node: tuple(found.values()) for node, found in ports.items()}
    return Ranked(roots, children, kept, count)


def _below(graph: Graph) -> dict[Node, list[Link]]:
    found: dict[Node, list[Link]] = {}
    for link in graph.links:
        found.setdefault(link.upper, []).append(link)
    return found


def _without_cycles(graph: Graph) -> list[Node]:
    """Turn the links that lead back up; return the nodes, every upper one before its lower ones."""
    below = _below(graph)
    begun: set[Node] = set()
    done: list[Node] = []
    finished: set[Node] = set()
    for top in graph.nodes:
        if top in begun:
            continue
        begun.add(top)
        path = [(top, iter(below.get(top, ())))]
        while path:
            node, links = path[-1]
            for link in links:
                if link.lower in begun and link.lower not in finished:
                    link.upper, link.lower, link.turned = link.lower, link.upper, True
                elif link.lower not in begun:
                    begun.add(link.lower)
                    path.append((link.lower, iter(below.get(link.lower, ()))))
                    break
            else:
                path.pop()
                finished.add(node)
                done.append(node)
    return done[::-1]


def _set_ranks(order: Sequence[Node], below: Mapping[Node, Sequence[Link]]) -> int:
    """The longest way down to each node, even for cards and odd for dots; then only ranks that are used."""
    for node in order:
        node.rank = node.kind == "dot"
    for node in order:
        for link in below.get(node, ()):
            lowest = node.rank + 1
            lowest += lowest % 2 != (link.lower.kind == "dot")
            link.lower.rank = max(link.lower.rank, lowest)
    used = {rank: number for number, rank in enumerate(sorted({node.rank for node in order}))}
    for node in order:
        node.rank = used[node.rank]
    return len(used)


def _placed_by(graph: Graph) -> dict[Node, Link]:
    """The link that each node hangs on: the shortest, of these the first."""
    found: dict[Node, Link] = {}
    for link in graph.links:
        known = found.get(link.lower)
        if known is None or link.upper.rank > known.upper.rank:
            found[link.lower] = link
    return found


def _add_hops(
    link: Link,
    port: Port,
    ports: dict[Node, dict[tuple[int, str], Port]],
    children: dict[Node, list[Node]],
    placed_by: Mapping[Node, Link],
) -> None:
    upper = link.upper
    for rank in range(upper.rank + 1, link.lower.rank):
        bend = Node("bend", rank=rank)
        port.hops.append(Hop(bend, headed=False, slot=None))
        children.setdefault(upper, []).append(bend)
        port = Port(bend, 0, "", link.mark, headed=False)
        ports[bend] = {(0, ""): port}
        upper = bend
    slot = link.slot if link.turned else None
    port.hops.append(Hop(link.lower, headed=link.turned and link.headed, slot=slot))
    if placed_by[link.lower] is link:
        children.setdefault(upper, []).append(link.lower)
