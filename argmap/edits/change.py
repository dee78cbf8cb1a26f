"""What an action does to the texts of a map, as data: edits, and a sentence that says what will happen."""

from collections.abc import Iterable, Mapping

import attrs

from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span
from argmap.source.text import SourceText


class Refused(Exception):  # noqa: N818 - named for what became of the action
    """The action would not do what it is for. The message says why in a plain sentence, without full stop."""


@attrs.frozen
class Change:
    """An action on a map that can be carried out.

    `says` is what it does, such as `rename the claim west to east: 5 places in 2 files`. The spans of the
    edits refer to the texts as they are, and name their files. `warnings` are further sentences, about what
    the reader may not expect. `place` is where the result stands, in the text as it is afterwards: where an
    editor puts its cursor.
    """

    says: str
    edits: tuple[TextEdit, ...]
    warnings: tuple[str, ...] = ()
    place: Span | None = None

    @property
    def files(self) -> tuple[str, ...]:
        """The files that change, in the order of their first edit."""
        return tuple(dict.fromkeys(edit.span.file for edit in self.edits))


def changed_texts(texts: Mapping[str, SourceText], *changes: Change) -> dict[str, SourceText]:
    """All the texts as they are after changes that were made for the same texts.

    A file that has no text yet begins empty. Raises ValueError when two edits overlap.
    """
    result = dict(texts)
    edits = [edit for change in changes for edit in change.edits]
    for file in dict.fromkeys(edit.span.file for edit in edits):
        text = texts[file].text if file in texts else ""
        result[file] = SourceText(file, apply_edits(text, (e for e in edits if e.span.file == file)))
    return result


def inserting(file: str, offset: int, text: str) -> TextEdit:
    """The edit that puts a text in at an offset."""
    return TextEdit(Span(file, offset, offset), text)


def counted(number: int, noun: str) -> str:
    """`1 place`, `2 places`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def listed(words: Iterable[str]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
