"""A map, or a part of it, in any of the forms that it is exported as: drawings, the page, handouts, data."""

import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import attrs

from argmap.pages.picturing import PictureWishes, UnusableThemeError, picture_of, standings_of

if TYPE_CHECKING:
    from argmap.drawing.paper import Fitted, Page
    from argmap.drawing.picture import Picture
    from argmap.model.map import ArgumentMap
    from argmap.model.parts.choice import Part
    from argmap.pages.citation_styles import CitationStyle

Picturing = Literal["svg", "pdf", "png"]
Form = Picturing | Literal["dot", "html", "json", "md", "typ"]

DPI: Final = 144
"""Dots an inch of a PNG."""

Report = Callable[[str], None]
"""Is told in a sentence what a reader may not be able to see."""

_PAPERS: Final[Mapping[str, str]] = {"a4": "a4", "a3": "a3", "letter": "us-letter"}
"""By the names of `drawing.paper`, those that Typst knows."""
_FITTED: Final = "fitted"


class ExportError(ValueError):
    """A map was not exported; the message says why, to people."""


class UnusableWishesError(ExportError):
    """The wishes do not go together."""


@attrs.frozen
class PageWishes:
    """What pages a picture or a handout is set on; None and False where nothing is asked for."""

    page: str | None = None
    """A name of `drawing.paper`."""
    margin: float | None = None
    """Millimetres."""
    pages: bool = False
    """Whether a large map is divided over an overview and numbered sheets."""
    steps: bool = False
    """Whether it is built up on slides."""

    @property
    def several(self) -> bool:
        """Whether one map becomes several pages."""
        return self.pages or self.steps


@attrs.frozen
class ExportWishes:
    """What is to be made of a map."""

    form: Form
    handout: bool = False
    """Whether a PDF is a handout; Markdown and Typst always are."""
    picture: PictureWishes = attrs.field(factory=PictureWishes)
    pages: PageWishes = attrs.field(factory=PageWishes)
    style: "CitationStyle | None" = None
    """How a handout cites its sources; the usual way when None."""
    dpi: int = DPI


@attrs.frozen
class Made:
    """What is to be written: the bytes of one file, or of each when a map is on several pictures."""

    files: Sequence[bytes]
    diagram: bytes | None = None
    """The drawing that a Markdown handout shows, as SVG."""


def made(
    part: "Part",
    wishes: ExportWishes,
    *,
    whole: "ArgumentMap",
    diagram_name: str = "",
    output: str = "",
    report: Report,
) -> Made:
    """A part of a map, which may be all of it, in the form that is asked for; it is judged on the whole.

    A Markdown handout shows its drawing by `diagram_name`, if one is given; the sheets of a map lead to each
    other where `output` says what they are called. Raises ExportError.
    """
    from argmap.drawing.engine import DrawingError
    from argmap.drawing.looks import ThemeError
    from argmap.pages.handout import UnusableStyleError
    from argmap.reasoning.verdicts import UnknownReader

    is_handout = wishes.form in {"md", "typ"} or (wishes.form == "pdf" and wishes.handout)
    if wishes.form != "json" and (absent := _nothing_to_draw(part, whole)):
        report(absent)
    try:
        if is_handout:
            return _handout(part, wishes, whole=whole, diagram_name=diagram_name, report=report)
        return Made(_files(part, wishes, whole=whole, output=output, report=report))
    except DrawingError as problem:
        what = "handout was not made" if is_handout else "map was not drawn"
        raise ExportError(f"the {what}: {problem}") from problem
    except ThemeError as problem:
        raise UnusableWishesError(str(problem)) from problem
    except (UnknownReader, UnusableStyleError, UnusableThemeError) as problem:
        raise ExportError(str(problem)) from problem


def _nothing_to_draw(part: "Part", whole: "ArgumentMap") -> str:
    """A sentence where the export will show nothing, unless the errors of the map say why."""
    if part.map.claims or part.map.questions or whole.errors:
        return ""
    what = "this part of the map" if whole.claims or whole.questions else "the map"
    return (
        f"there is nothing to draw yet: {what} has no claims; "
        "begin with a line such as `thesis Russia prefers Turkish buy-in`"
    )


def numbered(output: str, number: int) -> str:
    """The name of one of the files that one output becomes: `map-1.svg`, `map-2.svg`, ..."""
    path = Path(output)
    return str(path.with_name(f"{path.stem}-{number}{path.suffix}"))


def file_names(output: str, form: Form, wishes: PageWishes, *, count: int) -> list[str]:
    """The names of the files that an export to `output` becomes."""
    if not (wishes.several and form in {"svg", "png"}):
        return [output]
    return [numbered(output, number) for number in range(1, count + 1)]


