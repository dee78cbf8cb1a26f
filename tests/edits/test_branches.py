"""Branches move as wholes, and nothing that stays is attached to something else."""

from collections import Counter

import pytest
from edited import NAME, after, attached, faults, map_of, text_after
from hypothesis import given
from hypothesis import strategies as st
from outlines import outlines
from properties import randomised
from written import texts

from argmap.edits.branches import branch_at, delete, move_down, move_up
from argmap.edits.change import Change, Refused
from argmap.edits.commenting import toggle_comments
from argmap.edits.grafting import graft
from argmap.edits.indenting import dedent, indent
from argmap.edits.lines import lines_of
from argmap.source.text import SourceText

MAP = """\
thesis a: A
  # About b.
  because b: B
    because c: C
  and d: D

  # On its own.

  but e: E
    but f: F
    because g: G
claim h: H
"""
PICK = st.integers(0, 1000)
MOVES = (move_up, move_down, indent, dedent)


def refusal(text: str, edit, *arguments, **options) -> str:
    with pytest.raises(Refused) as refused:
        after(text, edit, *arguments, **options)
    return str(refused.value)


def lines(text: str) -> list[str]:
    return [line.content for line in lines_of(SourceText(NAME, text))]


# --- What a branch is


def test_a_branch_has_its_comments_what_is_deeper_and_what_completes_its_step():
    assert branch_at(SourceText(NAME, MAP), 3) == (2, 5)
    assert branch_at(SourceText(NAME, MAP), 5) == (5, 5)
    assert branch_at(SourceText(NAME, MAP), 1) == (1, 11)


def test_a_comment_stands_for_the_branch_it_is_about():
    assert branch_at(SourceText(NAME, MAP), 2) == (2, 5)


def test_a_blank_line_is_no_branch():
    with pytest.raises(Refused, match="no statement"):
        branch_at(SourceText(NAME, MAP), 6)


def test_a_deeper_comment_belongs_to_the_branch_above_it():
    text = "thesis A\n  because B\n    # on b\n  # on c\n  because C\n"
    assert branch_at(SourceText(NAME, text), 2) == (2, 3)
    assert branch_at(SourceText(NAME, text), 5) == (4, 5)


# --- Moving


def test_a_branch_moves_past_its_neighbour_and_blank_lines_stay_between():
    moved = after(MAP, move_up, 9, 9)
    assert moved == (
        "thesis a: A\n  but e: E\n    but f: F\n    because g: G\n\n  # On its own.\n\n"
        "  # About b.\n  because b: B\n    because c: C\n  and d: D\nclaim h: H\n"
    )
    assert after(moved, move_down, 2, 2) == MAP


def test_a_block_moves_past_a_block_though_the_text_ends_without_a_line_end():
    assert after("claim A\n  but B\r\n\nclaim C", move_down, 1, 1) == "claim C\n\nclaim A\n  but B"


def test_the_first_and_the_last_branch_move_no_further():
    assert refusal(MAP, move_up, 3, 3) == "“because b: B” is the first branch below “thesis a: A”"
    assert refusal(MAP, move_down, 12, 12) == "“claim h: H” is the last branch of the text"


def test_a_line_that_completes_a_step_stays_after_its_opener():
    assert refusal(MAP, move_up, 5, 5) == "“and d: D” completes a step, and stands after “because b: B”"


def test_a_line_moves_inside_its_step():
    text = "thesis A\n  because B\n  and C\n  since D\n"
    assert after(text, move_up, 4, 4) == "thesis A\n  because B\n  since D\n  and C\n"


def test_no_move_lets_a_premise_go_to_an_exception():
    text = "thesis A\n  because B\n  and C\n  unless D\n"
    assert refusal(text, move_up, 4, 4) == "“and C” would then belong to “unless D”"


def test_numbered_lines_keep_their_order_and_their_section():
    text = "1. A\n2. B (1)\nsection S\n"
    assert refusal(text, move_down, 1, 1).startswith("numbered lines stand in the order of their numbers")
    assert refusal(text, move_down, 2, 2).startswith("numbered lines stand in the order of their numbers")


def test_a_section_moves_with_its_blocks():
    text = "section S\n1. A\n\nsection T\n1. B\n2. C (1)\n"
    assert after(text, move_up, 4, 4) == "section T\n1. B\n2. C (1)\n\nsection S\n1. A\n"


def test_a_section_that_stands_where_none_can_is_moved_like_any_line():
    assert "first branch" in refusal("accept\n  section\n", move_up, 2, 2)


def test_several_branches_move_together():
    text = "thesis A\n  because B\n  because C\n    but D\n  because E\n"
    assert after(text, move_down, 2, 3) == "thesis A\n  because E\n  because B\n  because C\n    but D\n"
    assert "different claims" in refusal(text, move_down, 4, 5)


