"""`argmap review`: a map gone through claim by claim, in the terminal editor."""

import getpass
from pathlib import Path

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT
from argmap.cli.screens import open_screen, serve_options


@click.command(
    "review",
    epilog="Example: argmap review debate.argmap --as ana\n\n"
    "What follows from the verdicts, in words and in the drawing, and how far readers agree:\n\n"
    "\b\n"
    "  argmap judge debate.ana.review.argmap --review ana\n"
    "  argmap export debate.ana.review.argmap --standing --review ana -o debate.svg\n"
    "  argmap consensus debate.argmap debate.*.review.argmap\n\n"
    "Exit status: 0 ended by its reader, 2 the map cannot be reviewed.",
)
@click.argument("file", metavar="MAP", type=click.Path(readable=False))
@click.option(
    "--as",
    "reader",
    metavar="NAME",
    help="Under which name; that of your settings, or your login, when not given.",
)
@click.option("--in-place", is_flag=True, help="Write the review into MAP, not into a file beside it.")
@serve_options
@click.pass_context
def command(
    ctx: click.Context, file: str, *, reader: str | None, in_place: bool, served: bool, port: int | None
) -> None:
    """Go through MAP claim by claim: accept, reject, doubt, ask, and see what follows.

    The verdicts are written beside MAP, whose text is left alone: those of ana on debate.argmap into
    debate.ana.review.argmap.
    """
    if file == STANDARD_INPUT:
        raise click.UsageError("a review is written beside its map: give MAP as a file")
    name = reader or _usual_name()
    _refuse_unfit(file, name)

    def run() -> int:
        from argmap.editor.review_files import ReviewWish
        from argmap.editor.starting import edit
        from argmap.source.files import UnreadableFile

        try:
            return edit(file, wish=ReviewWish(name, in_place))
        except UnreadableFile as problem:
            raise Failure(str(problem)) from problem

    asked = ["review", file, "--as", name, *(["--in-place"] if in_place else [])]
    ctx.exit(open_screen(run, asked, file=file, served=served, port=port))


def _usual_name() -> str:
    from argmap.editor.settings import read_settings

    settings, _ = read_settings()
    if settings.reader:
        return settings.reader
    try:
        return getpass.getuser()
    except (KeyError, OSError) as problem:
        raise click.UsageError("say under which name you review, with --as NAME") from problem


def _refuse_unfit(file: str, reader: str) -> None:
    """Say before anything is shown what cannot be reviewed, or under which name nobody can."""
    from argmap.edits.change import Refused
    from argmap.edits.verdicts import review_file

    try:
        review_file(file, reader)
    except Refused as problem:
        raise click.UsageError(f"{problem}; --as NAME gives another") from problem
    if not Path(file).exists():
        raise Failure(f"{file}: there is no such map to be reviewed")
