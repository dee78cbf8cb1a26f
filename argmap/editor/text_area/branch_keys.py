"""What the keys that work on lines and branches do: lines in, the lines that take their place out.

A branch is a line with all that is indented below it, and the comments right above it. Rows count from 0;
`stop` is the row after the last. None means that there is nothing to do.
"""

import re
from collections.abc import Sequence

import attrs

from argmap.language.tokens import BLANKS

_STEP = "  "
_BEGUN = re.compile(r"(thesis|claim|question)[ \t]+\S")
_COMMENTED = re.compile(r"([ \t]*)# ?")


@attrs.frozen
class Rewritten:
    """The rows `start` to `stop` become `lines`; what was in row r is then in row `moved_to[r - start]`."""

    start: int
    stop: int
    lines: tuple[str, ...]
    moved_to: tuple[int, ...]


def branch(lines: Sequence[str], row: int) -> tuple[int, int]:
    """The rows of the branch that the line at `row` opens, without empty lines after it."""
    depth = _depth(lines[row])
    stop = row + 1
    for below in range(row + 1, len(lines)):
        if not lines[below].strip():
            continue
        if _depth(lines[below]) <= depth:
            break
        stop = below + 1
    return row, stop


def branches(lines: Sequence[str], first: int, last: int) -> tuple[int, int]:
    """The rows of all branches that begin in the rows `first` to `last`."""
    stops = [branch(lines, row)[1] for row in range(first, last + 1) if lines[row].strip()]
    return first, max(stops, default=last + 1)


def indented(lines: Sequence[str], first: int, last: int) -> Rewritten | None:
    """The branches one step further in: as far as the lines that they then stand among."""
    start, stop = branches(lines, first, last)
    top = _first_written(lines, start, stop)
    if top is None:
        return None
    step = _step_in(lines, top)
    return _same_rows(lines, start, [step + line if line.strip() else line for line in lines[start:stop]])


def dedented(lines: Sequence[str], first: int, last: int) -> Rewritten | None:
    """The branches one step further out: as far as the line above that they stand under."""
    start, stop = branches(lines, first, last)
    top = _first_written(lines, start, stop)
    if top is None:
        return None
    away = _depth(lines[top]) - _depth_of_parent(lines, top)
    return _same_rows(lines, start, [line[min(away, _depth(line)) :] for line in lines[start:stop]])


def moved_up(lines: Sequence[str], row: int) -> Rewritten | None:
    """The branch before the one that stands before it under the same line."""
    if not lines[row].strip():
        return None
    start, stop = _with_comments(lines, row), branch(lines, row)[1]
    before = start - 1
    while before >= 0 and (not lines[before].strip() or _depth(lines[before]) > _depth(lines[row])):
        before -= 1
    if before < 0 or _depth(lines[before]) < _depth(lines[row]):
        return None
    return _swapped(lines, _with_comments(lines, before), start, stop)


def moved_down(lines: Sequence[str], row: int) -> Rewritten | None:
    """The branch after the one that stands after it under the same line."""
    if not lines[row].strip():
        return None
    start, stop = _with_comments(lines, row), branch(lines, row)[1]
    after = stop
    while after < len(lines) and not lines[after].strip():
        after += 1
    sibling = after
    while sibling < len(lines) and _is_comment(lines[sibling]):
        sibling += 1
    if sibling >= len(lines) or _depth(lines[sibling]) != _depth(lines[row]):
        return None
    return _swapped(lines, start, after, branch(lines, sibling)[1])


def commented(lines: Sequence[str], first: int, last: int) -> Rewritten | None:
    """Comments made of the branches, or branches of the comments where the rows all are comments.

    What a line leaves below itself would come to bear on the line above: so it goes along.
    """
    written = [line for line in lines[first : last + 1] if line.strip()]
    if not written:
        return None
    if all(map(_is_comment, written)):
        stop = max(_end_of_commented(lines, row) for row in range(first, last + 1))
        new = [_COMMENTED.sub(r"\1", line, count=1) for line in lines[first:stop]]
    else:
        _, stop = branches(lines, first, last)
        stop = max(stop, last + 1)
        depth = min(_depth(line) for line in lines[first:stop] if line.strip())
        new = [f"{line[:depth]}# {line[depth:]}" if line.strip() else line for line in lines[first:stop]]
    return _same_rows(lines, first, new)


