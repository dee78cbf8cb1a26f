"""Rows of a page are laid out so that nothing is lost and nothing leaves its cells."""

from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from argmap.editor.review.rows import Row, laid_out
from argmap.editor.review.sheet_rows import main_rows, side_rows
from argmap.source.cells import printable
from argmap.source.text import SourceText
from argmap.workspace.reviewing import about, begin_in_place

PIECES = st.lists(st.tuples(st.text(max_size=30), st.sampled_from(["", "label", "muted"])), max_size=4)


def plain(lines):
    return "".join(text for line in lines for text, _ in line).replace(" ", "")


@settings(max_examples=200, deadline=None)
@given(lead=PIECES, body=PIECES, indent=st.integers(0, 40), cells=st.integers(4, 90))
def test_any_text_is_kept_within_its_cells(lead, body, indent, cells):
    row = Row(tuple(body), tuple(lead), indent)
    lines = laid_out(row, cells)
    assert plain(lines) == "".join(printable(text) for text, _ in (*lead, *body)).replace(" ", "")
    if cells > 20:
        assert all(cell_len("".join(text for text, _ in line)) <= cells for line in lines)


def test_further_lines_stand_below_the_body():
    row = Row((("one two three four five six", ""), (" seven", "label")), (("+ ", "muted"),), 2)
    assert ["".join(text for text, _ in line) for line in laid_out(row, 30)] == [
        "  + one two three four five",
        "    six seven",
    ]


def test_a_body_with_too_little_room_stands_below_its_lead():
    row = Row((("one two three four five six", ""),), (("because  stands   ", "muted"),), 2)
    assert ["".join(text for text, _ in line) for line in laid_out(row, 30)] == [
        "  because stands",
        "      one two three four five",
        "      six",
    ]


def test_a_claim_with_very_many_reasons_shows_some_of_them():
    text = "thesis t: T\n" + "".join(f"  because r{n}: R\n" for n in range(300))
    sheet = about(begin_in_place(SourceText("m.argmap", text), "ana"), "t")
    assert (len(sheet.reasons), sheet.reasons_more) == (200, 100)
    assert main_rows(sheet)[-1].body == (("and 100 more", "muted"),)
    assert side_rows(sheet) == []
