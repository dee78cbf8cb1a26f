"""What would change in a text, as a unified diff."""

import sys
from collections.abc import Iterator

from argmap.source.cells import printable


def write_difference(old: str, new: str, name: str, new_name: str) -> None:
    """Write to standard output what turns one text into the other; nothing when they are equal.

    A file or a program gets the very characters, so that the diff can be applied; a terminal is shown those
    that would reach it raw as `<U+001B>`.
    """
    lines = _difference(old, new, name, new_name)
    if sys.stdout.isatty():
        lines = (f"{printable(line.rstrip(chr(10)).rstrip(chr(13)))}\n" for line in lines)
    sys.stdout.writelines(lines)


def _difference(old: str, new: str, name: str, new_name: str) -> Iterator[str]:
    """The lines of a unified diff, ended by LF."""
    import difflib

    lines = difflib.unified_diff(_lines(old), _lines(new), name, new_name, lineterm="\n")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    # Only at LF, where the language ends lines too: splitlines() would also cut at U+2028 and form feeds.
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]
