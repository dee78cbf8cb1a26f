"""A tidy tree of boxes of any size, as narrow as its shape allows.

Every box stands above the middle of its children, siblings begin on one level right below their parent, and
subtrees stand as close as their outlines let them, whatever their heights: the drawing of van der Ploeg,
"Drawing Non-layered Tidy Trees in Linear Time" (2014), after Reingold and Tilford (1981). It is found in
another way. Children are packed once from the left and once from the right; how far two children must be
apart bounds a difference of places, so the mean of both packings keeps all bounds too, and spreads small
subtrees evenly between large ones. Outlines are kept bottom first, so that the shorter of two is what has to
be looked at and copied: linear, but for the search of a level in a row of outlines.
"""

from bisect import bisect_left
from collections.abc import Sequence
from math import inf

from argmap.drawing.layout.tree import Box, Place, top_down

GAP_BESIDE = 18.0
"""Points between neighbours."""
GAP_BELOW = 34.0
"""Points between a box and its children: the room for lines."""


def tidy(root: Box, *, beside: float = GAP_BESIDE, below: float = GAP_BELOW) -> dict[str, Place]:
    """The place of every box by its name, the leftmost at x = 0 and the root at y = 0.

    `beside` is the least gap between boxes side by side, `below` the gap to the children. Lines that keep to
    the gap below their upper end cross no box.
    """
    boxes = list(top_down(root))
    tops = {id(root): 0.0}
    for box in boxes:
        for child in box.children:
            tops[id(child)] = tops[id(box)] + box.height + below
    done: dict[int, _Subtree] = {}
    for box in reversed(boxes):
        subtrees = [done.pop(id(child)) for child in box.children]
        done[id(box)] = _joined(box, subtrees, top=tops[id(box)], beside=beside, below=below)
    places: dict[str, Place] = {}
    waiting = [(done[id(root)], 0.0)]
    while waiting:
        subtree, shift = waiting.pop()
        x = shift + subtree.x
        places[subtree.box.name] = Place(x, subtree.top)
        offsets = zip(subtree.children, subtree.offsets, strict=True)
        waiting += [(child, x + offset) for child, offset in offsets]
    left = min(place.x for place in places.values())
    return {name: Place(place.x - left, place.y) for name, place in places.items()}


class _Outline:
    """One side of a subtree: down to each level, how far out it reaches; the lowest level first."""

    __slots__ = ("levels", "reaches", "shift")

    def __init__(self) -> None:
        self.levels: list[float] = []
        """The negated lower ends of the parts, so that they ascend."""
        self.reaches: list[float] = []
        self.shift = 0.0
        """To be added to every reach."""

    def add_above(self, bottom: float, reach: float) -> None:
        self.levels.append(-bottom)
        self.reaches.append(reach - self.shift)

    def at(self, number: int) -> float:
        return self.reaches[number] + self.shift

    def bottom(self, number: int) -> float:
        return -self.levels[number]

    def below(self, level: float) -> int:
        """The number of the part that covers what is just below a level."""
        return bisect_left(self.levels, -level) - 1

    @property
    def depth(self) -> float:
        return -self.levels[0]


class _Subtree:
    """A box with its subtree laid out, in coordinates whose origin is where its parent puts it."""

    __slots__ = ("box", "children", "left", "offsets", "right", "top", "x")

    def __init__(self, box: Box, top: float) -> None:
        self.box = box
        self.top = top
        self.x = 0.0
        self.children: Sequence[_Subtree] = ()
        self.offsets: Sequence[float] = ()
        """Of the children's origins from the left of the box."""
        self.left, self.right = _Outline(), _Outline()

    @property
    def anchor(self) -> float:
        return self.x + self.box.anchor


