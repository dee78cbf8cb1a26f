from textwrap import dedent

import argmap
from argmap.documents.difference import SAME, difference_text
from argmap.documents.marked_words import marked
from argmap.reasoning.difference.comparing import compare
from argmap.source.cells import width

MAP = """
map M

thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia and Ukraine went West {likely}
  and pragmatic: Moscow needs a partner
  but arms: Turkey arms Ukraine
    but small: The sales are small so far
"""


def difference(old: str, new: str, *, cells: int = 80) -> str:
    return difference_text(compare(argmap.parse(old), argmap.parse(new)), cells=cells)


def after(*changes: tuple[str, str], old: str = MAP) -> str:
    """What is shown when these parts of the map's text are replaced."""
    new = old
    for before, now in changes:
        assert before in new
        new = new.replace(before, now)
    return difference(old, new)


def shown(text: str) -> str:
    return dedent(text).removeprefix("\n")


def test_the_same_argument_is_said_to_be_that() -> None:
    assert difference(MAP, "# A comment\n" + MAP) == SAME


def test_a_reworded_claim_stands_beside_what_it_was_with_the_words_marked() -> None:
    assert after(("Georgia and Ukraine went West", "Georgia and Moldova turned West")) == shown("""
        reworded    west: Georgia and [Moldova turned] West
                      was: Georgia and [Ukraine went] West
    """)


def test_a_claim_that_came_says_what_it_is_there_for() -> None:
    assert after(("  but arms", "  since rule: A power turns to the third door\n  but arms")) == shown("""
        added       rule: A power turns to the third door
                      since, in the step because @west and @pragmatic, for @buy-in
    """)


def test_a_branch_that_went_is_shown_claim_by_claim_and_what_stands_otherwise_last() -> None:
    assert after(("\n    but small: The sales are small so far", "")) == shown("""
        removed     small: The sales are small so far
                      but, against @arms

        Standing, each map on its own terms:
          buy-in: stands -> open: its only reason applies; the objection arms applies;
            50% for it, 50% against it
          arms: open -> stands: asserted without a reason
    """)


def test_changes_beside_the_text_are_lines_of_their_own() -> None:
    assert after(("west: Georgia", "turn: Georgia"), ("{likely}", "{very likely} #own")) == shown("""
        relabelled  turn: Georgia and Ukraine went West
                      label: turn, was west
                      likelihood: very likely, was likely
                      tags: own, was none
    """)


def test_a_claim_without_a_label_is_named_by_its_text_and_never_by_a_number() -> None:
    text = after(("small: ", ""), ("  but arms", "  because Nobody objects\n  but arms"))
    assert "label: none, was small" in text
    assert "_1" not in text


def test_a_step_that_changed_is_named_by_its_premises() -> None:
    by = "partner\n  by sign {other-causes: ok}\n"
    assert after(("{likely}", "{likely, strong}"), ("partner\n", by)) == shown("""
        changed     because @west and @pragmatic, for @buy-in
                      strength: strong, was none
                      scheme: sign, was none
                      critical questions: other-causes: ok, was none
    """)


def test_a_claim_in_another_section_and_a_step_on_another_target_are_moved() -> None:
    old = "section A\nclaim a: Alpha\nclaim b: Beta\n  because r: Rho\nsection B\nclaim c: Gamma\n"
    new = "section A\nclaim b: Beta\nsection B\nclaim a: Alpha\n  because r: Rho\nclaim c: Gamma\n"
    assert difference(old, new) == shown("""
        moved       a: Alpha
                      section: B, was A
        moved       r: Rho
                      section: B, was A

        moved       because @r, for @a
                      now for @a; was for @b
    """)


def test_a_question_and_its_answers() -> None:
    old = "question q: Who?\n  answer a: Ankara\n  answer b: Baku\n"
    new = "question q: Who is it?\n  answer a: Ankara\n  answer m: Moscow\n"
    assert difference(old, new) == shown("""
        reworded    question q: Who is it?
                      was: Who?
                      answer added: @m
                      answer removed: @b

        added       m: Moscow
                      answer to @q
        removed     b: Baku
                      answer to @q
    """)


def test_sources_notes_and_verdicts() -> None:
    old = "source k: Work\n  date: 2019\nclaim c: C\n  note Then\nreview ana: First\n  accept @c: Yes\n"
    new = "source k: Work\n  date: 2020\nclaim c: C\n  note Now\nreview ana: First\n  reject @c: Yes {10%}\n"
    assert difference(old, new) == shown("""
        changed     source k: Work
                      date: 2020, was 2019

        reworded    note Now
                      was: Then

        changed     ana rejects @c: Yes {10%}
                      was: accepts
                      likelihood: 10%, was none
    """)


def test_a_map_with_another_title_and_standard() -> None:
    assert after(("map M\n", "map N\n  standard: clear-and-convincing\n")).startswith(
        "changed     the map\n"
        "              title: N, was M\n"
        "              standard: clear-and-convincing, was none\n"
    )


def test_lines_keep_to_their_width_and_colour_adds_nothing_else() -> None:
    new = MAP.replace("went West", "turned to the West because they had to " + "word " * 30)
    found = compare(argmap.parse(MAP), argmap.parse(new))
    for cells in (40, 60, 80):
        text = difference_text(found, cells=cells)
        assert all(width(line) <= cells for line in text.splitlines())
    coloured = difference_text(found, colour=True)
    assert coloured != difference_text(found)
    for code in ("\x1b[32m", "\x1b[31m", "\x1b[33m", "\x1b[0m"):
        coloured = coloured.replace(code, "")
    assert coloured == difference_text(found)


def test_marks_stand_around_what_differs_only_where_they_help() -> None:
    assert marked("one two three four", "one 2 three four five") == (
        "one [two] three four",
        "one [2] three four [five]",
    )
    assert marked("one two", "three four") == ("one two", "three four")
    assert marked("so he says [sic]", "so he says") == ("so he says [sic]", "so he says")
