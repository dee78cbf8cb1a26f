"""R306 unjudged-source: a source, or information, of which its rating says that it cannot be judged.

Why: On the Admiralty scale, F says that a source cannot be judged, and 6 that information cannot. That is
not the same as bad, but a reader is left where the map began. Look for a way to judge it: what else the
source has said, and who else says the same.

Bad:
    source leak: A leaked cable
      reliability: F3
    thesis buy-in: Russia prefers Turkish buy-in
      evidence drills: Their navies held joint drills [@leak]

Good:
    source edm: Eurasia Daily Monitor 17/163
      reliability: B2
    thesis buy-in: Russia prefers Turkish buy-in
      evidence drills: Their navies held joint drills [@edm]
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.ratings import rated
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R306"
_MEANS = {"F": "the source cannot be judged", "6": "the information cannot be judged"}


def check(judged: Judged) -> Iterator[Diagnostic]:
    for rating in rated(judged.map, _MEANS):
        unknown = [_MEANS[mark] for mark in rating.code if mark in _MEANS]
        yield Diagnostic(
            CODE,
            Severity.HINT,
            f"{rating.name} is rated {rating.code}: {' and '.join(unknown)}",
            rating.place,
            ("look for what would tell: its other reports, or who else says the same",),
            rating.cited,
        )
