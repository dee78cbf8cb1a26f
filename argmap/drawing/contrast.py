"""Whether what a theme writes can be read: the contrast of every text with what is behind it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argmap.drawing.theme import Colour, Theme

LEAST = 4.5
"""The contrast that WCAG 2.2 asks of text (success criterion 1.4.3, level AA)."""


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, from 1 to 21, as WCAG 2.2 defines it."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def illegible(theme: "Theme") -> Iterator[str]:
    """A sentence for every text of a theme that has too little contrast."""
    for what, ink, where, ground in _texts(theme):
        found = contrast(ink, ground)
        if found < LEAST:
            yield (
                f"{what} {ink} on {where} {ground} is hard to read: its contrast is {found:.1f}, "
                f"and should be {LEAST} or more"
            )


def _texts(theme: "Theme") -> "Iterator[tuple[str, Colour, str, Colour]]":
    """Every text on everything that it can stand on, both by their names in theme files."""
    yield "ink", theme.ink, "card_fill", theme.card_fill
    yield "ink", theme.ink, "question_fill", theme.question_fill
    yield "ink", theme.ink, "sheet", theme.sheet
    yield "muted", theme.muted, "card_fill", theme.card_fill
    yield "muted", theme.muted, "sheet", theme.sheet
    yield "muted", theme.muted, "frame_fill", theme.frame_fill
    yield "thesis_ink", theme.thesis_ink, "thesis_fill", theme.thesis_fill
    yield "thesis_muted", theme.thesis_muted, "thesis_fill", theme.thesis_fill
    yield "fallen_ink", theme.fallen_ink, "fallen_fill", theme.fallen_fill
    yield "fallen_thesis_ink", theme.fallen_thesis_ink, "fallen_thesis_fill", theme.fallen_thesis_fill
    yield "colours.answer", theme.colours["answer"], "question_fill", theme.question_fill
    for mark, colour in theme.colours.items():
        yield f"colours.{mark}", colour, "card_fill", theme.card_fill
        if mark in theme.tints:
            yield "dot_ink", theme.dot_ink, f"colours.{mark}", colour
        if mark != "claim":
            yield f"colours.{mark}", colour, "sheet", theme.sheet
            yield f"colours.{mark}", colour, "frame_fill", theme.frame_fill


def _luminance(colour: str) -> float:
    channels = (int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
