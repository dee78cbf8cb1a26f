"""A drawing as a tree of boxes, before anything is placed. Lengths are in points, y grows downward."""

from collections.abc import Iterator

import attrs


@attrs.define(eq=False)
class Box:
    """A card, a box of cards or a dot, with what stands below it.

    `width` and `height` are its size; `line_at` is how far from its left the line from above comes in, its
    middle when None. The last `beside` of its children are led to from its side: it keeps the way to them
    free, and stands in the middle of the others.
    """

    name: str
    width: float
    height: float
    children: "list[Box]" = attrs.field(factory=list)
    line_at: float | None = None
    beside: int = 0

    @property
    def anchor(self) -> float:
        """Where the line from above comes in, from its left."""
        return self.width / 2 if self.line_at is None else self.line_at


@attrs.frozen
class Place:
    """The left and the top of a box."""

    x: float
    y: float


def top_down(root: Box) -> Iterator[Box]:
    """Every box of a tree, parents before children, siblings in order."""
    waiting = [root]
    while waiting:
        box = waiting.pop()
        yield box
        waiting += reversed(box.children)
