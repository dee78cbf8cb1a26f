"""Hinges: what the standing of a thesis rests on, and what would be otherwise under other verdicts.

A *leaf* is an asserted claim without reasons. Nothing here touches the map: verdicts are tried on a copy of
the judgement, and only what lies above them is judged again.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations

import attrs

from argmap.reasoning.fixpoint import Fixpoint
from argmap.reasoning.proof import DENIED
from argmap.reasoning.standing import SEEN, Standing, Standings, judge_again, redo
from argmap.reasoning.strength import Strengths, changed_strength
from argmap.reasoning.verdicts import Decisions

_MOST_PAIRS = 50
_EFFORT = 200_000
"""Claims and steps that are judged again before a search is stopped."""


@attrs.frozen
class Critical:
    """Leaves whose rejection, all together, changes the standing of the thesis."""

    leaves: tuple[str, ...]
    """One label; two, for a pair; or every leaf that rests on one source."""
    before: Standing
    after: Standing
    source: str | None = None
    """The key of that source."""


@attrs.frozen
class CriticalPairs:
    """Pairs of leaves, neither critical, that are critical together."""

    pairs: tuple[Critical, ...]
    """The first of them, in the order of the map."""
    total: int
    """How many were found."""
    stopped: bool
    """Whether the search was stopped before all pairs were tried; then there may be more."""


@attrs.frozen
class Change:
    """A claim whose standing or strength is another under other verdicts."""

    label: str
    standing_before: Standing
    standing_after: Standing
    strength_before: float | None
    """None where a loop at the claim or below it did not settle."""
    strength_after: float | None


def leaves(standings: Standings, thesis: str) -> tuple[str, ...]:
    """The labels of the leaves on which the standing of a thesis depends, in the order of the map.

    Raises UnknownClaim.
    """
    return tuple(standings.graph.claims[leaf].label for leaf in _leaves(standings, thesis))


def critical_claims(standings: Standings, thesis: str) -> tuple[Critical, ...]:
    """The leaves whose rejection alone changes the thesis' standing, and which way; in the map's order.

    Raises UnknownClaim.
    """
    trial = _Trial(standings, thesis)
    found = ((leaf, trial.rejecting((leaf,))) for leaf in _leaves(standings, thesis))
    return tuple(trial.critical((leaf,), after) for leaf, after in found if after != trial.before)


def critical_pairs(
    standings: Standings, thesis: str, *, most: int = _MOST_PAIRS, effort: int = _EFFORT
) -> CriticalPairs:
    """Pairs of leaves neither of which is critical and that are together; at most `most` are listed.

    The search is stopped when it has judged `effort` claims and steps again. Raises UnknownClaim.
    """
    trial = _Trial(standings, thesis)
    rest = [leaf for leaf in _leaves(standings, thesis) if trial.rejecting((leaf,)) == trial.before]
    found: list[Critical] = []
    total = 0
    for pair in combinations(rest, 2):
        if trial.effort >= effort:
            return CriticalPairs(tuple(found), total, stopped=True)
        after = trial.rejecting(pair)
        if after != trial.before:
            total += 1
            if len(found) < most:
                found.append(trial.critical(pair, after))
    return CriticalPairs(tuple(found), total, stopped=False)


def critical_sources(standings: Standings, thesis: str) -> tuple[Critical, ...]:
    """The sources without which the thesis' standing would be another, in the order of first citation.

    Together with a source, all leaves whose citations name it and no other are rejected; a leaf that cites
    nothing is not counted to the mapped text. Raises UnknownClaim.
    """
    trial = _Trial(standings, thesis)
    resting: dict[str, list[int]] = {}
    for leaf in _leaves(standings, thesis):
        keys = {citation.key for citation in standings.graph.claims[leaf].citations}
        if len(keys) == 1:
            resting.setdefault(keys.pop(), []).append(leaf)
    found = ((key, group, trial.rejecting(group)) for key, group in resting.items())
    return tuple(
        attrs.evolve(trial.critical(group, after), source=key)
        for key, group, after in found
        if after != trial.before
    )


def what_if(standings: Standings, strengths: Strengths, verdicts: Decisions) -> tuple[Change, ...]:
    """The claims whose standing or strength is another with these verdicts on top, in the order of the map.

    Both judgements must be of one graph. Raises UnknownClaim.
    """
    after = judge_again(standings, verdicts)
    strengths_after, changed = changed_strength(strengths, verdicts)
    graph = standings.graph
    old, new = standings.fixpoint.claims, after.fixpoint.claims
    moved = {claim for claim in after.changed if SEEN[old[claim]] != SEEN[new[claim]]}
    return tuple(
        Change(
            graph.claims[claim].label,
            SEEN[old[claim]],
            SEEN[new[claim]],
            strengths.of_claims[claim],
            strengths_after.of_claims[claim],
        )
        for claim in sorted(moved.union(changed))
    )


class _Trial:
    """Tries rejections on one copy of a judgement, and takes each back.

    When all that is still to come follows from one claim or step alone, the thesis' standing depends on
    nothing but its state: that is kept, so that what lies far above many leaves is judged once.
    """

    def __init__(self, standings: Standings, thesis: str) -> None:
        self.graph = standings.graph
        self.thesis = standings.graph.claim(thesis)
        self.fixpoint: Fixpoint = standings.fixpoint.copy()
        self.before = SEEN[self.fixpoint.claims[self.thesis]]
        self.effort = 0
        """How many claims and steps have been judged again, or left as they were for that."""
        self._known: dict[tuple[int, int], Standing] = {}

    def rejecting(self, group: Sequence[int]) -> Standing:
        """The standing of the thesis when these claims are rejected."""
        fixpoint = self.fixpoint
        passed: list[tuple[int, int]] = []
        found: Standing | None = None
        place = self.graph.standing_order.place

        def is_known(node: int) -> bool:
            nonlocal found
            if place[node] >= place[self.thesis]:
                found = SEEN[fixpoint.claims[self.thesis]]
                return True
            state = fixpoint.state(node)
            if isinstance(state, int):
                found = self._known.get((node, state))
                passed.append((node, state))
            return found is not None

        verdicts = dict(fixpoint.verdicts)
        log = redo(fixpoint, dict.fromkeys(group, DENIED), is_known=is_known)
        after = found or SEEN[fixpoint.claims[self.thesis]]
        for node, state in log:
            fixpoint.restore(node, state)
        fixpoint.verdicts = verdicts
        self._known.update(dict.fromkeys(passed, after))
        self.effort += len(log) + len(group)
        return after

    def critical(self, group: Sequence[int], after: Standing) -> Critical:
        labels = tuple(self.graph.claims[leaf].label for leaf in group)
        return Critical(labels, self.before, after)


def _leaves(standings: Standings, thesis: str) -> list[int]:
    graph = standings.graph
    below = set(_below(standings, graph.claim(thesis)))
    return [
        number
        for number, claim in enumerate(graph.claims)
        if number in below and not claim.raised and not graph.reasons[number]
    ]


def _below(standings: Standings, thesis: int) -> Iterator[int]:
    """The claims on which the standing of a claim depends, itself included; rivals are among them."""
    graph = standings.graph
    waiting, known_claims, known_steps = [thesis], {thesis}, set[int]()
    while waiting:
        claim = waiting.pop()
        yield claim
        nearer = [rival for question in graph.asked.get(claim, ()) for rival in graph.answers[question]]
        steps = [*graph.reasons[claim], *graph.objections[claim]]
        while steps:
            step = steps.pop()
            if step not in known_steps:
                known_steps.add(step)
                nearer += graph.premises[step]
                steps += graph.undercuts[step]
        for near in nearer:
            if near not in known_claims:
                known_claims.add(near)
                waiting.append(near)
