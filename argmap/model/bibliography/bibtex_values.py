"""The value of a BibTeX field: pieces in braces or quotes, numbers and abbreviations, joined by `#`."""

import re
from collections.abc import Mapping

import attrs

from argmap.model.bibliography.messages import shown
from argmap.model.reference_text import MONTHS

# Abbreviations may build on each other, so that ten short lines could make a text of any length.
_LONGEST = 1_000_000

# The braces and quotes that count are those without a backslash before them, as BibTeX files use them.
_BRACE = re.compile(r"(?<!\\)[{}]")
_BRACE_OR_QUOTE = re.compile(r'(?<!\\)[{}"]')
_BRACES = "put the text in braces: {text}"
_COMMA = "put a comma between two fields, and write a { for every }"

_BARE = re.compile(r"[^\s#{}\",=%]+")
_JOINT = re.compile(r"\s*#\s*")

# Every BibTeX style defines these.
_MONTH_ABBREVIATIONS = {name[:3].lower(): name for name in MONTHS}


@attrs.frozen
class FieldValue:
    """What a field says. `problem` (after the field's name) and `hint` are empty when it could be read."""

    text: str
    problem: str = ""
    hint: str = ""


def evaluate(written: str, strings: Mapping[str, str]) -> FieldValue:
    """The pieces of `written` joined, with abbreviations looked up in `strings` (names in lower case).

    Never raises. An unknown abbreviation stands for itself; what follows a missing comma or `#` is left
    out; the first such problem is named.
    """
    written = written.strip()
    pieces: list[str] = []
    problem = hint = ""
    position = 0
    while True:
        opening = written[position : position + 1]
        if opening in ("{", '"'):
            text, position = _group(written, position)
        elif bare := _BARE.match(written, position):
            text, position = bare[0], bare.end()
            known = strings.get(text.lower()) or _MONTH_ABBREVIATIONS.get(text.lower())
            if known is None and not text[0].isdigit() and not problem:
                problem, hint = f"uses the abbreviation {shown(text)}, which no @string defines", _BRACES
            text = text if known is None else known
        else:
            return FieldValue("".join(pieces), problem or "lacks a value", hint or _BRACES)
        pieces.append(text)
        joint = _JOINT.match(written, position)
        if not joint:
            break
        position = joint.end()
    if position < len(written) and not problem:
        problem, hint = f"goes on after its end: `{shown(written[position:])}`", _COMMA
    if sum(map(len, pieces)) > _LONGEST:
        return FieldValue("", "is longer than a million characters", "shorten it")
    return FieldValue("".join(pieces), problem, hint)


def _group(written: str, start: int) -> tuple[str, int]:
    """The text of the group that opens at `start`, and where it has closed."""
    end = _end_of_group(written, start)
    return (written[start + 1 : end - 1], end) if end else (written[start + 1 :], len(written))


def _end_of_group(written: str, start: int) -> int:
    """Where the group that opens at `start` has closed; 0 when it does not."""
    quoted = written[start] == '"'
    depth = 0
    for mark in (_BRACE_OR_QUOTE if quoted else _BRACE).finditer(written, start + quoted):
        if mark[0] == "{":
            depth += 1
        elif mark[0] == "}":
            depth -= 1
        if (mark[0] == '"' and depth <= 0) or (mark[0] == "}" and not quoted and depth == 0):
            return mark.end()
    return 0
