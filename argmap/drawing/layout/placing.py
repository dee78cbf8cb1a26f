"""Every item of a tree in its place, with the lines between them: a tidy tree whose small subtrees hang."""

from collections.abc import Iterator, Mapping, Set

import attrs

from argmap.drawing.directions import Direction
from argmap.drawing.layout.blocks import Block, Part
from argmap.drawing.layout.elbows import routes_below
from argmap.drawing.layout.forest import Item, items_of
from argmap.drawing.layout.geometry import Point, Rect, Route, turned
from argmap.drawing.layout.hanging import hang, hanging
from argmap.drawing.layout.measuring import Size
from argmap.drawing.layout.tidy import GAP_BELOW, tidy
from argmap.drawing.layout.tree import Box


@attrs.frozen
class Placed:
    """A tree laid out, its upper left corner at the origin. Lengths are in points."""

    tree: Item
    rects: Mapping[str, Rect]
    """By the names of the nodes."""
    routes: tuple[Route, ...]
    named_upright: Set[str]
    """The dots that a line enters from the left, by the names of their nodes."""
    width: float
    height: float


def place(
    tree: Item,
    sizes: Mapping[str, Size],
    named_upright: Mapping[str, Size],
    *,
    direction: Direction,
    most_hung: int,
) -> Placed:
    """Lay a tree out. Subtrees of at most `most_hung` cards hang as outlines; 1 hangs none.

    `sizes` are those of all nodes by name; `named_upright` those of dots with their name above or below
    them, as it must be where a line enters from the left.
    """
    # Everything is placed as if it grew down or to the right, and mirrored in the end.
    hung = hanging(tree, most_hung)
    items = list(items_of(tree))
    entered = [branch.item for item in items if id(item) in hung for branch in item.branches]
    tops = {id(tree), *map(id, entered)}
    above = {item.name: named_upright[item.name] for item in entered if item.name in named_upright}
    sizes = {**{item.name: sizes[item.name] for item in items}, **above}
    blocks: dict[int, Block] = {}
    for item in reversed(items):
        if id(item) in hung:
            blocks[id(item)] = hang(
                item, sizes[item.name], [blocks[id(branch.item)] for branch in item.branches]
            )
        elif id(item) in tops:
            blocks[id(item)] = _row(item, sizes, blocks, hung, direction)
    return _spread_out(blocks[id(tree)], set(above), direction)


def _row(
    top: Item, sizes: Mapping[str, Size], blocks: Mapping[int, Block], hung: Set[int], direction: Direction
) -> Block:
    """A tidy tree whose leaves are cards, or blocks that hang."""
    items = list(_items_in_row(top, hung))
    boxes: dict[int, Box] = {}
    for item in reversed(items):
        if id(item) in hung:
            block = blocks[id(item)]
            entry = block.middle if direction.is_sideways else block.own.x + block.own.width / 2
            width, height = _lying(block.width, block.height, direction)
            boxes[id(item)] = Box(item.name, width, height, line_at=entry)
        else:
            width, height = _lying(sizes[item.name].width, sizes[item.name].height, direction)
            below = [boxes[id(branch.item)] for branch in item.branches]
            beside = sum(branch.beside for branch in item.branches)
            boxes[id(item)] = Box(item.name, width, height, below, beside=beside)
    corners = tidy(boxes[id(top)])
    rects = {
        item.name: Rect(corners[item.name].x, corners[item.name].y, box.width, box.height)
        for item in items
        for box in [boxes[id(item)]]
    }
    own = {
        id(item): blocks[id(item)].own
        if id(item) in hung
        else Rect(0.0, 0.0, sizes[item.name].width, sizes[item.name].height)
        for item in items
    }
    entries = {
        item.name: _entry(item, rects[item.name], boxes[id(item)], own[id(item)], direction) for item in items
    }
    routes = [
        route
        for item in items
        if id(item) not in hung
        for route in routes_below(item, rects, _ports(sizes[item.name], direction), entries, gap=GAP_BELOW)
    ]
    found = [(item, _swapped(rects[item.name], direction)) for item in items]
    return Block(
        top,
        found[0][1],
        tuple(Part(blocks[id(item)], rect.x, rect.y) for item, rect in found if id(item) in hung),
        tuple(attrs.evolve(route, path=_swapped_path(route.path, direction)) for route in routes),
        tuple((item, rect) for item, rect in found[1:] if id(item) not in hung),
    )


def _items_in_row(top: Item, hung: Set[int]) -> Iterator[Item]:
    """The items of a tidy tree, from above: those that hang are its leaves."""
    waiting = [top]
    while waiting:
        item = waiting.pop()
        yield item
        if id(item) not in hung:
            waiting += [branch.item for branch in reversed(item.branches)]


def _entry(item: Item, rect: Rect, box: Box, own: Rect, direction: Direction) -> Point:
    """Where the line from above enters an item: at the circle of a dot, else at the edge."""
    lead = 0.0
    if item.is_dot:
        middle = own.x + own.width / 2 if direction.is_sideways else own.y + own.height / 2
        lead = middle - item.radius
    return Point(rect.x + box.anchor, rect.y + lead)


def _lying(width: float, height: float, direction: Direction) -> tuple[float, float]:
    """A size in a drawing that grows to the side, as if it grew down."""
    return (height, width) if direction.is_sideways else (width, height)


def _ports(size: Size, direction: Direction) -> tuple[tuple[float, float], ...]:
    """The ports of a box as if the drawing grew down: across, and down from the side of the conclusion."""
    match direction.rankdir:
        case "TB":
            return size.ports
        case "BT":
            return tuple((across, size.height - down) for across, down in size.ports)
        case "LR":
            return tuple((down, across) for across, down in size.ports)
        case "RL":
            return tuple((down, size.width - across) for across, down in size.ports)


def _swapped(rect: Rect, direction: Direction) -> Rect:
    return Rect(rect.y, rect.x, rect.height, rect.width) if direction.is_sideways else rect


def _swapped_path(path: tuple[Point, ...], direction: Direction) -> tuple[Point, ...]:
    return tuple(Point(point.y, point.x) for point in path) if direction.is_sideways else path


def _spread_out(whole: Block, named_upright: Set[str], direction: Direction) -> Placed:
    """All blocks on one sheet, mirrored where the drawing grows up or to the left."""
    turn = turned(direction, whole.width, whole.height)
    rects: dict[str, Rect] = {}
    routes: list[Route] = []
    waiting = [Part(whole, 0.0, 0.0)]
    while waiting:
        part = waiting.pop()
        block, left, top = part.block, part.x, part.y
        for item, rect in ((block.item, block.own), *block.others):
            rects[item.name] = turn(Rect(left + rect.x, top + rect.y, rect.width, rect.height))
        for route in block.routes:
            places = (turn(Rect(left + point.x, top + point.y, 0.0, 0.0)) for point in route.path)
            routes.append(attrs.evolve(route, path=tuple(Point(place.x, place.y) for place in places)))
        waiting += [Part(inner.block, left + inner.x, top + inner.y) for inner in block.parts]
    return Placed(whole.item, rects, tuple(routes), named_upright, whole.width, whole.height)
