"""A whole judgement of a map: standings and strengths, what the theses hinge on, what a what-if changed."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import islice

import attrs

from argmap.model.elements import Standard
from argmap.model.map import ArgumentMap
from argmap.reasoning.graph import bearing_on, graph_of
from argmap.reasoning.hinges import (
    Change,
    Critical,
    CriticalPairs,
    changes,
    critical_claims,
    critical_pairs,
    critical_sources,
)
from argmap.reasoning.influence import Influence, NoStrength, effect_of_rejecting, influence
from argmap.reasoning.semantics import SemanticsName
from argmap.reasoning.standing import Standings, judge, judge_again
from argmap.reasoning.strength import Strengths, strength, strength_again
from argmap.reasoning.verdicts import Decisions

_MOST_THESES = 5
"""Main claims whose hinges are looked for, where nobody asked about certain claims."""
_MOST_TRIED = 20
"""Claims in balance that are rejected on trial, the nearest to the thesis first."""
_EFFORT = 30_000
"""For the pairs of all theses together, so that an answer takes a second or two; see `critical_pairs`."""


@attrs.frozen
class Hinges:
    """What the standing and the strength of one thesis rest on."""

    thesis: str
    claims: tuple[Critical, ...]
    pairs: CriticalPairs
    sources: tuple[Critical, ...]
    influence: Mapping[str, Influence]
    """By label, of every claim that bears on the thesis, and its own; none where a loop did not settle."""
    effects: Mapping[str, float]
    """By label, how far rejecting a claim moves the thesis' strength, for claims whose slope is 0 only
    because a claim above is in balance: the nearest of them."""
    without_influence: str | None = None
    """Why there is no influence: the sentence of NoStrength."""


@attrs.frozen(eq=False, repr=False)
class Judgement:
    """One judgement of one map, with what a what-if changed. Hinges are looked for on demand."""

    standings: Standings
    strengths: Strengths
    theses: tuple[str, ...]
    """The claims that the judgement is about, by label."""
    tried: Decisions
    """The verdicts of the what-if, which count in the standings and strengths."""
    changes: tuple[Change, ...]
    """What the what-if changed, in the order of the map."""
    asked: bool = False
    """Whether somebody asked about these claims; else they are the main claims of the map."""

    @property
    def map(self) -> ArgumentMap:
        """The map that is judged."""
        return self.standings.graph.map

    @cached_property
    def hinges(self) -> Mapping[str, Hinges]:
        """By label, what each thesis hinges on: the first five, or all that somebody asked about."""
        theses = self.theses if self.asked else self.theses[:_MOST_THESES]
        return {thesis: self._hinges(thesis, _EFFORT // len(theses)) for thesis in theses}

    def _hinges(self, thesis: str, effort: int) -> Hinges:
        standings, missing, effects = self.standings, None, dict[str, float]()
        try:
            found = influence(self.strengths, thesis)
            effects = self._effects(thesis, found)
        except NoStrength as problem:
            found, missing = {}, str(problem)
        return Hinges(
            thesis,
            critical_claims(standings, thesis),
            critical_pairs(standings, thesis, effort=effort),
            critical_sources(standings, thesis),
            found,
            effects,
            missing,
        )

    def _effects(self, thesis: str, found: Mapping[str, Influence]) -> dict[str, float]:
        graph = self.standings.graph
        nearest = (
            graph.claims[node].label
            for node in bearing_on(graph, [graph.claim(thesis)])
            if node < len(graph.claims)
        )
        balanced = islice((label for label in nearest if found[label].balanced), _MOST_TRIED)
        tried = {label: effect_of_rejecting(self.strengths, thesis, label) for label in balanced}
        return {label: effect for label, effect in tried.items() if effect is not None}


def judgement(
    argument_map: ArgumentMap,
    *,
    standard: Standard | None = None,
    semantics: SemanticsName = "quadratic-energy",
    verdicts: Decisions | None = None,
    trying: Decisions | None = None,
    about: Sequence[str] = (),
) -> Judgement:
    """Judge a map with these verdicts, and with those of the what-if `trying` on top of them.

    `standard` stands in for the map's own; `about` for its main claims. Raises UnknownClaim when a label is
    none of the map's.
    """
    graph = graph_of(argument_map)
    theses = tuple(dict.fromkeys(about)) or main_claims(argument_map)
    for label in theses:
        graph.claim(label)
    standings = judge(graph, standard=standard, verdicts=verdicts)
    strengths = strength(graph, semantics=semantics, verdicts=verdicts)
    found = Judgement(standings, strengths, theses, {}, (), asked=bool(about))
    if not trying:
        return found
    standings_after, strengths_after = judge_again(standings, trying), strength_again(strengths, trying)
    return attrs.evolve(
        found,
        standings=standings_after,
        strengths=strengths_after,
        tried=trying,
        changes=changes(standings, standings_after, strengths, strengths_after),
    )


def main_claims(argument_map: ArgumentMap) -> tuple[str, ...]:
    """The labels of what a map is about: its theses, else the answers to its questions, else its roots.

    Where everything holds up something else, in a circle, it is the first claim.
    """
    theses = [claim.label for claim in argument_map.theses]
    if theses:
        return tuple(theses)
    answers = [
        label
        for question in argument_map.questions.values()
        for label in question.answers
        if label in argument_map.claims
    ]
    roots = answers or [claim.label for claim in argument_map.roots()]
    return tuple(dict.fromkeys(roots or islice(argument_map.claims, 1)))
