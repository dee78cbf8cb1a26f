"""How a reader looks at a map in a terminal."""

from typing import Literal

import attrs

Zoom = Literal["text", "line", "label"]
"""What a card says: its whole text, one line of it, or only the label."""

Growth = Literal["right", "down"]
"""Where premises stand from their conclusion."""

ZOOMS: tuple[Zoom, ...] = ("label", "line", "text")
"""From the farthest to the nearest."""


GROWTHS: tuple[Growth, ...] = ("right", "down")


@attrs.frozen
class View:
    """What of a map is shown, and how. Labels that the map does not have count for nothing."""

    zoom: Zoom = "text"
    growth: Growth = "right"
    folded: frozenset[str] = frozenset()
    """Labels of claims and questions whose branches are hidden."""
    focus: str | None = None
    """The claim or question whose neighbourhood alone is shown: what it bears on, and `depth` levels down."""
    depth: int = 2
    text_cells: int = 30
    """Of a line of text on a card at the zoom `text`."""
