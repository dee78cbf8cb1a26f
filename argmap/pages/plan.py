"""What the page's script knows of the argument: cards, what bears on what, and the order of presenting.

Everything goes by the ids of the drawing, so that the script never has to make one. A question stands above
its answers as a claim does above its reasons.
"""

from collections.abc import Iterator, Mapping
from typing import TypedDict

from argmap.drawing.names import (
    answer_edge,
    answer_reference_node,
    claim_node,
    question_node,
    reference_node,
    section_frame,
    step_parts,
)
from argmap.drawing.sentences import claim_name, step_sentence
from argmap.model.elements import Inference, Question
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import tops
from argmap.pages.presenting import moments
from argmap.reasoning.standing import Standing, Standings


class Card(TypedDict):
    """A claim or question of the drawing. Questions have no standing."""

    section: str | None
    standing: Standing | None


# Functional, since two of the keys are words of Python.
Step = TypedDict(
    "Step",
    {
        "from": list[str],  # cards
        "see": list[str],  # ids that the drawing may have for references to these cards, one for each
        "on": str | None,  # a card; None for an undercut
        "cuts": int | None,  # the place of the step that an undercut questions
        "section": str | None,
        "parts": list[str],  # ids that the drawing may have for its dot, box and lines
        "said": str,
    },
)


class Moment(TypedDict):
    """What appears together in class: cards, with the step that they come in by, if any."""

    cards: list[str]
    step: int | None


class Plan(TypedDict):
    """The whole."""

    cards: dict[str, Card]
    steps: list[Step]
    tops: list[str]
    moments: list[Moment]


def plan(argument_map: ArgumentMap, standings: Standings) -> Plan:
    """The plan of a map; linear in its size. `standings` may be those of a larger map that it is part of."""
    steps = [step for step in argument_map.inferences.values() if step.premises]
    answers = [
        (question, answer)
        for question in argument_map.questions.values()
        for answer in dict.fromkeys(question.answers)
    ]
    place = {step.id: number for number, step in enumerate(steps)}
    answer_place = {
        (question.label, answer): number for number, (question, answer) in enumerate(answers, len(steps))
    }
    return Plan(
        cards=_cards(argument_map, standings),
        steps=[
            *(_step(argument_map, step, place) for step in steps),
            *(_answer(argument_map, question, answer) for question, answer in answers),
        ],
        tops=[_card(argument_map, label) for label in tops(argument_map)],
        moments=list(_moments(argument_map, place, answer_place)),
    )


def _card(argument_map: ArgumentMap, label: str) -> str:
    return question_node(label) if label in argument_map.questions else claim_node(label)


def _cards(argument_map: ArgumentMap, standings: Standings) -> dict[str, Card]:
    claims = {
        claim_node(label): Card(section=_frame(claim.section), standing=standings.of(label))
        for label, claim in argument_map.claims.items()
    }
    questions = {
        question_node(label): Card(section=_frame(question.section), standing=None)
        for label, question in argument_map.questions.items()
    }
    return {**questions, **claims}


def _frame(section: str | None) -> str | None:
    return None if section is None else section_frame(section)


def _step(argument_map: ArgumentMap, step: Inference, place: dict[str, int]) -> Step:
    drawn = (premise.claim for premise in step.premises if premise.claim in argument_map.claims)
    labels = list(dict.fromkeys(drawn))
    return Step(
        {
            "from": [claim_node(label) for label in labels],
            "see": [reference_node(step.id, number) for number in range(len(labels))],
            "on": None if step.kind == "undercut" else claim_node(step.target),
            "cuts": place.get(step.target) if step.kind == "undercut" else None,
            "section": _frame(step.section),
            "parts": step_parts(step.id, len(step.premises)),
            "said": step_sentence(argument_map, step),
        }
    )


def _answer(argument_map: ArgumentMap, question: Question, answer: str) -> Step:
    return Step(
        {
            "from": [claim_node(answer)],
            "see": [answer_reference_node(question.label, answer)],
            "on": question_node(question.label),
            "cuts": None,
            "section": _frame(question.section),
            "parts": [answer_edge(question.label, answer)],
            "said": f"{claim_name(argument_map, answer)}: an answer to {question.name or 'the question'}",
        }
    )


def _moments(
    argument_map: ArgumentMap, place: Mapping[str, int], answer_place: Mapping[tuple[str, str], int]
) -> Iterator[Moment]:
    for moment in moments(argument_map):
        if moment.question is not None:
            yield Moment(cards=[question_node(moment.question)], step=None)
            continue
        step = place[moment.step.id] if moment.step else None
        if moment.answers is not None:
            step = answer_place.get((moment.answers, moment.claims[0]))
        yield Moment(cards=[claim_node(label) for label in moment.claims], step=step)
