"""A map with the other maps around it, such as its reviews, read for a change that reaches them all."""

import os
from collections.abc import Iterator
from pathlib import Path

from argmap.model.reading import Reading, read
from argmap.source.files import UnreadableFile, read_text

SUFFIX = ".argmap"


def readings_beside(reading: Reading) -> list[Reading]:
    """The other maps that may include files of a map.

    They stand in the folders of its files, or in a folder above the map, since a map can name files in its
    own folder and below it only. Maps and folders that cannot be read are passed over.
    """
    found: list[Reading] = []
    seen = {os.path.realpath(reading.root.name)}
    for path in (path for folder in _folders(reading) for path in _maps_in(folder)):
        real = os.path.realpath(path)
        if real in seen:
            continue
        seen.add(real)
        try:
            source = read_text(path)
        except UnreadableFile:
            continue
        found.append(read(source, folder=Path(path).parent))
    return found


def _folders(reading: Reading) -> Iterator[str]:
    for name in (*reading.trees, *reading.bibliographies):
        yield str(Path(name).parent)
    folder = str(Path(reading.root.name).parent)
    while Path(os.path.realpath(folder)) != Path(os.path.realpath(folder)).parent:
        folder = os.path.normpath(Path(folder) / "..")
        yield folder


def _maps_in(folder: str) -> list[str]:
    try:
        return sorted(os.path.normpath(path) for path in Path(folder).iterdir() if path.suffix == SUFFIX)
    except OSError:
        return []
