"""git's way of calling a program that shows differences (gitattributes(5), `diff.NAME.command`).

git gives the path, then of each version a file to read, its object name and its mode; for a path that was
renamed, also the new path and what git says of the renaming; for one that is not merged, the path alone. A
version that is not there is `/dev/null`. An exit status other than 0 stops git, so that what goes wrong with
one file is said in its place.
"""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import read_named

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap

_UNMERGED = 1
_PLAIN = 7
_RENAMED = 9
_ODD_MODES = ("12", "16")
"""git's first digits for symbolic links and submodules."""
_BOLD = "\x1b[1m{}\x1b[0m"


def git_diff(arguments: Sequence[str], *, cells: int, colour: bool) -> str:
    """What git is to show for one path; raises click.UsageError unless the arguments are git's."""
    from argmap.source.cells import printable

    if len(arguments) not in {_UNMERGED, _PLAIN, _PLAIN + 1, _RENAMED}:
        raise click.UsageError(
            "--git is for git to call, with a path and two files; see the end of `argmap diff --help`"
        )
    path = arguments[0]
    if len(arguments) == _UNMERGED:
        return f"argmap diff {printable(path)}: not merged yet\n"
    old_file, old_mode, new_file, new_mode = arguments[1], arguments[3], arguments[4], arguments[6]
    new_path = arguments[_PLAIN] if len(arguments) > _PLAIN else path
    head = f"argmap diff {printable(path)}"
    if new_path != path:
        head = f"{head} -> {printable(new_path)}"
    if any(mode.startswith(_ODD_MODES) for mode in (old_mode, new_mode)):
        return f"{head}\nnot compared: a link or another repository, not a file\n"
    lines = [_BOLD.format(head) if colour else head, *_file_notes(old_file, old_mode, new_file, new_mode)]
    return "\n".join(lines) + "\n" + _body((path, old_file), (new_path, new_file), cells, colour=colour)


def _file_notes(old_file: str, old_mode: str, new_file: str, new_mode: str) -> list[str]:
    if old_file == os.devnull:
        return ["a new file"]
    if new_file == os.devnull:
        return ["the file was deleted"]
    return [f"mode {new_mode}, was {old_mode}"] if old_mode != new_mode else []


def _body(old: tuple[str, str], new: tuple[str, str], cells: int, *, colour: bool) -> str:
    from argmap.documents.difference import difference_text
    from argmap.reasoning.difference.comparing import compare

    try:
        before, after = _version(*old), _version(*new)
    except Failure as failure:
        return f"not compared: {failure.message}\n"
    notes = [*_errors("old", before), *_errors("new", after)]
    shown = difference_text(compare(before, after), cells=cells, colour=colour)
    return "".join(f"{line}\n" for line in notes) + shown + "\n"


def _version(path: str, file: str) -> "ArgumentMap":
    """The map in a file that git made, read as if it stood at its path, beside what it includes."""
    import argmap
    from argmap.model.map import ArgumentMap

    if file == os.devnull:
        return ArgumentMap()
    return argmap.parse(read_named(file).source.text, name=path, folder=Path(path).parent)


def _errors(which: str, argument_map: "ArgumentMap") -> list[str]:
    """One line where a version has errors: how many, and the first."""
    from argmap.source.cells import printable
    from argmap.source.report_human import counted, place

    errors = argument_map.errors
    if not errors:
        return []
    first = errors[0]
    where = place(first.span, argument_map.texts)
    said = f"{where}: {first.code} {printable(first.message)}"
    number = counted(len(errors), "error")
    return [f"the {which} version has {number}, and what they spoil is not compared; the first is {said}"]
