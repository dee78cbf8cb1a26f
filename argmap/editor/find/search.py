"""Finding and replacing in the lines of a text, in bounded time.

Patterns are those of the `regex` library, which can be told when to give up: a pattern of a few characters
can otherwise keep a program busy for years.
"""

import time
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import regex

from argmap.editor.text_area.document import MapDocument
from argmap.source.edits import TextEdit
from argmap.source.spans import Span

Place = tuple[int, int]
Match = tuple[Place, Place]
"""Where a match begins and stops, as (row, column) from 0."""

MOST = 10_000
"""Matches that are counted and marked; replacing knows no such bound."""
_SECONDS = 1.0
_SECONDS_TO_REPLACE = 5.0


class SearchError(Exception):
    """Nothing can be searched for; the message says why, to the person who wrote the pattern."""


@attrs.frozen
class Query:
    """What to look for. `pattern` is a regular expression if `is_pattern`, else the text itself."""

    pattern: str
    match_case: bool = False
    whole_word: bool = False
    is_pattern: bool = False


def find(lines: Sequence[str], query: Query) -> list[Match]:
    """The matches in the lines, in order, the first MOST of them; empty ones are passed over.

    In patterns, ^ and $ are the ends of a line. Raises SearchError for a pattern that cannot be read or
    takes too long.
    """
    text = "\n".join(lines)
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))[:-1]
    return [
        (_place(starts, match.start()), _place(starts, match.end()))
        for match in islice(_matches(text, query, _SECONDS), MOST)
    ]


def replacements(document: MapDocument, query: Query, replacement: str) -> list[TextEdit]:
    r"""The edits that replace all matches. In a pattern's replacement, \1 is what its first group matched.

    Raises SearchError for a pattern or replacement that cannot be read, or takes too long.
    """
    text = "\n".join(document.lines)
    starts = list(accumulate((len(line) + 1 for line in document.lines), initial=0))[:-1]
    return [
        TextEdit(
            Span(
                "",
                document.offset(_place(starts, match.start())),
                document.offset(_place(starts, match.end())),
            ),
            _expanded(match, replacement) if query.is_pattern else replacement,
        )
        for match in _matches(text, query, _SECONDS_TO_REPLACE)
    ]


def replaced(line: str, columns: tuple[int, int], query: Query, replacement: str) -> str:
    """What one match within a line is replaced by. Raises SearchError as `replacements` does."""
    if not query.is_pattern:
        return replacement
    for match in _matches(line, query, _SECONDS):
        if match.span() == columns:
            return _expanded(match, replacement)
    return replacement


def _matches(text: str, query: Query, seconds: float) -> Iterator["regex.Match[str]"]:
    stop = time.monotonic() + seconds
    compiled = _compiled(query)
    if not query.is_pattern:
        yield from (match for match in compiled.finditer(text) if match.start() < match.end())
        return
    try:
        for match in compiled.finditer(text, timeout=seconds):
            if time.monotonic() > stop:
                raise _too_slow()
            if match.start() < match.end():
                yield match
    except TimeoutError:
        raise _too_slow() from None


def _too_slow() -> SearchError:
    return SearchError("this pattern takes too long; make it simpler")


def _compiled(query: Query) -> "regex.Pattern[str]":
    import regex

    pattern = query.pattern if query.is_pattern else regex.escape(query.pattern, special_only=True)
    flags = regex.MULTILINE | (0 if query.match_case else regex.IGNORECASE)
    try:
        compiled = regex.compile(pattern, flags)
        return regex.compile(rf"(?<!\w)(?:{pattern})(?!\w)", flags) if query.whole_word else compiled
    except regex.error as error:
        raise SearchError(f"this pattern cannot be read: {_without_place(error)}") from None
    except (ValueError, OverflowError, RecursionError, MemoryError):
        raise SearchError("this pattern is too large") from None


def _without_place(error: Exception) -> str:
    return str(error).partition(" at position")[0]


def _expanded(match: "regex.Match[str]", replacement: str) -> str:
    import regex

    try:
        return match.expand(replacement)
    except (regex.error, IndexError, ValueError) as error:
        raise SearchError(f"this replacement cannot be read: {_without_place(error)}") from None


def _place(starts: list[int], offset: int) -> Place:
    row = bisect_right(starts, offset) - 1
    return row, offset - starts[row]
