"""What a claim is in its map, in the one word that drawings and documents show."""

from collections.abc import Callable, Mapping, Sequence, Set
from typing import Literal

import attrs

from argmap.model.elements import Claim, ClaimKeyword, Inference, Premise
from argmap.model.map import ArgumentMap

RoleWord = Literal[
    "thesis",
    "claim",
    "answer",
    "reason",
    "premise",
    "conclusion",
    "evidence",
    "objection",
    "rebuttal",
    "exception",
    "warrant",
    "assumption",
]

_Use = tuple[Inference, Premise]


@attrs.frozen
class Role:
    """The word for a claim's part in the map."""

    word: RoleWord
    step: Inference | None = None
    """The step that gave it the role, where one did."""


def roles(argument_map: ArgumentMap) -> dict[str, Role]:
    """The role of every claim, by label.

    A claim that is used in several steps has the role it was defined in, else that of its first use. An
    objection to what is itself only an objection or exception is a rebuttal. What numbered lines lead up to,
    and no further, is a conclusion.
    """
    uses = _uses(argument_map)
    opposing = {
        label
        for label, claim in argument_map.claims.items()
        if label in uses and not claim.thesis and all(step.kind != "support" for step, _ in uses[label])
    }
    concluded = {step.target for step in argument_map.inferences.values() if step.keyword == "number"}
    answers = {label for question in argument_map.questions.values() for label in question.answers}
    return {
        label: _role(claim, uses.get(label, ()), answers=answers, opposing=opposing, concluded=concluded)
        for label, claim in argument_map.claims.items()
    }


def _uses(argument_map: ArgumentMap) -> Mapping[str, list[_Use]]:
    """Every step that a claim is a premise of, with its part there, by label."""
    found: dict[str, list[_Use]] = {}
    for step in argument_map.inferences.values():
        for premise in step.premises:
            found.setdefault(premise.claim, []).append((step, premise))
    return found


def _role(
    claim: Claim,
    uses: Sequence[_Use],
    *,
    answers: Set[str],
    opposing: Set[str],
    concluded: Set[str],
) -> Role:
    if claim.thesis:
        return Role("thesis")
    if claim.keyword == "answer" or claim.label in answers:
        return Role("answer")
    if not uses:
        return Role("conclusion" if claim.label in concluded else "claim")
    defined = _DEFINED_BY.get(claim.keyword)
    step, premise = next((use for use in uses if defined and defined(*use)), uses[0])
    return Role(_word(step, premise, opposing=opposing), step)


# Which use of a claim is the line that defined it, by the keyword of that line.
_DEFINED_BY: Mapping[ClaimKeyword, Callable[[Inference, Premise], bool]] = {
    "because": lambda step, premise: step.keyword == "because",
    "evidence": lambda step, premise: step.keyword == "evidence",
    "but": lambda step, premise: step.keyword == "but",
    "unless": lambda step, premise: step.keyword == "unless",
    "since": lambda step, premise: premise.role == "warrant",
    "assuming": lambda step, premise: premise.role == "assumption",
}


def _word(step: Inference, premise: Premise, *, opposing: Set[str]) -> RoleWord:
    if premise.role != "premise":
        return premise.role
    if step.kind == "undercut":
        return "exception"
    if step.kind == "attack":
        return "rebuttal" if step.target in opposing else "objection"
    if step.keyword == "evidence":
        return "evidence"
    return "premise" if len(step.premises) > 1 or step.keyword == "number" else "reason"
