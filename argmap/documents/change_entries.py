"""The changes between two maps as entries to read: what happened, to what, and the details."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

import attrs

from argmap.documents.change_wording import (
    NOTHING,
    bearing,
    citation_key_text,
    claim_text,
    step_text,
    uses_text,
    value_text,
)
from argmap.documents.marked_words import marked
from argmap.documents.wording import likelihood_text, named_text, section_title
from argmap.model.elements import Claim, Inference, Note, Question, Source
from argmap.model.map import ArgumentMap
from argmap.reasoning.agreement import Opinion
from argmap.reasoning.difference.changes import Change, Difference

Verb = Literal["added", "removed", "reworded", "relabelled", "moved", "changed"]

_MOST_USES = 3
_FIELD_WORDS = {
    "critical_questions": "critical questions",
    "on": "date",
    "text": "text that is mapped",
    "raised": "only raised, not asserted",
    "allow": "messages allowed",
    "fields": "further fields",
    "keyword": "kind of reason",
    "kind": "bears",
}
_KINDS = {"support": "for it", "attack": "against it", "undercut": "as an exception"}
_VERDICTS = {"accept": "accepts", "reject": "rejects", "doubt": "doubts", "ask": "asks about"}


@attrs.frozen
class Entry:
    """One change: `verb` says what happened to what `text` names; each detail is a line of its own."""

    verb: Verb
    text: str
    details: tuple[str, ...] = ()


def entries(found: Difference) -> list[list[Entry]]:
    """The entries by kind: the map and its sections, questions, claims, steps, sources, notes, reviews."""
    return [
        [*_header(found), *(_section(found, change) for change in found.sections)],
        [_question(found, change) for change in found.questions],
        [_claim(found, change) for change in found.claims],
        [entry for change in found.steps for entry in _step(found, change)],
        [_source(change) for change in found.sources],
        [_note(found, change) for change in found.notes],
        [*_reviews(found), *(_verdict(found, change) for change in found.verdicts)],
    ]


def _now(label: str, old: object, new: object) -> str:
    """`likelihood: likely, was unlikely`."""
    return f"{label}: {value_text(new)}, was {value_text(old)}"


def _fields(old: object, new: object, fields: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        _now(_FIELD_WORDS.get(field, field), getattr(old, field), getattr(new, field)) for field in fields
    )


def _map_of(found: Difference, change: Change[Any]) -> ArgumentMap:
    return found.old if change.new is None else found.new


def _header(found: Difference) -> Iterator[Entry]:
    if found.header:
        yield Entry("changed", "the map", _fields(found.old, found.new, found.header))


def _section(found: Difference, change: Change[Any]) -> Entry:
    if change.old is None or change.new is None:
        return Entry(change.action, f"section {change.part.title}")
    old, new = marked(change.old.title, change.new.title)
    return Entry("reworded", f"section {new}", (f"was: {old}",))


def _question(found: Difference, change: Change[Question]) -> Entry:
    argument_map = _map_of(found, change)
    if change.old is None or change.new is None:
        answers = [f"answer {claim_text(argument_map, label)}" for label in change.part.answers]
        return Entry(change.action, _question_text(change.part, change.part.text), tuple(answers))
    details = list(_statement_details(found, change, change.old, change.new))
    if "answers" in change.fields:
        new_of = found.matching.claims.new_of
        kept = {new_of.get(label) for label in change.old.answers}
        details += [
            f"answer added: {claim_text(found.new, label)}"
            for label in change.new.answers
            if label not in kept
        ]
        details += [
            f"answer removed: {claim_text(found.old, label)}"
            for label in change.old.answers
            if new_of.get(label) not in change.new.answers
        ]
    old_text, new_text = _texts(change, change.old, change.new)
    details = [f"was: {old_text}", *details] if "text" in change.fields else details
    return Entry(_verb(change.fields), _question_text(change.new, new_text), tuple(details))


def _question_text(question: Question, text: str) -> str:
    return f"question {question.name}: {text}" if question.name else f"question {text}"


def _claim(found: Difference, change: Change[Claim]) -> Entry:
    if change.old is None or change.new is None:
        return _whole_claim(found, change)
    old_text, new_text = _texts(change, change.old, change.new)
    details = [f"was: {old_text}"] if "text" in change.fields else []
    details += _statement_details(found, change, change.old, change.new)
    shown = named_text(attrs.evolve(change.new, text=new_text))
    return Entry(_verb(change.fields), shown, tuple(details))


def _whole_claim(found: Difference, change: Change[Claim]) -> Entry:
    argument_map, claim = _map_of(found, change), change.part
    uses = uses_text(argument_map, claim.label)
    asked = [
        f"answer to {claim_text(argument_map, question.label)}"
        for question in argument_map.questions.values()
        if claim.label in question.answers
    ]
    details = [*uses, *asked]
    if len(details) > _MOST_USES:
        details = [*details[:_MOST_USES], f"and {len(details) - _MOST_USES} more uses"]
    said = named_text(claim)
    if claim.likelihood:
        said = f"{said} {{{likelihood_text(claim.likelihood)}}}"
    return Entry(change.action, f"thesis {said}" if claim.thesis else said, tuple(details))


def _texts(change: Change[Any], old: Any, new: Any) -> tuple[str, str]:
    return marked(old.text, new.text) if "text" in change.fields else (old.text, new.text)


def _verb(fields: Sequence[str]) -> Verb:
    if "text" in fields:
        return "reworded"
    if "name" in fields:
        return "relabelled"
    return "moved" if "section" in fields or "target" in fields or "about" in fields else "changed"


def _statement_details(
    found: Difference, change: Change[Any], old: Claim | Question, new: Claim | Question
) -> Iterator[str]:
    """What differs in a claim or question besides its text and answers."""
    for field in change.fields:
        if field == "name":
            yield f"label: {new.name or NOTHING}, was {old.name or NOTHING}"
        elif field == "section":
            yield (
                f"section: {section_title(found.new, new.section)}, "
                f"was {section_title(found.old, old.section)}"
            )
        elif field not in {"text", "answers"}:
            yield from _fields(old, new, [field])


def _step(found: Difference, change: Change[Inference]) -> Iterator[Entry]:
    if change.old is None or change.new is None:
        if not _told_with_claim(found, change):
            argument_map, step = _map_of(found, change), change.part
            details = _fields_of_step(step)
            yield Entry(change.action, step_text(argument_map, step), details)
        return
    details = tuple(_step_details(found, change, change.old, change.new))
    if details:
        verb: Verb = "moved" if "target" in change.fields else "changed"
        yield Entry(verb, step_text(found.new, change.new), details)


def _fields_of_step(step: Inference) -> tuple[str, ...]:
    shown = ("strength", "scheme", "critical_questions")
    return tuple(
        f"{_FIELD_WORDS.get(field, field)}: {value_text(getattr(step, field))}"
        for field in shown
        if getattr(step, field)
    )


def _told_with_claim(found: Difference, change: Change[Inference]) -> bool:
    """Whether the claim that opens the step came or went with it, and its entry tells of the step."""
    pairs = found.matching.claims
    opening = change.part.premises[0].claim if change.part.premises else None
    return opening not in (pairs.new_of if change.new is None else pairs.old_of)


def _step_details(
    found: Difference, change: Change[Inference], old: Inference, new: Inference
) -> Iterator[str]:
    claims = found.matching.claims
    for field in change.fields:
        if field == "target":
            yield f"now {bearing(found.new, new)}; was {bearing(found.old, old)}"
        elif field == "premises":
            # A claim that came or went has an entry of its own, which says where it belongs.
            before = {(claims.new_of.get(one.claim), one.role) for one in old.premises}
            after = {(one.claim, one.role) for one in new.premises}
            for one in new.premises:
                if (one.claim, one.role) not in before and one.claim in claims.old_of:
                    yield f"{one.role} added: {claim_text(found.new, one.claim)}"
            for one in old.premises:
                if one.claim in claims.new_of and (claims.new_of[one.claim], one.role) not in after:
                    yield f"{one.role} removed: {claim_text(found.old, one.claim)}"
        elif field == "kind":
            yield f"bears {_KINDS[new.kind]}, was {_KINDS[old.kind]}"
        elif field != "keyword" or "kind" not in change.fields:
            yield from _fields(old, new, [field])


def _source(change: Change[Source]) -> Entry:
    if change.old is None or change.new is None:
        return Entry(change.action, f"source {change.part.key}: {change.part.title}")
    return Entry(
        "relabelled" if change.fields == ("key",) else "changed",
        f"source {change.new.key}: {change.new.title}",
        _fields(change.old, change.new, change.fields),
    )


def _note(found: Difference, change: Change[Note]) -> Entry:
    where = _about(_map_of(found, change), change.part)
    if change.old is None or change.new is None:
        return Entry(change.action, f"note {change.part.text}", where)
    old_text, new_text = _texts(change, change.old, change.new)
    details = [f"was: {old_text}"] if "text" in change.fields else []
    others = [field for field in change.fields if field not in {"text", "about"}]
    details += _fields(change.old, change.new, others)
    if "about" in change.fields:
        details += [
            *(f"now {one}" for one in where),
            *(f"was {one}" for one in _about(found.old, change.old)),
        ]
    return Entry(_verb(change.fields), f"note {new_text}", tuple(details))


def _about(argument_map: ArgumentMap, note: Note) -> tuple[str, ...]:
    if note.subject in {"claim", "question"} and note.about:
        return (f"on {claim_text(argument_map, note.about)}",)
    if note.subject == "inference" and note.about and note.about in argument_map.inferences:
        return (f"on the step {step_text(argument_map, argument_map.inferences[note.about])}",)
    if note.subject is None or note.subject == "section":
        section = note.about if note.subject else note.section
        return (
            (f"in section {section_title(argument_map, section)}",)
            if section in argument_map.sections
            else ()
        )
    return (f"on {note.subject} {note.about or ''}".rstrip(),)


def _reviews(found: Difference) -> Iterator[Entry]:
    for change in found.reviews:
        review = change.part
        details = () if change.old is None or change.new is None else (f"title: {review.title or NOTHING}",)
        yield Entry(change.action, f"review {review.reader}: {review.title}".rstrip(": "), details)


def _verdict(found: Difference, change: Change[Opinion]) -> Entry:
    argument_map, verdict = _map_of(found, change), change.part.verdict
    said = f"{change.part.reader} {_VERDICTS[verdict.kind]} {claim_text(argument_map, verdict.target)}"
    likely = f" {{{likelihood_text(verdict.likelihood)}}}" if verdict.likelihood else ""
    cited = "".join(f" [{citation_key_text(citation)}]" for citation in verdict.citations)
    comment = f": {verdict.comment}" if verdict.comment else ""
    text = f"{said}{comment}{likely}{cited}"
    if change.old is None or change.new is None:
        return Entry(change.action, text)
    before = change.old.verdict
    details = []
    if "kind" in change.fields:
        details.append(f"was: {_VERDICTS[before.kind]}")
    others = [field for field in change.fields if field != "kind"]
    return Entry("changed", text, (*details, *_fields(before, verdict, others)))
