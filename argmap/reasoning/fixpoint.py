"""The worklist that decides claims, steps and questions, each as soon as its outcome is sure.

What is decided is never changed, and a decision needs only what is decided already: so the result is the
least fixpoint, the same in whatever order the work is done (grounded, as in Gordon and Walton 2016). Each
link of the graph is looked at a fixed number of times.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final

from argmap.model.elements import Standard
from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.proof import DENIED, IN, OUT, UNDECIDED, balance, beats

APPLIES: Final = 1
IDLE: Final = 2
"""The step is decided and does not apply."""
_CANNOT_APPLY: Final = -1

Pick = Callable[[int], int]
"""Which of so many waiting pieces of work to do next, from 0; for showing that the order does not matter."""
Outcome = Mapping[int, int]
"""What a question makes of its answers, by claim."""

_Row = dict[int, int] | list[int]


class Fixpoint:
    """The states of everything in one graph under one set of verdicts; to be changed only through `solve`."""

    def __init__(
        self,
        graph: ArgumentGraph,
        *,
        standards: Sequence[Standard],
        question_standards: Sequence[Standard],
        verdicts: Mapping[int, int],
    ) -> None:
        self.graph = graph
        self.standards = standards
        self.question_standards = question_standards
        self.verdicts = dict(verdicts)
        """IN, DENIED or OUT, by claim."""
        self.claims = [UNDECIDED] * len(graph.claims)
        self.steps = [UNDECIDED] * len(graph.steps)
        self.questions: list[Outcome | None] = [None] * len(graph.answers)
        self._make_counters(sparse=False)

    def copy(self) -> "Fixpoint":
        """The same states, to be changed on their own."""
        twin = Fixpoint.__new__(Fixpoint)
        twin.graph = self.graph
        twin.standards, twin.question_standards = self.standards, self.question_standards
        twin.verdicts = dict(self.verdicts)
        twin.claims, twin.steps, twin.questions = self.claims[:], self.steps[:], self.questions[:]
        twin._make_counters(sparse=True)
        return twin

    def _make_counters(self, *, sparse: bool) -> None:
        """Counters are set when a node is opened: where few will be, dictionaries spare making the rest."""
        self._for, self._against = _row(self.claims, sparse=sparse), _row(self.claims, sparse=sparse)
        """By claim, the weight of its heaviest reason and objection known to apply, in per cent."""
        self._next_for, self._next_against = (
            _row(self.claims, sparse=sparse),
            _row(self.claims, sparse=sparse),
        )
        """By claim, how many of its reasons and objections, heaviest first, are decided without a gap."""
        self._missing = _row(self.steps, sparse=sparse)
        """By step, how many premises and undercuts must still be decided before it applies."""
        self._unjudged = _row(self.questions, sparse=sparse)
        """By question, how many of its answers rules 1 to 5 have yet to judge."""
        self._judged: dict[int, int] = {}
        """What rules 1 to 5 make of an answer, before its rivals count."""
        self._told: dict[int, int] = {}
        """The worst that any decided question says of an answer."""
        self._silent: dict[int, int] = {}
        """How many questions of an answer are undecided."""
        self._waiting: list[int] = []
        self._scope: frozenset[int] | None = None

    def state(self, node: int) -> int | Outcome | None:
        """The state of a claim, a step or a question, by its number in the standing order."""
        if node < len(self.claims):
            return self.claims[node]
        node -= len(self.claims)
        return self.steps[node] if node < len(self.steps) else self.questions[node - len(self.steps)]

    def solve_all(self, pick: Pick | None = None) -> None:
        """Decide whatever can be decided in the whole graph."""
        self._scope = None
        self._solve(range(len(self.claims)), range(len(self.steps)), range(len(self.questions)), pick)

    def solve(self, nodes: Iterable[int]) -> None:
        """Decide these nodes anew, and no others; what they depend on must be among them or be final."""
        nodes = list(nodes)
        claims, steps, questions = [], [], []
        first_step = len(self.graph.claims)
        first_question = first_step + len(self.graph.steps)
        for node in nodes:
            if node < first_step:
                claims.append(node)
                self.claims[node] = UNDECIDED
            elif node < first_question:
                steps.append(node - first_step)
                self.steps[node - first_step] = UNDECIDED
            else:
                questions.append(node - first_question)
                self.questions[node - first_question] = None
        self._scope = frozenset(nodes)
        self._solve(claims, steps, questions, None)

    def _solve(
        self, claims: Iterable[int], steps: Iterable[int], questions: Iterable[int], pick: Pick | None
    ) -> None:
        # All counters first: they count what is undecided now, and are told of what is decided later.
        for question in questions:
            self._open_question(question)
        for claim in claims:
            self._open_claim(claim)
        for step in steps:
            self._open_step(step)
        for question in questions:
            self._begin_question(question)
        for claim in claims:
            self._begin_claim(claim)
        for step in steps:
            if self._missing[step] <= 0:
                self._decide_step(step, APPLIES if self._missing[step] == 0 else IDLE)
        self._work(pick)

    def _work(self, pick: Pick | None) -> None:
        waiting = self._waiting
        first_step = len(self.graph.claims)
        first_question = first_step + len(self.graph.steps)
        while waiting:
            if pick is not None:
                chosen = pick(len(waiting))
                waiting[chosen], waiting[-1] = waiting[-1], waiting[chosen]
            node = waiting.pop()
            if node < first_step:
                self._claim_is_decided(node)
            elif node < first_question:
                self._step_is_decided(node - first_step)
            else:
                self._question_is_decided(node - first_question)

    # Steps (rule 3)

    def _open_step(self, step: int) -> None:
        graph = self.graph
        missing = 0
        cannot = step in graph.failed or step in graph.unmet
        for claim in graph.premises[step]:
            state = self.claims[claim]
            if state == UNDECIDED:
                missing += 1
            elif state != IN:
                cannot = True
                break
        for undercut in graph.undercuts[step]:
            state = self.steps[undercut]
            if state == UNDECIDED:
                missing += 1
            elif state == APPLIES:
                cannot = True
        self._missing[step] = _CANNOT_APPLY if cannot else missing

    def _one_less_missing(self, step: int) -> None:
        self._missing[step] -= 1
        if not self._missing[step]:
            self._decide_step(step, APPLIES)

    def _decide_step(self, step: int, state: int) -> None:
        self.steps[step] = state
        self._waiting.append(len(self.graph.claims) + step)

    def _step_is_decided(self, step: int) -> None:
        graph = self.graph
        target = graph.targets[step]
        applies = self.steps[step] == APPLIES
        if not graph.is_undercut[step]:
            if target in self.verdicts or not self._in_scope(target):
                return
            if applies:
                side = self._for if graph.steps[step].kind == "support" else self._against
                side[target] = max(side[target], graph.percents[step])
            self._weigh(target)
        elif not self.steps[target] and self._covers(len(graph.claims) + target):
            if applies:
                self._decide_step(target, IDLE)
            else:
                self._one_less_missing(target)

    def _covers(self, node: int) -> bool:
        return self._scope is None or node in self._scope

    def _in_scope(self, claim: int) -> bool:
        """Whether weighing a claim is part of this work: for an answer, when one of its questions is."""
        if self._scope is None:
            return True
        if claim not in self.graph.asked:
            return claim in self._scope
        first = len(self.graph.claims) + len(self.graph.steps)
        return any(first + question in self._scope for question in self.graph.asked[claim])

    # Claims (rules 1, 2, 4 and 5)

    def _open_claim(self, claim: int) -> None:
        if claim not in self.graph.asked:
            self._open_sides(claim)
            return
        outcomes = [self.questions[question] for question in self.graph.asked[claim]]
        self._silent[claim] = sum(outcome is None for outcome in outcomes)
        said = [outcome[claim] for outcome in outcomes if outcome is not None and claim in outcome]
        self._told[claim] = _worst(said)

    def _begin_claim(self, claim: int) -> None:
        if claim in self.verdicts:
            self._decide_claim(claim, self.verdicts[claim])
        elif claim in self.graph.asked:
            self._heed_questions(claim)
        else:
            self._weigh(claim)

    def _open_sides(self, claim: int) -> None:
        graph, steps = self.graph, self.steps
        own = graph.own_words[claim]
        x, y = (own, 0) if own > 0 else (0, -own)
        # The heaviest come first: the first that applies is the heaviest that does.
        heaviest = next((s for s in graph.reasons[claim] if steps[s] == APPLIES), None)
        if heaviest is not None:
            x = max(x, graph.percents[heaviest])
        heaviest = next((s for s in graph.objections[claim] if steps[s] == APPLIES), None)
        if heaviest is not None:
            y = max(y, graph.percents[heaviest])
        self._for[claim], self._against[claim] = x, y
        self._next_for[claim] = self._next_against[claim] = 0

    def _weigh(self, claim: int) -> None:
        """Decide a claim when no reason or objection that is still undecided can change the outcome."""
        is_answer = claim in self.graph.asked
        # What one question says of an answer does not keep the others from weighing it.
        if claim in self._judged if is_answer else self.claims[claim]:
            return
        reasons, objections = self.graph.reasons[claim], self.graph.objections[claim]
        self._next_for[claim] = at_for = self._pass_decided(claim, reasons, self._for, self._next_for[claim])
        self._next_against[claim] = at_against = self._pass_decided(
            claim, objections, self._against, self._next_against[claim]
        )
        x, y = self._for[claim], self._against[claim]
        most_for = self._at_most(x, reasons, at_for)
        most_against = self._at_most(y, objections, at_against)
        outcome = balance(self.standards[claim], x, most_against)
        if outcome != balance(self.standards[claim], most_for, y):
            return
        if not is_answer:
            self._decide_claim(claim, outcome)
        elif at_for == len(reasons):
            self._judge_answer(claim, outcome)

    def _pass_decided(self, claim: int, steps: Sequence[int], side: _Row, at: int) -> int:
        """Go on to the heaviest undecided step; one that applies counts, its own turn to say so or not.

        No further than where undecided steps would make a difference, but for an answer: its reasons must
        all be decided.
        """
        percents, to_the_end = self.graph.percents, claim in self.graph.asked
        while at < len(steps) and (to_the_end or percents[steps[at]] > side[claim]):
            state = self.steps[steps[at]]
            if state == UNDECIDED:
                break
            if state == APPLIES:
                side[claim] = max(side[claim], percents[steps[at]])
            at += 1
        return at

    def _at_most(self, known: int, steps: Sequence[int], at: int) -> int:
        """The weight of a side if all of its undecided steps were to apply."""
        return known if at == len(steps) else max(known, self.graph.percents[steps[at]])

    def _decide_claim(self, claim: int, state: int) -> None:
        self.claims[claim] = state
        self._waiting.append(claim)

    def _claim_is_decided(self, claim: int) -> None:
        state = self.claims[claim]
        first_step = len(self.graph.claims)
        for step in self.graph.uses[claim]:
            if self.steps[step] or not self._covers(first_step + step):
                continue
            if state == IN:
                self._one_less_missing(step)
            else:
                self._decide_step(step, IDLE)

    # Questions (rule 6)

    def _open_question(self, question: int) -> None:
        rivals = [claim for claim in self.graph.answers[question] if claim not in self.verdicts]
        self._unjudged[question] = len(rivals)
        for claim in rivals:
            self._judged.pop(claim, None)
            self._open_sides(claim)

    def _begin_question(self, question: int) -> None:
        if self._is_accepted(question) or not self._unjudged[question]:
            self._settle(question)
            return
        for claim in self.graph.answers[question]:
            if claim not in self.verdicts:
                self._weigh(claim)

    def _is_accepted(self, question: int) -> bool:
        return any(self.verdicts.get(claim) == IN for claim in self.graph.answers[question])

    def _judge_answer(self, claim: int, outcome: int) -> None:
        self._judged[claim] = outcome
        first = len(self.graph.claims) + len(self.graph.steps)
        for question in self.graph.asked[claim]:
            if self._covers(first + question):
                self._unjudged[question] -= 1
                if not self._unjudged[question]:
                    self._settle(question)

    def _settle(self, question: int) -> None:
        """Let the heaviest survivor stand when it beats all the others; else none of them stands."""
        if self.questions[question] is not None:
            return
        rivals = [claim for claim in self.graph.answers[question] if claim not in self.verdicts]
        if self._is_accepted(question):
            self._decide_question(question, dict.fromkeys(rivals, DENIED))
            return
        survivors = sorted(
            (claim for claim in rivals if self._judged[claim] == IN), key=lambda claim: -self._for[claim]
        )
        standard = self.question_standards[question]
        won = len(survivors) == 1 or (
            len(survivors) > 1 and beats(standard, self._for[survivors[0]], self._for[survivors[1]])
        )
        if won:
            outcome = {claim: IN if claim == survivors[0] else DENIED for claim in rivals}
        else:
            outcome = {claim: OUT if self._judged[claim] == IN else self._judged[claim] for claim in rivals}
        self._decide_question(question, outcome)

    def _decide_question(self, question: int, outcome: Outcome) -> None:
        self.questions[question] = outcome
        self._waiting.append(len(self.graph.claims) + len(self.graph.steps) + question)

    def _question_is_decided(self, question: int) -> None:
        for claim, state in (self.questions[question] or {}).items():
            if self._covers(claim) and claim not in self.verdicts:
                self._silent[claim] -= 1
                self._told[claim] = _worst((self._told[claim], state))
                self._heed_questions(claim)

    def _heed_questions(self, claim: int) -> None:
        """An answer to several questions falls with any of them, and stands only by all."""
        if not self.claims[claim] and (self._told[claim] == DENIED or not self._silent[claim]):
            self._decide_claim(claim, self._told[claim])


def _worst(states: Iterable[int]) -> int:
    return min(states, key=(DENIED, OUT, IN).index, default=IN)


def _row(states: Sequence[object], *, sparse: bool) -> _Row:
    return {} if sparse else [0] * len(states)
