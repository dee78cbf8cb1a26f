"""Reasons in words."""

from random import Random
from textwrap import dedent

import pytest
from argued_maps import chances, made_map, made_verdicts
from hypothesis import given, settings

import argmap
from argmap.reasoning.explanation import because, chain, explain
from argmap.reasoning.graph import UnknownClaim
from argmap.reasoning.grounds import grounds
from argmap.reasoning.standing import judge
from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT, Decision, Decisions


def said(text: str, label: str, verdicts: Decisions | None = None) -> str:
    argument_map = argmap.parse(dedent(text))
    assert not argument_map.errors
    return explain(judge(argument_map, verdicts=verdicts), label)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claim t: T", "stands: asserted without a reason"),
        ("claim t: T [@k]", "stands: asserted from a source"),
        ("question q: Q\n  answer t: T\n  answer s: S", "open: nothing speaks for it or against it"),
        ("claim x: X\n  because y: Y\n  unless t: T", "open: only raised; nothing speaks for it"),
        ("claim t: T {67.5%}", "stands: held to be 67.5% likely"),
        ("claim t: T {20%}", "falls: held to be only 20% likely"),
        ("claim t: T {50%}", "open: held to be as likely as not"),
        ("claim t: T\n  because a: A", "stands: its only reason applies"),
        ("claim t: T\n  because a: A {3%}", "open: its only reason does not apply, as a falls"),
        (
            "claim t: T\n  because a: A {3%}\n  and b: B {3%}\n  and c: C {50%}",
            "open: its only reason does not apply, as a and b fall and c is open",
        ),
        (
            "claim t: T\n  because a: A\n    but o: O {strong}",
            "open: its only reason does not apply, as a falls",
        ),
        ("claim t: T\n  because a: A\n  unless u: U {97%}", "open: its only reason is blocked by u"),
        (
            "claim t: T\n  because a: A\n  by position to know {position: open}",
            "open: its only reason waits for an answer to the critical question position",
        ),
        (
            "claim t: T\n  because a: A\n  because b: B {3%}\n  but arms: O\n    but small: P",
            "stands: 1 of 2 reasons applies; the objection arms is answered by small",
        ),
        ("claim t: T\n  because a: A\n  because b: B", "stands: both its reasons apply"),
        ("claim t: T\n  because a: A\n  because b: B\n  because c: C", "stands: all 3 reasons apply"),
        (
            "claim t: T\n  because a: A {weak}\n  but b: B",
            "falls: its only reason applies; the objection b applies; 20% for it, 50% against it",
        ),
        (
            "claim t: T {standard: beyond-reasonable-doubt}\n  because a: A {weak}",
            "open: its only reason applies; not enough for beyond-reasonable-doubt",
        ),
        (
            "claim t: T\n  because a: A {3%}\n  because b: B {3%}\n  but o: O\n  unless u: U {97%}",
            "open: neither of its 2 reasons applies; the objection o is blocked by u",
        ),
        (
            "claim t: T\n  because a: A {3%}\n  because b: B {3%}\n  because c: C {3%}",
            "open: none of its 3 reasons applies",
        ),
        (
            "claim t: T\n  because a: A\n  but o: O\n  by position to know {honesty: fails}",
            "stands: its only reason applies; the objection o fails the critical question honesty",
        ),
        (
            "claim t: T\n  because a: A\n  but o: O\n  by position to know {position: open}",
            (
                "stands: its only reason applies; "
                "the objection o waits for an answer to the critical question position"
            ),
        ),
        (
            "claim t: T\n  because a: A\n  but o: O\n  and p: P {3%}",
            "stands: its only reason applies; the objection o does not apply, as p falls",
        ),
        (
            "claim t: T\n  because a: A {strong}\n  but A long text without any label that goes on and on",
            (
                "stands: its only reason applies; the objection “A long text without any label that goes …” "
                "applies; 80% for it, 50% against it"
            ),
        ),
        ("claim t: T\n  because a: A\nclaim @a\n  because @t", "open: depends on itself, by way of a"),
        (
            "claim t: T\n  because a: A\n    because b: B\nclaim @b\n  because @a",
            "open: rests on a, which is undecided",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A {strong}\n  answer s: S\n    because b: B",
            "stands: beats the other answer to q; its only reason applies",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A {strong}\n  answer s: S\n  answer r: R",
            "stands: beats the other answers to q; its only reason applies",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B {strong}",
            "falls: s stands as the answer to q",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B",
            "open: as answers to q, neither it nor s beats the other",
        ),
        (
            (
                "question q: Q\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B\n"
                "  answer r: R\n    because c: C"
            ),
            "open: no answer to q beats all the others",
        ),
        (
            "question Who won?\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B {strong}",
            "falls: s stands as the answer to “Who won?”",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A",
            "stands: the only answer to q; its only reason applies",
        ),
    ],
)
def test_a_line_says_what_decided(text: str, expected: str) -> None:
    assert said(text, "t") == expected


