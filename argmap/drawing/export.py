"""A map as a picture file: the way from DOT over an engine to SVG, PDF and PNG."""

from collections.abc import Callable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Literal

from argmap.drawing.paper import Page, spot
from argmap.drawing.picture import USUAL, Picture
from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap

PictureFormat = Literal["svg", "pdf", "png", "dot"]

PICTURE_SUFFIXES: Mapping[str, PictureFormat] = MappingProxyType(
    {".svg": "svg", ".pdf": "pdf", ".png": "png", ".dot": "dot"}
)
"""The format that the suffix of an output file asks for, in lower case with its dot."""


def draw(
    argument_map: ArgumentMap,
    format: PictureFormat,
    *,
    picture: Picture = USUAL,
    dpi: int = 144,
    time_limit: float = 60.0,
    report: Callable[[str], None] | None = None,
) -> bytes:
    """The diagram of a map in the given format; DOT and SVG are UTF-8.

    `picture` says what is shown, how, and on what page. `dpi` is dots per inch and counts for PNG only;
    `time_limit` is in seconds and holds for the layout; `report` is told in a sentence when the layout had to
    be hurried, when the text is too small to read on the page, or when a PDF or PNG lacks the font of the
    theme or has characters that only a font of the machine can show.
    The same map gives the same bytes for DOT, and for the others wherever the same engine and fonts are
    installed. Raises DrawingError when the layout takes too long or a program that is needed fails.
    """
    from argmap.drawing.escape import clean
    from argmap.drawing.rendering import dot_of, rendered

    if format == "dot":
        return dot_of(argument_map, picture, time_limit=time_limit).encode()

    from argmap.drawing.svg import finish_svg

    title = clean(title_of(argument_map, picture))
    language = argument_map.language
    read = partial(
        finish_svg,
        title=title,
        description=_description(argument_map, picture),
        language=language,
        font=picture.theme.font,
        sheet=picture.theme.sheet,
    )
    svg = rendered(argument_map, picture, time_limit=time_limit, read=read, report=report)
    if picture.page is not None:
        svg = _on_its_page(svg, argument_map, picture=picture, report=report)
    if format == "svg":
        return svg
    if report:
        report_fonts(argument_map, picture, report)
    if format == "pdf":
        from argmap.drawing.pdf import About, Leaf, to_pdf

        return to_pdf([Leaf(svg)], About(title, clean(argument_map.author or ""), language))
    from argmap.drawing.png import to_png

    return to_png(svg, dpi=dpi)


def _on_its_page(
    svg: bytes,
    argument_map: ArgumentMap,
    *,
    picture: Picture,
    report: Callable[[str], None] | None,
) -> bytes:
    from argmap.drawing.legibility import SMALLEST, remedies, too_small
    from argmap.drawing.pdf import drawing_size
    from argmap.drawing.setting import set_on_page

    size, page = drawing_size(svg), picture.page
    assert page is not None
    place = spot(*size, page)
    points = place.scale * picture.theme.size
    if report and isinstance(page, Page) and points < SMALLEST:
        helps = remedies(argument_map, picture=picture, page=page, size=size)
        report(too_small([("", points)], page.name, helps))
    return set_on_page(svg, place, theme=picture.theme)


def report_fonts(argument_map: ArgumentMap, picture: Picture, report: Callable[[str], None]) -> None:
    """Tell what a page of the map cannot be set in: the theme's font, or ours for some characters."""
    if lacking := _lacking_font(picture):
        report(lacking)
    if foreign := _foreign_to_our_font(argument_map, picture):
        report(
            f"{foreign} is not in the font that comes with argmap: it is drawn with a font of this machine, "
            "if there is one for it; look at the picture, or export SVG, which shows it anywhere"
        )


def _lacking_font(picture: Picture) -> str:
    """A sentence when the theme asks for a font that this machine does not have."""
    from argmap.drawing.metrics import LAYOUT_FONT
    from argmap.drawing.pdf import machine_has_font

    font = picture.theme.font
    if font == LAYOUT_FONT or machine_has_font(font):
        return ""
    return (
        f"the font {font} is not on this machine, so the picture is set in Arimo; an SVG asks for the font "
        "wherever it is shown"
    )


def _foreign_to_our_font(argument_map: ArgumentMap, picture: Picture) -> str:
    """The first characters of the map that our own font lacks, at most ten; empty when it has them all."""
    from argmap.drawing.metrics import is_measured

    texts = [picture.title_of(argument_map)]
    texts += [f"{claim.name or ''} {claim.text}" for claim in argument_map.claims.values()]
    texts += [f"{question.name or ''} {question.text}" for question in argument_map.questions.values()]
    texts += [note.text for note in argument_map.notes if picture.notes]
    found = dict.fromkeys(character for text in texts for character in text if not is_measured(character))
    return f"“{''.join(found)[:10]}{'…' if len(found) > 10 else ''}”" if found else ""


def title_of(argument_map: ArgumentMap, picture: Picture = USUAL) -> str:
    """The title to be shown, else the first thesis; never empty."""
    if title := picture.title_of(argument_map):
        return title
    theses = argument_map.theses
    return theses[0].text if theses else "Argument map"


def _description(argument_map: ArgumentMap, picture: Picture) -> str:
    """What a listener hears before choosing to go into the map."""
    claims = _counted(len(argument_map.claims), "claim")
    steps = _counted(len(argument_map.inferences), "inference")
    theses = "".join(f" {_thesis(claim, picture)}: {claim.text}" for claim in argument_map.theses)
    return f"Argument map with {claims} and {steps}.{theses}"


def _thesis(claim: Claim, picture: Picture) -> str:
    standing = picture.standings.get(claim.label)
    return f"Thesis, {standing}" if standing else "Thesis"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
