"""`argmap rename`: another name for a claim, a source, a reader or a section, wherever it is written."""

import sys
from typing import TYPE_CHECKING

import click

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, is_folder

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
@click.argument("map_file", metavar="MAP", type=click.Path(readable=False))
@click.argument("old")
@click.argument("new")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["label", "source", "reader", "section"]),
    help="What OLD is the name of, where several things have it; a label is a claim's or a question's.",
)
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
def command(map_file: str, old: str, new: str, *, kind: "NameKind | None", diff: bool) -> None:
    """Call what is called OLD in MAP by the name NEW, everywhere: labels, keys of sources, readers, sections.

    A section is named by its title. Comments are left alone.
    """
    from argmap.source.cells import printable

    if map_file == STANDARD_INPUT:
        raise click.UsageError("a name may stand in several files: give MAP as a file")
    if is_folder(map_file):
        raise Failure(f"{map_file} is a folder: name the map in it")
    change, texts = _change(map_file, old, new, kind)
    if diff:
        _show(change, texts)
    else:
        _write(change, texts)
    done = "would rename" if diff else "renamed"
    sys.stderr.write(f"{printable(change.says.replace('rename', done, 1))}\n")
    for warning in change.warnings:
        sys.stderr.write(f"{printable(warning)}\n")


def _change(
    map_file: str, old: str, new: str, kind: "NameKind | None"
) -> tuple["Change", dict[str, "SourceText"]]:
    """The change, and the texts of all files that it may touch. Raises `Failure`."""
    from argmap.cli.folder import reading_of, readings_beside
    from argmap.edits.change import Refused
    from argmap.edits.renaming import rename

    reading = reading_of(map_file)
    others = readings_beside(reading)
    try:
        change = rename(reading, old, new, kind=kind, others=others)
    except Refused as problem:
        raise Failure(str(problem)) from problem
    texts: dict[str, SourceText] = {}
    for one in (*others, reading):
        texts |= {name: tree.source for name, tree in one.trees.items()}
        texts |= {name: source for name, (source, _) in one.bibliographies.items()}
    return change, texts


def _changes(change: "Change", texts: dict[str, "SourceText"]) -> dict[str, tuple[str, str]]:
    from argmap.edits.change import changed_texts

    new = changed_texts(texts, change)
    return {file: (texts[file].text, new[file].text) for file in change.files}


def _show(change: "Change", texts: dict[str, "SourceText"]) -> None:
    from argmap.cli.differences import write_difference

    for file, (old, new) in _changes(change, texts).items():
        write_difference(old, new, file, f"{file} (renamed)")


def _write(change: "Change", texts: dict[str, "SourceText"]) -> None:
    from argmap.source.files import UnwritableFile, rewrite_texts

    try:
        rewrite_texts(_changes(change, texts))
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem
