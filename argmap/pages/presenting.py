"""The order of presenting: what is argued for, then step by step, each branch to its end."""

from collections.abc import Container, Iterable, Iterator

import attrs

from argmap.documents.branches import Visit, branches
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap


@attrs.frozen
class Moment:
    """What appears together: claims or a question, with the step that they come in by, if any."""

    claims: tuple[str, ...] = ()
    """Labels."""
    question: str | None = None
    """A label."""
    step: Inference | None = None
    answers: str | None = None
    """The label of the question to which the claim is an answer."""


def moments(argument_map: ArgumentMap) -> Iterator[Moment]:
    """The moments of a map, in the order of its outline; every claim, question and step appears in one."""
    for part in branches(argument_map):
        for thesis in part.theses:
            yield from _in_turn(thesis)
        for question, visits in part.questions:
            yield Moment(question=question.label)
            yield from _in_turn(visits, question=question.label, answers=question.answers)
        for claim in part.claims:
            yield from _in_turn(claim)


def _in_turn(
    visits: Iterable[Visit], *, question: str | None = None, answers: Container[str] = ()
) -> Iterator[Moment]:
    """Premises of one step appear together."""
    for visit in visits:
        label, step = visit.claim.label, visit.step
        if step is None:
            is_answer = bool(visit.mark) and label in answers
            yield Moment(claims=(label,), answers=question if is_answer else None)
        elif visit.opens:
            claims = dict.fromkeys(premise.claim for premise in step.premises)
            yield Moment(claims=tuple(claims), step=step)
