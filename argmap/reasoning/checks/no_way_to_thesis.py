"""R106 no-way-to-thesis: a claim that bears on no thesis and on no answer.

Why: A reader asks what it is there for. Refer to it where it counts (`because @label` below what it bears
on), mark it as a `thesis` if the map argues for it as well, or write it as a `note` if it is background. One
message is given for the claim on top, not for what stands below it. A claim that is drawn from the thesis is
tied to it. An argument in standard form in a section of its own, without a thesis, is left in peace.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
    claim drones: Turkey builds drones
      because sold: It has sold them to six states

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
    note Turkey builds drones, and has sold them to six states
"""

from collections.abc import Iterable, Iterator

from argmap.model.map import ArgumentMap
from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R106"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph, argument_map = judged.graph, judged.map
    goals = {at for at, claim in enumerate(graph.claims) if claim.thesis} | graph.asked.keys()
    if not goals:
        return
    seen = _below(graph, goals, set())
    seen |= _above(graph, goals)
    peaceful = _standard_form(argument_map, {graph.claims[goal].section for goal in goals})
    goal = _goal(argument_map)
    for root in _tops(graph, seen):
        claim = graph.claims[root]
        if claim.section in peaceful:
            continue
        name = claim_name(claim) if claim.name else "label"
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"nothing ties {claim_name(claim)} to {goal}",
            claim_place(claim),
            (f"refer to it where it counts (`because @{name}`), or write it as a `note`",),
        )


def _goal(argument_map: ArgumentMap) -> str:
    theses = argument_map.theses
    if len(theses) == 1:
        return f"the thesis {claim_name(theses[0])}"
    return "any thesis" if theses else "any answer"


def _standard_form(argument_map: ArgumentMap, with_goal: set[str | None]) -> set[str | None]:
    """The sections with numbered lines and without a thesis or an answer."""
    return {
        claim.section
        for claim in argument_map.claims.values()
        if claim.keyword == "number" and claim.section not in with_goal
    }


def _tops(graph: ArgumentGraph, seen: set[int]) -> Iterator[int]:
    """The claims that nothing seen or returned rests on; `seen` grows to all claims."""
    for claim in range(len(graph.claims)):
        if claim not in seen and not graph.uses[claim]:
            seen |= _below(graph, (claim,), seen)
            yield claim
    if len(seen) == len(graph.claims):
        return
    place = graph.order.place
    rest = [claim for claim in range(len(graph.claims)) if claim not in seen]
    for claim in sorted(rest, key=lambda claim: -place[claim]):  # loops, from the top
        if claim not in seen:
            seen |= _below(graph, (claim,), seen)
            yield claim


def _below(graph: ArgumentGraph, starts: Iterable[int], seen: set[int]) -> set[int]:
    """The claims that bear on these, by support or attack or undercut, and these; without those seen."""
    found = set(starts)
    waiting = list(found)
    while waiting:
        claim = waiting.pop()
        steps = [*graph.reasons[claim], *graph.objections[claim]]
        while steps:
            step = steps.pop()
            steps += graph.undercuts[step]
            for premise in graph.premises[step]:
                if premise not in found and premise not in seen:
                    found.add(premise)
                    waiting.append(premise)
    return found


def _above(graph: ArgumentGraph, starts: Iterable[int]) -> set[int]:
    """The claims on which these bear, and these."""
    found = set(starts)
    waiting = list(found)
    passed: set[int] = set()
    while waiting:
        for used in graph.uses[waiting.pop()]:
            step = used
            while graph.is_undercut[step] and step not in passed:
                passed.add(step)
                step = graph.targets[step]
            if step in passed:
                continue
            passed.add(step)
            target = graph.targets[step]
            if target not in found:
                found.add(target)
                waiting.append(target)
    return found
