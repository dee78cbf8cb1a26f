"""Standing: the cases worked by hand, and what holds for every map."""

from pathlib import Path
from random import Random
from typing import get_args

import attrs
import pytest
from argued_maps import chances, made_claim, made_map, made_step, made_verdicts, renamed, shuffled
from by_the_letter import ByTheLetter
from case import Case
from cases import CASES
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.model.elements import Standard, StrengthWord
from argmap.model.map import ArgumentMap
from argmap.reasoning.graph import UnknownClaim
from argmap.reasoning.standing import Standings, judge, judge_again
from argmap.reasoning.verdicts import REJECT, Decision, UnknownReader, verdicts_of

ROOT = Path(__file__).parents[2]
_LOW_TO_HIGH = ["falls", "open", "stands"]


def same(first: Standings, second: Standings) -> bool:
    return first.claims == second.claims and first.steps == second.steps and decided(first) == decided(second)


def decided(standings: Standings) -> set[str]:
    return {label for label in standings.claims if standings.is_decided(label)}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_case_comes_out_as_by_hand(case: Case) -> None:
    argument_map = argmap.parse(case.source())
    assert not argument_map.errors
    assert judge(argument_map, verdicts=case.verdicts).claims == case.expected()


@given(chances())
@settings(max_examples=300, deadline=None)
def test_the_judge_does_what_the_rules_say_by_the_letter(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 12))
    verdicts = made_verdicts(chance, argument_map)
    standings = judge(argument_map, verdicts=verdicts)
    expected = ByTheLetter(argument_map, verdicts)
    assert standings.claims == expected.seen()
    assert {id: state == "applies" for id, state in standings.steps.items()} == {
        id: bool(state) for id, state in expected.steps.items()
    }
    assert {label: standings.is_decided(label) for label in argument_map.claims} == {
        label: state is not None for label, state in expected.claims.items()
    }


@given(chances())
@settings(max_examples=25, deadline=None)
def test_the_order_of_work_makes_no_difference(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 12), steps=chance.randint(0, 24))
    verdicts = made_verdicts(chance, argument_map)
    standings = judge(argument_map, verdicts=verdicts)
    for _ in range(50):
        assert same(judge(argument_map, verdicts=verdicts, pick=chance.randrange), standings)


@given(chances())
@settings(max_examples=100, deadline=None)
def test_the_order_of_lines_makes_no_difference(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 10), steps=chance.randint(0, 20))
    assert same(judge(shuffled(chance, argument_map)), judge(argument_map))


@given(chances())
@settings(max_examples=100, deadline=None)
def test_names_make_no_difference(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 10), steps=chance.randint(0, 20))
    other, new = renamed(chance, argument_map)
    before, after = judge(argument_map).claims, judge(other).claims
    assert {new[label]: standing for label, standing in before.items()} == after


def under(standard: Standard, argument_map: ArgumentMap) -> ArgumentMap:
    """The map with one standard for all its claims and questions."""
    claims = argument_map.claims.items()
    questions = argument_map.questions.items()
    return attrs.evolve(
        argument_map,
        standard=standard,
        claims={label: attrs.evolve(claim, standard=None) for label, claim in claims},
        questions={label: attrs.evolve(question, standard=None) for label, question in questions},
    )


def with_step(argument_map: ArgumentMap, kind: str, target: str, strength: StrengthWord) -> ArgumentMap:
    """The map with one more step, whose premise is asserted and unopposed, for or against a claim."""
    step = made_step("new", kind, ("sure",), target, strength=strength)  # type: ignore[arg-type]
    sure = made_claim("sure", standard="preponderance")
    return attrs.evolve(
        argument_map,
        claims={**argument_map.claims, "sure": sure},
        inferences={**argument_map.inferences, "new": step},
    )


@pytest.mark.parametrize("standard", get_args(Standard))
@given(chances(), st.sampled_from(get_args(StrengthWord)))
@settings(max_examples=100, deadline=None)
def test_an_applying_step_moves_its_target_only_its_own_way(
    standard: Standard, chance: Random, strength: StrengthWord
) -> None:
    argument_map = under(standard, made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 14)))
    before = judge(argument_map).claims
    answers = {answer for question in argument_map.questions.values() for answer in question.answers}
    for label, claim in argument_map.claims.items():
        if label in answers:
            continue
        lower = _LOW_TO_HIGH.index(before[label])
        against = judge(with_step(argument_map, "attack", label, strength)).claims[label]
        assert _LOW_TO_HIGH.index(against) <= lower
        # A first reason that weighs less than the author's word takes its place, and so may lower.
        if argument_map.reasons(label) or claim.likelihood or strength != "weak":
            pro = judge(with_step(argument_map, "support", label, strength)).claims[label]
            assert _LOW_TO_HIGH.index(pro) >= lower


