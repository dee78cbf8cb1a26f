"""`argmap show`: a map as text to read."""

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.inputs import load_map
from argmap.cli.messages import tell_errors
from argmap.cli.terminal import terminal_cells

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap

_NARROWEST = 20
_TABLE_CELLS = 80


@click.command(
    "show",
    epilog="Example: argmap show debate.argmap --as standard-form\n\n"
    "Exit status: 0 shown, 1 shown but the map has errors, 2 the file could not be read.",
)
@click.argument("file", type=click.Path(readable=False))
@click.option(
    "--as",
    "form",
    type=click.Choice(["outline", "standard-form", "table"]),
    default="outline",
    show_default=True,
    help="As an indented outline, as numbered premises and conclusions, or as a table of claims.",
)
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help="Cells to a line; the terminal's width, or no limit, when not given.",
)
@click.option("--notes", is_flag=True, help="With the notes, in the outline.")
@click.option("--legend/--no-legend", default=True, show_default=True, help="What the outline's marks mean.")
@click.pass_context
def command(ctx: click.Context, file: str, form: str, width: int | None, notes: bool, legend: bool) -> None:
    """Show FILE, a map or - for standard input, as text."""
    if notes and form != "outline":
        raise click.UsageError("--notes goes with --as outline")
    argument_map = load_map(file)
    cells = width or terminal_cells(sys.stdout)
    sys.stdout.write(_document(argument_map, form, cells, notes=notes, legend=legend))
    sys.stdout.flush()
    ctx.exit(int(tell_errors(argument_map)))


def _document(argument_map: "ArgumentMap", form: str, cells: int | None, *, notes: bool, legend: bool) -> str:
    if form == "standard-form":
        from argmap.documents.standard_form import standard_form

        return standard_form(argument_map, cells=cells)
    if form == "table":
        from argmap.documents.table import table

        return table(argument_map, cells=cells or _TABLE_CELLS)
    from argmap.documents.outline import outline

    return outline(argument_map, cells=cells, notes=notes, legend=legend)
