"""How wide a text is, in the measures of Arimo, which are those of Arial and Liberation Sans."""

import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parent / "fonts"
"""Directory of the fonts that come with argmap, and of what is known about them."""

LAYOUT_FONT = "Arial"
"""What Graphviz is told, whatever font a drawing is then shown in: one with these measures."""

_UNITS = 2048  # to the em, as in the font files
_OTHER_SCRIPT = 1230  # letters of scripts that Arimo lacks: about as wide as fallback fonts draw them
_INVISIBLE = frozenset({"Mn", "Me", "Cf", "Cc", "Cs"})
_SYMBOL = "So"


class _Advances(dict[str, int]):
    """Advance width by character; characters that the font lacks are estimated."""

    def __missing__(self, character: str) -> int:
        category = unicodedata.category(character)
        if category in _INVISIBLE:
            return 0
        if category == _SYMBOL or unicodedata.east_asian_width(character) in "WF":
            return _UNITS
        return _OTHER_SCRIPT


@cache
def _advances() -> dict[bool, _Advances]:
    """The tables for regular (False) and bold (True)."""
    tables: dict[bool, _Advances] = {}
    for line in (FONTS / "advances.txt").read_text(encoding="ascii").splitlines():
        first, *ranges = line.split()
        if first in ("regular", "bold"):
            table = tables[first == "bold"] = _Advances()
        elif first != "#":
            width = int(first)
            for span in ranges:
                start, _, stop = span.partition("-")
                codes = range(int(start, 16), int(stop or start, 16) + 1)
                table.update(dict.fromkeys(map(chr, codes), width))
    return tables


def text_width(text: str, size: float, bold: bool = False) -> float:
    """Width in points of one line of text set in `size` points, without kerning.

    Wide (East Asian) characters and signs that Arimo lacks count 1 em, letters of other scripts about
    0.6 em; combining marks, zero-width and control characters count nothing.
    """
    return sum(map(_advances()[bold].__getitem__, text)) * size / _UNITS


def is_measured(text: str, bold: bool = False) -> bool:
    """Whether `text_width` knows every character of the text, so that nothing in it is estimated."""
    table = _advances()[bold]
    known = all(map(table.__contains__, text))
    return known or not any(table[character] for character in text if character not in table)
