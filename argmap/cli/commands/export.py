"""`argmap export`: a map as a picture, as a handout, or as data for other programs."""

import sys
from pathlib import Path
from typing import Any

import click

from argmap.cli.exporting import BINARY, FORMS, STANDARD_OUTPUT, say
from argmap.cli.inputs import is_folder, load_map
from argmap.cli.messages import tell_errors
from argmap.cli.option_groups import GroupedCommand
from argmap.cli.orders import Order, carry_out, check, form_of, order_options, wishes_of
from argmap.cli.parts import PartOptions
from argmap.pages.exporting import Form


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
@order_options
@click.pass_context
def command(
    ctx: click.Context, /, *, file: str, output: str, forms: tuple[Form, ...] | None, **options: Any
) -> None:
    """Draw FILE, a map or - for standard input; make a handout or a page (.html) of it, or write it as JSON.

    The page is one file for a browser, to read and to present from: zoom, fold, search, step by step.

    A map with errors is drawn all the same, without what could not be understood. Of a folder every map is
    exported, into a folder.
    """
    wishes, part = wishes_of(**options)
    many = is_folder(file) or (is_folder(output) and output != STANDARD_OUTPUT)
    forms = forms or (form_of(output, many=many),)
    check(forms, wishes, options["dpi"])
    if many:
        from argmap.cli.batches import export_all

        _check_batch(file, output, part)
        ctx.exit(export_all(file, output, forms, wishes))
    if len(forms) > 1:
        raise click.UsageError(f"for {len(forms)} forms name a folder with -o, such as -o exports/")
    ctx.exit(int(_export(file, Order(output, forms[0], wishes, part))))


def _check_batch(file: str, output: str, part: PartOptions) -> None:
    if not is_folder(output) and (output == STANDARD_OUTPUT or Path(output).suffix):
        raise click.UsageError(f"{file} is a folder: name a folder for its maps with -o, such as -o exports/")
    if part.given:
        raise click.UsageError(f"{part.given[0]} takes one map, and one file for it")


def _export(file: str, order: Order) -> bool:
    """Export one map, or a part of it; whether the map has errors."""
    if order.output == STANDARD_OUTPUT and order.form in BINARY and sys.stdout.isatty():
        raise click.UsageError(f"a terminal cannot show {order.form}; name a file, or send the output to one")
    if order.output == STANDARD_OUTPUT and order.form != "pdf" and order.wishes.paging.several:
        raise click.UsageError(
            f"several pages are several files as {order.form}: name one with -o, or use --to pdf"
        )
    argument_map = load_map(file)
    first, *others = carry_out(order, argument_map, report=_report)
    if sys.stderr.isatty() and order.output != STANDARD_OUTPUT:
        drawn = order.form in {"svg", "pdf", "png"} and not order.wishes.handout.handout
        names = f"{first} to {others[-1]} are" if others else f"{first} is"
        say(f"{names} {'drawn' if drawn else 'written'}")
    return tell_errors(argument_map)


def _report(said: str) -> None:
    say(f"argmap: {said}")
