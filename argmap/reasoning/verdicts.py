"""What one reader decides about claims, for a judgement that takes the reader's word."""

from collections.abc import Mapping
from typing import Literal

import attrs

from argmap.model.map import ArgumentMap

DecisionKind = Literal["accept", "reject", "doubt"]


class UnknownReader(LookupError):  # noqa: N818 - named for what is wrong
    """The map holds no review by the reader who was named."""


@attrs.frozen
class Decision:
    """A verdict without its place in a text: `likelihood`, in [0, 1], is how likely the reader finds it."""

    kind: DecisionKind
    likelihood: float | None = None
    reader: str | None = None
    """Who decided; None for what is only taken as decided, to see what follows."""


ACCEPT = Decision("accept")
REJECT = Decision("reject")
DOUBT = Decision("doubt")

Decisions = Mapping[str, Decision]
"""Decisions by the label of the claim."""


def verdicts_of(argument_map: ArgumentMap, reader: str) -> Decisions:
    """What the reader decided, by claim; questions that the reader asks decide nothing.

    Raises UnknownReader, with the names that the map does hold.
    """
    for review in argument_map.reviews:
        if review.reader == reader:
            return {
                verdict.target: Decision(
                    verdict.kind,
                    None if verdict.likelihood is None else verdict.likelihood.value,
                    reader=reader,
                )
                for verdict in review.verdicts
                if verdict.kind != "ask"
            }
    known = ", ".join(review.reader for review in argument_map.reviews)
    raise UnknownReader(
        f"no review by {reader}; "
        + (f"the map has reviews by {known}" if known else "the map has no reviews")
    )
