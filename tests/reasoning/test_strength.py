"""Strength: published figures, cases worked by hand, loops, and what holds for every map."""

import json
from math import exp, prod
from pathlib import Path
from random import Random
from typing import get_args

import attrs
import pytest
from argued_maps import chances, made_claim, made_map, made_step, made_verdicts, renamed, shuffled
from hypothesis import assume, given, settings
from hypothesis import strategies as st

import argmap
from argmap.model.elements import InferenceKind, StrengthWord
from argmap.model.map import ArgumentMap
from argmap.reasoning.semantics import SemanticsName, product
from argmap.reasoning.strength import strength, strength_again
from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT, Decision

SEMANTICS: tuple[SemanticsName, ...] = get_args(SemanticsName)
PUBLISHED = json.loads((Path(__file__).parent / "data" / "strength.json").read_text(encoding="utf-8"))
_KEYS: dict[str, SemanticsName] = {
    "qe_published": "quadratic-energy",
    "qe": "quadratic-energy",
    "dfquad_published": "df-quad",
    "dfquad_continuous": "df-quad",
    "dfquad": "df-quad",
    "euler": "euler-based",
}
_FIGURES = [
    (name, key, label, figure)
    for name, graph in PUBLISHED.items()
    for key in _KEYS
    for label, figure in graph.get(key, {}).items()
]
RING = "".join(
    f"claim r{n}: R {{{base}}}\n"
    + f"  but @r{(n - 1) % 3} {{conclusive}}\n" * 4
    + "  because @sure {conclusive}\n" * 2
    for n, base in enumerate(("100%", "90%", "80%"))
)
"""A ring of three claims that attack one another round; under quadratic energy it never comes to rest."""


def graph_of_pairs(graph: dict[str, dict[str, float]]) -> ArgumentMap:
    kinds: tuple[tuple[InferenceKind, str], ...] = (("attack", "att"), ("support", "sup"))
    steps = [
        made_step(f"{source}-{kind}-{target}", kind, (source,), target, strength="conclusive")
        for kind, key in kinds
        for source, target in graph[key]
    ]
    return ArgumentMap(
        claims={label: made_claim(label, likelihood=base) for label, base in graph["w"].items()},
        inferences={step.id: step for step in steps},
    )


