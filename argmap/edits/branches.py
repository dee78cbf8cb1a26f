"""Branches of an outline, as lines of text: found, moved past each other, moved elsewhere, taken out.

The branch of a line is the line, everything deeper below it, and the comments right on top of it; a line that
opens a step takes along what completes the step. Lines are counted from 1, and a branch may be named by any
selection of lines that begins or ends in it. All works on text that is not finished yet.
"""

from collections.abc import Sequence

from argmap.edits.change import Change, Refused, counted
from argmap.edits.lines import (
    TextLine,
    branch_start,
    branch_stop,
    edit_to,
    group_of,
    groups,
    lines_of,
    parent_of,
    place_of,
    unit,
    units,
    without,
)
from argmap.edits.meaning import consequence
from argmap.language.patterns import patterns
from argmap.language.placement import shorten
from argmap.language.tree import parse
from argmap.model.names import normal
from argmap.source.text import SourceText

_SHOWN = 40


def branch_at(source: SourceText, line: int) -> tuple[int, int]:
    """The first and the last line of the branch that goes with a line, which may be blank or a comment.

    Raises Refused where no statement stands on the line or below it in its block.
    """
    lines = lines_of(source)
    found = unit(lines, heads(lines, line, line)[0])
    return found.start + 1, found.stop


def heads(lines: Sequence[TextLine], first: int, last: int) -> list[int]:
    """The statements that lead the branches in a selection of lines: those below no other one in it.

    A comment stands for the statement that it is about. Raises Refused where there is none.
    """
    indexes = [index for index in range(max(first, 1) - 1, min(last, len(lines))) if lines[index].content]
    if indexes and not any(lines[index].is_statement for index in indexes):
        below = next((n for n in range(indexes[-1], len(lines)) if not lines[n].is_comment), None)
        if below is not None and lines[below].is_statement and branch_start(lines, below) <= indexes[0]:
            return [below]
    found: list[int] = []
    stop = 0
    for index in indexes:
        if lines[index].is_statement and index >= stop:
            found.append(index)
            stop = branch_stop(lines, index)
    if not found:
        raise Refused("there is no statement here")
    return found


def move_up(source: SourceText, first: int, last: int) -> Change:
    """Move the branches in a selection above the branch before them. Raises Refused."""
    return _move(source, first, last, up=True)


def move_down(source: SourceText, first: int, last: int) -> Change:
    """Move the branches in a selection below the branch after them. Raises Refused."""
    return _move(source, first, last, up=False)


def delete(source: SourceText, first: int, last: int) -> Change:
    """Take the branches in a selection out, with their comments. Raises Refused.

    A warning names the labels that are still referred to in the text.
    """
    lines = lines_of(source)
    new = list(lines)
    taken: list[TextLine] = []
    for where in reversed(units(lines, heads(lines, first, last))):
        taken += lines[where.start : where.stop]
        new = without(new, where)
    statements = sum(line.is_statement for line in taken)
    says = f"take out {counted(statements, 'line')}"
    warnings = [*_still_used(taken, new)]
    if problem := consequence(lines, new, lost=contents(taken)):
        warnings.append(f"after this: {problem}")
    return Change(says, edit_to(source, new), tuple(warnings))


def contents(lines: Sequence[TextLine]) -> list[str]:
    """What stands on lines, without their indentation."""
    return [line.content for line in lines]


def named(line: TextLine) -> str:
    """A line as sentences quote it."""
    return f"“{shorten(line.content, _SHOWN)}”"


def _still_used(taken: Sequence[TextLine], left: Sequence[TextLine]) -> list[str]:
    text = "".join(f"{line.content}\n" for line in taken)
    tree = parse(SourceText("<input>", text))
    names = [name for placed in tree.blocks for name in placed.block.lost_labels]
    names += [line.label for placed in tree.blocks for line in placed.block.lines if line.label]
    labels = {normal(name.text) for name in names}
    reference = patterns()["REFERENCE"]
    used = {
        normal(found[0][1:]) for line in left if "@" in line.text for found in reference.finditer(line.text)
    }
    return [f"@{label} is still referred to" for label in sorted(labels & used)]


