"""R302 unsupported-premises: premises that have neither a reason nor a citation.

Why: An argument must begin somewhere, and these are the places: nothing in the map says why a reader should
grant them. Go through them once, and give a reason or a source where a reader might ask for one.
Assumptions are not counted, nor are exceptions that are only raised; and of a map of one text (`text:` in
the header) every claim is taken to be said there. One message tells of the whole map.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West

Good:
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West [@edm, para. 8]
"""

from collections.abc import Iterator

from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place, listed
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R302"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if argument_map.text:
        return
    premises = _premises(argument_map)
    noted = {note.about for note in argument_map.notes if note.subject == "claim" and note.citations}
    bare = [
        claim
        for claim in premises
        if not claim.citations and claim.label not in noted and not argument_map.reasons(claim.label)
    ]
    if not bare:
        return
    have = "has" if len(bare) == 1 else "have"
    yield Diagnostic(
        CODE,
        Severity.HINT,
        f"{len(bare)} of {_counted(len(premises))} {have} neither a reason nor a citation",
        claim_place(bare[0]),
        (
            f"look at {listed([claim_name(claim) for claim in bare], most=_MOST)}",
            "where a reader might doubt one, add a reason below it or cite a source",
        ),
    )


def _premises(argument_map: ArgumentMap) -> list[Claim]:
    """Claims that steps rest on, in the order of the map, without those that answer this check."""
    labels = {
        premise.claim
        for step in argument_map.inferences.values()
        for premise in step.premises
        if premise.role != "assumption"
    }
    return [
        claim
        for claim in argument_map.claims.values()
        if claim.label in labels and not claim.raised and not any(CODE.startswith(c) for c in claim.allow)
    ]


def _counted(number: int) -> str:
    return "1 premise" if number == 1 else f"{number} premises"
