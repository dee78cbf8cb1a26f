"""Many judgements of one graph at once, one bit each: how a thesis stands when these claims are rejected, or
those, or others.

A mask is a whole number whose bit k speaks of trial k. Every claim and step has a mask for each state that it
can be in, and the rules of `standing` are applied to all trials with a few operations on whole numbers. What
no rejection reaches keeps the state it has. Masks only grow, so that loops come to the same least fixpoint
as in `fixpoint`.
"""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heappop, heappush

import attrs

from argmap.model.elements import Standard
from argmap.reasoning.fixpoint import APPLIES, IDLE
from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.proof import DENIED, IN, OUT, UNDECIDED, balance, beats
from argmap.reasoning.standing import Standings


@attrs.frozen
class _Claim:
    """The trials in which a claim is in, its denial is, and neither is; in the others it is undecided."""

    stands: int = 0
    falls: int = 0
    out: int = 0

    @property
    def decided(self) -> int:
        return self.stands | self.falls | self.out

    def within(self, trials: int) -> "_Claim":
        return _Claim(self.stands & trials, self.falls & trials, self.out & trials)


@attrs.frozen
class _Step:
    """The trials in which a step applies, and in which it is decided that it does not."""

    applies: int = 0
    idle: int = 0


_Weights = Sequence[tuple[int, int]]
"""Weights in per cent, heaviest first, each with the trials in which a side weighs that; 0 comes last."""


@attrs.frozen
class _Weighed:
    """A claim by rules 2 to 5, with what its heaviest reason weighs where all of its reasons are decided."""

    claim: _Claim
    ready: int
    weights: _Weights


def rejecting(
    standings: Standings, thesis: int, groups: Sequence[Sequence[int]], *, below: frozenset[int]
) -> tuple[list[int], int]:
    """The state of a claim with each group of claims rejected, and how often a node was judged for that.

    `below` are the nodes on which the standing of the claim depends (`nodes_below`).
    """
    work = _Trials(standings, groups)
    judged = work.judge_all(below)
    found = work.claim(thesis)
    states = zip(*(_bits(mask, len(groups)) for mask in (found.stands, found.falls, found.out)), strict=True)
    return [
        IN if stands else DENIED if falls else OUT if out else UNDECIDED for stands, falls, out in states
    ], judged


def nodes_below(graph: ArgumentGraph, claim: int) -> frozenset[int]:
    """What the standing of a claim depends on, itself included, as nodes of the standing order."""
    first_step = len(graph.claims)
    first_question = first_step + len(graph.steps)
    found = [claim]
    known = {claim}
    for node in found:  # grows as it is read
        if node < first_step:
            if node in graph.asked:
                nearer = [first_question + question for question in graph.asked[node]]
            else:
                nearer = [first_step + step for step in (*graph.reasons[node], *graph.objections[node])]
        elif node < first_question:
            step = node - first_step
            nearer = [*graph.premises[step], *(first_step + cut for cut in graph.undercuts[step])]
        else:
            nearer = [
                first_step + step
                for answer in graph.answers[node - first_question]
                for step in (*graph.reasons[answer], *graph.objections[answer])
            ]
        fresh = dict.fromkeys(one for one in nearer if one not in known)
        known.update(fresh)
        found += fresh
    return frozenset(known)


