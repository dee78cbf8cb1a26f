"""A judgement as a text: whole outputs on small maps, and what becomes of large and hostile ones."""

from textwrap import dedent

import pytest

import argmap
from argmap.documents.judgement import judgement_text
from argmap.reasoning.judgement import Judgement, judgement
from argmap.reasoning.verdicts import REJECT, Decision, Decisions
from argmap.source.cells import width

DEBATE = """\
map Does Russia want Turkey on board?
source edm: Eurasia Daily Monitor 17/163
  publisher: The Jamestown Foundation
  date: 2020-11
thesis buy-in: Russia prefers Turkish buy-in on its regional solutions
  because west: Georgia and Ukraine went West [@edm, para. 8] {likely}
  and pragmatic: Moscow needs a partner it can deal with pragmatically
  since rule: A power shut out of two doors tries the third
  unless iran: Iran could fill the same role {unlikely}
  but arms: Turkey arms Ukraine {strong}
    but small: The sales are small so far {strong}
question next: What comes next?
  answer more: More deals
    because @buy-in
  answer fewer: Fewer deals
"""


def judged(text: str, *, trying: Decisions | None = None) -> Judgement:
    argument_map = argmap.parse(text)
    assert not argument_map.errors
    return judgement(argument_map, trying=trying)


def test_a_judgement_says_how_claims_stand_and_what_they_hinge_on() -> None:
    assert judgement_text(judged(DEBATE)) == dedent(
        """\
        Does Russia want Turkey on board?
        =================================
        Judged by preponderance, on the map's own terms; strength by quadratic-energy.

        Claim          Standing  Strength       Why
        -------------  --------  -------------  ----------------------------------------
        thesis buy-in: Russia prefers Turkish buy-in on its regional solutions
        buy-in         stands    ####.... 0.48  its only reason applies; the objection
                                                arms is answered by small
          + west       stands    #####... 0.68  held to be 67.5% likely
          & pragmatic  stands    ####.... 0.50  asserted without a reason
          ^ rule       stands    ####.... 0.50  asserted without a reason
          ! iran       falls     ###..... 0.33  held to be only 32.5% likely
          - arms       falls     ###..... 0.43  asserted without a reason; the objection
                                                small applies; 50% for it, 80% against
                                                it
            - small    stands    ####.... 0.50  asserted without a reason

        question next: What comes next?
          > more       stands    ####.... 0.53  beats the other answer to next; its only
                                                reason applies
            + buy-in   stands    ####.... 0.48  see its own row
          > fewer      falls     ........ 0.00  more stands as the answer to next

        > answer + because - but ! unless & and ^ since

        Strength is a score between claims of one map, not a probability.

        What buy-in hinges on
        ---------------------
        It stands: Russia prefers Turkish buy-in on its regional solutions

        If any one of these were rejected, it would be open: west, pragmatic and rule.
        If small were rejected, it would fall.

        If all leaves that cite one source and no other were rejected:
          without The Jamestown Foundation, November 2020 [@edm] it would be open
            (west)

        What moves its strength most, for each point of a claim's base score:
          -0.11    arms: Turkey arms Ukraine
          -0.04    iran: Iran could fill the same role
          +0.03    small: The sales are small so far
          +0.03 ±  pragmatic: Moscow needs a partner it can deal with pragmatically
          +0.03 ±  rule: A power shut out of two doors tries the third
        (With -0.11, a base score of arms that is 0.10 higher lowers it by 0.011.)
        ± a mean: at a tie, such as of weakest premises, up and down differ.
        """
    )


