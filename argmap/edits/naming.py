"""The names of a map and every place where each is written: definitions, references, citations."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import attrs

from argmap.edits.change import Refused
from argmap.language.patterns import patterns
from argmap.language.syntax import CitationSyntax, Line, Name
from argmap.language.tokens import BLANKS
from argmap.model.definitions import STATES_CLAIM, define
from argmap.model.names import Names, normal
from argmap.model.reading import Part, Reading
from argmap.model.references import Resolver
from argmap.source.spans import Span
from argmap.source.text import SourceText

NameKind = Literal["label", "source", "reader", "section"]
KINDS: tuple[NameKind, ...] = ("label", "source", "reader", "section")
"""What can be renamed: `label` is a claim's or a question's."""

_LINKS = re.compile(
    r"\b(?:crossref|xref|xdata|related|entryset)\s*=\s*(?:\{([^{}]*)\}|\"([^\"]*)\")", re.IGNORECASE
)
"""Fields of a BibTeX entry that hold keys of other entries."""


@attrs.frozen
class Place:
    """Where a name is written; `at` is what stands before it there and belongs to it, `@` or nothing."""

    span: Span
    at: str = ""


class Named:
    """A reading with its names looked up."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.definitions = define(reading)
        self.sources = Names("source", _sources(reading))
        self.readers = Names("reader", _heads(reading, "review"))
        self.resolver = Resolver(self.definitions, self.sources, self.readers)

    @property
    def texts(self) -> Mapping[str, SourceText]:
        """The texts by name, bibliographies too."""
        texts = {name: tree.source for name, tree in self.reading.trees.items()}
        return texts | {name: source for name, (source, _) in self.reading.bibliographies.items()}

    def names(self, kind: NameKind) -> Iterable[str]:
        """All names of a kind."""
        if kind == "label":
            return self.definitions.labels.spans
        if kind == "section":
            return [section.title for section in self.definitions.sections.values()]
        return (self.sources if kind == "source" else self.readers).spans

    def has(self, kind: NameKind, name: str) -> bool:
        """Whether something of a kind has this name."""
        if kind == "section":
            return any(name in {one.id, one.title} for one in self.definitions.sections.values())
        return name in self.names(kind)

    def lost(self, name: str) -> bool:
        """Whether a line that could not be read has this name."""
        return name in self.definitions.labels.lost

    def is_number(self, label: str) -> bool:
        """Whether the label is that of a numbered line."""
        return label in self.definitions.order

    def is_question(self, label: str) -> bool:
        """Whether the label is a question's."""
        return label in self.definitions.questions

    def definition(self, kind: NameKind, name: str) -> Span:
        """Where something is defined."""
        spans = {
            "label": self.definitions.labels.spans,
            "source": self.sources.spans,
            "reader": self.readers.spans,
        }
        return spans[kind][name]

    def section_id(self, name: str) -> str:
        """The id of the section with this title, or this id. Raises Refused where several have the title."""
        sections = self.definitions.sections
        titled = [one.id for one in sections.values() if one.title == name]
        if name in sections and name not in titled:
            titled.insert(0, name)
        if len(titled) > 1:
            raise Refused(f"several sections are called {name}: say {' or '.join(titled)}")
        return titled[0]

    def section_title(self, identity: str) -> Place:
        """Where the name of a section is written."""
        span = self.definitions.sections[identity].span
        for part in self.reading.parts:
            if part.file == span.file and part.placed.block.lines:
                line = part.placed.block.lines[0]
                if part.placed.start + line.start == span.start:
                    return Place(_span(part, line.text_start, line.text_stop))
        raise AssertionError("a section stands in one of the parts")  # pragma: no cover

    def numbered_from_outside(self) -> Iterator[tuple[Place, str]]:
        """References to numbered lines by their section's word, each with the label that it means."""
        for p, part in enumerate(self.reading.parts):
            for name in _references(part):
                label = self.resolver.find(name.text, self.definitions.section_of[p])
                if label in self.definitions.order and "." in name.text:
                    yield Place(_span(part, name.start, name.stop), "@"), label

    def undefined(self, kind: NameKind, name: str) -> Iterator[Span]:
        """Where a name stands that nothing of its kind has."""
        for p, part in enumerate(self.reading.parts):
            block = part.placed.block
            mentions = [m.name for _, m in block.mentions if m.form == "reference"]
            if kind == "label":
                section = self.definitions.section_of[p]
                for found in (*_references(part), *mentions):
                    if normal(found.text) == name and self.resolver.find(found.text, section) is None:
                        yield _span(part, found.start, found.stop)
            elif kind == "source":
                for citation in (c for line in block.lines for c in line.citations):
                    if normal(citation.key) == name:
                        yield _span(part, citation.start, citation.stop)
                yield from (_span(part, m.start, m.stop) for m in mentions if normal(m.text) == name)

    def read_as_text(self, kind: NameKind, name: str) -> Iterator[Span]:
        """Where a name was read as text, with a warning that asks whether it was meant."""
        form = {"label": "bare", "source": "bracket"}.get(kind)
        for part in self.reading.parts:
            for _, mention in part.placed.block.mentions:
                if mention.form == form and normal(mention.name.text) == name:
                    yield _span(part, mention.name.start, mention.name.stop)


def noun_of(named: Named, kind: NameKind, name: str) -> str:
    """What a name of a kind is the name of, in a word."""
    if kind != "label":
        return kind
    return "question" if named.is_question(name) else "claim"