class _Trials:
    """The masks of whatever a rejection reaches, filled in from below."""

    def __init__(self, standings: Standings, groups: Sequence[Sequence[int]]) -> None:
        self.graph = standings.graph
        self.before = standings.fixpoint
        self.all = (1 << len(groups)) - 1
        self.rejected = _trials_by_claim(groups)
        self.first_step = len(self.graph.claims)
        self.first_question = self.first_step + len(self.graph.steps)
        self.claims: dict[int, _Claim] = {}
        self.steps: dict[int, _Step] = {}
        self.answers: dict[int, dict[int, _Claim]] = {}
        """By question, what it makes of each answer."""

    def judge_all(self, below: frozenset[int]) -> int:
        """Judge those of the nodes that a rejection reaches; return how often one was judged."""
        order = self.graph.standing_order
        judged = 0
        for component in sorted({order.place[node] for node in self._reached(below)}):
            if component in order.loops:
                judged += self._judge_loop(order.loops[component])
            else:
                self._judge(order.first[component])
                judged += 1
        return judged

    def _reached(self, below: frozenset[int]) -> list[int]:
        above = self.graph.standing_order.above
        begin = [*self.rejected]
        for claim in self.rejected:
            begin += [self.first_question + question for question in self.graph.asked.get(claim, ())]
        found = list(dict.fromkeys(node for node in begin if node in below))
        known = set(found)
        for node in found:  # grows as it is read
            fresh = dict.fromkeys(up for up in above[node] if up in below and up not in known)
            known.update(fresh)
            found += fresh
        return found

    def _judge_loop(self, nodes: Sequence[int]) -> int:
        """Judge the nodes of a loop, from nothing decided, until none is decided in any more trials."""
        for node in nodes:
            if node < self.first_step:
                self.claims[node] = _Claim()
            elif node < self.first_question:
                self.steps[node - self.first_step] = _Step()
            else:
                self.answers[node - self.first_question] = {}
        place = {node: number for number, node in enumerate(nodes)}
        waiting = list(range(len(nodes)))
        queued = set(waiting)
        judged = 0
        while waiting:
            number = heappop(waiting)
            queued.remove(number)
            judged += 1
            if self._judge(nodes[number]):
                for up in self.graph.standing_order.above[nodes[number]]:
                    if up in place and place[up] not in queued:
                        queued.add(place[up])
                        heappush(waiting, place[up])
        return judged

    def _judge(self, node: int) -> bool:
        """Judge a node by those below it; return whether that says more than before."""
        if node < self.first_step:
            claim = self._judge_claim(node)
            changed = claim != self.claims.get(node)
            self.claims[node] = claim
        elif node < self.first_question:
            number = node - self.first_step
            step = self._judge_step(number)
            changed = step != self.steps.get(number)
            self.steps[number] = step
        else:
            number = node - self.first_question
            answers = self._judge_question(number)
            changed = answers != self.answers.get(number)
            self.answers[number] = answers
        return changed

    # What is below a node: its masks where a rejection reaches it, else the state that it has in all trials

    def claim(self, claim: int) -> _Claim:
        found = self.claims.get(claim)
        return self._same(self.before.claims[claim]) if found is None else found

    def _step(self, step: int) -> _Step:
        found = self.steps.get(step)
        if found is not None:
            return found
        state = self.before.steps[step]
        return _Step(
            applies=self.all if state == APPLIES else 0,
            idle=self.all if state == IDLE else 0,
        )

    def _answer(self, question: int, claim: int) -> _Claim:
        found = self.answers.get(question)
        if found is None:
            return self._same((self.before.questions[question] or {}).get(claim, UNDECIDED))
        return found.get(claim, _Claim())

    def _same(self, state: int) -> _Claim:
        return _Claim(
            stands=self.all if state == IN else 0,
            falls=self.all if state == DENIED else 0,
            out=self.all if state == OUT else 0,
        )

    # Rule 1

    def _verdict(self, claim: int) -> _Claim:
        """What the reader and the rejections say of a claim: nothing, in trials in which it is undecided."""
        rejected = self.rejected.get(claim, 0)
        given = self._same(self.before.verdicts.get(claim, UNDECIDED)).within(self.all & ~rejected)
        return _Claim(given.stands, given.falls | rejected, given.out)

    # Rule 3

    def _judge_step(self, step: int) -> _Step:
        graph = self.graph
        if step in graph.failed or step in graph.unmet:
            return _Step(idle=self.all)
        applies, idle = self.all, 0
        for number in graph.premises[step]:
            premise = self.claim(number)
            applies &= premise.stands
            idle |= premise.falls | premise.out
        for number in graph.undercuts[step]:
            undercut = self._step(number)
            applies &= undercut.idle
            idle |= undercut.applies
        return _Step(applies, idle)

    # Rules 2, 4 and 5

    def _judge_claim(self, claim: int) -> _Claim:
        verdict = self._verdict(claim)
        free = self.all & ~verdict.decided
        if not free:
            return verdict
        judged = self._by_questions(claim) if claim in self.graph.asked else self._weigh(claim).claim
        judged = judged.within(free)
        return _Claim(verdict.stands | judged.stands, verdict.falls | judged.falls, verdict.out | judged.out)

    def _weigh(self, claim: int) -> _Weighed:
        graph = self.graph
        own = graph.own_words[claim]
        least_for, most_for, ready = self._side(graph.reasons[claim], max(own, 0))
        least_against, most_against, _ = self._side(graph.objections[claim], max(-own, 0))
        standard = self.before.standards[claim]
        worst = self._outcome(standard, least_for, most_against)
        best = self._outcome(standard, most_for, least_against)
        judged = _Claim(worst.stands & best.stands, worst.falls & best.falls, worst.out & best.out)
        return _Weighed(judged, ready, least_for)

    def _side(self, steps: Sequence[int], own: int) -> tuple[_Weights, _Weights, int]:
        """What a side weighs if none of its undecided steps applies, and if all do; where it has none."""
        sure: dict[int, int] = {own: self.all}
        possible: dict[int, int] = {own: self.all}
        ready = self.all
        for number in steps:
            step, percent = self._step(number), self.graph.percents[number]
            sure[percent] = sure.get(percent, 0) | step.applies
            possible[percent] = possible.get(percent, 0) | (self.all & ~step.idle)
            ready &= step.applies | step.idle
        return self._heaviest(sure), self._heaviest(possible), ready

    def _heaviest(self, present: dict[int, int]) -> _Weights:
        """From the trials in which a weight is there, those in which it is the heaviest."""
        rest, found = self.all, []
        for weight in sorted({*present, 0}, reverse=True):
            trials = rest & (present.get(weight, 0) if weight else self.all)
            found.append((weight, trials))
            rest &= ~trials
        return found

    def _outcome(self, standard: Standard, weights_for: _Weights, weights_against: _Weights) -> _Claim:
        masks = {IN: 0, DENIED: 0, OUT: 0}
        for x, with_x in weights_for:
            for y, with_y in weights_against:
                masks[balance(standard, x, y)] |= with_x & with_y
        return _Claim(masks[IN], masks[DENIED], masks[OUT])

    # Rule 6

    def _by_questions(self, claim: int) -> _Claim:
        """An answer to several questions falls with any of them, and stands only by all."""
        stands, falls, decided = self.all, 0, self.all
        for question in self.graph.asked[claim]:
            said = self._answer(question, claim)
            stands &= said.stands
            falls |= said.falls
            decided &= said.decided
        return _Claim(stands, falls, decided & ~stands & ~falls)

    def _judge_question(self, question: int) -> dict[int, _Claim]:
        verdicts = {claim: self._verdict(claim) for claim in self.graph.answers[question]}
        weighed = {claim: self._weigh(claim) for claim in verdicts}
        accepted, ready = 0, self.all
        for claim, verdict in verdicts.items():
            accepted |= verdict.stands
            ready &= verdict.decided | (weighed[claim].ready & weighed[claim].claim.decided)
        ready &= ~accepted
        survives = {
            claim: weighed[claim].claim.stands & ready & ~verdict.decided
            for claim, verdict in verdicts.items()
        }
        wins = self._wins(self.before.question_standards[question], survives, weighed)
        settled = 0
        for trials in wins.values():
            settled |= trials
        open_still = ready & ~settled
        outcomes: dict[int, _Claim] = {}
        for claim, verdict in verdicts.items():
            judged = weighed[claim].claim.within(open_still)
            outcomes[claim] = _Claim(
                stands=wins[claim],
                falls=accepted | (settled & ~wins[claim]) | judged.falls,
                out=judged.stands | judged.out,
            ).within(self.all & ~verdict.decided)
        return outcomes

    def _wins(
        self, standard: Standard, survives: Mapping[int, int], weighed: Mapping[int, _Weighed]
    ) -> dict[int, int]:
        """By answer, the trials in which it survives and its reason beats those of all other survivors."""
        there = [
            (weight, claim, trials & survives[claim])
            for claim, found in weighed.items()
            for weight, trials in found.weights
            if trials & survives[claim]
        ]
        once: dict[int, int] = {}
        twice: dict[int, int] = {}
        for weight, _, trials in there:
            twice[weight] = twice.get(weight, 0) | (once.get(weight, 0) & trials)
            once[weight] = once.get(weight, 0) | trials
        won: dict[int, int] = {}
        for weight, trials in once.items():
            won[weight] = trials & ~twice[weight]
            for other, beside in once.items():
                if other != weight and not beats(standard, weight, other):
                    won[weight] &= ~beside
        wins = dict.fromkeys(survives, 0)
        for weight, claim, trials in there:
            wins[claim] |= trials & won[weight]
        return wins


def _trials_by_claim(groups: Sequence[Sequence[int]]) -> dict[int, int]:
    found: dict[int, int] = {}
    for trial, group in enumerate(groups):
        for claim in group:
            found[claim] = found.get(claim, 0) | 1 << trial
    return found


def _bits(mask: int, size: int) -> Iterable[bool]:
    """Bits 0, 1, ... of a mask."""
    return (bit == "1" for bit in reversed(f"{mask:0{size}b}"))
