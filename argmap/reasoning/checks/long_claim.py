"""R404 long-claim: a claim of more than 40 words.

Why: What nobody can keep in mind, nobody can weigh. Say in one short sentence what is claimed; what
supports it goes into lines below it, and what only explains it into a note.

Bad:
    thesis buy-in: Russia has tried for years to keep its neighbours close and now sees that it cannot do so alone nor against Turkey and it prefers Turkish buy-in on the solutions that it offers for the problems of this region and its many wars

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because alone: Russia cannot settle the problems of the region alone
"""  # noqa: E501 - a statement is one line, and this one has to be long

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_place
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R404"
_MOST = 40


def check(judged: Judged) -> Iterator[Diagnostic]:
    if judged.language is None:
        return
    for claim in judged.map.claims.values():
        if len(claim.text) <= 2 * _MOST:
            continue
        words = sum(any(map(str.isalnum, word)) for word in claim.text.split())
        if words > _MOST:
            yield Diagnostic(
                CODE,
                Severity.HINT,
                f"this claim has {words} words, and beyond {_MOST} it is hard to keep in mind",
                claim_place(claim),
                ("say what is claimed in one short sentence; the rest can go into lines or a note below it",),
            )
