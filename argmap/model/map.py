"""The argument map itself: its parts by label, and the questions one asks of it."""

from collections.abc import Iterable, Mapping
from functools import cached_property

import attrs

from argmap.model.displays import shown
from argmap.model.elements import (
    Claim,
    Inference,
    Note,
    Question,
    Review,
    Section,
    Source,
    Standard,
)
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.spans import Span
from argmap.source.text import SourceText


@attrs.frozen
class ArgumentMap:
    """A whole map. Dictionaries keep the order of definition.

    Two maps are equal when they say the same at the same places; the texts they were read from and
    the messages about them do not count.
    """

    title: str | None = None
    author: str | None = None
    date: str | None = None
    language: str | None = None
    standard: Standard | None = None
    text: str | None = None
    """Key of the source that is being mapped."""
    allow: tuple[str, ...] = ()
    claims: Mapping[str, Claim] = attrs.field(factory=dict)
    inferences: Mapping[str, Inference] = attrs.field(factory=dict)
    questions: Mapping[str, Question] = attrs.field(factory=dict)
    sections: Mapping[str, Section] = attrs.field(factory=dict)
    sources: Mapping[str, Source] = attrs.field(factory=dict)
    notes: tuple[Note, ...] = ()
    reviews: tuple[Review, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = attrs.field(default=(), eq=False, repr=False)
    texts: Mapping[str, SourceText] = attrs.field(factory=dict, eq=False, repr=False)
    """Every text that was read, by the name that spans use; for showing messages and edits."""
    absent: tuple[str, ...] = attrs.field(default=(), eq=False, repr=False)
    """Files that the map names and that could not be read, by the names that `texts` would have."""
    allow_span: Span | None = attrs.field(default=None, eq=False, repr=False)
    """Where the header names the codes in `allow`."""

    def _repr_svg_(self) -> str | None:
        """The drawing, for notebooks."""
        return shown(self, "svg")

    def _repr_html_(self) -> str | None:
        """The drawing with the errors of the map above it, for notebooks."""
        return shown(self, "html")

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The messages that say the map is not what was written."""
        return tuple(d for d in self.diagnostics if d.severity is Severity.ERROR)

    @property
    def theses(self) -> tuple[Claim, ...]:
        """What the map argues for, in order."""
        return tuple(claim for claim in self.claims.values() if claim.thesis)

    @cached_property
    def _steps_on(self) -> Mapping[str, tuple[Inference, ...]]:
        found: dict[str, list[Inference]] = {}
        for inference in self.inferences.values():
            found.setdefault(inference.target, []).append(inference)
        return {target: tuple(steps) for target, steps in found.items()}

    @cached_property
    def _steps_from(self) -> Mapping[str, tuple[Inference, ...]]:
        found: dict[str, dict[str, Inference]] = {}
        for inference in self.inferences.values():
            for premise in inference.premises:
                found.setdefault(premise.claim, {})[inference.id] = inference
        return {label: tuple(steps.values()) for label, steps in found.items()}

    def steps_on(self, target: str) -> tuple[Inference, ...]:
        """Every inference whose target is this claim (or inference), in order."""
        return self._steps_on.get(target, ())

    def reasons(self, label: str) -> tuple[Inference, ...]:
        """The inferences that support a claim."""
        return tuple(step for step in self.steps_on(label) if step.kind == "support")

    def objections(self, label: str) -> tuple[Inference, ...]:
        """The inferences that attack a claim."""
        return tuple(step for step in self.steps_on(label) if step.kind == "attack")

    def undercuts(self, inference: str) -> tuple[Inference, ...]:
        """The exceptions raised against an inference, by its id."""
        return self.steps_on(inference)

    def steps_from(self, label: str) -> tuple[Inference, ...]:
        """Every inference that has this claim among its premises."""
        return self._steps_from.get(label, ())

    def roots(self) -> Iterable[Claim]:
        """Claims that are no premise of anything: where a reading of the map begins."""
        return (claim for claim in self.claims.values() if claim.label not in self._steps_from)
