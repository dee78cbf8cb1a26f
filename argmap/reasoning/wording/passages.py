"""The text of a claim as the checks of wording read it, and where a part of it stands."""

import unicodedata

from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.reasoning.pointing import claim_place
from argmap.source.spans import Span


def read(claim: Claim) -> str:
    """The claim's text in Unicode normal form C."""
    return claim.text if claim.text.isascii() else unicodedata.normalize("NFC", claim.text)


def written(argument_map: ArgumentMap, claim: Claim) -> str | None:
    """The claim's text as its file has it, with the quotes of a quoted one; None without a file."""
    source = argument_map.texts.get(claim.span.file)
    if source is None or claim.text_span is None:
        return None
    return source.text[claim.text_span.start : claim.text_span.stop]


def is_quoted(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Whether the whole text stands in double quotes: then it is taken as it is."""
    raw = written(argument_map, claim)
    return raw is not None and raw[:1] == '"' and raw != claim.text


def part_place(argument_map: ArgumentMap, claim: Claim, start: int, stop: int) -> Span:
    """Where `read(claim)[start:stop]` is written; the whole text where that cannot be told."""
    whole, text = claim_place(claim), read(claim)
    raw = written(argument_map, claim)
    if raw == text:
        return Span(whole.file, whole.start + start, whole.start + stop)
    if raw == f'"{text}"':
        return Span(whole.file, whole.start + 1 + start, whole.start + 1 + stop)
    return whole
