"""The steps of an argument as DOT: the lines between cards, with the dots of inferences on them.

Edges run from conclusion to premise and are drawn backwards, so that the conclusion stands above. An undercut
stands beside the dot that it questions: an invisible edge from above holds it on the level of the dot. The
visible edge between the two must then run from right to left; the other way Graphviz would take it for the
order of all the edges from above, and drop the writer's.
"""

from collections.abc import Iterator

import attrs

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.escape import tooltip
from argmap.drawing.names import box_node, claim_end, claim_node, dot_node, edge_id
from argmap.drawing.sentences import step_sentence
from argmap.drawing.statements import edge, end
from argmap.drawing.theme import Theme, mark_of
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap


@attrs.frozen
class Sheet:
    """What every line is drawn from."""

    argument_map: ArgumentMap
    arrangement: Arrangement
    theme: Theme


def steps_below(sheet: Sheet, label: str) -> Iterator[str]:
    """The lines of every step on a claim, each with the undercuts of it and theirs, in the writer's order."""
    waiting = list(reversed(sheet.argument_map.steps_on(label)))
    while waiting:
        step = waiting.pop()
        if step.id not in sheet.arrangement.premises:
            continue
        if sheet.arrangement.sides[step.id] == "below":
            yield from _step_below(sheet, step)
        waiting += reversed(sheet.argument_map.undercuts(step.id))


def _step_below(sheet: Sheet, step: Inference) -> Iterator[str]:
    """A step hanging below its target, and what stands beside its dot, from left to right."""
    above = _target_end(sheet, step)
    sides = {
        sheet.arrangement.sides[undercut.id]: undercut
        for undercut in sheet.argument_map.undercuts(step.id)
        if undercut.id in sheet.arrangement.premises
    }
    if "left" in sides:
        yield from _step_at_left(sheet, sides["left"], above=above)
    if step.id in sheet.arrangement.dotted:
        joint = end(dot_node(step.id))
        yield edge(above, joint, **_line(sheet, step), **_arrow(sheet, step, "tail"))
        yield from _premise_lines(sheet, step)
    else:
        yield edge(above, _premise_ends(sheet, step)[0], **_line(sheet, step), **_arrow(sheet, step, "tail"))
    if "right" in sides:
        yield from _step_at_right(sheet, sides["right"], above=above)


def _premise_lines(sheet: Sheet, step: Inference) -> Iterator[str]:
    """From the dot down to its box, or to each premise that has a card of its own."""
    joint = end(dot_node(step.id))
    for number, premise in enumerate(_premise_ends(sheet, step)):
        # A heavy edge is a straight one.
        yield edge(
            joint, premise, id=f'"{edge_id(step.id, number)}"', **_line(sheet, step), dir="none", weight="5"
        )


def _step_at_right(sheet: Sheet, step: Inference, *, above: str) -> Iterator[str]:
    questioned = end(dot_node(step.target))
    (card,) = _premise_ends(sheet, step)
    beside = {**_line(sheet, step), "constraint": "false"}
    if step.id in sheet.arrangement.dotted:
        joint = end(dot_node(step.id))
        yield _held(above, joint)
        yield _held(above, card)
        yield edge(joint, questioned, **beside, **_arrow(sheet, step, "head"))
        yield edge(card, joint, id=f'"{edge_id(step.id, 0)}"', **beside, dir="none")
    else:
        yield _held(above, card)
        yield edge(card, questioned, **beside, **_arrow(sheet, step, "head"))


def _step_at_left(sheet: Sheet, step: Inference, *, above: str) -> Iterator[str]:
    questioned = end(dot_node(step.target))
    (card,) = _premise_ends(sheet, step)
    beside = {**_line(sheet, step), "constraint": "false"}
    yield _held(above, card)
    if step.id in sheet.arrangement.dotted:
        joint = end(dot_node(step.id))
        yield _held(above, joint)
        yield edge(questioned, joint, **beside, **_arrow(sheet, step, "tail"))
        yield edge(joint, card, id=f'"{edge_id(step.id, 0)}"', **beside, dir="none")
    else:
        yield edge(questioned, card, **beside, **_arrow(sheet, step, "tail"))


def _held(above: str, below: str) -> str:
    return edge(above, below, style="invis")


def _target_end(sheet: Sheet, step: Inference) -> str:
    if step.target in sheet.argument_map.claims:
        return claim_end(sheet.arrangement, step.target)
    return end(dot_node(step.target))


def _premise_ends(sheet: Sheet, step: Inference) -> list[str]:
    if step.id in sheet.arrangement.boxed:
        return [end(box_node(step.id))]
    return [end(claim_node(premise.claim)) for premise in sheet.arrangement.premises[step.id]]


def _line(sheet: Sheet, step: Inference) -> dict[str, str]:
    """How the lines of a step look between their ends."""
    mark = mark_of(step)
    return {
        "color": f'"{sheet.theme.colours[mark]}"',
        "style": sheet.theme.lines[mark].style,
        "penwidth": f"{sheet.theme.width(step.strength)}",
        "class": f'"{step.kind} evidence"' if mark == "evidence" else step.kind,
    }


def _arrow(sheet: Sheet, step: Inference, place: str) -> dict[str, str]:
    """The arrow at the questioned or supported end, which is the edge's `tail` or `head`."""
    return {
        "dir": "back" if place == "tail" else "forward",
        f"arrow{place}": sheet.theme.lines[mark_of(step)].head,
        "id": f'"{edge_id(step.id)}"',
        "tooltip": tooltip(step_sentence(sheet.argument_map, step)),
    }
