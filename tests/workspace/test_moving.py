"""Places of an older text in a newer one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import DEBATE, edits_of, known, randomised

from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span
from argmap.workspace.moving import moved, moved_span


@pytest.mark.parametrize(
    ("edit", "place"),
    [
        ((0, 0, "xx"), (6, 10)),
        ((9, 9, "xx"), (4, 8)),
        ((8, 8, "xx"), (4, 8)),
        ((4, 4, "xx"), (6, 10)),
        ((5, 6, "xx"), (4, 9)),
        ((2, 5, ""), (2, 5)),
        ((6, 9, "xx"), (4, 6)),
        ((3, 9, "xx"), None),
    ],
    ids=["before", "behind", "at the end", "at the start", "inside", "over the start", "over the end", "all"],
)
def test_a_place_moves_with_its_text(edit, place):
    start, stop, new = edit
    moved_to = moved_span(Span("m", 4, 8), TextEdit(Span("m", start, stop), new))
    assert moved_to == (None if place is None else Span("m", *place))


def test_a_place_in_another_file_stays():
    span = Span("bib", 4, 8)
    assert moved_span(span, TextEdit(Span("m", 0, 0), "xx")) == span


def test_a_moved_message_offers_no_fix_of_the_older_text():
    (message,) = known("thesis a: A\n  becuse b\n").diagnostics
    (later,) = moved([message], TextEdit(Span("debate.argmap", 0, 0), "# c\n"))
    assert message.fix is not None
    assert later.fix is None
    assert later.span.start == message.span.start + 4


@randomised(60)
@given(st.data())
def test_a_place_stays_inside_the_text_and_keeps_what_was_not_touched(data):
    start, stop, new = data.draw(edits_of(DEBATE))
    edit = TextEdit(Span("m", start, stop), new)
    after = apply_edits(DEBATE, [edit])
    first = data.draw(st.integers(0, len(DEBATE)))
    last = data.draw(st.integers(first, min(first + 20, len(DEBATE))))
    found = moved_span(Span("m", first, last), edit)
    if found is not None:
        assert 0 <= found.start <= found.stop <= len(after)
    if stop < first or start > last:
        assert found is not None
        assert after[found.start : found.stop] == DEBATE[first:last]
