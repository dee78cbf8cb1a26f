"""Lines made comments, and comments made lines again."""

from collections.abc import Sequence

import attrs

from argmap.edits.change import Change, Refused, counted
from argmap.edits.lines import TextLine, edit_to, lines_of, place_of
from argmap.edits.meaning import consequence
from argmap.language.tokens import BLANKS
from argmap.source.text import SourceText


def toggle_comments(source: SourceText, first: int, last: int) -> Change:
    """Make the lines of a selection (from 1) comments; where all are comments, make them lines again.

    Twice is the same as never. Raises Refused where all are blank. A warning says when lines that are left
    would then belong to another one.
    """
    lines = lines_of(source)
    chosen = range(max(first, 1) - 1, min(last, len(lines)))
    written = [index for index in chosen if lines[index].content]
    if not written:
        raise Refused("there is nothing on these lines")
    new = list(lines)
    comments = all(lines[index].is_comment for index in written)
    column = min(len(lines[index].indent) for index in written)
    for index in written:
        new[index] = _uncommented(lines[index]) if comments else _commented(lines[index], column)
    says = f"make {counted(len(written), 'comment' if comments else 'line')} {_result(written, comments)}"
    lost = [lines[index].content for index in written]
    problem = None if comments else consequence(lines, new, lost=lost)
    warnings = (f"after this: {problem}",) if problem else ()
    return Change(says, edit_to(source, new), warnings, place_of(source, new, chosen))


def _result(written: Sequence[int], comments: bool) -> str:
    if comments:
        return "a line again" if len(written) == 1 else "lines again"
    return "a comment" if len(written) == 1 else "comments"


def _commented(line: TextLine, column: int) -> TextLine:
    return attrs.evolve(line, text=f"{line.text[:column]}# {line.text[column:]}")


def _uncommented(line: TextLine) -> TextLine:
    rest = line.text.lstrip(BLANKS)[1:]
    return attrs.evolve(line, text=line.indent + rest.removeprefix(" "))
