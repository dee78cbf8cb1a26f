"""Where one gets from every card of a chart by the arrow keys."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.terminal.chart import Links, Rectangle
from argmap.drawing.terminal.view import Growth
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap


def links_of(
    argument_map: ArgumentMap, arrangement: Arrangement, boxes: Mapping[str, Rectangle], growth: Growth
) -> Mapping[str, Links]:
    """The links of every card, by label; linear in the size of the map but for sorting."""
    below: dict[str, list[tuple[str, str]]] = {label: [] for label in boxes}
    for question in argument_map.questions.values():
        below[question.label] += [(answer, "answer") for answer in question.answers if answer in boxes]
    for label in argument_map.claims:
        for step in _steps_below(argument_map, arrangement, label):
            below[label] += [(premise.claim, step.kind) for premise in arrangement.premises[step.id]]
    above: dict[str, list[str]] = {label: [] for label in boxes}
    for label, nearer in below.items():
        for lower, _ in nearer:
            above[lower].append(label)
    before, after = _neighbours(boxes, growth)
    return {
        label: Links(
            tuple(dict.fromkeys(above[label])),
            tuple(dict.fromkeys(lower for lower, _ in below[label])),
            tuple(dict.fromkeys(lower for lower, kind in below[label] if kind == "support")),
            tuple(dict.fromkeys(lower for lower, kind in below[label] if kind in ("attack", "undercut"))),
            before.get(label),
            after.get(label),
        )
        for label in boxes
    }


def _steps_below(argument_map: ArgumentMap, arrangement: Arrangement, label: str) -> Iterator[Inference]:
    waiting = [
        step
        for step in argument_map.steps_on(label)
        if step.kind != "undercut" and step.id in arrangement.premises
    ][::-1]
    while waiting:
        step = waiting.pop()
        yield step
        waiting += reversed(arrangement.undercuts.get(step.id, ()))


def _neighbours(boxes: Mapping[str, Rectangle], growth: Growth) -> tuple[dict[str, str], dict[str, str]]:
    """The card before and after each in its rank."""
    ranks: dict[int, list[tuple[int, str]]] = {}
    for label, box in boxes.items():
        along, across = (box.x, box.y) if growth == "right" else (box.y, box.x)
        ranks.setdefault(along, []).append((across, label))
    after: dict[str, str] = {}
    for cards in ranks.values():
        cards.sort()
        labels = [label for _, label in cards]
        after |= dict(pairwise(labels))
    return {later: earlier for earlier, later in after.items()}, after
