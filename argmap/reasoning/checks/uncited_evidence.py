"""R301 uncited-evidence: evidence that names no source.

Why: Evidence is a fact on record, so a reader asks on which record. Cite it; where the reason is your own,
write `because`. Evidence that has reasons of its own, or a note with a citation, is left in peace; so is
every map of one text (`text:` in the header), since a claim that cites nothing is taken to be said there.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      evidence drills: Their navies held joint drills in the Black Sea

Good:
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in
      evidence drills: Their navies held joint drills in the Black Sea [@edm, para. 4]
"""

from collections.abc import Iterator

from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

CODE = "R301"


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if argument_map.text:
        return
    noted = {note.about for note in argument_map.notes if note.subject == "claim" and note.citations}
    for claim, place in _evidence(argument_map).values():
        if claim.citations or claim.label in noted or argument_map.reasons(claim.label):
            continue
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            "this evidence names no source"
            if place == claim.text_span
            else f"{claim_name(claim)} is used as evidence and names no source",
            place,
            ("cite what it is recorded in, as in [@key, p. 3]", "write `because` if it is your own reason"),
            () if place == claim.text_span else (Label(claim.span, "it is stated here"),),
        )


def _evidence(argument_map: ArgumentMap) -> dict[str, tuple[Claim, Span]]:
    """Claims that an `evidence` line states or refers to, by label, each with its first place there.

    What `and` adds to the line may be a rule or a reason of one's own.
    """
    found: dict[str, tuple[Claim, Span]] = {}
    for step in argument_map.inferences.values():
        if step.keyword != "evidence":
            continue
        for premise in step.premises:
            claim = argument_map.claims[premise.claim]
            stated_here = premise.span is None or premise.span == claim.span
            if stated_here and claim.keyword == "evidence":
                found.setdefault(claim.label, (claim, claim.text_span or claim.span))
            elif not stated_here and premise.span and _within(premise.span, step.span):
                found.setdefault(claim.label, (claim, premise.span))
    return found


def _within(inner: Span, outer: Span) -> bool:
    return inner.file == outer.file and outer.start <= inner.start and inner.stop <= outer.stop
