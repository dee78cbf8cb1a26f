"""What can be wrong with a bibliography, said for the person who opens the file."""

import attrs

from argmap.model.bibliography.latex import plain_text
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

ENTRY_UNREADABLE = "L510"
ENTRY_TWICE = "L511"
NO_BIBLIOGRAPHY = "L512"
ENTRY_SAYS_NOTHING = "L513"
FIELD_LEFT_OUT = "L514"

_MARKED_CHARACTERS = 80
_SHOWN_CHARACTERS = 40


def shown(name: str) -> str:
    """A name out of the file as messages print it: one line, not too long."""
    name = plain_text(name)
    return name if len(name) <= _SHOWN_CHARACTERS else name[: _SHOWN_CHARACTERS - 1].rstrip() + "…"


@attrs.frozen
class Marker:
    """Makes spans in one file. A span marks at most the rest of its line, since entries run over many."""

    file: str
    text: str

    def at(self, start: int, stop: int | None = None) -> Span:
        """From `start` to `stop`, the line's end or 80 characters on, whichever comes first."""
        start = min(start, len(self.text))
        limit = min(len(self.text), start + _MARKED_CHARACTERS if stop is None else stop)
        line_end = self.text.find("\n", start, limit)
        stop = limit if line_end < 0 else line_end
        return Span(self.file, start, start + len(self.text[start:stop].rstrip()))


def unreadable(message: str, span: Span, *hints: str) -> Diagnostic:
    """An entry that is lost, or a part of it that makes it say something else."""
    return Diagnostic(ENTRY_UNREADABLE, Severity.ERROR, message, span, hints=hints)


def given_twice(key: str, span: Span, *, first: Span) -> Diagnostic:
    """A second entry with a key that is taken; the first one counts."""
    return Diagnostic(
        ENTRY_TWICE,
        Severity.ERROR,
        f"the entry {shown(key)} is given twice; the first one counts",
        span,
        hints=("give one of the two another key, or delete it",),
        related=(Label(first, f"{shown(key)} is first given here"),),
    )


def no_bibliography(message: str, span: Span, *hints: str) -> Diagnostic:
    """A file that holds nothing this program can cite."""
    return Diagnostic(NO_BIBLIOGRAPHY, Severity.ERROR, message, span, hints=hints)


def empty(name: str, span: Span) -> Diagnostic:
    """A file of the right kind that has no entry yet."""
    return Diagnostic(NO_BIBLIOGRAPHY, Severity.WARNING, f"{name} holds no entries", span)


def says_nothing(key: str, span: Span) -> Diagnostic:
    """An entry that readers will see as a bare key."""
    return Diagnostic(
        ENTRY_SAYS_NOTHING,
        Severity.WARNING,
        f"the entry {shown(key)} has neither a title nor an author",
        span,
        hints=("add a title, so that readers see more than its key",),
    )


def left_out(message: str, span: Span, *hints: str) -> Diagnostic:
    """A field that could not be taken over as it stands; the rest of the entry is read."""
    return Diagnostic(FIELD_LEFT_OUT, Severity.WARNING, message, span, hints=hints)
