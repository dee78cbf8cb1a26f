"""The argument graph: a map's claims, steps and questions by small numbers, made once for every judgement.

A claim, a step and a question are each numbered from 0. Where one row holds them all (`Order`), claims
come first, then steps, then questions.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap
from argmap.reasoning.order import Order, order

WEIGHTS: Final[Mapping[str | None, int]] = {
    "conclusive": 100,
    "strong": 80,
    "moderate": 50,
    "weak": 20,
    None: 50,
}
"""What the strength words weigh, in per cent; None where no word is written."""
_ASSERTED = 50
"""What the bare word of the map's author weighs, in per cent."""
_UNKNOWN_BASE = 0.5
_NONE: Final[tuple[int, ...]] = ()


class UnknownClaim(LookupError):  # noqa: N818 - named for what is wrong
    """A claim was named that the map does not have."""


@attrs.frozen(eq=False, repr=False)
class ArgumentGraph:
    """Who bears on whom, and with what weight. Rows are by number of the claim or of the step."""

    map: ArgumentMap
    claims: Sequence[Claim]
    claim_at: Mapping[str, int]
    """The number of a claim by its label."""
    steps: Sequence[Inference]
    step_at: Mapping[str, int]
    """The number of a step by its id."""
    questions: Sequence[Question]
    premises: Sequence[Sequence[int]]
    """By step, its claims: premises, warrants and assumptions."""
    targets: Sequence[int]
    """By step, the claim that it bears on; for an undercut, the step."""
    is_undercut: Sequence[bool]
    undercuts: Sequence[Sequence[int]]
    """By step, the steps that undercut it."""
    reasons: Sequence[Sequence[int]]
    """By claim, the steps for it, the heaviest first."""
    objections: Sequence[Sequence[int]]
    """By claim, the steps against it, the heaviest first."""
    uses: Sequence[Sequence[int]]
    """By claim, the steps that rest on it."""
    percents: Sequence[int]
    """By step, the weight of its strength word in per cent."""
    weights: Sequence[float]
    """By step, its weight in [0, 1] for strength: an exception without a word weighs 1."""
    failed: frozenset[int]
    """Steps with a critical question that is answered `fails`."""
    unmet: frozenset[int]
    """Steps with a critical question of the assumption kind that is `open`."""
    own_words: Sequence[int]
    """By claim, what its author's word weighs in per cent: above 0 for it, below 0 against it."""
    bases: Sequence[float]
    """By claim, its base score in [0, 1]."""
    answers: Sequence[Sequence[int]]
    """By question, its rival answers: claims."""
    asked: Mapping[int, Sequence[int]]
    """The questions that a claim answers, for the claims that answer any."""

    def claim(self, label: str) -> int:
        """The number of a claim. Raises UnknownClaim."""
        try:
            return self.claim_at[label]
        except KeyError:
            raise UnknownClaim(f"the map has no claim {label}; `argmap show` lists its labels") from None

    @cached_property
    def order(self) -> Order:
        """Claims and steps, what they depend on first; answers do not depend on their rivals here."""
        return order(self._above(with_questions=False))

    @cached_property
    def standing_order(self) -> Order:
        """Claims, steps and questions, what their standing depends on first.

        What bears on an answer bears on its questions, and only the questions bear on the answer.
        """
        return order(self._above(with_questions=True)) if self.answers else self.order

    def _above(self, *, with_questions: bool) -> list[Sequence[int]]:
        claims, steps = len(self.claims), len(self.steps)
        above: list[Sequence[int]] = [tuple(claims + step for step in steps) for steps in self.uses]
        above += [
            (claims + target if undercut else target,)
            for target, undercut in zip(self.targets, self.is_undercut, strict=True)
        ]
        if with_questions:
            above += self.answers
            for answer, questions in self.asked.items():
                behind = tuple(claims + steps + question for question in questions)
                for step in (*self.reasons[answer], *self.objections[answer]):
                    above[claims + step] = behind
        return above


def graph_of(argument: ArgumentMap | ArgumentGraph) -> ArgumentGraph:
    """The graph of a map; a graph is returned as it is, so that callers may make it once.

    A step counts when it has premises, the map has them all, and it leads, undercut by undercut, to a claim.
    Linear in the size of the map.
    """
    if isinstance(argument, ArgumentGraph):
        return argument
    claims = tuple(argument.claims.values())
    claim_at = {claim.label: number for number, claim in enumerate(claims)}
    steps = tuple(_leading_to_claims(argument))
    step_at = {step.id: number for number, step in enumerate(steps)}
    percents = [WEIGHTS[step.strength] for step in steps]
    is_undercut = [step.kind == "undercut" for step in steps]
    targets = [(step_at if step.kind == "undercut" else claim_at)[step.target] for step in steps]
    premises = [tuple([claim_at[premise.claim] for premise in step.premises]) for step in steps]
    reasons, objections, undercuts = _steps_on(steps, targets, len(claims), percents)
    answers = [
        tuple(dict.fromkeys(claim_at[label] for label in question.answers if label in claim_at))
        for question in argument.questions.values()
    ]
    return ArgumentGraph(
        map=argument,
        claims=claims,
        claim_at=claim_at,
        steps=steps,
        step_at=step_at,
        questions=tuple(argument.questions.values()),
        premises=premises,
        targets=targets,
        is_undercut=is_undercut,
        undercuts=undercuts,
        reasons=reasons,
        objections=objections,
        uses=_grouped(((claim, step) for step, used in enumerate(premises) for claim in used), len(claims)),
        percents=percents,
        weights=[
            1.0 if step.kind == "undercut" and step.strength is None else percent / 100
            for step, percent in zip(steps, percents, strict=True)
        ],
        failed=frozenset(n for n, step in enumerate(steps) if "fails" in step.critical_questions.values()),
        unmet=frozenset(n for n, step in enumerate(steps) if unmet_questions(step)),
        own_words=[_own_word(claim, reasons[number]) for number, claim in enumerate(claims)],
        bases=[_base(claim, reasons[number]) for number, claim in enumerate(claims)],
        answers=answers,
        asked=_asked(answers),
    )