def left_over(output: str, form: Form, wishes: PageWishes, *, count: int) -> str:
    """A sentence about files that an export to `output` with more pages left behind, or nothing.

    They are told and not deleted: nobody but their owner knows that they are not wanted.
    """
    if not (wishes.several and form in {"svg", "png"}):
        return ""
    found: list[str] = []
    while os.path.lexists(name := numbered(output, count + len(found) + 1)):
        found.append(name)
    if not found:
        return ""
    names = f"{found[0]} is" if len(found) == 1 else f"{found[0]} to {Path(found[-1]).name} are"
    pages = f"now has {count} page{'' if count == 1 else 's'}"
    unwanted = "it is not wanted" if len(found) == 1 else "they are not wanted"
    return f"{names} there from before, and the map {pages}: delete what is left if {unwanted}"


def _files(
    part: "Part", wishes: ExportWishes, *, whole: "ArgumentMap", output: str, report: Report
) -> Sequence[bytes]:
    match wishes.form:
        case "json":
            from argmap.formats.json import to_json

            return [to_json(part.map).encode()]
        case "html":
            return [_page(part, wishes, whole=whole, report=report)]
        case "svg" | "pdf" | "png" as form if wishes.pages.several:
            return _several(part, form, wishes, whole=whole, output=output, report=report)
        case "svg" | "pdf" | "png" | "dot" as form:
            return [_drawn(part, form, _picture(part, wishes, whole, report), wishes.dpi, report)]
        case _:
            raise AssertionError(f"{wishes.form} is a handout")


def _page(part: "Part", wishes: ExportWishes, *, whole: "ArgumentMap", report: Report) -> bytes:
    from argmap.pages.page import to_page

    asked = wishes.picture
    # The page shows standings itself, on request and off again.
    drawn = picture_of(whole, attrs.evolve(asked, standing=False), report=report)
    picture = attrs.evolve(drawn, cuts=part.cuts, reader=None)
    return to_page(
        part.map,
        standings_of(whole, asked.review),
        picture=picture,
        standing_shown=asked.standing,
        reader=asked.review,
        report=report,
    )


def _handout(
    part: "Part", wishes: ExportWishes, *, whole: "ArgumentMap", diagram_name: str, report: Report
) -> Made:
    from argmap.pages import handout
    from argmap.pages.citation_styles import USUAL_STYLE, style_named

    picture = attrs.evolve(picture_of(whole, wishes.picture, report=report), cuts=part.cuts)
    standings = picture.standings or standings_of(whole, picture.reader).claims
    style = wishes.style or style_named(USUAL_STYLE)
    asked = handout.HandoutWishes(standings, picture, style, _PAPERS[wishes.pages.page or "a4"])
    if wishes.form == "pdf":
        return Made([handout.handout_pdf(part.map, asked, report=report)])
    if wishes.form == "typ":
        return Made([handout.handout_typst(part.map, asked, report=report).encode()])
    shown = bool(diagram_name and (part.map.claims or part.map.questions))
    diagram = _drawn(part, "svg", picture, wishes.dpi, report) if shown else None
    text = handout.handout_markdown(part.map, asked, diagram=diagram_name if shown else None)
    return Made([text.encode()], diagram)


def _picture(part: "Part", wishes: ExportWishes, whole: "ArgumentMap", report: Report) -> "Picture":
    picture = picture_of(whole, wishes.picture, report=report)
    return attrs.evolve(picture, cuts=part.cuts, page=_page_of(wishes.pages))


def _page_of(wishes: PageWishes) -> "Page | Fitted | None":
    """The page that is asked for; None where the drawing is to stand alone."""
    from argmap.drawing.paper import page_named

    usual = "a4" if wishes.pages else "16:9" if wishes.steps else _FITTED
    if wishes.page is None and wishes.margin is None and usual == _FITTED:
        return None
    return page_named(wishes.page or usual, margin=wishes.margin)


def _drawn(
    part: "Part", form: Picturing | Literal["dot"], picture: "Picture", dpi: int, report: Report
) -> bytes:
    from argmap.drawing.export import draw

    return draw(part.map, form, picture=picture, dpi=dpi, report=report)


def _several(
    part: "Part",
    form: Picturing,
    wishes: ExportWishes,
    *,
    whole: "ArgumentMap",
    output: str,
    report: Report,
) -> list[bytes]:
    """The sheets or slides of a map, in one PDF or as many pictures."""
    picture = _picture(part, wishes, whole, report)
    if wishes.pages.steps:
        from argmap.pages.slides import draw_slides

        return draw_slides(part.map, form, picture=picture, dpi=wishes.dpi, report=report)
    from argmap.drawing.several_sheets import draw_sheets

    def file_name(number: int) -> str:
        return Path(numbered(output, number)).name

    named = file_name if output else None
    return draw_sheets(part.map, form, picture=picture, dpi=wishes.dpi, report=report, file_name=named)