@given(chances())
@settings(max_examples=200, deadline=None)
def test_judging_again_equals_judging_anew(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 12), steps=chance.randint(0, 24))
    first = made_verdicts(chance, argument_map)
    standings = judge(argument_map, verdicts=first)
    for _ in range(3):
        more = made_verdicts(chance, argument_map, most=3)
        back = {label for label in first if chance.random() < 0.4}
        again = judge_again(standings, more, without=back)
        kept = {label: one for label, one in first.items() if label not in back}
        assert same(again, judge(argument_map, verdicts={**kept, **more}))
        assert again.decisions == {**kept, **more}
    assert same(standings, judge(argument_map, verdicts=first))


def test_a_standard_can_be_given_in_place_of_the_maps() -> None:
    text = (
        "map M\n  standard: preponderance\nthesis t: T\n  because r: R {strong}\n  but o: O\n"
        "claim u: U {standard: preponderance}\n  because @r {strong}\n  but @o\n"
    )
    standings = judge(argmap.parse(text), standard="clear-and-convincing")
    # 80 against 50 is a lead, but not of fifty; u names its own standard.
    assert (standings.of("t"), standings.of("u")) == ("open", "stands")


def test_no_review_counts_unless_it_is_named() -> None:
    argument_map = argmap.parse(
        "claim a: A\nclaim b: B\nreview ana: Ana\n  reject @a {20%}\n  ask @b: Why?\n"
        "review bob: Bob\n  doubt @a\n"
    )
    assert judge(argument_map).claims == {"a": "stands", "b": "stands"}
    ana, bob = verdicts_of(argument_map, "ana"), verdicts_of(argument_map, "bob")
    assert ana == {"a": Decision("reject", 0.2, reader="ana")}
    assert judge(argument_map, verdicts=ana).of("a") == "falls"
    assert judge(argument_map, verdicts=bob).of("a") == "open"


def test_a_reader_who_wrote_nothing_is_named_with_those_who_did() -> None:
    argument_map = argmap.parse("claim a: A\nreview ana: Ana\n  accept @a\n")
    with pytest.raises(UnknownReader, match="no review by bob; the map has reviews by ana"):
        verdicts_of(argument_map, "bob")


def test_a_verdict_on_no_claim_is_refused() -> None:
    with pytest.raises(UnknownClaim, match="the map has no claim b"):
        judge(argmap.parse("claim a: A\n"), verdicts={"b": REJECT})


def test_what_leads_nowhere_does_not_count() -> None:
    argument_map = ArgumentMap(
        claims={"a": made_claim("a"), "b": made_claim("b")},
        inferences={
            "s": made_step("s", "attack", ("missing",), "a"),
            "u": made_step("u", "undercut", ("b",), "v"),
            "v": made_step("v", "undercut", ("b",), "u"),
            "w": made_step("w", "attack", (), "a"),
        },
    )
    standings = judge(argument_map)
    assert standings.claims == {"a": "stands", "b": "stands"}
    assert standings.steps == {}


def test_an_undercut_that_is_defined_before_its_target_counts() -> None:
    argument_map = ArgumentMap(
        claims={label: made_claim(label) for label in "abc"},
        inferences={
            "u": made_step("u", "undercut", ("c",), "s"),
            "s": made_step("s", "attack", ("b",), "a"),
        },
    )
    assert judge(argument_map).steps == {"s": "blocked", "u": "applies"}


@pytest.mark.slow
def test_a_chain_of_many_thousand_levels_is_judged() -> None:
    lines = ["claim c0: C"] + [f"claim c{n}: C\n  because @c{n - 1}" for n in range(1, 10_000)]
    standings = judge(argmap.parse("\n".join(lines)))
    assert set(standings.claims.values()) == {"stands"}
    assert set(judge_again(standings, {"c0": REJECT}).claims.values()) == {"falls", "open"}


def test_the_map_of_the_article_is_judged_whole() -> None:
    standings = judge(argmap.load(ROOT / "maps" / "turkish-russian-relations.argmap"))
    assert standings.of("buy-in") == "stands"
    assert standings.of("partners") == "stands"
    assert standings.of("rivals") == "falls"
