"""Names of schemes and titles of frames, moved where an engine laid lines over them.

Graphviz keeps room for a name on both sides of its dot, and along a whole edge of a frame for its title, but
does not ask where its lines go. So what is crossed is moved within that room, and nothing else.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cached_property
from html import unescape
from itertools import chain, pairwise

import attrs

from argmap.drawing.engine_svg import (
    CORNERS,
    PATH,
    Area,
    Place,
    along,
    around,
    curves,
    edited,
    groups,
    places,
)
from argmap.drawing.metrics import text_width

_ELLIPSE = re.compile(r'<ellipse [^>]*?\bcx="([\d.-]+)" cy="([\d.-]+)" rx="([\d.]+)" ry="([\d.]+)"')
_TEXT = re.compile(r'<text [^>]*?\bx="(-?[\d.]+)" y="(-?[\d.]+)"([^>]*)>([^<]*)</text>')
_SIZE = re.compile(r'font-size="([\d.]+)"')
_STEP = 3.0  # points between the places that are looked at along a line
_AROUND = 1.5  # points that are kept free around a name
_FROM_LINE = 4.0  # points between a title that was moved and a line
_FROM_CORNER = 8.0  # points between the title of a frame and its corners
_HAIR = 0.01  # points; less is rounding
_COVERED = 1_000  # that a name lies over something else is worse than any line


@attrs.frozen(eq=False, slots=False)
class _Curve:
    """A cubic Bézier curve by its four controls, and the area that they take."""

    controls: Sequence[Place]
    area: Area

    @cached_property
    def places(self) -> Sequence[Place]:
        """Places on it, close together."""
        length = sum(abs(one[0] - two[0]) + abs(one[1] - two[1]) for one, two in pairwise(self.controls))
        return list(along(self.controls, max(int(length / _STEP), 1)))


@attrs.frozen(eq=False)
class _Line:
    """A line: its curves, the corners of its heads, and the area that it takes."""

    curves: Sequence[_Curve]
    corners: Sequence[Place]
    area: Area

    def places_in(self, area: Area) -> Iterator[Place]:
        """Places on it, close together, that lie in an area."""
        if not area.meets(self.area):
            return
        curves = [curve.places for curve in self.curves if area.meets(curve.area)]
        for x, y in chain(self.corners, *curves):
            if area.left < x < area.right and area.top < y < area.bottom:
                yield x, y


@attrs.define
class _Words:
    """Lines of text that belong together."""

    texts: Sequence[re.Match[str]]
    area: Area


@attrs.frozen
class _Name:
    words: _Words
    dot: Area


@attrs.frozen
class _Title:
    words: _Words
    frame: Area


@attrs.define
class _Drawing:
    """What stands where in a drawing."""

    lines: list[_Line] = attrs.field(factory=list)
    cards: list[Area] = attrs.field(factory=list)
    """Boxes and dots, too."""
    names: list[_Name] = attrs.field(factory=list)
    titles: list[_Title] = attrs.field(factory=list)

    def crossed(self, area: Area) -> int:
        """How much of lines is in an area, or close to it."""
        wide = area.grown(_AROUND)
        return sum(1 for line in self.lines for _ in line.places_in(wide))

    def cost(self, area: Area, own: _Words) -> int:
        """How much of lines, and of other things, is in an area."""
        words = [*(name.words for name in self.names), *(title.words for title in self.titles)]
        others = [*self.cards, *(part.area for part in words if part is not own)]
        return self.crossed(area) + _COVERED * sum(area.meets(other) for other in others)


def cleared(svg: bytes) -> bytes:
    """A drawing as an engine wrote it, its names and titles clear of lines as far as there is room."""
    text = svg.decode("utf-8", "surrogateescape")
    drawing = _read(text)
    edits: dict[tuple[int, int], str] = {}

    def move(words: _Words, by: Place) -> None:
        if by != (0.0, 0.0):
            words.area = words.area.moved(*by)
            for word in words.texts:
                edits[word.span(1)] = f"{float(word[1]) + by[0]:.2f}"
                edits[word.span(2)] = f"{float(word[2]) + by[1]:.2f}"

    for name in drawing.names:
        move(name.words, _aside(name, drawing))
    for title in drawing.titles:
        move(title.words, _along(title, drawing))
    return edited(text, edits).encode("utf-8", "surrogateescape") if edits else svg


def _read(text: str) -> _Drawing:
    found = _Drawing()
    for group in groups(text):
        part = text[group.start : group.stop]
        words = list(_TEXT.finditer(text, group.start, group.stop))
        if group.kind == "edge":
            strokes = [_Curve(one, around(one)) for path in PATH.findall(part) for one in curves(path)]
            corners = _corners(part)
            if taken := [*corners, *(place for curve in strokes for place in curve.controls)]:
                found.lines.append(_Line(strokes, corners, around(taken)))
            continue
        corners = [*_corners(part), *(place for path in PATH.findall(part) for place in places(path))]
        if not corners:
            continue
        area = around(corners)
        if group.kind == "cluster":
            if words:
                found.titles.append(_Title(_together(words), area))
            continue
        found.cards.append(area)
        # The sign on a dot is bold, its name is not.
        beside = [word for word in words if "bold" not in word[0][: word.start(4) - word.start()]]
        if _ELLIPSE.search(part) and beside:
            found.names.append(_Name(_together(beside), area))
    return found


def _corners(part: str) -> list[Place]:
    """Of the shapes with straight edges, and of the squares around ellipses, with what is halfway between."""
    shapes = [places(points) for points in CORNERS.findall(part)]
    for ellipse in _ELLIPSE.finditer(part):
        x, y, wide, high = map(float, ellipse.groups())
        left, right, top, bottom = x - wide, x + wide, y - high, y + high
        shapes.append([(left, top), (right, top), (right, bottom), (left, bottom), (left, top)])
    halfway = [
        ((x + next_x) / 2, (y + next_y) / 2)
        for shape in shapes
        for (x, y), (next_x, next_y) in pairwise(shape)
    ]
    return [*chain.from_iterable(shapes), *halfway]


def _together(texts: Sequence[re.Match[str]]) -> _Words:
    areas = [_area(text) for text in texts]
    return _Words(
        texts,
        Area(
            min(area.left for area in areas),
            min(area.top for area in areas),
            max(area.right for area in areas),
            max(area.bottom for area in areas),
        ),
    )


def _area(text: re.Match[str]) -> Area:
    """From above the capitals to below the baseline."""
    look = text[0][: text.start(4) - text.start()]
    size = float(found[1]) if (found := _SIZE.search(look)) else 0.0
    x, y = float(text[1]), float(text[2])
    # A name ends in a space that keeps it off its dot.
    width = text_width(unescape(text[4]).rstrip(), size)
    left = x - (width / 2 if '"middle"' in look else width if '"end"' in look else 0.0)
    return Area(left, y - 0.75 * size, left + width, y + 0.2 * size)


def _aside(name: _Name, drawing: _Drawing) -> Place:
    """How far the name of a dot is moved: to the other side, or out of a line's way on either side."""
    area, dot = name.words.area, name.dot
    best, least = (0.0, 0.0), drawing.crossed(area)
    for move in _moves(area, dot):
        if not least:
            break
        cost = drawing.cost(area.moved(*move), name.words)
        if cost < least:
            best, least = move, cost
    return best


