"""How far the sheet moves to show a card, and how wide cards are so that a first reason fits beside it."""

from typing import Final

from textual.geometry import Offset, Size

from argmap.drawing.terminal.chart import Rectangle
from argmap.drawing.terminal.view import View

_AROUND: Final = Offset(4, 1)
"""Cells kept in view around the selected card, so that its lines are seen."""
_BESIDE_TEXT: Final = 30
"""Cells that a card and its first reason need beside their texts: borders, and the lines between them."""
_NARROWEST: Final = 18
_WIDEST: Final = View().text_cells


def text_cells(pane: int) -> int:
    """How wide the text on a card is, so that a card and its first reason fit a pane of so many cells."""
    return min(max((pane - _BESIDE_TEXT) // 2, _NARROWEST), _WIDEST)


def scrolled(offset: Offset, pane: Size, card: Rectangle, reason: Rectangle) -> Offset:
    """Where the pane's top left is to be: no farther than shows the card, and what fits of its reason.

    What the reason needs is taken from what is kept free before the card.
    """
    return Offset(
        _shifted(offset.x, pane.width, card.x, card.width, reason.x + reason.width, _AROUND.x),
        _shifted(offset.y, pane.height, card.y, card.height, reason.y + reason.height, _AROUND.y),
    )


def _shifted(begin: int, cells: int, card: int, size: int, reason_end: int, around: int) -> int:
    end = max(card + size, min(reason_end, card + cells))
    before = min(around, max(cells - (end - card), 0))
    return min(max(begin, end + around - cells), card - before)
