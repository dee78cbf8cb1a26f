"""Where the parts of a map stand in a diagram, before anything is drawn.

Premises that count only together share a box. A claim that has another part in the map (a second use, a
thesis, an answer) keeps a card of its own instead, and then lines join every premise of the step to its dot:
so each claim is on the sheet once.
"""

from collections import deque
from collections.abc import Mapping
from typing import Literal

import attrs

from argmap.model.elements import Claim, Premise
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
    boxed: frozenset[str]
    """Steps whose premises share a box."""
    box_of: Mapping[str, tuple[str, int]]
    """By a claim's label, the step in whose box it stands, and its place there from 0."""
    dotted: frozenset[str]
    """Steps with a dot: linked ones, and those that have an undercut or a scheme."""
    sides: Mapping[str, Side]
    card_frames: Mapping[str, str | None]
    """By a claim's label, the section in whose frame its card stands: its own, or that of its box's step."""
    step_frames: Mapping[str, str | None]
    """The section in whose frame the dot of a step stands."""
    framed: bool
    """Whether anything stands in the frame of a section."""
    crossed_cards: frozenset[str] = frozenset()
    """Labels of claims whose card, or the box it is in, has a line down that crosses a frame."""
    crossed_dots: frozenset[str] = frozenset()
    """Steps whose dot has such a line."""


def arrange(argument_map: ArgumentMap) -> Arrangement:
    """The arrangement of a map; linear in its size.

    A step is left out when it has no premise or when its target is not in the map.
    """
    premises = _drawn_premises(argument_map)
    shared = _claims_with_another_part(argument_map, premises)
    boxed = frozenset(
        step
        for step, parts in premises.items()
        if len(parts) > 1 and not any(premise.claim in shared for premise in parts)
    )
    dotted = frozenset(
        step
        for step, parts in premises.items()
        if len(parts) > 1
        or argument_map.inferences[step].scheme
        or any(undercut.id in premises for undercut in argument_map.undercuts(step))
    )
    box_of = {premise.claim: (step, place) for step in boxed for place, premise in enumerate(premises[step])}
    card_frames = _card_frames(argument_map, box_of)
    step_frames = {step: _frame(argument_map, argument_map.inferences[step].section) for step in premises}
    arrangement = Arrangement(
        premises=premises,
        boxed=boxed,
        box_of=box_of,
        dotted=dotted,
        sides={},
        card_frames=card_frames,
        step_frames=step_frames,
        framed=any(card_frames.values()) or any(step_frames.values()),
    )
    crossed_cards, crossed_dots = _crossed(argument_map, arrangement)
    return attrs.evolve(
        arrangement,
        sides=_sides(argument_map, arrangement, shared=shared),
        crossed_cards=crossed_cards,
        crossed_dots=crossed_dots,
    )


def _drawn_premises(argument_map: ArgumentMap) -> dict[str, tuple[Premise, ...]]:
    """Premises by step, for the steps that lead, undercut by undercut, to a claim of the map."""
    waiting = deque(step for step in argument_map.inferences.values() if step.target in argument_map.claims)
    found: dict[str, tuple[Premise, ...]] = {}
    while waiting:
        step = waiting.popleft()
        parts = {
            premise.claim: premise
            for premise in reversed(step.premises)
            if premise.claim in argument_map.claims
        }
        if parts:
            found[step.id] = tuple(reversed(parts.values()))
            waiting.extend(argument_map.undercuts(step.id))
    return {step: found[step] for step in argument_map.inferences if step in found}


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


def _frame(argument_map: ArgumentMap, section: str | None) -> str | None:
    return section if section in argument_map.sections else None


def _card_frames(argument_map: ArgumentMap, box_of: Mapping[str, tuple[str, int]]) -> dict[str, str | None]:
    holders = {
        label: argument_map.inferences[box_of[label][0]] if label in box_of else claim
        for label, claim in argument_map.claims.items()
    }
    return {label: _frame(argument_map, holder.section) for label, holder in holders.items()}


def _crossed(argument_map: ArgumentMap, arrangement: Arrangement) -> tuple[frozenset[str], frozenset[str]]:
    """The cards and the dots with a line down that crosses a frame."""
    cards: set[str] = set()
    dots: set[str] = set()
    for step_id, premises in arrangement.premises.items():
        below = {arrangement.card_frames[premise.claim] for premise in premises}
        if step_id in arrangement.dotted:
            own = arrangement.step_frames[step_id]
            if below != {own}:
                dots.add(step_id)
            below = {own}
        target = argument_map.inferences[step_id].target
        if target not in argument_map.claims:
            if below != {arrangement.step_frames[target]}:
                dots.add(target)
        elif below != {arrangement.card_frames[target]}:
            cards.update(_on_same_node(arrangement, target))
    return frozenset(cards), frozenset(dots)


def _on_same_node(arrangement: Arrangement, label: str) -> list[str]:
    if label not in arrangement.box_of:
        return [label]
    return [premise.claim for premise in arrangement.premises[arrangement.box_of[label][0]]]


def _sides(argument_map: ArgumentMap, arrangement: Arrangement, *, shared: frozenset[str]) -> dict[str, Side]:
    """Undercuts of a step that hangs below its target stand beside its dot; theirs hang below them.

    Cards with another part in the map, or in another frame, cannot be held there and hang below.
    """
    premises = arrangement.premises
    sides: dict[str, Side] = {}
    waiting = deque(step for step in premises if argument_map.inferences[step].target in argument_map.claims)
    sides.update(dict.fromkeys(waiting, "below"))
    while waiting:
        step = argument_map.inferences[waiting.popleft()]
        # What is written beside the dot takes its left.
        free: list[Side] = ["right"] if step.scheme or step.strength else ["right", "left"]
        for undercut in argument_map.undercuts(step.id):
            if undercut.id not in premises:
                continue
            movable = not any(
                premise.claim in shared
                or arrangement.card_frames[premise.claim] != arrangement.step_frames[step.id]
                for premise in premises[undercut.id]
            )
            beside = movable and free and sides[step.id] == "below"
            sides[undercut.id] = free.pop(0) if beside else "below"
            waiting.append(undercut.id)
    return sides
