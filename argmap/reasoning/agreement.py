"""How far readers agree: their verdicts claim by claim, and Fleiss' kappa over all of them.

Each claim is a subject, each reader a rater, each of `accept`, `reject` and `doubt` a category. Where
r_ik readers put claim i into category k, r_i = sum over k of r_ik gave a verdict on it at all, and:

- agreement on claim i, for r_i >= 2, is the share of the pairs of readers that give the same verdict:
  P_i = sum over k of r_ik (r_ik - 1) / (r_i (r_i - 1));
- observed agreement p_a is the mean of P_i over the claims with r_i >= 2;
- the share of category k is pi_k = the mean of r_ik / r_i over the claims with r_i >= 1, and the agreement
  that chance alone would give is p_e = sum over k of pi_k squared;
- kappa = (p_a - p_e) / (1 - p_e), from 1 (all agree) through 0 (as much as by chance) to below 0.

With the same number of readers on every claim this is kappa as Fleiss defined it ("Measuring nominal scale
agreement among many raters", *Psychological Bulletin* 76, 1971). Readers leave claims out, and for that we
follow Gwet's generalisation to missing ratings (*Handbook of Inter-Rater Reliability*, 4th ed. 2014, ch. 2):
a claim counts by the readers who judged it, and one that a single reader judged counts for p_e only.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from typing import Literal

import attrs

from argmap.model.elements import Review, Verdict
from argmap.model.map import ArgumentMap

JUDGEMENTS = ("accept", "doubt", "reject")
"""The verdicts that judge; `ask` does not."""

Undefined = Literal["nothing to compare", "one category"]


@attrs.frozen
class Agreement:
    """Agreement over all subjects; figures are None where they are not defined."""

    observed: float | None
    """p_a, in [0, 1]."""
    expected: float | None
    """p_e, in (0, 1]."""
    kappa: float | None
    """At most 1."""
    compared: int
    """Subjects with at least two ratings."""
    undefined: Undefined | None = None
    """Why there is no kappa: no subject has two ratings, or all ratings are of one category."""


@attrs.frozen
class Opinion:
    """What one reader says of one claim or question."""

    reader: str
    verdict: Verdict


@attrs.frozen
class Opinions:
    """All that readers say of one claim, or ask of a claim or question."""

    label: str
    judgements: tuple[Opinion, ...]
    asked: tuple[Opinion, ...]
    agreement: float | None
    """P_i, in [0, 1]; None with fewer than two judgements."""

    def count(self, kind: str) -> int:
        """How many readers gave this verdict."""
        return sum(opinion.verdict.kind == kind for opinion in self.judgements)


@attrs.frozen
class Consensus:
    """The verdicts of several readers on one map, the most disputed claim first.

    Claims that fewer than two readers judged come after the others, then what was only asked about.
    """

    reviews: tuple[Review, ...]
    targets: tuple[Opinions, ...]
    overall: Agreement
    silent: int
    """Claims that nobody judged."""


def fleiss_kappa(ratings: Iterable[Mapping[str, int]]) -> Agreement:
    """Kappa of ratings: for each subject, how many raters chose each category (see above).

    Subjects may have different numbers of ratings; those with none are passed over. Worked out in
    fractions, so that no order of subjects or categories makes a difference.
    """
    rated = [counts for counts in ratings if sum(counts.values())]
    shares = [share for counts in rated if (share := _agreement(counts)) is not None]
    if not shares:
        return Agreement(None, None, None, 0, "nothing to compare")
    observed = sum(shares, Fraction()) / len(shares)
    categories: dict[str, Fraction] = {}
    for counts in rated:
        total = sum(counts.values())
        for category, count in counts.items():
            categories[category] = categories.get(category, Fraction()) + Fraction(count, total)
    expected = sum(((share / len(rated)) ** 2 for share in categories.values()), Fraction())
    if expected == 1:
        return Agreement(float(observed), 1.0, None, len(shares), "one category")
    kappa = (observed - expected) / (1 - expected)
    return Agreement(float(observed), float(expected), float(kappa), len(shares))


def consensus(argument_map: ArgumentMap, reviews: Sequence[Review]) -> Consensus:
    """What the reviews say of a map, claim by claim.

    The most disputed claim, with the lowest agreement, is first; of those alike, the one that more readers
    both accept and reject, then the one that more readers judged, then the earlier one. Verdicts on what the
    map does not have are left out. A reader must not have two reviews.
    """
    said: dict[str, list[Opinion]] = {label: [] for label in (*argument_map.claims, *argument_map.questions)}
    for review in reviews:
        for verdict in review.verdicts:
            if verdict.target in said:
                said[verdict.target].append(Opinion(review.reader, verdict))
    targets = [_opinions(label, opinions) for label, opinions in said.items() if opinions]
    return Consensus(
        reviews=tuple(reviews),
        targets=tuple(sorted(targets, key=_peace)),
        overall=fleiss_kappa(_counts(target) for target in targets),
        silent=len(argument_map.claims) - sum(bool(target.judgements) for target in targets),
    )


def _opinions(label: str, opinions: Sequence[Opinion]) -> Opinions:
    judgements = tuple(opinion for opinion in opinions if opinion.verdict.kind != "ask")
    asked = tuple(opinion for opinion in opinions if opinion.verdict.kind == "ask")
    found = Opinions(label, judgements, asked, None)
    share = _agreement(_counts(found))
    return found if share is None else attrs.evolve(found, agreement=float(share))


def _counts(target: Opinions) -> Mapping[str, int]:
    return {kind: target.count(kind) for kind in JUDGEMENTS}


def _agreement(counts: Mapping[str, int]) -> Fraction | None:
    """The share of pairs of raters who agree; None where there is no pair."""
    total = sum(counts.values())
    if total < 2:
        return None
    return Fraction(sum(count * (count - 1) for count in counts.values()), total * (total - 1))


def _peace(target: Opinions) -> tuple[float, int, int]:
    """The order of claims: least agreement first; without a pair of verdicts last."""
    contrary = min(target.count("accept"), target.count("reject"))
    share = 2.0 if target.agreement is None else target.agreement
    return share, -contrary, -len(target.judgements)
