"""A part of a drawing laid out by itself, with other such parts inside it."""

from functools import cached_property

import attrs

from argmap.drawing.layout.forest import Item
from argmap.drawing.layout.geometry import Point, Rect, Route


@attrs.frozen(eq=False, slots=False)
class Block:
    """An item and all below it, the upper left corner at the origin. Lengths are in points."""

    item: Item
    own: Rect
    """Where the item itself stands; a dot's has the room of its name around it."""
    parts: "tuple[Part, ...]" = ()
    """The blocks inside it, in their places."""
    routes: tuple[Route, ...] = ()
    """The lines from items of its own to others of its own, and to the blocks inside."""
    others: tuple[tuple[Item, Rect], ...] = ()
    """Items of its own beside the first."""

    @cached_property
    def width(self) -> float:
        """From the left to the rightmost part."""
        rights = [rect.x + rect.width for rect in (self.own, *(rect for _, rect in self.others))]
        return max([*rights, *(part.x + part.block.width for part in self.parts)])

    @cached_property
    def height(self) -> float:
        """From the top to the lowest part."""
        bottoms = [rect.y + rect.height for rect in (self.own, *(rect for _, rect in self.others))]
        return max([*bottoms, *(part.y + part.block.height for part in self.parts)])

    @property
    def middle(self) -> float:
        """How far down the middle of the item is, where a line enters from the left."""
        return self.own.y + self.own.height / 2


@attrs.frozen(eq=False)
class Part:
    """A block at a place inside another."""

    block: Block
    x: float
    y: float

    @property
    def entry(self) -> Point:
        """Where a line from the left enters its item: at a dot's circle, else at the side."""
        item, own = self.block.item, self.block.own
        left = own.x + own.width / 2 - item.radius if item.is_dot else own.x
        return Point(self.x + left, self.y + self.block.middle)
