"""R105 restated-conclusion: a claim is given as a reason for itself, in the same words.

Why: Whoever doubts the claim doubts the reason too, since it is the same sentence; case, spaces and a full
stop make no difference. Say what makes the claim true. If both lines are meant to be one claim, such as a
thesis and the last line of an argument in standard form, define it once and refer to it (`thesis
@argument.3`).

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because Russia prefers Turkish buy-in.

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because Georgia and Ukraine went West
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R105"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph = judged.graph
    for step, premise in judged.repetition.restatements:
        claim, target = graph.claims[premise], graph.claims[graph.targets[step]]
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"this reason for {claim_name(target)} only says it again",
            claim_place(claim),
            (
                "say what makes it true",
                "if the two are meant to be one claim, define it once and refer to it with @",
            ),
            (Label(claim_place(target), "the same words"),),
        )
