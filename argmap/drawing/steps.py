"""The steps of an argument as DOT: the lines between cards, with the dots of inferences on them.

Edges run from conclusion to premise and are drawn backwards, so that the conclusion stands above. Above,
below, left and right are those of a map that grows down; in another they turn with it. An undercut stands
beside the dot that it questions: an invisible edge from above holds it on the level of the dot. The visible
edge between the two must then run from right to left; the other way Graphviz would take it for the
order of all the edges from above, and drop the writer's.
"""

from collections.abc import Iterator
from itertools import pairwise

from argmap.drawing.names import box_node, claim_end, claim_node, dot_node, edge_id
from argmap.drawing.sheet import Sheet
from argmap.drawing.statements import edge, end
from argmap.drawing.strokes import arrow, stroke
from argmap.model.elements import Inference


def steps_below(sheet: Sheet, label: str) -> Iterator[str]:
    """The lines of every step on a claim, each with the undercuts of it and theirs, in the writer's order."""
    arrangement = sheet.arrangement
    steps = (step for step in sheet.argument_map.steps_on(label) if step.kind != "undercut")
    waiting = [step for step in steps if step.id in arrangement.premises][::-1]
    while waiting:
        step = waiting.pop()
        if arrangement.sides[step.id] == "below":
            yield from _step_below(sheet, step)
        waiting += reversed(arrangement.undercuts.get(step.id, ()))


def is_turned(sheet: Sheet, frame: str | None) -> bool:
    """Whether what comes down from a card in the frame is written from the last to the first.

    In a frame of a map that grows sideways Graphviz sets the first lowest, though elsewhere on top.
    """
    return sheet.picture.direction.is_sideways and frame is not None


def _step_below(sheet: Sheet, step: Inference) -> Iterator[str]:
    """A step hanging below its target, and what stands beside its dot, from left to right."""
    above = _target_end(sheet, step)
    undercuts = sheet.arrangement.undercuts.get(step.id, ())
    sides = {sheet.arrangement.sides[undercut.id]: undercut for undercut in undercuts}
    if "left" in sides:
        yield from _step_beside(sheet, sides["left"], above=step)
    lower = end(dot_node(step.id)) if step.id in sheet.arrangement.dotted else _premise_ends(sheet, step)[0]
    yield edge(above, lower, **stroke(sheet, step), **arrow(sheet, step, "tail"))
    if step.id in sheet.arrangement.dotted:
        yield from _premise_lines(sheet, step)
    if "right" in sides:
        yield from _step_beside(sheet, sides["right"], above=step)


def _premise_lines(sheet: Sheet, step: Inference) -> Iterator[str]:
    """From the dot down to its box, or to each premise that has a card of its own."""
    joint = end(dot_node(step.id))
    for number, premise in enumerate(_premise_ends(sheet, step)):
        # A heavy edge is a straight one.
        yield edge(
            joint, premise, id=f'"{edge_id(step.id, number)}"', **stroke(sheet, step), dir="none", weight="5"
        )


def _step_beside(sheet: Sheet, step: Inference, *, above: Inference) -> Iterator[str]:
    """An undercut of the step `above` it, held on the level of that step's dot."""
    row = _row(sheet, step)
    at_left = sheet.arrangement.sides[step.id] == "left"
    level = row[:0:-1] if at_left else row[1:]
    comes_first = at_left != is_turned(sheet, sheet.arrangement.frames.of_dots[step.target])
    yield from (edge(_target_end(sheet, above), place, style="invis") for place in level)
    line = {**stroke(sheet, step), "constraint": "false"}
    for number, (inner, outer) in enumerate(pairwise(row)):
        tail, head, questioned = (inner, outer, "tail") if comes_first else (outer, inner, "head")
        yield edge(tail, head, **line, **_part_of_row(sheet, step, number, questioned))


def _part_of_row(sheet: Sheet, step: Inference, number: int, questioned: str) -> dict[str, str]:
    """The innermost line of a row carries the arrow."""
    if number:
        return {"dir": "none", "id": f'"{edge_id(step.id, 0)}"'}
    return arrow(sheet, step, questioned)


def _row(sheet: Sheet, step: Inference) -> list[str]:
    """The dot that an undercut questions, the undercut's own dot if it has one, and its card."""
    own = [end(dot_node(step.id))] if step.id in sheet.arrangement.dotted else []
    return [end(dot_node(step.target)), *own, *_premise_ends(sheet, step)]


def _target_end(sheet: Sheet, step: Inference) -> str:
    if step.kind == "undercut":
        return end(dot_node(step.target))
    side = sheet.picture.direction.premise_side
    return claim_end(sheet.arrangement, step.target, side=side, step=step.id)


def _premise_ends(sheet: Sheet, step: Inference) -> list[str]:
    if step.id in sheet.arrangement.boxed:
        return [end(box_node(step.id))]
    return [end(claim_node(premise.claim)) for premise in sheet.arrangement.premises[step.id]]
