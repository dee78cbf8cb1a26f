"""R206 one-source: all reasons for a claim rest on one and the same source.

Why: If that source is wrong, or only repeats somebody, every reason falls at once. Look for a second source,
or say what besides the source speaks for one of the reasons. The text that is being mapped (`text:` in the
map's header) is not counted, since all of its argument is said there; rules and assumptions are not either.
A claim gets the message when each of its reasons rests on claims that cite the source and no other; what is
below it gets none.

Bad:
    source milliyet: Milliyet, 15 October 2020
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West [@milliyet, p. 3]
      because weight: Turkey has weight in the Caucasus [@milliyet, p. 9]

Good:
    source milliyet: Milliyet, 15 October 2020
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West [@milliyet, p. 3]
      because weight: Turkey has weight in the Caucasus [@edm, para. 8]
"""

from collections.abc import Iterator, Sequence

from argmap.reasoning.checks.shared_leaf import shared_leaves
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.reasoning.support import NOTHING, SEVERAL, sole_of
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R206"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph, mapped = judged.graph, judged.map.text
    if not any(claim.citations for claim in graph.claims):
        return
    keys: dict[str, int] = {}
    own = [NOTHING] * len(graph.claims)
    for number, claim in enumerate(graph.claims):
        cited = {citation.key for citation in claim.citations} - {mapped}
        if len(cited) == 1:
            own[number] = keys.setdefault(cited.pop(), len(keys))
        elif cited or not graph.reasons[number]:
            own[number] = SEVERAL
    premises = _premises(judged)
    sole = judged.support.sole(own, premises)
    found = _resting(judged, sole, premises)
    names = list(keys)
    for number, source in _topmost(judged, sole, found).items():
        reasons = graph.reasons[number]
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"{_all(len(reasons))} reasons for {claim_name(graph.claims[number])} rest on one source, "
            f"{names[source]}",
            claim_place(graph.claims[number]),
            _hints(judged, names[source]),
            tuple(Label(graph.steps[step].span, f"rests on {names[source]}") for step in reasons[:_MOST]),
        )


def _all(count: int) -> str:
    return "both" if count == 2 else f"all {count}"


def _hints(judged: Judged, key: str) -> tuple[str, ...]:
    more = "look for another source for one of them"
    if judged.map.text:
        return (more,)
    return (more, f"if {key} is the text that you are mapping, say so in the header: `text: {key}`")


def _premises(judged: Judged) -> list[Sequence[int]]:
    """By step, the premises that are neither its rule nor an assumption."""
    return [
        used
        if all(premise.role == "premise" for premise in step.premises)
        else [at for at, premise in zip(used, step.premises, strict=True) if premise.role == "premise"]
        for used, step in zip(judged.graph.premises, judged.graph.steps, strict=True)
    ]


def _resting(judged: Judged, sole: Sequence[int], premises: Sequence[Sequence[int]]) -> dict[int, int]:
    """The claims with several reasons that all rest on one source, with that source."""
    graph = judged.graph
    found: dict[int, int] = {}
    for number, reasons in enumerate(graph.reasons):
        if len(reasons) < 2:
            continue
        sources = {sole_of(sole, premises[step]) for step in reasons}
        source = sources.pop()
        if not sources and source >= 0:
            found[number] = source
    if not found:
        return found
    one_ground = shared_leaves(judged)
    return {
        number: source
        for number, source in found.items()
        if max((len(steps) for steps in one_ground.get(number, {}).values()), default=0)
        < len(graph.reasons[number])
    }


def _topmost(judged: Judged, sole: Sequence[int], found: dict[int, int]) -> dict[int, int]:
    """Those that support no other of them by the same source alone; of a circle, the first."""
    if not found:
        return {}
    order = judged.support.order
    covered = [False] * len(sole)
    shown: dict[int, int] = {}
    for component in reversed(range(len(order.first))):
        members = order.members(component)
        targets = (target for claim in members for target in order.above[claim])
        is_covered = any(
            sole[target] == sole[members[0]] and (covered[target] or target in found)
            for target in targets
            if order.place[target] != component
        )
        for claim in members:
            covered[claim] = is_covered
        resting = [claim for claim in members if claim in found]
        if resting and not is_covered:
            shown[min(resting)] = found[min(resting)]
    return shown
