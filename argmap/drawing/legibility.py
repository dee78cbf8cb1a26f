"""Whether the text of a drawing can be read on its page, and what would help where it cannot."""

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import attrs

from argmap.drawing.paper import Page, page_named, spot
from argmap.drawing.picture import Picture
from argmap.model.map import ArgumentMap

if TYPE_CHECKING:
    from argmap.drawing.extent import Extents

SMALLEST = 6.0
"""Points of the smallest text of a claim that can be read on paper."""

_MOST_NAMED = 5
_LEAST_SAID = 0.1
_AIM = 7.0
"""Points that a claim's text on a sheet has by the guess, which is of larger drawings than there will be."""

_LARGEST_LOOKED_AT = 2_000
"""Claims; what would help a larger map is not worth the time."""


def too_small(sizes: Sequence[tuple[str, float]], where: str, remedies: Sequence[str]) -> str:
    """The sentence for texts that are too small, by the name of what is drawn, and their size in points.

    A drawing of the whole has no name. `where` is the page, as in `A4`.
    """
    named = [f"{_points(size)} in “{name}”" if name else _points(size) for name, size in sizes[:_MOST_NAMED]]
    if rest := sizes[_MOST_NAMED:]:
        named.append(f"{_points(min(size for _, size in rest))} or more in {len(rest)} others")
    said = ", ".join(named)
    helps = f": {_listed(remedies)}" if remedies else ""
    return f"the text is {said} on {where}, and under {SMALLEST:.0f} pt it can hardly be read{helps}"


def _points(size: float) -> str:
    return f"{size:.1f} pt" if size >= _LEAST_SAID else f"under {_LEAST_SAID} pt"


def remedies(
    argument_map: ArgumentMap,
    *,
    picture: Picture,
    page: Page,
    size: tuple[float, float],
) -> list[str]:
    """The options that would bring the text to 6 pt or more, with what they would make of it.

    `size` is what the drawing of this map measures, in points. It is known what a larger page does; how large
    the drawings of parts would be is estimated, by how well the estimate meets this one.
    """
    found = list(larger_pages(picture, page, size))
    if len(argument_map.claims) > _LARGEST_LOOKED_AT:
        return [*found, "--pages spreads it over sheets"]
    from argmap.drawing.extent import Extents

    return [
        *found,
        *_sheets(argument_map, page, Extents.of(argument_map, picture)),
        *part_remedies(argument_map, picture=picture, page=page, size=size),
    ]


def fits_a_sheet(extents: "Extents", page: Page, part: ArgumentMap) -> bool:
    """Whether a part of a map would be well legible on a page of several, by a guess at its size."""
    enlarged = extents.picture.theme.size / _AIM
    # Quickly, for what is far too large.
    if extents.area(part) > enlarged**2 * page.width * page.height:
        return False
    return extents.type_size(part, page, heading=True) >= _AIM


def part_remedies(
    argument_map: ArgumentMap,
    *,
    picture: Picture,
    page: Page,
    size: tuple[float, float],
    heading: bool = False,
) -> list[str]:
    """The parts of a map that would be legible on the page, as `remedies` has them.

    `heading` says that the page has a line at its top.
    """
    if len(argument_map.claims) > _LARGEST_LOOKED_AT:
        return ["--focus, --depth or --section draws a part"]
    extents = _extents(argument_map, picture, size)

    def is_legible(part: ArgumentMap) -> bool:
        return extents.type_size(part, page, heading=heading) >= SMALLEST

    return [*_levels(argument_map, is_legible), *_sections(argument_map, is_legible)]


def _extents(argument_map: ArgumentMap, picture: Picture, size: tuple[float, float]) -> "Extents":
    from argmap.drawing.extent import Extents

    return Extents.of(argument_map, picture).calibrated(argument_map, size)


def _listed(remedies: Sequence[str]) -> str:
    *before, last = remedies
    return f"{', '.join(before)}, or {last}" if before else last


def larger_pages(
    picture: Picture, page: Page, size: tuple[float, float], *, heading: bool = False
) -> Iterator[str]:
    """The first paper that is enough for a drawing of this size: the same turned, then A3; no slides."""
    if page.slide:
        return
    names = [page.option.partition("-")[0]] if not page.turns and "-" in page.option else []
    for name in (*names, "a3"):
        other = page_named(name)
        assert isinstance(other, Page)
        points = (
            spot(*size, attrs.evolve(other, margin=page.margin), heading=heading).scale * picture.theme.size
        )
        if points >= SMALLEST:
            yield f"--page {name} makes it {points:.1f} pt"
            return


def _sheets(argument_map: ArgumentMap, page: Page, extents: "Extents") -> Iterator[str]:
    from argmap.model.parts.sheets import sheets

    found = sheets(argument_map, fits=partial(fits_a_sheet, extents, page))
    worst = min(extents.type_size(sheet.map, page, heading=True) for sheet in found)
    if len(found) > 1 and worst >= SMALLEST:
        yield f"--pages spreads it over about {len(found)} sheets"


def _levels(argument_map: ArgumentMap, is_legible: Callable[[ArgumentMap], bool]) -> Iterator[str]:
    """The deepest that is enough, from one level up."""
    from argmap.model.parts.branches import shallow_map

    depth = 0
    while (part := shallow_map(argument_map, depth + 1)).claims.keys() != argument_map.claims.keys():
        if not is_legible(part):
            break
        depth += 1
    if depth:
        yield f"--depth {depth} draws the first {'level' if depth == 1 else f'{depth} levels'}"


def _sections(argument_map: ArgumentMap, is_legible: Callable[[ArgumentMap], bool]) -> Iterator[str]:
    from argmap.model.parts.section import section_map

    parts = [(section, section_map(argument_map, section.id)) for section in argument_map.sections.values()]
    parts = [(section, part) for section, part in parts if part.claims or part.questions]
    enough = [section for section, part in parts if is_legible(part)]
    if not enough or len(parts) < 2:
        return
    if len(enough) == len(parts):
        yield "--section draws one section"
    else:
        yield f"--section “{enough[0].title}” draws that section"
