"""The rows of an outline as a reader has folded and filtered them; no screen is needed.

A row is counted by its number in the outline, and by its place among those that are shown.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping, Sequence
from itertools import accumulate

from argmap.editor.outline.folding import ancestors, unfolded
from argmap.editor.outline.following import Following
from argmap.editor.outline.painting import Shown, height
from argmap.reasoning.standing import Standing
from argmap.source.memory import collector_paused
from argmap.workspace.outline import Row, matching


class ShownRows:
    """What is shown of an outline. A filter has folds of its own, and begins without any."""

    def __init__(self) -> None:
        self.rows: Sequence[Row] = ()
        self.numbers: Sequence[int] = ()
        """By place, the number of each row that is shown."""
        self.cut: int | None = None
        """The number of the row that waits to be put elsewhere."""
        self.query = ""
        self._before: Mapping[int, Standing] = {}
        self._changed: Sequence[int] = (0,)
        self._folded = set[int]()
        self._folded_in_filter = set[int]()
        self._kept: dict[int, bool] | None = None
        self._plain: tuple[int, list[int]] | None = None

    # A newer outline

    def take(self, rows: Sequence[Row], before: Mapping[str, Standing]) -> Following:
        """Show a newer outline; folds stay with their claims. Tells where older rows are now.

        `before` has the standings that claims had, by label.
        """
        following = Following(self.rows, rows)
        self._folded = _followed(following, self._folded)
        self._folded_in_filter = _followed(following, self._folded_in_filter)
        self.cut = None if self.cut is None else following.place(self.cut)
        self.rows = rows
        self._before = _changed(rows, before) if before else {}
        self._changed = [0, *accumulate(int(n in self._before) for n in range(len(rows) if before else 0))]
        self._plain = None
        self.filter(self.query)
        return following

    # Filter and folds

    @property
    def folded(self) -> set[int]:
        """The numbers of the folded rows."""
        return self._folded if self._kept is None else self._folded_in_filter

    @property
    def hits(self) -> Sequence[int]:
        """The numbers of the rows that answer the filter."""
        return [number for number, hit in (self._kept or {}).items() if hit]

    def filter(self, query: str) -> None:
        """Show only what answers a query, and what it stands below; for an empty one, everything."""
        if query != self.query:
            self._folded_in_filter = set()
        self.query = query
        self._kept = dict(matching(self.rows, query)) if query.strip() else None
        self._renew()

    @property
    def folded_labels(self) -> tuple[str, ...]:
        """The labels of the folded rows, in their order."""
        return tuple(self.rows[number].label for number in sorted(self._folded) if self.rows[number].label)

    def fold_labels(self, labels: Collection[str]) -> None:
        """Fold the branches that have these labels."""
        self.fold([n for n, row in enumerate(self.rows) if row.label in labels and row.descendants])

    def fold(self, numbers: Collection[int]) -> None:
        """Fold these rows and no others."""
        self.folded.clear()
        self.folded.update(number for number in numbers if self.rows[number].descendants)
        self._renew()

    def toggle(self, number: int) -> None:
        """Fold a row, or unfold it."""
        self.fold(self.folded ^ {number})

    def reveal(self, number: int) -> bool:
        """Make a row shown, out of filter and folds; whether anything had to be done for it."""
        if self.is_shown(number):
            return False
        if self._kept is not None and number not in self._kept:
            self.filter("")
        self.fold(self.folded.difference(ancestors(self.rows, number)))
        return True

    def _renew(self) -> None:
        self.numbers = unfolded(self.rows, self.folded, None if self._kept is None else list(self._kept))

    # Places

    def place(self, number: int) -> int:
        """The place of a row, or of the last one before it that is shown."""
        return max(bisect_right(self.numbers, number) - 1, 0)

    def is_shown(self, number: int) -> bool:
        """Whether a row is among those that are shown."""
        place = bisect_left(self.numbers, number)
        return place < len(self.numbers) and self.numbers[place] == number

    def at(self, place: int) -> Shown:
        """The row at a place, as it is shown."""
        number = self.numbers[place]
        row = self.rows[number]
        folded = number in self.folded
        inside = range(number + 1, number + 1 + row.descendants) if folded and self._before else range(0)
        return Shown(
            row,
            parent=row.descendants > 0,
            folded=folded,
            before=self._before.get(number),
            changed_below=self._changed[inside.stop] - self._changed[inside.start],
            muted=self._kept is not None and not self._kept[number],
            cut=number == self.cut,
        )

    def heights(self, cells: int) -> Sequence[int]:
        """By place, the lines that each row takes on so many cells."""
        if self._plain is None or self._plain[0] != cells:
            with collector_paused():
                self._plain = (cells, [height(row, cells) for row in self.rows])
        plain = self._plain[1]
        special = {*self.folded, *self._before, *(() if self.cut is None else (self.cut,))}
        return [
            self.at(place).height(cells) if number in special else plain[number]
            for place, number in enumerate(self.numbers)
        ]


def _followed(following: Following, numbers: set[int]) -> set[int]:
    return {place for number in numbers if (place := following.place(number)) is not None}


def _changed(rows: Sequence[Row], before: Mapping[str, Standing]) -> dict[int, Standing]:
    """The standings that rows had, by number, where they have others now."""
    return {
        number: before[row.label]
        for number, row in enumerate(rows)
        if row.kind == "claim" and row.label in before and before[row.label] != row.standing
    }