def _end_of_commented(lines: Sequence[str], row: int) -> int:
    """The row after the branch that was made a comment as a whole, of which this row is the first."""
    stop = row + 1
    if not lines[row].strip():
        return stop
    for below in range(row + 1, len(lines)):
        line = lines[below]
        if not line.strip():
            continue
        if not _is_comment(line) or _depth(line) != _depth(lines[row]):
            break
        if _depth_in_comment(line) <= _depth_in_comment(lines[row]):
            break
        stop = below + 1
    return stop


def duplicated(lines: Sequence[str], first: int, last: int) -> Rewritten:
    """The lines twice; the cursor goes with the second."""
    copied = tuple(lines[first : last + 1])
    below = range(last + 1, last + 1 + len(copied))
    return Rewritten(first, last + 1, copied * 2, tuple(below))


def indentation(line: str, column: int) -> str:
    """The blanks that a new line gets when this one is broken at `column`."""
    if column == len(line.rstrip()) and _BEGUN.match(line):
        return _STEP
    return line[: min(_depth(line), column)]


def step_back(line: str, column: int) -> int:
    """How many characters a backspace takes away: a whole step where only spaces stand before it."""
    before = line[:column]
    if not before or before.strip(" ") or len(before) % len(_STEP):
        return 1
    return len(_STEP)


def _first_written(lines: Sequence[str], start: int, stop: int) -> int | None:
    return next((row for row in range(start, stop) if lines[row].strip()), None)


def _same_rows(lines: Sequence[str], start: int, new: list[str]) -> Rewritten | None:
    stop = start + len(new)
    if list(lines[start:stop]) == new:
        return None
    return Rewritten(start, stop, tuple(new), tuple(range(start, stop)))


def _swapped(lines: Sequence[str], start: int, middle: int, stop: int) -> Rewritten:
    """Two branches change places; the empty lines between them stay between them."""
    gap = middle
    while gap > start and not lines[gap - 1].strip():
        gap -= 1
    one, between, two = lines[start:gap], lines[gap:middle], lines[middle:stop]
    second = start + len(two)
    moved_to = (
        *(second + len(between) + row for row in range(len(one))),
        *(second + row for row in range(len(between))),
        *(start + row for row in range(len(two))),
    )
    return Rewritten(start, stop, (*two, *between, *one), moved_to)


def _step_in(lines: Sequence[str], row: int) -> str:
    depth = _depth(lines[row])
    for above in range(row - 1, -1, -1):
        line = lines[above]
        if not line.strip() or _is_comment(line):
            continue
        if _depth(line) > depth:
            continue
        below = next(
            (other for other in lines[above + 1 : row] if _depth(other) > depth and other.strip()), None
        )
        if _depth(line) == depth and below is not None:
            return below[depth : _depth(below)]
        break
    return _step_of(lines, row)


def _step_of(lines: Sequence[str], row: int) -> str:
    """The first step of indentation of the lines about, as the writer made it."""
    near = range(max(0, row - 200), min(len(lines), row + 200))
    line = next((lines[other] for other in near if lines[other].strip() and _depth(lines[other])), "")
    return "\t" if line.startswith("\t") else line[: min(_depth(line), 8)] or _STEP


def _depth_of_parent(lines: Sequence[str], row: int) -> int:
    depth = _depth(lines[row])
    for above in range(row - 1, -1, -1):
        line = lines[above]
        if line.strip() and not _is_comment(line) and _depth(line) < depth:
            return _depth(line)
    return 0


def _with_comments(lines: Sequence[str], row: int) -> int:
    start = row
    while start and _is_comment(lines[start - 1]) and _depth(lines[start - 1]) == _depth(lines[row]):
        start -= 1
    return start


def _is_comment(line: str) -> bool:
    return line.lstrip(BLANKS).startswith("#")


def _depth_in_comment(line: str) -> int:
    return _depth(_COMMENTED.sub("", line, count=1))


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(BLANKS))
