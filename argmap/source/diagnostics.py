"""Messages as data: what is wrong, where, and what to do. How they look is decided elsewhere."""

import enum

import attrs

from argmap.source.edits import TextEdit
from argmap.source.spans import Span


class Severity(enum.StrEnum):
    """How much a message matters."""

    ERROR = "error"
    """The map is not what was written."""
    WARNING = "warning"
    """The map was read, but a careful reader would object or may be misled."""
    HINT = "hint"
    """Worth a look; not shown unless asked for."""


@attrs.frozen
class Label:
    """A second place that a message speaks of, with what to say about it."""

    span: Span
    message: str


@attrs.frozen
class Fix:
    """Edits that mend the problem. A safe fix never changes what the writer meant."""

    title: str
    edits: tuple[TextEdit, ...]
    safe: bool


def replacing(span: Span, replacement: str, *, safe: bool) -> Fix:
    """The fix that puts a text in the place of another; an empty one takes it out."""
    title = f"write {replacement}" if replacement else "take it out"
    return Fix(title, (TextEdit(span, replacement),), safe)


_LONGEST = 400
"""Characters of a message or hint: it may quote what somebody wrote, but not a whole book."""


def _sentence(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def _sentences(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(_sentence, texts))


@attrs.frozen
class Diagnostic:
    """One message: `code` (`L301`), a sentence, the span it marks, hints that say what to do.

    `related` names second places, such as the first definition of a label. Very long texts are cut.
    """

    code: str
    severity: Severity
    message: str = attrs.field(converter=_sentence)
    span: Span
    hints: tuple[str, ...] = attrs.field(default=(), converter=_sentences)
    related: tuple[Label, ...] = ()
    fix: Fix | None = None


def in_reading_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file, place and code; a message that stands twice is kept once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.span.file, d.span.start, d.span.stop, d.code, d.message)))
