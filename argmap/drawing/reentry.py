"""Lines that lead from a thesis out of its section's frame and back into it by way of cards elsewhere.

Graphviz first sets each frame on levels by itself, and then sets frames and other cards among each other. A
card that bears on its frame only through others outside would stand on the first level of the frame, and
those others above the thesis that they bear on. What is said here holds it down. Below other claims a line
that leads up is the lesser evil: a map that is held down everywhere grows by a fifth.
"""

from collections.abc import Iterator

import attrs

from argmap.drawing.frames import frame_of
from argmap.drawing.names import box_node, claim_node, dot_node, question_node
from argmap.drawing.sheet import Sheet
from argmap.model.elements import Inference


@attrs.frozen
class Reentry:
    """A thesis and another node in its frame, which is reached by lines outside."""

    upper: str
    lower: str
    levels: int
    """How many the lower one is to stand below."""


def reentries(sheet: Sheet) -> Iterator[Reentry]:
    """Every way that leads from a thesis out of its frame and back into it, by the fewest lines."""
    frames = dict(_frames(sheet))
    theses = [claim_node(thesis.label) for thesis in sheet.argument_map.theses]
    framed = [thesis for thesis in theses if frames[thesis] is not None]
    if not framed:
        return
    below: dict[str, dict[str, None]] = {}
    for upper, lower in _lines_down(sheet):
        below.setdefault(upper, {})[lower] = None
    for upper in framed:
        frame = frames[upper]
        reached = [node for node in below.get(upper, ()) if frames[node] != frame]
        seen, levels = {upper, *reached}, 1
        while reached:
            levels += 1
            beyond = (node for one in reached for node in below.get(one, ()))
            onward = [node for node in dict.fromkeys(beyond) if node not in seen]
            seen.update(onward)
            yield from (Reentry(upper, node, levels) for node in onward if frames[node] == frame)
            reached = [node for node in onward if frames[node] != frame]


def _lines_down(sheet: Sheet) -> Iterator[tuple[str, str]]:
    """The names of the nodes that are to stand one below the other."""
    argument_map, arrangement = sheet.argument_map, sheet.arrangement
    for question in argument_map.questions.values():
        for answer in question.answers:
            if answer in argument_map.claims:
                yield question_node(question.label), _card(sheet, answer)
    for id, premises in arrangement.premises.items():
        step = argument_map.inferences[id]
        if arrangement.sides[id] != "below":
            # Beside the dot, so below what that dot is below.
            step = argument_map.inferences[step.target]
        upper = _target(sheet, step)
        if id in arrangement.dotted:
            yield upper, dot_node(id)
            upper = dot_node(id) if arrangement.sides[id] == "below" else upper
        yield from dict.fromkeys((upper, _card(sheet, premise.claim)) for premise in premises)


def _frames(sheet: Sheet) -> Iterator[tuple[str, str | None]]:
    """The frame that each node stands in."""
    argument_map, frames = sheet.argument_map, sheet.arrangement.frames
    for question in argument_map.questions.values():
        yield question_node(question.label), frame_of(argument_map, question.section)
    yield from ((_card(sheet, label), frame) for label, frame in frames.of_cards.items())
    yield from ((dot_node(step), frame) for step, frame in frames.of_dots.items())


def _target(sheet: Sheet, step: Inference) -> str:
    return dot_node(step.target) if step.kind == "undercut" else _card(sheet, step.target)


def _card(sheet: Sheet, label: str) -> str:
    """The node in which a claim's card stands."""
    box_of = sheet.arrangement.box_of
    return box_node(box_of[label][0]) if label in box_of else claim_node(label)