def _joined(box: Box, children: Sequence[_Subtree], *, top: float, beside: float, below: float) -> _Subtree:
    found = _Subtree(box, top)
    bottom = top + box.height
    if not children:
        found.left.add_above(bottom + below, 0.0)
        found.right.add_above(bottom + below, box.width)
        return found
    places = _spread(children, top=bottom + below, gap=beside)
    anchors = [place + child.anchor for place, child in zip(places, children, strict=True)]
    under = anchors[: len(anchors) - box.beside] or anchors[:1]
    middle = (under[0] + under[-1]) / 2
    found.x = middle - box.width / 2
    found.children = children
    found.offsets = [place - found.x for place in places]
    found.left, found.right = _around(children, places)
    # The gap below the box belongs to its lines, as does the way at its side to what is led to from there.
    found.left.add_above(bottom + below, min(found.x, anchors[0]))
    found.right.add_above(bottom + below, max(found.x + box.width, anchors[-1]))
    aside = anchors[len(under) :]
    found.left.add_above(bottom, min([found.x, *aside]))
    found.right.add_above(bottom, max([found.x + box.width, *aside]))
    return found


def _spread(children: Sequence[_Subtree], *, top: float, gap: float) -> list[float]:
    """Where the origins of the children stand: the mean of the two closest packings."""
    if len(children) == 1:
        return [0.0]
    lefts, rights = [child.left for child in children], [child.right for child in children]
    from_left = _packed(rights, lefts, top=top, gap=gap, sign=1.0)
    from_right = _packed(lefts[::-1], rights[::-1], top=top, gap=gap, sign=-1.0)
    # Both are as wide: the longest chain of bounds between the first child and the last.
    return [(a + from_left[-1] - b) / 2 for a, b in zip(from_left, reversed(from_right), strict=True)]


def _packed(
    near: Sequence[_Outline], far: Sequence[_Outline], *, top: float, gap: float, sign: float
) -> list[float]:
    """How far each subtree must go in the direction of `sign`, when they are put there one after the other.

    `near` are the sides that those that stand turn to the next, `far` the sides that the next turn to them.
    """
    gone = [0.0]
    # What the next one meets, from below: each counts down to its depth from that of the one after it.
    pieces = [(near[0], 0.0)]
    for next_far, next_near in zip(far[1:], near[1:], strict=True):
        distance = gap + _farthest(pieces, next_far, top=top, sign=sign)
        gone.append(distance)
        while pieces and pieces[-1][0].depth <= next_near.depth:
            pieces.pop()
        pieces.append((next_near, distance))
    return gone


def _farthest(
    pieces: Sequence[tuple[_Outline, float]], outline: _Outline, *, top: float, sign: float
) -> float:
    """How far what stands reaches into an outline, on the level where it does so most."""
    found = -inf
    level = top
    here = len(outline.levels) - 1
    for piece, distance in reversed(pieces):
        there = piece.below(level)
        while here >= 0 and there >= 0:
            found = max(found, distance + sign * (piece.at(there) - outline.at(here)))
            level = min(piece.bottom(there), outline.bottom(here))
            here -= outline.bottom(here) <= level
            there -= piece.bottom(there) <= level
        if here < 0:
            break
    return found


def _around(children: Sequence[_Subtree], places: Sequence[float]) -> tuple[_Outline, _Outline]:
    """The outlines of children that stand side by side."""
    for child, place in zip(children, places, strict=True):
        child.left.shift += place
        child.right.shift += place
    left, right = children[0].left, children[-1].right
    for child in children[1:]:
        left = _in_front(left, child.left)
    for child in children[-2::-1]:
        right = _in_front(right, child.right)
    return left, right


def _in_front(near: _Outline, behind: _Outline) -> _Outline:
    """What is seen of two outlines, one behind the other: more than the nearer where the other is deeper."""
    if behind.depth <= near.depth:
        return near
    rest = behind.below(near.depth) + 1
    del behind.levels[rest:], behind.reaches[rest:]
    shift = near.shift - behind.shift
    behind.levels += near.levels
    behind.reaches += [reach + shift for reach in near.reaches]
    return behind
