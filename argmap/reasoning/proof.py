"""The four proof standards: when the case for a claim beats the case against it.

After Gordon and Walton, "Proof Burdens and Standards" (2009), and "Formalizing Balancing Arguments"
(2016). Weights are whole per cents, so that 80 against 30 is fifty apart and not a rounding error more.
"""

from typing import Final

from argmap.model.elements import Standard

UNDECIDED: Final = 0
IN: Final = 1
DENIED: Final = 2
"""The denial of the claim is in."""
OUT: Final = 3
"""Neither the claim nor its denial is in."""

DEFAULT: Final[Standard] = "preponderance"
_CLEARLY = 50
"""By how many per cents the heavier side leads where a clear lead is asked for."""
_REASONABLE = 30
"""A doubt of so many per cents is a reasonable one."""


def beats(standard: Standard, x: int, y: int) -> bool:
    """Whether a side that weighs `x` per cent beats one that weighs `y` (0 where nothing applies)."""
    if standard == "preponderance":
        return x > y
    if standard == "clear-and-convincing":
        return x >= y + _CLEARLY
    if standard == "beyond-reasonable-doubt":
        return x >= y + _CLEARLY and y < _REASONABLE
    return x > 0 == y


def balance(standard: Standard, x: int, y: int) -> int:
    """IN, DENIED or OUT, for a claim with `x` per cent for it and `y` per cent against it.

    Growing `x` never leads from IN to OUT or from OUT to DENIED, and growing `y` never the other way.
    """
    if beats(standard, x, y):
        return IN
    return DENIED if beats(standard, y, x) else OUT
