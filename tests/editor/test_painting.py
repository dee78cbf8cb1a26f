from editor_texts import hostile_lines
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style
from textual.strip import Strip

from argmap.editor.text_area.painting import Row, painted
from argmap.editor.text_area.shown import measured

STYLES = {name: Style() for name in ("base", "gutter", "cursor-gutter")} | {
    "cursor-line": Style(bgcolor="blue"),
    "mark": Style(reverse=True),
    "label": Style(bold=True),
    "selection": Style(bgcolor="red"),
}


def row(text: str, *layers: tuple[int, int, str], width: int = 200, skipped: int = 0) -> Row:
    return Row("", "", "", 0, text, layers, has_cursor=False, width=width, skipped=skipped)


def styled(strip: Strip, attribute: str) -> list[str]:
    return [segment.text for segment in strip if segment.style and getattr(segment.style, attribute)]


def test_layers_lie_over_one_another() -> None:
    strip = painted(row("because arms: Turkey", (8, 12, "label"), (4, 10, "selection")), STYLES)
    assert styled(strip, "bold") == ["ar", "ms"]
    assert styled(strip, "bgcolor") == ["use ", "ar"]


def test_a_style_covers_all_of_a_joined_character() -> None:
    strip = painted(row("a👨\u200d👩\u200d👧b", (3, 4, "label")), STYLES)
    assert styled(strip, "bold") == ["👨\u200d👩\u200d👧"]


def test_what_is_written_out_looks_otherwise_than_what_was_written() -> None:
    assert styled(painted(row("<U+202E>\u202e"), STYLES), "reverse") == ["<U+202E>"]


@given(hostile_lines, st.integers(0, 70), st.integers(1, 50))
def test_a_part_of_a_row_is_as_wide_as_the_screen_and_holds_what_is_there(
    text: str, skipped: int, width: int
) -> None:
    part = painted(row(text, (0, len(text), "label"), width=width, skipped=skipped), STYLES)
    assert cell_len(part.text) == width
    whole = "".join(measured(text).pieces)
    assert part.text.strip() in whole


def test_a_wide_character_that_is_cut_in_two_leaves_its_cell_free() -> None:
    assert painted(row("漢字漢", width=4, skipped=1), STYLES).text == " 字 "
