"""Three gradual semantics: how far a claim goes, from its base score and the steps that bear on it.

Each takes base score w and the strengths of reasons and objections, all in [0, 1], and gives a strength in
[0, 1]. Sums and products do not depend on the order of the steps. With E the sum of the reasons less that
of the objections:

- quadratic energy (Potyka, "Continuous Dynamical Systems for Weighted Bipolar Argumentation", 2018):
  s = w + (1-w) h(E) - w h(-E), where h(x) = max(0,x)^2 / (1 + max(0,x)^2);
- DF-QuAD (Rago, Toni, Aurisicchio and Baroni, "Discontinuity-Free Decision Support with Quantitative
  Argumentation Debates", 2016): with va = 1 - prod(1 - objections) and vs = 1 - prod(1 - reasons),
  s = w - w (va - vs) if va >= vs, else w + (1-w) (vs - va);
- Euler-based (Amgoud and Ben-Naim, "Evaluation of Arguments in Weighted Bipolar Graphs", 2018):
  s = 1 - (1 - w^2) / (1 + w e^E).
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from math import exp, fsum, prod
from operator import mul
from typing import Final, Literal, Protocol

import attrs

SemanticsName = Literal["quadratic-energy", "df-quad", "euler-based"]

_OVERFLOW: Final = 700.0
"""Above this energy the Euler-based strength is 1 in floating point, and e^E no number."""
_BALANCED: Final = 1e-12
"""Energies and differences this small are 0 but for rounding."""


@attrs.frozen
class Slopes:
    """The derivatives of a claim's strength: by its base score, and by each reason and objection."""

    base: float
    reasons: Sequence[float]
    objections: Sequence[float]
    kinked: bool = False
    """Whether the slopes differ on the two sides; these are their means."""
    balanced: bool = False
    """Whether reasons and objections are in balance and the slopes by them are 0."""


class _Strength(Protocol):
    def __call__(self, base: float, reasons: Sequence[float], objections: Sequence[float]) -> float: ...


class _Slopes(Protocol):
    def __call__(self, base: float, reasons: Sequence[float], objections: Sequence[float]) -> Slopes: ...


@attrs.frozen
class Semantics:
    """A way to weigh a claim."""

    name: SemanticsName
    strength: _Strength
    slopes: _Slopes
    least: float = 0.0
    """Default base scores and verdicts are at least this, and at most 1 less it."""

    def default(self, score: float) -> float:
        """A score that nobody wrote, within the bounds."""
        return min(max(score, self.least), 1 - self.least)


def product(factors: Sequence[float]) -> float:
    """The product, the same to the last bit in whatever order the factors come."""
    return prod(sorted(factors)) if len(factors) > 1 else prod(factors)


def products_of_others(factors: Sequence[float]) -> list[float]:
    """For each factor, the product of all the others; linear, and exact where factors are 0."""
    before = accumulate(factors, mul, initial=1.0)
    after = list(accumulate(reversed(factors), mul, initial=1.0))[-2::-1]
    return [a * b for a, b in zip(before, after, strict=False)]


def _energy(reasons: Sequence[float], objections: Sequence[float]) -> float:
    return fsum((*reasons, *(-strength for strength in objections)))


def _quadratic_strength(base: float, reasons: Sequence[float], objections: Sequence[float]) -> float:
    energy = _energy(reasons, objections)
    impact = energy * energy / (1 + energy * energy)
    return base + (1 - base) * impact if energy > 0 else base - base * impact


def _quadratic_slopes(base: float, reasons: Sequence[float], objections: Sequence[float]) -> Slopes:
    energy = _energy(reasons, objections)
    square = energy * energy
    room = 1 - base if energy > 0 else base
    slope = room * 2 * abs(energy) / (1 + square) ** 2
    balanced = abs(energy) <= _BALANCED and bool(reasons or objections)
    return Slopes(1 / (1 + square), [slope] * len(reasons), [-slope] * len(objections), balanced=balanced)


def _df_quad_lead(reasons: Sequence[float], objections: Sequence[float]) -> float:
    """By how much the objections together lead the reasons: va - vs."""
    return product([1 - strength for strength in reasons]) - product(
        [1 - strength for strength in objections]
    )


def _df_quad_strength(base: float, reasons: Sequence[float], objections: Sequence[float]) -> float:
    lead = _df_quad_lead(reasons, objections)
    return base - base * lead if lead >= 0 else base - (1 - base) * lead


def _df_quad_slopes(base: float, reasons: Sequence[float], objections: Sequence[float]) -> Slopes:
    lead = _df_quad_lead(reasons, objections)
    kinked = abs(lead) <= _BALANCED and bool(reasons or objections)
    room = 0.5 if kinked else base if lead > 0 else 1 - base
    return Slopes(
        1 - abs(lead),
        [room * rest for rest in products_of_others([1 - strength for strength in reasons])],
        [-room * rest for rest in products_of_others([1 - strength for strength in objections])],
        # At base 0.5 both sides have the same slope.
        kinked=kinked and base != 0.5,
    )


def _euler_strength(base: float, reasons: Sequence[float], objections: Sequence[float]) -> float:
    energy = _energy(reasons, objections)
    if energy > _OVERFLOW:
        return 1.0 if base else 0.0
    return 1 - (1 - base * base) / (1 + base * exp(energy))


def _euler_slopes(base: float, reasons: Sequence[float], objections: Sequence[float]) -> Slopes:
    energy = _energy(reasons, objections)
    if energy > _OVERFLOW:
        return Slopes(0.0, [0.0] * len(reasons), [0.0] * len(objections))
    grown = exp(energy)
    below = 1 + base * grown
    slope = (1 - base * base) * base * grown / below**2
    by_base = (2 * base * below + (1 - base * base) * grown) / below**2
    return Slopes(by_base, [slope] * len(reasons), [-slope] * len(objections))


SEMANTICS: Final[Mapping[SemanticsName, Semantics]] = {
    "quadratic-energy": Semantics("quadratic-energy", _quadratic_strength, _quadratic_slopes),
    "df-quad": Semantics("df-quad", _df_quad_strength, _df_quad_slopes),
    # Euler-based, 0 and 1 never move.
    "euler-based": Semantics("euler-based", _euler_strength, _euler_slopes, least=0.01),
}
