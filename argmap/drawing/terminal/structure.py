"""A diagram as a graph: its nodes, and the links between them, before anything has a place.

What stands on which card, and which steps have a dot, is decided by `argmap.drawing.arrangement`, as for
every other diagram of a map.
"""

from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.theme import Mark, mark_of
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import tops

NodeKind = Literal["claims", "question", "dot", "bend"]
"""`bend` for the place at which a long line passes a rank."""


@attrs.define(eq=False)
class Node:
    """A card, a box of linked premises, a dot, or a bend.

    `along` is the direction in which the map grows, `across` the other; both in cells, from 0. Until the map
    is laid out the node has neither size nor place.
    """

    kind: NodeKind
    labels: tuple[str, ...] = ()
    """Of the claims or the question on it, in order."""
    step: Inference | None = None
    """That the box or dot belongs to."""
    rank: int = 0
    length: int = 1
    """Its size along."""
    breadth: int = 1
    """Its size across."""
    along: int = 0
    across: int = 0


@attrs.define(eq=False)
class Link:
    """A line from an upper node to a lower one, nearer to the thesis and farther from it.

    It has a head at the end that is supported or questioned. That is the upper one, but in a cycle, where
    what bears on a claim may have to stand above it.
    """

    upper: Node
    lower: Node
    slot: int
    """Which of the claims on the questioned node it is about, by its place there."""
    relation: str
    """Links of one relation to one claim share their end."""
    mark: Mark
    headed: bool
    turned: bool = False
    """The head is at the lower end."""


@attrs.frozen
class Graph:
    """All of a diagram."""

    nodes: tuple[Node, ...]
    """The tops of the map first."""
    links: tuple[Link, ...]
    """Those of one upper node in the writer's order."""
    of_label: Mapping[str, Node]


def graph_of(argument_map: ArgumentMap, arrangement: Arrangement) -> Graph:
    """The graph of a map; linear in its size."""
    of_label: dict[str, Node] = {}
    for label in (*tops(argument_map), *argument_map.questions, *argument_map.claims):
        if label not in of_label:
            node = _card(argument_map, arrangement, label)
            of_label |= dict.fromkeys(node.labels, node)
    dots = {
        id: Node("dot", step=argument_map.inferences[id])
        for id in arrangement.premises
        if id in arrangement.dotted or _bears_on_itself(argument_map, arrangement, id)
    }
    links = _links(argument_map, arrangement, of_label=of_label, dots=dots)
    return Graph((*dict.fromkeys(of_label.values()), *dots.values()), tuple(links), of_label)


def _card(argument_map: ArgumentMap, arrangement: Arrangement, label: str) -> Node:
    if label in argument_map.questions:
        return Node("question", (label,))
    if label not in arrangement.box_of:
        return Node("claims", (label,))
    step = arrangement.box_of[label][0]
    labels = tuple(premise.claim for premise in arrangement.premises[step])
    return Node("claims", labels, argument_map.inferences[step])


def _bears_on_itself(argument_map: ArgumentMap, arrangement: Arrangement, id: str) -> bool:
    """Such a step gets a dot, so that its line has somewhere to go."""
    return any(premise.claim == argument_map.inferences[id].target for premise in arrangement.premises[id])


def _links(
    argument_map: ArgumentMap,
    arrangement: Arrangement,
    *,
    of_label: Mapping[str, Node],
    dots: Mapping[str, Node],
) -> Iterator[Link]:
    for question in argument_map.questions.values():
        for answer in dict.fromkeys(question.answers):
            if answer in argument_map.claims:
                yield Link(of_label[question.label], of_label[answer], 0, "answer", "answer", headed=True)
    for label in argument_map.claims:
        node = of_label[label]
        slot = node.labels.index(label)
        for step in argument_map.steps_on(label):
            if step.kind == "undercut" or step.id not in arrangement.premises:
                continue
            yield from _step_links(arrangement, step, upper=node, slot=slot, of_label=of_label, dots=dots)
    for step_id, dot in dots.items():
        for undercut in arrangement.undercuts.get(step_id, ()):
            yield from _step_links(arrangement, undercut, upper=dot, slot=0, of_label=of_label, dots=dots)


def _step_links(
    arrangement: Arrangement,
    step: Inference,
    *,
    upper: Node,
    slot: int,
    of_label: Mapping[str, Node],
    dots: Mapping[str, Node],
) -> Iterator[Link]:
    mark = mark_of(step)
    premises = arrangement.premises[step.id]
    lowers = list(dict.fromkeys(of_label[premise.claim] for premise in premises))
    if step.id not in dots:
        yield from (Link(upper, lower, slot, mark, mark, headed=True) for lower in lowers)
        return
    dot = dots[step.id]
    yield Link(upper, dot, slot, mark, mark, headed=True)
    yield from (Link(dot, lower, 0, "premises", mark, headed=False) for lower in lowers)