@pytest.mark.parametrize(("name", "key", "label", "figure"), _FIGURES)
def test_a_published_figure_comes_out(name: str, key: str, label: str, figure: float) -> None:
    found = strength(graph_of_pairs(PUBLISHED[name]), semantics=_KEYS[key]).of(label)
    digits = len(str(figure).partition(".")[2])
    assert found == pytest.approx(figure, abs=0.5 * 10**-digits + 1e-9)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Nobody says how likely: 0.5.
        ("claim t: T\n", 0.5),
        ("claim t: T {80%}\n", 0.8),
        # E = 0.5 * 0.5 = 0.25; h = 0.0625 / 1.0625 = 1/17; 0.5 + 0.5/17.
        ("claim t: T\n  because a: A\n", 0.5 + 0.5 / 17),
        # The weakest premise, 0.2, carries the step: E = 0.2, h = 0.04 / 1.04 = 1/26.
        ("claim t: T\n  because a: A {90%} {conclusive}\n  and b: B {20%}\n", 0.5 + 0.5 / 26),
        # So does a warrant.
        ("claim t: T\n  because a: A {90%} {conclusive}\n  since b: B {20%}\n", 0.5 + 0.5 / 26),
        # E = -0.8 * 0.5 = -0.4; h = 0.16 / 1.16; 0.5 - 0.5 * 0.16 / 1.16.
        ("claim t: T\n  but a: A {strong}\n", 0.5 - 0.5 * 0.16 / 1.16),
        # 0.5 for and 0.5 against: E = 0.
        ("claim t: T {70%}\n  because a: A {conclusive}\n  but b: B {conclusive}\n", 0.7),
        # The exception weighs 1 and is 0.2 likely: the step is 0.5 * 0.5 * 0.8 = 0.2.
        ("claim t: T\n  because a: A\n  unless b: B {20%}\n", 0.5 + 0.5 / 26),
        # A strength word on it counts: 0.5 * 0.4 = 0.2, and 0.8 is left again.
        ("claim t: T\n  because a: A\n  unless b: B {40%} {moderate}\n", 0.5 + 0.5 / 26),
        # Two exceptions leave 0.5 * 0.8 of 0.5: 0.2.
        (
            "claim t: T\n  because a: A {conclusive}\n  unless b: B {50%}\n  unless c: C {20%}\n",
            0.5 + 0.5 / 26,
        ),
        # The undercut of 0.5 is itself undercut by 0.8: 0.1 is left of it, and 0.9 * 0.5 of the step.
        (
            "claim t: T\n  because a: A {conclusive}\n  unless b: B {50%}\n    unless c: C {80%}\n",
            0.5 + 0.5 * 0.45**2 / (1 + 0.45**2),
        ),
        # A raised claim without a reason has base 0, so this exception takes nothing: E = 0.25.
        ("claim t: T\n  because a: A\n  unless b: B\n", 0.5 + 0.5 / 17),
        # With a reason its base is 0.5: it is 0.5 + 0.5/17 strong, and leaves the rest of 0.25.
        (
            "claim t: T\n  because a: A\n  unless b: B\n    because c: C\n",
            0.5 + 0.5 * (e := 0.25 * (0.5 - 0.5 / 17)) ** 2 / (1 + e**2),
        ),
        # A critical question that fails makes the step 0; an open one does not.
        ("claim t: T\n  because a: A\n  by position to know {honesty: fails}\n", 0.5),
        ("claim t: T\n  because a: A\n  by position to know {position: open}\n", 0.5 + 0.5 / 17),
    ],
)
def test_a_strength_comes_out_as_by_hand(text: str, expected: float) -> None:
    argument_map = argmap.parse(text)
    assert not argument_map.errors
    assert strength(argument_map).of("t") == pytest.approx(expected, abs=1e-12)


_WEAK_AND_STRONG = (
    "claim t: T {60%}\n  because a: A {90%} {strong}\n  and b: B {30%}\n  unless c: C {25%}\n"
    "  because d: D {40%} {weak}\n  but o: O {70%} {conclusive}\n"
)


@pytest.mark.parametrize(
    ("semantics", "expected"),
    [
        # Reasons: 0.8 * 0.3 * (1 - 0.25) = 0.18 and 0.2 * 0.4 = 0.08; the objection: 0.7.
        # E = 0.26 - 0.7 = -0.44: 0.6 - 0.6 * 0.1936 / 1.1936.
        ("quadratic-energy", 0.6 - 0.6 * 0.1936 / 1.1936),
        # va = 0.7, vs = 1 - 0.82 * 0.92 = 0.2456: 0.6 - 0.6 * 0.4544.
        ("df-quad", 0.6 - 0.6 * 0.4544),
        # 1 - 0.64 / (1 + 0.6 * e^-0.44).
        ("euler-based", 1 - 0.64 / (1 + 0.6 * exp(-0.44))),
    ],
)
def test_a_strength_comes_out_as_by_hand_under_each_semantics(
    semantics: SemanticsName, expected: float
) -> None:
    found = strength(argmap.parse(_WEAK_AND_STRONG), semantics=semantics)
    assert found.of("t") == pytest.approx(expected, abs=1e-12)


def test_every_published_figure_is_used() -> None:
    # What is left out is no figure: DF-QuAD in discrete steps goes to and fro where ours comes to rest.
    keys = {key for graph in PUBLISHED.values() for key in graph}
    assert keys - set(_KEYS) == {"w", "att", "sup", "dfquad_discrete"}


