"""What one edit changed: the parts that two texts begin and end with in common."""

from argmap.source.edits import TextEdit
from argmap.source.spans import Span

_PIECE = 16_384
"""Characters that are compared at once."""


def common_ends(before: str, after: str) -> tuple[int, int]:
    """How many characters two texts share at the beginning, and how many of the rest at the end."""
    head = _common_prefix(before, after)
    return head, min(_common_suffix(before, after), len(before) - head, len(after) - head)


def difference(name: str, before: str, after: str) -> TextEdit | None:
    """The smallest single edit that turns one text called `name` into another; None for the same text."""
    if before == after:
        return None
    head, tail = common_ends(before, after)
    return TextEdit(Span(name, head, len(before) - tail), after[head : len(after) - tail])


def _common_prefix(one: str, other: str) -> int:
    low, shorter = 0, min(len(one), len(other))
    # A piece at a time: for longer ones the system has to find memory each time, which takes it longest.
    while (high := min(low + _PIECE, shorter)) > low and one[low:high] == other[low:high]:
        low = high
    if low == shorter:
        return low
    while low < high - 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _common_suffix(one: str, other: str) -> int:
    low, shorter = 0, min(len(one), len(other))
    while (high := min(low + _PIECE, shorter)) > low and (
        one[len(one) - high : len(one) - low] == other[len(other) - high : len(other) - low]
    ):
        low = high
    if low == shorter:
        return low
    while low < high - 1:
        middle = (low + high) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle
    return low
