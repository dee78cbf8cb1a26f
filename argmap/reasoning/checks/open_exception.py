"""R205 open-exception: an exception is raised, and nobody argues it or answers it.

Why: `unless` raises a possibility and does not assert it, so that it counts for nothing until something
speaks for it. Give it a reason (`because` below it), a source or a likelihood, or answer it: `but` below it
says why it is not so, `unless` below it why it would not matter.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
      unless iran: Iran could fill the same role

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
      unless iran: Iran could fill the same role
        but distant: Iran has no foothold in the Black Sea
"""

from collections.abc import Iterator

from argmap.reasoning.graph import ArgumentGraph
from argmap.reasoning.judged import Judged
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R205"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph = judged.graph
    for step, inference in enumerate(graph.steps):
        if not graph.is_undercut[step] or graph.undercuts[step]:
            continue
        if all(_is_bare(graph, premise) for premise in graph.premises[step]):
            yield Diagnostic(
                CODE,
                Severity.HINT,
                "nothing on the map argues this exception or answers it, so it counts for nothing",
                inference.span,
                ("say why it may be so (`because` below it, or a likelihood), or why not (`but`)",),
            )


def _is_bare(graph: ArgumentGraph, number: int) -> bool:
    claim = graph.claims[number]
    said = claim.likelihood is not None or graph.reasons[number] or graph.objections[number]
    return claim.raised and number not in graph.asked and not said
