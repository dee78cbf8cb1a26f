"""The texts that make up a map: the opened one, what it includes, and its bibliographies."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

import attrs

from argmap.language import tree as language
from argmap.language.suggestions import did_you_mean
from argmap.language.syntax import Line
from argmap.language.tree import PlacedBlock, SyntaxTree
from argmap.model.bibliography import Bibliography, read_bibliography
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.files import UnreadableFile, read_text
from argmap.source.spans import Span
from argmap.source.text import SourceText


@attrs.frozen
class Part:
    """A block where it stands in the map: its file, and its place there."""

    file: str
    placed: PlacedBlock
    scope: int
    """Number of the file's turn: a section lasts until its own file ends."""


@attrs.frozen
class Reading:
    """Everything that was read, in the order in which it counts, before names are looked up."""

    root: SourceText
    parts: tuple[Part, ...]
    trees: Mapping[str, SyntaxTree]
    bibliographies: Mapping[str, tuple[SourceText, Bibliography]]
    files: Mapping[tuple[str, int], str]
    """For a `bibliography` line, by file and offset, the name of the file it named."""
    absent: tuple[str, ...]
    """Names of files that were to be read and could not be."""
    diagnostics: tuple[Diagnostic, ...]


def read(
    root: SourceText,
    *,
    folder: Path | None,
    previous: Reading | None = None,
    texts: Mapping[str, SourceText] | None = None,
    tree: SyntaxTree | None = None,
) -> Reading:
    """Read a text and the files it names, which must lie in `folder`; without one it may name none.

    Unchanged blocks and bibliographies are taken from `previous`; `texts`, by the names that spans use, are
    read in place of the files of those names. `tree` is that of `root`, where it has been read already. Never
    raises on content.
    """
    return _Reader(folder, previous, texts or {}, tree).read(root)


class _Reader:
    def __init__(
        self,
        folder: Path | None,
        previous: Reading | None,
        texts: Mapping[str, SourceText],
        tree: SyntaxTree | None,
    ) -> None:
        self.known = {} if tree is None else {tree.source.name: tree}
        self.folder = folder
        self.previous = previous
        self.texts = texts
        self.trees: dict[str, SyntaxTree] = {}
        self.bibliographies: dict[str, tuple[SourceText, Bibliography]] = {}
        self.files: dict[tuple[str, int], str] = {}
        self.absent: dict[str, None] = {}
        self.diagnostics: list[Diagnostic] = []
        self.seen: set[str] = set()
        self.root_name = ""

    def read(self, root: SourceText) -> Reading:
        parts: list[Part] = []
        self.root_name = root.name
        self.seen.add(os.path.realpath(root.name))
        scope = 0
        stack: list[tuple[str, int, Iterator[PlacedBlock]]] = [(root.name, 0, self._blocks(root))]
        while stack:
            file, own_scope, blocks = stack[-1]
            placed = next(blocks, None)
            if placed is None:
                stack.pop()
                continue
            parts.append(Part(file, placed, own_scope))
            line = placed.block.lines[0] if placed.block.lines else None
            if line is None or line.keyword not in {"include", "bibliography"}:
                continue
            span = Span(file, placed.start + line.text_start, placed.start + line.text_stop)
            if line.keyword == "bibliography":
                self._bibliography(line, span)
            elif (included := self._included(line, span)) is not None:
                scope += 1
                stack.append((included.name, scope, self._blocks(included)))
        return Reading(
            root,
            tuple(parts),
            self.trees,
            self.bibliographies,
            self.files,
            tuple(self.absent),
            tuple(self.diagnostics),
        )

    def _blocks(self, source: SourceText) -> Iterator[PlacedBlock]:
        before = self.known.get(source.name)
        if before is None and self.previous:
            before = self.previous.trees.get(source.name)
        tree = before if before and before.source == source else language.parse(source, before)
        self.trees[source.name] = tree
        self.diagnostics += language.diagnostics(tree)
        return iter(tree.blocks)

    def _error(self, code: str, span: Span, message: str, *hints: str) -> None:
        self.diagnostics.append(Diagnostic(code, Severity.ERROR, message, span, hints))

    def _included(self, line: Line, span: Span) -> SourceText | None:
        path = self._allowed(line, span)
        if path is None:
            return None
        real = os.path.realpath(path)
        if real == os.path.realpath(span.file):
            self._error("L503", span, "the file includes itself", "take the line out")
            return None
        if real in self.seen:
            return None
        self.seen.add(real)
        return self._text(path, "L501", span)

    def _text(self, path: str, code: str, span: Span) -> SourceText | None:
        if path in self.texts:
            return self.texts[path]
        try:
            return read_text(path)
        except UnreadableFile as error:
            self.absent[path] = None
            self._error(code, span, f"{path}: {error.reason}", *_files_like(path))
            return None

    def _bibliography(self, line: Line, span: Span) -> None:
        path = self._allowed(line, span)
        if path is None:
            return
        self.files[span.file, span.start] = path
        if path in self.bibliographies:
            return
        source = self._text(path, "L504", span)
        if source is None:
            return
        before = self.previous.bibliographies.get(path) if self.previous else None
        found = before[1] if before and before[0] == source else read_bibliography(path, source.text)
        self.bibliographies[path] = (source, found)
        self.diagnostics += found.diagnostics

    def _folder_of(self, file: str) -> Path:
        """Where the names in a file are looked for: its own folder, or the given one for a nameless text."""
        nameless = file == self.root_name and not Path(file).is_file()
        return self.folder if nameless and self.folder is not None else Path(file).parent

    def _allowed(self, line: Line, span: Span) -> str | None:
        """The path that a line names, when it lies inside the map's folder."""
        written = line.text
        if "://" in written:
            self._error(
                "L502", span, "an address cannot be read here", "save the file beside the map and name that"
            )
            return None
        if self.folder is None:
            self._error(
                "L502", span, "a text without a file can name no other file", "save it as a file first"
            )
            return None
        if "\0" in written or any("\ud800" <= character <= "\udfff" for character in written):
            self._error(
                "L502", span, "this is no name of a file", "write the name of a file in the map's folder"
            )
            return None
        if Path(written).is_absolute() or written.startswith("~"):
            self._error(
                "L502",
                span,
                "the path must be relative",
                "copy the file into the map's folder and give its name",
            )
            return None
        path = os.path.normpath(self._folder_of(span.file) / written)
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(self.folder)):
            self._error(
                "L502",
                span,
                f"{written} lies outside the map's folder",
                "copy the file into that folder",
            )
            return None
        return path


def _files_like(path: str) -> tuple[str, ...]:
    """A hint with the name that was perhaps meant, or with where the file was looked for."""
    folder = Path(path).parent
    if os.path.lexists(path):
        return ()
    with suppress(OSError):
        if hints := did_you_mean(
            Path(path).name, [entry.name for entry in folder.iterdir() if entry.is_file()]
        ):
            return hints
    return (f"it was looked for in {folder}",)
