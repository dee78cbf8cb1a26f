"""What could be written at an offset, as data: the words that fit, and the place that they take."""

from typing import Final, Literal

import attrs

CandidateKind = Literal[
    "keyword",
    "field",
    "claim",
    "question",
    "source",
    "scheme",
    "critical question",
    "likelihood",
    "strength",
    "attribute",
    "value",
    "tag",
    "file",
    "reader",
    "number",
    "code",
]


@attrs.frozen
class Candidate:
    """A word that fits: `insert` takes the place of what is written; `detail` is a line about it."""

    kind: CandidateKind
    text: str
    insert: str
    detail: str = ""


@attrs.frozen
class Completions:
    """What fits at an offset, best first, and the place it takes: the characters `start` to `stop`."""

    start: int
    stop: int
    query: str
    """What stands before the cursor of the word that is being written."""
    candidates: tuple[Candidate, ...]


NOTHING: Final = Completions(0, 0, "", ())
