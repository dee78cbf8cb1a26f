"""What the terminal can show: colour, width, a line of progress."""

import os
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from typing import IO, TypeVar

_T = TypeVar("_T")
_QUIET_SECONDS = 0.5  # work that is over sooner needs no progress
_STEP_SECONDS = 0.1
_ERASE_LINE = "\r\x1b[K"


def colour_wanted(stream: IO[str]) -> bool:
    """Whether to colour: on a terminal, unless NO_COLOR says no; elsewhere when FORCE_COLOR says so."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR", "0") not in ("", "0"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def terminal_cells(stream: IO[str]) -> int | None:
    """The terminal's width in cells; None where the stream is no terminal."""
    return shutil.get_terminal_size().columns if stream.isatty() else None


def with_progress(items: Sequence[_T], verb: str) -> Iterator[_T]:
    """The items; on a terminal a line such as `checking 12 of 300` while they take long."""
    if not sys.stderr.isatty() or os.environ.get("TERM") == "dumb":
        yield from items
        return
    due = time.monotonic() + _QUIET_SECONDS
    written = False
    try:
        for number, item in enumerate(items, 1):
            if time.monotonic() >= due:
                sys.stderr.write(f"{_ERASE_LINE}{verb} {number:,} of {len(items):,}")
                sys.stderr.flush()
                due = time.monotonic() + _STEP_SECONDS
                written = True
            yield item
    finally:
        if written:
            sys.stderr.write(_ERASE_LINE)
            sys.stderr.flush()
