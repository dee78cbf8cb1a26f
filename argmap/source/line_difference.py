"""What would change in a text, line by line, as a unified diff."""

import difflib
from collections.abc import Iterator


def line_difference(old: str, new: str, *, name: str, new_name: str) -> Iterator[str]:
    """The lines of a unified diff, each ended by LF; none when the texts are equal."""
    lines = difflib.unified_diff(_lines(old), _lines(new), name, new_name, lineterm="\n")
    for line in lines:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    # Only at LF, where the language ends lines too: splitlines() would also cut at U+2028 and form feeds.
    return [f"{line}\n" for line in text.split("\n")[:-1]] + [line for line in text.split("\n")[-1:] if line]
