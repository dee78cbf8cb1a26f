"""R101 no-thesis: nothing says what the map argues for, and a section argues for several things.

Why: A reader must know which claim everything else is there for. Begin the line of that claim with `thesis`,
or put a `question` above the answers that the claims are about. A map with a question is left in peace, since
its answers are what it argues about; so is an argument in standard form, whose last line is its conclusion.

Bad:
    claim moscow: Moscow wants Turkish buy-in
      because west: Georgia and Ukraine went West
    claim ankara: Ankara wants a share in regional settlements
      because vital: The region is vital to Turkey

Good:
    thesis moscow: Moscow wants Turkish buy-in
      because west: Georgia and Ukraine went West
      and ankara: Ankara wants a share in regional settlements
        because vital: The region is vital to Turkey
"""

from collections.abc import Iterator

from argmap.model.elements import Claim
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place, listed
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R101"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if argument_map.theses or argument_map.questions:
        return
    roots: dict[str | None, list[Claim]] = {}
    for claim in argument_map.roots():
        if claim.keyword != "number":
            roots.setdefault(claim.section, []).append(claim)
    for first, *others in roots.values():
        if others:
            names = listed([claim_name(claim) for claim in (first, *others)])
            yield Diagnostic(
                CODE,
                Severity.WARNING,
                f"no thesis says which of these the map argues for: {names}",
                claim_place(first),
                ("begin the line of the claim that the map argues for with `thesis`",),
                tuple(Label(claim_place(claim), "or is it this?") for claim in others[:_MOST]),
            )
            return  # one thesis mends it for all sections
