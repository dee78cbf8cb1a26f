"""`argmap format`: maps in the usual layout, in place."""

import sys

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, files_named, read_named
from argmap.cli.terminal import with_progress


@click.command(
    "format",
    epilog="Example: argmap format maps/, or from an editor: argmap format - < draft.argmap\n\n"
    "Exit status: 0 done, 1 a map cannot be formatted (with --check: would change), 2 a file could not "
    "be read or written.",
)
@click.argument("files", nargs=-1, required=True, type=click.Path(readable=False))
@click.option("--check", is_flag=True, help="Write nothing; fail when a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.pass_context
def command(ctx: click.Context, files: tuple[str, ...], check: bool, diff: bool) -> None:
    """Lay out FILES the usual way: maps, folders of maps, or - from standard input to standard output.

    The map itself and its comments stay as they are.
    """
    status = 0
    for name in with_progress(files_named(files), "formatting"):
        try:
            status = max(status, _format(name, check=check, diff=diff))
        except Failure as failure:
            failure.show()
            status = failure.exit_code
    ctx.exit(status)


def _format(name: str, *, check: bool, diff: bool) -> int:
    """Format one file; its part in the exit status."""
    from argmap.language.formatter import CannotFormat, blocks_left_alone, format_text

    file = read_named(name)
    old = file.source.text
    try:
        new = format_text(old)
    except CannotFormat as problem:
        sys.stderr.write(f"argmap: {file.source.name}: left as it is: {problem}\n")
        return 1
    if (alone := blocks_left_alone(old)) and not check:
        blocks = "one block" if alone == 1 else f"{alone} blocks"
        sys.stderr.write(f"{file.source.name}: {blocks} with errors left as written; see `argmap check`\n")
    if diff:
        from argmap.cli.differences import write_difference

        write_difference(old, new, file.source.name, f"{file.source.name} (formatted)")
    if check:
        if new != old:
            sys.stderr.write(f"would be formatted: {file.source.name}\n")
        return int(new != old)
    if not diff and (new != old or name == STANDARD_INPUT):
        _write(name, file.encode(new))
    return 0


def _write(name: str, data: bytes) -> None:
    from argmap.source.files import UnwritableFile, write_output

    try:
        write_output(name, data)
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem
    if name != STANDARD_INPUT:
        sys.stderr.write(f"formatted: {name}\n")
