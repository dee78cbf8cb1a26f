"""The files that a command line names: folders opened up, maps read, missing names explained."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.failure import Failure

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.source.files import TextFile
    from argmap.source.text import SourceText

SUFFIX = ".argmap"
STANDARD_INPUT = "-"
_STDIN_NAME = "<stdin>"


def files_named(names: Iterable[str]) -> list[str]:
    """Every file once, in the order given; a folder stands for the maps below it, sorted.

    Folders whose name begins with a dot are passed over. Raises `Failure` for a folder without maps.
    """
    files: dict[str, None] = {}
    for name in names:
        files.update(dict.fromkeys(_maps_below(name) if Path(name).is_dir() else [name]))
    return list(files)


def is_folder(name: str) -> bool:
    """Whether a name stands for a folder, there already or to be made."""
    return name.endswith(("/", os.sep)) or Path(name).is_dir()


def no_file_in(folder: str) -> str:
    """What to say where the file of a new map is wanted and a folder is given."""
    return f"{folder} is a folder: name a file in it, such as {Path(folder, f'map{SUFFIX}')}"


def read_named(name: str) -> "TextFile":
    """The text of a file, or of standard input for `-`; raises `Failure`."""
    from argmap.source.files import UnreadableFile, read_file, read_standard_input

    try:
        return read_standard_input(_STDIN_NAME) if name == STANDARD_INPUT else read_file(name)
    except UnreadableFile as problem:
        raise Failure(f"{problem}{_near_names(name)}") from problem


def load_map(name: str) -> "ArgumentMap":
    """The map in a file, or on standard input for `-`, which may include files of this folder.

    Raises `Failure` when the file cannot be read; what is wrong in it is in the map's diagnostics.
    """
    import argmap
    from argmap.source.files import UnreadableFile

    if name == STANDARD_INPUT:
        return map_of(read_named(name))
    try:
        return argmap.load(name)
    except UnreadableFile as problem:
        raise Failure(f"{problem}{_near_names(name)}") from problem


def map_of(file: "TextFile") -> "ArgumentMap":
    """The map in a text from standard input, which may include files of this folder."""
    import argmap

    return argmap.parse(file.source.text, name=file.source.name, folder=Path())


def read_again(name: str, argument_map: "ArgumentMap", texts: Mapping[str, "SourceText"]) -> "ArgumentMap":
    """The map that `load_map` gave for a name, read from these texts in place of those on the disk."""
    import argmap

    root = root_name(argument_map)
    folder = Path() if name == STANDARD_INPUT else Path(name).parent
    return argmap.parse(texts[root].text, name=root, folder=folder, texts=texts)


def root_name(argument_map: "ArgumentMap") -> str:
    """What messages call the file that was opened for a map: it is the first that was read."""
    return next(iter(argument_map.texts))


def _maps_below(folder: str) -> list[str]:
    found: list[str] = []
    for parent, folders, files in os.walk(folder, onerror=_unreadable_folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += (
            str(Path(parent, name)) for name in files if name.endswith(SUFFIX) and not name.startswith(".")
        )
    if not found:
        raise Failure(f"{folder}: there is no {SUFFIX} file in this folder or below it")
    return sorted(found)


def _unreadable_folder(error: OSError) -> None:
    from argmap.source.files import reason_of

    raise Failure(f"{error.filename}: cannot be read: {reason_of(error)}") from error


def _near_names(name: str) -> str:
    """What may have been meant by a name that stands for no file."""
    path = Path(name)
    if name == STANDARD_INPUT or os.path.lexists(path) or not path.parent.is_dir():
        return ""
    from argmap.language.suggestions import nearest

    try:
        stems = sorted(other.stem for other in path.parent.iterdir() if other.suffix == SUFFIX)
    except OSError:
        # A folder that may be entered but not listed: nothing can be suggested.
        return ""
    # The suffix, which all of them have, would make any short name look like any other.
    meant = path.name.removesuffix(SUFFIX)
    near = [meant] if meant in stems else nearest(meant, stems)
    return f"; did you mean {path.parent / (near[0] + SUFFIX)}?" if near else ""
