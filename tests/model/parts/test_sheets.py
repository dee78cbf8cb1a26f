"""A large map on several sheets, and how they refer to each other."""

from collections.abc import Iterable
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.model.elements import Claim, Inference, Premise, Question
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import levels, tops
from argmap.model.parts.sheets import Fits, Reference, Sheet, sheets
from argmap.source.spans import Span

NOWHERE = Span("map.argmap", 0, 0)
DEBATE = argmap.parse("""
thesis t: T
  because a: A
    because a1: A1
    because a2: A2
  because b: B
    because b1: B1
    but b2: B2
      but b3: B3
  unless u: U
  but c: C
""")


def at_most(count: int) -> Fits:
    """Sheets with room for so many claims and questions."""
    return lambda part: len(part.claims) + len(part.questions) <= count


def shown(found: Iterable[Sheet]) -> list[str]:
    return [" ".join((*sheet.map.questions, *sheet.map.claims)) for sheet in found]


def test_a_map_that_fits_is_one_sheet_as_it_is() -> None:
    (sheet,) = sheets(DEBATE, fits=at_most(100))
    assert sheet.map is DEBATE
    assert (sheet.number, sheet.tops, sheet.references) == (1, ("t",), {})


@pytest.mark.parametrize("count", [0, 5])
def test_an_empty_map_is_one_sheet(count: int) -> None:
    assert len(sheets(ArgumentMap(), fits=at_most(count))) == 1


def test_the_overview_is_the_upper_part_and_what_is_cut_there_has_a_sheet() -> None:
    assert shown(sheets(DEBATE, fits=at_most(5))) == ["t a b u c", "a a1 a2", "b b1 b2 b3"]


def test_an_overview_with_room_has_small_branches_whole() -> None:
    assert shown(sheets(DEBATE, fits=at_most(8))) == ["t a a1 a2 b u c", "b b1 b2 b3"]


def test_small_branches_that_were_cut_on_one_sheet_share_one() -> None:
    branches = "".join(f"  because {r}: R\n    because {r}1: R\n    because {r}2: R\n" for r in "abcde")
    found = sheets(argmap.parse(f"thesis t: T\n{branches}"), fits=at_most(7))
    assert shown(found) == ["t a b c d e", "a a1 a2 b b1 b2", "c c1 c2 d d1 d2", "e e1 e2"]
    assert found[1].tops == ("a", "b")


def test_cards_refer_to_each_other_across_sheets() -> None:
    overview, a, b = sheets(DEBATE, fits=at_most(5))
    assert overview.references == {"a": Reference(below=(2,)), "b": Reference(below=(3,))}
    assert a.references == {"a": Reference(above=(1,), enters=True)}
    assert b.references == {"b": Reference(above=(1,), enters=True)}
    assert (overview.tops, a.tops, b.tops) == (("t",), ("a",), ("b",))


def test_a_claim_used_on_two_sheets_has_its_branch_on_one_of_them() -> None:
    shared = argmap.parse(
        "thesis t: T\n  because a: A\n    because s: S\n      because s1: S1\n"
        "  because b: B\n    because @s\n    because b1: B1\n"
    )
    overview, a, b = sheets(shared, fits=at_most(3))
    assert shown((overview, a, b)) == ["t a b", "a s s1", "s b b1"]
    assert a.references["s"] == Reference(above=(3,))
    assert b.references["s"] == Reference(below=(2,), above=(2,))


def test_more_reasons_than_fit_go_on_on_further_sheets_below_the_same_claim() -> None:
    star = argmap.parse("thesis t: T\n" + "".join(f"  because r{number}: R\n" for number in range(5)))
    found = sheets(star, fits=at_most(3))
    assert shown(found) == ["t r0 r1", "t r2 r3", "t r4"]
    assert [sheet.references["t"].below for sheet in found] == [(2, 3), (3, 1), (1, 2)]
    assert found[1].references["t"] == Reference(below=(3, 1), above=(1,), enters=True)


def test_more_theses_than_fit_go_on_on_further_sheets() -> None:
    many = argmap.parse("".join(f"thesis t{number}: T\n" for number in range(5)))
    assert shown(sheets(many, fits=at_most(2))) == ["t0 t1", "t2 t3", "t4"]


def test_a_thesis_without_room_for_its_reasons_is_named_on_the_overview() -> None:
    two = argmap.parse(
        "thesis t: T\n  because a: A\n  and b: B\n  and c: C\n"
        "thesis v: V\n  because x: X\n  and y: Y\n  and z: Z\n"
    )
    found = sheets(two, fits=at_most(4))
    assert shown(found) == ["t v", "t a b c", "v x y z"]
    assert found[0].references["t"] == Reference(below=(2,))
    assert found[1].references["t"] == Reference(above=(1,), enters=True)


def test_a_step_is_never_divided_even_where_it_does_not_fit() -> None:
    linked = argmap.parse("thesis t: T\n  because a: A\n  and b: B\n  and c: C\n  unless u: U\n")
    assert shown(sheets(linked, fits=at_most(2))) == ["t", "t a b c u"]


