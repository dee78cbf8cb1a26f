"""What was read becomes the map: labels, references, claims, steps, and the messages about them."""

from pathlib import Path

from argmap.language.keywords import MAP_FIELDS
from argmap.language.syntax import Block
from argmap.model.claims import build_claims
from argmap.model.definitions import define
from argmap.model.elements import Source
from argmap.model.map import ArgumentMap
from argmap.model.names import Names, normal, place
from argmap.model.reading import Reading, read
from argmap.model.references import Resolver, resolve, unused_capitals
from argmap.model.reviews import build_reviews
from argmap.model.sources import read_fields, source_from_block
from argmap.model.steps import build_steps
from argmap.source.diagnostics import Diagnostic, Label, Severity, in_reading_order
from argmap.source.files import read_text
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


def parse(text: str, *, name: str = "<input>", folder: str | Path | None = None) -> ArgumentMap:
    """Read a map from text; never raises on any text.

    `name` is what messages call it. It may include files and name bibliographies only when `folder` is
    given, and then files inside it.
    """
    return build(read(SourceText(name, text), folder=None if folder is None else Path(folder)))


def build(reading: Reading) -> ArgumentMap:
    """The map that the texts make; a pure function of them."""
    return _Build(reading).build()


class _Build:
    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.diagnostics = list(reading.diagnostics)
        self.sources: dict[str, Source] = {}
        self.source_names = Names("source")
        self.readers = Names("reader")
        self.header: dict[str, str] = {}
        self.header_file: str | None = None

    def build(self) -> ArgumentMap:
        reading = self.reading
        self._blocks_apart()
        definitions = define(reading)
        resolver = Resolver(definitions, self.source_names, self.readers)
        references = resolve(reading, resolver)
        steps = build_steps(reading, definitions, references, resolver)
        reviews, review_problems = build_reviews(reading, resolver, definitions)
        claims = build_claims(
            reading, definitions, references, steps, self.source_names
        )
        self.diagnostics += definitions.diagnostics
        self.diagnostics += references.diagnostics
        self.diagnostics += steps.diagnostics
        self.diagnostics += review_problems
        self.diagnostics += claims.diagnostics
        self.diagnostics += unused_capitals(definitions.labels.spans, references.used)
        self._check_header()
        self._check_empty()
        header = self.header
        texts = {name: tree.source for name, tree in reading.trees.items()}
        texts |= {name: source for name, (source, _) in reading.bibliographies.items()}
        return ArgumentMap(
            title=header.get("title"),
            author=header.get("author"),
            date=header.get("date"),
            language=header.get("language"),
            standard=header.get("standard"),  # type: ignore[arg-type]  # checked when it was read
            text=header.get("text"),
            allow=tuple(header.get("allow", "").replace(",", " ").split()),
            claims=claims.claims,
            inferences=steps.inferences,
            questions=claims.questions,
            sections=definitions.sections,
            sources=self.sources,
            notes=claims.notes,
            reviews=reviews,
            diagnostics=in_reading_order(self.diagnostics),
            texts=texts,
        )

    def _blocks_apart(self) -> None:
        """Headers, sources, bibliographies and readers: the blocks that are no claims."""
        for part in self.reading.parts:
            block, start = part.placed.block, part.placed.start
            if not block.lines:
                continue
            keyword = block.lines[0].keyword
            if keyword == "map":
                self._map(part.file, start, block)
            elif keyword == "source":
                source, problems = source_from_block(part.file, start, block)
                self.diagnostics += problems
                self._source(source, place(part.file, start, block.lines[0].label))  # type: ignore[arg-type]
            elif keyword == "bibliography":
                name = self.reading.files.get((part.file, start + block.lines[0].text_start))
                for entry in self.reading.bibliographies[name][1].entries if name in self.reading.bibliographies else ():
                    self._source(entry, entry.span)
            elif keyword == "review":
                label = block.lines[0].label
                assert label is not None  # noqa: S101  # the grammar asks for it
                problem = self.readers.define(normal(label.text), place(part.file, start, label))
                if problem is not None:
                    self.diagnostics.append(problem)

    def _source(self, source: Source, span: Span) -> None:
        problem = self.source_names.define(source.key, span)
        if problem is None:
            self.sources[source.key] = source
        elif self.source_names.spans[source.key] != span:
            self.diagnostics.append(problem)

    def _map(self, file: str, start: int, block: Block) -> None:
        """Only the opened file's `map` counts; where it has none, the first included one."""
        head = block.lines[0]
        fields, problems = read_fields(file, start, block, known=MAP_FIELDS)
        own = file == self.reading.root.name
        if own:
            self.diagnostics += problems
        if self.header_file is None or (own and self.header_file != file):
            self.header = {"title": head.text, **fields}
            self.header_file = file
            self.header_span = Span(file, start + head.start, start + head.stop)
            self.text_span = next(
                (
                    Span(file, start + line.text_start, start + line.text_stop)
                    for line in block.lines
                    if line.label is not None and line.label.text == "text"
                ),
                self.header_span,
            )
        elif own:
            span = Span(file, start + head.start, start + head.start + len("map"))
            self.diagnostics.append(
                Diagnostic(
                    "L206",
                    Severity.ERROR,
                    "the map has a title already",
                    span,
                    ("take this line out, or write `section` for a part of the map",),
                    (Label(self.header_span, "the first `map` line"),),
                )
            )

    def _check_header(self) -> None:
        text = self.header.get("text")
        if text is not None and normal(text) not in self.sources and self.header_file == self.reading.root.name:
            severity = Severity.ERROR if self.sources else Severity.WARNING
            hint = f"write `source {text}: title`, or name a bibliography that has it"
            self.diagnostics.append(
                Diagnostic("L305", severity, f"no source has the key {text}", self.text_span, (hint,))
            )

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