def places(named: Named, kind: NameKind, name: str) -> Iterator[Place]:
    """Every place where a label, a key or a reader's name is written, definitions first in their lines."""
    for p, part in enumerate(named.reading.parts):
        section = named.definitions.section_of[p]
        for line in part.placed.block.lines:
            if _defines(line, kind) and line.label and normal(line.label.text) == name:
                yield Place(_span(part, line.label.start, line.label.stop))
            if kind == "source":
                yield from _citations(part, line, name)
        if kind == "label":
            yield from _meaning(named, part, section, name)
        elif kind == "source":
            yield from _mentions(named, part, section, name)
        yield from _unread(part, kind, name)
    if kind == "source":
        for source, _ in named.reading.bibliographies.values():
            yield from _entries(named, source, name)


def _defines(line: Line, kind: NameKind) -> bool:
    if kind == "label":
        return line.keyword in STATES_CLAIM - {"number"} or line.keyword == "question"
    return line.keyword == ("source" if kind == "source" else "review")


def _meaning(named: Named, part: Part, section: str | None, label: str) -> Iterator[Place]:
    """The references to a claim, and what would be one if it stood in its place."""
    resolver = named.resolver
    mentioned = [
        mention.name
        for _, mention in part.placed.block.mentions
        if mention.form == "reference" and normal(mention.name.text) not in named.sources.spans
    ]
    for name in (*_references(part), *mentioned):
        if resolver.find(name.text, section) == label:
            yield Place(_span(part, name.start, name.stop), "@")


def _mentions(named: Named, part: Part, section: str | None, key: str) -> Iterator[Place]:
    """Where a source is named in a text, or for a claim: a mistake, which must not become another one."""
    for name in _references(part):
        if normal(name.text) == key and named.resolver.find(name.text, section) is None:
            yield Place(_span(part, name.start, name.stop), "@")
    for _, mention in part.placed.block.mentions:
        if mention.form == "reference" and normal(mention.name.text) == key:
            yield Place(_span(part, mention.name.start, mention.name.stop), "@")


def _citations(part: Part, line: Line, key: str) -> Iterator[Place]:
    text = part.placed.text
    for citation in line.citations:
        if normal(citation.key) == key:
            start = _key_start(text, citation)
            yield Place(_span(part, start, start + len(citation.key)))
    if line.keyword == "field" and part.placed.block.lines[0].keyword == "map":
        mapped = line.label is not None and line.label.text == "text" and normal(line.text) == key
        if mapped and line.raw == line.text:
            yield Place(_span(part, line.text_start, line.text_stop))
        elif mapped:
            yield Place(_span(part, line.text_start + 1, line.text_stop - 1))


def _key_start(text: str, citation: CitationSyntax) -> int:
    for match in patterns()["CITED"].finditer(text, citation.start, citation.stop):
        before = text[match.start() - 1 : match.start()]
        if match[0] == f"@{citation.key}" and not (match.start() > citation.start and before.isalnum()):
            return match.start() + 1
    raise AssertionError("a citation holds its key")  # pragma: no cover


def _unread(part: Part, kind: NameKind, name: str) -> Iterator[Place]:
    """References in lines that could not be read, or are set aside with one."""
    block = part.placed.block
    if not block.fragile or kind == "reader":
        return
    read = {line.start for line in block.lines}
    for line in re.finditer(r"[^\n]+", part.placed.text):
        start = line.start() + len(line[0]) - len(line[0].lstrip(BLANKS))
        if start in read or part.placed.text.startswith("#", start):
            continue
        for match in patterns()["REFERENCE"].finditer(part.placed.text, start, line.end()):
            before = part.placed.text[start : match.start()]
            cited = before.rfind("[") > before.rfind("]")
            if normal(match[0][1:]) == name and cited == (kind == "source"):
                yield Place(_span(part, match.start() + 1, match.end()))


def _entries(named: Named, source: SourceText, key: str) -> Iterator[Place]:
    """The key of an entry of a BibTeX file, and the other entries that name it."""
    home = named.sources.spans[key]
    if home.file != source.name:
        return
    head = re.compile(rf"@\s*\w+\s*[{{(]\s*({re.escape(key)})\s*(?=[,\s}})]|$)")
    match = head.match(source.text, home.start)
    if match is None:
        raise Refused(f"{key} stands in {source.name}, and can only be changed there")
    yield Place(Span(source.name, *match.span(1)))
    for field in _LINKS.finditer(source.text):
        group = 1 if field[1] is not None else 2
        for part in re.finditer(r"[^,\s]+", field[group]):
            if normal(part[0]) == key:
                start = field.start(group) + part.start()
                yield Place(Span(source.name, start, start + len(part[0])))


def _references(part: Part) -> Iterator[Name]:
    for line in part.placed.block.lines:
        yield from line.references


def _span(part: Part, start: int, stop: int) -> Span:
    return Span(part.file, part.placed.start + start, part.placed.start + stop)


def _heads(reading: Reading, keyword: str) -> dict[str, Span]:
    """The labels of blocks of a kind, each where it first stands."""
    found: dict[str, Span] = {}
    for part in reading.parts:
        line = part.placed.block.lines[0] if part.placed.block.lines else None
        if line is not None and line.keyword == keyword and line.label is not None:
            found.setdefault(normal(line.label.text), _span(part, line.label.start, line.label.stop))
    return found


def _sources(reading: Reading) -> dict[str, Span]:
    found = _heads(reading, "source")
    for _, bibliography in reading.bibliographies.values():
        for entry in bibliography.entries:
            found.setdefault(entry.key, entry.span)
    return found
