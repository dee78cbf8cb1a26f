"""The words that tell what a text is about, so that those of two texts can be compared.

Words are compared by their stems (Porter's Snowball), with a list of irregular forms for each language.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from typing import Protocol

import attrs

from argmap.reasoning.wording.languages import Language

_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_LONGEST = 40
"""Letters of a word that are looked at."""
_SHORTEST_PART = 4
"""Letters that part of a word must have to be taken for a word in it."""
_CACHED = 20_000


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - Snowball's name


@attrs.frozen
class Term:
    """A word that counts, at `start` to `stop` of its text."""

    word: str
    """As it is written."""
    keys: frozenset[str]
    """Two words are the same term when they share a key."""
    parts: frozenset[str]
    """And when a key of one is a part of the other."""
    start: int
    stop: int


@attrs.frozen
class Vocabulary:
    """The terms of a text, or of several."""

    keys: frozenset[str]
    parts: frozenset[str]

    def has(self, term: Term) -> bool:
        """Whether one of its words is the same term."""
        return not (
            self.keys.isdisjoint(term.keys)
            and self.keys.isdisjoint(term.parts)
            and self.parts.isdisjoint(term.keys)
        )


def vocabulary(terms: Iterable[Term]) -> Vocabulary:
    """All these terms together."""
    terms = list(terms)
    return Vocabulary(
        frozenset(key for term in terms for key in term.keys),
        frozenset(part for term in terms for part in term.parts),
    )


def terms(text: str, language: Language) -> tuple[Term, ...]:
    """The terms of a text, each once, in order: no function words, no single letters. Numbers count."""
    text = unicodedata.normalize("NFC", text)
    return tuple(_terms(text, language))


def _terms(text: str, language: Language) -> Iterator[Term]:
    seen: set[frozenset[str]] = set()
    for match in _WORD.finditer(text):
        start, stop = _without_apostrophe(match, language)
        word = text[start:stop]
        folded = language.folded(word)[:_LONGEST]
        if len(folded) == 1 and not folded.isdigit():
            continue
        if folded in language.function_words:
            continue
        keys, parts = _keys(folded, language)
        if keys not in seen:
            seen.add(keys)
            yield Term(word, keys, parts, start, stop)


def _without_apostrophe(match: re.Match[str], language: Language) -> tuple[int, int]:
    word, start = match[0], match.start()
    first, last = (position(word) for position in (_first_apostrophe, _last_apostrophe))
    if first < 0:
        return match.span()
    return (start, start + first) if language.apostrophe == "before" else (start + last + 1, match.end())


def _first_apostrophe(word: str) -> int:
    return next((at for at, character in enumerate(word) if character in "'’"), -1)


def _last_apostrophe(word: str) -> int:
    return max(word.rfind("'"), word.rfind("’"))


@lru_cache(maxsize=_CACHED)
def _keys(word: str, language: Language) -> tuple[frozenset[str], frozenset[str]]:
    if word[0].isdigit():
        return frozenset({word}), frozenset()
    stem = language.irregular.get(word) or _stemmer(language.stemmer).stemWord(word)
    if language.prefix:
        parts = {word[:length] for length in range(_SHORTEST_PART, min(len(word), language.prefix))}
        return frozenset({stem, word[: language.prefix]}), frozenset(parts)
    if language.compounds and len(stem) > _SHORTEST_PART:
        ends = range(_SHORTEST_PART, len(stem))
        return frozenset({stem}), frozenset({stem[:end] for end in ends} | {stem[-end:] for end in ends})
    return frozenset({stem}), frozenset()


@cache
def _stemmer(name: str) -> _Stemmer:
    import snowballstemmer

    found: _Stemmer = snowballstemmer.stemmer(name)
    return found
