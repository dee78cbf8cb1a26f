"""R304 evidence-after-map: evidence of something that happened only after the map was made.

Why: Evidence reports what is on record, and on the map's date this was not. One of the two dates is wrong,
or the claim is an expectation: then write `because` for `evidence`. Dates are compared as far as both go
(`2020-11` is not after `2020-11-18`), and of an interval its beginning counts.

Bad:
    map Turkey and Russia
      date: 2020-11-18
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in
      evidence summit: The presidents met in Sochi [@edm] {on: 2021-09-29}

Good:
    map Turkey and Russia
      date: 2020-11-18
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in
      evidence summit: The presidents met in Sochi [@edm] {on: 2019-10-22}
"""

import re
from collections.abc import Iterator

from argmap.language.annotations import is_date_or_interval
from argmap.model.reference_text import date_text
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import attribute_place
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R304"


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    made = argument_map.date or ""
    if not is_date_or_interval(made):
        return
    last = made.split("/")[-1].strip()
    evidence = {
        premise.claim: None
        for step in argument_map.inferences.values()
        if step.keyword == "evidence"
        for premise in step.premises
        if premise.role == "premise"
    }
    for label in evidence:
        claim = argument_map.claims[label]
        if claim.on is None or not _is_after(claim.on.split("/")[0].strip(), last):
            continue
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"this evidence is dated {date_text(claim.on)}, after the map, which is dated {date_text(made)}",
            attribute_place(argument_map, claim, rf"on\s*:\s*{re.escape(claim.on)}"),
            ("mend the date that is wrong", "what is only expected is no evidence: write `because`"),
        )


def _is_after(date: str, other: str) -> bool:
    """Whether a date is later than another as far as both are known."""
    shared = min(len(date), len(other))
    return date[:shared] > other[:shared]
