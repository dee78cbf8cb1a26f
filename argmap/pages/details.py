"""What the page says of a claim beyond its text: facts, sources in full, notes, verdicts, why it stands."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.documents.wording import citations_text, likelihood_text
from argmap.drawing.escape import web_address
from argmap.drawing.sentences import scheme_text, step_sentence
from argmap.model.elements import Citation, Claim, Inference, Note, Source, Verdict
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import cite, date_text, full_reference
from argmap.model.remarks import Remarks, remarks_on
from argmap.model.roles import Role, roles
from argmap.pages.markup import link, text
from argmap.reasoning.explanation import explain
from argmap.reasoning.standing import Standings

_VERDICTS = {"accept": "accepts this", "reject": "rejects this", "doubt": "doubts this", "ask": "asks"}


@attrs.frozen
class Known:
    """Everything that details are written from, worked out once for the map."""

    argument_map: ArgumentMap
    standings: Standings
    roles: dict[str, Role]
    remarks: Remarks
    verdicts: dict[str, list[tuple[str, Verdict]]]
    """What readers said, by the label of the claim or question: their names and verdicts."""


def known(argument_map: ArgumentMap, standings: Standings) -> Known:
    """What is known of a map. `standings` may be those of a larger map that it is a part of."""
    verdicts: dict[str, list[tuple[str, Verdict]]] = {}
    for review in argument_map.reviews:
        for verdict in review.verdicts:
            verdicts.setdefault(verdict.target, []).append((review.title or review.reader, verdict))
    return Known(argument_map, standings, roles(argument_map), remarks_on(argument_map), verdicts)


def claim_details(about: Known, claim: Claim, step: Inference | None = None) -> str:
    """The details of a claim, and of the step that it opens where it is shown, as HTML."""
    steps = about.argument_map.steps_from(claim.label)
    lines = [
        _paragraph("facts", _facts(about, claim, step)),
        *_standing(about, claim),
        *_sources(about.argument_map, claim.citations),
        *(_used(about.argument_map, one) for one in steps if len(steps) > 1),
        *_notes(about, about.remarks.get(("claim", claim.label), ())),
        *_notes(about, about.remarks.get(("inference", step.id), ()) if step else ()),
        *_verdicts(about, claim.label),
    ]
    return "".join(lines)


def question_details(about: Known, label: str) -> str:
    """The details of a question, as HTML."""
    question = about.argument_map.questions[label]
    facts = ["question", *([f"standard: {question.standard}"] if question.standard else [])]
    lines = [
        _paragraph("facts", [*facts, *_tags(question.tags)]),
        *_sources(about.argument_map, question.citations),
        *_notes(about, about.remarks.get(("question", label), ())),
        *_verdicts(about, label),
    ]
    return "".join(lines)


def note_line(argument_map: ArgumentMap, note: Note) -> str:
    """A note, with its sources in short form."""
    cited = f" [{citations_text(argument_map, note.citations)}]" if note.citations else ""
    return f'<p class="note" dir="auto"><b>Note</b> {text(note.text + cited)}</p>'


def _paragraph(name: str, parts: Sequence[str]) -> str:
    name = name if len(parts) > 1 else f"{name} alone"
    joined = " · ".join(f"<bdi>{text(part)}</bdi>" for part in parts)
    return f'<p class="{name}">{joined}</p>' if parts else ""


def _facts(about: Known, claim: Claim, step: Inference | None) -> list[str]:
    facts: list[str] = [about.roles[claim.label].word]
    facts += [likelihood_text(claim.likelihood)] if claim.likelihood else []
    facts += [f"a {step.strength} step"] if step and step.strength else []
    facts += [date_text(claim.on)] if claim.on else []
    facts += [f"reliability {claim.reliability}"] if claim.reliability else []
    facts += [f"standard: {claim.standard}"] if claim.standard else []
    if step and step.scheme:
        facts.append(f"by {scheme_text(step.scheme)}")
        facts += [f"{scheme_text(asked)}: {answer}" for asked, answer in step.critical_questions.items()]
    facts += [f"{key}: {value}" for key, value in claim.attributes.items()]
    return [*facts, *_tags(dict.fromkeys([*claim.tags, *(step.tags if step else ())]))]


def _tags(tags: Iterable[str]) -> list[str]:
    return [f"#{tag}" for tag in tags]


def _standing(about: Known, claim: Claim) -> Iterator[str]:
    standing, _, reason = explain(about.standings, claim.label).partition(": ")
    yield f'<p class="standing {standing}"><b>{standing.capitalize()}</b> {text(reason)}</p>'


def _sources(argument_map: ArgumentMap, citations: Iterable[Citation]) -> Iterator[str]:
    lines = "".join(f'<li dir="auto">{_source(argument_map, citation)}</li>' for citation in citations)
    if lines:
        yield f'<ul class="sources" role="list">{lines}</ul>'


def _source(argument_map: ArgumentMap, citation: Citation) -> str:
    source = argument_map.sources.get(citation.key)
    if source is None:
        return text(cite(None, citation))
    prefix = f"{citation.prefix} " if citation.prefix else ""
    locator = f" {citation.locator}." if citation.locator else ""
    return f"{text(f'{prefix}{full_reference(attrs.evolve(source, url=None))}{locator}')}{_address(source)}"


def _address(source: Source) -> str:
    if not source.url:
        return ""
    address = web_address(source.url)
    return f" {link(address, source.url) if address else text(source.url)}"


def _used(argument_map: ArgumentMap, step: Inference) -> str:
    return f'<p class="used" dir="auto">{text(step_sentence(argument_map, step))}</p>'


def _notes(about: Known, notes: Iterable[Note]) -> Iterator[str]:
    for note in notes:
        yield note_line(about.argument_map, note)


def _verdicts(about: Known, label: str) -> Iterator[str]:
    for reader, verdict in about.verdicts.get(label, ()):
        likelihood = f" ({likelihood_text(verdict.likelihood)})" if verdict.likelihood else ""
        comment = f": {verdict.comment}" if verdict.comment else ""
        cited = f" [{citations_text(about.argument_map, verdict.citations)}]" if verdict.citations else ""
        words = f"{reader} {_VERDICTS[verdict.kind]}{likelihood}{comment}{cited}"
        yield f'<p class="verdict" dir="auto">{text(words)}</p>'
