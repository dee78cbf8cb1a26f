"""What the theses hinge on, as one list, the worst first, looked for in steps, so that it can be stopped."""

from collections.abc import Iterator, Mapping
from typing import Literal

import attrs

from argmap.model.elements import Citation
from argmap.model.reference_text import cite, full_reference
from argmap.reasoning.explanation import claim_name, listed
from argmap.reasoning.hinges import Critical, critical_claims, critical_pairs, critical_sources
from argmap.reasoning.influence import NoStrength, influence
from argmap.reasoning.judgement import Judgement
from argmap.reasoning.standing import Standing

HingeKind = Literal["claim", "source", "pair", "strength"]

_MOST_THESES = 5
_MOST_MOVING = 8
"""Claims that move the strength of a thesis most, listed though its standing does not hinge on them."""
_LEAST_SLOPE = 0.005  # what would be written as 0.00
_EFFORT = 30_000
"""For the pairs of all theses together, so that they take a second or two; see `critical_pairs`."""
_RANKS: Mapping[Standing, int] = {"stands": 2, "open": 1, "falls": 0}
_KINDS: tuple[HingeKind, ...] = ("claim", "source", "pair", "strength")


@attrs.frozen
class Outcome:
    """What becomes of a thesis."""

    thesis: str
    name: str
    before: Standing
    after: Standing


@attrs.frozen
class Hinge:
    """Something on which theses rest.

    A `claim` or a `pair` of claims whose rejection turns a thesis, a `source` without which one turns, or a
    claim that only moves the `strength` of one.
    """

    kind: HingeKind
    labels: tuple[str, ...]
    """The claims; of a source, those that rest on it alone."""
    name: str
    """What to call it: the claim, both claims, or the source in short."""
    text: str
    """The text of the claim or claims, or the full reference."""
    outcomes: tuple[Outcome, ...] = ()
    slope: float = 0.0
    """By how much the strength of the thesis moves with the claim's base score: of the greatest amount."""
    source: str | None = None

    @property
    def harm(self) -> int:
        """How bad its loss is for the theses: 2 for each that falls instead of standing; below 0, good."""
        return sum(_RANKS[one.before] - _RANKS[one.after] for one in self.outcomes)


@attrs.frozen
class HingesFound:
    """What was found so far, the worst first: the last is `complete`."""

    hinges: tuple[Hinge, ...] = ()
    complete: bool = False
    left_out: tuple[str, ...] = ()
    """What was not looked at, or not to the end, in sentences."""


def find_hinges(found: Judgement) -> Iterator[HingesFound]:
    """What the theses of a judgement hinge on: after each search what is known, of single claims first.

    The first five theses are looked at, and pairs with a limit on the work. Whoever no longer needs the rest
    stops asking.
    """
    theses = found.theses[:_MOST_THESES]
    search = _Search(found)
    for look in (search.claims, search.sources, search.influence, search.pairs):
        for thesis in theses:
            look(thesis, len(theses))
            yield search.so_far()
    for thesis in theses:
        if thesis in found.standings.decisions:
            name = claim_name(found.standings, thesis)
            search.left_out.append(f"A verdict decides {name}, whatever else is accepted or rejected.")
    if more := len(found.theses) - len(theses):
        search.left_out.append(f"Of {len(found.theses):,} main claims, {more:,} were not looked at.")
    yield attrs.evolve(search.so_far(), complete=True)


class _Search:
    def __init__(self, found: Judgement) -> None:
        self.found = found
        self.hinges: dict[tuple[HingeKind, tuple[str, ...], str | None], Hinge] = {}
        self.left_out: list[str] = []

    def claims(self, thesis: str, _: int) -> None:
        self._add("claim", critical_claims(self.found.standings, thesis), thesis)

    def sources(self, thesis: str, _: int) -> None:
        self._add("source", critical_sources(self.found.standings, thesis), thesis)

    def pairs(self, thesis: str, theses: int) -> None:
        pairs = critical_pairs(self.found.standings, thesis, effort=_EFFORT // theses)
        self._add("pair", pairs.pairs, thesis)
        name = self._name(thesis)
        if pairs.stopped:
            self.left_out.append(f"The search for pairs that {name} rests on was stopped: there may be more.")
        elif (more := pairs.total - len(pairs.pairs)) > 0:
            self.left_out.append(f"{more:,} more pairs that {name} rests on are not listed.")

    def influence(self, thesis: str, _: int) -> None:
        try:
            slopes = influence(self.found.strengths, thesis)
        except NoStrength as problem:
            self.left_out.append(
                f"What moves the strength of {self._name(thesis)} cannot be said: {problem}."
            )
            return
        ranked = sorted(
            (one for label, one in slopes.items() if label != thesis and abs(one.slope) >= _LEAST_SLOPE),
            key=lambda one: -abs(one.slope),
        )
        for one in ranked:
            known = self.hinges.get(("claim", (one.label,), None))
            if known is not None and abs(one.slope) > abs(known.slope):
                self.hinges["claim", (one.label,), None] = attrs.evolve(known, slope=one.slope)
        others = [one for one in ranked if ("claim", (one.label,), None) not in self.hinges]
        standing = self.found.standings.of(thesis)
        for one in others[:_MOST_MOVING]:
            key: tuple[HingeKind, tuple[str, ...], str | None] = ("strength", (one.label,), None)
            known = self.hinges.get(key) or self._hinge(*key)
            outcome = Outcome(thesis, self._name(thesis), standing, standing)
            slope = max(known.slope, one.slope, key=abs)
            self.hinges[key] = attrs.evolve(known, outcomes=(*known.outcomes, outcome), slope=slope)

    def so_far(self) -> HingesFound:
        """What is known, the worst first."""
        ranked = sorted(self.hinges.values(), key=_rank)
        return HingesFound(tuple(ranked), left_out=tuple(self.left_out))

    def _add(self, kind: HingeKind, found: tuple[Critical, ...], thesis: str) -> None:
        for one in found:
            if one.leaves == (thesis,):
                continue  # that a thesis falls when it is rejected is nothing to be told
            key = (kind, () if one.source else one.leaves, one.source)
            known = self.hinges.get(key) or self._hinge(kind, one.leaves, one.source)
            outcome = Outcome(thesis, self._name(thesis), one.before, one.after)
            labels = tuple(dict.fromkeys((*known.labels, *one.leaves)))
            self.hinges[key] = attrs.evolve(known, labels=labels, outcomes=(*known.outcomes, outcome))

    def _hinge(self, kind: HingeKind, labels: tuple[str, ...], source: str | None) -> Hinge:
        if source is not None:
            entry = self.found.map.sources.get(source)
            name = cite(entry, Citation(source))
            return Hinge(kind, labels, name, full_reference(entry) if entry else source, source=source)
        names = listed([self._name(label) for label in labels])
        texts = " / ".join(self.found.map.claims[label].text for label in labels)
        return Hinge(kind, labels, names, texts)

    def _name(self, label: str) -> str:
        return claim_name(self.found.standings, label)


def _rank(hinge: Hinge) -> tuple[bool, int, int, float]:
    return hinge.kind == "strength", -hinge.harm, _KINDS.index(hinge.kind), -abs(hinge.slope)
