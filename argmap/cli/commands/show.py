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
    type=click.Choice(["outline", "standard-form", "table", "diagram"]),
    default="outline",
    show_default=True,
    help="As an indented outline, as numbered premises and conclusions, as a table of claims, "
    "or as a diagram in characters.",
)
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help="Cells to a line; the terminal's width, or no limit, when not given.",
)
@click.option("--notes", is_flag=True, help="With the notes, in the outline.")
@click.option(
    "--legend/--no-legend",
    default=True,
    show_default=True,
    help="What the marks mean, of outline or diagram.",
)
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
    if form == "diagram":
        return _diagram(argument_map, cells, legend=legend)
    from argmap.documents.outline import outline

    return outline(argument_map, cells=cells, notes=notes, legend=legend)


def _diagram(argument_map: "ArgumentMap", cells: int | None, *, legend: bool) -> str:
    """The diagram that says most of those that fit; where none does, the narrowest, and a word about it."""
    from argmap.drawing.terminal import legend as legends
    from argmap.drawing.terminal.fitting import fitting

    chart = fitting(argument_map, cells)
    if cells and chart.width > cells:
        sys.stderr.write(
            f"argmap: the diagram is {chart.width} cells wide and {cells} are there: "
            "`| less -S` shows it line by line, `argmap edit` moves in it\n"
        )
    words = legends.legend(chart) if legend else ""
    return f"{chart.plain()}\n{words}\n" if words else chart.plain()