def test_a_what_if_is_judged_and_its_changes_are_listed_last() -> None:
    text = judgement_text(judged(DEBATE, trying={"small": REJECT}))
    assert text[text.index("What changes") :] == dedent(
        """\
        What changes if small is rejected
        ---------------------------------
        Claim   Before             After
        ------  -----------------  -----------------
        buy-in  stands  0.48       falls   0.47
        arms    falls   0.43       stands  0.50
        small   stands  0.50       falls   0.00
        more    stands  0.53       open    0.53
        fewer   falls   0.00       open    0.00

        Strength is a score between claims of one map, not a probability.
        """
    )
    assert "This is how things would be if small is rejected; what that changes is listed" in text
    assert "taken as rejected" in text


def test_what_changes_nothing_is_said_to() -> None:
    text = judgement_text(judged("thesis t: T\nclaim a: A {0%}\n", trying={"a": REJECT}))
    assert text.endswith("What changes if a is rejected\n-----------------------------\nNothing.\n")


def test_small_changes_of_strength_are_counted() -> None:
    text = "thesis t: T\n  because a: A\n  because s: S {5%, weak}\n"
    assert "1 more strength moves by less than 0.005." in judgement_text(judged(text, trying={"s": REJECT}))


def test_on_narrow_terminals_the_reason_stands_below() -> None:
    lines = judgement_text(judged(DEBATE), cells=48).splitlines()
    at = lines.index("  + west  stands  0.68")
    assert lines[at + 1] == "      held to be 67.5% likely"


def test_a_verdict_of_a_reader_is_named() -> None:
    argument_map = argmap.parse(f"{DEBATE}review ana: First\n  reject @west {{10%}}\n")
    plain = judgement_text(judgement(argument_map))
    assert "on the map's own terms, without its reviews;" in plain
    verdicts = {"west": Decision("reject", 0.1, reader="ana")}
    text = judgement_text(judgement(argument_map, verdicts=verdicts))
    assert "with the verdicts of ana;" in text
    assert "ana rejects it (10%" in text


def test_a_verdict_on_the_thesis_decides_it() -> None:
    text = judgement_text(judged(DEBATE, trying={"buy-in": REJECT}))
    assert "A verdict decides it, whatever else is accepted or rejected." in text


def test_a_thesis_without_reasons_is_itself_a_leaf() -> None:
    assert "It is itself a leaf, a claim asserted without reasons." in judgement_text(judged("thesis T\n"))


def test_claims_in_balance_show_the_effect_of_rejecting_them() -> None:
    text = judgement_text(judged("thesis t: T\n  because a: A\n  but b: B\n"))
    assert "In balance, so that a small change moves nothing" in text
    assert "  -0.03    a: A\n" in text
    assert "  +0.03    b: B\n" in text


def test_figures_at_a_tie_are_marked() -> None:
    text = judgement_text(judged("thesis t: T\n  because a: A {strong}\n  and b: B\n"))
    assert "±  a: A\n" in text
    assert "± a mean: at a tie" in text


def test_pairs_are_named_and_a_search_that_was_stopped_says_so() -> None:
    both = judgement_text(judged("thesis t: T\n  because a: A\n  because b: B\n"))
    assert "If both of a pair were rejected, it would be open: a with b.\n" in both
    many = "thesis t: T\n" + "".join(f"  because c{n}: C\n" for n in range(700))
    assert "The search for pairs was stopped; none was found" in judgement_text(judged(many))


def test_more_than_fifty_pairs_are_counted() -> None:
    text = "thesis t: T\n  because a: A\n" + "".join(f"  and b{n}: B\n" for n in range(10))
    text += "  because c0: C\n" + "".join(f"  and c{n}: C\n" for n in range(1, 10))
    said = " ".join(judgement_text(judged(text)).split())
    assert "There are 110 pairs, of which 50 are named." in said


def test_a_source_is_written_out() -> None:
    text = "source k: Title\n  author: Ann Lee\n  date: 2020\nthesis t: T\n  because a: A [@k]\n"
    text += "  because b: B [@k]\n"
    said = judgement_text(judged(text))
    assert "  without Ann Lee 2020 [@k] it would be open (a and b)\n" in said


