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


def likely_meant(word: str, known: Iterable[str]) -> str | None:
    """The nearest known word, if there is one."""
    return _nearest(word, tuple(known))


def did_you_mean(word: str, known: Iterable[str], form: str = "{}") -> tuple[str, ...]:
    """A hint with the nearest known word in the given form, or nothing."""
    name = _nearest(word, tuple(known))
    return () if name is None else (f"did you mean {form.format(name)}?",)


@lru_cache(maxsize=1024)  # the same slip is often made on many lines
def _nearest(word: str, known: tuple[str, ...]) -> str | None:
    return next(iter(nearest(word, known)), None)
