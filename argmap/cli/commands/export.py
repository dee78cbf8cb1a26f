"""`argmap export`: a map as a picture, or as data for other programs."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import load_map
from argmap.cli.messages import tell_errors
from argmap.cli.option_groups import GroupedCommand
from argmap.cli.pictures import PictureOptions, picture_of, picture_options, refuse_for, standings_of

if TYPE_CHECKING:
    from argmap.drawing.picture import Picture
    from argmap.model.map import ArgumentMap

_Picture = Literal["svg", "pdf", "png", "dot"]
_Form = _Picture | Literal["html", "json"]

_FORMATS: tuple[_Form, ...] = ("svg", "pdf", "png", "dot", "html", "json")
_BINARY = ("pdf", "png")
_DPI = 144
_STANDARD_OUTPUT = "-"


@click.command(
    "export",
    cls=GroupedCommand,
    epilog="Example: argmap export debate.argmap -o debate.pdf\n\n"
    "Exit status: 0 written, 1 written but the map has errors, 2 not written.",
)
@click.argument("file", type=click.Path(readable=False))
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(readable=False),
    help=f"Where to; the suffix says what: .{', .'.join(_FORMATS)}. With - to standard output.",
)
@click.option("--to", "form", type=click.Choice(_FORMATS), help="What to write, whatever the suffix.")
@click.option("--section", help="Only this section, by its title.")
@click.option("--dpi", type=click.IntRange(10, 2400), help=f"Dots an inch of a .png, {_DPI} when not given.")
@picture_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    file: str,
    output: str,
    form: _Form | None,
    section: str | None,
    dpi: int | None,
    **pictured: Any,
) -> None:
    """Draw FILE, a map or - for standard input, or write it as a page (.html) or as JSON.

    The page is one file for a browser, to read and to present from: zoom, fold, search, step by step.

    A map with errors is drawn all the same, without what could not be understood.
    """
    form = form or _form_of(output)
    if dpi is not None and form != "png":
        raise click.UsageError(f"--dpi counts for png only, not for {form}")
    options = PictureOptions(**pictured)
    if form == "json":
        refuse_for(form, options)
    elif form == "html":
        refuse_for(form, options, but=("standing", "review"))
    if output == _STANDARD_OUTPUT and form in _BINARY and sys.stdout.isatty():
        raise click.UsageError(f"a terminal cannot show {form}; name a file, or send the output to one")
    argument_map = load_map(file)
    _spare_the_map(argument_map, output)
    chosen = argument_map if section is None else _section(argument_map, section)
    if form == "json":
        data = _json(chosen)
    elif form == "html":
        data = _page(argument_map, chosen, options)
    else:
        data = _picture(chosen, form, picture_of(argument_map, options), dpi or _DPI)
    _write(output, data)
    if sys.stderr.isatty() and output != _STANDARD_OUTPUT:
        _say(f"{output} is {'drawn' if form in {'svg', 'pdf', 'png'} else 'written'}")
    ctx.exit(int(tell_errors(argument_map)))


def _spare_the_map(argument_map: "ArgumentMap", output: str) -> None:
    """Refuse to put a drawing in the place of the map, or of a file that it includes."""
    if output == _STANDARD_OUTPUT:
        return
    target = os.path.realpath(output)
    if any(target == os.path.realpath(name) for name in argument_map.texts):
        raise Failure(f"{output} is a file of the map itself: give the drawing another name")


def _form_of(output: str) -> _Form:
    if output == _STANDARD_OUTPUT:
        raise click.UsageError(f"say with --to what to write: {', '.join(_FORMATS)}")
    suffix = Path(output).suffix.lower()
    for form in _FORMATS:
        if suffix == f".{form}":
            return form
    what = f"{suffix} is no suffix that we write" if suffix else f"{output} has no suffix"
    raise click.UsageError(f"{what}; use one of .{', .'.join(_FORMATS)}, or --to")


def _section(argument_map: "ArgumentMap", wanted: str) -> "ArgumentMap":
    """The part of the map that is one section, by its title or id, capitals alike."""
    from argmap.model.parts.section import section_map

    for section in argument_map.sections.values():
        if wanted.casefold() in (section.id.casefold(), section.title.casefold()):
            return section_map(argument_map, section.id)
    raise Failure(_no_section(argument_map, wanted))


def _no_section(argument_map: "ArgumentMap", wanted: str) -> str:
    from argmap.language.suggestions import nearest

    titles = [section.title for section in argument_map.sections.values()]
    if not titles:
        return f"there is no section {wanted!r}: the map has no sections"
    near = nearest(wanted, titles)
    hint = f"did you mean {near[0]!r}?" if near else f"the sections are: {'; '.join(titles)}"
    return f"there is no section {wanted!r}; {hint}"


def _json(argument_map: "ArgumentMap") -> bytes:
    from argmap.formats.json import to_json

    return to_json(argument_map).encode("utf-8")


def _page(whole: "ArgumentMap", chosen: "ArgumentMap", options: PictureOptions) -> bytes:
    from argmap.drawing.engine import DrawingError
    from argmap.pages.page import to_page

    try:
        return to_page(
            chosen,
            standings_of(whole, options.review),
            standing_shown=options.standing,
            reader=options.review,
            report=_report,
        )
    except DrawingError as problem:
        raise Failure(f"the map was not drawn: {problem}") from problem


def _picture(argument_map: "ArgumentMap", form: _Picture, picture: "Picture", dpi: int) -> bytes:
    from argmap.drawing.engine import DrawingError
    from argmap.drawing.export import draw

    try:
        return draw(argument_map, form, picture=picture, dpi=dpi, report=_report)
    except DrawingError as problem:
        raise Failure(f"the map was not drawn: {problem}") from problem


def _report(said: str) -> None:
    _say(f"argmap: {said}")


def _say(sentence: str) -> None:
    sys.stderr.write(f"{sentence}\n")


def _write(output: str, data: bytes) -> None:
    from argmap.source.files import UnwritableFile, write_output

    try:
        write_output(output, data)
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem
