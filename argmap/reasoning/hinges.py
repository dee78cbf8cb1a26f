"""Hinges: what the standing of a thesis rests on, and what would be otherwise under other verdicts.

A *leaf* is an asserted claim without reasons. Nothing here touches the map, and only what lies above a
verdict is judged again; the searches try many rejections at once (`trials`).
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, islice

import attrs

from argmap.reasoning.standing import SEEN, Standing, Standings, judge_again
from argmap.reasoning.strength import Strengths, strength_again
from argmap.reasoning.trials import nodes_below, rejecting
from argmap.reasoning.verdicts import Decisions

_MOST_PAIRS = 50
_STRETCH = 256
"""Claims that are compared at once."""
_AT_ONCE = 4096
"""Rejections that are tried together: more would take memory and save little time."""
_EFFORT = 60_000
"""Claims and steps that are judged, each for as many rejections at once, before a search is stopped."""


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
    return tuple(standings.graph.claims[leaf].label for leaf in _Thesis(standings, thesis).leaves())


def critical_claims(standings: Standings, thesis: str) -> tuple[Critical, ...]:
    """The leaves whose rejection alone changes the thesis' standing, and which way; in the map's order.

    Raises UnknownClaim.
    """
    found = _Thesis(standings, thesis)
    return tuple(found.critical((leaf,) for leaf in found.leaves()))


def critical_pairs(
    standings: Standings, thesis: str, *, most: int = _MOST_PAIRS, effort: int = _EFFORT
) -> CriticalPairs:
    """Pairs of leaves neither of which is critical and that are together; at most `most` are listed.

    The search is stopped when claims and steps were judged `effort` times, each time for some thousand
    pairs. Raises UnknownClaim.
    """
    found = _Thesis(standings, thesis)
    alone = found.rejecting((leaf,) for leaf in found.leaves())
    pairs = combinations([leaf for (leaf,), after in alone if after == found.before], 2)
    listed: list[Critical] = []
    total = 0
    while some := list(islice(pairs, _AT_ONCE)):
        if found.effort >= effort:
            return CriticalPairs(tuple(listed), total, stopped=True)
        critical = list(found.critical(some))
        listed += critical[: most - len(listed)]
        total += len(critical)
    return CriticalPairs(tuple(listed), total, stopped=False)


def critical_sources(standings: Standings, thesis: str) -> tuple[Critical, ...]:
    """The sources without which the thesis' standing would be another, in the order of first citation.

    Together with a source, all leaves whose citations name it and no other are rejected; a leaf that cites
    nothing is not counted to the mapped text. Raises UnknownClaim.
    """
    found = _Thesis(standings, thesis)
    resting: dict[str, list[int]] = {}
    for leaf in found.leaves():
        keys = {citation.key for citation in standings.graph.claims[leaf].citations}
        if len(keys) == 1:
            resting.setdefault(keys.pop(), []).append(leaf)
    claims = standings.graph.claims
    return tuple(
        Critical(tuple(claims[leaf].label for leaf in group), found.before, after, source)
        for source, (group, after) in zip(resting, found.rejecting(resting.values()), strict=True)
        if after != found.before
    )


def what_if(standings: Standings, strengths: Strengths, verdicts: Decisions) -> tuple[Change, ...]:
    """The claims whose standing or strength is another with these verdicts on top, in the order of the map.

    Both judgements must be of one graph. Raises UnknownClaim.
    """
    after = judge_again(standings, verdicts)
    return changes(standings, after, strengths, strength_again(strengths, verdicts))


def changes(
    standings: Standings, standings_after: Standings, strengths: Strengths, strengths_after: Strengths
) -> tuple[Change, ...]:
    """The claims whose standing or strength differs between judgements of one graph, in the map's order."""
    states, states_after = standings.fixpoint.claims, standings_after.fixpoint.claims
    figures, figures_after = strengths.of_claims, strengths_after.of_claims
    claims = standings.graph.claims
    compared = (
        Change(
            claims[number].label,
            SEEN[states[number]],
            SEEN[states_after[number]],
            figures[number],
            figures_after[number],
        )
        for some in _stretches(len(claims))
        # Few claims of many are judged again, and lists of the very same objects are compared fast.
        if states[some] != states_after[some] or figures[some] != figures_after[some]
        for number in range(some.start, some.stop)
        if states[number] != states_after[number] or figures[number] != figures_after[number]
    )
    return tuple(
        change
        for change in compared
        if change.standing_before != change.standing_after or change.strength_before != change.strength_after
    )


def _stretches(count: int) -> Iterator[slice]:
    return (slice(start, min(start + _STRETCH, count)) for start in range(0, count, _STRETCH))


class _Thesis:
    """A thesis, with what its standing depends on, and how it stands when claims are rejected."""

    def __init__(self, standings: Standings, thesis: str) -> None:
        self.standings = standings
        self.number = standings.graph.claim(thesis)
        self.before = SEEN[standings.fixpoint.claims[self.number]]
        self.below = nodes_below(standings.graph, self.number)
        self.effort = 0
        """How often a claim or step has been judged again; trials that are made together count once."""

    def leaves(self) -> list[int]:
        """The leaves below the thesis; answers bear on it too where their rivals do, by a verdict on them."""
        graph = self.standings.graph
        first_question = len(graph.claims) + len(graph.steps)
        return [
            number
            for number, claim in enumerate(graph.claims)
            if not claim.raised
            and not graph.reasons[number]
            and (
                number in self.below
                or any(first_question + question in self.below for question in graph.asked.get(number, ()))
            )
        ]

    def rejecting(self, groups: Iterable[Sequence[int]]) -> Iterator[tuple[Sequence[int], Standing]]:
        """How the thesis stands when each of these groups of claims is rejected."""
        rest = iter(groups)
        while some := list(islice(rest, _AT_ONCE)):
            states, judged = rejecting(self.standings, self.number, some, below=self.below)
            self.effort += judged
            yield from zip(some, (SEEN[state] for state in states), strict=True)

    def critical(self, groups: Iterable[Sequence[int]]) -> Iterator[Critical]:
        """The groups of claims whose rejection changes the standing of the thesis."""
        claims = self.standings.graph.claims
        for group, after in self.rejecting(groups):
            if after != self.before:
                yield Critical(tuple(claims[leaf].label for leaf in group), self.before, after)
