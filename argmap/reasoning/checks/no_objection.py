"""R207 no-objection: nothing on the map speaks against a thesis, or against anything that it rests on.

Why: An argument shows its strength in what it withstands, and a reader will think of objections anyway.
Write the strongest one that you know (`but`, or `unless` for a step), and answer it. A rival answer counts
as an objection, and so does a critical question that is raised.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
        but some: Many in Georgia still look to Moscow {weak}
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R207"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph = judged.graph
    if not judged.map.theses:
        return
    opposed = judged.support.any_below([_is_opposed(judged, number) for number in range(len(graph.claims))])
    for claim in judged.map.theses:
        if not opposed[graph.claim(claim.label)]:
            yield Diagnostic(
                CODE,
                Severity.HINT,
                f"nothing on the map speaks against {claim_name(claim)}",
                claim_place(claim),
                ("write the strongest objection that you know (`but`), and answer it",),
            )


def _is_opposed(judged: Judged, number: int) -> bool:
    graph = judged.graph
    if graph.objections[number] or any(len(graph.answers[q]) > 1 for q in graph.asked.get(number, ())):
        return True
    return any(
        graph.undercuts[step] or graph.steps[step].critical_questions for step in graph.reasons[number]
    )
