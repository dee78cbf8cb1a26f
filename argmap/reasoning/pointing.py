"""How messages about the reasoning name claims and mark where they stand."""

import re
from collections.abc import Sequence

from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import shorten
from argmap.source.spans import Span

_TEXT_LENGTH = 40
"""Characters of a claim's text that stand for it where it has no name."""
_BRACES = re.compile(r"\{[^{}]*\}")
FIGURE = r"%?\s*\d*\.?\d+\s*%?"
"""A likelihood in figures, as a pattern for `attribute_place`."""


def claim_name(claim: Claim) -> str:
    """What a sentence calls a claim: its label, or the first words of one that nobody labelled, in quotes."""
    return claim.label if claim.name else f"“{shorten(claim.text, limit=_TEXT_LENGTH)}”"


def listed(names: Sequence[str], *, most: int = 5) -> str:
    """Names as a sentence lists them: `a, b and c`; after the first `most`, `and 4 more`."""
    shown = [*names[:most], *([f"{len(names) - most} more"] if len(names) > most else [])]
    return " and ".join(filter(None, (", ".join(shown[:-1]), *shown[-1:])))


def claim_place(claim: Claim) -> Span:
    """Where a claim is said: its text, without keyword, label and annotations."""
    return claim.text_span or claim.span


def attribute_place(argument_map: ArgumentMap, claim: Claim, pattern: str) -> Span:
    """Where an attribute of a claim is written, by a pattern for all of it; the claim's text where it is not.

    A map that was not read from a text has no such place.
    """
    text = claim.text_span
    source = argument_map.texts.get(claim.span.file)
    if text is None or source is None:
        return claim_place(claim)
    wanted = re.compile(rf"(?<=[{{,])\s*({pattern})\s*(?=[,}}])")
    for braces in _BRACES.finditer(source.text, text.stop, claim.span.stop):
        if found := wanted.search(source.text, braces.start(), braces.end()):
            return Span(text.file, *found.span(1))
    return claim_place(claim)


def likelihood_place(argument_map: ArgumentMap, claim: Claim) -> Span:
    """Where a claim's likelihood is written, in a word or in figures."""
    word = claim.likelihood.word if claim.likelihood else None
    return attribute_place(argument_map, claim, r"\s+".join(word.split()) if word else FIGURE)
