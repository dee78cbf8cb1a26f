"""The pages that a picture is set on: paper, slides, or as large as the drawing. Lengths are in points."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

MILLIMETRE = 72 / 25.4
"""Points."""

USUAL_MARGIN = 10.0
"""Millimetres: what any printer leaves free."""

FITTED = "fitted"
"""The name of the page that is as large as its drawing."""


@attrs.frozen
class Page:
    """A page of a fixed size."""

    name: str
    """As people say it: `A4`."""
    option: str
    """As the command line takes it: `a4-landscape`."""
    width: float
    height: float
    turns: bool
    """Whether it is laid upright or across, whichever shows the drawing larger."""
    largest: float
    """How far a small drawing is enlarged, by its natural size."""
    heading: float
    """The type size of the line at its top, where there is one."""
    slide: bool = False
    margin: float = USUAL_MARGIN * MILLIMETRE


@attrs.frozen
class Fitted:
    """A page as large as its drawing and the margin around it."""

    margin: float = 0.0


@attrs.frozen
class Spot:
    """Where a drawing stands on its page, which is as large as `width` and `height` say."""

    width: float
    height: float
    scale: float
    """Of the drawing, by its natural size."""
    left: float
    top: float


def page_named(name: str, *, margin: float | None = None) -> Page | Fitted:
    """The page of one of `PAGE_NAMES`, with a margin in millimetres if it is not to have its usual one.

    Raises KeyError for another name.
    """
    points = None if margin is None else margin * MILLIMETRE
    if name == FITTED:
        return Fitted(points or 0.0)
    page = _PAGES[name]
    return page if points is None else attrs.evolve(page, margin=points)


def spot(width: float, height: float, page: Page | Fitted, *, heading: bool = False) -> Spot:
    """Where a drawing of this size stands: in the middle of the page, as large as it fits.

    `heading` keeps a line free at the top. What cannot fit beside its margins has a thousandth of a point.
    """
    if isinstance(page, Fitted):
        around = 2 * page.margin
        return Spot(width + around, height + around, 1.0, page.margin, page.margin)
    above = heading_height(page) if heading else 0.0
    sizes = [(page.width, page.height), (page.height, page.width)][: 1 + page.turns]
    return max(
        (_spot(width, height, page, size=size, above=above) for size in sizes), key=lambda found: found.scale
    )


def room_on(page: Page) -> tuple[float, float]:
    """Width and height in points within the margins of a page that is not turned; at least one each."""
    return max(page.width - 2 * page.margin, 1.0), max(page.height - 2 * page.margin, 1.0)


def heading_height(page: Page) -> float:
    """Points that a line at the top of the page takes, with the room below it."""
    return 2 * page.heading


def _spot(width: float, height: float, page: Page, *, size: tuple[float, float], above: float) -> Spot:
    across, down = size[0] - 2 * page.margin, size[1] - 2 * page.margin - above
    scale = min(page.largest, max(across, 0.001) / width, max(down, 0.001) / height)
    left = page.margin + (across - scale * width) / 2
    return Spot(*size, scale, left, page.margin + above + (down - scale * height) / 2)


def _paper(name: str, width: float, height: float) -> dict[str, Page]:
    upright = Page(name, name.lower(), width, height, turns=True, largest=1.5, heading=9.0)
    ways = {"portrait": (width, height), "landscape": (height, width)}
    turned = {
        f"{upright.option}-{way}": attrs.evolve(
            upright,
            name=f"{name} {way}",
            option=f"{upright.option}-{way}",
            width=size[0],
            height=size[1],
            turns=False,
        )
        for way, size in ways.items()
    }
    return {upright.option: upright, **turned}


def _slide(name: str, width: float, height: float) -> dict[str, Page]:
    return {name: Page(name, name, width, height, turns=False, largest=2.0, heading=14.0, slide=True)}


# Paper by ISO 216 and ANSI Y14.1; slides in the sizes that programs for them begin with.
_PAGES: Mapping[str, Page] = MappingProxyType(
    {
        **_paper("A4", 210 * MILLIMETRE, 297 * MILLIMETRE),
        **_paper("A3", 297 * MILLIMETRE, 420 * MILLIMETRE),
        **_paper("Letter", 612.0, 792.0),
        **_slide("16:9", 960.0, 540.0),
        **_slide("4:3", 720.0, 540.0),
    }
)

A4 = _PAGES["a4"]
SLIDE = _PAGES["16:9"]

PAGE_NAMES = (*_PAGES, FITTED)
"""What `page_named` knows."""
