"""What a map says of how good its sources and its information are, in the Admiralty code.

The code is that of NATO's AJP-2.1: a letter from A (completely reliable) to E (unreliable) for the source, F
where it cannot be judged; a figure from 1 (confirmed) to 5 (improbable) for the information, 6 where it
cannot be judged.
"""

import re
from collections.abc import Container, Iterator

import attrs

from argmap.language.tokens import BLANK, BLANKS
from argmap.model.elements import Claim, Source
from argmap.model.map import ArgumentMap
from argmap.reasoning.pointing import attribute_place
from argmap.source.diagnostics import Label
from argmap.source.spans import Span

_MOST_CITING = 3
_BLANK = tuple(BLANKS)
_FIELD = re.compile(rf"{BLANK}*(reliability{BLANK}*:{BLANK}*[A-F][1-6])", re.IGNORECASE)
_CODE = re.compile(r"[A-F][1-6]")


@attrs.frozen
class Rating:
    """A rating, what it is of, and where it is written."""

    code: str
    name: str
    """What a sentence calls it: `this claim`, or a source's key."""
    place: Span
    cited: tuple[Label, ...] = ()
    """The first claims that cite the source."""


def rated(argument_map: ArgumentMap, marks: Container[str]) -> Iterator[Rating]:
    """The ratings with one of these marks, of claims and of the sources that a claim cites, in order."""
    for claim in argument_map.claims.values():
        if claim.reliability and any(mark in marks for mark in claim.reliability):
            pattern = rf"reliability\s*:\s*{claim.reliability}"
            yield Rating(claim.reliability, "this claim", attribute_place(argument_map, claim, pattern))
    sources = {
        key: source
        for key, source in argument_map.sources.items()
        if source.reliability
        and _CODE.fullmatch(source.reliability)
        and any(mark in marks for mark in source.reliability)
    }
    if not sources:
        return
    citing = _citing(argument_map, sources)
    for key, source in sources.items():
        if source.reliability and key in citing:
            labels = tuple(Label(claim.span, "cited here") for claim in citing[key])
            yield Rating(source.reliability, f"the source {key}", _place(argument_map, source), labels)


def _citing(argument_map: ArgumentMap, sources: dict[str, Source]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in argument_map.claims.values():
        for citation in claim.citations:
            if citation.key not in sources:
                continue
            claims = found.setdefault(citation.key, [])
            if len(claims) < _MOST_CITING and claim not in claims[-1:]:
                claims.append(claim)
    return found


def _place(argument_map: ArgumentMap, source: Source) -> Span:
    """The field that holds the rating, in the indented lines below the source's; else the source's line."""
    text = argument_map.texts.get(source.span.file)
    if text is None:
        return source.span
    number = text.position(source.span.start)[0] + 1
    while number <= text.line_count and ((line := text.line(number)).startswith(_BLANK) or not line):
        if field := _FIELD.match(line):
            start = text.offset(number, 1)
            return Span(source.span.file, start + field.start(1), start + field.end(1))
        number += 1
    return source.span
