"""Text broken into lines of about equal width, in any script."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import accumulate

import attrs

from argmap.drawing.bidi import contained
from argmap.drawing.escape import clean
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
_ROUNDS = 3
_LEAST_LAST = 0.25
"""Of a line: less of a word alone on its last line looks like a slip."""
_ROUNDING = 1e-6


@attrs.frozen
class Lines:
    """A text in lines, and the width of the widest in points."""

    texts: list[str]
    width: float


@attrs.frozen
class _Part:
    """A piece that no line end may split, and the space before it, if there is one."""

    text: str
    width: float
    space: str


@lru_cache(maxsize=20_000)
def _width(text: str, size: float, bold: bool) -> float:
    return text_width(text, size, bold)


def balanced_lines(text: str, *, width: float, size: float, bold: bool = False) -> Lines:
    """The text in as few lines as fit `width` points, and those as even as they can be.

    Words wider than a line are broken between characters, without a hyphen, so nothing is ever clipped.
    Runs of whitespace count as one space. An empty text is one empty line. Directional controls are kept from
    reaching beyond the text.
    """
    text = clean(text)
    words = text.split() if text.isascii() else [word for word in _SPACE.split(text) if word]
    widths = [_width(word, size, bold) for word in words]
    gap = _width(" ", size, bold)
    total = sum(widths) + gap * len(words)
    if total - gap <= width:
        return Lines(contained([" ".join(words)]), max(total - gap, 0.0))
    if text.isascii() and max(widths) <= width:
        return _balanced(words, widths, " " * len(words), width=width, gap=gap)
    parts = [
        part
        for word, measured in zip(words, widths, strict=True)
        for part in _pieces(word, measured, width=width, size=size, bold=bold)
    ]
    spaces = [part.space for part in parts]
    lines = _balanced(
        [part.text for part in parts], [part.width for part in parts], spaces, width=width, gap=gap
    )
    return attrs.evolve(lines, texts=contained(lines.texts))


def _balanced(
    texts: Sequence[str], widths: Sequence[float], spaces: Sequence[str], *, width: float, gap: float
) -> Lines:
    """The narrowest measure that needs no more lines than `width`; spaces stand before their texts."""
    gaps = [gap if space else 0.0 for space in spaces]
    ends = list(accumulate(map(float.__add__, widths, gaps), initial=0.0))
    best = _filled(ends, gaps, width)
    narrow, wide = (ends[-1] - gap * len(best)) / len(best), width
    for _ in range(_ROUNDS):
        middle = (narrow + wide) / 2
        tried = _filled(ends, gaps, middle)
        if len(tried) > len(best):
            narrow = middle
        else:
            best, wide = tried, middle
    stops = [*best[1:], len(texts)]
    return Lines(
        [_joined(texts, spaces, start, stop) for start, stop in zip(best, stops, strict=True)],
        max(ends[stop] - ends[start] - gaps[start] for start, stop in zip(best, stops, strict=True)),
    )


def _filled(ends: Sequence[float], gaps: Sequence[float], width: float) -> list[int]:
    """Where lines start that are filled one after the other; a part wider than `width` has one to itself.

    `ends` are the widths up to each part and its space, from 0.
    """
    starts = []
    start, count = 0, len(gaps)
    width += _ROUNDING
    while start < count:
        starts.append(start)
        start = max(bisect_right(ends, ends[start] + gaps[start] + width, start) - 1, start + 1)
    return starts


def _joined(texts: Sequence[str], spaces: Sequence[str], start: int, stop: int) -> str:
    following = map(str.__add__, spaces[start + 1 : stop], texts[start + 1 : stop])
    return texts[start] + "".join(following)


def _pieces(word: str, measured: float, *, width: float, size: float, bold: bool) -> Iterator[_Part]:
    """A word as the pieces that lines may end between: whole, or by characters where it must be."""
    if measured <= width and not _WIDE.search(word):
        yield _Part(word, measured, " ")
        return
    space = " "
    for syllable in _syllables(word):
        for text in _cut(syllable, width=width, size=size, bold=bold):
            yield _Part(text, _width(text, size, bold), space)
            space = ""


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
    """The text in pieces of at most `width`, never inside a cluster, the last of them no mere remnant."""
    if _width(text, size, bold) <= width:
        return [text]
    pieces: list[list[str]] = [[]]
    used = 0.0
    for cluster in _clusters(text):
        wanted = _width(cluster, size, bold)
        if used + wanted > width and pieces[-1]:
            pieces.append([])
            used = 0.0
        pieces[-1].append(cluster)
        used += wanted
    if len(pieces) > 1:
        before, last = pieces[-2:]
        while used < _LEAST_LAST * width and len(before) > len(last) + 1:
            last.insert(0, before.pop())
            used += _width(last[0], size, bold)
    return map("".join, pieces)


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
