"""R201 thesis-not-standing: a thesis does not stand, taking the map at its word.

Why: The map argues for it, yet whoever accepts everything in the map would not come to accept it. The
message says what it lacks. Answer the objections that apply (`but` below them), question their steps
(`unless`), mend the reasons that do not apply, or claim less. A thesis whose standard is out of reach has
R202, one that rests on itself has R102.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West {unlikely}

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West {likely}
"""

import shlex
from collections.abc import Iterator

from argmap.model.elements import Claim
from argmap.reasoning.checks.unreachable_standard import out_of_reach
from argmap.reasoning.explanation import explain
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name, claim_place
from argmap.reasoning.proof import UNDECIDED
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R201"
_MOST = 5


def check(judged: Judged) -> Iterator[Diagnostic]:
    for claim in judged.map.theses:
        number = judged.graph.claim(claim.label)
        if judged.standings.of(claim.label) != "stands" and not _said_otherwise(judged, number):
            yield _message(judged, claim, number)


def _said_otherwise(judged: Judged, number: int) -> bool:
    undecided = judged.standings.fixpoint.claims[number] == UNDECIDED
    return (undecided and judged.support.order.on_loop(number)) or out_of_reach(judged, number)


def _message(judged: Judged, claim: Claim, number: int) -> Diagnostic:
    graph, standings = judged.graph, judged.standings
    standing, _, because = explain(standings, claim.label).partition(": ")
    state = "falls" if standing == "falls" else "is open"
    applying = [step for step in graph.objections[number] if standings.of_step(step) == "applies"]
    hints = [
        "answer the objection (`but` below it), question its step (`unless`), or claim less"
        if applying
        else "mend what it rests on, give it another reason, or claim less"
    ]
    if claim.name:
        hints.append(f"`argmap why {_on_command_line(judged)} {claim.label}` shows all that bears on it")
    return Diagnostic(
        CODE,
        Severity.WARNING,
        f"taking the map at its word, {claim_name(claim)} {state}: {because}",
        claim_place(claim),
        tuple(hints),
        tuple(Label(graph.steps[step].span, "this objection applies") for step in applying[:_MOST]),
    )


def _on_command_line(judged: Judged) -> str:
    """The map as a command takes it: the file that was opened, wherever the thesis stands."""
    name = next(iter(judged.map.texts), "")
    return shlex.quote(name) if name and not name.startswith("<") else "-"
