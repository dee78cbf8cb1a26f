"""The dot of an inference: where its premises meet, what undercuts point at, with its scheme beside it."""

import math
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from argmap.drawing.escape import html_text, tooltip
from argmap.drawing.metrics import text_width
from argmap.drawing.names import dot_node
from argmap.drawing.sentences import scheme_text, step_sentence
from argmap.drawing.statements import Node, node
from argmap.drawing.theme import Theme, mark_of
from argmap.drawing.wrap import balanced_lines
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap

NameSide = Literal["left", "above", "below"]
"""Where the name of a dot's scheme stands: away from the lines."""

_LINKED_INCHES = 0.24
_INCHES = 0.16
_POINTS = 72
_BESIDE_WIDTH = 84  # points
_MOST_LINES = 4
_LINE_HEIGHT = 1.2  # of the type size
_GAP = "\u00a0"
_LONGEST_READ = 1_000


def dot_radius(*, linked: bool) -> float:
    """Of the circle of a dot, in points."""
    return (_LINKED_INCHES if linked else _INCHES) * _POINTS / 2


def inference_dot(
    argument_map: ArgumentMap,
    step: Inference,
    *,
    linked: bool,
    name_at: NameSide,
    theme: Theme,
    ordering: Mapping[str, str] = MappingProxyType({}),
) -> Node:
    """A dot in the colour of the step; `+` when its premises are linked.

    The name of its scheme stands at its left, or above or below it for lines that arrive from the sides.
    """
    colour = f'"{theme.colours[mark_of(step)]}"'
    inches = f"{_LINKED_INCHES if linked else _INCHES}"
    beside = _lines_beside(step, theme)
    if name_at == "left" or not beside:
        label = _label(beside, linked=linked, colour=colour, theme=theme)
    else:
        label = _label_upright(beside, name_at, linked=linked, colour=colour, theme=theme)
    return node(
        dot_node(step.id),
        shape="circle",
        width=inches,
        height=inches,
        # The name takes room in the layout, and lines still end at the circle.
        fixedsize="shape" if beside else "true",
        style="filled",
        fillcolor=colour,
        color=colour,
        margin="0",
        label=label,
        id=f'"{dot_node(step.id)}"',
        **{"class": f'"inference {step.kind}"'},
        tooltip=tooltip(step_sentence(argument_map, step)),
        **ordering,
    )


def _lines_beside(step: Inference, theme: Theme) -> list[str]:
    """The name of the scheme and the strength, as lines."""
    scheme = scheme_text(step.scheme)[:_LONGEST_READ] if step.scheme else ""
    lines = balanced_lines(scheme, width=_BESIDE_WIDTH, size=theme.small).texts if scheme else []
    if len(lines) > _MOST_LINES:
        lines = [*lines[: _MOST_LINES - 1], "…"]
    return [*lines, step.strength] if step.strength else lines


def _label(beside: list[str], *, linked: bool, colour: str, theme: Theme) -> str:
    """The sign in the middle, the name at its left, and as much room at its right to keep it there."""
    sign = _sign(theme) if linked else ""
    if not beside:
        return f"<{sign}>" if sign else '""'
    name = "".join(f'{html_text(line)}{_GAP}<BR ALIGN="RIGHT"/>' for line in beside)
    room = round(max(text_width(line, theme.small) for line in beside)) + 8
    middle = round((_LINKED_INCHES if linked else _INCHES) * _POINTS) + 2
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0"><TR>'
        f'<TD WIDTH="{room}" ALIGN="RIGHT" BALIGN="RIGHT">'
        f'<FONT POINT-SIZE="{theme.small}" COLOR={colour}>{name}</FONT></TD>'
        f'<TD WIDTH="{middle}">{sign}</TD><TD WIDTH="{room}"></TD></TR></TABLE>>'
    )


def _label_upright(
    beside: list[str], name_at: Literal["above", "below"], *, linked: bool, colour: str, theme: Theme
) -> str:
    """The name over or under the sign, since lines arrive from the sides, and as much room opposite."""
    name = "<BR/>".join(html_text(line) for line in beside)
    room = math.ceil(len(beside) * theme.small * _LINE_HEIGHT) + 4
    middle = round((_LINKED_INCHES if linked else _INCHES) * _POINTS) + 2
    edge = "TOP" if name_at == "above" else "BOTTOM"
    named = (
        f'<TR><TD HEIGHT="{room}" VALIGN="{edge}">'
        f'<FONT POINT-SIZE="{theme.small}" COLOR={colour}>{name}</FONT></TD></TR>'
    )
    opposite = f'<TR><TD HEIGHT="{room}"></TD></TR>'
    above, below = (named, opposite) if name_at == "above" else (opposite, named)
    return (
        '<<TABLE BORDER="0" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0">'
        f'{above}<TR><TD HEIGHT="{middle}">{_sign(theme) if linked else ""}</TD></TR>{below}</TABLE>>'
    )


def _sign(theme: Theme) -> str:
    return f'<FONT COLOR="{theme.dot_ink}" POINT-SIZE="14"><B>+</B></FONT>'
