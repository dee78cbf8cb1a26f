"""The chain of reasons as text."""

from textwrap import dedent

import pytest

import argmap
from argmap.documents.why import why
from argmap.reasoning.graph import UnknownClaim
from argmap.reasoning.standing import judge
from argmap.source.cells import width


def chain_of(text: str, label: str = "t", *, cells: int | None = None) -> str:
    return why(judge(argmap.parse(dedent(text))), label, cells=cells)


def test_the_chain_goes_down_to_the_leaves() -> None:
    text = """
        thesis t: It will rain
          because a: A {80%}
          and b: B
          since w: W
          assuming s: S
          unless u: U {20%}
            but v: V
          but o: O {strong}
            but p: P {strong}
        """
    assert chain_of(text) == dedent(
        """\
        t: It will rain

        t stands: its only reason applies; the objection o is answered by p
          because a and b, since w, assuming s: applies
            a stands: held to be 80% likely
            b stands: asserted without a reason
            w stands: asserted without a reason
            s stands: asserted without a reason
            unless u: is answered by v
              u falls: held to be only 20% likely; the objection v applies
                but v: applies
                  v stands: asserted without a reason
          but o (strong): is answered by p
            o falls: asserted without a reason; the objection p applies; 50% for it, 80% against it
              but p (strong): applies
                p stands: asserted without a reason
        """
    )


def test_the_chain_follows_a_claim_once() -> None:
    assert chain_of("claim t: T\n  because a: A\nclaim @a\n  because @t\n") == dedent(
        """\
        t: T

        t is open: depends on itself, by way of a
          because a: is undecided, as a is
            a is open: depends on itself, by way of t
              because t: is undecided, as t is
                t is open (see above)
        """
    )


def test_the_reason_that_an_undercut_is_undercut_is_told() -> None:
    text = """
        claim t: T
          because a: A
          unless u: U {97%}
            unless v: V {97%}
              unless w: W
        """
    assert chain_of(text) == dedent(
        """\
        t: T

        t stands: its only reason applies
          because a: applies
            a stands: asserted without a reason
            unless u: is blocked by v
              u stands: held to be 97% likely
              unless v: applies
                v stands: held to be 97% likely
                unless w: does not apply, as w is open
                  w is open: only raised; nothing speaks for it
        """
    )


def test_lines_are_wrapped_under_their_beginning() -> None:
    text = "claim t: T\n  because a: A\n  but arms: O\n    but small: P\n"
    assert chain_of(text, cells=50).splitlines()[2:4] == [
        "t stands: its only reason applies; the objection",
        "  arms is answered by small",
    ]


@pytest.mark.parametrize("cells", [20, 40, 80, 200])
def test_nothing_overflows_and_nothing_hostile_reaches_the_terminal(cells: int) -> None:
    text = (
        f"claim t: {'東京' * 60}\x1b[31m red\n  because \u202eA {'word' * 40}\n  because {'é' * 39} x y z\n"
    )
    shown = chain_of(text, cells=cells)
    assert max(map(width, shown.splitlines())) <= cells
    assert shown.replace("\n", "").isprintable()


def test_a_deep_chain_says_its_level_and_stays_short() -> None:
    lines = ["claim c0: C"] + [f"claim c{n}: C\n  because @c{n - 1}" for n in range(1, 5_000)]
    text = chain_of("\n".join(lines), "c4999")
    assert text.count("\n") == 2 + 2 * 5_000 - 1
    assert f"{' ' * 80}(level 9998) c0 stands: asserted without a reason\n" in text


def test_a_claim_that_is_not_there_is_named() -> None:
    with pytest.raises(UnknownClaim, match="the map has no claim x"):
        chain_of("claim t: T\n", "x")
