"""The messages about a map that another command is about, on standard error."""

import sys
from typing import TYPE_CHECKING

from argmap.cli.terminal import colour_wanted, terminal_cells

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap


def tell_errors(argument_map: "ArgumentMap") -> bool:
    """Write the map's errors to standard error; whether there are any."""
    from argmap.source.report_human import DEFAULT_WIDTH, human_report

    errors = argument_map.errors
    cells = terminal_cells(sys.stderr) or DEFAULT_WIDTH
    report = human_report(errors, argument_map.texts, colour=colour_wanted(sys.stderr), cells=cells)
    sys.stderr.write(report)
    return bool(errors)
