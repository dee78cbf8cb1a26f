"""Readers' verdicts, as `review` blocks give them."""

import attrs

from argmap.language.syntax import NO_ANNOTATIONS, Line
from argmap.model.definitions import Definitions
from argmap.model.elements import Likelihood, Review, Verdict
from argmap.model.names import normal
from argmap.model.reading import Part, Reading
from argmap.model.references import Resolver
from argmap.model.sources import citations
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

_VERDICTS = {"accept", "reject", "doubt", "ask"}


def build_reviews(
    reading: Reading, resolver: Resolver, definitions: Definitions
) -> tuple[tuple[Review, ...], list[Diagnostic]]:
    """The reviews by reader, and the messages: unknown claims, and second verdicts by one reader."""
    builder = _ReviewBuilder(resolver, definitions)
    for p, part in enumerate(reading.parts):
        lines = part.placed.block.lines
        if lines and lines[0].keyword == "review":
            builder.add(p, part)
    return tuple(builder.reviews.values()), builder.diagnostics


class _ReviewBuilder:
    def __init__(self, resolver: Resolver, definitions: Definitions) -> None:
        self.resolver = resolver
        self.definitions = definitions
        self.reviews: dict[str, Review] = {}
        self.judged: dict[tuple[str, str], Span] = {}
        self.diagnostics: list[Diagnostic] = []

    def add(self, p: int, part: Part) -> None:
        """Add a block; a reader's second block, an error of its own, adds to the first."""
        block = part.placed.block
        head = block.lines[0]
        assert head.label is not None  # the grammar asks for it
        reader = normal(head.label.text)
        verdicts = [
            verdict
            for i, line in enumerate(block.lines)
            if line.keyword in _VERDICTS and (verdict := self._verdict(p, part, i, line, reader)) is not None
        ]
        before = self.reviews.get(reader)
        if before is None:
            start = part.placed.start
            span = Span(part.file, start + head.start, start + head.stop)
            self.reviews[reader] = Review(reader, head.text, tuple(verdicts), span)
        else:
            self.reviews[reader] = attrs.evolve(before, verdicts=(*before.verdicts, *verdicts))

    def _verdict(self, p: int, part: Part, i: int, line: Line, reader: str) -> Verdict | None:
        start = part.placed.start
        name = line.references[0]
        span = Span(part.file, start + line.start, start + line.stop)
        section = self.definitions.section_of[p]
        label = self.resolver.find(name.text, section)
        if label is None or (label in self.definitions.questions and line.keyword != "ask"):
            problem = self.resolver.claim(name, part, section)
            assert isinstance(problem, Diagnostic)  # it is no claim
            self.diagnostics.append(problem)
            return None
        if line.keyword == "ask":
            if not line.text:
                hint = f"write `ask @{name.text}: ...?`"
                self._error("L102", "the question is missing", span, hint)
                return None
        elif (first := self.judged.setdefault((reader, label), span)) is not span:
            other = (Label(first, "the first verdict"),)
            hint = "keep one of the two; `ask` may stand beside a verdict"
            self._error("L208", f"{reader} has judged {label} already", span, hint, other)
            return None
        found = part.placed.block.annotations[i] or NO_ANNOTATIONS
        likelihood = None
        if found.likelihood is not None:
            likelihood = Likelihood(found.likelihood, found.likelihood_word)
        cited = citations(part.file, start, line) if line.citations else ()
        return Verdict(line.keyword, label, span, line.text, likelihood, cited)  # type: ignore[arg-type]  # a closed list

    def _error(self, code: str, message: str, span: Span, hint: str, related: tuple[Label, ...] = ()) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, span, (hint,), related))
