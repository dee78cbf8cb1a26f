"""Which way a map grows from its theses."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import attrs

DirectionName = Literal["down", "up", "right", "left"]


@attrs.frozen
class Direction:
    """A way for a map to grow, as Graphviz is told of it."""

    rankdir: Literal["TB", "BT", "LR", "RL"]
    """Of edges that run from conclusion to premise."""
    premise_side: Literal["s", "n", "e", "w"]
    """The side of a card at which its own premises arrive."""

    @property
    def is_sideways(self) -> bool:
        """Whether premises stand beside their conclusion, so that linked ones are stacked."""
        return self.rankdir in ("LR", "RL")


DIRECTIONS: Mapping[DirectionName, Direction] = MappingProxyType(
    {
        "down": Direction("TB", "s"),
        "up": Direction("BT", "n"),
        "right": Direction("LR", "e"),
        "left": Direction("RL", "w"),
    }
)
"""By the word that users choose; `down` has the thesis on top."""