def test_a_loop_that_does_not_settle_is_named() -> None:
    ring = "".join(
        f"claim {one}: C {{{base}}}\n"
        + f"  but @{before} {{conclusive}}\n" * 4
        + "  because @z {conclusive}\n" * 2
        for one, before, base in (("a", "c", "100%"), ("b", "a", "90%"), ("c", "b", "80%"))
    )
    text = judgement_text(judged(f"thesis top: T\n  because @a\n{ring}claim z: Z {{100%}}\n"))
    said = " ".join(text.split())
    assert "The loop of a, b and c did not settle (residual 0." in said
    assert "top open unsettled" in said
    assert "What moves its strength cannot be said; top has no strength" in said


def forest(trees: int) -> str:
    return "".join(f"claim r{n}: Root\n  because s{n}: S\n    but o{n}: O {{3%}}\n" for n in range(trees))


def test_a_large_map_shows_what_is_least_deep_and_says_what_it_leaves_out() -> None:
    found = judged("thesis t: T\n" + "  because @r0\n" + forest(30))
    text = judgement_text(found, how_to_see="--all shows them.")
    table = text[: text.index("Strength is a score")]
    assert sum("####" in line for line in table.splitlines()) <= 40
    assert "claims further down are not shown: " in text
    assert "fall (o" in text
    assert "--all shows them." in text
    whole = judgement_text(found, every=True)
    assert "not shown" not in whole
    assert all(f" o{n} " in whole for n in range(30))


def test_what_a_row_stands_below_is_always_shown() -> None:
    lines = judgement_text(judged(forest(30))).splitlines()
    rows = [line for line in lines if "####" in line]
    assert len(rows) == 40
    assert [row.split()[0] for row in rows if not row.startswith(" ")] == [f"r{n}" for n in range(30)]


def test_further_main_claims_are_counted() -> None:
    text = judgement_text(judged(forest(9)), how_to_ask="--about LABEL asks about one.")
    assert "What 4 more main claims hinge on is not looked for. --about LABEL asks about one." in " ".join(
        text.split()
    )


def test_a_numbered_claim_is_known_by_its_number_below_its_section() -> None:
    text = judgement_text(judged("section One\n1. A\n2. B (1)\nsection Two\n1. C\n"))
    assert "\n2        stands " not in text
    assert "one.2" in text


def test_a_map_without_claims_says_so() -> None:
    assert judgement_text(judgement(argmap.parse("map M\n"))) == "The map has no claims.\n"


HOSTILE = (
    "map \x1b[31mRed\nsection A\u202eB\nthesis t: Title \x1b]0;x\x07 東京\n"
    f"  because {'長' * 80}\n  because l{'o' * 90}ng: {'word ' * 60}end [@k]\n    but {'x' * 120}\n"
    "  and e\u0301\u0301: \u200bzero\n  unless u: 🙂🙂\nquestion q: \x9b31m Which?\n  answer ja\u0308: Yes\n"
)


@pytest.mark.parametrize("cells", [40, 41, 50, 63, 64, 65, 80, 120, 200])
def test_nothing_overflows_and_nothing_hostile_reaches_the_terminal(cells: int) -> None:
    argument_map = argmap.parse(HOSTILE)
    labels = list(argument_map.claims)
    found = judgement(argument_map, trying=dict.fromkeys(labels[1:], REJECT), about=labels)
    text = judgement_text(found, cells=cells, every=True)
    assert max(map(width, text.splitlines())) <= cells
    controls = [character for character in text if ord(character) < 32 or character in "\x9b\x07\u202e"]
    assert set(controls) == {"\n"}


def test_colour_only_adds_to_the_words() -> None:
    import re

    for cells in (48, 80):
        found = judged(DEBATE, trying={"small": REJECT})
        coloured = judgement_text(found, cells=cells, colour=True)
        assert "\x1b[32m" in coloured
        assert re.sub(r"\x1b\[\d+m", "", coloured) == judgement_text(found, cells=cells)
