r"""Data written as Typst source: dictionaries, arrays, strings, numbers, and `none`.

Strings are the one place where what a map says meets source text: backslash and quotation mark are escaped,
and controls and direction marks are written `\u{202e}`, so that a string ends where it seems to.
"""

import json
import re
from typing import Any

_SPECIAL = re.compile(
    '[\\\\"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]'
)
_INDENT = "  "


def typst_literal(value: Any, *, level: int = 0) -> str:
    """The value as one expression, entries on lines of their own. Keys must be Typst identifiers."""
    if value is None:
        return "none"
    if isinstance(value, str):
        return f'"{_SPECIAL.sub(_escaped, value)}"'
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    inner = _INDENT * (level + 1)
    if isinstance(value, dict):
        entries = [f"{key}: {typst_literal(entry, level=level + 1)}" for key, entry in value.items()]
    else:
        entries = [typst_literal(entry, level=level + 1) for entry in value]
    if not entries:
        return "(:)" if isinstance(value, dict) else "()"
    return "(\n" + "".join(f"{inner}{entry},\n" for entry in entries) + f"{_INDENT * level})"


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if character in '\\"':
        return f"\\{character}"
    # Drawings have many lines, which are easier to read as such.
    return character if character == "\n" else f"\\u{{{ord(character):x}}}"
