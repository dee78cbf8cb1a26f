"""What each part of a line is, for its colour: the lexer of the language, one line at a time.

Only one thing about a line is not in it: whether it stands below a `map` or `source` line, where indented
lines are fields. `opening` says of every line what it opens, so that this is known without reading again.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from argmap.language.lexer import LexedLine, lex
from argmap.language.tokens import BLANKS, Tok

Colours = tuple[tuple[int, int, str], ...]
"""(start, stop, part) of a line, in columns; where two overlap the later counts."""

PARTS: Final = (
    "keyword",
    "supports",
    "attacks",
    "label",
    "reference",
    "citation",
    "attribute",
    "tag",
    "comment",
)
"""The parts of a line that have colours; the text of a claim has none."""

CONTINUES, ORDINARY, FIELDED = range(3)
"""What a line opens: nothing, an ordinary block, or a block of fields."""

_LONGEST = 4000
"""A longer line stays without colours, so that a key in it costs no more than elsewhere."""
_SUPPORTS = frozenset({"because", "evidence", "and", "since", "assuming"})
_ATTACKS = frozenset({"but", "unless"})
_PART_OF_TOKEN = {
    "LABEL": "label",
    "NUMBER": "label",
    "FIELD": "keyword",
    "REFERENCE": "reference",
    "BASIS": "reference",
    "TAG": "tag",
    "CITED": "citation",
    "ATTRIBUTE": "attribute",
    "BECAUSE": "supports",
}
_BRACKETS = {"CITED": "[]", "ATTRIBUTE": "{}"}
_WITHOUT_COLOUR = frozenset({"TEXT", "UNREADABLE", "VALUE", "LOCATOR", "CITED_AFTER", "PREMISE_NUMBER"})
_ABOVE_FIELDS = "map\n"


def opening(line: str) -> int:
    """Which block a line opens: CONTINUES for indented and empty lines and comments."""
    if not line or line[0] in BLANKS or line[0] == "#":
        return CONTINUES
    if line[0] not in "mMsS":
        return ORDINARY
    lines, _ = lex(line[:80])
    return FIELDED if lines and lines[0].keyword in {"map", "source"} else ORDINARY


@lru_cache(maxsize=16_384)
def colours(line: str, fielded: bool) -> Colours:
    """The coloured parts of a line; `fielded` where indented lines are fields."""
    content = line.lstrip(BLANKS)
    if not content or len(line) > _LONGEST:
        return ()
    if content.startswith("#"):
        return ((len(line) - len(content), len(line), "comment"),)
    before = _ABOVE_FIELDS if fielded and len(content) < len(line) else ""
    lines, _ = lex(before + line)
    shift = len(before)
    if not lines or lines[-1].start < shift:
        return ()
    return tuple(
        (start - shift, stop - shift, part) for start, stop, part in _parts(before + line, lines[-1])
    )


def _parts(text: str, line: LexedLine) -> Iterator[tuple[int, int, str]]:
    for place, token in enumerate(line.tokens):
        if token.type in _WITHOUT_COLOUR:
            continue
        start, stop = _with_brackets(text, token)
        yield start, stop, _PART_OF_TOKEN.get(token.type) or _keyword(token, first=place == 0)
    for mention in line.mentions:
        if mention.form == "reference":
            yield mention.name.start, mention.name.stop, "reference"


def _keyword(token: Tok, *, first: bool) -> str:
    if first and token.value in _SUPPORTS:
        return "supports"
    if first and token.value in _ATTACKS:
        return "attacks"
    return "keyword"


def _with_brackets(text: str, token: Tok) -> tuple[int, int]:
    brackets = _BRACKETS.get(token.type)
    if brackets is None:
        return token.start, token.stop
    start = text.rfind(brackets[0], 0, token.start + 1)
    stop = text.find(brackets[1], token.stop)
    return (start if start >= 0 else token.start), (stop + 1 if stop >= 0 else token.stop)
