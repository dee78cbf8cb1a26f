"""A large map drawn on several sheets: an overview, and the branches cut there, with references both ways."""

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from html import unescape
from statistics import median

import attrs

from argmap.drawing.escape import clean
from argmap.drawing.export import draw, report_fonts, title_of
from argmap.drawing.extent import Extents
from argmap.drawing.hidden import referring
from argmap.drawing.leaves import LeafFormat, bound
from argmap.drawing.legibility import SMALLEST, fits_a_sheet, larger_pages, too_small
from argmap.drawing.paper import A4, Page, Spot, spot
from argmap.drawing.pdf import About, Leaf, Link, drawing_size
from argmap.drawing.picture import USUAL, Picture
from argmap.drawing.setting import heading_line, set_on_page
from argmap.drawing.sheet_links import with_links
from argmap.model.map import ArgumentMap
from argmap.model.parts.sheets import Sheet, sheets

_MOST_ROUNDS = 6
_MUCH = 0.85
"""Of the claims of a sheet that was too large: what has so many of them is too large as well."""
_WELL = 1.15
"""By so much the text of the sheets must be larger than guessed for the map to be divided anew."""
_OF_ITS_OWN = frozenset({"claim", "question", "inference", "section"})
_MOVED = re.compile(r"translate\(([\d.-]+)[ ,]([\d.-]+)\)")
_TEXT = re.compile(r'<text x="([\d.-]+)" y="([\d.-]+)"([^>]*)>([^<]+)</text>')
_ATTRIBUTE = re.compile(r' ([\w-]+)="([^"]*)"')


@attrs.frozen
class _Drawn:
    """A sheet with its drawing, not yet on its page."""

    sheet: Sheet
    svg: bytes
    place: Spot


def draw_sheets(
    argument_map: ArgumentMap,
    format: LeafFormat,
    *,
    picture: Picture = USUAL,
    dpi: int = 144,
    report: Callable[[str], None] | None = None,
    file_name: Callable[[int], str] | None = None,
) -> list[bytes]:
    """The map on as many pages as its text needs to be legible: one PDF, or a picture a sheet.

    They are those that the picture asks for, A4 where it asks for none of a fixed size. The text of a claim
    is about 8 pt, and never under 6 pt where the map can be divided. `report` is told what stays smaller, and
    what `draw` has to say. `file_name` says what the file of a sheet will be called, by its number: then each
    SVG leads to the others. Raises DrawingError.
    """
    asked = picture.page
    page = asked if isinstance(asked, Page) else A4
    work = _Work(attrs.evolve(picture, page=None), page)
    found = _drawn(argument_map, work)
    if report:
        for sentence in work.told:
            report(sentence)
        _report_small(found, picture, page, report)
        if format != "svg":
            report_fonts(argument_map, picture, report)
    title = clean(title_of(argument_map, picture))
    if file_name and format == "svg":
        found = [_linked(drawn, file_name) for drawn in found]
    leaves = [_leaf(drawn, title, len(found), picture=picture, page=page) for drawn in found]
    about = About(title, clean(argument_map.author or ""), argument_map.language)
    return bound(leaves, format, about=about, dpi=dpi)


@attrs.define
class _Work:
    """What drawing the sheets of one map needs and comes to know."""

    picture: Picture
    page: Page
    drawings: dict[tuple[object, ...], tuple[Sheet, bytes]] = attrs.field(factory=dict)
    """The sheet that was drawn last of those with the same content, and its drawing."""
    told: dict[str, None] = attrs.field(factory=dict)
    too_large: list[frozenset[str]] = attrs.field(factory=list)
    """The claims of sheets whose drawings turned out larger than they were thought to be."""


def _drawn(argument_map: ArgumentMap, work: _Work) -> list[_Drawn]:
    """Sheets by a guess at their sizes, and by a better one where the drawings turn out much smaller."""
    extents = Extents.of(argument_map, work.picture)
    found = _divided(argument_map, work, extents)
    if (smaller := _smaller_than_guessed(found, work, extents)) > _WELL:
        fewer = _divided(argument_map, work, extents.shrunk(smaller))
        least = min(SMALLEST, _least_type_size(work, found))
        if len(fewer) < len(found) and _least_type_size(work, fewer) >= least:
            found = fewer
    # References may have changed since a sheet was drawn.
    for sheet in found:
        drawn, _ = work.drawings.get(_content(sheet), (sheet, b""))
        if (drawn.number, drawn.references) != (sheet.number, sheet.references):
            del work.drawings[_content(sheet)]
    return [_Drawn(sheet, svg, _place(work, svg)) for sheet in found for svg in [_drawing(work, sheet)]]


def _divided(argument_map: ArgumentMap, work: _Work, extents: Extents) -> Sequence[Sheet]:
    """Sheets by a guess; where the drawing of one turns out too large, less on it."""
    for _ in range(_MOST_ROUNDS):
        found = sheets(argument_map, fits=partial(_fits, work, extents))
        large = [
            frozenset(sheet.map.claims)
            for sheet in found
            if _is_divisible(sheet) and _type_size(work, _drawing(work, sheet)) < SMALLEST
        ]
        if not large:
            break
        work.too_large += large
    return found


