"""One map in one of the forms that it is exported as, and where it is put."""

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import attrs

from argmap.cli.failure import Failure
from argmap.cli.handouts import HandoutForm, HandoutOptions
from argmap.cli.paging import PageOptions, numbered, page_of
from argmap.cli.pictures import PictureOptions, picture_of, standings_of

if TYPE_CHECKING:
    from argmap.drawing.picture import Picture
    from argmap.model.map import ArgumentMap
    from argmap.model.parts.choice import Part

_Picture = Literal["svg", "pdf", "png", "dot"]
Form = _Picture | Literal["html", "json", "md", "typ"]

FORMS: tuple[Form, ...] = ("svg", "pdf", "png", "dot", "html", "json", "md", "typ")
BINARY = ("pdf", "png")
DPI = 144
STANDARD_OUTPUT = "-"

Report = Callable[[str], None]
"""Is told in a sentence what a reader may not be able to see."""


@attrs.frozen
class Wishes:
    """How a map is to be exported, whatever the form."""

    picture: PictureOptions
    handout: HandoutOptions
    dpi: int
    paging: PageOptions = attrs.field(factory=PageOptions)


def exported(
    part: "Part", form: Form, wishes: Wishes, *, whole: "ArgumentMap", output: str, report: Report
) -> bytes:
    """What is to be written of a part of a map, which may be all of it. Raises `Failure` and UsageError.

    The drawing that a Markdown file at `output` shows is written beside it.
    """
    chosen = part.map
    match form:
        case "json":
            return _json(chosen)
        case "html":
            return _page(part, wishes, whole=whole, report=report)
        case "md" | "typ":
            return _handout(part, form, wishes, whole=whole, output=output, report=report)
        case "pdf" if wishes.handout.handout:
            return _handout(part, form, wishes, whole=whole, output=output, report=report)
        case _:
            return _drawn(chosen, form, _picture_of(part, whole, wishes), dpi=wishes.dpi, report=report)


def made(
    part: "Part", form: Form, wishes: Wishes, *, whole: "ArgumentMap", output: str, report: Report
) -> dict[str, bytes]:
    """What is to be written, by the names of the files: several for `--pages` and `--steps`, else one."""
    if not wishes.paging.several or form not in ("svg", "pdf", "png"):
        return {output: exported(part, form, wishes, whole=whole, output=output, report=report)}
    found = _several(part, form, wishes, whole=whole, report=report)
    return dict(zip([output] if form == "pdf" else numbered(output, len(found)), found, strict=True))


def spare_the_map(texts: Iterable[str], output: str) -> None:
    """Refuse to put an export in the place of one of the files that a map was read from."""
    if output == STANDARD_OUTPUT:
        return
    target = os.path.realpath(output)
    if any(target == os.path.realpath(name) for name in texts):
        raise Failure(f"{output} is a file of the map itself: give the drawing another name")


def write(output: str, data: bytes) -> None:
    """Put the data in the place of the file, or on standard output for `-`. Raises `Failure`."""
    from argmap.source.files import UnwritableFile, write_output

    try:
        write_output(output, data)
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem


def say(sentence: str) -> None:
    """A line on standard error."""
    sys.stderr.write(f"{sentence}\n")


def _json(argument_map: "ArgumentMap") -> bytes:
    from argmap.formats.json import to_json

    return to_json(argument_map).encode("utf-8")


def _page(part: "Part", wishes: Wishes, *, whole: "ArgumentMap", report: Report) -> bytes:
    """The page, judged on the whole map."""
    from argmap.drawing.engine import DrawingError
    from argmap.pages.page import to_page

    options = wishes.picture
    # The page shows standings itself, on request and off again.
    judged = attrs.evolve(wishes, picture=attrs.evolve(options, standing=True))
    picture = attrs.evolve(_picture_of(part, whole, judged), standings={}, reader=None, page=None)
    try:
        return to_page(
            part.map,
            standings_of(whole, options.review),
            picture=picture,
            standing_shown=options.standing,
            reader=options.review,
            report=report,
        )
    except DrawingError as problem:
        raise Failure(f"the map was not drawn: {problem}") from problem


def _handout(
    part: "Part",
    form: HandoutForm,
    wishes: Wishes,
    *,
    whole: "ArgumentMap",
    output: str,
    report: Report,
) -> bytes:
    """The handout, judged on the whole map."""
    from argmap.cli.handouts import make_handout

    chosen, picture = part.map, _picture_of(part, whole, wishes)
    standings = picture.standings or standings_of(whole, picture.reader).claims
    diagram = None
    if form == "md" and output != STANDARD_OUTPUT and (chosen.claims or chosen.questions):
        beside = Path(output).with_name(f"{Path(output).stem}-diagram.svg")
        spare_the_map(whole.texts, str(beside))
        write(str(beside), _drawn(chosen, "svg", picture, dpi=wishes.dpi, report=report))
        diagram = beside.name
    return make_handout(
        chosen,
        form,
        options=wishes.handout,
        page=wishes.paging.page,
        picture=picture,
        standings=standings,
        report=report,
        diagram=diagram,
    )


def _picture_of(part: "Part", whole: "ArgumentMap", wishes: Wishes) -> "Picture":
    """The picture; a handout has pages of its own, and draws what it sets on them."""
    page = None if wishes.handout.handout else page_of(wishes.paging)
    return attrs.evolve(picture_of(whole, wishes.picture), cuts=part.cuts, page=page)


def _drawn(
    argument_map: "ArgumentMap", form: _Picture, picture: "Picture", *, dpi: int, report: Report
) -> bytes:
    from argmap.drawing.engine import DrawingError
    from argmap.drawing.export import draw

    try:
        return draw(argument_map, form, picture=picture, dpi=dpi, report=report)
    except DrawingError as problem:
        raise Failure(f"the map was not drawn: {problem}") from problem


def _several(
    part: "Part", form: Form, wishes: Wishes, *, whole: "ArgumentMap", report: Report
) -> list[bytes]:
    """The sheets or slides of a map, in one PDF or as many pictures."""
    from argmap.drawing.engine import DrawingError

    assert form in ("svg", "pdf", "png")  # others are refused
    picture = _picture_of(part, whole, wishes)
    try:
        if wishes.paging.steps:
            from argmap.pages.slides import draw_slides

            return draw_slides(part.map, form, picture=picture, dpi=wishes.dpi, report=report)
        from argmap.drawing.several_sheets import draw_sheets

        return draw_sheets(part.map, form, picture=picture, dpi=wishes.dpi, report=report)
    except DrawingError as problem:
        raise Failure(f"the map was not drawn: {problem}") from problem
