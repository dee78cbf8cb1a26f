"""The checks of the reasoning: which are wanted, and what they find in a map."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Final

import attrs

from argmap.model.allowed import not_allowed
from argmap.model.elements import Claim, Question
from argmap.model.map import ArgumentMap
from argmap.reasoning.check_list import CHECKS
from argmap.reasoning.judged import Judged
from argmap.source.diagnostics import Diagnostic, Severity, in_reading_order


@attrs.frozen
class Selection:
    """Which warnings and hints are wanted, by codes and families: `R204`, `R2`, `R`, `L`.

    Without `select`, all warnings, and hints when `hints` says so. What is selected is wanted whatever its
    severity. `ignore` takes away; where both name a code, the longer name counts, and `ignore` before
    `select`. Errors are always wanted: the map is not what was written.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    hints: bool = False

    def wants(self, code: str, severity: Severity) -> bool:
        """Whether messages with this code and severity are wanted."""
        if severity is Severity.ERROR:
            return True
        selected, ignored = _closest(code, self.select), _closest(code, self.ignore)
        if ignored and ignored >= selected:
            return False
        return bool(selected) if self.select else self.hints or severity is not Severity.HINT


USUAL: Final = Selection()
"""Errors and warnings."""


def check_reasoning(argument: ArgumentMap | Judged, selection: Selection = USUAL) -> tuple[Diagnostic, ...]:
    """What the wanted checks find, in reading order, without what the map allows.

    A map with errors is not checked: what is missing from it would be taken for a weakness.
    """
    judged = argument if isinstance(argument, Judged) else Judged(argument)
    argument_map = judged.map
    if argument_map.errors:
        return ()
    found = [
        diagnostic
        for listed in CHECKS
        if selection.wants(listed.code, listed.severity)
        for diagnostic in listed.function()(judged)
    ]
    lines: Iterable[Claim | Question] = chain(argument_map.claims.values(), argument_map.questions.values())
    return in_reading_order(not_allowed(found, argument_map.allow, lines))


def messages(argument: ArgumentMap | Judged, selection: Selection = USUAL) -> tuple[Diagnostic, ...]:
    """The wanted messages about a map, in reading order: those of reading it, and what the checks find."""
    judged = argument if isinstance(argument, Judged) else Judged(argument)
    own = [found for found in judged.map.diagnostics if selection.wants(found.code, found.severity)]
    return in_reading_order([*own, *check_reasoning(judged, selection)])


def check(
    argument_map: ArgumentMap, *, select: Iterable[str] = (), ignore: Iterable[str] = (), hints: bool = False
) -> tuple[Diagnostic, ...]:
    """What is wrong with a map and weak in its argument: what `argmap check` reports.

    `select` and `ignore` are codes and families such as `R204`, `R2`, `L`: only these warnings and hints, or
    all but these. Hints are given when `hints` says so or `select` names them. Errors are always given; the
    reasoning of a map that has any is not checked. Raises `argmap.UnknownCode` for a code no message has.
    """
    from argmap.reasoning.codes import read_codes

    return messages(argument_map, Selection(read_codes(select), read_codes(ignore), hints))


def _closest(code: str, names: Sequence[str]) -> int:
    """The length of the longest name that the code begins with; 0 for none."""
    return max((len(name) for name in names if code.startswith(name)), default=0)
