"""The comparison of two maps: what each says of the parts that they share, and what only one of them has.

What does not make another argument is passed over: layout, comments, the order of lines, the files that
they stand in, the keyword of the line that defines a claim which is used elsewhere, and where a step is
written down. The section of a claim or question counts: it was moved.
"""

from collections.abc import Iterable, Iterator

from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap
from argmap.reasoning.difference.changes import Change, Difference, Matching, StandingChange
from argmap.reasoning.difference.fields import Fields, Read, changed_parts, cited, same
from argmap.reasoning.difference.matching import (
    known_questions,
    match_claims,
    match_questions,
    match_sections,
    match_sources,
    plain,
)
from argmap.reasoning.difference.pairs import Pairs
from argmap.reasoning.difference.remarks import note_changes, review_changes, verdict_changes
from argmap.reasoning.difference.steps import match_steps
from argmap.reasoning.explanation import explain
from argmap.reasoning.standing import judge


def compare(old: ArgumentMap, new: ArgumentMap) -> Difference:
    """What the new map says that the old one does not, and the other way round; near-linear in their size.

    The standings that differ are those of claims that both maps have, each map judged by its own standard
    and with no reader's verdict counted.
    """
    questions = known_questions(old, new)
    claims = match_claims(old, new, questions)
    match_questions(questions, old, new, claims)
    sections = match_sections(old, new, claims)
    sources = match_sources(old, new)
    steps = match_steps(old, new, claims)
    matching = Matching(claims, questions, sections, sources, steps)
    changed_steps = changed_parts(old.inferences, new.inferences, steps, _step_fields(matching))
    changed_questions = changed_parts(old.questions, new.questions, questions, _question_fields(matching))
    changed_claims = changed_parts(old.claims, new.claims, claims, _claim_fields(matching))
    return Difference(
        old,
        new,
        matching,
        header=_header(old, new, sources),
        sections=tuple(
            changed_parts(old.sections, new.sections, sections, {"title": same(lambda one: plain(one.title))})
        ),
        claims=tuple(_without_consequences(changed_claims, changed_steps, changed_questions)),
        questions=tuple(changed_questions),
        steps=tuple(changed_steps),
        sources=tuple(changed_parts(old.sources, new.sources, sources, _SOURCE_FIELDS)),
        notes=tuple(note_changes(old, new, matching)),
        reviews=tuple(review_changes(old, new)),
        verdicts=tuple(verdict_changes(old, new, matching)),
        standings=tuple(_standings(old, new, claims)),
    )


def _header(old: ArgumentMap, new: ArgumentMap, sources: Pairs) -> tuple[str, ...]:
    plain_fields = ("title", "author", "date", "language", "standard")
    differing = [field for field in plain_fields if getattr(old, field) != getattr(new, field)]
    if sources.new_of.get(old.text or "", old.text) != new.text:
        differing.append("text")
    if set(old.allow) != set(new.allow):
        differing.append("allow")
    return tuple(differing)


def _claim_fields(matching: Matching) -> Fields:
    return {
        "text": same(lambda claim: plain(claim.text)),
        "name": same(lambda claim: claim.name),
        "section": _section(matching),
        "thesis": same(lambda claim: claim.thesis),
        "likelihood": same(lambda claim: claim.likelihood),
        "standard": same(lambda claim: claim.standard),
        "on": same(lambda claim: claim.on),
        "reliability": same(lambda claim: claim.reliability),
        "citations": cited(matching.sources),
        "attributes": same(lambda claim: claim.attributes),
        "tags": same(lambda claim: set(claim.tags)),
        "allow": same(lambda claim: set(claim.allow)),
        "raised": same(lambda claim: claim.raised),
    }


def _question_fields(matching: Matching) -> Fields:
    new_of = matching.claims.new_of
    return {
        "text": same(lambda question: plain(question.text)),
        "name": same(lambda question: question.name),
        "section": _section(matching),
        "answers": (
            # A claim that only the old map has is None here, and so is no claim of the new map.
            lambda question: {new_of.get(label) for label in question.answers},
            lambda question: set(question.answers),
        ),
        "standard": same(lambda question: question.standard),
        "citations": cited(matching.sources),
        "attributes": same(lambda question: question.attributes),
        "tags": same(lambda question: set(question.tags)),
        "allow": same(lambda question: set(question.allow)),
    }


def _step_fields(matching: Matching) -> Fields:
    claims, steps = matching.claims.new_of, matching.steps.new_of

    def old_target(step: Inference) -> object:
        return steps.get(step.target) if step.kind == "undercut" else claims.get(step.target)

    return {
        "kind": same(lambda step: step.kind),
        "keyword": same(lambda step: step.keyword),
        "target": (old_target, lambda step: step.target),
        "premises": (
            lambda step: {(claims.get(premise.claim), premise.role) for premise in step.premises},
            lambda step: {(premise.claim, premise.role) for premise in step.premises},
        ),
        "strength": same(lambda step: step.strength),
        "scheme": same(lambda step: step.scheme),
        "critical_questions": same(lambda step: step.critical_questions),
        "tags": same(lambda step: set(step.tags)),
    }


_SOURCE_FIELDS: Fields = {
    field: same(lambda source, field=field: getattr(source, field))  # type: ignore[misc]
    for field in (
        *(
            "key",
            "title",
            "authors",
            "date",
            "container",
            "publisher",
            "url",
            "type",
            "reliability",
            "fields",
        ),
    )
}


def _section(matching: Matching) -> tuple[Read, Read]:
    new_of = matching.sections.new_of

    def in_old(part: Claim | Question) -> object:
        return part.section if part.section is None else (new_of.get(part.section),)

    def in_new(part: Claim | Question) -> object:
        return part.section if part.section is None else (part.section,)

    return in_old, in_new


def _without_consequences(
    claims: Iterable[Change[Claim]],
    steps: Iterable[Change[Inference]],
    questions: Iterable[Change[Question]],
) -> Iterator[Change[Claim]]:
    """Claims, whose turn from raised to asserted or back counts only where nothing else accounts for it.

    What makes a claim asserted is mostly a citation, or a step or question that is a change itself.
    """
    touched: tuple[set[str], set[str]] = (set(), set())
    for step in steps:
        for side, part in zip(touched, (step.old, step.new), strict=True):
            side.update(premise.claim for premise in (part.premises if part else ()))
    for question in questions:
        for side, asked in zip(touched, (question.old, question.new), strict=True):
            side.update(asked.answers if asked else ())
    for change in claims:
        old, new, fields = change.old, change.new, change.fields
        if old and new and "raised" in fields:
            explained = old.label in touched[0] or new.label in touched[1] or "citations" in fields
            fields = tuple(field for field in fields if field != "raised" or not explained)
            if not fields:
                continue
        yield Change(old, new, fields)


def _standings(old: ArgumentMap, new: ArgumentMap, claims: Pairs) -> Iterator[StandingChange]:
    """Theses first, then the others, in the order of the new map."""
    before, after = judge(old), judge(new)
    changed = [
        (claims.old_of[label], label)
        for label, standing in after.claims.items()
        if label in claims.old_of and before.claims[claims.old_of[label]] != standing
    ]
    for was, now in sorted(changed, key=lambda pair: not new.claims[pair[1]].thesis):
        yield StandingChange(was, now, before.of(was), after.of(now), explain(after, now))
