"""Standing: which claims survive the argument. The qualitative judgement, after Carneades.

The rules follow Gordon and Walton, "Formalizing Balancing Arguments" (2016), and for proof standards and
critical questions "Proof Burdens and Standards" (2009); undercuts are Pollock's (*Cognitive Carpentry*,
1995). Inside, a claim or its denial is in, or both are out, or it is undecided. A reader sees: *stands* (in),
*falls* (its denial is in), *open* (anything else).

1. A verdict decides a claim before every other rule: accept, in; reject, its denial in; doubt, both out.
2. A likelihood above 50 % is one more applying reason of that weight; below, an applying objection of the
   rest; at 50 %, neither. Without one, an asserted claim that has no reasons has one of 50 %.
3. A step is blocked when an undercut of it applies or a critical question fails. It is decided when
   blocked, when a premise is decided and not in, or when all its premises and undercuts are decided; it
   applies when it is not blocked and all its premises are in. An open critical question of the assumption
   kind decides that it does not apply.
4. The heaviest applying reason is set against the heaviest applying objection, under the standard of the
   claim, else of the map.
5. A claim is decided once its undecided reasons and objections can no longer change the outcome.
6. When every answer to a question is judged by rules 1 to 5 and its reasons are decided, the survivor whose
   reason beats those of every other survivor, under the standard of the question, else of the map, stands
   and the others fall. Without such a winner the survivors are open and the rest stay as judged. An
   accepted answer makes the others without a verdict fall. An answer to several questions falls with any
   of them and stands only by all; each of them weighs it by rules 1 to 5 alone.
7. What is then undecided is open: it depends on itself, or on what does.
"""

from collections.abc import Mapping, Sequence, Set
from functools import cached_property
from typing import Final, Literal

import attrs

from argmap.model.elements import Standard
from argmap.model.map import ArgumentMap
from argmap.reasoning.fixpoint import APPLIES, Fixpoint, Pick
from argmap.reasoning.graph import ArgumentGraph, graph_of
from argmap.reasoning.order import propagate
from argmap.reasoning.proof import DEFAULT, DENIED, IN, OUT, UNDECIDED
from argmap.reasoning.verdicts import Decision, DecisionKind, Decisions

Standing = Literal["stands", "falls", "open"]
StepStanding = Literal["applies", "blocked", "does not apply", "undecided"]

_STATES: Final[Mapping[DecisionKind, int]] = {"accept": IN, "reject": DENIED, "doubt": OUT}
SEEN: Final[Mapping[int, Standing]] = {IN: "stands", DENIED: "falls", OUT: "open", UNDECIDED: "open"}


@attrs.frozen(eq=False, repr=False)
class Standings:
    """The judgement of one map under one set of verdicts. Nothing in it changes."""

    graph: ArgumentGraph
    default: Standard
    """The standard of claims and questions that name none."""
    decisions: Decisions
    """The verdicts that count, by label."""
    fixpoint: Fixpoint
    """The states of claims, steps and questions by number; never to be solved again, only copied."""

    def of(self, label: str) -> Standing:
        """Whether a claim stands, falls, or is open. Raises UnknownClaim."""
        return SEEN[self.fixpoint.claims[self.graph.claim(label)]]

    def is_decided(self, label: str) -> bool:
        """Whether the rules decide the claim; one that they do not decide is open. Raises UnknownClaim."""
        return self.fixpoint.claims[self.graph.claim(label)] != UNDECIDED

    @cached_property
    def claims(self) -> Mapping[str, Standing]:
        """Every claim's standing by label, in the order of the map."""
        return {
            claim.label: SEEN[state]
            for claim, state in zip(self.graph.claims, self.fixpoint.claims, strict=True)
        }

    @cached_property
    def steps(self) -> Mapping[str, StepStanding]:
        """Every step's standing by id. A step that is undercut is blocked, whatever its premises are."""
        return {step.id: self.of_step(number) for number, step in enumerate(self.graph.steps)}

    @cached_property
    def winners(self) -> Sequence[int | None]:
        """By number of the question, the answer that stands by it or by a verdict, if any does."""
        verdicts = self.fixpoint.verdicts
        return [
            next((c for c in answers if (verdicts.get(c) or (outcome or {}).get(c)) == IN), None)
            for answers, outcome in zip(self.graph.answers, self.fixpoint.questions, strict=True)
        ]

    def of_step(self, step: int) -> StepStanding:
        """The standing of a step, by its number in the graph."""
        states = self.fixpoint.steps
        if states[step] == APPLIES:
            return "applies"
        if step in self.graph.failed or any(states[cut] == APPLIES for cut in self.graph.undercuts[step]):
            return "blocked"
        return "does not apply" if states[step] else "undecided"


def judge(
    argument: ArgumentMap | ArgumentGraph,
    *,
    standard: Standard | None = None,
    verdicts: Decisions | None = None,
    pick: Pick | None = None,
) -> Standings:
    """Judge a map by the rules above; linear in its size.

    `standard` stands in for the map's own; a claim's or a question's still goes before it. `verdicts` are
    decisions by label, and none of the map's reviews counts unless it is given here (`verdicts_of`).
    `pick` chooses the order of work, which makes no difference. Raises UnknownClaim when a verdict
    is about a claim that the map does not have.
    """
    graph = graph_of(argument)
    default = standard or graph.map.standard or DEFAULT
    decisions = dict(verdicts or {})
    fixpoint = Fixpoint(
        graph,
        standards=[claim.standard or default for claim in graph.claims],
        question_standards=[question.standard or default for question in graph.questions],
        verdicts=_states(graph, decisions),
    )
    fixpoint.solve_all(pick)
    return Standings(graph, default, decisions, fixpoint)


def judge_again(before: Standings, verdicts: Decisions, *, without: Set[str] = frozenset()) -> Standings:
    """The judgement with these verdicts on top of those that count already.

    The verdicts on the claims `without` are taken back before. It is the judgement that `judge` would make,
    but only what lies above a change is worked out anew. Raises UnknownClaim.
    """
    changed = _states(before.graph, verdicts)
    fixpoint = before.fixpoint.copy()
    kept = {label: one for label, one in before.decisions.items() if label not in without}
    gone = {before.graph.claim(label) for label in without}
    _redo(fixpoint, changed, gone)
    return Standings(before.graph, before.default, {**kept, **verdicts}, fixpoint)


def _redo(fixpoint: Fixpoint, verdicts: Mapping[int, int], gone: Set[int]) -> None:
    """Take verdicts back and give others, by claim, and change what follows from them.

    Linear in what lies above, and no further than the differences reach. Loops are worked out as one.
    """
    graph, work = fixpoint.graph, fixpoint.graph.standing_order
    first_question = len(graph.claims) + len(graph.steps)
    for claim in gone:
        fixpoint.verdicts.pop(claim, None)
    fixpoint.verdicts.update(verdicts)
    touched = [*verdicts, *(gone - verdicts.keys())]
    begin = [
        *touched,
        *(first_question + question for claim in touched for question in graph.asked.get(claim, ())),
    ]

    def redo_component(component: int) -> list[int]:
        nodes = work.members(component)
        before = [fixpoint.state(node) for node in nodes]
        fixpoint.solve(nodes)
        return [node for node, old in zip(nodes, before, strict=True) if fixpoint.state(node) != old]

    propagate(work, begin, redo_component)


def _states(graph: ArgumentGraph, decisions: Mapping[str, Decision]) -> dict[int, int]:
    return {graph.claim(label): _STATES[decision.kind] for label, decision in decisions.items()}
