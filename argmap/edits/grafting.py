"""A branch cut from its place and put below another claim, as the last there."""

from collections.abc import Mapping, Sequence

import attrs

from argmap.edits.branches import contents, heads, named
from argmap.edits.change import Change, Refused
from argmap.edits.lines import (
    TextLine,
    branch_stop,
    child_indent,
    edit_to,
    lines_of,
    place_of,
    reindented,
    statement_at,
    unit,
    without,
)
from argmap.edits.meaning import consequence
from argmap.language.keywords import CLAIM_KEYWORDS, COMPLETIONS, OPENERS
from argmap.language.patterns import patterns
from argmap.language.tokens import BLANKS
from argmap.model.names import normal
from argmap.source.text import SourceText

_BELOW = OPENERS | (COMPLETIONS - {"by"}) | {"answer"}
"""The keywords with which a claim can stand below another line."""


def graft(source: SourceText, line: int, *, onto: SourceText, below: int, keyword: str) -> Change:
    """Move the branch of a line (from 1) below another line, as the last one there, under a keyword.

    `onto` is the text of the other line, `source` itself or that of another file of the map. A note stays a
    note, whatever the keyword. Raises Refused where the branch cannot stand there, and where lines that stay
    would be attached to something else.
    """
    lines = lines_of(source)
    head = heads(lines, line, line)[0]
    where = unit(lines, head)
    same = onto.name == source.name
    others = lines if same else lines_of(onto)
    target = statement_at(others, below)
    if same and target in where:
        raise Refused(f"{named(lines[head])} cannot stand below itself")
    _refuse_itself(lines[head], others[target])
    first = _under(lines[head], keyword)
    moved = [line if line is not lines[head] else first for line in lines[where.start : where.stop]]
    moved = reindented(moved, lines[head].indent, child_indent(others, target))
    left = without(lines, where)
    if same:
        target -= len(lines) - len(left) if target >= where.stop else 0
        new = _pasted(left, target, moved)
        files = {source: (lines, new)}
    else:
        new = _pasted(others, target, moved)
        files = {source: (lines, left), onto: (others, new)}
    _prove(files, [lines[head].content, first.content], lost=[] if same else contents(moved))
    start = next(index for index, line in enumerate(new) if line is moved[0])
    place = place_of(onto, new, range(start, start + len(moved)))
    edits = tuple(edit for text, (_, after) in files.items() for edit in edit_to(text, after))
    says = f"move {named(lines[head])} below {named(others[statement_at(others, below)])} as {first.keyword}"
    return Change(says, edits, place=place)


def _refuse_itself(head: TextLine, target: TextLine) -> None:
    """A claim is no reason for itself, wherever it is referred to."""
    label = patterns()["LABEL"].match(head.content[len(head.keyword) :].lstrip(BLANKS))
    references = (match[0] for match in patterns()["REFERENCE"].finditer(target.content))
    if label and any(normal(name) == f"@{normal(label[0])}" for name in references):
        raise Refused(f"{named(head)} cannot stand below itself")


def _under(line: TextLine, keyword: str) -> TextLine:
    """The line with another keyword."""
    if line.keyword in {"note", keyword}:
        return line
    if keyword not in _BELOW:
        raise Refused(f"`{keyword}` states no claim below another one")
    if line.keyword not in CLAIM_KEYWORDS:
        what = {"number": "a numbered line", "": "a line without a keyword"}.get(line.keyword)
        raise Refused(f"{what or f'`{line.keyword}`'} cannot be moved below a claim")
    rest = line.text.lstrip(BLANKS)[len(line.keyword) :]
    return attrs.evolve(line, text=f"{line.indent}{keyword}{rest}")


def _pasted(lines: Sequence[TextLine], target: int, moved: Sequence[TextLine]) -> list[TextLine]:
    place = branch_stop(lines, target)
    return [*lines[:place], *moved, *lines[place:]]


def _prove(
    files: Mapping[SourceText, tuple[Sequence[TextLine], Sequence[TextLine]]],
    moved: Sequence[str],
    *,
    lost: Sequence[str],
) -> None:
    for old, new in files.values():
        if problem := consequence(old, new, moved=moved, lost=lost):
            raise Refused(problem)
