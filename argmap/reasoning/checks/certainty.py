"""R111 certainty: a claim is said to be certain, or impossible.

Why: At 0 or 100 % no reason and no objection could ever move the writer, and little outside logic is like
that. Say how sure you are: `{almost certain}` is 95 to 99 %. Where nothing could speak against it, leave the
likelihood out.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in {100%}

Good:
    thesis buy-in: Russia prefers Turkish buy-in {almost certain}
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, likelihood_place
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R111"


def check(judged: Judged) -> Iterator[Diagnostic]:
    for claim in judged.map.claims.values():
        if claim.likelihood is None or 0 < claim.likelihood.value < 1:
            continue
        state, word = (
            ("certain", "almost certain") if claim.likelihood.value else ("impossible", "very unlikely")
        )
        yield Diagnostic(
            CODE,
            Severity.HINT,
            f"{claim_name(claim)} is said to be {state}, so that nothing could ever change your mind",
            likelihood_place(judged.map, claim),
            (f"say how sure you are, such as {{{word}}}",),
        )
