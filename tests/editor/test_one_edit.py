from hypothesis import given
from hypothesis import strategies as st

from argmap.editor.text_area.one_edit import one_edit, place_after
from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span


def edit(start: int, stop: int, replacement: str) -> TextEdit:
    return TextEdit(Span("m", start, stop), replacement)


@st.composite
def edited(draw: st.DrawFn) -> tuple[str, list[TextEdit]]:
    text = draw(st.text("ab\r\n", max_size=30))
    places = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8).filter(lambda p: len(p) % 2 == 0)))
    spans = zip(places[::2], places[1::2], strict=True)
    return text, [edit(start, stop, draw(st.text("ab\r\n", max_size=6))) for start, stop in spans]


@given(edited())
def test_one_edit_does_what_all_do(case: tuple[str, list[TextEdit]]) -> None:
    text, edits = case
    whole = one_edit(text, edits)
    after = apply_edits(text, edits)
    assert after == (text if whole is None else apply_edits(text, [whole]))


@given(edited())
def test_one_edit_leaves_line_ends_whole(case: tuple[str, list[TextEdit]]) -> None:
    text, edits = case
    whole = one_edit(text, edits)
    if whole is not None:
        for place in (whole.span.start, whole.span.stop):
            assert text[max(place - 1, 0) : place + 1] != "\r\n"


def test_one_edit_is_the_smallest() -> None:
    assert one_edit("one two three", [edit(0, 13, "one 2 three")]) == edit(4, 7, "2")


def test_a_place_stays_beside_its_text() -> None:
    text = "thesis t: T\n  because a: A\n"
    assert place_after(text, [edit(7, 8, "label")], text.index("because")) == text.index("because") + 4
    assert place_after(text, [edit(7, 8, "label")], 3) == 3


def test_a_place_goes_with_its_line_when_everything_is_written_anew() -> None:
    text, new = "b: B\na: A\nc: C\n", "  a: A\n  b: B\n  c: C\n"
    edits = [edit(0, len(text), new)]
    assert new[place_after(text, edits, text.index("c: C")) :].lstrip().startswith("c: C")


@given(edited(), st.integers(0, 30))
def test_every_place_stays_in_the_text(case: tuple[str, list[TextEdit]], place: int) -> None:
    text, edits = case
    assert 0 <= place_after(text, edits, min(place, len(text))) <= len(apply_edits(text, edits))
