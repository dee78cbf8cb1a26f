"""Branches made deeper and less deep, with everything that hangs on them.

Indenting puts a branch below the line before it. Making it less deep puts it after the branch that it stood
in, so that what follows it there keeps its place.
"""

from collections.abc import Sequence

from argmap.edits.branches import contents, heads, named
from argmap.edits.change import Change, Refused
from argmap.edits.lines import (
    TextLine,
    branch_stop,
    child_indent,
    children,
    edit_to,
    group_of,
    lines_of,
    parent_of,
    place_of,
    reindented,
    units,
)
from argmap.edits.meaning import consequence
from argmap.language.keywords import BLOCKS, COMPLETIONS
from argmap.source.text import SourceText

_NOT_ONE_BRANCH = "these lines stand below different claims: choose lines of one branch"
_AT_THE_MARGIN = BLOCKS | {"number", ""}


def indent(source: SourceText, first: int, last: int) -> Change:
    """Put the branches in a selection of lines (from 1) below the line before them.

    Raises Refused where there is no such line, and where a line would not stand where it is put.
    """
    lines = lines_of(source)
    chosen = heads(lines, first, last)
    above = _before(lines, chosen[0])
    new = list(lines)
    for head in chosen:
        _refuse_block(lines[head])
        if parent_of(lines, head) != parent_of(lines, chosen[0]):
            raise Refused(_NOT_ONE_BRANCH)
    indentation = child_indent(lines, above)
    for where in units(lines, chosen):
        old = next(lines[index].indent for index in where if lines[index].is_statement)
        new[where.start : where.stop] = reindented(lines[where.start : where.stop], old, indentation)
    return _done(source, lines, new, chosen, f"put {_told(lines, chosen)} below {named(lines[above])}")


def dedent(source: SourceText, first: int, last: int) -> Change:
    """Put the branches in a selection of lines (from 1) beside the line that they stand below.

    Where lines of that branch follow, they stay in it, and the selection is put after them. Raises Refused
    for a line that can go no further: `because` cannot stand at the left margin.
    """
    lines = lines_of(source)
    chosen = heads(lines, first, last)
    parent = parent_of(lines, chosen[0])
    for head in chosen:
        if parent_of(lines, head) != parent:
            raise Refused(_NOT_ONE_BRANCH)
        _refuse_margin(lines, head, parent)
    completing = lines[chosen[0]].keyword in COMPLETIONS
    after = branch_stop(lines, parent if completing else group_of(lines, parent)[-1])
    wheres = units(lines, chosen)
    taken = [line for where in wheres for line in lines[where.start : where.stop]]
    gone = {index for where in wheres for index in where}
    moved = reindented(taken, lines[chosen[0]].indent, lines[parent].indent)
    left = [line for index, line in enumerate(lines[:after]) if index not in gone]
    new = [*left, *moved, *lines[after:]]
    says = f"put {_told(lines, chosen)} beside {named(lines[parent])}"
    return _done(source, lines, new, chosen, says, at=len(left))


def _done(
    source: SourceText,
    lines: Sequence[TextLine],
    new: Sequence[TextLine],
    chosen: Sequence[int],
    says: str,
    *,
    at: int | None = None,
) -> Change:
    if problem := consequence(lines, new, moved=contents([lines[head] for head in chosen])):
        raise Refused(problem)
    wheres = units(lines, chosen)
    start = wheres[0].start if at is None else at
    length = sum(map(len, wheres)) if at is not None else wheres[-1].stop - start
    return Change(says, edit_to(source, new), place=place_of(source, new, range(start, start + length)))


def _told(lines: Sequence[TextLine], chosen: Sequence[int]) -> str:
    return named(lines[chosen[0]]) if len(chosen) == 1 else f"{len(chosen)} branches"


def _before(lines: Sequence[TextLine], head: int) -> int:
    """The line that a branch can be put below: the one before it at its depth."""
    before = [index for index in children(lines, parent_of(lines, head)) if index < head]
    if not before:
        raise Refused(f"there is no line before {named(lines[head])} at its depth to put it below")
    return before[-1]


def _refuse_block(line: TextLine) -> None:
    keyword = line.keyword
    if line.indent or keyword == "note" or keyword not in BLOCKS | {"number"}:
        return
    name = "a numbered line" if keyword == "number" else f"`{keyword}`"
    raise Refused(f"{name} opens a block and cannot be indented; write `because` or `but` in its place")


def _refuse_margin(lines: Sequence[TextLine], head: int, parent: int) -> None:
    if parent < 0:
        raise Refused(f"{named(lines[head])} stands at the left margin already")
    keyword = lines[head].keyword
    if lines[parent].indent or keyword in _AT_THE_MARGIN:
        return
    instead = "" if keyword in {"by", "answer"} else "; write `claim` in its place to make it one of its own"
    raise Refused(f"`{keyword}` cannot stand at the left margin, where there is no claim above it{instead}")
