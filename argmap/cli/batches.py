"""Many maps exported at once into a folder, several drawn at a time."""

import os
from collections.abc import Iterable, Sequence, Set
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.cli.exporting import Wishes, made, real_names, say, spare, write
from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, SUFFIX, files_named, load_map
from argmap.cli.messages import tell_errors
from argmap.cli.terminal import with_progress
from argmap.drawing.engine import engines_side_by_side
from argmap.drawing.gathering import Gathering
from argmap.pages.exporting import Form

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap

_SMALL = 200  # claims; such maps are drawn together, by few processes
_TOGETHER = 25
_MOST_AT_ONCE = 4  # of larger maps; each takes a core and up to some hundred megabytes


@attrs.frozen
class _Outcome:
    written: int
    said: tuple[str, ...]
    problem: str | None = None


def export_all(named: str, folder: str, forms: Sequence[Form], wishes: Wishes) -> int:
    """Export a map, or every map below a folder, into `folder`, under the same names; the exit status.

    What is wrong with one map, or a file that cannot be read, does not keep the others back. Raises `Failure`
    when nothing can be done.
    """
    if named == STANDARD_INPUT:
        raise Failure(f"{folder} is a folder, and a map from standard input has no name: name a file with -o")
    maps, unread = _read(files_named([named]))
    for problem in unread:
        say(f"argmap: {problem}")
    if not maps:
        return 2
    read = real_names(text for argument_map in maps.values() for text in argument_map.texts)
    root = Path(named) if Path(named).is_dir() else Path(named).parent

    def export(file: str) -> _Outcome:
        target = Path(folder, Path(file).relative_to(root))
        return _export(maps[file], target, forms, wishes, read=read)

    gathering = Gathering()

    def export_together(file: str) -> _Outcome:
        with gathering.present():
            return export(file)

    with (
        engines_side_by_side(_TOGETHER) as together,
        engines_side_by_side(min(_MOST_AT_ONCE, os.cpu_count() or 1)) as alone,
    ):
        waiting = [
            (
                file,
                together.submit(export_together, file)
                if len(maps[file].claims) <= _SMALL
                else alone.submit(export, file),
            )
            for file in maps
        ]
        done = [(file, outcome.result()) for file, outcome in with_progress(waiting, "exporting")]
    for file, outcome in done:
        for sentence in (*outcome.said, *([outcome.problem] if outcome.problem else [])):
            say(f"argmap: {file}: {sentence}")
    written = sum(outcome.written for _, outcome in done)
    say(f"{written} {'file is' if written == 1 else 'files are'} written to {folder}")
    wrong = [tell_errors(argument_map) for argument_map in maps.values()]
    return 2 if unread or any(outcome.problem for _, outcome in done) else int(any(wrong))


def _read(files: Sequence[str]) -> "tuple[dict[str, ArgumentMap], list[str]]":
    """The maps by their files, and what is to be said of the files that cannot be read."""
    maps: dict[str, ArgumentMap] = {}
    unread: list[str] = []
    for file in with_progress(files, "reading"):
        try:
            maps[file] = load_map(file)
        except Failure as problem:
            unread.append(problem.message)
    return maps, unread


def _export(
    argument_map: "ArgumentMap", target: Path, forms: Iterable[Form], wishes: Wishes, *, read: Set[str]
) -> _Outcome:
    from argmap.model.parts.choice import Part

    whole = Part(argument_map, {})
    said: list[str] = []
    written = 0
    try:
        _make_folder(target.parent)
        for form in forms:
            output = str(target.with_name(f"{target.name.removesuffix(SUFFIX)}.{form}"))
            files = made(whole, form, wishes, whole=argument_map, output=output, report=said.append)
            for name, data in files.items():
                spare(read, name)
                write(name, data)
                written += 1
    except Failure as problem:
        return _Outcome(written, tuple(dict.fromkeys(said)), problem.message)
    return _Outcome(written, tuple(dict.fromkeys(said)))


def _make_folder(folder: Path) -> None:
    from argmap.source.files import reason_of

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Failure(f"{folder}: this folder cannot be made: {reason_of(error)}") from error
