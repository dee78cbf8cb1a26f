"""One section of a map, to be shown on a sheet of its own."""

from collections import deque
from collections.abc import Iterable
from typing import TypeVar

import attrs

from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap
from argmap.model.parts.narrowing import reviews_of

_Part = TypeVar("_Part", Claim, Inference, Question)


class UnknownSectionError(LookupError):
    """The map has no such section; the message says which it has."""


def section_map(argument_map: ArgumentMap, section_id: str) -> ArgumentMap:
    """One section as a map: its claims, questions and steps, and from elsewhere only what these touch.

    A step of the section brings the claims at its ends with it, an undercut also the step that it questions,
    and a question its answers. What comes from elsewhere keeps its section, which says where it is argued;
    the steps that argue it there are left out. The section itself becomes the sheet: its name joins the
    title, and what is in it needs no frame. Notes of the section, verdicts on what is kept, and every source
    stay. Raises UnknownSectionError.
    """
    if section_id not in argument_map.sections:
        raise UnknownSectionError(_no_such_section(argument_map, section_id))
    inferences = _with_targets(
        argument_map, (step for step in argument_map.inferences.values() if step.section == section_id)
    )
    questions = {
        label: question
        for label, question in argument_map.questions.items()
        if question.section == section_id
    }
    kept = {label for label, claim in argument_map.claims.items() if claim.section == section_id}
    kept |= {premise.claim for step in inferences.values() for premise in step.premises}
    kept |= {step.target for step in inferences.values()}
    kept |= {answer for question in questions.values() for answer in question.answers}
    claims = {label: claim for label, claim in argument_map.claims.items() if label in kept}
    elsewhere = {claim.section for claim in claims.values()} - {section_id}
    elsewhere |= {step.section for step in inferences.values()} - {section_id}
    return attrs.evolve(
        argument_map,
        title=_title_of_sheet(argument_map.title, argument_map.sections[section_id].title),
        claims=_unframed(claims, section_id),
        inferences=_unframed(inferences, section_id),
        questions=_unframed(questions, section_id),
        sections={id: section for id, section in argument_map.sections.items() if id in elsewhere},
        notes=tuple(
            attrs.evolve(note, section=None) for note in argument_map.notes if note.section == section_id
        ),
        reviews=reviews_of(argument_map.reviews, {*claims, *questions}),
    )


def _title_of_sheet(title: str | None, section: str) -> str:
    """Both, with a colon between them where the first does not end as a sentence does."""
    if not title:
        return section
    return f"{title} {section}" if title.endswith(("?", "!", ".", "…")) else f"{title}: {section}"


def _unframed(parts: dict[str, _Part], section_id: str) -> dict[str, _Part]:
    return {
        key: attrs.evolve(part, section=None) if part.section == section_id else part
        for key, part in parts.items()
    }


def _no_such_section(argument_map: ArgumentMap, section_id: str) -> str:
    if not argument_map.sections:
        return f"there is no section {section_id!r}: this map is not divided into sections"
    known = ", ".join(argument_map.sections)
    return f"there is no section {section_id!r}; choose one of: {known}"


def _with_targets(argument_map: ArgumentMap, steps: Iterable[Inference]) -> dict[str, Inference]:
    """The steps, and those that they question, in the order of the map."""
    waiting = deque(steps)
    found: set[str] = set()
    while waiting:
        step = waiting.popleft()
        if step.id in found:
            continue
        found.add(step.id)
        if step.target in argument_map.inferences:
            waiting.append(argument_map.inferences[step.target])
    return {id: step for id, step in argument_map.inferences.items() if id in found}
