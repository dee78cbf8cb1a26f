"""What is asked of a picture beside the map itself: one value that everything is drawn from."""

from collections.abc import Mapping
from typing import Literal

import attrs

from argmap.drawing.directions import DIRECTIONS, Direction
from argmap.drawing.looks import look_theme
from argmap.drawing.paper import Fitted, Page
from argmap.drawing.theme import Theme
from argmap.model.map import ArgumentMap
from argmap.model.parts.cuts import Cut
from argmap.model.parts.sheets import Reference
from argmap.reasoning.standing import Standing

Layout = Literal["auto", "dot", "tidy"]


@attrs.frozen
class Picture:
    """How a map is to be shown. What is left alone gives the usual diagram."""

    theme: Theme = attrs.field(factory=look_theme)
    direction: Direction = DIRECTIONS["down"]
    page: Page | Fitted | None = None
    """What it is set on; the drawing alone when None."""
    standings: Mapping[str, Standing] = attrs.field(factory=dict)
    """The standing to be shown of each claim, by label; claims that are not in it show none.

    It is judged on the whole map, also when only a part of that is drawn.
    """
    strengths: Mapping[str, float | None] = attrs.field(factory=dict)
    """The strength in [0, 1] to be shown of each claim, by label; None for one that a loop leaves without.

    It is judged on the whole map, too.
    """
    reader: str | None = None
    """Whose verdicts the judgement counts; None for a map judged on its own terms."""
    notes: bool = False
    """Whether the notes of the map are shown."""
    legend: bool = True
    """Whether the marks that occur are explained below the map."""
    cuts: Mapping[str, Cut] = attrs.field(factory=dict)
    """What the part of a map that is drawn hides, by the label of the card that says so."""
    layout: Layout = "auto"
    """Who places the cards: `dot` on levels, one card a claim; `tidy` as trees, with references to claims
    that are used again; `auto` takes the one that suits the map."""
    references: Mapping[str, Reference] = attrs.field(factory=dict)
    """The other sheets that a card refers to, by its label, where the map is on several."""
    title: str | None = None
    """In the place of the map's title; empty for none."""

    def title_of(self, argument_map: ArgumentMap) -> str:
        """The title to be shown, or nothing."""
        return (argument_map.title or "") if self.title is None else self.title


USUAL = Picture()
