"""R202 unreachable-standard: a claim can never meet its standard of proof.

Why: Even if every reason for it applied and no objection did, the claim would stay open, since none of its
reasons weighs enough: strong counts 80 %, moderate 50 %, weak 20 %, and `clear-and-convincing` and
`beyond-reasonable-doubt` ask for 50 % more than what speaks against it. Give it a heavier reason, raise the
strength of one, or ask for less. A claim that its writer holds unlikely is not meant to meet the map's
standard, only one written beside it.

Bad:
    thesis guilty: The crew sank the ship {standard: beyond-reasonable-doubt}
      because seen: A passer-by saw somebody on deck {weak}

Good:
    thesis guilty: The crew sank the ship {standard: beyond-reasonable-doubt}
      because seen: A passer-by saw somebody on deck {weak}
      because film: The harbour's camera filmed the crew at it {strong}
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import attribute_place, claim_name
from argmap.reasoning.proof import DEFAULT, beats
from argmap.source.diagnostics import Diagnostic, Severity

CODE = "R202"


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph, standards = judged.graph, judged.standings.fixpoint.standards
    for number, claim in enumerate(graph.claims):
        if not out_of_reach(judged, number):
            continue
        heaviest = max((graph.percents[step] for step in graph.reasons[number]), default=0)
        reasons = f"its heaviest reason weighs {heaviest} %" if heaviest else "nothing speaks for it"
        own = graph.own_words[number]
        against = f", and its own likelihood {-own} % against it" if own < 0 else ""
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"nothing given for {claim_name(claim)} can ever meet {standards[number]}: {reasons}{against}",
            attribute_place(judged.map, claim, rf"standard\s*:\s*{standards[number]}"),
            ("give it a heavier reason, raise the strength of one, or ask for a lower standard",),
        )


def out_of_reach(judged: Judged, number: int) -> bool:
    """Whether a claim, by its number, would not stand even if all its reasons and no objection applied."""
    graph = judged.graph
    standard = judged.standings.fixpoint.standards[number]
    written = graph.claims[number].standard is not None
    own = graph.own_words[number]
    if standard == DEFAULT or not (written or (graph.reasons[number] and own >= 0)):
        return False
    heaviest = max((own, 0, *(graph.percents[step] for step in graph.reasons[number])))
    return not beats(standard, heaviest, max(-own, 0))
