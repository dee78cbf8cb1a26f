"""Strength: how far each claim goes, as a score from 0 to 1. The gradual judgement.

A quantitative bipolar argumentation graph (Baroni, Rago and Toni 2019). The base score of a claim is its
likelihood, else 0.5; a raised claim without a reason has base 0. A verdict pins the strength to the
reader's likelihood, else accept to 1, reject to 0, doubt to 0.5. A step is as strong as its weight times its
weakest premise (Pollock's weakest link) times what each undercut leaves, 1 less that undercut's strength; a
failed critical question makes it 0. The claims are then weighed by one of `semantics.SEMANTICS`.

Where nothing depends on itself, one pass gives the figures. Loops are integrated (`settling`). Strength is a
score between claims of one map, not a probability.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from functools import cached_property
from typing import Final

import attrs

from argmap.model.map import ArgumentMap
from argmap.reasoning.graph import ArgumentGraph, graph_of
from argmap.reasoning.order import order, propagate
from argmap.reasoning.semantics import SEMANTICS, Semantics, SemanticsName, product
from argmap.reasoning.settling import Unsettled, cut_out, settle
from argmap.reasoning.verdicts import DecisionKind, Decisions

NOTE: Final = "Strength is a score between claims of one map, not a probability."
"""To be printed under every table of strengths."""

_PINS: Final[Mapping[DecisionKind, float]] = {"accept": 1.0, "reject": 0.0, "doubt": 0.5}

Figures = list[float | None]
_Loops = dict[int, dict[tuple[int, ...], Unsettled]]


@attrs.frozen(eq=False, repr=False)
class Strengths:
    """The strengths of one map under one set of verdicts. Nothing in it changes."""

    graph: ArgumentGraph
    semantics: Semantics
    decisions: Decisions
    """The verdicts that count, by label."""
    bases: Mapping[int, float]
    """Base scores by claim number, where they are not those of the graph."""
    pins: Mapping[int, float]
    """Strengths that a verdict pins, by claim number."""
    of_claims: Figures
    """By claim number; None where a loop at it or below it did not settle."""
    of_steps: Figures
    loops: Mapping[int, Mapping[tuple[int, ...], Unsettled]]
    """The loops that did not settle, by component of the graph's order and by the numbers of their claims."""

    def of(self, label: str) -> float | None:
        """A claim's strength in [0, 1]; None where a loop at it or below it did not settle.

        Raises UnknownClaim.
        """
        return self.of_claims[self.graph.claim(label)]

    @cached_property
    def claims(self) -> Mapping[str, float | None]:
        """Every claim's strength by label, in the order of the map."""
        return {c.label: figure for c, figure in zip(self.graph.claims, self.of_claims, strict=True)}

    @cached_property
    def steps(self) -> Mapping[str, float | None]:
        """Every step's strength by id."""
        return {s.id: figure for s, figure in zip(self.graph.steps, self.of_steps, strict=True)}

    def base(self, claim: int) -> float:
        """The base score of a claim, by its number."""
        return self.bases.get(claim, self.graph.bases[claim])

    @cached_property
    def unsettled(self) -> Mapping[tuple[str, ...], Unsettled]:
        """The loops that did not settle, by the labels of their claims."""
        return {
            tuple(self.graph.claims[claim].label for claim in sorted(claims)): found
            for loops in self.loops.values()
            for claims, found in loops.items()
        }


def strength(
    argument: ArgumentMap | ArgumentGraph,
    *,
    semantics: SemanticsName = "quadratic-energy",
    verdicts: Decisions | None = None,
) -> Strengths:
    """The strength of every claim and step; linear in the size of the map where nothing depends on itself.

    `verdicts` are decisions by label; none of the map's reviews counts unless it is given here. Raises
    UnknownClaim when a verdict is about a claim that the map does not have.
    """
    graph = graph_of(argument)
    rule = SEMANTICS[semantics]
    decisions = dict(verdicts or {})
    loops: _Loops = {}
    found = Strengths(
        graph=graph,
        semantics=rule,
        decisions=decisions,
        bases=_default_bases(graph, rule),
        pins=_pins(graph, rule, decisions),
        of_claims=[None] * len(graph.claims),
        of_steps=[None] * len(graph.steps),
        loops=loops,
    )
    work = _Weighing(found, loops)
    for component in range(len(graph.order.first)):
        work.redo(component)
    return found


def strength_again(before: Strengths, verdicts: Decisions, *, without: Set[str] = frozenset()) -> Strengths:
    """The strengths with these verdicts on top of those that count already.

    The verdicts on the claims `without` are taken back before. They are those that `strength` would give, to
    the last bit: loops at or above a change start again from their base scores. Only what lies above a change
    is worked out anew. Raises UnknownClaim.
    """
    graph = before.graph
    pins = _pins(graph, before.semantics, verdicts)
    gone = {graph.claim(label) for label in without}
    kept = {label: one for label, one in before.decisions.items() if label not in without}
    loops: _Loops = {component: dict(found) for component, found in before.loops.items()}
    after = attrs.evolve(
        before,
        decisions={**kept, **verdicts},
        pins={**{claim: pin for claim, pin in before.pins.items() if claim not in gone}, **pins},
        of_claims=before.of_claims[:],
        of_steps=before.of_steps[:],
        loops=loops,
    )
    propagate(graph.order, gone | pins.keys(), _Weighing(after, loops).redo)
    return after