def _move(source: SourceText, first: int, last: int, *, up: bool) -> Change:
    lines = lines_of(source)
    chosen = heads(lines, first, last)
    if len({parent_of(lines, index) for index in chosen}) > 1:
        raise Refused("these lines stand below different claims: choose lines of one branch")
    own, other = _neighbours(lines, chosen, up=up)
    upper, lower = (other, own) if up else (own, other)
    gap = lines[upper.stop : lower.start]
    swapped = [*lines[lower.start : lower.stop], *gap, *lines[upper.start : upper.stop]]
    new = [*lines[: upper.start], *swapped, *lines[lower.stop :]]
    if problem := consequence(lines, new):
        raise Refused(problem)
    start = upper.start if up else lower.stop - len(own)
    past = next(line for line in lines[other.start : other.stop] if line.is_statement)
    says = f"move {named(lines[chosen[0]])} {'above' if up else 'below'} {named(past)}"
    return Change(says, edit_to(source, new), place=place_of(source, new, range(start, start + len(own))))


def _neighbours(lines: Sequence[TextLine], chosen: list[int], *, up: bool) -> tuple[range, range]:
    """The lines to move, and those to move them past."""
    group = group_of(lines, chosen[0])
    if chosen[0] != group[0] and chosen[-1] in group:
        rows = [[member] for member in group]
    else:
        parent = parent_of(lines, chosen[0])
        section = parent < 0 and lines[chosen[0]].keyword == "section"
        rows = _sections(lines) if section else groups(lines, parent)
    top = next(place for place, row in enumerate(rows) if chosen[0] in row)
    bottom = next(place for place, row in enumerate(rows) if chosen[-1] in row)
    beyond = top - 1 if up else bottom + 1
    if not 0 <= beyond < len(rows):
        raise Refused(_no_further(lines, chosen[0], up=up))
    own = [index for row in rows[top : bottom + 1] for index in row]
    if chosen[0] != group[0] and rows[beyond] == [group[0]]:
        opener = named(lines[group[0]])
        raise Refused(f"{named(lines[chosen[0]])} completes a step, and stands after {opener}")
    _refuse_numbers(lines, own, rows[beyond])
    return _span(lines, own), _span(lines, rows[beyond])


def _span(lines: Sequence[TextLine], members: Sequence[int]) -> range:
    return range(branch_start(lines, members[0]), branch_stop(lines, members[-1]))


def _sections(lines: Sequence[TextLine]) -> list[list[int]]:
    """The blocks of the text, those of one section together; before the first section there is none."""
    found: list[list[int]] = []
    for group in groups(lines, -1):
        if lines[group[0]].keyword == "section":
            found.append([])
        if found:
            found[-1] += group
    return found


def _refuse_numbers(lines: Sequence[TextLine], own: Sequence[int], other: Sequence[int]) -> None:
    """Numbered lines stand in the order of their numbers, which count from 1 in each section."""
    keywords = [{lines[index].keyword for index in rows if not lines[index].indent} for rows in (own, other)]
    if all("section" in found for found in keywords):
        return
    for one, beside in (keywords, keywords[::-1]):
        if "number" in one and beside & {"number", "section", "include"}:
            raise Refused("numbered lines stand in the order of their numbers, in their section")


def _no_further(lines: Sequence[TextLine], index: int, *, up: bool) -> str:
    end = "first" if up else "last"
    parent = parent_of(lines, index)
    group = group_of(lines, index)
    if index != group[0]:
        return f"{named(lines[index])} is the {end} line of its step"
    where = f"below {named(lines[parent])}" if parent >= 0 else "of the text"
    if parent < 0 and lines[index].keyword == "section":
        return f"{named(lines[index])} is the {end} section"
    return f"{named(lines[index])} is the {end} branch {where}"
