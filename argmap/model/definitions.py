"""First pass over what was read: which label each line states, and in which section."""

from collections.abc import Iterator

import attrs

from argmap.language.keywords import CLAIM_KEYWORDS
from argmap.language.syntax import Line
from argmap.model.elements import Section
from argmap.model.names import Names, SectionWords, normal, place
from argmap.model.reading import Part, Reading
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

STATES_CLAIM = CLAIM_KEYWORDS | {"number"}


@attrs.define
class Definitions:
    """What the lines define. `stated[p][i]` is the label that line i of part p states, if any."""

    labels: Names
    questions: set[str]
    stated: list[list[str | None]]
    sections: dict[str, Section]
    section_of: list[str | None]
    """The section of each part."""
    order: dict[str, int]
    """The labels of numbered lines, with their place in the order of reading."""
    diagnostics: list[Diagnostic]


def define(reading: Reading) -> Definitions:
    """Give every claim and question its label; a second use of a label is an error, and gets none."""
    return _Definer(reading).define()


def numbered(section: str | None, number: str) -> str:
    """The label of a line of standard form."""
    return f"{section}.{number}" if section else number


class _Definer:
    def __init__(self, reading: Reading) -> None:
        self.parts = reading.parts
        self.found = Definitions(Names("label"), set(), [], {}, [], {}, [])
        self.unnamed: Iterator[str] = (f"_{number}" for number in range(1, 1 << 60))
        self.section: dict[int, str | None] = {}
        self.section_words = SectionWords()
        self.last_number: dict[str | None, tuple[int, Span]] = {}

    def define(self) -> Definitions:
        scope_before = 0
        for part in self.parts:
            if part.scope not in self.section:
                self.section[part.scope] = self.section.get(scope_before)
            scope_before = part.scope
            self._part(part)
        return self.found

    def _part(self, part: Part) -> None:
        block, start = part.placed.block, part.placed.start
        stated: list[str | None] = []
        self.found.stated.append(stated)
        if block.lines and block.lines[0].keyword == "section":
            self.section[part.scope] = self._section(part, block.lines[0])
        section = self.section[part.scope]
        self.found.section_of.append(section)
        for name in block.lost_labels:
            label = numbered(section, name.text) if name.text.isdigit() else normal(name.text)
            self.found.labels.lost.setdefault(label, place(part.file, start, name))
        for line in block.lines:
            keyword = line.keyword
            if line.references or (keyword not in STATES_CLAIM and keyword != "question"):
                stated.append(None)
            elif keyword == "number":
                stated.append(self._number(part, line, section))
            elif line.label is None:
                stated.append(next(self.unnamed))
            else:
                stated.append(self._label(part, line))
            if keyword == "question":
                self.found.questions.add(stated[-1] or "")

    def _label(self, part: Part, line: Line) -> str:
        assert line.label is not None  # the caller asked
        label = normal(line.label.text)
        problem = self.found.labels.define(label, place(part.file, part.placed.start, line.label))
        if problem is None:
            return label
        self.found.diagnostics.append(problem)
        return next(self.unnamed)

    def _number(self, part: Part, line: Line, section: str | None) -> str:
        assert line.label is not None  # a numbered line is labelled by its number
        text, span = line.label.text, place(part.file, part.placed.start, line.label)
        label = numbered(section, text)
        first = self.found.labels.spans.get(label)
        if first is not None:
            self._number_error("L307", f"there is a line {text} in this section already", span, first)
            return next(self.unnamed)
        self.found.labels.spans[label] = span
        self.found.order[label] = len(self.found.order)
        number = int(text)
        last = self.last_number.get(section)
        if last is not None and number < last[0]:
            self._number_error("L308", f"line {text} comes after line {last[0]}", span, last[1])
        if last is None or number > last[0]:
            self.last_number[section] = (number, span)
        return label

    def _number_error(self, code: str, message: str, span: Span, other: Span) -> None:
        hints = ("number the lines of a section 1, 2, 3 in order",)
        related = (Label(other, "the other line"),)
        self.found.diagnostics.append(Diagnostic(code, Severity.ERROR, message, span, hints, related))

    def _section(self, part: Part, line: Line) -> str:
        start = part.placed.start
        span = Span(part.file, start + line.start, start + line.stop)
        word, identity = self.section_words.next(line.text)
        if self.section_words.counts[word] > 1:
            self.found.diagnostics.append(
                Diagnostic(
                    "L315",
                    Severity.WARNING,
                    f"there is a section {line.text} already; references mean this one by {identity}",
                    span,
                    ("give it another name",),
                    (Label(self.found.sections[word].span, "the first one"),),
                )
            )
        self.found.sections[identity] = Section(identity, line.text, span)
        return identity
