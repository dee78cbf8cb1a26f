"""R303 uncited-source: sources that nothing in the map cites.

Why: A reader takes a source that is listed to stand behind something. Cite it where it does, or take it
out. A bibliography that other texts use as well may hold more than this map needs: then say `allow: R303`
in the header. One message tells of all of them.

Bad:
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in

Good:
    source edm: Eurasia Daily Monitor 17/163
    thesis buy-in: Russia prefers Turkish buy-in [@edm, para. 8]
"""

from collections.abc import Iterator
from itertools import chain

from argmap.model.map import ArgumentMap
from argmap.model.names import normal
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import listed
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R303"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    sources = judged.map.sources
    if not sources:
        return
    cited = _cited(judged.map)
    found = [source for key, source in sources.items() if key not in cited]
    if not found:
        return
    first = found[0]
    keys = [source.key for source in found]
    yield Diagnostic(
        CODE,
        Severity.HINT,
        f"nothing cites the source {first.key}"
        if len(found) == 1
        else f"nothing cites {len(found)} of {len(sources)} sources: {listed(keys, most=_MOST)}",
        first.span,
        (f"cite it where it speaks, as in [@{first.key}, p. 3], or take it out",),
    )


def _cited(argument_map: ArgumentMap) -> set[str]:
    """Keys of the sources that claims, questions, notes, verdicts or the header name."""
    cited = chain(
        (claim.citations for claim in argument_map.claims.values()),
        (question.citations for question in argument_map.questions.values()),
        (note.citations for note in argument_map.notes),
        (verdict.citations for review in argument_map.reviews for verdict in review.verdicts),
    )
    keys = {citation.key for citations in cited for citation in citations}
    return keys | {normal(argument_map.text)} if argument_map.text else keys
