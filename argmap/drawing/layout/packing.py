"""Several trees on one sheet: in rows, in the writer's order, those of a section together in its frame."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from math import sqrt

import attrs

from argmap.drawing.layout.forest import items_of
from argmap.drawing.layout.geometry import Rect
from argmap.drawing.layout.placing import Placed

_GAP = 28.0  # points between trees
_MARGIN = 12.0  # points between a frame and what stands in it


@attrs.frozen
class Frame:
    """The light frame of a section, with the room that its title takes at the top."""

    section: str
    rect: Rect


@attrs.frozen
class Packed:
    """Trees and frames in their places; `corners` are the trees' upper left ones, in their order."""

    corners: tuple[tuple[float, float], ...]
    frames: tuple[Frame, ...]
    width: float
    height: float


@attrs.frozen
class _Block:
    """Something to be put in a row: trees by number, at places of their own."""

    trees: tuple[tuple[int, float, float], ...]
    width: float
    height: float
    frame: str | None = None


def pack(trees: Sequence[Placed], *, aspect: float, title_sizes: dict[str, tuple[float, float]]) -> Packed:
    """Put trees on a sheet that is about `aspect` times as wide as high.

    `title_sizes` are width and height of the titles of sections by id, in points; trees that lie wholly in
    one of these sections get its frame.
    """
    blocks: list[_Block] = []
    sections = [_section_of(tree) for tree in trees]
    for section, numbers in groupby(range(len(trees)), key=lambda number: sections[number]):
        members = [
            _Block(((number, 0.0, 0.0),), trees[number].width, trees[number].height) for number in numbers
        ]
        if section is None or section not in title_sizes:
            blocks += members
        else:
            blocks.append(_framed(_in_rows(members, aspect), section, *title_sizes[section]))
    whole = _in_rows(blocks, aspect)
    corners = {number: (x, y) for number, x, y in whole.trees}
    frames = tuple(_frames(blocks, corners, title_sizes))
    return Packed(tuple(corners[number] for number in range(len(trees))), frames, whole.width, whole.height)


def _section_of(tree: Placed) -> str | None:
    """The section that the whole tree lies in, if there is one."""
    sections = {item.section for item in items_of(tree.tree)}
    return sections.pop() if len(sections) == 1 else None


def _in_rows(blocks: Sequence[_Block], aspect: float) -> _Block:
    """The blocks side by side, in a new row wherever the sheet would grow too wide."""
    area = sum((block.width + _GAP) * (block.height + _GAP) for block in blocks)
    widest = max([sqrt(area * aspect), *(block.width for block in blocks)])
    trees: list[tuple[int, float, float]] = []
    x = y = row = width = 0.0
    for block in blocks:
        if x and x + block.width > widest:
            x, y, row = 0.0, y + row + _GAP, 0.0
        trees += [(number, x + across, y + down) for number, across, down in block.trees]
        x += block.width + _GAP
        row = max(row, block.height)
        width = max(width, x - _GAP)
    return _Block(tuple(trees), width, y + row)


def _framed(block: _Block, section: str, title_width: float, title_height: float) -> _Block:
    return _Block(
        tuple((number, x + _MARGIN, y + _MARGIN + title_height) for number, x, y in block.trees),
        max(block.width, title_width) + 2 * _MARGIN,
        block.height + title_height + 2 * _MARGIN,
        section,
    )


def _frames(
    blocks: Sequence[_Block],
    corners: dict[int, tuple[float, float]],
    title_sizes: dict[str, tuple[float, float]],
) -> Iterator[Frame]:
    for block in blocks:
        if block.frame is not None:
            number, x, y = block.trees[0]
            left, top = corners[number][0] - x, corners[number][1] - y
            yield Frame(block.frame, Rect(left, top, block.width, block.height))
