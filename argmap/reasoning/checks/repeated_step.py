"""R107 repeated-step: the same reason, objection or exception is given twice.

Why: Said twice, it does not count twice, and a reader looks for a difference that is not there. Keep one of
the two lines. Premises are the same when they are one claim, or claims with the same text. Two steps that go
from the same premises by two schemes are two arguments, and get no message.

Bad:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
      because @west

Good:
    thesis buy-in: Russia prefers Turkish buy-in
      because west: Georgia and Ukraine went West
      because weight: Turkey has weight in the Caucasus
"""

from collections.abc import Iterator
from typing import Final

from argmap.model.elements import InferenceKind
from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R107"
_NAMES: Final[dict[InferenceKind, str]] = {
    "support": "this reason for {} is given already",
    "attack": "this objection to {} is raised already",
    "undercut": "this exception is raised already",
}


def check(judged: Judged) -> Iterator[Diagnostic]:
    graph = judged.graph
    for step, before in judged.repetition.repeated.items():
        inference = graph.steps[step]
        target = "" if graph.is_undercut[step] else claim_name(graph.claims[graph.targets[step]])
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            _NAMES[inference.kind].format(target),
            inference.span,
            ("keep one of the two: said twice, it does not count twice",),
            (Label(graph.steps[before].span, "the first time"),),
        )
