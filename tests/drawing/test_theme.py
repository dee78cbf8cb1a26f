import pytest

from argmap.drawing.theme import CARDS, mark_of
from maps import because, but, evidence, unless


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2."""

    def luminance(colour: str) -> float:
        channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("colour", [*CARDS.colours.values(), CARDS.ink, CARDS.muted])
def test_every_colour_of_text_and_line_is_legible_on_paper(colour: str) -> None:
    assert contrast(colour, CARDS.paper) >= 4.6


def test_the_text_of_a_thesis_is_legible_on_its_card() -> None:
    assert contrast(CARDS.paper, CARDS.thesis_fill) >= 7
    assert contrast(CARDS.thesis_muted, CARDS.thesis_fill) >= 7


def test_a_stronger_step_has_a_wider_line() -> None:
    widths = [CARDS.width(strength) for strength in ("weak", "moderate", "strong", "conclusive")]
    assert widths == sorted(set(widths))


def test_a_step_without_a_strength_is_as_wide_as_a_moderate_one() -> None:
    assert CARDS.width(None) == CARDS.width("moderate")


def test_kinds_of_line_differ_by_more_than_colour() -> None:
    lines = [CARDS.lines[mark] for mark in ("support", "attack", "undercut", "answer")]
    assert len({(line.style, line.head) for line in lines}) == len(lines)


def test_evidence_is_told_from_other_support() -> None:
    steps = [evidence("a", "b"), because("a", "b"), but("a", "b"), unless("s", "b")]
    assert [mark_of(step) for step in steps] == ["evidence", "support", "attack", "undercut"]
