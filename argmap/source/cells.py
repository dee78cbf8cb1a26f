"""Text as a terminal shows it: how many cells it takes, and which characters must not reach it raw."""

import re
import unicodedata
from functools import lru_cache

TAB_STOP = 4
"""Cells between tab stops in a shown source line."""

# Controls move the cursor or recolour the screen, bidirectional controls reorder what stands beside them.
_UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
_ZERO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_WIDE = frozenset({"W", "F"})


def width(text: str) -> int:
    """Cells that a text takes: two for wide East Asian characters and emoji, none for combining marks."""
    if text.isascii():
        return len(text)
    return sum(map(_character_width, text))


def printable(text: str) -> str:
    """The text with control, bidirectional and surrogate characters written as `<U+202E>`, tabs as spaces."""
    if text.isprintable():
        return text
    return _UNSAFE.sub(_written_out, text.replace("\t", " "))


def shown_line(line: str) -> list[str]:
    """One shown string per character of a source line: tabs up to the next stop, unsafe ones written out."""
    if line.isascii() and line.isprintable():
        return list(line)
    pieces: list[str] = []
    cell = 0
    for character in line:
        piece = " " * (TAB_STOP - cell % TAB_STOP) if character == "\t" else printable(character)
        pieces.append(piece)
        cell += width(piece)
    return pieces


def padded(text: str, cells: int) -> str:
    """The text with spaces after it up to a number of cells."""
    return text + " " * (cells - width(text))


def cut_to(text: str, cells: int) -> str:
    """The text, or as much of it as fits with `…` after it."""
    if len(text) <= cells and width(text) <= cells:
        return text
    used, kept = 0, []
    for character in text:
        used += _cells_of(character)
        if used > cells - 1:
            break
        kept.append(character)
    return "".join(kept).rstrip() + "…"


def wrap(text: str, cells: int) -> list[str]:
    """The words of a text in lines of at most `cells` cells (at least 1); longer words are broken."""
    if text.isascii() and text.isprintable():
        return _wrap_plain(text, max(cells, 1))
    lines: list[str] = []
    line, used = "", 0
    for word in _words(printable(text), max(cells, 1)):
        needed = width(word)
        if line and used + 1 + needed > cells:
            lines.append(line)
            line, used = word, needed
        else:
            line, used = (f"{line} {word}", used + 1 + needed) if line else (word, needed)
    return [*lines, line]


def _wrap_plain(text: str, cells: int) -> list[str]:
    """The same where every character takes a cell, for the many claims of a long outline."""
    if "  " in text or text[:1] == " " or text[-1:] == " ":
        text = " ".join(text.split())
    lines: list[str] = []
    start, last = 0, len(text) - cells
    while start < last:
        cut = text.rfind(" ", start, start + cells + 1)
        stop = cut if cut > start else start + cells
        lines.append(text[start:stop])
        start = stop + (cut > start)
    return [*lines, text[start:]]


def _words(text: str, cells: int) -> list[str]:
    # Only the plain space divides: a no-break space is there to hold words together.
    return [part for word in text.split(" ") if word for part in _broken(word, cells)]


def _broken(word: str, cells: int) -> list[str]:
    if width(word) <= cells:
        return [word]
    parts: list[str] = []
    part, used = "", 0
    for character in word:
        needed = _character_width(character)
        if part and used + needed > cells:
            parts.append(part)
            part, used = "", 0
        part += character
        used += needed
    return [*parts, part]


def _character_width(character: str) -> int:
    if character.isascii():
        return 1
    if unicodedata.category(character) in _ZERO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


@lru_cache(maxsize=4096)
def _cells_of(character: str) -> int:
    return width(character)


def _written_out(match: re.Match[str]) -> str:
    return f"<U+{ord(match[0]):04X}>"
