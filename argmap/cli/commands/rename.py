"""`argmap rename`: another name for a claim, a source, a reader or a section, wherever it is written."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, is_folder, read_named
from argmap.cli.judging import complete_labels

if TYPE_CHECKING:
    from argmap.edits.change import Change
    from argmap.edits.naming import NameKind
    from argmap.source.text import SourceText


@click.command(
    "rename",
    epilog="Example: argmap rename debate.argmap west westward\n\n"
    "Other maps, such as reviews, that include the file in which OLD is defined are changed with it: those "
    "in the folders of MAP's files, and in the folders above MAP.\n\n"
    "Exit status: 0 renamed, 2 not renamed, and nothing changed.",
)
@click.argument("file", metavar="MAP", type=click.Path(readable=False))
@click.argument("old", shell_complete=complete_labels)
@click.argument("new")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["label", "source", "reader", "section"]),
    help="What OLD is the name of, where several things have it; a label is a claim's or a question's.",
)
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(file: str, old: str, new: str, *, kind: "NameKind | None", diff: bool) -> None:
    """Give a claim, a source, a reader or a section of MAP another name, wherever it is written.

    OLD is a label, the key of a source, the name of a reader, or the title of a section. Comments are left
    alone.
    """
    from argmap.source.cells import printable

    if file == STANDARD_INPUT:
        raise click.UsageError("a name may stand in several files: give MAP as a file")
    if is_folder(file):
        raise Failure(f"{file} is a folder: name the map in it")
    change, texts = _change(file, old, new, kind)
    if diff:
        _show(change, texts)
    else:
        _write(change, texts)
    done = "would rename" if diff else "renamed"
    sys.stderr.write(f"{printable(change.says.replace('rename', done, 1))}\n")
    for warning in change.warnings:
        sys.stderr.write(f"{printable(warning)}\n")


def _change(
    file: str, old: str, new: str, kind: "NameKind | None"
) -> tuple["Change", dict[str, "SourceText"]]:
    """The change, and the texts of all files that it may touch. Raises `Failure`."""
    from argmap.edits.change import Refused
    from argmap.edits.renaming import rename
    from argmap.model.reading import read
    from argmap.source.cells import printable
    from argmap.workspace.beside import readings_beside

    path = os.path.normpath(file)
    reading = read(read_named(path).source, folder=Path(path).parent)
    others = readings_beside(reading)
    try:
        change = rename(reading, old, new, kind=kind, others=others)
    except Refused as problem:
        raise Failure(printable(str(problem))) from problem
    texts: dict[str, SourceText] = {}
    for one in (*others, reading):
        texts |= {name: tree.source for name, tree in one.trees.items()}
        texts |= {name: source for name, (source, _) in one.bibliographies.items()}
    return change, texts


def _new_texts(change: "Change", texts: dict[str, "SourceText"]) -> dict[str, tuple[str, str]]:
    from argmap.edits.change import changed_texts

    new = changed_texts(texts, change)
    return {name: (texts[name].text, new[name].text) for name in change.files}


def _show(change: "Change", texts: dict[str, "SourceText"]) -> None:
    from argmap.cli.differences import write_difference

    for name, (old, new) in _new_texts(change, texts).items():
        write_difference(old, new, name, f"{name} (renamed)")


def _write(change: "Change", texts: dict[str, "SourceText"]) -> None:
    from argmap.source.files import UnwritableFile, rewrite_texts

    try:
        rewrite_texts(_new_texts(change, texts))
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem
