import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.text_area.problems import ProblemMark, Problems
from argmap.source.diagnostics import Severity

PLACE = st.tuples(st.integers(0, 9), st.integers(0, 9))


def mark(row: int, start: int, stop: int, severity: Severity = Severity.WARNING) -> ProblemMark:
    return ProblemMark(row, start, stop, severity)


def test_the_worst_of_a_row_comes_first() -> None:
    problems = Problems([mark(1, 0, 2), mark(1, 5, 6, Severity.ERROR), mark(1, 3, 4, Severity.HINT)])
    assert [one.severity for one in problems.at(1)] == [Severity.ERROR, Severity.WARNING, Severity.HINT]


@pytest.mark.parametrize(
    ("location", "step", "row"),
    [((0, 0), 1, 2), ((2, 3), 1, 7), ((7, 1), 1, 2), ((2, 3), -1, 7), ((9, 0), -1, 7)],
)
def test_the_next_problem_goes_round(location: tuple[int, int], step: int, row: int) -> None:
    found = Problems([mark(7, 1, 2), mark(2, 3, 4)]).beside(location, step)
    assert found is not None
    assert found.row == row


def test_where_there_are_no_problems_there_is_no_next() -> None:
    assert Problems().beside((0, 0), 1) is None


@pytest.mark.parametrize(
    ("edit", "row", "columns"),
    [
        (((3, 0), (3, 0), (3, 4)), 3, (9, 12)),
        (((3, 6), (3, 6), (3, 7)), 3, (5, 9)),
        (((3, 9), (3, 9), (3, 10)), 3, (5, 8)),
        (((1, 0), (1, 0), (3, 0)), 5, (5, 8)),
        (((1, 0), (2, 0), (1, 0)), 2, (5, 8)),
        (((3, 0), (3, 0), (4, 0)), 4, (5, 8)),
        (((5, 0), (6, 0), (5, 0)), 3, (5, 8)),
    ],
)
def test_a_mark_goes_with_its_words(
    edit: tuple[tuple[int, int], ...], row: int, columns: tuple[int, int]
) -> None:
    problems = Problems([mark(3, 5, 8)])
    problems.follow(*edit)
    assert [(one.row, one.start, one.stop) for one in problems.at(row)] == [(row, *columns)]


def test_a_mark_inside_what_was_replaced_is_gone() -> None:
    problems = Problems([mark(3, 5, 8)])
    problems.follow((2, 1), (4, 2), (2, 9))
    assert problems.beside((0, 0), 1) is None


@given(st.lists(st.tuples(PLACE, st.integers(0, 5)), max_size=6), PLACE, PLACE, PLACE)
def test_marks_know_their_rows_after_any_edit(
    written: list[tuple[tuple[int, int], int]],
    one: tuple[int, int],
    two: tuple[int, int],
    new: tuple[int, int],
) -> None:
    problems = Problems([mark(row, start, start + length) for (row, start), length in written])
    problems.follow(min(one, two), max(one, two), max(new, min(one, two)))
    for row in range(40):
        assert all(found.row == row and 0 <= found.start <= found.stop for found in problems.at(row))
