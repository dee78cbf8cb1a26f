"""Where claims stand: what tells apart claims of the same text, and below what each claim is argued."""

from collections.abc import Hashable, Iterable, Mapping

import attrs

from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap

ROUNDS = 3
"""Steps away from a claim that still help to tell it from others of the same text."""


@attrs.frozen
class Place:
    """Where a claim is first used: what it is argued below, and how."""

    kind: str
    """`claim`, `question` or `root`."""
    above: str
    """The label of the claim or question; empty for a root."""
    part: Hashable
    """Its part there: the kind of step and its role."""


ROOT = Place("root", "", None)


def places(argument_map: ArgumentMap) -> Mapping[str, Place]:
    """The place of every claim, by label; an exception's is below the claim whose step it questions."""
    found: dict[str, Place] = {}
    claim_of: dict[str, str] = {}
    waiting = [step for step in argument_map.inferences.values() if step.kind != "undercut"]
    while waiting:
        further: list[Inference] = []
        for step in waiting:
            above = claim_of.get(step.target, step.target)
            claim_of[step.id] = above
            for premise in step.premises:
                if premise.claim != above:
                    found.setdefault(premise.claim, Place("claim", above, (step.kind, premise.role)))
            further += argument_map.undercuts(step.id)
        waiting = [step for step in further if step.id not in claim_of]
    for question in argument_map.questions.values():
        for answer in question.answers:
            found[answer] = Place("question", question.label, None)
    return {label: found.get(label, ROOT) for label in argument_map.claims}


def colours(argument_map: ArgumentMap, first: Mapping[str, Hashable]) -> list[Mapping[str, int]]:
    """For each round, a colour by label: claims of one colour look the same so many steps around.

    `first` are the colours to begin with. In each round a claim and a step take in the colours of what they
    touch (colour refinement, after Weisfeiler and Leman 1968). Colours of two maps can be compared within
    one run of the program.
    """
    steps = argument_map.inferences
    answered: dict[str, list[str]] = {}
    for question in argument_map.questions.values():
        for answer in question.answers:
            answered.setdefault(answer, []).append(question.text)
    claim_colour = {
        label: hash(
            (first[label], claim.section, claim.likelihood, claim.thesis, tuple(answered.get(label, ())))
        )
        for label, claim in argument_map.claims.items()
    }
    step_colour = {
        id: hash((step.kind, step.keyword, step.strength, step.scheme, len(step.premises)))
        for id, step in steps.items()
    }
    rounds: list[Mapping[str, int]] = [claim_colour]
    for _ in range(ROUNDS):
        step_colour = {
            id: hash(
                (
                    step_colour[id],
                    step_colour.get(step.target, claim_colour.get(step.target)),
                    tuple(sorted((premise.role, claim_colour[premise.claim]) for premise in step.premises)),
                    _mixed(step_colour[cut.id] for cut in argument_map.undercuts(id)),
                )
            )
            for id, step in steps.items()
        }
        claim_colour = {
            label: hash(
                (
                    claim_colour[label],
                    _mixed(step_colour[step.id] for step in argument_map.steps_on(label)),
                    _mixed(step_colour[step.id] for step in argument_map.steps_from(label)),
                )
            )
            for label in argument_map.claims
        }
        rounds.append(claim_colour)
    return rounds


def _mixed(colours: Iterable[int]) -> tuple[int, ...]:
    """Colours without their order."""
    return tuple(sorted(colours))
