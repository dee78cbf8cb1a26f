"""The names of a map, laid out for completion; made once for a map."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

import attrs

from argmap.model.elements import Claim, Question
from argmap.model.map import ArgumentMap


@attrs.frozen(eq=False, repr=False)
class Vocabulary:
    """What the lines of a map may name; `vocabulary_of` makes it. The rows about claims are parallel."""

    map: ArgumentMap
    files: tuple[str, ...]
    """The names of files beside it."""
    claims: tuple[Claim, ...]
    """The claims that a line can refer to."""
    labels: tuple[str, ...]
    """Their labels, in lower case."""
    texts: tuple[str, ...]
    """Their texts, in lower case."""
    places: tuple[tuple[str, int], ...]
    """Their files, and the offsets where their lines begin."""

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The questions that `ask` can refer to."""
        return tuple(question for question in self.map.questions.values() if question.name is not None)

    @cached_property
    def tags(self) -> tuple[str, ...]:
        """The tags in use, the commonest first."""
        counts: dict[str, int] = {}
        steps = (step.tags for step in self.map.inferences.values())
        for tag in chain.from_iterable(chain((claim.tags for claim in self.map.claims.values()), steps)):
            counts[tag] = counts.get(tag, 0) + 1
        return tuple(sorted(counts, key=lambda tag: (-counts[tag], tag)))

    @cached_property
    def attributes(self) -> Mapping[str, tuple[str, ...]]:
        """The keys of attributes that the map made for itself, with the values in use."""
        found: dict[str, dict[str, None]] = {}
        for claim in self.map.claims.values():
            for key, value in claim.attributes.items():
                found.setdefault(key, {})[value] = None
        return {key: tuple(values) for key, values in found.items()}


def vocabulary_of(argument_map: ArgumentMap, files: Iterable[str] = ()) -> Vocabulary:
    """The names of a map, and those of the files that it could name."""
    claims = tuple(claim for claim in argument_map.claims.values() if claim.name is not None)
    return Vocabulary(
        argument_map,
        tuple(files),
        claims,
        labels=tuple(claim.label.casefold() for claim in claims),
        texts=tuple(claim.text.casefold() for claim in claims),
        places=tuple((claim.span.file, claim.span.start) for claim in claims),
    )
