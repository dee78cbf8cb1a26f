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


@attrs.frozen
class Diagnostic:
    """One message: `code` (`L301`), a sentence, the span it marks, hints that say what to do.

    `related` names second places, such as the first definition of a label.
    """

    code: str
    severity: Severity
    message: str
    span: Span
    hints: tuple[str, ...] = ()
    related: tuple[Label, ...] = ()
    fix: Fix | None = None


def in_reading_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Sorted by file, place and code; a message that stands twice is kept once."""
    unique = dict.fromkeys(diagnostics)
    return tuple(sorted(unique, key=lambda d: (d.span.file, d.span.start, d.span.stop, d.code, d.message)))
