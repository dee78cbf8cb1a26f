"""R109 shared-leaf: two reasons for a claim come down to one and the same ground.

Why: Two reasons look like more than one; where both rest on a single claim and on nothing else, they fall
together, and count as one. Give one of them a ground of its own (a reason, a source, a likelihood), or keep
one. A claim that cites a source or has a likelihood is a ground of its own.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because partner: Moscow needs a partner
        because west: Georgia and Ukraine went West
      because alone: Moscow is alone on the Black Sea
        because @west

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because partner: Moscow needs a partner
        because west: Georgia and Ukraine went West
      because alone: Moscow is alone on the Black Sea
        because @west
        because nato: Three states on its shore are in NATO
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.reasoning.support import NOTHING, sole_of
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R109"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph = judged.graph
    for target, by_leaf in shared_leaves(judged).items():
        for leaf, steps in by_leaf.items():
            name = claim_name(graph.claims[leaf])
            yield Diagnostic(
                CODE,
                Severity.WARNING,
                f"these {len(steps)} reasons for {claim_name(graph.claims[target])} come down to {name} "
                "alone, and count as one",
                graph.steps[steps[1]].span,
                (f"give one of them a ground besides {name}, or keep one",),
                (
                    *(Label(graph.steps[step].span, "another of them") for step in (steps[0], *steps[2:5])),
                    Label(claim_place(graph.claims[leaf]), "what they come down to"),
                ),
            )


def shared_leaves(judged: Judged) -> dict[int, dict[int, list[int]]]:
    """By claim, the grounds that several of its reasons come down to, each with these reasons."""
    graph, repeated = judged.graph, judged.repetition.repeated
    several = [at for at, reasons in enumerate(graph.reasons) if len(reasons) > 1]
    if not several:
        return {}
    own = [
        at if not graph.reasons[at] or claim.citations or claim.likelihood is not None else NOTHING
        for at, claim in enumerate(graph.claims)
    ]
    sole = judged.support.sole(own, graph.premises)
    found: dict[int, dict[int, list[int]]] = {}
    for target in several:
        by_leaf: dict[int, list[int]] = {}
        for step in sorted(graph.reasons[target]):
            leaf = sole_of(sole, graph.premises[step])
            if leaf >= 0 and leaf != target and step not in repeated:
                by_leaf.setdefault(leaf, []).append(step)
        shared = {leaf: steps for leaf, steps in by_leaf.items() if len(steps) > 1}
        if shared:
            found[target] = shared
    return found
