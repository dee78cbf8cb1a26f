"""R204 unanswered-objection: an objection applies, and what the map asserts does not stand for it.

Why: A reader who shares the objection stops here: without it, the claim would stand. Answer it (`but` below
it), question its step (`unless`), or grant it and claim less. Objections to what the map itself objects to
are its answers, and objections to rival answers its arguments: they get no message. Of a thesis R201 speaks,
of a claim written as likely R203.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in {likely}
      because partner: Moscow needs Ankara
        because west: Georgia and Ukraine went West
        but iran: Iran could fill the same role

Good:
    thesis buy-in: Russia prefers Turkish buy-in {likely}
      because partner: Moscow needs Ankara
        because west: Georgia and Ukraine went West
        but iran: Iran could fill the same role
          but distant: Iran has no foothold in the Black Sea
"""

from collections.abc import Iterator

from argmap.reasoning.checks.contradicted_likelihood import is_contradicted
from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.reasoning.proof import DENIED, IN, OUT, balance
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R204"

_FOR, _AGAINST = 1, 2


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph, states = judged.graph, judged.standings.fixpoint.claims
    sides = _sides(graph)
    for number, claim in enumerate(graph.claims):
        if not graph.objections[number] or states[number] not in (DENIED, OUT) or sides[number] != _FOR:
            continue
        if claim.thesis or claim.raised or is_contradicted(judged, number):
            continue
        name = claim_name(claim)
        for step in _fatal(judged, number):
            yield Diagnostic(
                CODE,
                Severity.WARNING,
                f"this objection to {name} applies, and {name} "
                f"{'falls' if states[number] == DENIED else 'is open'} because of it",
                graph.steps[step].span,
                ("answer it (`but` below it), question its step (`unless`), or grant it and claim less",),
            )


def _fatal(judged: Judged, number: int) -> Iterator[int]:
    """The applying objections that each alone keep a claim from standing; it would stand without any."""
    graph, standings = judged.graph, judged.standings
    own, standard = graph.own_words[number], standings.fixpoint.standards[number]
    applying = (step for step in graph.reasons[number] if standings.of_step(step) == "applies")
    weight_for = max((own, 0, *(graph.percents[step] for step in applying)))
    if balance(standard, weight_for, max(-own, 0)) != IN:
        return
    for step in graph.objections[number]:
        against = max(-own, graph.percents[step])
        if standings.of_step(step) == "applies" and balance(standard, weight_for, against) != IN:
            yield step


def _sides(graph: ArgumentGraph) -> list[int]:
    """By claim, whether it speaks for what the map asserts, against it, both, or neither.

    The map asserts its theses, and the claims on top that answer no question.
    """
    sides = [0] * len(graph.claims)
    waiting = [
        (number, _FOR)
        for number, claim in enumerate(graph.claims)
        if claim.thesis or not (claim.raised or graph.uses[number] or number in graph.asked)
    ]
    while waiting:
        claim, side = waiting.pop()
        if sides[claim] & side:
            continue
        sides[claim] |= side
        other = _FOR + _AGAINST - side
        steps = [(step, side) for step in graph.reasons[claim]]
        steps += [(step, other) for step in graph.objections[claim]]
        while steps:
            step, its_side = steps.pop()
            waiting += [(premise, its_side) for premise in graph.premises[step]]
            steps += [(cut, _FOR + _AGAINST - its_side) for cut in graph.undercuts[step]]
    return sides
