"""The list of all checks of the reasoning, without reading any of them."""

from collections.abc import Callable, Iterator
from importlib import import_module
from typing import Final

import attrs

from argmap.reasoning.judged import Judged
from argmap.source.diagnostics import Diagnostic, Severity


@attrs.frozen
class Listed:
    """A check without its code: the module is read when the check is wanted.

    `severity` is that of every message of the check. The module, in `checks`, has the title's name.
    """

    code: str
    title: str
    severity: Severity

    @property
    def module(self) -> str:
        """The full name of its module."""
        return f"argmap.reasoning.checks.{self.title.replace('-', '_')}"

    def function(self) -> Callable[[Judged], Iterator[Diagnostic]]:
        """The check itself."""
        found: Callable[[Judged], Iterator[Diagnostic]] = import_module(self.module).check
        return found


_WARNING, _HINT = Severity.WARNING, Severity.HINT

CHECKS: Final = (
    # R1: the structure of the argument
    Listed("R101", "no-thesis", _WARNING),
    Listed("R102", "circular-support", _WARNING),
    Listed("R103", "support-and-attack", _WARNING),
    Listed("R104", "self-attack", _WARNING),
    Listed("R105", "restated-conclusion", _WARNING),
    Listed("R106", "no-way-to-thesis", _WARNING),
    Listed("R107", "repeated-step", _WARNING),
    Listed("R108", "repeated-text", _WARNING),
    Listed("R109", "shared-leaf", _WARNING),
    Listed("R110", "one-answer", _WARNING),
    Listed("R111", "certainty", _HINT),
    # R2: the judgement
    Listed("R201", "thesis-not-standing", _WARNING),
    Listed("R202", "unreachable-standard", _WARNING),
    Listed("R203", "contradicted-likelihood", _WARNING),
    Listed("R204", "unanswered-objection", _WARNING),
    Listed("R205", "open-exception", _HINT),
    Listed("R206", "one-source", _WARNING),
    Listed("R207", "no-objection", _HINT),
    # R3: the support that claims have
    Listed("R301", "uncited-evidence", _WARNING),
    Listed("R302", "unsupported-premises", _HINT),
    Listed("R303", "uncited-source", _HINT),
    Listed("R304", "evidence-after-map", _WARNING),
    Listed("R305", "poor-source", _WARNING),
    Listed("R306", "unjudged-source", _HINT),
    # R4: how claims are worded
    Listed("R401", "reasoning-in-box", _HINT),
    Listed("R402", "question-for-claim", _HINT),
    Listed("R403", "two-claims-in-one", _HINT),
    Listed("R404", "long-claim", _HINT),
    Listed("R405", "rabbit", _HINT),
    Listed("R406", "holding-hands", _HINT),
    # R5: critical questions, and what readers said
    Listed("R501", "unmet-question", _WARNING),
    Listed("R502", "unjudged-claims", _HINT),
    Listed("R503", "disagreement", _HINT),
    Listed("R504", "two-answers-accepted", _WARNING),
    # R6: what the map says to argmap
    Listed("R601", "unknown-code", _WARNING),
)
"""Every check, by code. R1 looks at the structure, R2 at the judgement, R3 at the support that claims have,
R4 at their wording, R5 at reviews, R6 at what the map says to argmap."""
