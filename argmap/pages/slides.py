"""A map as slides: one inference more on each, in the order of presenting, and nothing moves between them."""

import re
from collections.abc import Callable, Iterator, Set

import attrs

from argmap.drawing.arrangement import arrange
from argmap.drawing.engine import DrawingError
from argmap.drawing.escape import clean
from argmap.drawing.export import draw, report_fonts, title_of
from argmap.drawing.frames import Frames
from argmap.drawing.leaves import LeafFormat, bound
from argmap.drawing.legibility import SMALLEST, part_remedies, too_small
from argmap.drawing.names import (
    answer_edge,
    answer_reference_node,
    box_node,
    claim_node,
    question_node,
    reference_node,
    section_frame,
    step_parts,
)
from argmap.drawing.paper import SLIDE, Fitted, Page, Spot, spot
from argmap.drawing.pdf import About, Leaf, drawing_size
from argmap.drawing.picture import USUAL, Picture
from argmap.drawing.setting import heading_line, set_on_page
from argmap.drawing.veil import without
from argmap.model.map import ArgumentMap
from argmap.pages.presenting import Moment, moments

_ID = re.compile(r'<g id="([^"]+)"')
_MOST = 500
"""Slides; more would fill some hundred megabytes, and nobody's patience would last."""


def draw_slides(
    argument_map: ArgumentMap,
    format: LeafFormat,
    *,
    picture: Picture = USUAL,
    dpi: int = 144,
    time_limit: float = 60.0,
    report: Callable[[str], None] | None = None,
) -> list[bytes]:
    """The map as one PDF with a page a step, or as a picture a step; an empty map is one page.

    The map is laid out once, as it is at the end, and set on the page that the picture asks for, else on
    16:9. `report` and `time_limit` are those of `draw`. Raises DrawingError, also for more than 500 slides.
    """
    page = picture.page or SLIDE
    title = clean(title_of(argument_map, picture))
    # A page of a fixed size has the title above the drawing.
    pictured = attrs.evolve(picture, page=None, title="" if isinstance(page, Page) else picture.title)
    svg = draw(argument_map, "svg", picture=pictured, time_limit=time_limit, report=report)
    place = spot(*drawing_size(svg), page, heading=isinstance(page, Page))
    if report:
        _report_small(argument_map, svg, place, picture=picture, page=page, report=report)
        if format != "svg":
            report_fonts(argument_map, picture, report)
    slides = list(_hidden(argument_map, drawn=set(_ID.findall(svg.decode()))))
    if len(slides) > _MOST:
        raise DrawingError(
            f"step by step it has {len(slides):,} slides, of {_MOST} at most: choose a part, with --focus, "
            "--depth or --section"
        )
    leaves = []
    for number, hidden in enumerate(slides, start=1):
        heading = ""
        if isinstance(page, Page):
            counted = f"{number} / {len(slides)}"
            heading = heading_line(title, counted, page=page, place=place, theme=picture.theme)
        drawing = set_on_page(without(svg, hidden), place, theme=picture.theme, heading=heading)
        leaves.append(Leaf(drawing))
    about = About(title, clean(argument_map.author or ""), argument_map.language)
    return bound(leaves, format, about=about, dpi=dpi)


def _hidden(argument_map: ArgumentMap, *, drawn: Set[str]) -> Iterator[frozenset[str]]:
    """The ids of what is not yet to be seen, for every moment at which something new is.

    A box of linked premises is there as soon as one of them is, a section's frame as soon as something in it.
    """
    found = arrange(argument_map)
    box_of = {claim_node(label): box_node(step) for label, (step, _) in found.box_of.items()}
    appear: list[set[str]] = []
    for moment in moments(argument_map):
        ids = {*_appearing(argument_map, moment), *_frames(argument_map, found.frames, moment)}
        ids |= {box_of[id] for id in ids if id in box_of}
        appear.append(ids & drawn)
    hidden = set().union(*appear)
    if not hidden:
        yield frozenset()
    for ids in appear:
        if not ids.isdisjoint(hidden):
            hidden -= ids
            yield frozenset(hidden)


def _appearing(argument_map: ArgumentMap, moment: Moment) -> Iterator[str]:
    yield from map(claim_node, moment.claims)
    if moment.question is not None:
        yield question_node(moment.question)
    if moment.step is not None:
        count = len(moment.step.premises)
        yield from step_parts(moment.step.id, count)
        yield from (reference_node(moment.step.id, number) for number in range(count))
    if moment.answers is not None:
        yield answer_edge(moment.answers, moment.claims[0])
        yield answer_reference_node(moment.answers, moment.claims[0])


def _frames(argument_map: ArgumentMap, frames: Frames, moment: Moment) -> Iterator[str]:
    """The frames of the sections in which something appears."""
    sections = {frames.of_cards[label] for label in moment.claims}
    if moment.question is not None:
        sections.add(argument_map.questions[moment.question].section)
    if moment.step is not None:
        sections.add(frames.of_dots.get(moment.step.id))
    yield from (section_frame(section) for section in sections if section is not None)


def _report_small(
    argument_map: ArgumentMap,
    svg: bytes,
    place: Spot,
    *,
    picture: Picture,
    page: Page | Fitted,
    report: Callable[[str], None],
) -> None:
    points = place.scale * picture.theme.size
    if isinstance(page, Page) and points < SMALLEST:
        helps = part_remedies(argument_map, picture=picture, page=page, size=drawing_size(svg), heading=True)
        report(too_small([("", points)], page.name, helps))
