"""Warnings and hints that the writer has answered with `allow:`."""

from collections.abc import Mapping, Sequence

from argmap.model.elements import Claim
from argmap.source.diagnostics import Diagnostic, Severity


def not_allowed(
    diagnostics: list[Diagnostic], everywhere: Sequence[str], claims: Mapping[str, Claim]
) -> list[Diagnostic]:
    """The messages without the warnings and hints that `allow:` names, by code or by family (`R2`, `R`).

    In the map's header it counts everywhere, on a claim for messages about its line. Errors cannot be
    allowed: the map is not what was written.
    """
    answered = [claim for claim in claims.values() if claim.allow]
    if not everywhere and not answered:
        return diagnostics
    return [
        diagnostic
        for diagnostic in diagnostics
        if diagnostic.severity is Severity.ERROR
        or not (
            _named(diagnostic, everywhere)
            or any(_on(claim, diagnostic) and _named(diagnostic, claim.allow) for claim in answered)
        )
    ]


def _named(diagnostic: Diagnostic, codes: Sequence[str]) -> bool:
    return any(diagnostic.code.startswith(code) for code in codes)


def _on(claim: Claim, diagnostic: Diagnostic) -> bool:
    span = diagnostic.span
    return span.file == claim.span.file and claim.span.start <= span.start <= claim.span.stop
