import hypothesis
from hypothesis import strategies as st

from argmap.source.cells import padded, printable, shown_line, width, wrap


def test_wide_characters_take_two_cells_and_marks_none() -> None:
    assert width("abc") == 3
    assert width("東京") == 4
    assert width("e\u0301") == 1
    assert width("İğ") == 2
    assert width("🙂") == 2


def test_characters_that_steer_a_terminal_are_written_out() -> None:
    assert printable("a\x1b[31mb") == "a<U+001B>[31mb"
    assert printable("a\u202eb") == "a<U+202E>b"
    assert printable("a\tb\udc80") == "a b<U+DC80>"
    assert printable("dünya 世界") == "dünya 世界"


def test_a_tab_reaches_to_the_next_stop() -> None:
    assert shown_line("\ta\tb") == ["    ", "a", "   ", "b"]
    assert "".join(shown_line("東\tx")) == "東  x"


def test_wrapped_lines_fit_and_lose_nothing() -> None:
    text = "Moscow needs 東京東京東京 a pneumonoultramicroscopic partner"
    lines = wrap(text, 10)
    assert all(width(line) <= 10 for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert wrap("", 10) == [""]
    assert wrap("a b", 10) == ["a b"]


def test_a_no_break_space_holds_words_together() -> None:
    assert wrap("see p.\u00a03 now", 6) == ["see", "p.\u00a03", "now"]


@hypothesis.settings(max_examples=300, deadline=None, database=None)
@hypothesis.given(st.text("ab   ", max_size=60), st.integers(1, 20))
def test_plain_text_is_wrapped_like_any_other(text: str, cells: int) -> None:
    other = text.replace("a", "é")
    assert [line.replace("é", "a") for line in wrap(other + " é", cells)] == wrap(text + " a", cells)


def test_padding_counts_cells() -> None:
    assert padded("東", 4) == "東  "
