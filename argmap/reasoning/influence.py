"""Influence: how much a claim's strength would move with the base score of each other claim.

The derivative d strength(thesis) / d base(claim), found for all claims at once by going back from the thesis
(reverse-mode differentiation). It is the gradient contribution function of Kampik, Potyka, Yin, Čyras and
Toni, "Contribution Functions for Quantitative Bipolar Argumentation Graphs" (2024).

In a loop, the adjoint l of the strengths s = f(s) solves l = e + J'l, with J the derivatives of f; where the
loop settled, dl/dt = e + (J' - 1) l comes to rest at it. Premises that are equally weak share their step's
slope, and at a kink of DF-QuAD the slope is the mean of its two sides: such figures are marked.
"""

from collections.abc import Iterable, Mapping, Sequence

import attrs

from argmap.reasoning.graph import bearing_on
from argmap.reasoning.semantics import Slopes, products_of_others
from argmap.reasoning.settling import Unsettled, come_to_rest
from argmap.reasoning.strength import Strengths, strength_again, undercuts_first
from argmap.reasoning.verdicts import REJECT

_TIED = 1e-9
"""Strengths this close are equal: loops are settled to this residual."""
_RESIDUAL = 1e-10


class NoStrength(ValueError):  # noqa: N818 - named for what is missing
    """The claim has no strength, or no influence can be worked out, because a loop did not settle."""


@attrs.frozen
class Influence:
    """What one claim's base score does for the strength of the thesis."""

    label: str
    slope: float
    """d strength(thesis) / d base(claim); 0 where a verdict pins the claim."""
    tied: bool = False
    """Whether the slope is a mean, because weakest premises tie or DF-QuAD is at a kink: print it with ±."""
    balanced: bool = False
    """Whether the slope is 0 only because some claim above is in balance: show `effect_of_rejecting`."""


def influence(strengths: Strengths, thesis: str) -> Mapping[str, Influence]:
    """The influence of every claim that bears on the thesis, and its own, by label, in the map's order.

    Linear in what lies below the thesis where nothing depends on itself. Raises UnknownClaim, and
    NoStrength when a loop did not settle.
    """
    number = strengths.graph.claim(thesis)
    if strengths.of_claims[number] is None:
        raise NoStrength(f"{thesis} has no strength: a loop at it or below it did not settle")
    found = _GoingBack(strengths).from_claim(number)
    return {found[claim].label: found[claim] for claim in sorted(found)}


def effect_of_rejecting(strengths: Strengths, thesis: str, label: str) -> float | None:
    """By how much the strength of the thesis changes when a claim is rejected.

    None where the thesis has no strength before or after, for a loop that does not settle. Raises
    UnknownClaim.
    """
    before = strengths.of(thesis)
    after = strength_again(strengths, {label: REJECT}).of(thesis)
    return None if before is None or after is None else after - before


@attrs.define
class _Flow:
    """What has arrived at a claim or step on the way back: its slope, and what there is to say of it."""

    slope: float = 0.0
    tied: bool = False
    balanced: bool = False

    def add(self, slope: float, *, tied: bool, balanced: bool) -> None:
        self.slope += slope
        self.tied |= tied and slope != 0
        self.balanced |= balanced


