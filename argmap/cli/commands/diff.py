"""`argmap diff`: what became of the argument between two versions of a map, or in git."""

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.inputs import STANDARD_INPUT, load_map
from argmap.cli.messages import tell_errors
from argmap.cli.streams import drop_output
from argmap.cli.terminal import colour_wanted, terminal_cells

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.difference.changes import Difference

_NARROWEST = 40
_CELLS = 80

_EPILOG = """\
Example: argmap diff yesterday.argmap today.argmap

Claims are the same by label, else by text, else by likeness. Layout, comments, the order of lines and the
files that they stand in make no difference; the section of a claim does. What stands otherwise is judged on
each map's own terms.

\b
To make `git diff` and `git log -p --ext-diff` show arguments:
  echo '*.argmap diff=argmap' >> .gitattributes
  git config diff.argmap.command 'argmap diff --git'
Then `git diff --no-ext-diff` shows the lines again.

Git names one file at a time, so both versions are read with the other files as they are in the folder now;
what changed in an included file is shown where git names that file.

Exit status: 0 the same argument, 1 they differ, 2 a file could not be read. With --git always 0, since git
takes anything else for a fault.
"""


@click.command("diff", epilog=_EPILOG)
@click.argument("files", metavar="OLD NEW", nargs=-1, type=click.Path(readable=False))
@click.option("--json", "as_json", is_flag=True, help="As JSON, for programs.")
@click.option(
    "--git",
    "for_git",
    is_flag=True,
    help="As git's external diff: PATH OLD-FILE OLD-HEX OLD-MODE NEW-FILE NEW-HEX NEW-MODE.",
)
@click.option(
    "--width",
    type=click.IntRange(min=_NARROWEST),
    help=f"Cells to a line; the terminal's width, or {_CELLS}, when not given.",
)
@click.pass_context
def command(
    ctx: click.Context, files: tuple[str, ...], as_json: bool, for_git: bool, width: int | None
) -> None:
    """Compare the arguments of two maps, OLD and NEW (one of them may be -), not their lines."""
    if as_json and (width or for_git):
        raise click.UsageError(f"--json does not go with {'--git' if for_git else '--width'}")
    cells = width or terminal_cells(sys.stdout) or _CELLS
    if for_git:
        from argmap.cli.git_diff import git_diff

        _write_for_git(git_diff(files, cells=cells, colour=colour_wanted(sys.stdout)))
        return
    if len(files) != 2:
        raise click.UsageError("name two maps, the old one and the new one")
    if files == (STANDARD_INPUT, STANDARD_INPUT):
        raise click.UsageError("only one of the two maps can be standard input")
    old, new = (load_map(name) for name in files)
    from argmap.reasoning.difference.comparing import compare

    found = compare(old, new)
    sys.stdout.write(_document(found, cells, as_json=as_json))
    sys.stdout.flush()
    ctx.exit(int(not _told_alike(old, new) or not found.is_empty))


def _write_for_git(text: str) -> None:
    """Write for git, which stops with a complaint unless all goes well, also when its pager was left."""
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()


def _document(found: "Difference", cells: int, *, as_json: bool) -> str:
    if as_json:
        from argmap.formats.difference_json import difference_json

        return difference_json(found)
    from argmap.documents.difference import difference_text

    return difference_text(found, cells=cells, colour=colour_wanted(sys.stdout))


def _told_alike(old: "ArgumentMap", new: "ArgumentMap") -> bool:
    """Tell the errors of both maps, and that they hide something; whether both have the same ones."""
    wrong = [tell_errors(one) for one in (old, new)]
    if any(wrong):
        sys.stderr.write("argmap: what the errors above spoil was not compared\n")
    return _mistakes(old) == _mistakes(new)


def _mistakes(argument_map: "ArgumentMap") -> list[tuple[str, str]]:
    """What is wrong in a map, by code and the text of the line."""
    found = []
    for error in argument_map.errors:
        source = argument_map.texts.get(error.span.file)
        line = source.line(source.position(error.span.start)[0]).strip() if source else ""
        found.append((error.code, line))
    return sorted(found)