def test_a_verdict_pins_the_strength() -> None:
    argument_map = argmap.parse("".join(f"claim {label}: X {{70%}}\n  but o{label}: O\n" for label in "abcd"))
    verdicts = {"a": ACCEPT, "b": REJECT, "c": DOUBT, "d": Decision("reject", 0.1)}
    found = strength(argument_map, verdicts=verdicts)
    assert [found.of(label) for label in "abcd"] == [1.0, 0.0, 0.5, 0.1]


def test_euler_based_keeps_what_nobody_wrote_away_from_the_ends() -> None:
    argument_map = argmap.parse("claim a: A {0%}\nquestion q: Q\n  answer b: B\nclaim c: C\nclaim d: D\n")
    found = strength(argument_map, semantics="euler-based", verdicts={"c": ACCEPT, "d": REJECT})
    assert [found.of(label) for label in "abcd"] == [0.0, 0.01, 0.99, 0.01]


def test_euler_based_keeps_every_verdict_away_from_the_ends() -> None:
    argument_map = argmap.parse("claim a: A\nclaim b: B\nclaim c: C\n")
    verdicts = {"a": Decision("reject", 0.0), "b": Decision("accept", 1.0), "c": Decision("doubt", 0.3)}
    found = strength(argument_map, semantics="euler-based", verdicts=verdicts)
    assert [found.of(label) for label in "abc"] == [0.01, 0.99, 0.3]


def test_euler_based_is_1_above_an_energy_of_700() -> None:
    text = "claim t: T {1%}\nclaim s: S {100%}\nclaim u: U {0%}\n"
    for label in "tu":
        text += f"claim @{label}\n" + "  because @s {conclusive}\n" * 701
    found = strength(argmap.parse(text), semantics="euler-based")
    assert (found.of("t"), found.of("u")) == (1.0, 0.0)


def test_the_ring_never_settles_and_gives_no_figure() -> None:
    text = RING + "claim sure: S {100%}\nclaim above: A\n  because @r0\nclaim apart: B\n"
    found = strength(argmap.parse(text))
    assert found.claims == {
        "r0": None,
        "r1": None,
        "r2": None,
        "sure": 1.0,
        "above": None,
        "apart": 0.5,
    }
    ((labels, unsettled),) = found.unsettled.items()
    assert labels == ("r0", "r1", "r2")
    assert unsettled.residual > 0.01
    assert str(unsettled).startswith("did not settle (residual 0.")
    assert str(unsettled).endswith("within 4,000 steps")


def test_the_ring_settles_under_the_other_semantics() -> None:
    argument_map = argmap.parse(RING + "claim sure: S {100%}\n")
    for semantics in ("df-quad", "euler-based"):
        assert not strength(argument_map, semantics=semantics).unsettled


def test_a_verdict_cuts_the_ring_and_gives_exact_figures() -> None:
    argument_map = argmap.parse(RING + "claim sure: S {100%}\n")
    found = strength(argument_map, verdicts={"r0": REJECT})
    # r1: E = 2 - 4 * 0 = 2, h = 4/5. Then r2 from r1, as if there were no ring.
    r1 = 0.9 + 0.1 * 0.8
    energy = 2 - 4 * r1
    r2 = 0.8 - 0.8 * energy**2 / (1 + energy**2)
    assert found.claims == {
        "r0": 0.0,
        "r1": pytest.approx(r1, abs=1e-12),
        "r2": pytest.approx(r2, abs=1e-12),
        "sure": 1.0,
    }
    assert not found.unsettled


def test_a_loop_that_settled_before_a_change_may_not_settle_after_it() -> None:
    # Without the certain reasons the ring comes to rest.
    argument_map = argmap.parse(RING + "claim sure: S {100%}\n")
    before = strength(argument_map, verdicts={"sure": REJECT})
    assert not before.unsettled
    again = strength_again(before, {"sure": ACCEPT})
    assert again.claims == {"r0": None, "r1": None, "r2": None, "sure": 1.0}
    assert set(strength_again(again, {"sure": REJECT}).claims.items()) == set(before.claims.items())


