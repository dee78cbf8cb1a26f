"""Last pass: the claims, questions and notes, with everything that lines elsewhere add to them."""

from collections.abc import Mapping

import attrs

from argmap.language.annotations import TAKES_CITATIONS
from argmap.language.syntax import NO_ANNOTATIONS, Annotations, Line
from argmap.model.definitions import STATES_CLAIM, Definitions
from argmap.model.elements import Citation, Claim, Likelihood, Note, NoteSubject, Question
from argmap.model.names import Names, normal, place
from argmap.model.reading import Part, Reading
from argmap.model.references import References
from argmap.model.sources import citations, undefined_source
from argmap.model.steps import Steps
from argmap.source.diagnostics import Diagnostic
from argmap.source.spans import Span


@attrs.define
class Claims:
    """The claims and questions by label, and the notes."""

    claims: dict[str, Claim]
    questions: dict[str, Question]
    notes: list[Note]
    diagnostics: list[Diagnostic]


@attrs.define
class _Additions:
    """What references add to claims that are defined elsewhere."""

    theses: set[str] = attrs.field(factory=set)
    answers: dict[str, dict[str, None]] = attrs.field(factory=dict)
    answering: set[str] = attrs.field(factory=set)
    citations: dict[str, tuple[Citation, ...]] = attrs.field(factory=dict)
    tags: dict[str, tuple[str, ...]] = attrs.field(factory=dict)
    asserted: set[str] = attrs.field(factory=set)
    """Labels that some line states or refers to otherwise than as an exception."""


def build_claims(
    reading: Reading,
    definitions: Definitions,
    references: References,
    steps: Steps,
    sources: Names,
) -> Claims:
    """Build every claim once all that is said of it is known."""
    builder = _ClaimBuilder(definitions, references, steps)
    for p, part in enumerate(reading.parts):
        builder.gather(p, part)
    for p, part in enumerate(reading.parts):
        builder.build_part(p, part)
    found = builder.found
    any_listed = bool(sources.spans) or bool(reading.files)
    for part in reading.parts:
        _check_citations(part, sources, definitions.labels, found.diagnostics, any_listed=any_listed)
    return found


def _check_citations(
    part: Part, sources: Names, labels: Names, diagnostics: list[Diagnostic], *, any_listed: bool
) -> None:
    for line in part.placed.block.lines:
        for citation in line.citations:
            if line.keyword in TAKES_CITATIONS and normal(citation.key) not in sources.spans:
                start = part.placed.start
                span = Span(part.file, start + citation.start, start + citation.stop)
                diagnostics.append(
                    undefined_source(citation, span, sources, lost=labels, any_listed=any_listed)
                )


