"""Influence: worked by hand, and against the difference that a small change makes."""

from random import Random
from typing import get_args

import attrs
import pytest
from argued_maps import chances, made_map, made_verdicts
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_strength import RING

import argmap
from argmap.model.elements import Likelihood
from argmap.model.map import ArgumentMap
from argmap.reasoning.influence import NoStrength, effect_of_rejecting, influence
from argmap.reasoning.semantics import SemanticsName
from argmap.reasoning.strength import Strengths, strength
from argmap.reasoning.verdicts import ACCEPT, Decisions

_APART = 1e-3
"""Premises, and the two sides of DF-QuAD, that lie closer than this are near a kink."""
_H = 1e-5


def likely(argument_map: ArgumentMap, label: str, value: float) -> ArgumentMap:
    claim = attrs.evolve(argument_map.claims[label], likelihood=Likelihood(value))
    return attrs.evolve(argument_map, claims={**argument_map.claims, label: claim})


def left(strengths: list[float | None]) -> float:
    product = 1.0
    for one in strengths:
        product *= 1 - (one or 0.0)
    return product


def is_smooth(found: Strengths) -> bool:
    """Whether no figure lies near a kink, where two sides have different slopes."""
    for step in found.graph.map.inferences.values():
        weakest = sorted(found.of(premise.claim) or 0.0 for premise in step.premises)
        if len(weakest) > 1 and weakest[1] - weakest[0] < _APART:
            return False
    argument_map = found.graph.map
    sides = [
        [
            left([found.steps[step.id] for step in steps(label)])
            for steps in (argument_map.reasons, argument_map.objections)
        ]
        for label in argument_map.claims
        if argument_map.steps_on(label)
    ]
    return found.semantics.name != "df-quad" or all(abs(pro - con) >= _APART for pro, con in sides)


def central_difference(
    argument_map: ArgumentMap, label: str, base: float, semantics: SemanticsName, verdicts: Decisions
) -> float:
    high, low = (
        strength(likely(argument_map, label, base + change), semantics=semantics, verdicts=verdicts).of("c0")
        for change in (_H, -_H)
    )
    assert high is not None
    assert low is not None
    return (high - low) / (2 * _H)


@given(chances(), st.sampled_from(get_args(SemanticsName)), st.booleans())
@settings(max_examples=150, deadline=None)
def test_influence_is_the_slope_of_the_strength(
    chance: Random, semantics: SemanticsName, loops: bool
) -> None:
    argument_map = made_map(chance, claims=chance.randint(2, 7), steps=chance.randint(1, 10), loops=loops)
    for label in argument_map.claims:
        argument_map = likely(argument_map, label, round(chance.uniform(0.01, 0.99), 4))
    verdicts = made_verdicts(chance, argument_map, most=1)
    found = strength(argument_map, semantics=semantics, verdicts=verdicts)
    assume(not found.unsettled and is_smooth(found))
    slopes = influence(found, "c0")
    for label, claim in argument_map.claims.items():
        assert claim.likelihood is not None
        slope = slopes[label].slope if label in slopes else 0.0
        expected = central_difference(argument_map, label, claim.likelihood.value, semantics, verdicts)
        assert slope == pytest.approx(expected, abs=1e-4)


def slopes_of(
    text: str, semantics: SemanticsName = "quadratic-energy"
) -> dict[str, tuple[float, bool, bool]]:
    found = influence(strength(argmap.parse(text), semantics=semantics), "t")
    return {label: (one.slope, one.tied, one.balanced) for label, one in found.items()}


def test_influence_comes_out_as_by_hand() -> None:
    # E = 0.5 * 0.8 = 0.4, h = 0.16/1.16. By t's own base: 1 - h. By a: (1 - 0.5) * h'(0.4) * 0.5, where
    # h'(x) = 2x / (1 + x^2)^2.
    found = slopes_of("claim t: T\n  because a: A {80%}\nclaim apart: B\n")
    assert found == {
        "t": (pytest.approx(1 - 0.16 / 1.16), False, False),
        "a": (pytest.approx(0.5 * 0.8 / 1.16**2 * 0.5), False, False),
    }


