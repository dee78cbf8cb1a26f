"""R203 contradicted-likelihood: a claim is written as likely and falls, or as unlikely and stands.

Why: The figure and the reasons cannot both be right. Either the reasons on the map are weighed wrongly (say
how strong they are, answer them), or the writer's own estimate is to follow them. The claim's own word
counts in the judgement, so that it takes heavier reasons than that word, or a rival answer, to go against
it. A likelihood above 50 % is contradicted when the claim falls, one below 50 % when it stands. A claim that
stays open contradicts neither, and of a thesis that falls R201 speaks.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in {unlikely}
      because west: Georgia and Ukraine went West {strong}

Good:
    thesis buy-in: Russia prefers Turkish buy-in {likely}
      because west: Georgia and Ukraine went West {strong}
"""

from collections.abc import Iterator

from argmap.reasoning.explanation import explain
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, likelihood_place
from argmap.reasoning.proof import DENIED, IN
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R203"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph, standings = judged.graph, judged.standings
    for number, claim in enumerate(graph.claims):
        if claim.likelihood is None or not is_contradicted(judged, number):
            continue
        stands = standings.fixpoint.claims[number] == IN
        outcome = "stands" if stands else "falls"
        because = explain(standings, claim.label).partition(": ")[2]
        figure = claim.likelihood.word or f"{claim.likelihood.value * 100:.4g} % likely"
        steps = graph.reasons[number] if stands else graph.objections[number]
        applying = [step for step in steps if standings.of_step(step) == "applies"]
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"{claim_name(claim)} is written as {figure}, yet it {outcome}: {because}",
            likelihood_place(judged.map, claim),
            ("say how strong these reasons are, answer them, or change the likelihood",),
            tuple(Label(graph.steps[step].span, "this applies") for step in applying[:_MOST]),
        )


def is_contradicted(judged: Judged, number: int) -> bool:
    """Whether the judgement goes against the likelihood of a claim, by its number in the graph."""
    state, own = judged.standings.fixpoint.claims[number], judged.graph.own_words[number]
    claim = judged.graph.claims[number]
    if claim.likelihood is None or not own:
        return False
    return state == IN if own < 0 else state == DENIED and not claim.thesis