def _smaller_than_guessed(found: Sequence[Sheet], work: _Work, extents: Extents) -> float:
    """By what the text of a sheet is larger than it was thought to be, as a rule; 1 for a single sheet.

    The guess does not know how many branches hang, which saves up to half of the width.
    """
    if len(found) < 2:
        return 1.0
    guessed = [extents.type_size(sheet.map, work.page, heading=True) for sheet in found]
    real = [_type_size(work, _drawing(work, sheet)) for sheet in found]
    return median(one / other for one, other in zip(real, guessed, strict=True))


def _fits(work: _Work, extents: Extents, part: ArgumentMap) -> bool:
    """Whether a part would be legible on one sheet, and has not much in common with one that was not."""
    labels = part.claims.keys()
    if any(len(large & labels) >= _MUCH * len(large) for large in work.too_large):
        return False
    return fits_a_sheet(extents, work.page, part)


def _is_divisible(sheet: Sheet) -> bool:
    """Whether there is more on it than one step, an answer, or a claim."""
    steps = sum(step.kind != "undercut" for step in sheet.map.inferences.values())
    answers = sum(len(question.answers) for question in sheet.map.questions.values())
    return max(len(sheet.tops), steps + answers) > 1


def _drawing(work: _Work, sheet: Sheet) -> bytes:
    """The drawing of a sheet, or of one with the same content and other references."""
    content = _content(sheet)
    if content not in work.drawings:
        part = sheet.map
        if sheet.number > 1:
            # The overview says whose the map is, and what it notes.
            notes = tuple(note for note in part.notes if note.subject in _OF_ITS_OWN)
            part = attrs.evolve(part, author=None, date=None, text=None, notes=notes)
        shown = attrs.evolve(work.picture, references=sheet.references, title="")
        svg = draw(part, "svg", picture=shown, report=work.told.setdefault)
        work.drawings[content] = sheet, svg
    return work.drawings[content][1]


def _content(sheet: Sheet) -> tuple[object, ...]:
    return sheet.number == 1, *sheet.map.questions, *sheet.map.claims, *sheet.map.inferences


def _place(work: _Work, svg: bytes) -> Spot:
    return spot(*drawing_size(svg), work.page, heading=True)


def _type_size(work: _Work, svg: bytes) -> float:
    return _place(work, svg).scale * work.picture.theme.size


def _least_type_size(work: _Work, found: Sequence[Sheet]) -> float:
    return min(_type_size(work, _drawing(work, sheet)) for sheet in found)


def _report_small(
    found: Sequence[_Drawn], picture: Picture, page: Page, report: Callable[[str], None]
) -> None:
    small = [drawn for drawn in found if drawn.place.scale * picture.theme.size < SMALLEST]
    if small:
        sizes = [(f"sheet {drawn.sheet.number}", drawn.place.scale * picture.theme.size) for drawn in small]
        worst = min(small, key=lambda drawn: drawn.place.scale)
        helps = larger_pages(picture, page, drawing_size(worst.svg), heading=True)
        report(too_small(sizes, page.name, list(helps)))


def _leaf(drawn: _Drawn, title: str, count: int, *, picture: Picture, page: Page) -> Leaf:
    number = drawn.sheet.number
    theme, place = picture.theme, drawn.place
    heading = heading_line(title, f"{number} / {count}", page=page, place=place, theme=theme)
    svg = set_on_page(drawn.svg, place, theme=theme, heading=heading)
    name = ("Overview" if number == 1 else f"Sheet {number}") if count > 1 else ""
    return Leaf(svg, name, tuple(_links(drawn)))


def _linked(drawn: _Drawn, file_name: Callable[[int], str]) -> _Drawn:
    files = {words: file_name(number) for words, number in _sheets_named(drawn).items()}
    return attrs.evolve(drawn, svg=with_links(drawn.svg, files))


def _sheets_named(drawn: _Drawn) -> dict[str, int]:
    """The lines on the cards of a sheet that refer to one other, and which."""
    lines: dict[str, set[int]] = {}
    for reference in drawn.sheet.references.values():
        for words, number in referring(reference):
            lines.setdefault(words, set()).add(number)
    return {words: next(iter(numbers)) for words, numbers in lines.items() if len(numbers) == 1}


def _links(drawn: _Drawn) -> Iterator[Link]:
    """Where the lines that refer to other sheets stand on the page, of those that name one."""
    sheet_of = _sheets_named(drawn)
    text = drawn.svg.decode()
    moved = _MOVED.search(text)
    right, down = (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)
    place = drawn.place
    for found in _TEXT.finditer(text):
        number = sheet_of.get(unescape(found[4]))
        if number is None:
            continue
        given = dict(_ATTRIBUTE.findall(found[3]))
        size, width = float(given.get("font-size", 8)), float(given.get("textLength", 60))
        left = {"middle": width / 2, "end": width}.get(given.get("text-anchor", ""), 0.0)
        x, y = float(found[1]) + right - left, float(found[2]) + down - size
        yield Link(
            place.left + place.scale * x,
            place.top + place.scale * y,
            place.scale * width,
            place.scale * 1.3 * size,
            number,
        )
