"""Branches of a map: what bears on a claim, how far down it stands, and what else leads up to it."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap
from argmap.model.parts.narrowing import narrowed

Follows = Callable[[Inference], bool]
"""Whether a branch goes on through a step."""


def tops(argument_map: ArgumentMap) -> tuple[str, ...]:
    """The labels of questions and claims where a reading of the map begins, in the order of the map.

    Questions, theses, and claims that no step uses and no question has for an answer; in a loop that none of
    these reaches, the claim that comes first.
    """
    answers = {answer for question in argument_map.questions.values() for answer in question.answers}
    found = [*argument_map.questions]
    found += [
        claim.label
        for claim in argument_map.claims.values()
        if claim.thesis or not (argument_map.steps_from(claim.label) or claim.label in answers)
    ]
    reached = set(levels(argument_map, found))
    for label in argument_map.claims:
        if label not in reached:
            found.append(label)
            reached |= levels(argument_map, (label,), beyond=reached).keys()
    return tuple(found)


def levels(
    argument_map: ArgumentMap,
    labels: Iterable[str],
    *,
    follows: Follows | None = None,
    beyond: Collection[str] = (),
) -> Mapping[str, int]:
    """How far below the nearest of these claims and questions every claim, step and question stands, from 0.

    A question stands above its answers, a claim above its steps and their premises, which share a level. An
    exception stands beside the step that it questions; an exception to that one a level below. Only what is
    reached by steps that `follows` is there; `beyond` is not entered. Linear in what is reached.
    """
    found = {label: 0 for label in labels if label not in beyond}
    waiting = deque(found)
    while waiting:
        label = waiting.popleft()
        level = found[label] + 1
        if label in argument_map.questions:
            below: Iterator[tuple[str, int]] = ((answer, level) for answer in _answers(argument_map, label))
        else:
            below = _steps_below(argument_map, label, level, follows)
        for part, depth in below:
            if part in found or part in beyond:
                continue
            found[part] = depth
            if part not in argument_map.inferences:
                waiting.append(part)
    return found


def branch_map(argument_map: ArgumentMap, labels: Iterable[str]) -> ArgumentMap:
    """These claims and questions with everything that bears on them."""
    return _part(argument_map, levels(argument_map, labels))


def shallow_map(argument_map: ArgumentMap, depth: int, *, below: Iterable[str] | None = None) -> ArgumentMap:
    """The first levels of a map: `depth` of them below these claims and questions, else below its tops.

    Every step between claims that are shown is shown too.
    """
    start = tops(argument_map) if below is None else tuple(below)
    kept = {part for part, level in levels(argument_map, start).items() if level <= depth}
    return _part(argument_map, kept.union(argument_map.inferences))


def neighbourhood_map(argument_map: ArgumentMap, label: str, depth: int) -> ArgumentMap:
    """A claim or question with so many levels below it, and what it bears on itself.

    That is every step it is a premise of, whole, with the step or claim that this is about, and the questions
    that it answers. Raises KeyError where the map does not have it.
    """
    if label not in argument_map.claims and label not in argument_map.questions:
        raise KeyError(label)
    kept = {part for part, level in levels(argument_map, (label,)).items() if level <= depth}
    steps = {step.id for step in argument_map.steps_from(label)}
    for id in tuple(steps):
        steps |= _aimed_at(argument_map, id)
    kept |= steps | _touched(argument_map, steps)
    kept |= {question.label for question in argument_map.questions.values() if label in question.answers}
    return _part(argument_map, kept)


def folded_map(
    argument_map: ArgumentMap, labels: Collection[str], *, below: Iterable[str] | None = None
) -> ArgumentMap:
    """The map without what bears on it only through these claims.

    It is read from `below` down, else from its tops.
    """
    start = tops(argument_map) if below is None else below
    return _part(argument_map, levels(argument_map, start, follows=lambda step: step.target not in labels))


def one_sided_map(argument_map: ArgumentMap, kind: str) -> ArgumentMap:
    """Only what speaks for (`support`) or only what speaks against (`attack`), from the tops down.

    `support` follows reasons; `attack` keeps objections and exceptions with the claims and steps that they
    are about, wherever these stand.
    """
    if kind == "support":
        return _part(
            argument_map,
            levels(argument_map, tops(argument_map), follows=lambda step: step.kind == "support"),
        )
    steps = {step.id for step in argument_map.inferences.values() if step.kind != "support"}
    for id in tuple(steps):
        steps |= _aimed_at(argument_map, id)
    kept = _touched(argument_map, steps) | {claim.label for claim in argument_map.theses}
    kept |= {
        question.label
        for question in argument_map.questions.values()
        if not kept.isdisjoint(question.answers)
    }
    return _part(argument_map, steps | kept)


def tagged_map(argument_map: ArgumentMap, tag: str) -> ArgumentMap:
    """What has a tag, with the steps that lead from there up, so that one sees what it is for."""
    start = [claim.label for claim in argument_map.claims.values() if tag in claim.tags]
    start += [question.label for question in argument_map.questions.values() if tag in question.tags]
    steps = {step.id for step in argument_map.inferences.values() if tag in step.tags}
    start += [premise.claim for id in steps for premise in argument_map.inferences[id].premises]
    start += [answer for label in start for answer in _answers(argument_map, label)]
    asked: dict[str, list[str]] = {}
    for question in argument_map.questions.values():
        for answer in question.answers:
            asked.setdefault(answer, []).append(question.label)
    found = set(start)
    waiting = deque(found)
    while waiting:
        label = waiting.popleft()
        above = list(asked.get(label, ()))
        for step in argument_map.steps_from(label):
            aimed = {step.id} | _aimed_at(argument_map, step.id)
            steps |= aimed
            above += [argument_map.inferences[id].target for id in aimed]
        for part in above:
            if part in argument_map.inferences or part in found:
                continue
            found.add(part)
            waiting.append(part)
    return _part(argument_map, found | steps | _touched(argument_map, steps))


def _steps_below(
    argument_map: ArgumentMap, label: str, level: int, follows: Follows | None
) -> Iterator[tuple[str, int]]:
    waiting = [(step, level) for step in argument_map.steps_on(label)]
    while waiting:
        step, depth = waiting.pop()
        if follows is not None and not follows(step):
            continue
        yield step.id, depth
        yield from ((premise.claim, depth) for premise in step.premises)
        further = depth + (step.kind == "undercut")
        waiting += [(cut, further) for cut in argument_map.undercuts(step.id)]


def _answers(argument_map: ArgumentMap, label: str) -> tuple[str, ...]:
    question = argument_map.questions.get(label)
    return question.answers if question else ()


def _aimed_at(argument_map: ArgumentMap, id: str) -> set[str]:
    """The steps that an undercut questions, one above the other; none for any other step."""
    found: set[str] = set()
    target = argument_map.inferences[id].target
    while target in argument_map.inferences and target not in found:
        found.add(target)
        target = argument_map.inferences[target].target
    return found


def _touched(argument_map: ArgumentMap, steps: Iterable[str]) -> set[str]:
    """The claims at both ends of these steps."""
    found = [argument_map.inferences[id] for id in steps]
    return {premise.claim for step in found for premise in step.premises} | {step.target for step in found}


def _part(argument_map: ArgumentMap, parts: Collection[str]) -> ArgumentMap:
    return narrowed(argument_map, claims=parts, steps=parts, questions=parts)
