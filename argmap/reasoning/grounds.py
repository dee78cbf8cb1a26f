"""Why a claim stands, falls or is open, as data: the rule that decided, and what bore on it."""

from typing import Literal

import attrs

from argmap.model.elements import Standard, StrengthWord
from argmap.reasoning.fixpoint import APPLIES
from argmap.reasoning.graph import unmet_questions
from argmap.reasoning.proof import IN, OUT, UNDECIDED, beats
from argmap.reasoning.standing import Standing, Standings, StepStanding
from argmap.reasoning.verdicts import Decision

Rule = Literal["verdict", "question", "balance", "undecided"]
"""What decided: a reader, the rivalry of answers, reasons against objections; or nothing could."""


@attrs.frozen
class StepGrounds:
    """A step and why it applies or does not."""

    id: str
    standing: StepStanding
    weight: int
    """In per cent."""
    strength: StrengthWord | None = None
    premises: tuple[str, ...] = ()
    """Labels of all its claims: premises, warrants, assumptions."""
    undercut_by: tuple[str, ...] = ()
    """Ids of the undercuts that apply."""
    failed: tuple[str, ...] = ()
    """Critical questions that are answered `fails`."""
    unmet: tuple[str, ...] = ()
    """Critical questions that must be met and are `open`."""
    lacks: tuple[str, ...] = ()
    """Labels of premises that are decided and do not stand."""
    awaits: tuple[str, ...] = ()
    """Labels of premises that are undecided."""
    awaits_undercuts: tuple[str, ...] = ()
    """Ids of undercuts that are undecided."""


@attrs.frozen
class Grounds:
    """A claim's standing and why it has it."""

    label: str
    standing: Standing
    rule: Rule
    standard: Standard
    weight_for: int
    """Of the heaviest applying reason, own word included, in per cent; 0 where none applies."""
    weight_against: int
    own_word: int = 0
    """What the author's word weighs, in per cent: above 0 for the claim, below 0 against it."""
    own_likelihood: float | None = None
    reasons: tuple[StepGrounds, ...] = ()
    objections: tuple[StepGrounds, ...] = ()
    decision: Decision | None = None
    """The reader's, under the rule `verdict`."""
    question: str | None = None
    """Label of the question that decided, under the rule `question`."""
    winner: str | None = None
    """The answer to it that stands, if any."""
    answers: tuple[str, ...] = ()
    """All the answers to it."""
    on_loop: bool = False
    """Whether an undecided claim depends on itself; otherwise it depends on one that does."""

    @property
    def rivals(self) -> tuple[str, ...]:
        """The other answers to the question that decided."""
        return tuple(answer for answer in self.answers if answer != self.label)


def grounds(standings: Standings, label: str) -> Grounds:
    """Why a claim has its standing. Raises UnknownClaim. Linear in the steps on the claim."""
    graph, fixpoint = standings.graph, standings.fixpoint
    number = graph.claim(label)
    claim = graph.claims[number]
    reasons = tuple(step_grounds(standings, step) for step in graph.reasons[number])
    objections = tuple(step_grounds(standings, step) for step in graph.objections[number])
    own = graph.own_words[number]
    found = Grounds(
        label=label,
        standing=standings.of(label),
        rule="balance",
        standard=fixpoint.standards[number],
        weight_for=_heaviest(reasons, own),
        weight_against=_heaviest(objections, -own),
        own_word=own,
        own_likelihood=None if claim.likelihood is None else claim.likelihood.value,
        reasons=reasons,
        objections=objections,
    )
    if label in standings.decisions:
        return attrs.evolve(found, rule="verdict", decision=standings.decisions[label])
    if fixpoint.claims[number] == UNDECIDED:
        return attrs.evolve(found, rule="undecided", on_loop=graph.standing_order.on_loop(number))
    return _by_question(standings, number, found) if number in graph.asked else found


def step_grounds(standings: Standings, step: int) -> StepGrounds:
    """Why a step applies or does not, by its number in the graph."""
    graph, fixpoint = standings.graph, standings.fixpoint
    inference = graph.steps[step]
    used = [(graph.claims[claim].label, fixpoint.claims[claim]) for claim in graph.premises[step]]
    cuts = [(graph.steps[cut].id, fixpoint.steps[cut]) for cut in graph.undercuts[step]]
    answers = inference.critical_questions.items()
    return StepGrounds(
        id=inference.id,
        standing=standings.of_step(step),
        weight=graph.percents[step],
        strength=inference.strength,
        premises=tuple(label for label, _ in used),
        undercut_by=tuple(id for id, state in cuts if state == APPLIES),
        failed=tuple(question for question, answer in answers if answer == "fails"),
        unmet=unmet_questions(inference),
        lacks=tuple(label for label, state in used if state not in (IN, UNDECIDED)),
        awaits=tuple(label for label, state in used if state == UNDECIDED),
        awaits_undercuts=tuple(id for id, state in cuts if state == UNDECIDED),
    )


def _heaviest(steps: tuple[StepGrounds, ...], own: int) -> int:
    return max((own, 0, *(step.weight for step in steps if step.standing == "applies")))


def _by_question(standings: Standings, number: int, found: Grounds) -> Grounds:
    """Name the question that decided: the first that gave the answer the standing it has."""
    graph, fixpoint = standings.graph, standings.fixpoint
    for question in graph.asked[number]:
        outcome = fixpoint.questions[question] or {}
        if outcome.get(number) != fixpoint.claims[number]:
            continue
        winner = standings.winners[question]
        # Without a winner, only survivors are open because of the question.
        if winner is None and not (outcome[number] == OUT and _survives(found)):
            continue
        return attrs.evolve(
            found,
            rule="question",
            question=graph.questions[question].label,
            winner=None if winner is None else graph.claims[winner].label,
            answers=graph.questions[question].answers,
        )
    return found


def _survives(found: Grounds) -> bool:
    return beats(found.standard, found.weight_for, found.weight_against)
