"""`argmap export`: a map as a picture, as a handout, or as data for other programs."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from argmap.cli.exporting import (
    BINARY,
    DPI,
    FORMS,
    STANDARD_OUTPUT,
    Form,
    Wishes,
    exported,
    say,
    spare_the_map,
    write,
)
from argmap.cli.handouts import HandoutOptions, check_handout, handout_options
from argmap.cli.inputs import is_folder, load_map
from argmap.cli.messages import tell_errors
from argmap.cli.option_groups import GroupedCommand
from argmap.cli.parts import PartOptions, part_of, part_options
from argmap.cli.pictures import PictureOptions, picture_options, refuse_for

if TYPE_CHECKING:
    from argmap.model.parts.choice import Side


def _named_forms(_: click.Context, param: click.Parameter, value: str | None) -> tuple[Form, ...] | None:
    """One form or several with commas between, each once."""
    if value is None:
        return None
    words = [word.strip().lower() for word in value.split(",")]
    unknown = [word for word in words if word not in FORMS]
    if unknown:
        raise click.BadParameter(f"{unknown[0]!r} is none of {', '.join(FORMS)}", param=param)
    return tuple(form for form in FORMS if form in words)


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
    help=f"Where to; the suffix says what: .{', .'.join(FORMS)}. With - to standard output; a folder with "
    "--to, for every form named there.",
)
@click.option(
    "--to",
    "forms",
    metavar="FORM[,FORM...]",
    callback=_named_forms,
    help="What to write, whatever the suffix.",
)
@click.option("--dpi", type=click.IntRange(10, 2400), help=f"Dots an inch of a .png, {DPI} when not given.")
@part_options
@picture_options
@handout_options
@click.pass_context
def command(
    ctx: click.Context,
    /,
    *,
    file: str,
    output: str,
    forms: tuple[Form, ...] | None,
    section: str | None,
    focus: tuple[str, ...],
    depth: int | None,
    tag: str | None,
    collapse: tuple[str, ...],
    only: "Side | None",
    dpi: int | None,
    handout: bool,
    style: str | None,
    page: str | None,
    **pictured: Any,
) -> None:
    """Draw FILE, a map or - for standard input; make a handout or a page (.html) of it, or write it as JSON.

    The page is one file for a browser, to read and to present from: zoom, fold, search, step by step.

    A map with errors is drawn all the same, without what could not be understood. Of a folder every map is
    exported, into a folder.
    """
    part = PartOptions(section, tag, only, focus, collapse, depth)
    wishes = Wishes(PictureOptions(**pictured), HandoutOptions(handout, style, page), dpi or DPI)
    many = is_folder(file) or (is_folder(output) and output != STANDARD_OUTPUT)
    forms = forms or (_form_of(output, many=many),)
    _check(forms, wishes, dpi)
    if many:
        from argmap.cli.batches import export_all

        _check_batch(file, output, part)
        ctx.exit(export_all(file, output, forms, wishes))
    if len(forms) > 1:
        raise click.UsageError(f"for {len(forms)} forms name a folder with -o, such as -o exports/")
    ctx.exit(int(_export(file, output, forms[0], wishes, part)))


_OF_THE_PAGE = ("standing", "review", "look", "layout", "direction", "title", "legend", "notes", "strength")


def _check(forms: Sequence[Form], wishes: Wishes, dpi: int | None) -> None:
    if dpi is not None and "png" not in forms:
        raise click.UsageError(f"--dpi counts for png only, not for {forms[0]}")
    for form in forms:
        check_handout(wishes.handout, form)
        if form == "json":
            refuse_for(form, wishes.picture)
        elif form == "html":
            refuse_for(form, wishes.picture, but=_OF_THE_PAGE)
            if wishes.picture.look not in (None, "cards", "elbows"):
                raise click.UsageError(f"the page has the look of cards, not of {wishes.picture.look}")


def _check_batch(file: str, output: str, part: PartOptions) -> None:
    if not is_folder(output) and (output == STANDARD_OUTPUT or Path(output).suffix):
        raise click.UsageError(f"{file} is a folder: name a folder for its maps with -o, such as -o exports/")
    if part.given:
        raise click.UsageError(f"{part.given[0]} takes one map, and one file for it")


def _export(file: str, output: str, form: Form, wishes: Wishes, part: PartOptions) -> bool:
    """Export one map, or a part of it; whether the map has errors."""
    if output == STANDARD_OUTPUT and form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"a terminal cannot show {form}; name a file, or send the output to one")
    argument_map = load_map(file)
    spare_the_map(argument_map.texts, output)
    data = exported(
        part_of(argument_map, part), form, wishes, whole=argument_map, output=output, report=_report
    )
    write(output, data)
    if sys.stderr.isatty() and output != STANDARD_OUTPUT:
        drawn = form in {"svg", "pdf", "png"} and not wishes.handout.handout
        say(f"{output} is {'drawn' if drawn else 'written'}")
    return tell_errors(argument_map)


def _report(said: str) -> None:
    say(f"argmap: {said}")


def _form_of(output: str, *, many: bool) -> Form:
    if many or output == STANDARD_OUTPUT:
        where = f"{output} is a folder: " if is_folder(output) else ""
        raise click.UsageError(f"{where}say with --to what to write: {', '.join(FORMS)}")
    suffix = Path(output).suffix.lower()
    for form in FORMS:
        if suffix == f".{form}":
            return form
    what = f"{suffix} is no suffix that we write" if suffix else f"{output} has no suffix"
    raise click.UsageError(f"{what}; use one of .{', .'.join(FORMS)}, or --to")