def test_a_settled_loop_is_at_rest() -> None:
    found = strength(argmap.parse("claim a: A\n  because b: B {60%}\nclaim @b\n  but @a {strong}\n"))
    a, b = found.of("a"), found.of("b")
    assert a is not None
    assert b is not None
    assert a == pytest.approx(0.5 + 0.5 * (0.5 * b) ** 2 / (1 + (0.5 * b) ** 2), abs=1e-8)
    assert b == pytest.approx(0.6 - 0.6 * (0.8 * a) ** 2 / (1 + (0.8 * a) ** 2), abs=1e-8)


def test_a_claim_on_many_loops_comes_to_rest_in_few_steps() -> None:
    text = "claim t: T\n" + "".join(f"  because a{n}: A\n    because @t\n" for n in range(300))
    found = strength(argmap.parse(text))
    t, a = found.of("t"), found.of("a0")
    assert t is not None
    assert a is not None
    # For t: E = 300 * 0.5 * a. For each a: E = 0.5 * t.
    assert t == pytest.approx(0.5 + 0.5 * (150 * a) ** 2 / (1 + (150 * a) ** 2), abs=1e-8)
    assert a == pytest.approx(0.5 + 0.5 * (0.5 * t) ** 2 / (1 + (0.5 * t) ** 2), abs=1e-8)


def test_a_loop_with_two_points_of_rest_comes_to_the_one_that_its_base_scores_lead_to() -> None:
    # Each has E = 2 s, by two conclusive steps: s = 0.05 + 0.95 * 4 s^2 / (1 + 4 s^2). It holds near 0.067,
    # and again above 0.5. From 0.05 the way leads up to the first.
    steps = "  because @{0} {{conclusive}}\n" * 2
    found = strength(
        argmap.parse("claim a: A {5%}\n" + steps.format("b") + "claim b: B {5%}\n" + steps.format("a"))
    )
    a = found.of("a")
    assert a is not None
    assert a == pytest.approx(0.05 + 0.95 * 4 * a**2 / (1 + 4 * a**2), abs=1e-8)
    assert a == found.of("b") == pytest.approx(0.067, abs=0.002)


def weighed(argument_map: ArgumentMap, steps: dict[str, float], label: str) -> float:
    """The strength of a claim under quadratic energy, worked out from the figures of its steps."""
    claim = argument_map.claims[label]
    unsaid = 0.0 if claim.raised and not argument_map.reasons(label) else 0.5
    base = claim.likelihood.value if claim.likelihood else unsaid
    energy = sum(steps[step.id] for step in argument_map.reasons(label))
    energy -= sum(steps[step.id] for step in argument_map.objections(label))
    impact = energy**2 / (1 + energy**2)
    return base + ((1 - base) if energy > 0 else -base) * impact


@given(chances())
@settings(max_examples=150, deadline=None)
def test_every_figure_follows_from_those_below_it(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 6), steps=chance.randint(0, 14))
    result = strength(argument_map)
    found = {label: figure for label, figure in result.claims.items() if figure is not None}
    steps = {id: figure for id, figure in result.steps.items() if figure is not None}
    assume(len(found) == len(argument_map.claims))
    for id, step in argument_map.inferences.items():
        words = {"conclusive": 1.0, "strong": 0.8, "moderate": 0.5, "weak": 0.2}
        weight = words.get(step.strength or "", 1.0 if step.kind == "undercut" else 0.5)
        left = prod(1 - steps[cut.id] for cut in argument_map.undercuts(id))
        expected = weight * min(found[premise.claim] for premise in step.premises) * left
        failed = "fails" in step.critical_questions.values()
        assert steps[id] == pytest.approx(0.0 if failed else expected, abs=1e-12)
    for label, figure in found.items():
        assert figure == pytest.approx(weighed(argument_map, steps, label), abs=1e-8)


@given(chances(), st.sampled_from(SEMANTICS))
@settings(max_examples=150, deadline=None)
def test_strength_lies_between_0_and_1(chance: Random, semantics: SemanticsName) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    found = strength(argument_map, semantics=semantics, verdicts=made_verdicts(chance, argument_map))
    figures = [*found.claims.values(), *found.steps.values()]
    assert all(figure is None or 0 <= figure <= 1 for figure in figures)


@given(chances(), st.sampled_from(SEMANTICS))
@settings(max_examples=100, deadline=None)
def test_the_order_of_lines_changes_no_strength(chance: Random, semantics: SemanticsName) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    found = strength(argument_map, semantics=semantics)
    mixed = strength(shuffled(chance, argument_map), semantics=semantics)
    # To the last bit: sums are exact, and products are taken in the order of size.
    assert mixed.claims == found.claims
    assert mixed.steps == found.steps


@given(st.lists(st.floats(0, 1), max_size=8), chances())
def test_a_product_is_the_same_to_the_last_bit_in_any_order(factors: list[float], chance: Random) -> None:
    assert product(chance.sample(factors, len(factors))) == product(factors)


@given(chances(), st.sampled_from(SEMANTICS))
@settings(max_examples=50, deadline=None)
def test_names_change_no_strength(chance: Random, semantics: SemanticsName) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    other, new = renamed(chance, argument_map)
    before, after = (strength(one, semantics=semantics).claims for one in (argument_map, other))
    assert {new[label]: figure for label, figure in before.items()} == after


@given(chances(), st.sampled_from(SEMANTICS))
@settings(max_examples=100, deadline=None)
def test_strength_again_equals_strength_anew(chance: Random, semantics: SemanticsName) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14))
    first, more = made_verdicts(chance, argument_map), made_verdicts(chance, argument_map, most=3)
    before = strength(argument_map, semantics=semantics, verdicts=first)
    back = {label for label in first if chance.random() < 0.4}
    again = strength_again(before, more, without=back)
    kept = {label: one for label, one in first.items() if label not in back}
    anew = strength(argument_map, semantics=semantics, verdicts={**kept, **more})
    assert again.claims == anew.claims
    assert again.steps == anew.steps
    assert again.unsettled == anew.unsettled


@given(chances(), st.sampled_from(SEMANTICS), st.sampled_from(get_args(StrengthWord)))
@settings(max_examples=150, deadline=None)
def test_a_reason_never_weakens_and_an_objection_never_strengthens(
    chance: Random, semantics: SemanticsName, word: StrengthWord
) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 7), steps=chance.randint(0, 10), loops=False)
    before = strength(argument_map, semantics=semantics)

    def with_step(kind: InferenceKind, target: str) -> float | None:
        steps = {
            **argument_map.inferences,
            "new": made_step("new", kind, ("sure",), target, strength=word),
        }
        claims = {**argument_map.claims, "sure": made_claim("sure")}
        return strength(attrs.evolve(argument_map, claims=claims, inferences=steps), semantics=semantics).of(
            target
        )

    for label in argument_map.claims:
        figure, pro, con = before.of(label), with_step("support", label), with_step("attack", label)
        assert figure is not None
        assert pro is not None
        assert con is not None
        assert con <= figure + 1e-12
        assert pro >= figure - 1e-12


@pytest.mark.slow
def test_a_chain_of_many_thousand_levels_is_weighed() -> None:
    lines = ["claim c0: C"] + [f"claim c{n}: C\n  because @c{n - 1}" for n in range(1, 10_000)]
    found = strength(argmap.parse("\n".join(lines)))
    assert all(figure is not None and 0.5 <= figure < 0.6 for figure in found.claims.values())
