"""R103 support-and-attack: one claim is a reason for a claim and an objection to it.

Why: What speaks on both sides decides nothing, and a reader cannot tell what the writer thinks. Leave one of
the two out; if the claim does cut both ways, say by which further premise (`and`) or rule (`since`) it does,
on each side. A claim that only works together with different premises on the two sides gets no message.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in {likely}
      because arms: Turkey arms Ukraine
      but @arms {weak}

Good:
    thesis buy-in: Russia prefers Turkish buy-in {likely}
      because arms: Turkey arms Ukraine
      and price: Moscow wants to put an end to Turkish arms for Ukraine
      but @arms {weak}
      and anger: Arms for Ukraine anger the Russian public
"""

from collections.abc import Iterator, Sequence

from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

CODE = "R103"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph = judged.graph
    for target, objections in enumerate(graph.objections):
        if not objections or not graph.reasons[target]:
            continue
        reasons = _by_premise(graph, graph.reasons[target])
        against = _by_premise(graph, objections)
        for label in reasons.keys() & against.keys():
            one, other = sorted((reasons[label], against[label]))
            if len(graph.steps[one].premises) > 1 and len(graph.steps[other].premises) > 1:
                continue
            name = claim_name(judged.map.claims[label])
            yield Diagnostic(
                CODE,
                Severity.WARNING,
                f"{name} speaks both for {claim_name(graph.claims[target])} and against it",
                _place(graph, other, label),
                ("leave one of the two out, or name on each side the further premise it needs",),
                (Label(_place(graph, one, label), "the other side"),),
            )


def _by_premise(graph: ArgumentGraph, steps: Sequence[int]) -> dict[str, int]:
    """The step that a claim is a premise of: one that it makes alone, if any, else the first."""
    found: dict[str, int] = {}
    for step in sorted(steps, key=lambda step: (len(graph.steps[step].premises) > 1, step)):
        for premise in graph.steps[step].premises:
            if premise.role == "premise":
                found.setdefault(premise.claim, step)
    return found


def _place(graph: ArgumentGraph, step: int, label: str) -> Span:
    inference = graph.steps[step]
    return next(p.span for p in inference.premises if p.claim == label) or inference.span
