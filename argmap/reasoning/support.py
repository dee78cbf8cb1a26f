"""Which claims support which, attacks left aside: their order, and what a claim's support comes to."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Final

import attrs

from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.order import Order, order

NOTHING: Final = -1
"""What a claim's support comes to when there is nothing at the bottom of it."""
SEVERAL: Final = -2
"""What a claim's support comes to when there is more than one thing at the bottom of it."""


@attrs.frozen(eq=False, repr=False)
class Support:
    """The support in an argument graph; claims and steps are known by their numbers."""

    graph: ArgumentGraph

    @cached_property
    def order(self) -> Order:
        """The claims, supporting ones first; claims that support one another in a circle are a loop."""
        targets, supports = self.graph.targets, [step.kind == "support" for step in self.graph.steps]
        return order(
            [
                tuple([targets[step] for step in steps if supports[step] and targets[step] != claim])
                for claim, steps in enumerate(self.graph.uses)
            ]
        )

    def below(self, claim: int) -> Iterable[int]:
        """The claims that support a claim directly."""
        return (premise for step in self.graph.reasons[claim] for premise in self.graph.premises[step])

    def any_below(self, marked: Sequence[bool]) -> list[bool]:
        """By claim, whether it or anything that supports it, however far down, is marked."""
        found = list(marked)
        for component in range(len(self.order.first)):
            members = self.order.members(component)
            if any(found[claim] or any(found[near] for near in self.below(claim)) for claim in members):
                for claim in members:
                    found[claim] = True
        return found

    def sole(self, own: Sequence[int], premises: Sequence[Sequence[int]]) -> list[int]:
        """By claim, the one thing at the bottom of its support, else NOTHING or SEVERAL.

        `own` is what each claim itself puts there. `premises` are the premises that count, by step.
        """
        found = [NOTHING] * len(own)
        reasons, place = self.graph.reasons, self.order.place
        for component in range(len(self.order.first)):
            members = self.order.members(component)
            one = NOTHING
            for claim in members:
                one = _joined(one, own[claim])
                for step in reasons[claim]:
                    for premise in premises[step]:
                        if place[premise] != component:
                            one = _joined(one, found[premise])
            for claim in members:
                found[claim] = one
        return found

    def supported_by(self, starts: Sequence[int]) -> Mapping[int, int]:
        """By claim, which of the starts support it, start n as bit n; claims that none supports are left out.

        A start supports itself here. One pass over the graph, whatever the number of starts.
        """
        found: dict[int, int] = {}
        for bit, claim in enumerate(starts):
            found[claim] = found.get(claim, 0) | 1 << bit
        above, place = self.order.above, self.order.place
        lowest = min((place[claim] for claim in starts), default=0)
        for component in range(lowest, len(self.order.first)):
            members = self.order.members(component)
            mask = 0
            for claim in members:
                mask |= found.get(claim, 0)
            if mask:
                for claim in members:
                    found[claim] = mask
                    for target in above[claim]:
                        found[target] = found.get(target, 0) | mask
        return found


def sole_of(found: Sequence[int], claims: Iterable[int]) -> int:
    """What several claims come to together."""
    one = NOTHING
    for claim in claims:
        one = _joined(one, found[claim])
    return one


def _joined(one: int, other: int) -> int:
    if other in (one, NOTHING):
        return one
    return other if one == NOTHING else SEVERAL
