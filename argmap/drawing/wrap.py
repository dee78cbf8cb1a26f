"""Text broken into lines of about equal width, in any script."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

import attrs

from argmap.drawing.metrics import text_width

# Whitespace at which a line may end: all but the no-break spaces.
_SPACE = re.compile("[^\\S\u00a0\u2007\u202f]+")
# Han, kana and Hangul: lines may end between any two characters.
_WIDE = re.compile(
    "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\U00020000-\U0003fffd]"
)
_NEVER_FIRST = frozenset("、。，．・：；？！）］｝〕〉》」』】〙〗ー々〜…‥％%,.!?;:)]}’”»")
_NEVER_LAST = frozenset("（［｛〔〈《「『【〘〖([{‘“«")
_JOINER = "\u200d"
_LONGEST_CLUSTER = 64
_ROUNDS = 6


@attrs.frozen
class _Part:
    """A piece that no line end may split, and how wide the space before it is (0 for none)."""

    text: str
    width: float
    space: float


@lru_cache(maxsize=20_000)
def _width(text: str, size: float, bold: bool) -> float:
    return text_width(text, size, bold)


def balanced_lines(text: str, *, width: float, size: float, bold: bool = False) -> list[str]:
    """The text in as few lines as fit `width` points, and those as even as they can be.

    Words wider than a line are broken between characters, without a hyphen, so nothing is ever clipped.
    Runs of whitespace count as one space. An empty text is one empty line.
    """
    gap = _width(" ", size, bold)
    words = [word for word in _SPACE.split(text) if word]
    parts = [_Part(word, _width(word, size, bold), gap) for word in words]
    if not text.isascii() or any(part.width > width for part in parts):
        parts = [piece for part in parts for piece in _pieces(part, width=width, size=size, bold=bold)]
    if len(parts) < 2:
        return [parts[0].text if parts else ""]
    return [_joined(parts[start:stop]) for start, stop in _balanced(parts, width)]


def _joined(parts: Sequence[_Part]) -> str:
    first, *others = parts
    return first.text + "".join(f" {part.text}" if part.space else part.text for part in others)


def _balanced(parts: Sequence[_Part], width: float) -> list[tuple[int, int]]:
    """Where each line starts and stops: the narrowest measure that needs no more lines than `width`."""
    best = _filled(parts, width)
    if len(best) == 1:
        return best
    total = sum(part.width + part.space for part in parts)
    narrow, wide = total / len(best) * 0.9, width
    for _ in range(_ROUNDS):
        middle = (narrow + wide) / 2
        tried = _filled(parts, middle)
        if len(tried) > len(best):
            narrow = middle
        else:
            best, wide = tried, middle
    return best


def _filled(parts: Sequence[_Part], width: float) -> list[tuple[int, int]]:
    """Lines filled one after the other as far as they go; a part wider than `width` has one to itself."""
    lines = []
    start, used = 0, 0.0
    for index, part in enumerate(parts):
        used += part.space + part.width
        if index == start:
            used = part.width
        elif used > width:
            lines.append((start, index))
            start, used = index, part.width
    return [*lines, (start, len(parts))]


def _pieces(part: _Part, *, width: float, size: float, bold: bool) -> Iterator[_Part]:
    """A word as the pieces that lines may end between: whole, or by characters where it must be."""
    if part.width <= width and not _WIDE.search(part.text):
        yield part
        return
    space = part.space
    for syllable in _syllables(part.text):
        for text in _cut(syllable, width=width, size=size, bold=bold):
            yield _Part(text, _width(text, size, bold), space)
            space = 0.0


def _syllables(text: str) -> Iterator[str]:
    """Characters of a wide script one by one, the rest in runs; punctuation stays on its neighbour."""
    held = ""
    for cluster in _clusters(text):
        breaks = _WIDE.match(cluster) or (held and _WIDE.match(held[-1]))
        if held and breaks and cluster[0] not in _NEVER_FIRST and held[-1] not in _NEVER_LAST:
            yield held
            held = ""
        held += cluster
    if held:
        yield held


def _cut(text: str, *, width: float, size: float, bold: bool) -> Iterable[str]:
    """The text in pieces of at most `width`, never inside a cluster."""
    if _width(text, size, bold) <= width:
        return [text]
    pieces = [""]
    used = 0.0
    for cluster in _clusters(text):
        wanted = _width(cluster, size, bold)
        if used + wanted > width and pieces[-1]:
            pieces.append("")
            used = 0.0
        pieces[-1] += cluster
        used += wanted
    return pieces


def _clusters(text: str) -> Iterator[str]:
    """Characters with the marks and joined signs that must stay on them (after Unicode Annex 29)."""
    held = ""
    for character in text:
        if held and len(held) < _LONGEST_CLUSTER and _clings(character, held):
            held += character
            continue
        if held:
            yield held
        held = character
    if held:
        yield held


def _clings(character: str, held: str) -> bool:
    """Whether a character belongs to the cluster before it."""
    if character == _JOINER or held[-1] == _JOINER:
        return True
    if "\U0001f1e6" <= character <= "\U0001f1ff":  # two regional indicators are a flag
        return len(held) == 1 and "\U0001f1e6" <= held <= "\U0001f1ff"
    skin_tone_or_tag = "\U0001f3fb" <= character <= "\U0001f3ff" or "\U000e0020" <= character <= "\U000e007f"
    return skin_tone_or_tag or unicodedata.category(character).startswith("M")
