"""What one edit changed: the parts that two texts begin and end with in common."""

from argmap.source.edits import TextEdit
from argmap.source.spans import Span


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
    low, high = 0, min(len(one), len(other))
    if one[:high] == other[:high]:
        return high
    while low < high - 1:
        middle = (low + high) // 2
        if one[low:middle] == other[low:middle]:
            low = middle
        else:
            high = middle
    return low


def _common_suffix(one: str, other: str) -> int:
    low, high = 0, min(len(one), len(other))
    if one[len(one) - high :] == other[len(other) - high :]:
        return high
    while low < high - 1:
        middle = (low + high) // 2
        if one[len(one) - middle : len(one) - low] == other[len(other) - middle : len(other) - low]:
            low = middle
        else:
            high = middle
    return low
