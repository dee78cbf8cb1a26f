import pytest

from argmap.drawing.contrast import LEAST, contrast, illegible
from argmap.drawing.looks import look_theme
from argmap.drawing.theme import Theme, mark_of
from maps import because, but, evidence, unless

THEMES = {
    "cards": look_theme(),
    "cards dark": look_theme(dark=True),
    "print": look_theme("print"),
    "plain": look_theme("plain"),
    "plain dark": look_theme("plain", dark=True),
}
LINE_MARKS = ("support", "evidence", "attack", "undercut", "answer")


@pytest.fixture(params=THEMES.values(), ids=THEMES.keys())
def theme(request: pytest.FixtureRequest) -> Theme:
    return request.param


def test_contrast_is_that_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)
    assert contrast("#FFFFFF", "#777777") == contrast("#777777", "#FFFFFF")


def test_every_text_can_be_read(theme: Theme) -> None:
    assert list(illegible(theme)) == []


def test_lines_and_dots_are_seen_on_what_they_cross(theme: Theme) -> None:
    for mark in LINE_MARKS:
        assert contrast(theme.colours[mark], theme.sheet) >= LEAST
        assert contrast(theme.colours[mark], theme.frame_fill) >= LEAST


def test_a_thesis_stands_out_in_contrast(theme: Theme) -> None:
    assert contrast(theme.thesis_ink, theme.thesis_fill) >= 7
    stands_out = contrast(theme.thesis_fill, theme.card_fill)
    assert stands_out >= 7 or theme.thesis_border_width >= 2


def test_a_stronger_step_has_a_wider_line(theme: Theme) -> None:
    widths = [theme.width(strength) for strength in ("weak", "moderate", "strong", "conclusive")]
    assert widths == sorted(set(widths))


def test_a_step_without_a_strength_is_as_wide_as_a_moderate_one(theme: Theme) -> None:
    assert theme.width(None) == theme.width("moderate")


def test_kinds_of_line_differ_by_more_than_colour(theme: Theme) -> None:
    lines = [theme.lines[mark] for mark in LINE_MARKS]
    assert len({(line.style, line.head) for line in lines}) == len(lines)


def test_the_edges_of_printed_cards_differ_as_their_lines_do() -> None:
    bars = THEMES["print"].bars
    assert len({bars[mark] for mark in LINE_MARKS}) == len(LINE_MARKS)


def test_the_print_look_is_black_and_white() -> None:
    printed = THEMES["print"]
    assert set(printed.colours.values()) == {"#000000"}
    assert {printed.sheet, printed.card_fill, printed.thesis_fill, *printed.tints.values()} == {"#FFFFFF"}


def test_evidence_is_told_from_other_support() -> None:
    steps = [evidence("a", "b"), because("a", "b"), but("a", "b"), unless("s", "b")]
    assert [mark_of(step) for step in steps] == ["evidence", "support", "attack", "undercut"]