class _GoingBack:
    def __init__(self, strengths: Strengths) -> None:
        self.strengths = strengths
        self.graph = strengths.graph
        self.first_step = len(strengths.graph.claims)
        self.flows: dict[int, _Flow] = {}
        self.found: dict[int, Influence] = {}

    def from_claim(self, thesis: int) -> dict[int, Influence]:
        order = self.graph.order
        self._flow(thesis).add(1.0, tied=False, balanced=False)
        below = bearing_on(self.graph, [thesis])
        for component in sorted({order.place[node] for node in below}, reverse=True):
            nodes = order.members(component)
            if len(nodes) > 1:
                self._loop(nodes)
            elif nodes[0] < self.first_step:
                self._claim(nodes[0])
            else:
                self._step(nodes[0] - self.first_step)
        return self.found

    def _flow(self, node: int) -> _Flow:
        return self.flows.setdefault(node, _Flow())

    def _slopes(self, claim: int) -> Slopes:
        """How the claim's strength moves with its base score and its steps: not at all when it is pinned."""
        graph, found = self.graph, self.strengths
        reasons = _known(found.of_steps, graph.reasons[claim])
        objections = _known(found.of_steps, graph.objections[claim])
        if claim in found.pins:
            return Slopes(0.0, [0.0] * len(reasons), [0.0] * len(objections))
        if not reasons and not objections:
            return Slopes(1.0, (), ())
        return found.semantics.slopes(found.base(claim), reasons, objections)

    def _claim(self, claim: int) -> None:
        flow, slopes = self._flow(claim), self._slopes(claim)
        self._note(claim, flow, slopes)
        for steps, factors in (
            (self.graph.reasons[claim], slopes.reasons),
            (self.graph.objections[claim], slopes.objections),
        ):
            for step, factor in zip(steps, factors, strict=True):
                self._flow(self.first_step + step).add(
                    flow.slope * factor,
                    tied=flow.tied or slopes.kinked,
                    balanced=self._muted(claim, flow, slopes),
                )

    def _note(self, claim: int, flow: _Flow, slopes: Slopes) -> None:
        slope = flow.slope * slopes.base
        label = self.graph.claims[claim].label
        self.found[claim] = Influence(label, slope, flow.tied and slope != 0, flow.balanced and slope == 0)

    def _muted(self, claim: int, flow: _Flow, slopes: Slopes) -> bool:
        """Whether what flows on from a claim is 0 for want of a slope, here or above, and not for a pin."""
        return claim not in self.strengths.pins and (flow.balanced or (slopes.balanced and flow.slope != 0))

    def _step(self, step: int, *, loop: frozenset[int] = frozenset()) -> None:
        """Hand on what arrived at a step; to the claims of a loop it has been handed already."""
        flow = self._flow(self.first_step + step)
        for node, factor, tied in self._slopes_of_step(step):
            if node not in loop or node >= self.first_step:
                self._flow(node).add(flow.slope * factor, tied=flow.tied or tied, balanced=flow.balanced)

    def _slopes_of_step(self, step: int) -> list[tuple[int, float, bool]]:
        """The premises and undercuts of a step, as nodes: the slope by each, and whether it is a share."""
        graph, found = self.graph, self.strengths
        if step in graph.failed:
            return []
        premises = _known(found.of_claims, graph.premises[step])
        cuts = [1 - figure for figure in _known(found.of_steps, graph.undercuts[step])]
        weakest = min(premises, default=1.0)
        at_weakest = sum(figure - weakest <= _TIED for figure in premises)
        rest = products_of_others(cuts)
        left = rest[0] * cuts[0] if cuts else 1.0
        share = graph.weights[step] * left / at_weakest if at_weakest else 0.0
        slopes = [
            (claim, share if figure - weakest <= _TIED else 0.0, at_weakest > 1)
            for claim, figure in zip(graph.premises[step], premises, strict=True)
        ]
        full = graph.weights[step] * weakest
        return slopes + [
            (self.first_step + cut, -full * other, False)
            for cut, other in zip(graph.undercuts[step], rest, strict=True)
        ]

    # Loops

    def _loop(self, nodes: Sequence[int]) -> None:
        claims = [node for node in nodes if node < self.first_step]
        steps = undercuts_first(self.graph, nodes)
        steps.reverse()
        slopes = {claim: self._slopes(claim) for claim in claims}
        arrived = [self._flow(claim) for claim in claims]
        into = self._jacobian(claims, steps, slopes)
        tied = any(flow.tied for flow in arrived) or any(slopes[claim].kinked for claim in claims)
        tied |= any(share for step in steps for _, _, share in self._slopes_of_step(step))
        balanced = any(self._muted(c, flow, slopes[c]) for c, flow in zip(claims, arrived, strict=True))
        for claim, slope in zip(claims, self._adjoint([flow.slope for flow in arrived], into), strict=True):
            self.flows[claim] = _Flow(slope, tied, balanced)
        for claim in claims:
            self._claim(claim)
        inside = frozenset(nodes)
        for step in steps:
            self._step(step, loop=inside)

    def _jacobian(
        self, claims: Sequence[int], steps: Sequence[int], slopes: Mapping[int, Slopes]
    ) -> list[list[tuple[int, float]]]:
        """For each claim of a loop, the places of claims that bear on it there, and the slope by each.

        What bears on a step is gathered from its undercuts up, so that each step is looked at once.
        """
        place = {claim: number for number, claim in enumerate(claims)}
        inside = set(steps)
        top: dict[int, tuple[int, float]] = {}
        for claim in claims:
            graph, slope = self.graph, slopes[claim]
            for row, factors in (
                (graph.reasons[claim], slope.reasons),
                (graph.objections[claim], slope.objections),
            ):
                top |= {
                    step: (place[claim], factor)
                    for step, factor in zip(row, factors, strict=True)
                    if step in inside
                }
        into: list[list[tuple[int, float]]] = [[] for _ in claims]
        for step in steps:  # each before its undercuts
            if step not in top:
                continue  # it undercuts a step that failed
            target, slope_so_far = top[step]
            for node, factor, _ in self._slopes_of_step(step):
                if node in place:
                    into[target].append((place[node], slope_so_far * factor))
                elif node - self.first_step in inside:
                    top[node - self.first_step] = (target, slope_so_far * factor)
        return into

    def _adjoint(self, arrived: Sequence[float], into: Sequence[Sequence[tuple[int, float]]]) -> list[float]:
        size = len(arrived)
        largest = max(map(abs, arrived), default=0.0)
        if not largest:
            return [0.0] * size

        def speed(adjoint: Sequence[float]) -> list[float]:
            total = [e / largest - own for e, own in zip(arrived, adjoint, strict=True)]
            for target, row in enumerate(into):
                for source, slope in row:
                    total[source] += slope * adjoint[target]
            return total

        steepness = max((sum(abs(slope) for _, slope in row) for row in into), default=0.0)
        found = come_to_rest([0.0] * size, speed, steepness=steepness, size=size, residual=_RESIDUAL)
        if isinstance(found, Unsettled):
            raise NoStrength(f"the influence in a loop {found}")
        return [largest * adjoint for adjoint in found]


def _known(row: Sequence[float | None], numbers: Iterable[int]) -> list[float]:
    """Figures that are there: what lies below a claim that has a figure, but for cuts, has one too."""
    return [row[number] or 0.0 for number in numbers]
