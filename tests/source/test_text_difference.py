"""What one edit changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source.changes import common_ends, difference
from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span

texts = st.text(alphabet="ab\n", max_size=12)


@pytest.mark.parametrize(
    ("before", "after", "edit"),
    [
        ("abc", "abXc", (2, 2, "X")),
        ("abc", "ac", (1, 2, "")),
        ("abc", "aXc", (1, 2, "X")),
        ("aa", "aaa", (2, 2, "a")),
        ("", "abc", (0, 0, "abc")),
        ("abc", "", (0, 3, "")),
    ],
)
def test_the_smallest_edit_is_found(before, after, edit):
    start, stop, new = edit
    assert difference("m", before, after) == TextEdit(Span("m", start, stop), new)


def test_the_same_text_needs_no_edit():
    assert difference("m", "abc", "abc") is None


@given(texts, texts)
def test_the_edit_turns_one_text_into_the_other(before, after):
    edit = difference("m", before, after)
    assert apply_edits(before, [edit] if edit else []) == after


@given(texts, texts)
def test_ends_that_are_shared_never_overlap_and_are_as_long_as_can_be(before, after):
    head, tail = common_ends(before, after)
    shorter = min(len(before), len(after))
    assert head + tail <= shorter
    assert before[:head] == after[:head]
    assert before[len(before) - tail :] == after[len(after) - tail :]
    if head + tail < shorter:
        assert before[head] != after[head]
