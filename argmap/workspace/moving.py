"""Places of an older text in a newer one, until the newer one has been looked at itself."""

from collections.abc import Iterable

import attrs

from argmap.source.diagnostics import Diagnostic
from argmap.source.edits import TextEdit
from argmap.source.spans import Span


def moved_span(span: Span, edit: TextEdit) -> Span | None:
    """Where a span stands after an edit; None when its text is gone.

    What is written at an end of the span stays outside it.
    """
    old = edit.span
    if old.file != span.file or old.start > span.stop or old.start == span.stop > span.start:
        return span
    shift = len(edit.replacement) - (old.stop - old.start)
    if old.stop <= span.start:
        return Span(span.file, span.start + shift, span.stop + shift)
    if old.start <= span.start and old.stop >= span.stop:
        return None
    start = span.start if old.start > span.start else old.start + len(edit.replacement)
    stop = span.stop + shift if old.stop <= span.stop else old.start
    return Span(span.file, start, max(start, stop))


def moved(diagnostics: Iterable[Diagnostic], edit: TextEdit) -> tuple[Diagnostic, ...]:
    """Messages about an older text where they stand after an edit, without those whose text is gone.

    They keep no fix: its edits are of the older text.
    """
    found = ((diagnostic, moved_span(diagnostic.span, edit)) for diagnostic in diagnostics)
    return tuple(_without_fix(diagnostic, span) for diagnostic, span in found if span is not None)


def _without_fix(diagnostic: Diagnostic, span: Span) -> Diagnostic:
    """The message at a span; the very same one where nothing of it changes, as for all before an edit."""
    if span is diagnostic.span and diagnostic.fix is None and not diagnostic.related:
        return diagnostic
    return attrs.evolve(diagnostic, span=span, fix=None, related=())
