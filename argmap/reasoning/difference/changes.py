"""The difference between two maps as data: what was added, removed, or is said otherwise."""

from typing import Generic, Literal, TypeVar

import attrs

from argmap.model.elements import Claim, Inference, Note, Question, Review, Section, Source
from argmap.model.map import ArgumentMap
from argmap.reasoning.agreement import Opinion
from argmap.reasoning.difference.pairs import Pairs
from argmap.reasoning.standing import Standing

T = TypeVar("T")


@attrs.frozen
class Change(Generic[T]):
    """One part of a map in both versions; `old` is None where it was added, `new` where it was removed."""

    old: T | None
    new: T | None
    fields: tuple[str, ...] = ()
    """What differs where both are there, by the names of the model's fields: `text` where it was reworded,
    `name` relabelled, `section` moved, `target` of a step that now bears on something else."""

    @property
    def action(self) -> Literal["added", "removed", "changed"]:
        """What happened to the part."""
        if self.old is None:
            return "added"
        return "removed" if self.new is None else "changed"

    @property
    def part(self) -> T:
        """The part as it is now, or as it last was."""
        part = self.old if self.new is None else self.new
        assert part is not None  # one of the two is there
        return part


@attrs.frozen
class StandingChange:
    """A claim of both maps that stands otherwise now, each map judged on its own terms."""

    old: str
    """Its label in the old map."""
    new: str
    """Its label in the new map."""
    was: Standing
    now: Standing
    why: str
    """How it stands now and why, as `explain` says it: `falls: the objection arms applies`."""


@attrs.frozen
class Matching:
    """Which part of the new map is which part of the old one, by label, id or key."""

    claims: Pairs
    questions: Pairs
    sections: Pairs
    sources: Pairs
    steps: Pairs


@attrs.frozen
class Difference:
    """All that differs; what is new or changed in the order of the new map, then what was removed."""

    old: ArgumentMap
    new: ArgumentMap
    matching: Matching
    header: tuple[str, ...] = ()
    """Fields of the map itself that differ, such as `title` and `standard`."""
    sections: tuple[Change[Section], ...] = ()
    claims: tuple[Change[Claim], ...] = ()
    questions: tuple[Change[Question], ...] = ()
    steps: tuple[Change[Inference], ...] = ()
    sources: tuple[Change[Source], ...] = ()
    notes: tuple[Change[Note], ...] = ()
    reviews: tuple[Change[Review], ...] = ()
    verdicts: tuple[Change[Opinion], ...] = ()
    standings: tuple[StandingChange, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether both maps hold the same argument."""
        parts = (self.sections, self.claims, self.questions, self.steps, self.sources)
        return not any((self.header, *parts, self.notes, self.reviews, self.verdicts, self.standings))
