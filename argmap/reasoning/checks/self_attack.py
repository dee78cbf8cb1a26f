"""R104 self-attack: an objection that rests on the very claim it is raised against.

Why: If the objection is right, the claim falls, and with it the objection's own ground; if the claim stands,
the objection stands against it. So neither can be settled. Rest the objection on something else. Where the
point is that a claim leads to its own denial, let the objection say that in words.

Bad:
    claim open: Moscow is open with Ankara
      but secret: Moscow keeps its plans for the region to itself
        because told: Moscow itself told Ankara that it does
          because @open

Good:
    claim open: Moscow is open with Ankara
      because told: Moscow told Ankara of its plans
      because calls: Their ministers talk every week
      but secret: Moscow keeps its plans for Armenia to itself {weak}
        because unsaid: No Russian paper has printed them
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.reasoning.support import Support
from argmap.source.diagnostics import Diagnostic, Label, Severity

CODE = "R104"
_AT_ONCE = 1024
"""Claims whose support is followed in one pass over the graph."""
_MOST_NAMED = 5

_Suspect = tuple[int, int]
"""A step of attack, and a premise of it that its target may support."""


def check(judged: Judged) -> Iterator[Diagnostic]:
    suspects = iter(_suspects(judged.support))
    told: set[int] = set()
    while some := list(islice(suspects, _AT_ONCE)):
        targets = list(dict.fromkeys(judged.graph.targets[step] for step, _ in some))
        bits = {target: 1 << at for at, target in enumerate(targets)}
        supported = judged.support.supported_by(targets)
        for step, premise in some:
            bit = bits[judged.graph.targets[step]]
            if supported.get(premise, 0) & bit and step not in told:
                told.add(step)
                yield _message(judged, step, _path(judged.support, supported, premise, bit))


def _suspects(support: Support) -> Iterator[_Suspect]:
    graph, place = support.graph, support.order.place
    for step, inference in enumerate(graph.steps):
        if inference.kind == "attack":
            for premise in graph.premises[step]:
                # Claims that support each other in a circle have a message of their own.
                if place[graph.targets[step]] < place[premise]:
                    yield step, premise


def _path(support: Support, supported: Mapping[int, int], premise: int, bit: int) -> Sequence[int]:
    """The first claims on a way from the objection down to what it is raised against."""
    path = [premise]
    while len(path) < _MOST_NAMED:
        nearer = (below for below in support.below(path[-1]) if supported.get(below, 0) & bit)
        following = next((below for below in nearer if below not in path), None)
        if following is None:
            break
        path.append(following)
    return path


def _message(judged: Judged, step: int, path: Sequence[int]) -> Diagnostic:
    graph = judged.graph
    target = graph.targets[step]
    names = [claim_name(graph.claims[claim]) for claim in path if claim != target]
    name = claim_name(graph.claims[target])
    through = [] if target in path or len(path) < _MOST_NAMED else ["…"]
    circle = " because ".join([*names, *through, name])
    return Diagnostic(
        CODE,
        Severity.WARNING,
        f"{name} attacks itself: this objection to it rests on it ({circle})",
        graph.steps[step].span,
        (f"rest the objection on something that does not need {name}",),
        (Label(graph.claims[target].span, "what it rests on, and is raised against"),),
    )
