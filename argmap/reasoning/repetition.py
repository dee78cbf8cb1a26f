"""What a map says twice: claims with the same text, steps with the same premises."""

import unicodedata
from collections.abc import Mapping, Sequence
from functools import cached_property
from itertools import chain

import attrs

from argmap.reasoning.graph import ArgumentGraph

_FINAL = " .,;:!…"
"""Marks that may end a text and say nothing of their own."""


def comparable(text: str) -> str:
    """The text without what makes no difference: case, spaces, Unicode's compatible forms, final marks."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    plain = " ".join(text.lower().split())
    return plain.rstrip(_FINAL) or plain


@attrs.frozen(eq=False, repr=False)
class Repetition:
    """What is said twice in an argument graph; claims and steps are known by their numbers."""

    graph: ArgumentGraph

    @cached_property
    def alike(self) -> Sequence[int]:
        """By claim, the first claim with the same text, which may be itself."""
        first: dict[str, int] = {}
        return [first.setdefault(comparable(claim.text), at) for at, claim in enumerate(self.graph.claims)]

    @cached_property
    def restatements(self) -> Sequence[tuple[int, int]]:
        """Steps that support a claim by its own text, each with the premise that has it."""
        graph, alike = self.graph, self.alike
        return [
            (step, premise)
            for step, inference in enumerate(graph.steps)
            if inference.kind == "support"
            for premise in graph.premises[step]
            if alike[premise] == alike[graph.targets[step]] and premise != graph.targets[step]
        ]

    @cached_property
    def repeated(self) -> Mapping[int, int]:
        """Steps that say what an earlier one says, with that one.

        They have the same target and the same premises, by label or by text, and no two schemes between them.
        """
        first: dict[tuple[str, int, frozenset[int]], list[int]] = {}
        found: dict[int, int] = {}
        graph, alike = self.graph, self.alike
        on = chain(graph.reasons, graph.objections, graph.undercuts)
        for step in sorted(chain.from_iterable(steps for steps in on if len(steps) > 1)):
            inference = graph.steps[step]
            same = frozenset(alike[premise] for premise in graph.premises[step])
            earlier = first.setdefault((inference.kind, graph.targets[step], same), [])
            before = next((one for one in earlier if self._one_scheme(one, step)), None)
            if before is None:
                earlier.append(step)
            else:
                found[step] = before
        return found

    def _one_scheme(self, one: int, other: int) -> bool:
        schemes = {self.graph.steps[step].scheme for step in (one, other)} - {None}
        return len(schemes) < 2