def _moves(area: Area, dot: Area) -> Iterator[Place]:
    """Where a name might go, the best first: opposite its dot, then away from the middle on both sides."""
    wide, high = area.right - area.left, area.bottom - area.top
    across = dot.left + dot.right - area.left - area.right
    down = dot.top + dot.bottom - area.top - area.bottom
    if area.right <= dot.left or area.left >= dot.right:
        yield across, 0.0
        for side in (0.0, across):
            yield side, -high / 2 - _FROM_LINE
            yield side, high / 2 + _FROM_LINE
    else:
        yield 0.0, down
        for side in (0.0, down):
            yield wide / 2 + _FROM_LINE, side
            yield -wide / 2 - _FROM_LINE, side


def _along(title: _Title, drawing: _Drawing) -> Place:
    """How far a title is moved along its edge of the frame, to the nearest place that no line crosses."""
    area, frame = title.words.area, title.frame
    band = Area(frame.left, area.top, frame.right, area.bottom).grown(_AROUND)
    taken = [(x - _FROM_LINE, x + _FROM_LINE) for line in drawing.lines for x, _ in line.places_in(band)]
    others = [*drawing.cards, *(name.words.area for name in drawing.names)]
    taken += [(other.left - _FROM_LINE, other.right + _FROM_LINE) for other in others if band.meets(other)]

    def is_free(left: float) -> bool:
        right = left + area.right - area.left
        return (
            frame.left + _FROM_CORNER <= left
            and right <= frame.right - _FROM_CORNER
            and not any(left < stop - _HAIR and start + _HAIR < right for start, stop in taken)
        )

    if not any(area.left < stop - _FROM_LINE and start + _FROM_LINE < area.right for start, stop in taken):
        return 0.0, 0.0
    width = area.right - area.left
    places = [left for start, stop in taken for left in (start - width, stop) if is_free(left)]
    nearest = min(places, key=lambda left: abs(left - area.left), default=area.left)
    return nearest - area.left, 0.0
