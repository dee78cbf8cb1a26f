"""R102 circular-support: reasons that go round in a circle.

Why: A claim that rests on itself in the end rests on nothing: nobody who doubts it is given a reason. The
message reads the circle out. Cut it where a reason rests on what it is a reason for, and give that claim
another one. Claims that are tied into several circles get one message, about a shortest circle through the
first of them.

Bad:
    claim trust: Moscow and Ankara trust each other
      because talks: Moscow and Ankara keep talking
        because @trust

Good:
    claim trust: Moscow and Ankara trust each other
      because talks: Moscow and Ankara keep talking
        because gain: Both gain from their talks
"""

from collections.abc import Iterator

from argmap.reasoning.judged import Judged
from argmap.reasoning.pointing import claim_name
from argmap.reasoning.support import Support
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

CODE = "R102"
_MOST_NAMED = 8


def check(judged: Judged) -> Iterator[Diagnostic]:
    support = judged.support
    claims, steps = judged.graph.claims, judged.graph.steps
    for members in support.order.loops.values():
        links = _shortest(support, min(members))
        names = [claim_name(claims[target]) for target, _, _ in links]
        if len(names) > _MOST_NAMED:
            names = [*names[: _MOST_NAMED - 1], f"… ({len(names) - _MOST_NAMED + 1} more)"]
        closing = max(links, key=lambda link: link[1])
        yield Diagnostic(
            CODE,
            Severity.WARNING,
            f"this reason closes a circle: {' because '.join([*names, names[0]])}",
            _place(judged, closing),
            (f"rest {claim_name(claims[closing[0]])} on something else, or cut the circle at another step",),
            tuple(
                Label(_place(judged, link), f"{claim_name(claims[link[0]])} rests on it here")
                for link in links
                if link != closing and steps[link[1]].span != steps[closing[1]].span
            )[:_MOST_NAMED],
        )


_Link = tuple[int, int, int]
"""A claim, a step for it, and the premise of that step which is on the circle."""


def _shortest(support: Support, start: int) -> list[_Link]:
    """A shortest circle from a claim down through its reasons and back to it."""
    graph, place = support.graph, support.order.place
    came: dict[int, _Link] = {}
    waiting = [start]
    for claim in waiting:  # grows as it is read
        for step in graph.reasons[claim]:
            for premise in graph.premises[step]:
                if place[premise] != place[start] or premise == claim or premise in came:
                    continue
                came[premise] = (claim, step, premise)
                if premise == start:
                    return _back(came, start)
                waiting.append(premise)
    raise AssertionError("a claim on a loop is reached from itself")


def _back(came: dict[int, _Link], start: int) -> list[_Link]:
    links = [came[start]]
    while links[-1][0] != start:
        links.append(came[links[-1][0]])
    links.reverse()
    return links


def _place(judged: Judged, link: _Link) -> Span:
    _, step, premise = link
    label, inference = judged.graph.claims[premise].label, judged.graph.steps[step]
    return next(p.span for p in inference.premises if p.claim == label) or inference.span