def test_the_place_of_a_change_is_where_the_branch_then_stands():
    change = move_up(SourceText(NAME, MAP), 9, 9)
    text = text_after(MAP, change)
    assert text[change.place.start : change.place.stop] == "  but e: E\n    but f: F\n    because g: G"


# --- Making deeper and less deep


def test_indenting_puts_a_branch_below_the_line_before_it():
    assert after(MAP, indent, 11, 11) == MAP.replace("    because g", "      because g")


def test_indenting_takes_the_indentation_that_is_used_there():
    text = "thesis A\n   because B\n     but C\n   because D\n      but E\n"
    assert after(text, indent, 4, 4) == "thesis A\n   because B\n     but C\n     because D\n        but E\n"


def test_indenting_keeps_tabs_and_comments_at_the_margin():
    text = "thesis A\n\tbecause B\n\tbecause C\n# on d\n\t\tbut D\n"
    assert after(text, indent, 3, 3) == "thesis A\n\tbecause B\n\t\tbecause C\n# on d\n\t\t\tbut D\n"


def test_a_reason_typed_at_the_margin_can_be_indented():
    assert after("thesis A\nbecause", indent, 2, 2) == "thesis A\n  because"


def test_a_block_and_a_first_line_cannot_be_indented():
    assert refusal(MAP, indent, 12, 12) == (
        "`claim` opens a block and cannot be indented; write `because` or `but` in its place"
    )
    assert "no line before “because b: B”" in refusal(MAP, indent, 3, 3)


def test_nothing_is_put_below_a_note():
    assert "cannot stand below" in refusal("thesis A\n  note B\n  but C\n", indent, 3, 3)


def test_what_follows_a_branch_that_becomes_less_deep_stays_where_it_is():
    assert after(MAP, dedent, 10, 10) == MAP.replace(
        "    but f: F\n    because g: G\n", "    because g: G\n  but f: F\n"
    )


def test_a_reason_leaves_its_step_at_the_end_of_the_step():
    assert after(MAP, dedent, 4, 4) == MAP.replace(
        "    because c: C\n  and d: D\n", "  and d: D\n  because c: C\n"
    )


def test_a_reason_cannot_go_to_the_left_margin():
    assert refusal(MAP, dedent, 3, 3) == (
        "`because` cannot stand at the left margin, where there is no claim above it; "
        "write `claim` in its place to make it one of its own"
    )
    assert refusal(MAP, dedent, 12, 12) == "“claim h: H” stands at the left margin already"


# --- Taking out


def test_a_branch_is_taken_out_with_its_comment_and_one_blank_line():
    assert after(MAP, delete, 3, 3) == MAP[: MAP.index("  # About b.")] + MAP[MAP.index("\n  # On its own") :]


def test_labels_that_are_still_used_are_named():
    text = "thesis A\n  because b: B\n  because C\n    because @b\n"
    change = delete(SourceText(NAME, text), 2, 2)
    assert change.warnings == ("@b is still referred to",)


# --- Comments


def test_lines_become_comments_and_lines_again():
    commented = after(MAP, toggle_comments, 9, 11)
    assert "  # but e: E\n  #   but f: F\n  #   because g: G\n" in commented
    assert after(commented, toggle_comments, 9, 11) == MAP


def test_a_comment_that_leaves_lines_without_a_claim_is_warned_of():
    (warning,) = toggle_comments(SourceText(NAME, "thesis A\n  but B\n    but C\n"), 2, 2).warnings
    assert warning == "after this: “but C” would then belong to “thesis A”"


# --- Moving elsewhere


def grafted(text: str, line: int, below: int, keyword: str) -> str:
    source = SourceText(NAME, text)
    return text_after(text, graft(source, line, onto=source, below=below, keyword=keyword))


def test_a_branch_is_put_below_another_claim_as_the_last():
    assert grafted(MAP, 9, 4, "because") == (
        "thesis a: A\n  # About b.\n  because b: B\n    because c: C\n      because e: E\n        but f: F\n"
        "        because g: G\n  and d: D\n\n  # On its own.\n\nclaim h: H\n"
    )


def test_a_block_becomes_an_objection():
    assert grafted(MAP, 12, 9, "but").endswith("    because g: G\n    but h: H\n")


def test_a_branch_moves_to_the_text_of_another_file():
    one, other = SourceText("one", "claim A\n  but B\n"), SourceText("other", "claim C")
    change = graft(one, 2, onto=other, below=1, keyword="because")
    assert [(edit.span.file, edit.replacement) for edit in change.edits] == [
        ("one", ""),
        ("other", "claim C\n  because B"),
    ]