def _pins(graph: ArgumentGraph, rule: Semantics, decisions: Decisions) -> dict[int, float]:
    return {
        graph.claim(label): rule.default(
            _PINS[decision.kind] if decision.likelihood is None else decision.likelihood
        )
        for label, decision in decisions.items()
    }


def _default_bases(graph: ArgumentGraph, rule: Semantics) -> dict[int, float]:
    """Base scores that nobody wrote and that the semantics keeps within its bounds."""
    if not rule.least:
        return {}
    return {
        number: rule.default(graph.bases[number])
        for number, claim in enumerate(graph.claims)
        if claim.likelihood is None
    }


class _Weighing:
    """Fills in the figures of strengths that nobody has seen yet."""

    def __init__(self, strengths: Strengths, loops: _Loops) -> None:
        self.strengths = strengths
        self.graph = strengths.graph
        self.first_step = len(strengths.graph.claims)
        self.loops = loops

    def redo(self, component: int) -> Sequence[int]:
        """Work out a component whose inputs are known; return its nodes whose figure is another."""
        order = self.graph.order
        if component in order.loops:
            return self._redo_loop(component, order.loops[component])
        node = order.first[component]
        if node < self.first_step:
            figure = self.claim(node)
            if self.strengths.of_claims[node] == figure:
                return ()
            self.strengths.of_claims[node] = figure
        else:
            step = node - self.first_step
            figure = self.step(step)
            if self.strengths.of_steps[step] == figure:
                return ()
            self.strengths.of_steps[step] = figure
        return (node,)

    def claim(self, claim: int) -> float | None:
        """A claim's strength from the figures of its steps."""
        found, graph = self.strengths, self.graph
        if claim in found.pins:
            return found.pins[claim]
        base = found.bases.get(claim, graph.bases[claim])
        reasons, objections = graph.reasons[claim], graph.objections[claim]
        if not reasons and not objections:
            return base
        pro = self._known(reasons)
        con = self._known(objections)
        return None if pro is None or con is None else found.semantics.strength(base, pro, con)

    def _known(self, steps: Iterable[int]) -> list[float] | None:
        figures: list[float] = []
        for step in steps:
            figure = self.strengths.of_steps[step]
            if figure is None:
                return None
            figures.append(figure)
        return figures

    def step(self, step: int) -> float | None:
        """A step's strength from the figures of its premises and undercuts."""
        graph, claims = self.graph, self.strengths.of_claims
        if step in graph.failed:
            return 0.0
        weakest = 1.0
        for claim in graph.premises[step]:
            figure = claims[claim]
            if figure is None:
                return None
            weakest = min(weakest, figure)
        found = graph.weights[step] * weakest
        if undercuts := graph.undercuts[step]:
            known = self._known(undercuts)
            return None if known is None else found * product([1 - strength for strength in known])
        return found

    def _redo_loop(self, component: int, nodes: tuple[int, ...]) -> Sequence[int]:
        before = [self._figure(node) for node in nodes]
        for node in nodes:
            self._set(node, None)
        self.loops.pop(component, None)
        for part in self._parts(nodes):
            if len(part) > 1:
                self._settle(component, part)
            else:
                node = part[0]
                is_claim = node < self.first_step
                self._set(node, self.claim(node) if is_claim else self.step(node - self.first_step))
        return [node for node, old in zip(nodes, before, strict=True) if self._figure(node) != old]

    def _parts(self, nodes: tuple[int, ...]) -> list[tuple[int, ...]]:
        """The loops that are left of one when what nothing can move, verdicts and failed steps, cuts it."""
        fixed = {
            node
            for node in nodes
            if node in self.strengths.pins or node - self.first_step in self.graph.failed
        }
        if not fixed:
            return [nodes]
        place = {node: number for number, node in enumerate(nodes)}
        above = self.graph.order.above
        cut = order([[place[up] for up in above[node] if up in place and up not in fixed] for node in nodes])
        return [tuple(nodes[n] for n in cut.members(part)) for part in range(len(cut.first))]

    def _settle(self, component: int, nodes: tuple[int, ...]) -> None:
        found = self.strengths
        claims = [node for node in nodes if node < self.first_step]
        steps = undercuts_first(self.graph, nodes)
        loop = cut_out(
            self.graph,
            found.semantics,
            bases={claim: found.base(claim) for claim in claims},
            steps=steps,
            of_claims=found.of_claims,
            of_steps=found.of_steps,
        )
        if loop is None:
            return
        outcome = settle(loop)
        if isinstance(outcome, Unsettled):
            self.loops.setdefault(component, {})[tuple(claims)] = outcome
            return
        for claim, figure in zip(claims, outcome, strict=True):
            found.of_claims[claim] = figure
        for step in steps:
            found.of_steps[step] = self.step(step)

    def _figure(self, node: int) -> float | None:
        found = self.strengths
        return found.of_claims[node] if node < self.first_step else found.of_steps[node - self.first_step]

    def _set(self, node: int, figure: float | None) -> None:
        if node < self.first_step:
            self.strengths.of_claims[node] = figure
        else:
            self.strengths.of_steps[node - self.first_step] = figure


def undercuts_first(graph: ArgumentGraph, nodes: Iterable[int]) -> list[int]:
    """The steps among these nodes, undercuts before what they undercut."""
    first = len(graph.claims)
    inside = {node - first for node in nodes if node >= first}
    ordered = [step for step in inside if not graph.is_undercut[step] or graph.targets[step] not in inside]
    for step in ordered:  # grows as it is read
        ordered += [cut for cut in graph.undercuts[step] if cut in inside]
    ordered.reverse()
    return ordered
