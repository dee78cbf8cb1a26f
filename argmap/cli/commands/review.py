"""`argmap review`: a map gone through claim by claim, in the terminal editor."""

import getpass

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT
from argmap.cli.screens import open_screen, serve_options


@click.command(
    "review",
    epilog="Example: argmap review debate.argmap --as ana\n\n"
    "`argmap judge --review ana`, `argmap consensus` and `argmap export --standing --review ana` show what "
    "follows from the verdicts. Exit status: 0 ended by its reader, 2 the map cannot be reviewed.",
)
@click.argument("file", metavar="MAP", type=click.Path(readable=False))
@click.option("--as", "reader", metavar="NAME", help="Under which name; your login when not given.")
@click.option("--in-place", is_flag=True, help="Write the review into MAP, not into a file beside it.")
@serve_options
@click.pass_context
def command(
    ctx: click.Context, file: str, *, reader: str | None, in_place: bool, served: bool, port: int | None
) -> None:
    """Go through MAP claim by claim: accept, reject, doubt, ask, and see what follows.

    The verdicts are written into MAP.NAME.review.argmap beside MAP, whose text is left alone.
    """
    if file == STANDARD_INPUT:
        raise click.UsageError("a review is written beside its map: give MAP as a file")
    name = reader or getpass.getuser()

    def run() -> int:
        from argmap.editor.reviewing import ReviewWish
        from argmap.editor.starting import edit
        from argmap.edits.writing import is_reader
        from argmap.source.files import UnreadableFile

        if not is_reader(name):
            raise click.UsageError(f"{name!r} is no name of a reader: write one word of letters and digits")
        try:
            return edit(file, wish=ReviewWish(name, in_place))
        except UnreadableFile as problem:
            raise Failure(str(problem)) from problem

    asked = ["review", file, "--as", name, *(["--in-place"] if in_place else [])]
    ctx.exit(open_screen(run, asked, served=served, port=port))
