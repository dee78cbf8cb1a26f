"""Fixes are applied together where they do not touch; the rest wait."""

from hypothesis import given
from hypothesis import strategies as st

from argmap.edits.fixes import apply_fixes
from argmap.source.diagnostics import Diagnostic, Fix, Severity
from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText

TEXT = "0123456789"


def fixing(*edits: tuple[int, int, str], file: str = "a", code: str = "L109") -> Diagnostic:
    made = tuple(TextEdit(Span(file, start, stop), new) for start, stop, new in edits)
    span = made[0].span if made else Span(file, 0, 0)
    return Diagnostic(code, Severity.WARNING, "wrong", span, fix=Fix("mend it", made, safe=True))


def after(*diagnostics: Diagnostic, text: str = TEXT) -> tuple[str, int]:
    """The text after the fixes, and how many are left."""
    done = apply_fixes({"a": SourceText("a", text)}, diagnostics)
    assert len(done.applied) + len(done.left) == len(diagnostics)
    return done.texts["a"].text, len(done.left)


def test_fixes_apart_are_applied_together_in_any_order() -> None:
    assert after(fixing((7, 8, "x")), fixing((1, 3, "")), fixing((4, 4, "yy"))) == ("03yy456x89", 0)


def test_of_two_that_overlap_the_first_is_applied() -> None:
    assert after(fixing((2, 5, "x")), fixing((4, 6, "y"))) == ("01x56789", 1)
    assert after(fixing((0, 9, "x")), fixing((4, 5, "y"))) == ("x9", 1)


def test_the_same_fix_twice_is_applied_once() -> None:
    assert after(fixing((2, 3, "")), fixing((2, 3, ""))) == ("013456789", 1)


def test_replacements_may_stand_side_by_side() -> None:
    assert after(fixing((2, 4, "x")), fixing((4, 6, "y"))) == ("01xy6789", 0)


def test_an_insertion_at_an_end_of_another_fix_waits() -> None:
    assert after(fixing((2, 4, "x")), fixing((4, 4, "y")), fixing((2, 2, "z"))) == ("01x456789", 2)
    assert after(fixing((4, 4, "x")), fixing((4, 4, "y"))) == ("0123x456789", 1)


def test_a_fix_is_applied_wholly_or_not_at_all() -> None:
    assert after(fixing((5, 6, "x")), fixing((0, 1, "y"), (5, 6, "z"))) == ("01234x6789", 1)


def test_a_fix_that_fits_no_text_is_left() -> None:
    odd = [fixing((5, 11, "x")), fixing((2, 4, "x"), (3, 5, "y")), fixing(), fixing((0, 1, ""), file="b")]
    assert after(*odd) == (TEXT, 4)


def test_a_message_without_a_fix_is_passed_over() -> None:
    plain = Diagnostic("L109", Severity.WARNING, "wrong", Span("a", 0, 1))
    done = apply_fixes({"a": SourceText("a", TEXT)}, [plain])
    assert (done.applied, done.left, done.texts["a"].text) == ((), (), TEXT)


def test_a_fix_may_change_several_texts() -> None:
    texts = {"a": SourceText("a", "one"), "b": SourceText("b", "two")}
    edits = (TextEdit(Span("a", 0, 3), "1"), TextEdit(Span("b", 0, 3), "2"))
    both = Diagnostic("R108", Severity.WARNING, "wrong", Span("a", 0, 1), fix=Fix("count", edits, safe=True))
    done = apply_fixes(texts, [both])
    assert [source.text for source in done.texts.values()] == ["1", "2"]


def test_what_is_written_gets_the_line_ends_of_its_text() -> None:
    assert after(fixing((3, 3, "x\ny\n")), text="a\r\nb\r\n") == ("a\r\nx\r\ny\r\nb\r\n", 0)
    assert after(fixing((2, 2, "x\ny")), text="a\nb\r\n") == ("a\nx\nyb\r\n", 0)


SPANS = st.tuples(st.integers(0, 12), st.integers(0, 12), st.text("xy", max_size=2))


@given(st.lists(st.lists(SPANS, max_size=3), max_size=8))
def test_any_fixes_can_be_given(places: list[list[tuple[int, int, str]]]) -> None:
    fixes = [fixing(*edits) for edits in places]
    done = apply_fixes({"a": SourceText("a", TEXT)}, fixes)
    alone = SourceText("a", TEXT)
    # From the last place to the first, one after the other: what was applied together can be applied alone.
    edits = sorted(
        ((edit.span.start, edit.span.stop, edit) for found in done.applied for edit in found.fix.edits),
        key=lambda entry: entry[:2],
        reverse=True,
    )
    text = alone.text
    for start, stop, edit in edits:
        text = text[:start] + edit.replacement + text[stop:]
    assert sorted(text) == sorted(done.texts["a"].text)
    assert len(done.applied) + len(done.left) == len(fixes)