def bearing_on(graph: ArgumentGraph, claims: Iterable[int]) -> list[int]:
    """These claims and every claim and step that bears on one of them, the nearest first.

    Steps are numbered after the claims, as in `ArgumentGraph.order`.
    """
    first_step = len(graph.claims)
    found = list(dict.fromkeys(claims))
    known = set(found)
    for node in found:  # grows as it is read
        if node < first_step:
            nearer = [first_step + step for step in (*graph.reasons[node], *graph.objections[node])]
        else:
            step = node - first_step
            nearer = [*graph.premises[step], *(first_step + cut for cut in graph.undercuts[step])]
        fresh = [below for below in dict.fromkeys(nearer) if below not in known]
        known.update(fresh)
        found += fresh
    return found


def unmet_questions(step: Inference) -> tuple[str, ...]:
    """Ids of the critical questions that must be met and are `open` (Gordon and Walton 2009)."""
    if "open" not in step.critical_questions.values():
        return ()
    from argmap.model.schemes import catalogue

    scheme = catalogue().get(step.scheme or "")
    raised = [id for id, answer in step.critical_questions.items() if answer == "open"]
    found = ((id, scheme.question(id) if scheme else None) for id in raised)
    return tuple(id for id, question in found if question is not None and question.kind == "assumption")


def _leading_to_claims(argument_map: ArgumentMap) -> Iterator[Inference]:
    claims, found = argument_map.claims, set[str]()
    held: dict[str, list[Inference]] = {}
    for step in argument_map.inferences.values():
        for premise in step.premises or (None,):
            if premise is None or premise.claim not in claims:
                break
        else:
            if step.kind == "undercut" and step.target not in found:
                held.setdefault(step.target, []).append(step)
            elif step.kind == "undercut" or step.target in claims:
                ready = [step]
                while ready:
                    leading = ready.pop()
                    found.add(leading.id)
                    yield leading
                    ready += held.pop(leading.id, ())


def _steps_on(
    steps: Sequence[Inference], targets: Sequence[int], claims: int, percents: Sequence[int]
) -> tuple[list[Sequence[int]], list[Sequence[int]], list[Sequence[int]]]:
    """The reasons and the objections by claim, and the undercuts by step."""
    pairs: dict[str, list[tuple[int, int]]] = {"support": [], "attack": [], "undercut": []}
    for number, step in enumerate(steps):
        pairs[step.kind].append((targets[number], number))
    reasons = _grouped(iter(pairs["support"]), claims)
    objections = _grouped(iter(pairs["attack"]), claims)
    for rows in (reasons, objections):
        for number, row in enumerate(rows):
            if len(row) > 1:
                rows[number] = sorted(row, key=lambda step: -percents[step])
    return reasons, objections, _grouped(iter(pairs["undercut"]), len(steps))


def _grouped(pairs: Iterator[tuple[int, int]], rows: int) -> list[Sequence[int]]:
    """By row, its numbers in order. Most rows have none or one, and need no list."""
    grouped: list[Sequence[int]] = [_NONE] * rows
    lists: dict[int, list[int]] = {}
    for row, number in pairs:
        if row in lists:
            lists[row].append(number)
        elif grouped[row]:
            grouped[row] = lists[row] = [*grouped[row], number]
        else:
            grouped[row] = (number,)
    return grouped


def _asked(answers: Sequence[Sequence[int]]) -> dict[int, list[int]]:
    asked: dict[int, list[int]] = {}
    for question, rivals in enumerate(answers):
        for answer in rivals:
            asked.setdefault(answer, []).append(question)
    return asked


def _own_word(claim: Claim, reasons: Sequence[int]) -> int:
    """A likelihood speaks for the claim or against it; an assertion without a reason speaks for it."""
    if claim.likelihood is None:
        return 0 if claim.raised or reasons else _ASSERTED
    value = claim.likelihood.value
    if value == 0.5:
        return 0
    return _whole_per_cents(value) if value > 0.5 else -_whole_per_cents(1 - value)


def _whole_per_cents(value: float) -> int:
    """Halves go up; the small addend keeps 0.575, which has no exact binary form, at 58."""
    return int(value * 100 + 0.5 + 1e-9)


def _base(claim: Claim, reasons: Sequence[int]) -> float:
    if claim.likelihood is not None:
        return claim.likelihood.value
    return 0.0 if claim.raised and not reasons else _UNKNOWN_BASE
