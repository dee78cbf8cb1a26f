"""What was read becomes the map: labels, references, claims, steps, and the messages about them."""

from collections.abc import Iterable, Mapping
from itertools import chain
from pathlib import Path

import attrs

from argmap.model.allowed import not_allowed
from argmap.model.claims import build_claims
from argmap.model.definitions import define
from argmap.model.elements import Claim, Question, Review, Source
from argmap.model.headers import Headers
from argmap.model.map import ArgumentMap
from argmap.model.names import Names, normal, place
from argmap.model.reading import Reading, read
from argmap.model.references import Resolver, resolve, unused_capitals
from argmap.model.reviews import build_reviews
from argmap.model.sources import source_from_block
from argmap.model.steps import build_steps
from argmap.source.diagnostics import Diagnostic, Severity, in_reading_order
from argmap.source.files import read_text
from argmap.source.memory import collector_paused
from argmap.source.spans import Span
from argmap.source.text import SourceText


def load(path: str | Path, *, root: str | Path | None = None) -> ArgumentMap:
    """Read the map in a file, with what it includes and its bibliographies.

    Included files must lie in the file's folder, or in `root`. Never raises on content: what is wrong is
    in the map's `diagnostics`. Raises `argmap.UnreadableFile` when the file itself cannot be read as text.
    """
    source = read_text(path)
    folder = Path(root) if root is not None else Path(path).parent
    return build(read(source, folder=folder))


def parse(
    text: str,
    *,
    name: str = "<input>",
    folder: str | Path | None = None,
    texts: Mapping[str, SourceText] | None = None,
) -> ArgumentMap:
    """Read a map from text; never raises on any text.

    `name` is what messages call it. It may include files and name bibliographies only when `folder` is
    given, and then files inside it. `texts` are read in place of the files of their names, such as files
    that are open in an editor; the names are those of the spans in messages.
    """
    place = None if folder is None else Path(folder)
    return build(read(SourceText(name, text), folder=place, texts=texts))


@attrs.frozen(eq=False, repr=False)
class Built:
    """A map, and what was found on the way to it, of which a map with other reviews can be made."""

    reading: Reading
    map: ArgumentMap
    resolver: Resolver
    suggestions: int
    """How many more labels that are not there could be compared with others, before the reviews were read."""
    argued: tuple[Diagnostic, ...]
    """The messages of names and steps: all but those of the reading, and of what the reviews say."""


def build(reading: Reading) -> ArgumentMap:
    """The map that the texts make; a pure function of them."""
    return build_to_go_on(reading).map


def build_to_go_on(reading: Reading) -> Built:
    """The map that the texts make, to be built again by `rebuilding.build_again`."""
    with collector_paused():
        return _Build(reading).build()


class _Build:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.diagnostics: list[Diagnostic] = []
        self.sources: dict[str, Source] = {}
        self.source_names = Names("source")
        self.readers = Names("reader")
        self.headers = Headers(reading.root.name)

    def build(self) -> Built:
        reading = self.reading
        self._blocks_apart()
        definitions = define(reading)
        resolver = Resolver(definitions, self.source_names, self.readers)
        references = resolve(reading, resolver)
        steps = build_steps(reading, definitions, references, resolver)
        suggestions = definitions.labels.suggestions
        reviews, review_problems = build_reviews(reading, resolver, definitions)
        claims = build_claims(reading, definitions, references, steps, self.source_names)
        self.diagnostics += definitions.diagnostics
        self.diagnostics += references.diagnostics
        self.diagnostics += steps.diagnostics
        self.diagnostics += claims.diagnostics
        self.diagnostics += unused_capitals(definitions.labels.spans, references.used)
        self.headers.check(self.source_names)
        self.diagnostics += self.headers.diagnostics
        self._check_empty()
        header = self.headers.header
        fields = header.fields if header else {}
        allow = tuple(fields.get("allow", "").replace(",", " ").split())
        found = ArgumentMap(
            title=header.title if header else None,
            author=fields.get("author"),
            date=fields.get("date"),
            language=fields.get("language"),
            standard=fields.get("standard"),  # type: ignore[arg-type]  # checked when it was read
            text=fields.get("text"),
            allow=allow,
            claims=claims.claims,
            inferences=steps.inferences,
            questions=claims.questions,
            sections=definitions.sections,
            sources=self.sources,
            notes=tuple(claims.notes),
            absent=reading.absent,
            allow_span=header.places.get("allow") if header else None,
        )
        argued = tuple(self.diagnostics)
        reviewed = with_reviews(found, reading, reviews, [*argued, *review_problems])
        return Built(reading, reviewed, resolver, suggestions, argued)

    def _blocks_apart(self) -> None:
        """Headers, sources, bibliographies and readers: the blocks that are no claims."""
        for part in self.reading.parts:
            block, start = part.placed.block, part.placed.start
            if not block.lines:
                continue
            keyword = block.lines[0].keyword
            if keyword == "map":
                self.headers.add(part.file, start, block)
            elif keyword == "source":
                source, key, problems = source_from_block(part.file, start, block)
                self.diagnostics += problems
                self._source(source, key)
            elif keyword == "bibliography":
                self._bibliography(part.file, start + block.lines[0].text_start)
            elif keyword == "review":
                label = block.lines[0].label
                assert label is not None  # the grammar asks for it
                problem = self.readers.define(normal(label.text), place(part.file, start, label))
                if problem is not None:
                    self.diagnostics.append(problem)

    def _bibliography(self, file: str, offset: int) -> None:
        name = self.reading.files.get((file, offset), "")
        if name in self.reading.bibliographies:
            for entry in self.reading.bibliographies[name][1].entries:
                self._source(entry, entry.span)

    def _source(self, source: Source, span: Span) -> None:
        problem = self.source_names.define(source.key, span)
        if problem is None:
            self.sources[source.key] = source
        elif self.source_names.spans[source.key] != span:
            self.diagnostics.append(problem)

    def _check_empty(self) -> None:
        root = self.reading.root
        if any(part.placed.block.lines or part.placed.block.problems for part in self.reading.parts):
            return
        self.diagnostics.append(
            Diagnostic(
                "L119",
                Severity.ERROR,
                "there is no map here yet",
                Span(root.name, 0, min(1, len(root.text))),
                ("begin with a line such as `thesis Russia prefers Turkish buy-in`",),
            )
        )


def with_reviews(
    argument_map: ArgumentMap, reading: Reading, reviews: tuple[Review, ...], found: Iterable[Diagnostic]
) -> ArgumentMap:
    """The map with these reviews, and with the messages of its reading and those that were found since."""
    lines: Iterable[Claim | Question] = chain(argument_map.claims.values(), argument_map.questions.values())
    told = not_allowed([*reading.diagnostics, *found], argument_map.allow, lines)
    texts = {name: tree.source for name, tree in reading.trees.items()}
    texts |= {name: source for name, (source, _) in reading.bibliographies.items()}
    return attrs.evolve(argument_map, reviews=reviews, diagnostics=in_reading_order(told), texts=texts)
