"""How much of a drawing hangs: as little as lets it print at its own size, else what makes it largest."""

from collections.abc import Callable

from argmap.drawing.layout.packing import Packed
from argmap.drawing.layout.placing import Placed

ASPECT = 1.45
"""Width by height of the sheet aimed at: A4 on its side within its margins, and most slides."""
_OWN_SIZE = 520.0  # points: the height of that sheet
_MOST_HUNG = (1, 3, 6, 12, 25, 50, 100)
_MANY = 3_000  # cards; arranging them takes a second
_MOST_HUNG_OF_MANY = (25, 100)
_WORTH_IT = 0.9  # hanging more must shrink the sheet at least to this


def choose(
    arrange: Callable[[int], tuple[list[Placed], Packed]], *, cards: int
) -> tuple[list[Placed], Packed]:
    """The arrangement to draw.

    `arrange` makes one from the largest number of cards that may hang together; `cards` is how many there
    are.
    """
    first, *others = _MOST_HUNG if cards < _MANY else _MOST_HUNG_OF_MANY
    best = arrange(first)
    for most in others:
        if _needed(best[1]) <= _OWN_SIZE:
            break
        other = arrange(most)
        if _needed(other[1]) < _WORTH_IT * _needed(best[1]):
            best = other
    return best


def _needed(packed: Packed) -> float:
    """The height of the sheet of the aspect aimed at that holds the drawing at its own size."""
    return max(packed.width / ASPECT, packed.height)
