"""What is asked of a picture beside the map itself: one value that everything is drawn from."""

from collections.abc import Mapping

import attrs

from argmap.drawing.theme import CARDS, Theme
from argmap.reasoning.standing import Standing


@attrs.frozen
class Picture:
    """How a map is to be shown. What is left alone gives the usual diagram."""

    theme: Theme = CARDS
    standings: Mapping[str, Standing] = attrs.field(factory=dict)
    """The standing to be shown of each claim, by label; claims that are not in it show none.

    It is judged on the whole map, also when only a part of that is drawn.
    """
    reader: str | None = None
    """Whose verdicts the judgement counts; None for a map judged on its own terms."""


USUAL = Picture()
