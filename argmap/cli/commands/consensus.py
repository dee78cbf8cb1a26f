"""`argmap consensus`: what the readers of a map agree and disagree about."""

import os
import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, load_map
from argmap.cli.messages import tell
from argmap.cli.reviews_beside import how_to_count_them
from argmap.cli.terminal import terminal_cells

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.agreement import Consensus

_NARROWEST = 40
_CELLS = 80


@click.command(
    "consensus",
    epilog="Example: argmap consensus debate.argmap ana.argmap bob.argmap\n\n"
    "A review is a file of its own that begins with `include debate.argmap`, then `review ana: First "
    "reading` and lines such as `accept @west`. Reviews that stand in MAP itself count too.\n\n"
    "Agreement on a claim is the share of the pairs of readers that give the same verdict. Fleiss' kappa "
    "(1971; for claims that not everybody judged after Gwet 2014) compares that with chance. In CSV, a text "
    "that a spreadsheet would take for a formula gets an apostrophe before it.\n\n"
    "Exit status: 0 shown, 1 shown but the map or a review has errors, 2 a file could not be read, is no "
    "review of MAP, or has a reader that another file has.",
)
@click.argument("map_file", metavar="MAP", type=click.Path(readable=False))
@click.argument("reviews", metavar="[REVIEW]...", nargs=-1, type=click.Path(readable=False))
@click.option("--json", "form", flag_value="json", help="As JSON, for programs.")
@click.option("--csv", "form", flag_value="csv", help="As a table for spreadsheets, one row a verdict.")
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help=f"Cells to a line; the terminal's width, or {_CELLS}, when not given.",
)
@click.pass_context
def command(
    ctx: click.Context, map_file: str, reviews: tuple[str, ...], form: str | None, width: int | None
) -> None:
    """Show, claim by claim, what readers say of MAP, with the most disputed first."""
    if width and form:
        raise click.UsageError(f"--width goes with text, not with --{form}")
    if STANDARD_INPUT in reviews or (map_file == STANDARD_INPUT and reviews):
        raise click.UsageError("a map and its reviews are files: only a map with its reviews in it can be -")
    from argmap.model.gathering import NoReview, gather_reviews
    from argmap.reasoning.agreement import consensus

    argument_map = load_map(map_file)
    once = {os.path.realpath(name): name for name in reversed(reviews)}
    readings = [(name, load_map(name)) for name in reversed(once.values())]
    try:
        gathered = gather_reviews(map_file, argument_map, readings)
    except NoReview as problem:
        raise Failure(str(problem)) from problem
    found = consensus(argument_map, gathered.reviews)
    sys.stdout.write(_document(argument_map, found, form, width or terminal_cells(sys.stdout) or _CELLS))
    sys.stdout.flush()
    if not reviews and (order := how_to_count_them(map_file)):
        sys.stderr.write(f"argmap: reviews in files beside the map are not counted; to count them: {order}\n")
    ctx.exit(int(tell(gathered.errors, gathered.texts)))


def _document(argument_map: "ArgumentMap", found: "Consensus", form: str | None, cells: int) -> str:
    if form == "json":
        from argmap.formats.consensus_json import consensus_json

        return consensus_json(argument_map, found)
    if form == "csv":
        from argmap.formats.consensus_csv import consensus_csv

        return consensus_csv(argument_map, found)
    from argmap.documents.consensus import consensus_text

    return consensus_text(argument_map, found, cells=cells)
