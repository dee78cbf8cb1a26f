"""What a part of a map hides: at every claim whose branch is cut, how much there is below it."""

from collections.abc import Mapping

import attrs

from argmap.model.map import ArgumentMap


@attrs.frozen
class Cut:
    """What is hidden at one claim or question."""

    claims: int
    """How many different claims that are not shown bear on it through what is not shown."""
    steps: int
    """How many steps on it, exceptions to shown ones included, are not shown; for a question, answers."""
    above: int = 0
    """How many steps lead on from it that are not shown."""


def cuts(whole: ArgumentMap, part: ArgumentMap) -> Mapping[str, Cut]:
    """What is hidden, by the label of the shown claim or question, where something is.

    Claims that are hidden below two shown ones are counted at both. Linear where few are.
    """
    found: dict[str, Cut] = {}
    for label in (*part.questions, *part.claims):
        steps = _hidden_steps(whole, part, label)
        above = sum(step.id not in part.inferences for step in whole.steps_from(label))
        if steps or above:
            found[label] = Cut(_hidden_claims(whole, part, steps), len(steps), above)
    return found


def _hidden_steps(whole: ArgumentMap, part: ArgumentMap, label: str) -> list[str]:
    """What is cut off right below a claim: ids of steps; below a question, labels of answers."""
    if label in whole.questions:
        return [answer for answer in whole.questions[label].answers if answer not in part.claims]
    hidden: list[str] = []
    waiting = list(whole.steps_on(label))
    while waiting:
        step = waiting.pop()
        if step.id in part.inferences:
            waiting += whole.undercuts(step.id)
        else:
            hidden.append(step.id)
    return hidden


def _hidden_claims(whole: ArgumentMap, part: ArgumentMap, below: list[str]) -> int:
    claims: set[str] = set()
    known = set(below)
    waiting = list(below)
    while waiting:
        name = waiting.pop()
        nearer: list[str] = []
        if name in whole.inferences:
            nearer += [premise.claim for premise in whole.inferences[name].premises]
        elif name in part.claims:
            continue
        elif name in whole.claims:
            claims.add(name)
        nearer += [step.id for step in whole.steps_on(name)]
        fresh = [other for other in nearer if other not in known]
        known.update(fresh)
        waiting += fresh
    return len(claims)
