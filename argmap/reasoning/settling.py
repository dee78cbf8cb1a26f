"""Loops of claims that bear on themselves: let their strengths move until they come to rest.

After Potyka, "Continuous Dynamical Systems for Weighted Bipolar Argumentation" (2018): from the base scores,
ds/dt = f(s) - s, where f weighs every claim by the strengths of all. The classical Runge-Kutta method
follows it. What the loop depends on is known, and stays as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

import attrs

from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.semantics import Semantics, product

AT_REST: Final = 1e-9
"""A residual, the largest |f(s) - s|, below which a loop has settled."""
_LONGEST_STEP: Final = 0.5
_BENT: Final = 0.5
"""How far the third trial of a step may lie from the second, of how far the second lies from the first."""
_MOST_STEPS: Final = 4_000
_FEWEST_STEPS: Final = 400
_WORK: Final = 1_000_000
"""About how many claims and steps are weighed before a large loop is given up."""

State = list[float]


@attrs.frozen
class Unsettled:
    """A loop that did not come to rest: the residual after so many steps."""

    residual: float
    steps: int

    def __str__(self) -> str:
        return f"did not settle (residual {self.residual:.1g}) within {self.steps:,} steps"


@attrs.frozen
class _Side:
    """The reasons or the objections of a claim: strengths that are known, and places of steps in the loop."""

    known: Sequence[float]
    inside: Sequence[int]

    def strengths(self, steps: Sequence[float]) -> list[float]:
        return [*self.known, *[steps[place] for place in self.inside]]


@attrs.frozen
class _Claim:
    base: float
    reasons: _Side
    objections: _Side


@attrs.frozen
class _Step:
    """A step with the part of its strength that is known: `weight` holds known undercuts too."""

    weight: float
    weakest: float
    premises: Sequence[int]
    undercuts: Sequence[int]


@attrs.frozen
class Loop:
    """A loop cut out of its map: places are by position in these rows."""

    semantics: Semantics
    claims: Sequence[_Claim]
    steps: Sequence[_Step]
    """Undercuts before what they undercut."""

    def weigh(self, state: Sequence[float]) -> State:
        """The strength of every claim, were the strengths of all as in `state`."""
        steps: list[float] = []
        for step in self.steps:
            figure = step.weight * min([step.weakest, *[state[place] for place in step.premises]])
            if step.undercuts:
                figure *= product([1 - steps[place] for place in step.undercuts])
            steps.append(figure)
        weigh = self.semantics.strength
        return [
            weigh(claim.base, claim.reasons.strengths(steps), claim.objections.strengths(steps))
            for claim in self.claims
        ]

    def steepness(self) -> float:
        """A bound on how fast a claim's strength grows with those of the others, for the length of steps."""
        return max(
            sum(
                self.steps[place].weight * (1 + len(self.steps[place].undercuts))
                for side in (claim.reasons, claim.objections)
                for place in side.inside
            )
            for claim in self.claims
        )


def cut_out(
    graph: ArgumentGraph,
    semantics: Semantics,
    *,
    bases: Mapping[int, float],
    steps: Sequence[int],
    of_claims: Sequence[float | None],
    of_steps: Sequence[float | None],
) -> Loop | None:
    """The loop of the claims in `bases`, with base scores, and of `steps`, undercuts before what they cut.

    Everything else keeps its figure; None when one that the loop depends on has none.
    """
    claim_place = {claim: place for place, claim in enumerate(bases)}
    step_place = {step: place for place, step in enumerate(steps)}

    def side(members: Sequence[int]) -> _Side | None:
        known = [of_steps[step] for step in members if step not in step_place]
        figures = [figure for figure in known if figure is not None]
        inside = [step_place[step] for step in members if step in step_place]
        return _Side(figures, inside) if len(figures) == len(known) else None

    cut_steps: list[_Step] = []
    for step in steps:
        outside = [of_claims[claim] for claim in graph.premises[step] if claim not in claim_place]
        weakest = [figure for figure in outside if figure is not None]
        cuts = side(graph.undercuts[step])
        if cuts is None or len(weakest) < len(outside):
            return None
        premises = [claim_place[claim] for claim in graph.premises[step] if claim in claim_place]
        weight = graph.weights[step] * product([1 - figure for figure in cuts.known])
        cut_steps.append(_Step(weight, min(weakest, default=1.0), premises, cuts.inside))
    cut_claims: list[_Claim] = []
    for claim, base in bases.items():
        reasons, objections = side(graph.reasons[claim]), side(graph.objections[claim])
        if reasons is None or objections is None:
            return None
        cut_claims.append(_Claim(base, reasons, objections))
    return Loop(semantics, cut_claims, cut_steps)


def settle(loop: Loop) -> State | Unsettled:
    """The strengths in which the loop comes to rest, from its base scores."""

    def speed(state: Sequence[float]) -> State:
        # The path stays within [0, 1]; the points that the method tries on the way may not.
        inside = [min(max(strength, 0.0), 1.0) for strength in state]
        return [new - old for new, old in zip(loop.weigh(inside), inside, strict=True)]

    start = [claim.base for claim in loop.claims]
    size = len(loop.claims) + len(loop.steps)
    found = come_to_rest(start, speed, steepness=loop.steepness(), size=size, residual=AT_REST)
    return found if isinstance(found, Unsettled) else [min(max(strength, 0.0), 1.0) for strength in found]


def come_to_rest(
    state: State,
    speed: Callable[[Sequence[float]], State],
    *,
    steepness: float,
    size: int,
    residual: float,
) -> State | Unsettled:
    """Follow ds/dt = speed(s) until no speed is above `residual`, for a number of steps that `size` bounds.

    How fast speeds change with the state is seen in the second and third of a step's four trials (Hairer and
    Wanner, *Solving Ordinary Differential Equations II*, 1996, IV.2): a step is halved and taken again when
    it is too long for that, and the next is doubled when it could be. It need not be shorter than is
    stable where speeds change by 1 + `steepness`, their bound.
    """
    length, shortest = _LONGEST_STEP, min(_LONGEST_STEP, 1 / (1 + steepness))
    most = max(_FEWEST_STEPS, min(_MOST_STEPS, _WORK // (4 * size)))
    first = speed(state)
    for _ in range(most):
        if max(map(abs, first)) < residual:
            return state
        second = speed(_moved(state, first, length / 2))
        third = speed(_moved(state, second, length / 2))
        bend, turn = _farthest(first, second), _farthest(second, third)
        if turn > _BENT * bend and length > shortest:
            length = max(shortest, length / 2)
            continue
        fourth = speed(_moved(state, third, length))
        state = [
            s + length / 6 * (a + 2 * b + 2 * c + d)
            for s, a, b, c, d in zip(state, first, second, third, fourth, strict=True)
        ]
        first = speed(state)
        if turn < _BENT / 4 * bend:
            length = min(_LONGEST_STEP, length * 2)
    return Unsettled(max(map(abs, first)), most)


def _farthest(before: Sequence[float], after: Sequence[float]) -> float:
    return max(abs(new - old) for old, new in zip(before, after, strict=True))


def _moved(state: Sequence[float], speed: Sequence[float], time: float) -> State:
    return [s + time * v for s, v in zip(state, speed, strict=True)]
