"""Which section's frame each card and dot stands in, and which lines cross a frame."""

from collections.abc import Iterable, Mapping

import attrs

from argmap.model.elements import Inference, Premise
from argmap.model.map import ArgumentMap


@attrs.frozen
class Frames:
    """The frames of a diagram, by the ids of their sections; None is outside all of them."""

    of_cards: Mapping[str, str | None]
    """By a claim's label: its own section, or that of the step in whose box its card stands."""
    of_dots: Mapping[str, str | None]
    """By the id of a step."""
    crossed_cards: frozenset[str]
    """Labels of claims whose card, or the box it is in, has a line down that crosses a frame."""
    crossed_dots: frozenset[str]
    """Ids of steps whose dot has such a line."""
    crossed_questions: frozenset[str]
    """Labels of questions whose card has such a line."""
    drawn: bool
    """Whether anything stands in a frame."""

    def crossed_above(self, step: Inference) -> bool:
        """Whether the node that a step comes down from has a line that crosses a frame."""
        return step.target in (self.crossed_dots if step.kind == "undercut" else self.crossed_cards)


def find_frames(
    argument_map: ArgumentMap,
    premises: Mapping[str, tuple[Premise, ...]],
    *,
    box_of: Mapping[str, tuple[str, int]],
    dotted: frozenset[str],
) -> Frames:
    """The frames of the cards and of the dots of the steps in `premises`; see `Arrangement` for the rest."""
    of_dots = {step: frame_of(argument_map, argument_map.inferences[step].section) for step in premises}
    of_cards = {
        label: of_dots[box_of[label][0]] if label in box_of else frame_of(argument_map, claim.section)
        for label, claim in argument_map.claims.items()
    }
    cards: set[str] = set()
    dots: set[str] = set()
    for step_id, parts in premises.items():
        step = argument_map.inferences[step_id]
        below = {of_cards[premise.claim] for premise in parts}
        if step_id in dotted:
            if below != {of_dots[step_id]}:
                dots.add(step_id)
            below = {of_dots[step_id]}
        if step.kind == "undercut":
            if below != {of_dots[step.target]}:
                dots.add(step.target)
        elif below != {of_cards[step.target]}:
            cards.update(_on_same_node(step.target, premises, box_of))
    return Frames(
        of_cards=of_cards,
        of_dots=of_dots,
        crossed_cards=frozenset(cards),
        crossed_dots=frozenset(dots),
        crossed_questions=frozenset(
            question.label
            for question in argument_map.questions.values()
            if {of_cards[answer] for answer in question.answers if answer in of_cards}
            - {frame_of(argument_map, question.section)}
        ),
        drawn=any(of_cards.values()) or any(of_dots.values()),
    )


def frame_of(argument_map: ArgumentMap, section: str | None) -> str | None:
    """The section, or None when the map does not have it."""
    return section if section in argument_map.sections else None


def _on_same_node(
    label: str, premises: Mapping[str, tuple[Premise, ...]], box_of: Mapping[str, tuple[str, int]]
) -> Iterable[str]:
    if label not in box_of:
        return [label]
    return [premise.claim for premise in premises[box_of[label][0]]]
