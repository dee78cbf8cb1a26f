"""The last line of a report for people: how much was found, and what was not looked at."""

from collections.abc import Sequence

import attrs

from argmap.model.map import ArgumentMap
from argmap.reasoning.check_list import CHECKS
from argmap.reasoning.checking import Selection
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.report_human import counted, summary


def last_line(
    maps: Sequence[ArgumentMap],
    shown: Sequence[Diagnostic],
    selection: Selection,
    *,
    fixing: bool,
    terminal: bool,
) -> str:
    """The sum of the messages, with what `--fix` would mend unless it just did.

    Without messages nothing, but on a terminal that there are none, and how many hints are not shown.
    """
    if shown:
        mends = sum(message.fix is not None and message.fix.safe for message in shown)
        fixable = f" (--fix mends {mends:,})" if mends and not fixing else ""
        return f"{summary(shown, len(maps))}{fixable}{_not_checked(maps, selection)}\n"
    if not maps or not terminal:
        return ""
    claims = sum(len(argument_map.claims) for argument_map in maps)
    hints = _hints(maps, selection)
    more = f" ({counted(hints, 'hint')}: --hints shows them)" if hints else ""
    return f"{counted(len(maps), 'file')}, {counted(claims, 'claim')}, no problems{more}\n"


def _not_checked(maps: Sequence[ArgumentMap], selection: Selection) -> str:
    """A sentence about maps whose reasoning was to be checked and was not, for they have errors."""
    wanted = any(selection.wants(listed.code, listed.severity) for listed in CHECKS)
    wrong = sum(bool(argument_map.errors) for argument_map in maps) if wanted else 0
    if not wrong:
        return ""
    if len(maps) == 1:
        return ". With errors, the reasoning is not checked."
    return f". The reasoning of {counted(wrong, 'map')} with errors is not checked."


def _hints(maps: Sequence[ArgumentMap], selection: Selection) -> int:
    """How many hints of reading the maps are not shown; those of the checks are not looked for."""
    if selection.select or selection.hints:
        return 0
    with_hints = attrs.evolve(selection, hints=True)
    return sum(
        message.severity is Severity.HINT and with_hints.wants(message.code, message.severity)
        for argument_map in maps
        for message in argument_map.diagnostics
    )