def test_tied_weakest_premises_share_and_are_marked() -> None:
    # As above, with a and b both 0.8: each has half of the slope; c is not the weakest.
    found = slopes_of("claim t: T\n  because a: A {80%}\n  and b: B {80%}\n  and c: C {90%}\n")
    half = pytest.approx(0.5 * 0.8 / 1.16**2 * 0.5 / 2)
    assert found["a"] == found["b"] == (half, True, False)
    assert found["c"] == (0.0, False, False)
    assert found["t"] == (pytest.approx(1 - 0.16 / 1.16), False, False)


def test_a_tie_in_a_loop_marks_what_flows_through_it() -> None:
    # t and u support each other; a and b tie in the step to u, apart from the loop.
    text = "claim t: T\n  because u: U\n    because @t\n    because a: A {30%}\n    and b: B {30%}\n"
    found = slopes_of(text + "  because c: C\n")
    assert found["a"] == found["b"]
    assert found["a"][0] > 0
    assert found["a"][1]


def test_a_kink_of_df_quad_takes_the_mean_and_is_marked() -> None:
    # va = vs = 0.25. Above the kink the slope by a is (1 - 0.8) * 0.5, below it 0.8 * 0.5: the mean is 0.25.
    found = slopes_of("claim t: T {80%}\n  because a: A\n  but b: B\n", "df-quad")
    assert found["a"] == (pytest.approx(0.25), True, False)
    assert found["b"] == (pytest.approx(-0.25), True, False)
    assert found["t"] == (pytest.approx(1.0), False, False)


def test_in_balance_the_slope_is_0_and_rejecting_shows_more() -> None:
    text = "claim t: T\n  because a: A {conclusive}\n    because c: C\n"
    text += "  but b: B {conclusive}\n    because d: D\n"
    found = strength(argmap.parse(text))
    slopes = influence(found, "t")
    assert {
        label: (one.slope, one.balanced) for label, one in slopes.items() if label != "t"
    } == dict.fromkeys(("a", "b", "c", "d"), (0.0, True))
    # Without a, E = -(0.5 + 0.5/17), the strength of b.
    energy = 0.5 + 0.5 / 17
    effect = effect_of_rejecting(found, "t", "a")
    assert effect == pytest.approx(-0.5 * energy**2 / (1 + energy**2))


def test_a_verdict_leaves_no_influence() -> None:
    argument_map = argmap.parse("claim t: T\n  because a: A\n    because b: B\n")
    found = influence(strength(argument_map, verdicts={"a": ACCEPT}), "t")
    assert {label: one.slope for label, one in found.items() if label != "t"} == {"a": 0.0, "b": 0.0}
    assert not any(one.balanced for one in found.values())


def test_a_failed_step_has_no_influence() -> None:
    text = "claim t: T {70%}\n  because a: A\n  by position to know {honesty: fails}\n  unless b: B {40%}\n"
    assert slopes_of(text)["a"][0] == slopes_of(text + "  because c: C\n")["a"][0] == 0.0


def test_a_loop_that_did_not_settle_has_no_influence() -> None:
    found = strength(argmap.parse(RING + "claim sure: S {100%}\n"))
    with pytest.raises(NoStrength, match="r0 has no strength: a loop at it or below it did not settle"):
        influence(found, "r0")
    assert influence(found, "sure")["sure"].slope == 1.0


@pytest.mark.slow
def test_influence_goes_through_many_thousand_levels() -> None:
    lines = ["claim c0: C"] + [f"claim c{n}: C\n  because @c{n - 1}" for n in range(1, 10_000)]
    found = influence(strength(argmap.parse("\n".join(lines))), "c9999")
    assert len(found) == 10_000
    assert found["c9998"].slope > 0 == found["c0"].slope
