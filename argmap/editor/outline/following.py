"""Where a row is in a newer outline, so that selection and folds stay with their claims while somebody types.

A claim that has a label is known by it. The names that others have are counted anew with every change, so
those are known by their text, and by that name only where their text has changed.
"""

from collections.abc import Hashable, Sequence
from functools import cached_property

from argmap.workspace.outline import Row


class Following:
    """Finds rows of an older outline in a newer one."""

    def __init__(self, old: Sequence[Row], new: Sequence[Row]) -> None:
        self._old = old
        self._new = new

    def place(self, number: int) -> int | None:
        """The number that a row has now; None when it is gone."""
        if not 0 <= number < len(self._old):
            return None
        names = _names(self._old[number])
        if number < len(self._new) and _names(self._new[number])[0] == names[0]:
            return number
        for name in names:
            if name in self._places:
                # Of several that look alike, the one nearest to where this one stood.
                return min(self._places[name], key=lambda place: abs(place - number))
        return None

    def nearest(self, number: int) -> int:
        """The number that a row has now; where it is gone, that of the row above it; else the first."""
        rows = range(min(number, len(self._old) - 1), -1, -1)
        found = (self.place(above) for above in rows)
        return next((place for place in found if place is not None), 0)

    @cached_property
    def _places(self) -> dict[Hashable, list[int]]:
        found: dict[Hashable, list[int]] = {}
        for number, row in enumerate(self._new):
            for name in _names(row):
                found.setdefault(name, []).append(number)
        return found


def _names(row: Row) -> tuple[Hashable, Hashable]:
    """What a row is known by, what tells most first."""
    by_label = ("label", row.label, row.kind, row.again)
    by_text = ("text", row.text, row.kind, row.again)
    return (by_label, by_text) if row.name or row.kind == "section" else (by_text, by_label)
