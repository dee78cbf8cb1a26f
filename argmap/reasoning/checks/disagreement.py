"""R503 disagreement: readers disagree about a claim.

Why: Here the discussion should begin: the readers grant much else, and not this. Ask each for the reason,
and put it into the map below the claim, for it (`because`) or against it (`but`). The message says who said
what.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
    review ana: First reading
      accept @buy-in
    review bora: Second reading
      reject @buy-in

Good:
    thesis buy-in: Russia prefers Turkish buy-in
    review ana: First reading
      accept @buy-in
    review bora: Second reading
      accept @buy-in
"""

from collections.abc import Iterator, Sequence

from argmap.model.elements import Verdict
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place, listed
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R503"
_MOST_NAMED = 5
_MOST_PLACES = 6
_VERBS = {"accept": "accepts", "reject": "rejects", "doubt": "doubts"}
_Said = Sequence[tuple[str, Verdict]]


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if len(argument_map.reviews) < 2:
        return
    said: dict[str, list[tuple[str, Verdict]]] = {}
    for review in argument_map.reviews:
        for verdict in review.verdicts:
            if verdict.kind in _VERBS:
                said.setdefault(verdict.target, []).append((review.reader, verdict))
    for label, verdicts in said.items():
        if len({verdict.kind for _, verdict in verdicts}) < 2:
            continue
        claim = argument_map.claims[label]
        yield Diagnostic(
            CODE,
            Severity.HINT,
            f"readers disagree about {claim_name(claim)}: {_who_said_what(verdicts)}",
            claim_place(claim),
            ("add to the map what each would say for it: `because` or `but` below the claim",),
            tuple(
                Label(verdict.span, f"{reader} {_VERBS[verdict.kind]} it")
                for reader, verdict in verdicts[:_MOST_PLACES]
            ),
        )


def _who_said_what(verdicts: _Said) -> str:
    """`ana accepts it, bora and cem doubt it`."""
    parts = []
    for kind, verb in _VERBS.items():
        readers = [reader for reader, verdict in verdicts if verdict.kind == kind]
        if readers:
            parts.append(f"{listed(readers, most=_MOST_NAMED)} {verb if len(readers) == 1 else kind} it")
    return ", ".join(parts)