@pytest.mark.parametrize(
    ("decision", "expected"),
    [
        (REJECT, "falls: taken as rejected"),
        (ACCEPT, "stands: taken as accepted"),
        (DOUBT, "open: taken as doubtful"),
        (Decision("reject", 0.1, reader="ana"), "falls: ana rejects it (10% likely)"),
        (Decision("doubt", reader="ana"), "open: ana doubts it"),
    ],
)
def test_a_verdict_is_named_with_its_reader_or_as_a_what_if(decision: Decision, expected: str) -> None:
    assert said("claim t: T\n  because a: A", "t", {"t": decision}) == expected


def test_numbered_claims_are_told_apart_by_their_sections() -> None:
    text = "section One\n1. A\n2. B (1)\n  but @two.1\nsection Two\n1. C {3%}\n"
    assert said(text, "one.2") == (
        "stands: its only reason applies; the objection two.1 does not apply, as two.1 falls"
    )


def test_objections_beyond_the_third_are_counted() -> None:
    objections = "".join(f"  but o{n}: O {{3%}}\n" for n in range(5))
    line = said(f"claim t: T\n  because a: A\n{objections}", "t")
    assert line.count("the objection") == 3
    assert line.endswith("; 2 more objections")


def test_the_chain_of_an_answer_shows_its_rivals_once() -> None:
    text = "question q: Q\n  answer t: T\n  answer s: S\n    because b: B\n"
    lines = list(chain(judge(argmap.parse(text)), "t"))
    assert [line.label for line in lines if line.label] == ["t", "s", "b"]
    assert lines[1].text.startswith("its rival s stands: ")


def test_the_rivals_of_a_question_are_shown_once_for_all_its_answers() -> None:
    answers = "".join(f"  answer a{n}: A\n    because b{n}: B\n" for n in range(300))
    reasons = "".join(f"  because @a{n}\n" for n in range(300))
    lines = list(chain(judge(argmap.parse(f"question q: Q\n{answers}claim t: T\n{reasons}")), "t"))
    # The thesis, and for each answer its reason, its own line, its step and its premise; then a0's rivals
    # have been shown, and all but a0 come once more, as the premises that they are.
    assert len(lines) == 1 + 300 * 4 + 299
    assert sum(line.repeated for line in lines) == 299


def test_of_many_premises_some_are_named() -> None:
    premises = "".join(f"  and p{n}: P\n" for n in range(1, 1_000))
    lines = list(chain(judge(argmap.parse(f"claim t: T\n  because p0: P\n{premises}")), "t"))
    assert lines[1].text == "because p0, p1, p2, p3, p4 and 995 more: applies"
    assert len(lines) == 1_002


@given(chances())
@settings(max_examples=100, deadline=None)
def test_every_claim_has_its_standing_and_a_reason_for_it(chance: Random) -> None:
    argument_map = made_map(chance, claims=chance.randint(1, 8), steps=chance.randint(0, 12))
    standings = judge(argument_map, verdicts=made_verdicts(chance, argument_map))
    links = sum(len(step.premises) for step in argument_map.inferences.values())
    links += sum(len(question.answers) for question in argument_map.questions.values())
    for label, standing in standings.claims.items():
        before, _, reason = explain(standings, label).partition(": ")
        assert before == standing
        assert reason
        lines = list(chain(standings, label))
        told = [line.label for line in lines if line.label and not line.repeated]
        assert told[0] == label
        assert len(told) == len(set(told))
        assert sum(line.repeated for line in lines) <= links


def test_a_claim_that_is_not_there_is_named() -> None:
    standings = judge(argmap.parse("claim t: T\n"))
    with pytest.raises(UnknownClaim, match="the map has no claim x"):
        list(chain(standings, "x"))


def test_why_can_be_said_without_how() -> None:
    standings = judge(argmap.parse("claim t: T\n  because a: A\n"))
    assert explain(standings, "t") == f"stands: {because(standings, 't')}"


def test_grounds_hold_what_the_line_says() -> None:
    text = "claim t: T\n  because a: A {3%}\n  but o: O\n  unless u: U {97%}\n"
    found = grounds(judge(argmap.parse(text)), "t")
    assert (found.standing, found.rule, found.standard) == ("open", "balance", "preponderance")
    (reason,), (objection,) = found.reasons, found.objections
    assert (reason.standing, reason.lacks) == ("does not apply", ("a",))
    assert (objection.standing, len(objection.undercut_by), objection.weight) == ("blocked", 1, 50)
