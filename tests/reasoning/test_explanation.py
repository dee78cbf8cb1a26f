"""Reasons in words."""

from textwrap import dedent

import pytest

import argmap
from argmap.reasoning.explanation import chain, explain, why
from argmap.reasoning.graph import UnknownClaim
from argmap.reasoning.grounds import grounds
from argmap.reasoning.standing import judge
from argmap.reasoning.verdicts import REJECT, Decisions


def said(text: str, label: str, verdicts: Decisions | None = None) -> str:
    argument_map = argmap.parse(dedent(text))
    assert not argument_map.errors
    return explain(judge(argument_map, verdicts=verdicts), label)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("claim t: T", "stands: asserted without a reason"),
        ("question q: Q\n  answer t: T\n  answer s: S", "open: nothing speaks for it or against it"),
        ("claim t: T {67.5%}", "stands: its likelihood of 67.5 % counts for it"),
        ("claim t: T {20%}", "falls: its likelihood of 20 % counts against it"),
        ("claim t: T {50%}", "open: its likelihood of 50 % counts neither way"),
        ("claim t: T\n  because a: A", "stands: its only reason applies"),
        ("claim t: T\n  because a: A {3%}", "open: its only reason does not apply"),
        (
            "claim t: T\n  because a: A\n  because b: B {3%}\n  but arms: O\n    but small: P",
            "stands: 1 of 2 reasons applies; the objection arms is answered by small",
        ),
        (
            "claim t: T\n  because a: A {weak}\n  but b: B",
            "falls: its only reason applies; the objection b applies; 20 % for it, 50 % against it",
        ),
        (
            "claim t: T {standard: beyond-reasonable-doubt}\n  because a: A {weak}",
            "open: its only reason applies; not enough for beyond-reasonable-doubt",
        ),
        (
            "claim t: T\n  because a: A {3%}\n  because b: B {3%}\n  but o: O\n  unless u: U {97%}",
            "open: none of 2 reasons applies; the objection o is blocked by u",
        ),
        (
            "claim t: T\n  because a: A\n  but o: O\n  by position to know {honesty: fails}",
            (
                "stands: its only reason applies; "
                "the objection o is blocked: it fails the critical question honesty"
            ),
        ),
        (
            "claim t: T\n  because a: A\n  but o: O\n  by position to know {position: open}",
            (
                "stands: its only reason applies; "
                "the objection o does not apply until the critical question position is ok"
            ),
        ),
        (
            "claim t: T\n  because a: A\n  but o: O\n  and p: P {3%}",
            "stands: its only reason applies; the objection o and p does not apply, as p does not stand",
        ),
        (
            "claim t: T\n  because a: A {strong}\n  but A long text without any label that goes on and on",
            (
                "stands: its only reason applies; the objection “A long text without any label that goes …” "
                "applies; 80 % for it, 50 % against it"
            ),
        ),
        ("claim t: T\n  because a: A\nclaim @a\n  because @t", "open: depends on itself"),
        (
            "claim t: T\n  because a: A\n    because b: B\nclaim @b\n  because @a",
            "open: rests on a, which is not decided",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A {strong}\n  answer s: S\n    because b: B",
            "stands: it beats the other answers to q; its only reason applies",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B {strong}",
            "falls: the answer s to q stands",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B",
            "open: no answer to q beats the others (s)",
        ),
        (
            "question Who won?\n  answer t: T\n    because a: A\n  answer s: S\n    because b: B {strong}",
            "falls: the answer s to “Who won?” stands",
        ),
        (
            "question q: Q\n  answer t: T\n    because a: A",
            "stands: the only answer to q; its only reason applies",
        ),
    ],
)
def test_a_line_says_what_decided(text: str, expected: str) -> None:
    assert said(text, "t") == expected


def test_a_verdict_is_named_as_one() -> None:
    assert said("claim t: T\n  because a: A", "t", {"t": REJECT}) == "falls: rejected by the reader"


def test_objections_beyond_the_third_are_counted() -> None:
    objections = "".join(f"  but o{n}: O {{3%}}\n" for n in range(5))
    line = said(f"claim t: T\n  because a: A\n{objections}", "t")
    assert line.count("the objection") == 3
    assert line.endswith("; 2 more objections")


def test_the_chain_goes_down_to_the_leaves() -> None:
    text = """
        thesis t: T
          because a: A {80%}
          and b: B
          unless u: U {20%}
            but v: V
          but o: O {strong}
            but p: P {strong}
        """
    assert why(judge(argmap.parse(dedent(text))), "t") == dedent(
        """\
        t stands: its only reason applies; the objection o is answered by p
          because a and b: applies
            a stands: its likelihood of 80 % counts for it
            b stands: asserted without a reason
            unless u: is answered by v
              u falls: its likelihood of 20 % counts against it; the objection v applies
                but v: applies
                  v stands: asserted without a reason
          but o (strong): is answered by p
            o falls: asserted without a reason; the objection p applies; 50 % for it, 80 % against it
              but p (strong): applies
                p stands: asserted without a reason
        """
    )


def test_the_chain_follows_a_claim_once() -> None:
    text = "claim t: T\n  because a: A\nclaim @a\n  because @t\n"
    assert why(judge(argmap.parse(text)), "t") == dedent(
        """\
        t open: depends on itself
          because a: is undecided
            a open: depends on itself
              because t: is undecided
                t open (see above)
        """
    )


def test_the_chain_of_an_answer_shows_its_rivals() -> None:
    text = "question q: Q\n  answer t: T\n  answer s: S\n    because b: B\n"
    assert [line.label for line in chain(judge(argmap.parse(text)), "t") if line.label] == [
        "t",
        "s",
        "b",
        "t",
    ]


def test_a_deep_chain_says_its_level_and_stays_short() -> None:
    lines = ["claim c0: C"] + [f"claim c{n}: C\n  because @c{n - 1}" for n in range(1, 5_000)]
    text = why(judge(argmap.parse("\n".join(lines))), "c4999")
    assert text.count("\n") == 2 * 5_000 - 1
    assert f"{' ' * 80}[level 9998] c0 stands: asserted without a reason\n" in text


def test_a_claim_that_is_not_there_is_named() -> None:
    standings = judge(argmap.parse("claim t: T\n"))
    with pytest.raises(UnknownClaim, match="the map has no claim x"):
        list(chain(standings, "x"))


def test_grounds_hold_what_the_line_says() -> None:
    text = "claim t: T\n  because a: A {3%}\n  but o: O\n  unless u: U {97%}\n"
    found = grounds(judge(argmap.parse(text)), "t")
    assert (found.standing, found.rule, found.standard) == ("open", "balance", "preponderance")
    (reason,), (objection,) = found.reasons, found.objections
    assert (reason.standing, reason.lacks) == ("does not apply", ("a",))
    assert (objection.standing, len(objection.undercut_by), objection.weight) == ("blocked", 1, 50)
