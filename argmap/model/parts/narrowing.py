"""A map narrowed to some of its claims and steps, so that nothing in it dangles."""

from collections.abc import Collection, Iterable

import attrs

from argmap.model.elements import Inference, Note, Question, Review
from argmap.model.map import ArgumentMap


def narrowed(
    argument_map: ArgumentMap,
    *,
    claims: Collection[str],
    steps: Collection[str],
    questions: Collection[str],
) -> ArgumentMap:
    """The map with only these claims (by label), steps (by id) and questions (by label).

    A step that lacks a premise or its target is left out, with what questions it. Questions keep those of
    their answers that are there; notes and verdicts stay where what they are about does. Sections that have
    nothing left are left out, sources stay.
    """
    kept_claims = {label: claim for label, claim in argument_map.claims.items() if label in claims}
    kept_steps = _whole(argument_map, kept_claims, steps)
    kept_questions = {
        label: _with_answers(question, kept_claims)
        for label, question in argument_map.questions.items()
        if label in questions
    }
    found = {*kept_claims, *kept_steps, *kept_questions}
    sections = {
        part.section
        for parts in (kept_claims.values(), kept_steps.values(), kept_questions.values())
        for part in parts
    }
    return attrs.evolve(
        argument_map,
        claims=kept_claims,
        inferences=kept_steps,
        questions=kept_questions,
        sections={id: section for id, section in argument_map.sections.items() if id in sections},
        notes=tuple(note for note in argument_map.notes if _stays(note, found, sections)),
        reviews=reviews_of(argument_map.reviews, found),
    )


def reviews_of(reviews: Iterable[Review], labels: Collection[str]) -> tuple[Review, ...]:
    """The reviews with their verdicts on these claims and questions, without those that have none."""
    narrower = (
        attrs.evolve(
            review, verdicts=tuple(verdict for verdict in review.verdicts if verdict.target in labels)
        )
        for review in reviews
    )
    return tuple(review for review in narrower if review.verdicts)


def _whole(
    argument_map: ArgumentMap, claims: Collection[str], steps: Collection[str]
) -> dict[str, Inference]:
    """The steps that have their premises and lead, undercut by undercut, to a claim that is there."""
    found: set[str] = set()
    held: dict[str, list[str]] = {}
    for id, step in argument_map.inferences.items():
        if id not in steps or not all(premise.claim in claims for premise in step.premises):
            continue
        if step.kind == "undercut" and step.target not in found:
            held.setdefault(step.target, []).append(id)
        elif step.kind == "undercut" or step.target in claims:
            ready = [id]
            while ready:
                found.add(ready[-1])
                ready += held.pop(ready.pop(), ())
    return {id: step for id, step in argument_map.inferences.items() if id in found}


def _with_answers(question: Question, claims: Collection[str]) -> Question:
    answers = tuple(answer for answer in question.answers if answer in claims)
    return question if answers == question.answers else attrs.evolve(question, answers=answers)


def _stays(note: Note, found: Collection[str], sections: Collection[str | None]) -> bool:
    if note.subject in {"claim", "question", "inference"}:
        return note.about in found
    return note.section is None or note.section in sections
