"""The reviews in files beside a map, which a command that is given the map alone does not read."""

import shlex
from collections.abc import Iterator
from glob import escape
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, load_map, root_name

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap


def files_beside(map_file: str) -> tuple[str, ...]:
    """The files beside a map that are named as its reviews are: `debate.ana.review.argmap`, sorted."""
    path = Path(map_file)
    if map_file == STANDARD_INPUT:
        return ()
    return tuple(sorted(map(str, path.parent.glob(f"{escape(path.stem)}.*.review{escape(path.suffix)}"))))


def where_it_is(argument_map: "ArgumentMap", reader: str) -> str:
    """The end of a sentence that misses a reader in a map: which files beside it hold the review, if any."""
    found = [file for file in files_beside(root_name(argument_map)) if reader in _readers_in(file)]
    if not found:
        return ""
    return f"; {' and '.join(found)} holds one: name that file in place of the map"


def how_to_count_them(map_file: str) -> str:
    """The command that brings the reviews beside a map together; empty where there are none."""
    files = files_beside(map_file)
    return f"argmap consensus {shlex.join([map_file, *files])}" if files else ""


def _readers_in(file: str) -> Iterator[str]:
    try:
        reviews = load_map(file).reviews
    except Failure:
        # A file that cannot be read holds no review to speak of.
        return
    yield from (review.reader for review in reviews)
