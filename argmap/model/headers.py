"""The `map` line and its fields: which one counts, and what is wrong with it."""

import attrs

from argmap.language.keywords import MAP_FIELDS
from argmap.language.syntax import Block
from argmap.model.names import Names, normal
from argmap.model.sources import read_fields
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span


@attrs.frozen
class Header:
    """A `map` line with its fields; `places` are those of their values, by the field's name."""

    title: str
    fields: dict[str, str]
    span: Span
    places: dict[str, Span]


class Headers:
    """The headers of all files. Only the opened file's counts; where it has none, the first included one.

    A review in a file of its own thus has the title and the proof standard of the map it includes.
    """

    def __init__(self, root: str) -> None:
        self.root = root
        self.own: Header | None = None
        self.included: Header | None = None
        self.diagnostics: list[Diagnostic] = []

    @property
    def header(self) -> Header | None:
        """The one that counts."""
        return self.own or self.included

    def add(self, file: str, start: int, block: Block) -> None:
        """Add a `map` block."""
        fields, problems = read_fields(file, start, block, known=MAP_FIELDS)
        found = _header(file, start, block, fields)
        if file != self.root:
            self.included = self.included or found
            return
        self.diagnostics += problems
        if self.own is None:
            self.own = found
        else:
            self.diagnostics.append(_second(found, self.own))

    def check(self, sources: Names) -> None:
        """The mapped text must be a source."""
        if self.own is None or "text" not in self.own.fields:
            return
        key = self.own.fields["text"]
        if normal(key) not in sources.spans:
            severity = Severity.ERROR if sources.spans else Severity.WARNING
            hint = f"write `source {key}: title`, or name a bibliography that has it"
            message = f"no source has the key {key}"
            self.diagnostics.append(Diagnostic("L305", severity, message, self.own.places["text"], (hint,)))


def _header(file: str, start: int, block: Block, fields: dict[str, str]) -> Header:
    head = block.lines[0]
    places = {
        line.label.text: Span(file, start + line.text_start, start + line.text_stop)
        for line in block.lines
        if line.label is not None
    }
    return Header(head.text, fields, Span(file, start + head.start, start + head.stop), places)


def _second(found: Header, first: Header) -> Diagnostic:
    return Diagnostic(
        "L206",
        Severity.ERROR,
        "the map has a title already",
        Span(found.span.file, found.span.start, found.span.start + len("map")),
        ("take this line out, or write `section` for a part of the map",),
        (Label(first.span, "the first `map` line"),),
    )
