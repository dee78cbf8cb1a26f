"""What the lines of a chart mean."""

from collections.abc import Mapping

from argmap.drawing.terminal.chart import Chart
from argmap.drawing.terminal.looks import ARROWS, HEADS, LEFT, RIGHT, STROKES, UP
from argmap.drawing.theme import Mark

_WORDS: Mapping[Mark, str] = {
    "support": "support",
    "evidence": "evidence",
    "attack": "objection",
    "undercut": "exception to a step",
    "answer": "answer",
}


def legend(chart: Chart) -> str:
    """`◀─ support   ×╍ objection`, of the kinds of line that occur; empty where none does."""
    arrow = ARROWS[LEFT if chart.view.growth == "right" else UP]
    inks = {run.look.ink for row in chart.rows for run in row if run.label is None}
    return "   ".join(
        f"{HEADS[mark] or arrow}{STROKES[mark][LEFT | RIGHT]} {word}"
        for mark, word in _WORDS.items()
        if mark in inks
    )
