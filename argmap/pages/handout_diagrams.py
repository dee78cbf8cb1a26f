"""The diagrams of a handout: the whole map on one page, or a page a section where that could not be read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

import attrs

from argmap.drawing.export import draw
from argmap.drawing.legibility import SMALLEST, too_small
from argmap.drawing.paper import MILLIMETRE
from argmap.drawing.pdf import drawing_size
from argmap.drawing.picture import Picture
from argmap.model.elements import Claim, Inference, Question, Section
from argmap.model.map import ArgumentMap
from argmap.model.parts.section import section_map

_Part = TypeVar("_Part", Claim, Inference, Question)

PAGES = {
    "a4": (210 * MILLIMETRE, 297 * MILLIMETRE),
    "a3": (297 * MILLIMETRE, 420 * MILLIMETRE),
    "us-letter": (612.0, 792.0),
}
"""Width and height in points of the papers, by Typst's names."""

MARGIN = 36.0
"""Points around a diagram on its page."""

_HEADINGS = 90.0
"""Points that titles and captions take of a diagram's page."""

_UPRIGHT_ENOUGH = 0.75
"""Of full size; what fits so keeps the paper upright, since turning it is a nuisance."""

_NAMES = {"a4": "A4", "a3": "A3", "us-letter": "Letter"}

_OUTSIDE = "outside the sections"  # with spaces, as no section's id has
_OUTSIDE_TITLE = "Outside the sections"


@attrs.frozen
class Diagram:
    """A drawing for one page; `title` is empty for the whole map."""

    title: str
    svg: bytes
    width: float
    height: float
    landscape: bool
    scale: float
    """To fit the page, at most 1."""
    type_size: float
    """Points of its claims' text once it is fitted to the page; at most the theme's, in tenths."""


def diagrams(
    argument_map: ArgumentMap,
    *,
    picture: Picture,
    paper: str,
    report: Callable[[str], None] | None = None,
) -> list[Diagram]:
    """The drawings of a map for paper of one of `PAGES`, none for a map in which nothing can be drawn.

    A map is drawn whole, unless its text would be under 6 pt on the page and it has sections: then each is
    drawn on a page of its own. Where nobody asked for a layout, what would be under 6 pt on levels is drawn
    as trees if that prints larger. `report` is told what stays too small to read. Raises DrawingError.
    """
    if not argument_map.claims and not argument_map.questions:
        return []
    whole = _diagram(argument_map, "", picture=picture, paper=paper, report=report)
    if whole.type_size >= SMALLEST or not argument_map.sections:
        found = [whole]
    else:
        found = [
            _diagram(section, title, picture=picture, paper=paper, report=report)
            for title, section in _sections(argument_map)
        ]
    small = [diagram for diagram in found if diagram.type_size < SMALLEST]
    if report and small:
        sizes = [(diagram.title, diagram.type_size) for diagram in small]
        report(too_small(sizes, f"the handout's {_NAMES[paper]} pages", _remedies(small, paper)))
    return found


def _diagram(
    argument_map: ArgumentMap,
    title: str,
    *,
    picture: Picture,
    paper: str,
    report: Callable[[str], None] | None,
) -> Diagram:
    """The part of a map as it prints largest, where that decides whether it can be read."""
    usual = _drawn(argument_map, title, picture=picture, paper=paper, report=report)
    if usual.type_size >= SMALLEST or picture.layout != "auto":
        return usual
    trees = attrs.evolve(picture, layout="tidy")
    other = _drawn(argument_map, title, picture=trees, paper=paper, report=report)
    return other if other.type_size > usual.type_size else usual


def _drawn(
    argument_map: ArgumentMap,
    title: str,
    *,
    picture: Picture,
    paper: str,
    report: Callable[[str], None] | None,
) -> Diagram:
    # The page says what the caption would; the text that is mapped is known by its places alone.
    bare = attrs.evolve(argument_map, author=None, date=None)
    svg = draw(bare, "svg", picture=attrs.evolve(picture, title=""), report=report)
    width, height = drawing_size(svg)
    short, long = (side - 2 * MARGIN for side in PAGES[paper])
    upright = min(short / width, (long - _HEADINGS) / height)
    across = min(long / width, (short - _HEADINGS) / height)
    landscape = upright < _UPRIGHT_ENOUGH and across > upright
    scale = min(1.0, max(upright, across) if landscape else upright)
    return Diagram(title, svg, width, height, landscape, scale, round(picture.theme.size * scale, 1))


def _sections(argument_map: ArgumentMap) -> Iterator[tuple[str, ArgumentMap]]:
    """Every section in which something is said, as a map; what stands outside them as one more."""
    whole = _with_outside(argument_map)
    for id, section in whole.sections.items():
        part = section_map(whole, id)
        if part.claims or part.questions:
            yield section.title, part


def _with_outside(argument_map: ArgumentMap) -> ArgumentMap:
    """The map with what stands outside its sections in a section of its own, the first."""
    parts = (argument_map.claims, argument_map.inferences, argument_map.questions)
    if all(part.section for kind in parts for part in kind.values()):
        return argument_map
    first = next(part.span for kind in parts for part in kind.values() if not part.section)
    sections = {_OUTSIDE: Section(_OUTSIDE, _OUTSIDE_TITLE, first), **argument_map.sections}
    return attrs.evolve(
        argument_map,
        claims=_framed(argument_map.claims),
        inferences=_framed(argument_map.inferences),
        questions=_framed(argument_map.questions),
        sections=sections,
    )


def _framed(parts: Mapping[str, _Part]) -> dict[str, _Part]:
    return {
        key: part if part.section else attrs.evolve(part, section=_OUTSIDE) for key, part in parts.items()
    }


def _remedies(small: Sequence[Diagram], paper: str) -> list[str]:
    """Larger paper where that is enough, and the map as a picture of its own."""
    size = min(diagram.type_size for diagram in small) * PAGES["a3"][0] / PAGES[paper][0]
    larger = [f"--page a3 makes it {size:.1f} pt or more"] if size >= SMALLEST else []
    return [*larger, "--pages instead of --handout divides the diagram over sheets"]
