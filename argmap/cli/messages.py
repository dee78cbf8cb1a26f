"""The messages about a map that another command is about, on standard error."""

import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from argmap.cli.terminal import colour_wanted, terminal_cells

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.source.diagnostics import Diagnostic
    from argmap.source.text import SourceText


def tell_errors(argument_map: "ArgumentMap") -> bool:
    """Write the map's errors to standard error; whether there are any."""
    return tell(argument_map.errors, argument_map.texts)


def tell(messages: Sequence["Diagnostic"], texts: Mapping[str, "SourceText"]) -> bool:
    """Write messages to standard error, with their lines from `texts`; whether there are any."""
    from argmap.source.report_human import DEFAULT_WIDTH, human_report

    cells = terminal_cells(sys.stderr) or DEFAULT_WIDTH
    report = human_report(messages, texts, colour=colour_wanted(sys.stderr), cells=cells)
    sys.stderr.write(report)
    return bool(messages)
