"""A whole judgement: what it is about, and a what-if beside the edited file."""

from random import Random

import pytest
from argued_maps import chances, made_map, made_verdicts
from hypothesis import given, settings

import argmap
from argmap.reasoning.graph import UnknownClaim
from argmap.reasoning.judgement import judgement, main_claims
from argmap.reasoning.verdicts import REJECT, Decision


def about(text: str) -> tuple[str, ...]:
    return main_claims(argmap.parse(text))


def test_a_map_is_about_its_theses() -> None:
    assert about("thesis t: T\nclaim c: C\nquestion q: Q\n  answer a: A\nthesis u: U\n") == ("t", "u")


def test_without_a_thesis_it_is_about_the_answers_to_its_questions() -> None:
    text = "claim c: C\nquestion q: Q\n  answer a: A\n  answer b: B\nquestion r: R\n  answer @b\n"
    assert about(text) == ("a", "b")


def test_without_questions_it_is_about_what_bears_on_nothing_else() -> None:
    assert about("claim c: C\n  because d: D\nclaim e: E\n") == ("c", "e")


def test_in_a_circle_it_is_about_the_first_claim() -> None:
    assert about("claim c: C\n  because d: D\nclaim @d\n  because @c\n") == ("c",)


def test_hinges_are_looked_for_five_theses_or_all_that_are_asked_about() -> None:
    argument_map = argmap.parse("".join(f"thesis t{n}: T\n" for n in range(8)))
    assert list(judgement(argument_map).hinges) == ["t0", "t1", "t2", "t3", "t4"]
    labels = [f"t{n}" for n in range(8)]
    assert list(judgement(argument_map, about=labels).hinges) == labels


def test_a_claim_in_balance_has_the_effect_of_rejecting_it() -> None:
    hinges = judgement(argmap.parse("thesis t: T\n  because a: A\n  but b: B\n")).hinges["t"]
    assert hinges.effects["a"] < 0 < hinges.effects["b"]


def test_an_unknown_claim_is_refused() -> None:
    for given_labels in ({"about": ["x"]}, {"verdicts": {"x": REJECT}}, {"trying": {"x": REJECT}}):
        with pytest.raises(UnknownClaim):
            judgement(argmap.parse("thesis t: T\n"), **given_labels)


@settings(max_examples=60, deadline=None)
@given(chances())
def test_a_what_if_is_what_the_judgement_would_be_with_these_verdicts(chance: Random) -> None:
    argument_map = made_map(chance, claims=6, steps=8)
    verdicts, trying = (made_verdicts(chance, argument_map) for _ in range(2))
    tried = judgement(argument_map, verdicts=verdicts, trying=trying)
    anew = judgement(argument_map, verdicts={**verdicts, **trying})
    assert tried.standings.claims == anew.standings.claims
    assert tried.strengths.claims == anew.strengths.claims
    assert tried.hinges == anew.hinges


@settings(max_examples=40, deadline=None)
@given(chances())
def test_a_what_if_is_what_the_file_with_a_review_of_these_verdicts_says(chance: Random) -> None:
    strengths = (" {weak}", "", " {strong}")
    lines = ["thesis c0: C"]
    lines += [
        f"{'  ' * chance.choice((1, 1, 2)) if n > 1 else '  '}{chance.choice(('because', 'but'))} c{n}: C"
        f"{chance.choice(strengths)}"
        for n in range(1, 7)
    ]
    text = "\n".join(lines) + "\n"
    kinds = {f"c{n}": chance.choice(("accept", "reject", "doubt")) for n in chance.sample(range(7), 2)}
    edited = text + "review me: What if\n" + "".join(f"  {kind} @{label}\n" for label, kind in kinds.items())
    from argmap.reasoning.verdicts import verdicts_of

    reviewed = argmap.parse(edited)
    assert not reviewed.errors
    tried = judgement(argmap.parse(text), trying={label: Decision(kind) for label, kind in kinds.items()})
    anew = judgement(reviewed, verdicts=verdicts_of(reviewed, "me"))
    assert tried.standings.claims == anew.standings.claims
    assert tried.strengths.claims == anew.strengths.claims
    before = judgement(argmap.parse(text))
    different = [
        label
        for label in before.map.claims
        if (before.standings.of(label), before.strengths.of(label))
        != (anew.standings.of(label), anew.strengths.of(label))
    ]
    assert [change.label for change in tried.changes] == different
