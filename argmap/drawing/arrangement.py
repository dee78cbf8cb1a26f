"""Where the parts of a map stand in a diagram, before anything is drawn.

Premises that count only together share a box. A claim that has another part in the map (a second use, a
thesis, an answer) keeps a card of its own instead, and then lines join every premise of the step to its dot:
so each claim is on the sheet once.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from typing import Literal

import attrs

from argmap.drawing.frames import Frames, find_frames
from argmap.model.elements import Claim, Inference, Premise
from argmap.model.map import ArgumentMap

Side = Literal["below", "left", "right"]
"""Where a step stands from its target. Undercuts stand beside the dot they question, as far as two go."""

_LONGEST_IN_BOX = 1_500
"""Characters; a longer text gets a card of its own, since only there can a tooltip hold all of it."""


@attrs.frozen
class Arrangement:
    """Which steps are drawn, and how. Every mapping is keyed by the id of a step unless it says otherwise."""

    premises: Mapping[str, tuple[Premise, ...]]
    """The premises of each step that is drawn: those with a claim, each claim once."""
    undercuts: Mapping[str, Sequence[Inference]]
    """The undercuts of a step that are drawn, where it has any."""
    boxed: frozenset[str]
    """Steps whose premises share a box."""
    box_of: Mapping[str, tuple[str, int]]
    """By a claim's label, the step in whose box it stands, and its place there from 0."""
    arriving: Mapping[str, Sequence[str]]
    """By a claim's label, the steps on it that are drawn, in the writer's order."""
    dotted: frozenset[str]
    """Steps with a dot: linked ones, and those that have an undercut or a scheme."""
    frames: Frames
    sides: Mapping[str, Side]


def arrange(argument_map: ArgumentMap) -> Arrangement:
    """The arrangement of a map; linear in its size.

    A step is left out when it has no premise or when its target is not in the map.
    """
    premises = _drawn_premises(argument_map)
    undercuts: dict[str, list[Inference]] = {}
    for step in map(argument_map.inferences.__getitem__, premises):
        if step.kind == "undercut":
            undercuts.setdefault(step.target, []).append(step)
    shared = _claims_with_another_part(argument_map, premises)
    boxed = frozenset(
        step
        for step, parts in premises.items()
        if len(parts) > 1 and not any(premise.claim in shared for premise in parts)
    )
    dotted = frozenset(
        step
        for step, parts in premises.items()
        if len(parts) > 1 or argument_map.inferences[step].scheme or step in undercuts
    )
    box_of = {premise.claim: (step, place) for step in boxed for place, premise in enumerate(premises[step])}
    frames = find_frames(argument_map, premises, box_of=box_of, dotted=dotted)
    return Arrangement(
        premises=premises,
        undercuts=undercuts,
        boxed=boxed,
        box_of=box_of,
        arriving=_arriving(argument_map, premises),
        dotted=dotted,
        frames=frames,
        sides=_sides(argument_map, premises, undercuts, frames=frames, shared=shared),
    )


def _drawn_premises(argument_map: ArgumentMap) -> dict[str, tuple[Premise, ...]]:
    """Premises by step, for the steps that lead, undercut by undercut, to a claim of the map."""
    undercuts: dict[str, list[Inference]] = {}
    waiting: deque[Inference] = deque()
    for step in argument_map.inferences.values():
        if step.kind == "undercut":
            undercuts.setdefault(step.target, []).append(step)
        elif step.target in argument_map.claims:
            waiting.append(step)
    found: dict[str, tuple[Premise, ...]] = {}
    while waiting:
        step = waiting.popleft()
        claims = [premise for premise in step.premises if premise.claim in argument_map.claims]
        # A claim that is named twice counts in its first part.
        parts = {premise.claim: premise for premise in reversed(claims)}
        if parts:
            found[step.id] = tuple(reversed(parts.values()))
            waiting.extend(undercuts.get(step.id, ()))
    return {step: found[step] for step in argument_map.inferences if step in found}


def _arriving(argument_map: ArgumentMap, premises: Mapping[str, tuple[Premise, ...]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for step in map(argument_map.inferences.__getitem__, premises):
        if step.kind != "undercut":
            found.setdefault(step.target, []).append(step.id)
    return found


def _claims_with_another_part(
    argument_map: ArgumentMap, premises: Mapping[str, tuple[Premise, ...]]
) -> frozenset[str]:
    uses: dict[str, int] = {}
    for parts in premises.values():
        for premise in parts:
            uses[premise.claim] = uses.get(premise.claim, 0) + 1
    answers = {label for question in argument_map.questions.values() for label in question.answers}

    def has_another_part(claim: Claim) -> bool:
        used_again = uses.get(claim.label, 0) > 1 or claim.label in answers
        return claim.thesis or used_again or len(claim.text) > _LONGEST_IN_BOX

    return frozenset(claim.label for claim in argument_map.claims.values() if has_another_part(claim))


def _sides(
    argument_map: ArgumentMap,
    premises: Mapping[str, tuple[Premise, ...]],
    undercuts: Mapping[str, Sequence[Inference]],
    *,
    frames: Frames,
    shared: frozenset[str],
) -> dict[str, Side]:
    """Undercuts of a step that hangs below its target stand beside its dot; theirs hang below them.

    Those that cannot be held there hang below as well: cards with another part in the map or in another
    frame, and what is below a node with lines across a frame.
    """
    waiting = deque(step for step in premises if argument_map.inferences[step].kind != "undercut")
    sides: dict[str, Side] = dict.fromkeys(waiting, "below")
    while waiting:
        step = argument_map.inferences[waiting.popleft()]
        free: list[Side] = []
        if sides[step.id] == "below" and not frames.crossed_above(step):
            # What is written beside the dot takes its left.
            free = ["right"] if step.scheme or step.strength else ["right", "left"]
        for undercut in undercuts.get(step.id, ()):
            claims = [premise.claim for premise in premises[undercut.id]]
            movable = not any(
                claim in shared or frames.of_cards[claim] != frames.of_dots[step.id] for claim in claims
            )
            sides[undercut.id] = free.pop(0) if movable and free else "below"
            waiting.append(undercut.id)
    return sides
