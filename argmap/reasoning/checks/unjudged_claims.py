"""R502 unjudged-claims: claims that no reader has judged.

Why: Who reads a review takes silence for assent. Go through the claims that are named, and write `accept`,
`doubt` or `reject`, or `ask` what you would have to know first. A claim that any reader has judged or asked
about counts as done. One message tells of the whole map, at the first review.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
    review ana: First reading
      accept @west

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
    review ana: First reading
      accept @west
      accept @buy-in
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, listed
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R502"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    argument_map = judged.map
    if not argument_map.reviews:
        return
    told = {verdict.target for review in argument_map.reviews for verdict in review.verdicts}
    untold = [claim for label, claim in argument_map.claims.items() if label not in told]
    if not untold:
        return
    are = "is" if len(untold) == 1 else "are"
    reviews = argument_map.reviews
    reader = reviews[0].reader if len(reviews) == 1 else "every reader"
    yield Diagnostic(
        CODE,
        Severity.HINT,
        f"{len(untold)} of {len(argument_map.claims)} claims {are} passed over by {reader}",
        reviews[0].span,
        (
            f"look at {listed([claim_name(claim) for claim in untold], most=_MOST)}",
            "write `accept`, `doubt` or `reject` below a review, or `ask`",
        ),
    )
