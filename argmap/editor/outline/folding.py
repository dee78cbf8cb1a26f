"""Which rows of an outline are shown when branches are folded, and what stands above a row."""

from collections.abc import Iterable, Sequence, Set

from argmap.workspace.outline import Row


def unfolded(rows: Sequence[Row], folded: Set[int], kept: Sequence[int] | None = None) -> list[int]:
    """The numbers of the rows that are not inside a folded branch; of those that are `kept` by a filter."""
    if kept is not None:
        return list(_outside(rows, folded, kept))
    found: list[int] = []
    begin = 0
    for number in sorted(folded):
        if number >= begin:
            found += range(begin, number + 1)
            begin = number + 1 + rows[number].descendants
    found += range(begin, len(rows))
    return found


def _outside(rows: Sequence[Row], folded: Set[int], kept: Sequence[int]) -> Iterable[int]:
    begin = 0
    for number in kept:
        if number >= begin:
            yield number
            begin = number + 1 + (rows[number].descendants if number in folded else 0)


def parent(rows: Sequence[Row], number: int) -> int | None:
    """The row that a row stands below."""
    depth = rows[number].depth
    if not depth:
        return None
    return next((above for above in range(number - 1, -1, -1) if rows[above].depth < depth), None)


def ancestors(rows: Sequence[Row], number: int) -> list[int]:
    """All rows that a row stands below, the nearest first."""
    found: list[int] = []
    above = parent(rows, number)
    while above is not None:
        found.append(above)
        above = parent(rows, above)
    return found
