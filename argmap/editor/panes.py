"""The panes of the editor by their names."""

from typing import Final, Literal

SidePane = Literal["outline", "diagram", "problems"]
SIDE_PANES: Final[tuple[SidePane, ...]] = ("outline", "diagram", "problems")
"""Those beside the text, in their order."""

Pane = Literal["text"] | SidePane
PANES: Final[tuple[Pane, ...]] = ("text", *SIDE_PANES)
