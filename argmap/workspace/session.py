"""Where a writer was in each file, so that it is there again next time."""

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs

from argmap.source.files import FileError, read_bytes, replace_file
from argmap.workspace.state_folder import absolute, key_of, make_private, state_folder

MOST_FILES = 200
"""Files that are remembered; those that were left longest ago are forgotten."""

_FORMAT = 1
_SIZE_LIMIT = 256 * 1024
_MOST_NAMES = 5_000
_LONGEST_NAME = 400
_LARGEST_NUMBER = 2**31


@attrs.frozen
class Session:
    """Where a writer was in a file. Whoever uses it keeps it inside the text, which may have changed."""

    cursor: tuple[int, int] = (0, 0)
    """Line and column, from 0."""
    scroll: tuple[int, int] = (0, 0)
    """Cells to the left of what is seen, and lines above it."""
    panes: tuple[str, ...] = ()
    """Names of what is open, in the editor's words."""
    folds: tuple[str, ...] = ()
    """Labels of the claims whose branch is folded in the outline."""
    drawn_folds: tuple[str, ...] = ()
    """Labels of the claims whose branch is folded in the diagram."""
    drawn: tuple[str, ...] = ()
    """How the diagram is looked at, in the editor's words."""


def remember(path: str | Path, session: Session, *, folder: Path | None = None) -> None:
    """Keep where the writer is in a file. That this fails is no reason to disturb anybody: it is left."""
    home = _home(folder)
    document = {"format": _FORMAT, "path": absolute(path), **attrs.asdict(session)}
    data = json.dumps(document, ensure_ascii=True).encode()
    if len(data) > _SIZE_LIMIT:
        return
    with suppress(OSError, FileError):
        make_private(home)
        replace_file(home / f"{key_of(path)}.json", data)
        _forget_the_oldest(home)


def recall(path: str | Path, *, folder: Path | None = None) -> Session:
    """Where the writer was in a file; the beginning when that is not known, or not to be made sense of."""
    try:
        data = read_bytes(_home(folder) / f"{key_of(path)}.json")
        document = json.loads(data) if len(data) <= _SIZE_LIMIT else None
    except (FileError, ValueError, RecursionError):
        return Session()
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        return Session()
    return Session(
        _pair(document.get("cursor")),
        _pair(document.get("scroll")),
        _names(document.get("panes")),
        _names(document.get("folds")),
        _names(document.get("drawn_folds")),
        _names(document.get("drawn")),
    )


def _home(folder: Path | None) -> Path:
    return (folder or state_folder()) / "sessions"


def _pair(value: Any) -> tuple[int, int]:
    match value:
        case [int() as first, int() as second] if _is_small(first) and _is_small(second):
            return int(first), int(second)
    return 0, 0


def _is_small(number: int) -> bool:
    return 0 <= number < _LARGEST_NUMBER


def _names(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or len(value) > _MOST_NAMES:
        return ()
    return tuple(name for name in value if isinstance(name, str) and 0 < len(name) <= _LONGEST_NAME)


def _forget_the_oldest(home: Path) -> None:
    files = list(home.glob("*.json"))
    if len(files) <= MOST_FILES:
        return
    by_age = sorted(files, key=lambda file: file.stat().st_mtime_ns)
    for file in by_age[: len(files) - MOST_FILES]:
        file.unlink(missing_ok=True)
