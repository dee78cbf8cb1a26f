"""Nearest names for "did you mean"; the library is read only when there is a message to write."""

from collections.abc import Iterable
from functools import lru_cache


def nearest(word: str, known: Iterable[str], *, limit: int = 1) -> list[str]:
    """The known words most like `word`, best first; none when nothing is like it.

    Likeness is Damerau-Levenshtein after lower-casing, at least 0.6 of the longer word.
    """
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    found = process.extract(
        word.lower(),
        {name: name.lower() for name in known},
        scorer=DamerauLevenshtein.normalized_similarity,
        score_cutoff=0.6,
        limit=limit,
    )
    return [name for _, _, name in found]


def did_you_mean(word: str, known: Iterable[str], form: str = "{}") -> tuple[str, ...]:
    """A hint with the nearest known word in the given form, or nothing."""
    return _hint(word, tuple(known), form)


@lru_cache(maxsize=1024)  # the same slip is often made on many lines
def _hint(word: str, known: tuple[str, ...], form: str) -> tuple[str, ...]:
    return tuple(f"did you mean {form.format(name)}?" for name in nearest(word, known))