class _ClaimBuilder:
    def __init__(self, definitions: Definitions, references: References, steps: Steps) -> None:
        self.definitions = definitions
        self.references = references
        self.steps = steps
        self.additions = _Additions()
        self.found = Claims({}, {}, [], [])

    def gather(self, p: int, part: Part) -> None:
        """Collect what the lines of a part add to claims defined anywhere."""
        block = part.placed.block
        stated = self.definitions.stated[p]
        excepted = {
            index
            for step in block.steps
            if step.keyword == "unless"
            for index, role in step.members
            if role == "premise"
        }
        for i, line in enumerate(block.lines):
            keyword = line.keyword
            if keyword not in STATES_CLAIM:
                continue
            label = stated[i]
            if label is not None:
                if i not in excepted:
                    self.additions.asserted.add(label)
                if keyword == "answer":
                    self._answer(p, block.parents[i], label)
                continue
            for target, _ in self.references.targets.get((p, i), ()):
                self._refer(p, part, line, target, excepted=i in excepted, parent=block.parents[i])

    def _refer(self, p: int, part: Part, line: Line, target: str, *, excepted: bool, parent: int) -> None:
        additions = self.additions
        if not excepted:
            additions.asserted.add(target)
        if line.keyword == "thesis":
            additions.theses.add(target)
        elif line.keyword == "answer":
            self._answer(p, parent, target)
        if line.tags and line.keyword in {"thesis", "claim", "answer"}:
            additions.tags[target] = (*additions.tags.get(target, ()), *_tags(line))
        if line.citations:
            before = additions.citations.get(target, ())
            additions.citations[target] = (*before, *citations(part.file, part.placed.start, line))

    def _answer(self, p: int, parent: int, label: str) -> None:
        question = self.definitions.stated[p][parent]
        self.additions.answering.add(label)
        self.additions.answers.setdefault(question or "", {})[label] = None

    def build_part(self, p: int, part: Part) -> None:
        """Build the claims, questions and notes that a part defines."""
        block = part.placed.block
        stated = self.definitions.stated[p]
        section = self.definitions.section_of[p]
        for i, line in enumerate(block.lines):
            label = stated[i]
            if line.keyword == "note":
                subject, about = self._subject(p, part, block.parents[i])
                self.found.notes.append(self._note(part, line, section, subject=subject, about=about))
            elif label is None:
                continue
            elif line.keyword == "question":
                self.found.questions[label] = self._question(part, line, label, i, section)
            else:
                self.found.claims[label] = self._claim(part, line, label, i, section)

    def _claim(self, part: Part, line: Line, label: str, i: int, section: str | None) -> Claim:
        start, additions = part.placed.start, self.additions
        found = part.placed.block.annotations[i] or NO_ANNOTATIONS
        cited = citations(part.file, start, line) if line.citations else ()
        if label in additions.citations:
            cited = (*cited, *additions.citations[label])
        raised = label in additions.answering or (label not in additions.asserted and not cited)
        name = None if line.label is None or label[0] == "_" else line.label.text
        return Claim(
            label=label,
            text=line.text,
            keyword=line.keyword,  # type: ignore[arg-type]  # a closed list
            span=Span(part.file, start + line.start, start + line.stop),
            name=label if name is not None and line.keyword != "number" else name,
            thesis=line.keyword == "thesis" or label in additions.theses,
            raised=raised,
            citations=cited,
            likelihood=_likelihood(found),
            standard=found.standard,  # type: ignore[arg-type]  # a closed list
            on=found.on,
            reliability=found.reliability,
            allow=found.allow,
            attributes=dict(found.others) if found.others else {},
            tags=tuple(dict.fromkeys((*_tags(line), *additions.tags.get(label, ())))),
            section=section,
            label_span=None if line.label is None else place(part.file, start, line.label),
            text_span=Span(part.file, start + line.text_start, start + line.text_stop),
        )

    def _question(self, part: Part, line: Line, label: str, i: int, section: str | None) -> Question:
        start = part.placed.start
        found = part.placed.block.annotations[i] or NO_ANNOTATIONS
        return Question(
            label=label,
            text=line.text,
            answers=tuple(self.additions.answers.get(label, ())),
            span=Span(part.file, start + line.start, start + line.stop),
            name=None if label[0] == "_" else label,
            standard=found.standard,  # type: ignore[arg-type]  # a closed list
            citations=citations(part.file, start, line) if line.citations else (),
            allow=found.allow,
            attributes=dict(found.others),
            tags=_tags(line),
            section=section,
            label_span=None if line.label is None else place(part.file, start, line.label),
            text_span=Span(part.file, start + line.text_start, start + line.text_stop),
        )

    def _note(
        self, part: Part, line: Line, section: str | None, *, subject: NoteSubject | None, about: str | None
    ) -> Note:
        start = part.placed.start
        return Note(
            text=line.text,
            span=Span(part.file, start + line.start, start + line.stop),
            subject=subject,
            about=about,
            citations=citations(part.file, start, line),
            attributes=_written(line),
            tags=_tags(line),
            section=section,
        )

    def _subject(self, p: int, part: Part, parent: int) -> tuple[NoteSubject | None, str | None]:
        """What a note stands below."""
        if parent < 0:
            return None, None
        block = part.placed.block
        above = block.lines[parent]
        if above.keyword in STATES_CLAIM:
            label = self.definitions.stated[p][parent]
            if label is None:
                targets = self.references.targets.get((p, parent))
                label = targets[0][0] if targets else None
            return ("claim", label) if label else (None, None)
        if above.keyword == "question":
            return "question", self.definitions.stated[p][parent]
        if above.keyword == "by":
            for step, found in zip(block.steps, self.steps.ids[p], strict=True):
                if step.scheme == parent:
                    return ("inference", found) if found else (None, None)
        if above.keyword == "source" and above.label is not None:
            return "source", normal(above.label.text)
        if above.keyword == "section":
            return "section", self.definitions.section_of[p]
        if above.keyword == "map":
            return "map", None
        head = block.lines[0]
        if head.keyword == "review" and head.label is not None:
            return "review", normal(head.label.text)
        return None, None


def _likelihood(found: Annotations) -> Likelihood | None:
    return None if found.likelihood is None else Likelihood(found.likelihood, found.likelihood_word)


def _tags(line: Line) -> tuple[str, ...]:
    return tuple(dict.fromkeys(tag.text for tag in line.tags)) if line.tags else ()


def _written(line: Line) -> Mapping[str, str]:
    return {a.key: a.value for a in line.attributes if a.value is not None}
