"""`argmap new`: a map to begin with."""

import re
import sys
from pathlib import Path

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import SUFFIX, is_folder, no_file_in

_BEGINNING = """\
# An argument map: one statement a line. Lines that begin with # are comments.
# Put your own claims in place of these, then try:
#   argmap check {file}
#   argmap show {file}
#   argmap export {file} -o {picture}

map {title}

# A source is cited by its key, in square brackets, at the end of a line.
source survey: Readers' survey of the city library
  date: 2023

# The thesis is what the text argues for. The word before the colon is its label.
thesis sundays: The library should open on Sundays
  # Each reason stands below the claim that it is a reason for.
  because work: Many readers are at work from Monday to Friday
  # `and` adds a premise to the reason above: the two count only together.
  and purpose: A library should be open when its readers are free
  # A fact on record, with its source.
  evidence asked: Two readers in three asked for Sunday hours [@survey, p. 4]
  # An objection, and below it what answers the objection.
  but cost: Opening on Sundays costs more in wages
    but shift: The library can close on Monday mornings instead
"""


@click.command(
    "new",
    epilog='Example: argmap new debate.argmap --title "Should the library open on Sundays?"',
)
@click.argument("file", required=False, type=click.Path(readable=False))
@click.option("--title", help="The map's title; made from the file's name when not given.")
def command(file: str | None, title: str | None) -> None:
    """Start a map in FILE with a short example to write over.

    Without FILE the name is made from the title; - writes to standard output. A file that is there
    already is never overwritten.
    """
    if file == "-":
        sys.stdout.write(_beginning(_one_line(title or "") or "Untitled", f"map{SUFFIX}"))
        return
    path = _path(file, title)
    text = _beginning(_one_line(title or "") or _title_from(path), path.name)
    _create(path, text)
    sys.stderr.write(f"{path} is ready; open it in an editor\n")


def _path(file: str | None, title: str | None) -> Path:
    if file is None:
        name = re.sub(r"[^\w]+", "-", title or "").strip("-_").lower().replace("i\u0307", "i")
        return Path(f"{name or 'map'}{SUFFIX}")
    path = Path(file)
    if is_folder(file):
        raise Failure(no_file_in(file))
    return path if path.suffix else Path(f"{file}{SUFFIX}")


def _title_from(path: Path) -> str:
    words = _one_line(re.sub(r"[-_.]+", " ", path.stem))
    return words[:1].upper() + words[1:] or "Untitled"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _beginning(title: str, file: str) -> str:
    written = f"'{file}'" if re.search(r"[^\w.-]", file) else file
    picture = written.replace(SUFFIX, ".svg")
    return _BEGINNING.format(title=title, file=written, picture=picture)


def _create(path: Path, text: str) -> None:
    from argmap.source.files import UnwritableFile, create_file

    try:
        create_file(path, text.encode("utf-8", "replace"))
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem
