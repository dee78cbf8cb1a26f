"""The strokes and inks of a diagram in characters.

Kinds of line differ in their stroke and in their head, so that none is told by colour alone: support is a
light line, evidence a double one, an attack heavy dashes that end in a cross, an undercut dots that end in a
filled diamond, an answer a light line that ends in an open one.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

import attrs

from argmap.drawing.theme import Mark
from argmap.reasoning.standing import Standing

Ink = Literal["support", "evidence", "attack", "undercut", "answer", "claim", "thesis", "text", "muted"]
"""What a colour stands for."""


class Look(NamedTuple):
    """How a run of characters looks, whatever the colours are."""

    ink: Ink
    bold: bool = False
    dim: bool = False
    struck: bool = False
    italic: bool = False


SIGNS: Mapping[Standing, str] = {"stands": "✓", "falls": "✗", "open": "?"}
"""What a card shows of the standing of its claim."""

BACK, ON, LEFT, RIGHT, UP, DOWN = 1, 2, 1, 2, 4, 8
"""Bits of the ways in which a line leaves a cell."""

_LIGHT = " ╴╶─╵╯╰┴╷╮╭┬│┤├┼"
_HEAVY = " ╸╺━╹┛┗┻╻┓┏┳┃┫┣╋"
_DOUBLE = " ═══║╝╚╩║╗╔╦║╣╠╬"


def _stroke(joints: str, along: str, up: str) -> str:
    """All sixteen characters, with those of straight stretches replaced."""
    straight = {LEFT: along, RIGHT: along, LEFT | RIGHT: along, UP: up, DOWN: up, UP | DOWN: up}
    return "".join(straight.get(bits, joint) for bits, joint in enumerate(joints))


STROKES: Mapping[Mark, str] = {
    "support": _stroke(_LIGHT, "─", "│"),
    "evidence": _DOUBLE,
    "attack": _stroke(_HEAVY, "╍", "╏"),
    "undercut": _stroke(_LIGHT, "┈", "┊"),
    "answer": _stroke(_LIGHT, "─", "│"),
    "claim": _stroke(_LIGHT, "─", "│"),
}
"""By kind of line, the character for every set of ways."""

HEADS: Mapping[Mark, str | None] = {
    "support": None,
    "evidence": None,
    "attack": "×",
    "undercut": "◆",
    "answer": "◇",
    "claim": None,
}
"""The head of each kind; None for an arrow that points where the line goes."""

ARROWS: Mapping[int, str] = {LEFT: "◀", RIGHT: "▶", UP: "▲", DOWN: "▼"}


@attrs.frozen
class Border:
    """The characters around a card or box."""

    corners: str
    """Top left, top right, bottom left, bottom right."""
    tees: str
    """At the ends of a line between cards: left, right, top, bottom."""
    along: str
    up: str
    open_along: str
    """Dashes, for what is open."""
    open_up: str


BORDERS: Mapping[str, Border] = {
    "round": Border("╭╮╰╯", "├┤┬┴", "─", "│", "╌", "╎"),
    "square": Border("┌┐└┘", "├┤┬┴", "─", "│", "╌", "╎"),
    "heavy": Border("┏┓┗┛", "┣┫┳┻", "━", "┃", "╍", "╏"),
    "double": Border("╔╗╚╝", "╠╣╦╩", "═", "║", "╌", "╎"),
}
_BORDER_OF: Mapping[Ink, str] = {
    "thesis": "double",
    "evidence": "square",
    "attack": "heavy",
    "undercut": "heavy",
}


def border_of(ink: Ink) -> Border:
    """Double for a thesis, square for evidence, heavy for what speaks against, else round."""
    return BORDERS[_BORDER_OF.get(ink, "round")]
