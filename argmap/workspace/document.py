"""An open document: its text now, and every text it has had as a version that does not change."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from argmap.source.changes import difference
from argmap.source.edits import TextEdit, apply_edits
from argmap.source.text import SourceText

if TYPE_CHECKING:
    from argmap.language.tree import SyntaxTree


@attrs.define(eq=False)
class _LatestTree:
    """The syntax tree that was read last; the next version reads only what differs from it."""

    tree: "SyntaxTree | None" = None


@attrs.frozen(eq=False, repr=False)
class Version:
    """A document's text at one moment. Two threads may ask it at once."""

    source: SourceText
    number: int
    """Counts from 0, the text as it was opened; undoing gives a new number too."""
    folder: Path | None
    """Where the files that it names are looked for; None for a text that is no file yet."""
    _latest: _LatestTree

    @property
    def text(self) -> str:
        """The whole text."""
        return self.source.text

    @cached_property
    def tree(self) -> "SyntaxTree":
        """The syntax tree, read when first asked for; blocks that did not change are not read again."""
        from argmap.language.tree import parse

        found = parse(self.source, self._latest.tree)
        self._latest.tree = found
        return found

    def __repr__(self) -> str:
        return f"Version({self.source.name!r}, {self.number})"


class Document:
    """A text that is being worked on. Its name is the one that spans and messages use."""

    def __init__(self, version: Version) -> None:
        self.version = version

    @classmethod
    def open(cls, source: SourceText, *, folder: Path | None = None) -> "Document":
        """A document with this text. `folder` holds the files that it may name; without one, none."""
        return cls(Version(source, 0, folder, _LatestTree()))

    @property
    def name(self) -> str:
        """The name of the text: its path as given."""
        return self.version.source.name

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.version.text

    def apply(self, edits: TextEdit | Iterable[TextEdit]) -> Version:
        """Change the text by edits whose spans refer to it as it is now; return the new version.

        Edits that change nothing make no new version. Raises ValueError, and changes nothing, when edits
        overlap, leave the text, or are about another file.
        """
        wanted = [edits] if isinstance(edits, TextEdit) else list(edits)
        for edit in wanted:
            if edit.span.file != self.name:
                raise ValueError(f"an edit of {edit.span.file} cannot change {self.name}")
        return self._become(apply_edits(self.text, wanted))

    def become(self, text: str) -> TextEdit | None:
        """Give the document another text; return the smallest edit that does so, None if it is the same."""
        edit = difference(self.name, self.text, text)
        self._become(text)
        return edit

    def _become(self, text: str) -> Version:
        now = self.version
        if text != now.text:
            self.version = attrs.evolve(now, source=SourceText(now.source.name, text), number=now.number + 1)
        return self.version
