"""`argmap edit`: a map in the terminal editor."""

import sys

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, is_folder, no_file_in
from argmap.cli.screens import open_screen, serve_options


@click.command(
    "edit",
    epilog="Example: argmap edit debate.argmap\n\n"
    "F1 in the editor shows its keys. Exit status: 0 ended by its writer, 2 the file cannot be edited.",
)
@click.argument("file", metavar="MAP", type=click.Path(readable=False))
@serve_options
@click.pass_context
def command(ctx: click.Context, file: str, *, served: bool, port: int | None) -> None:
    """Write MAP in the terminal, with its outline, its diagram and its problems beside it.

    A file that is not there yet is made when it is saved. What is not saved is kept, and offered when MAP is
    opened next.
    """
    if file == STANDARD_INPUT:
        raise click.UsageError("the editor needs a file to save into: give MAP as a file")
    if is_folder(file):
        raise Failure(no_file_in(file))
    if not file.endswith(".argmap") and not sys.stdin.closed:
        click.echo(f"argmap: {file} does not end in .argmap, as maps do", err=True)

    def run() -> int:
        from argmap.editor.starting import edit
        from argmap.source.files import UnreadableFile

        try:
            return edit(file)
        except UnreadableFile as problem:
            raise Failure(str(problem)) from problem

    ctx.exit(open_screen(run, ["edit", file], file=file, served=served, port=port))
