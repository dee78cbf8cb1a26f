r"""User text on its way into DOT: the only module that quotes, and the only one that makes names.

Graphviz reads text by a different rule at every place: the DOT language unescapes quoted strings, then the
attribute expands escapes such as `\N` (twice in tooltips), then HTML entities are read. These functions
undo all of it, so that a reader sees what was written. They hold for Graphviz 2.42 to 16.
"""

import html
import re
from urllib.parse import quote

from argmap.drawing.bidi import contained

# C0 and C1 controls but tab, LF and CR, which have a meaning; surrogates; the two non-characters XML forbids.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?")
_NOT_IN_NAME = re.compile("[^A-Za-z0-9-]")
_OUTER_OR_DOUBLE_SPACE = re.compile("^ | $|  ")
_NEEDS_CARE = re.compile(r"[^ -~]|[&<>\"'\\]|^ | $|  ")
_NEEDS_ESCAPE = re.compile(r"[^ -~]|[&\"\\]")
_SAFE_ADDRESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
_URL_CHARACTERS = "%/:?#@!$&()*+,;=~-._"
# Graphviz 2.42 reads no token of 16,384 bytes or more; a character is at most 6 bytes when escaped.
_PIECE = 2_000
_LONGEST_URL = 2_000


def clean(text: str) -> str:
    """The text with what cannot be drawn as U+FFFD, tabs as a space, and every line end as LF."""
    if text.isascii() and text.isprintable():
        return text
    return _LINE_END.sub("\n", _UNPRINTABLE.sub("\ufffd", text)).replace("\t", " ")


def identifier(label: str) -> str:
    """A label as ASCII letters, digits, `-` and `_`: `west`, `_1` as `__1`, `çay` as `_xe7_ay`.

    Every other character is written `_x` and its code point in hexadecimal and `_`, and `_` itself is
    doubled, so different labels never meet and the label can be read back.
    """
    return _NOT_IN_NAME.sub(_code_point, label)


def _code_point(match: re.Match[str]) -> str:
    character = match[0]
    return "__" if character == "_" else f"_x{ord(character):x}_"


def tooltip(text: str) -> str:
    """A DOT string for tooltips, where Graphviz expands escapes twice; long ones in pieces joined by `+`."""
    if len(text) <= _PIECE and not _NEEDS_ESCAPE.search(text):
        return f'"{text}"'
    cleaned = "\n".join(contained(clean(text).split("\n")))
    pieces = (cleaned[start : start + _PIECE] for start in range(0, len(cleaned), _PIECE))
    return " + ".join(f'"{_tooltip_piece(piece)}"' for piece in pieces)


def _tooltip_piece(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("\\", "\\" * 4).replace('"', '\\"')
    return escaped.replace("\n", "&#10;")


def html_text(text: str) -> str:
    r"""Text for an HTML-like label, on one line unless it holds line ends; then left-aligned lines.

    A backslash is doubled because Graphviz expands `\N` there too, even written as an entity; spaces that
    it would drop become no-break spaces. Longer than 2,000 characters, a run is split at line ends that
    Graphviz skips, to stay under the longest token that version 2.42 reads.
    """
    if not _NEEDS_CARE.search(text) and len(text) <= _PIECE:
        return text
    cleaned = _OUTER_OR_DOUBLE_SPACE.sub(lambda match: "\u00a0" * len(match[0]), clean(text))
    pieces = (cleaned[start : start + _PIECE] for start in range(0, len(cleaned), _PIECE))
    return "\n".join(_html_piece(piece) for piece in pieces)


def _html_piece(text: str) -> str:
    return html.escape(text).replace("\\", "\\\\").replace("\n", '<BR ALIGN="LEFT"/>')


def html_tooltip(text: str) -> str:
    """Text for the TITLE of a table in an HTML-like label, at most 2,000 characters of it."""
    shown = text if len(text) <= _PIECE else text[: _PIECE - 1] + "…"
    (line,) = contained([clean(shown).replace("\n", " ")])
    return html.escape(line).replace("\\", "\\\\")


def web_address(url: str | None) -> str | None:
    """The address percent-encoded for a URL attribute, unquoted, or None when it is not safe to link to.

    Only http, https and mailto are, up to 2,000 characters. `&` is written as an entity because Graphviz
    2.42 copies addresses into SVG as they stand.
    """
    address = (url or "").strip()
    if not _SAFE_ADDRESS.match(address):
        return None
    encoded = quote(address.encode("utf-8", "replace"), safe=_URL_CHARACTERS).replace("&", "&amp;")
    return encoded if len(encoded) <= _LONGEST_URL else None
