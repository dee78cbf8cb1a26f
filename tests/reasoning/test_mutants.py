"""A judge that breaks one of its rules is caught by the cases worked by hand."""

from collections.abc import Callable

import attrs
import pytest
from cases import CASES

import argmap
from argmap.model.map import ArgumentMap
from argmap.reasoning import fixpoint, graph
from argmap.reasoning.standing import judge


def wrong_cases(change: Callable[[ArgumentMap], ArgumentMap] = lambda unchanged: unchanged) -> list[str]:
    """The names of the cases that come out otherwise than by hand."""
    return [
        case.name
        for case in CASES
        if judge(change(argmap.parse(case.source())), verdicts=case.verdicts).claims != case.expected()
    ]


def without(kind: str) -> Callable[[ArgumentMap], ArgumentMap]:
    def change(argument_map: ArgumentMap) -> ArgumentMap:
        kept = {id: step for id, step in argument_map.inferences.items() if step.kind != kind}
        return attrs.evolve(argument_map, inferences=kept)

    return change


def test_the_judge_as_it_is_gets_every_case_right() -> None:
    assert wrong_cases() == []


@pytest.mark.parametrize(
    ("kind", "caught_by"),
    [
        ("attack", "a lead the other way is a denial"),
        ("undercut", "an undercut blocks the step and nothing else"),
    ],
)
def test_a_judge_that_ignores_a_kind_of_step_is_caught(kind: str, caught_by: str) -> None:
    assert caught_by in wrong_cases(without(kind))


def test_a_judge_that_ignores_standards_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    right, beats = fixpoint.balance, fixpoint.beats
    monkeypatch.setattr(fixpoint, "balance", lambda standard, x, y: right("preponderance", x, y))
    monkeypatch.setattr(fixpoint, "beats", lambda standard, x, y: beats("preponderance", x, y))
    wrong = wrong_cases()
    assert "clear and convincing is missed by a lead of thirty" in wrong
    assert "beyond reasonable doubt is missed by a doubt of fifty" in wrong
    assert "dialectical validity is missed by the weakest objection" in wrong
    assert "the standard of the question sets survivors against each other" in wrong


def test_a_judge_that_weighs_all_alike_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "WEIGHTS", dict.fromkeys(graph.WEIGHTS, 50))
    assert "preponderance is met by any lead" in wrong_cases()


def test_a_judge_that_ignores_critical_questions_is_caught() -> None:
    def unasked(argument_map: ArgumentMap) -> ArgumentMap:
        steps = argument_map.inferences.items()
        return attrs.evolve(
            argument_map, inferences={id: attrs.evolve(step, critical_questions={}) for id, step in steps}
        )

    assert wrong_cases(unasked) == [
        "a failed critical question blocks the step",
        "an open question of the assumption kind keeps the step from applying",
        "an assumption that fails blocks the step as an exception does",
    ]


def test_a_judge_that_ignores_the_authors_word_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "_own_word", lambda claim, reasons: 0)
    wrong = wrong_cases()
    assert "an assertion without reasons stands by its author's word" in wrong
    assert "a likelihood is a reason or an objection of its weight" in wrong


def test_a_judge_that_weighs_fractions_of_per_cents_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(graph, "_whole_per_cents", lambda value: value * 100)
    assert wrong_cases() == ["weights are compared in whole per cents"]


def test_a_judge_that_takes_verdicts_only_where_no_question_asks_is_caught() -> None:
    wrong = [
        case.name
        for case in CASES
        if judge(
            (argument_map := argmap.parse(case.source())),
            verdicts={
                label: decision
                for label, decision in case.verdicts.items()
                if argument_map.claims[label].keyword != "answer"
            },
        ).claims
        != case.expected()
    ]
    assert "a rejected answer leaves the field to the others" in wrong
    assert "a doubted answer is open and no rival" in wrong


def test_a_judge_that_ignores_rivalry_is_caught() -> None:
    assert "the answer with the heaviest reason stands and the others fall" in wrong_cases(
        lambda argument_map: attrs.evolve(argument_map, questions={})
    )
