"""The part of a map that a view shows; of a very large map, as many levels as can be drawn at once."""

from collections import Counter
from itertools import accumulate

import attrs

from argmap.drawing.terminal.view import View
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import folded_map, levels, neighbourhood_map, shallow_map, tops
from argmap.model.parts.choice import Part
from argmap.model.parts.cuts import cuts
from argmap.model.parts.narrowing import narrowed

MOST_CARDS = 12_000
"""More than anyone reads in one drawing, and drawn in a few seconds."""


@attrs.frozen
class ShownPart:
    """The part, and how deep it goes where that is less than was asked for."""

    part: Part
    depth: int | None = None
    """So many levels below the tops of the map are shown because there are too many cards; None for all."""


def shown_part(argument_map: ArgumentMap, view: View, *, most: int = MOST_CARDS) -> ShownPart:
    """What a view shows of a map, with at most about `most` cards."""
    found = argument_map
    if folded := view.folded & _labels(argument_map):
        found = folded_map(found, folded)
    if view.focus in _labels(argument_map):
        whole = found if view.focus in _labels(found) else argument_map
        found = neighbourhood_map(whole, view.focus, view.depth)
    depth = None
    if len(found.claims) + len(found.questions) > most:
        depth = _depth_of_most(found, most)
        found = shallow_map(found, depth)
    return ShownPart(Part(found, {} if found is argument_map else cuts(argument_map, found)), depth)


def shallower(argument_map: ArgumentMap, shown: ShownPart) -> ShownPart:
    """Half the levels, of a part with one level half the claims: where too many lines are too long."""
    part = shown.part.map
    found_levels = levels(part, tops(part))
    deepest = max((found_levels[label] for label in _labels(part)), default=0)
    if deepest:
        found = shallow_map(part, deepest // 2)
    else:
        kept = (*part.questions, *part.claims)
        kept = kept[: len(kept) // 2]
        found = narrowed(part, claims=kept, steps=part.inferences, questions=kept)
    return ShownPart(Part(found, cuts(argument_map, found)), deepest // 2)


def unfolded_over(argument_map: ArgumentMap, folded: frozenset[str], label: str) -> frozenset[str]:
    """What stays folded where a claim or question is to be seen: all but what it bears on, near or far."""
    asked: dict[str, list[str]] = {}
    for question in argument_map.questions.values():
        for answer in question.answers:
            asked.setdefault(answer, []).append(question.label)
    found: set[str] = set()
    waiting = [*asked.get(label, ()), *(step.target for step in argument_map.steps_from(label))]
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        if name in argument_map.inferences:
            waiting.append(argument_map.inferences[name].target)
        waiting += [*asked.get(name, ()), *(step.target for step in argument_map.steps_from(name))]
    return folded - found


def _labels(argument_map: ArgumentMap) -> frozenset[str]:
    return frozenset((*argument_map.claims, *argument_map.questions))


def _depth_of_most(argument_map: ArgumentMap, most: int) -> int:
    """How many levels below the tops hold at most so many claims and questions; 0 if not even the tops do."""
    found = levels(argument_map, tops(argument_map))
    steps = argument_map.inferences
    counted = Counter(level for part, level in found.items() if part not in steps)
    sums = accumulate(counted[level] for level in range(max(counted) + 1))
    return max((level for level, total in enumerate(sums) if total <= most), default=0)
