"""How much of a drawing hangs: as little as lets it print at its own size, else what makes it largest."""

from collections.abc import Callable

from argmap.drawing.layout.packing import Packed
from argmap.drawing.layout.placing import Placed

USUAL_SHEET = 754.0, 520.0
"""Width and height in points of the sheet aimed at: A4 on its side within its margins, like most slides."""
_MOST_HUNG = (1, 3, 6, 12, 25, 50, 100)
_SOME = 600  # cards; arranging them each time takes a part of what drawing them takes
_MOST_HUNG_OF_SOME = (1, 6, 25, 100)
_MANY = 3_000  # cards; arranging them takes a second
_MOST_HUNG_OF_MANY = (50,)
_WORTH_IT = 0.9  # hanging more must shrink the sheet at least to this


def choose(
    arrange: Callable[[int], tuple[list[Placed], Packed]], *, cards: int, sheet: tuple[float, float]
) -> tuple[list[Placed], Packed]:
    """The arrangement to draw.

    `arrange` makes one from the largest number of cards that may hang together; `cards` is how many there
    are, `sheet` the width and height in points of what it is to print on.
    """
    first, *others = _candidates(cards)
    best = arrange(first)
    for most in others:
        if _scale_down(best[1], sheet) <= 1:
            break
        other = arrange(most)
        if _scale_down(other[1], sheet) < _WORTH_IT * _scale_down(best[1], sheet):
            best = other
    return best


def _candidates(cards: int) -> tuple[int, ...]:
    if cards < _SOME:
        return _MOST_HUNG
    return _MOST_HUNG_OF_SOME if cards < _MANY else _MOST_HUNG_OF_MANY


def _scale_down(packed: Packed, sheet: tuple[float, float]) -> float:
    """By how much the drawing is larger than the sheet."""
    return max(packed.width / sheet[0], packed.height / sheet[1])
