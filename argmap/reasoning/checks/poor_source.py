"""R305 poor-source: a claim that rests on an unreliable source, or on improbable information.

Why: On the Admiralty scale, E says that a source is unreliable and 5 that information is improbable. What
is drawn from either can bear little. Look for a second source, or say how likely the claim is all the same.
A source gets the message once, where it is rated, and only if a claim cites it.

Bad:
    source blog: An unsigned blog
      reliability: E3
    thesis buy-in: Russia prefers Turkish buy-in
      evidence drills: Their navies held joint drills [@blog]

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

CODE = "R305"
_MEANS = {"E": "the source is unreliable", "5": "the information is improbable"}


def check(judged: Judged) -> Iterator[Diagnostic]:
    for rating in rated(judged.map, _MEANS):
        poor = [_MEANS[mark] for mark in rating.code if mark in _MEANS]
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"{rating.name} is rated {rating.code}: {' and '.join(poor)}",
            rating.place,
            ("look for a second source, or say how likely the claim is all the same",),
            rating.cited,
        )