def test_answers_hang_below_their_question() -> None:
    asked = argmap.parse(
        "question q: Which?\n  answer a: A\n    because a1: A1\n    because a2: A2\n  answer b: B\n"
    )
    overview, a = sheets(asked, fits=at_most(3))
    assert shown((overview, a)) == ["q a b", "a a1 a2"]
    assert overview.map.questions["q"].answers == ("a", "b")


@st.composite
def made(draw: st.DrawFn) -> ArgumentMap:
    """Any claims, steps and exceptions, in circles too, with questions between them."""
    labels = [f"c{number}" for number in range(draw(st.integers(1, 14)))]
    claims = [Claim(label, label, "claim", NOWHERE, thesis=draw(st.booleans())) for label in labels]
    some = st.lists(st.sampled_from(labels), min_size=1, max_size=3)
    steps: dict[str, Inference] = {}
    for number in range(draw(st.integers(0, 18))):
        parts, id = tuple(map(Premise, draw(some))), f"s{number}"
        if steps and draw(st.integers(0, 3)) == 0:
            target = draw(st.sampled_from(list(steps)))
            steps[id] = Inference(id, "undercut", "unless", parts, target, NOWHERE)
        else:
            steps[id] = Inference(id, "support", "because", parts, draw(st.sampled_from(labels)), NOWHERE)
    asked = [
        Question(f"q{number}", "?", tuple(dict.fromkeys(draw(some))), NOWHERE)
        for number in range(draw(st.integers(0, 2)))
    ]
    return ArgumentMap(
        claims={claim.label: claim for claim in claims},
        inferences=steps,
        questions={question.label: question for question in asked},
    )


@given(made(), st.integers(0, 12))
def test_everything_is_on_a_sheet_and_every_step_on_one(argument_map: ArgumentMap, count: int) -> None:
    found = sheets(argument_map, fits=at_most(count))
    reached = levels(argument_map, tops(argument_map))
    assert {label for sheet in found for label in sheet.map.claims} == set(argument_map.claims)
    assert {label for sheet in found for label in sheet.map.questions} == set(argument_map.questions)
    steps = sorted(id for sheet in found for id in sheet.map.inferences)
    assert steps == sorted(id for id in argument_map.inferences if id in reached)
    answers = {
        (label, answer)
        for sheet in found
        for label, question in sheet.map.questions.items()
        for answer in question.answers
    }
    assert answers == {
        (label, answer) for label, question in argument_map.questions.items() for answer in question.answers
    }


@given(made(), st.integers(0, 12))
def test_every_reference_leads_to_the_same_claim_and_back(argument_map: ArgumentMap, count: int) -> None:
    found = {sheet.number: sheet for sheet in sheets(argument_map, fits=at_most(count))}
    assert list(found) == list(range(1, len(found) + 1))
    places: dict[str, list[int]] = {}
    for number, sheet in found.items():
        for label in (*sheet.map.claims, *sheet.map.questions):
            places.setdefault(label, []).append(number)
        for label, reference in sheet.references.items():
            for other in (*reference.below, *reference.above):
                back = found[other].references[label]
                assert number in (*back.below, *back.above)
    for label, numbers in places.items():
        if len(numbers) > 1:
            assert all(label in found[number].references for number in numbers)


@given(made(), st.integers(0, 12))
def test_a_sheet_has_room_for_what_is_on_it_or_cannot_be_divided(
    argument_map: ArgumentMap, count: int
) -> None:
    fits = at_most(count)
    for sheet in sheets(argument_map, fits=fits):
        steps = [step for step in sheet.map.inferences.values() if step.kind != "undercut"]
        answers = [answer for question in sheet.map.questions.values() for answer in question.answers]
        assert fits(sheet.map) or len(steps) + len(answers) <= 1 or _shared(sheet)


def _shared(sheet: Sheet) -> bool:
    """Whether an answer is there for two questions, which join it without having been put together."""
    answers = [answer for question in sheet.map.questions.values() for answer in question.answers]
    return len(answers) > len(set(answers))


@given(made(), st.integers(1, 12))
def test_every_sheet_begins_with_a_claim_that_an_earlier_one_shows_or_with_a_top(
    argument_map: ArgumentMap, count: int
) -> None:
    first = set(tops(argument_map))
    seen: set[str] = set()
    for sheet in sheets(argument_map, fits=at_most(count)):
        assert sheet.tops
        assert any(top in first or top in seen for top in sheet.tops)
        seen |= {*sheet.map.claims, *sheet.map.questions}


@given(made(), st.integers(0, 12))
def test_the_sheets_of_a_map_are_always_the_same(argument_map: ArgumentMap, count: int) -> None:
    assert sheets(argument_map, fits=at_most(count)) == sheets(argument_map, fits=at_most(count))


@pytest.mark.slow
def test_a_chain_of_ten_thousand_claims_is_divided() -> None:
    labels = [f"c{number}" for number in range(10_000)]
    chain = ArgumentMap(
        claims={label: Claim(label, label, "claim", NOWHERE) for label in labels},
        inferences={
            f"{upper}<": Inference(f"{upper}<", "support", "because", (Premise(lower),), upper, NOWHERE)
            for upper, lower in pairwise(labels)
        },
    )
    found = sheets(chain, fits=at_most(50))
    assert max(len(sheet.map.claims) for sheet in found) <= 50
    assert len(found) < 220
