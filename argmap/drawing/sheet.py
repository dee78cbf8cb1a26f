"""The sheet that a diagram is drawn on: a map, how its parts stand together, and what was asked for."""

import attrs

from argmap.drawing.arrangement import Arrangement, arrange
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme
from argmap.model.map import ArgumentMap
from argmap.model.remarks import Remarks, remarks_on


def sheet_of(argument_map: ArgumentMap, picture: Picture) -> "Sheet":
    """The sheet of a map; linear in its size."""
    remarks = remarks_on(argument_map) if picture.notes else {}
    return Sheet(argument_map, arrange(argument_map), picture, remarks)


@attrs.frozen
class Sheet:
    """What every line is drawn from."""

    argument_map: ArgumentMap
    arrangement: Arrangement
    picture: Picture
    remarks: Remarks
    """The notes that are shown; none unless the picture asks for them."""

    @property
    def theme(self) -> Theme:
        """The look of the picture."""
        return self.picture.theme
