"""Warnings and hints that the writer has answered with `allow:`."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from argmap.model.elements import Claim, Question
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.spans import Span


def not_allowed(
    diagnostics: list[Diagnostic], everywhere: Sequence[str], lines: Iterable[Claim | Question]
) -> list[Diagnostic]:
    """The messages without the warnings and hints that `allow:` names, by code or by family (`R2`, `R`).

    In the map's header (`everywhere`) it counts everywhere, on a claim or a question for messages about its
    line. Errors cannot be allowed: the map is not what was written.
    """
    answered = sorted((_place(line.span), line.span.stop, line.allow) for line in lines if line.allow)
    if not everywhere and not answered:
        return diagnostics
    return [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.severity is Severity.ERROR
        or not (_named(diagnostic, everywhere) or _named(diagnostic, _allowed_at(diagnostic.span, answered)))
    ]


def _allowed_at(
    span: Span, answered: Sequence[tuple[tuple[str, int], int, tuple[str, ...]]]
) -> Sequence[str]:
    """What is allowed on the line where a span begins: the last that begins before it, as none overlap."""
    found = bisect_right(answered, _place(span), key=lambda line: line[0])
    if not found:
        return ()
    (file, _), stop, codes = answered[found - 1]
    return codes if file == span.file and span.start <= stop else ()


def _place(span: Span) -> tuple[str, int]:
    return span.file, span.start


def _named(diagnostic: Diagnostic, codes: Sequence[str]) -> bool:
    return any(diagnostic.code.startswith(code) for code in codes)
