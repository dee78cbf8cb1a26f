"""How maps are shown where Python shows values as pictures, as notebooks do.

A map cannot draw itself: what draws stands above it. Whoever can show maps says so here; `argmap/__init__.py`
does when somebody reaches a map through it, and nothing is drawn or imported until a notebook asks.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap

Kind = Literal["svg", "html"]
Display = Callable[["ArgumentMap"], str | None]

_displays: dict[Kind, Display] = {}


def show_by(kind: Kind, display: Display) -> None:
    """Show every map by this function from now on; None says that a map cannot be shown so."""
    _displays[kind] = display


def shown(argument_map: "ArgumentMap", kind: Kind) -> str | None:
    """The map as SVG or HTML; None where nobody has said how."""
    display = _displays.get(kind)
    return display(argument_map) if display else None
