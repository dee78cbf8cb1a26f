"""What is to be said of what stands at an offset: a title, and lines below it."""

from collections.abc import Iterator

import attrs

from argmap.documents.wording import likelihood_text, named_text
from argmap.model.elements import Citation, Claim
from argmap.source.cells import printable
from argmap.source.spans import Span
from argmap.workspace.analysis import Analysis
from argmap.workspace.keyword_help import ANSWERS, FIELDS, KEYS, KEYWORDS, word_meaning
from argmap.workspace.places import Place, place_at

_MOST_SOURCES = 5


@attrs.frozen
class Hover:
    """Plain text about the characters of `span`; every line is safe to show."""

    span: Span
    title: str
    lines: tuple[str, ...] = ()


def hover(found: Analysis, file: str, offset: int) -> Hover | None:
    """What is known about what stands at an offset; None where there is nothing to say."""
    if found.index is None:
        return None
    place = place_at(found.index, file, offset)
    if place is None:
        return None
    said = list(_said(found, place))
    if not said or not said[0]:
        return None
    title, *lines = (printable(line) for line in said)
    return Hover(place.span, title, tuple(line for line in lines if line))


def _said(found: Analysis, place: Place) -> Iterator[str]:
    if place.kind == "claim":
        yield from _about(found, place.name)
    elif place.kind == "text" and place.about:
        yield from _about(found, place.about)
    elif place.kind == "source":
        yield from _source(found, place.name)
    elif place.kind == "scheme":
        yield from _scheme(place.name)
    elif place.kind == "keyword":
        meaning = KEYWORDS.get(place.name) or FIELDS.get(place.name, "")
        yield f"{place.name}: {meaning}" if meaning else ""
    elif place.kind == "attribute":
        meaning = word_meaning(place.name) or KEYS.get(place.name, "") or _critical_question(place)
        yield f"{place.name}: {meaning}" if meaning else ""
    elif place.kind == "tag" and found.index is not None:
        yield f"#{place.name}: on {_counted(len(found.index.uses('tag', place.name)), 'line')}"


def _about(found: Analysis, label: str) -> Iterator[str]:
    assert found.map is not None  # it has an index
    question = found.map.questions.get(label)
    if question is not None:
        yield f"{question.name}: {question.text}" if question.name else question.text
        yield f"question with {_counted(len(question.answers), 'answer')}"
        return
    claim = found.map.claims.get(label)
    if claim is None:
        return
    yield named_text(claim)
    yield _qualities(found, claim)
    yield _bearing(found, label)
    yield from _citations(found, claim.citations)
    for note in found.remarks.get(("claim", label), ()):
        yield f"note: {note.text}"


def _qualities(found: Analysis, claim: Claim) -> str:
    parts: list[str] = [found.roles[claim.label].word] if claim.label in found.roles else []
    if found.standings is not None:
        standing = found.standings.of(claim.label)
        parts.append("is open" if standing == "open" else standing)
    if claim.likelihood is not None:
        parts.append(likelihood_text(claim.likelihood))
    return ", ".join(parts)


def _bearing(found: Analysis, label: str) -> str:
    assert found.map is not None  # the caller has the claim from it
    counts = (
        (len(found.map.reasons(label)), "reason"),
        (len(found.map.objections(label)), "objection"),
        (len(found.map.steps_from(label)), "use"),
    )
    return ", ".join(_counted(count, noun) for count, noun in counts if count)


def _citations(found: Analysis, citations: tuple[Citation, ...]) -> Iterator[str]:
    from argmap.model.reference_text import full_reference

    assert found.map is not None  # the caller has the claim from it
    for citation in citations[:_MOST_SOURCES]:
        source = found.map.sources.get(citation.key)
        if source is not None:
            place = f" ({citation.locator})" if citation.locator else ""
            yield f"source: {full_reference(source)}{place}"


def _source(found: Analysis, key: str) -> Iterator[str]:
    from argmap.model.reference_text import full_reference

    source = found.map.sources.get(key) if found.map else None
    if source is None or found.index is None:
        return
    yield full_reference(source)
    yield f"reliability: {source.reliability}" if source.reliability else ""
    cited = sum(not use.defines for use in found.index.uses("source", key))
    yield f"cited {_counted(cited, 'time')}"


def _scheme(name: str) -> Iterator[str]:
    from argmap.model.schemes import find

    scheme = find(name)
    if scheme is None:
        yield f"{name}: no scheme of the catalogue"
        return
    yield scheme.name
    yield from (f"{premise.role}: {premise.text}" for premise in scheme.premises)
    yield f"conclusion: {scheme.conclusion}"
    yield from (f"{question.id}? {question.text}" for question in scheme.questions)


def _critical_question(place: Place) -> str:
    from argmap.model.schemes import catalogue

    questions = (scheme.question(place.name) for scheme in catalogue().values())
    found = next((question for question in questions if question is not None), None)
    return f"{found.text} ({', '.join(ANSWERS)})" if found else ""


def _counted(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
