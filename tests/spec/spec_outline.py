"""The `outline` blocks of SPEC.md: a whole map as a few lines of text, in the form that SPEC.md defines."""

import re
from collections.abc import Iterable, Iterator, Mapping

from argmap.model.elements import (
    Citation,
    Claim,
    Inference,
    Likelihood,
    Note,
    Premise,
    Question,
    Review,
    Source,
    Verdict,
)
from argmap.model.map import ArgumentMap

_AMBIGUOUS = re.compile(r'[,}"\\]')
_SIGNS = {"support": "+", "attack": "-", "undercut": "!"}


def outline(map: ArgumentMap) -> str:
    """Everything that the map says, places in the text apart; one line a part, steps below their targets."""
    return "".join(f"{line}\n" for line in _lines(map))


def _lines(map: ArgumentMap) -> Iterator[str]:
    yield from _header(map)
    for source in map.sources.values():
        yield from _source(source)
    for section in map.sections.values():
        yield f"section {section.id} {_quoted(section.title)}"
    for question in map.questions.values():
        yield from _question(question)
    for claim in map.claims.values():
        yield _claim(claim)
        yield from _steps_on(map, claim.label, claim.section, "  ")
    yield from _notes(map.notes)
    for review in map.reviews:
        yield from _review(review)


def _header(map: ArgumentMap) -> Iterator[str]:
    if map.title is not None:
        yield f"map {_quoted(map.title)}"
    fields = {
        "author": map.author,
        "date": map.date,
        "language": map.language,
        "standard": map.standard,
        "text": map.text,
        "allow": " ".join(map.allow),
    }
    yield from (f"  {name}: {value}" for name, value in fields.items() if value)


def _source(source: Source) -> Iterator[str]:
    yield f"source {source.key} {_quoted(source.title)}"
    fields = {
        "author": " | ".join(f"{person.given} {person.family}".strip() for person in source.authors),
        "date": source.date,
        "in": source.container,
        "publisher": source.publisher,
        "url": source.url,
        "type": source.type,
        "reliability": source.reliability,
        **source.fields,
    }
    yield from (f"  {name}: {value}" for name, value in fields.items() if value)


def _question(question: Question) -> Iterator[str]:
    attributes = {"standard": question.standard, **question.attributes}
    tail = _tail(question.citations, _pairs(attributes), question.tags, question.section)
    yield f"question {question.label} {_quoted(question.text)}{tail}"
    if question.answers:
        yield f"  = {' | '.join(question.answers)}"


def _claim(claim: Claim) -> str:
    checked = {
        "standard": claim.standard,
        "on": claim.on,
        "reliability": claim.reliability,
        "allow": " ".join(claim.allow),
    }
    attributes = [*_likelihood(claim.likelihood), *_pairs({**checked, **claim.attributes})]
    tail = _tail(claim.citations, attributes, claim.tags, claim.section)
    marks = ("thesis " if claim.thesis else "") + ("? " if claim.raised else "")
    return f"{marks}{claim.label} {_quoted(claim.text)}{tail}"


def _steps_on(map: ArgumentMap, target: str, section: str | None, indent: str) -> Iterator[str]:
    # A stack of our own, since undercuts of undercuts may go deeper than calls can.
    waiting = [(step, section, indent) for step in reversed(map.steps_on(target))]
    while waiting:
        step, around, own = waiting.pop()
        yield own + _step(step, around)
        waiting += [(other, step.section, own + "  ") for other in reversed(map.steps_on(step.id))]


def _step(step: Inference, section: str | None) -> str:
    sign = "*" if step.keyword == "evidence" else _SIGNS[step.kind]
    shown = f"{sign} {_premises(step.premises)}"
    if step.scheme:
        shown += f" by {step.scheme}"
    if step.critical_questions:
        shown += f" ({', '.join(f'{name} {answer}' for name, answer in step.critical_questions.items())})"
    strength = [step.strength] if step.strength else []
    return shown + _tail((), strength, step.tags, step.section if step.section != section else None)


def _premises(premises: Iterable[Premise]) -> str:
    roles = {"premise": "", "warrant": "since ", "assumption": "assuming "}
    return " & ".join(roles[premise.role] + premise.claim for premise in premises)


def _notes(notes: Iterable[Note]) -> Iterator[str]:
    """The notes with what each is about, in order."""
    for note in notes:
        about = " on " + " ".join(word for word in (note.subject, note.about) if word) if note.subject else ""
        yield f"note{about} {_quoted(note.text)}" + _tail(
            note.citations, _pairs(note.attributes), note.tags, note.section
        )


def _review(review: Review) -> Iterator[str]:
    yield f"review {review.reader}" + (f" {_quoted(review.title)}" if review.title else "")
    yield from (f"  {_verdict(verdict)}" for verdict in review.verdicts)


def _verdict(verdict: Verdict) -> str:
    comment = f" {_quoted(verdict.comment)}" if verdict.comment else ""
    return f"{verdict.kind} {verdict.target}{comment}{_tail((), _likelihood(verdict.likelihood), (), None)}"


def _tail(
    citations: Iterable[Citation], attributes: Iterable[str], tags: Iterable[str], section: str | None
) -> str:
    cited = "; ".join(_citation(citation) for citation in citations)
    held = ", ".join(attributes)
    parts = [f"[{cited}]" if cited else "", f"{{{held}}}" if held else "", *(f"#{tag}" for tag in tags)]
    parts.append(f"§{section}" if section else "")
    return "".join(f" {part}" for part in parts if part)


def _citation(citation: Citation) -> str:
    prefix = f"{citation.prefix} " if citation.prefix else ""
    return f"{prefix}@{citation.key}" + (f", {citation.locator}" if citation.locator else "")


def _likelihood(likelihood: Likelihood | None) -> list[str]:
    if likelihood is None:
        return []
    figure = f"{round(likelihood.value * 100, 6):g}%"
    return [f"{likelihood.word} {figure}" if likelihood.word else figure]


def _pairs(attributes: Mapping[str, str | None]) -> list[str]:
    return [
        f"{key}: {_quoted(value) if _AMBIGUOUS.search(value) else value}"
        for key, value in attributes.items()
        if value
    ]


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
