from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.text_area import branch_keys
from argmap.editor.text_area.branch_keys import Rewritten

LINES = [
    "thesis t: T",
    "  because a: A",
    "    but aa: AA",
    "  # about b",
    "  because b: B",
    "",
    "thesis u: U",
]


def after(rewritten: Rewritten | None, lines: Sequence[str] = LINES) -> list[str]:
    assert rewritten is not None
    return [*lines[: rewritten.start], *rewritten.lines, *lines[rewritten.stop :]]


def test_a_branch_is_moved_in_as_a_whole_as_far_as_its_new_siblings() -> None:
    lines = ["t", "    a", "b", "    c"]
    assert after(branch_keys.indented(lines, 2, 2), lines) == [
        "t",
        "    a",
        "    b",
        "        c",
    ]


def test_a_branch_is_moved_out_to_where_the_line_above_it_stands() -> None:
    lines = ["t", "    a", "        b", "    c"]
    assert after(branch_keys.dedented(lines, 1, 1), lines) == [
        "t",
        "a",
        "    b",
        "    c",
    ]


def test_tabs_are_answered_with_tabs() -> None:
    lines = ["t", "\ta", "\tb"]
    assert after(branch_keys.indented(lines, 2, 2), lines) == ["t", "\ta", "\t\tb"]


def test_a_branch_at_the_margin_is_not_moved_out() -> None:
    assert branch_keys.dedented(LINES, 0, 0) is None


def test_a_branch_changes_places_with_the_one_above_and_takes_its_comment_along() -> None:
    expected = [LINES[0], *LINES[3:5], *LINES[1:3], *LINES[5:]]
    assert after(branch_keys.moved_up(LINES, 4)) == expected
    assert after(branch_keys.moved_down(LINES, 1)) == expected


def test_empty_lines_between_branches_stay_between_them() -> None:
    assert after(branch_keys.moved_down(LINES, 0)) == [LINES[6], "", *LINES[:5]]


@pytest.mark.parametrize(
    ("move", "row"), [(branch_keys.moved_up, 1), (branch_keys.moved_down, 4), (branch_keys.moved_up, 5)]
)
def test_the_first_and_last_branch_stay(
    move: Callable[[Sequence[str], int], Rewritten | None], row: int
) -> None:
    assert move(LINES, row) is None


def test_lines_become_comments_and_lines_again() -> None:
    commented = after(branch_keys.commented(LINES, 1, 2))
    assert commented[1:3] == ["  # because a: A", "  #   but aa: AA"]
    assert after(branch_keys.commented(commented, 1, 2), commented) == LINES


def test_a_line_takes_its_branch_along_into_a_comment_and_out_of_it() -> None:
    # Else its objection would be one to the claim above, and nothing would say so.
    commented = after(branch_keys.commented(LINES, 1, 1))
    assert commented[1:4] == ["  # because a: A", "  #   but aa: AA", LINES[3]]
    assert after(branch_keys.commented(commented, 1, 1), commented) == LINES


def test_a_comment_within_a_branch_stays_one() -> None:
    lines = ["t", "  a", "", "    # why", "    b", "  c"]
    commented = ["t", "  # a", "", "  #   # why", "  #   b", "  c"]
    assert after(branch_keys.commented(lines, 1, 1), lines) == commented
    assert after(branch_keys.commented(commented, 1, 1), commented) == lines


def test_comments_beside_a_line_of_comment_stay() -> None:
    lines = ["t", "  # because a: A", "  # because b: B", "    #   c", "#   d"]
    assert after(branch_keys.commented(lines, 1, 1), lines) == ["t", "  because a: A", *lines[2:]]


def test_lines_are_written_twice() -> None:
    lines = ["a", "b", "c"]
    assert after(branch_keys.duplicated(lines, 0, 1), lines) == ["a", "b", "a", "b", "c"]


@given(st.lists(st.sampled_from(["", "a", "  b", "    c", "\td", "# e", "  # f"]), min_size=1), st.data())
def test_no_key_loses_a_line(lines: list[str], data: st.DataObject) -> None:
    row = data.draw(st.integers(0, len(lines) - 1))
    last = data.draw(st.integers(row, len(lines) - 1))
    in_and_out = [branch_keys.indented, branch_keys.dedented, branch_keys.commented]
    changes = [key(lines, row, last) for key in in_and_out]
    moves = [branch_keys.moved_up(lines, row), branch_keys.moved_down(lines, row)]
    for change in filter(None, [*changes, *moves]):
        assert len(change.lines) == change.stop - change.start == len(change.moved_to)
        assert sorted(change.moved_to) == list(range(change.start, change.stop))
    for change in filter(None, moves):
        assert sorted(after(change, lines)) == sorted(lines)
