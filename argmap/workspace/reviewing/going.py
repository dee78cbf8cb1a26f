"""The way through a map: from claim to claim, and how much of it is done."""

from collections import Counter
from collections.abc import Iterable, Mapping

import attrs

from argmap.model.elements import VerdictKind
from argmap.workspace.reviewing.state import Judged, Reviewing


@attrs.frozen
class Progress:
    """How many of the claims the reader has judged."""

    judged: int
    total: int
    kinds: Mapping[VerdictKind, int]
    """How many verdicts of each kind there are; of `ask`, how many questions."""


def progress(state: Reviewing) -> Progress:
    """How far the reader is. A claim of which something was only asked is not judged."""
    kinds = Counter(verdict.kind for verdict in (state.review.verdicts if state.review else ()))
    return Progress(len(state.verdicts), len(state.map.claims), kinds)


def go(state: Reviewing, label: str) -> Reviewing:
    """Look at a claim; at what was looked at before, where the map has no such claim."""
    if label not in state.map.claims:
        return state
    known = Judged(state.standings, state.strengths)
    return attrs.evolve(state, at=label, known=known, worked_out=state.judgement)


def neighbour(state: Reviewing, label: str, steps: int) -> str:
    """The claim so many places further on in the order, or back; it ends at either end."""
    place = state.argument.places.get(label, 0) + steps
    return (
        state.argument.order[min(max(place, 0), len(state.argument.order) - 1)]
        if state.argument.order
        else label
    )


def next_unjudged(state: Reviewing, label: str) -> str | None:
    """The next claim without a verdict after a claim, around the end; None when all are judged."""
    order, place = state.argument.order, state.argument.places.get(label, -1)
    return _unjudged(state, (*order[place + 1 :], *order[: place + 1]))


def previous_unjudged(state: Reviewing, label: str) -> str | None:
    """The next claim without a verdict before a claim, around the beginning; None when all are judged."""
    place = state.argument.places.get(label, 0)
    return _unjudged(
        state, (*reversed(state.argument.order[:place]), *reversed(state.argument.order[place:]))
    )


def _unjudged(state: Reviewing, labels: Iterable[str]) -> str | None:
    return next((label for label in labels if label not in state.verdicts), None)


def thesis_above(state: Reviewing, label: str) -> str | None:
    """The nearest main claim that a claim bears on; from a main claim, the next one. None in an empty map."""
    theses = state.argument.theses
    if not theses:
        return None
    if label in theses:
        return theses[(theses.index(label) + 1) % len(theses)]
    seen, waiting = {label}, [label]
    for below in waiting:  # grows as it is read
        for step in state.argument.map.steps_from(below):
            target = step.target
            while target not in state.map.claims and target in state.map.inferences:
                target = state.map.inferences[target].target
            if target in theses:
                return target
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return theses[0]