def test_a_branch_cannot_stand_below_itself():
    source = SourceText(NAME, MAP)
    for below in (3, 4):
        with pytest.raises(Refused, match="below itself"):
            graft(source, 3, onto=source, below=below, keyword="but")
    again = SourceText(NAME, "claim b: B\nclaim C\n  but @b\n")
    with pytest.raises(Refused, match="below itself"):
        graft(again, 1, onto=again, below=3, keyword="but")


def test_a_premise_is_not_put_where_there_is_no_step():
    source = SourceText(NAME, MAP)
    with pytest.raises(Refused, match="completes a step"):
        graft(source, 9, onto=source, below=12, keyword="and")
    with pytest.raises(Refused, match="`section` cannot be moved"):
        graft(SourceText(NAME, "claim A\nsection S\n"), 2, onto=source, below=1, keyword="but")


# --- What always holds


@pytest.mark.slow
@randomised()
@given(texts, st.integers(1, 12), st.integers(0, 4), st.sampled_from([*MOVES, delete, toggle_comments]))
def test_any_text_can_be_edited_or_the_edit_is_refused(text, first, more, edit):
    try:
        result = after(text, edit, first, first + more)
    except Refused:
        return
    if edit in MOVES:
        assert Counter(lines(result)) == Counter(lines(text))
    assert text.endswith(("\r", "\n")) == result.endswith(("\r", "\n")) or not text or not result


@randomised()
@given(texts, st.integers(1, 12), st.integers(0, 4))
def test_toggling_comments_twice_gives_the_text_back(text, first, more):
    try:
        once = after(text, toggle_comments, first, first + more)
    except Refused:
        return
    chosen = lines(text)[first - 1 : first + more]
    if not all(line.startswith("#") for line in chosen if line):
        assert after(once, toggle_comments, first, first + more) == text


def statement(text: str, pick: int) -> int:
    """The line of one of the statements."""
    found = [n for n, line in enumerate(lines_of(SourceText(NAME, text)), 1) if line.is_statement]
    return found[pick % len(found)]


def tried(text: str, edit, pick: int) -> tuple[str, Change] | None:
    source = SourceText(NAME, text)
    number = statement(text, pick)
    try:
        change = edit(source, number, number)
    except Refused:
        return None
    return text_after(text, change), change


@pytest.mark.slow
@randomised(share=0.5)
@given(outlines(), PICK, st.sampled_from([move_up, move_down]))
def test_a_move_changes_the_order_alone_and_is_undone_by_the_move_back(text, number, move):
    found = tried(text, move, number)
    if found is None:
        return
    result, change = found
    assert attached(map_of(result)) == attached(map_of(text))
    assert faults(map_of(result)) == faults(map_of(text))
    back = move_down if move is move_up else move_up
    first, last = (
        SourceText(NAME, result).position(place)[0] for place in (change.place.start, change.place.stop)
    )
    assert after(result, back, first, last) == text


@pytest.mark.slow
@randomised(share=0.7)
@given(outlines(), PICK, st.sampled_from([indent, dedent]))
def test_only_the_line_that_is_indented_is_attached_to_something_else(text, number, edit):
    found = tried(text, edit, number)
    if found is None:
        return
    before, now = attached(map_of(text)), attached(map_of(found[0]))
    assert faults(map_of(found[0])) == faults(map_of(text))
    assert len([claim for claim in before if before[claim] != now[claim]]) <= 1
    assert set(before) == set(now)


@pytest.mark.slow
@randomised(share=0.7)
@given(outlines(), PICK, PICK, st.sampled_from(["because", "but", "and", "unless"]))
def test_only_the_branch_that_is_put_elsewhere_is_attached_to_something_else(text, line, below, keyword):
    source = SourceText(NAME, text)
    line, below = statement(text, line), statement(text, below)
    found = tried(text, lambda source, *_: graft(source, line, onto=source, below=below, keyword=keyword), 1)
    if found is None:
        return
    before, now = attached(map_of(text)), attached(map_of(found[0]))
    moved = [claim for claim in before if before[claim] != now[claim]]
    assert len(moved) <= 1
    assert faults(map_of(found[0])) == faults(map_of(text))
    if moved and keyword in {"because", "but"}:
        target = lines_of(source)[below - 1].content
        assert now[moved[0]].split(" ", 1)[1] in target


@pytest.mark.slow
@randomised(share=0.5)
@given(outlines(), PICK)
def test_what_is_left_when_a_branch_is_gone_stays_where_it_was(text, number):
    found = tried(text, delete, number)
    if found is None or found[1].warnings:
        return
    before, now = attached(map_of(text)), attached(map_of(found[0]))
    assert all(before[claim] == owner for claim, owner in now.items())
