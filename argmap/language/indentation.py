"""How deep each line is, as in Python: any consistent step, an error where there is no single reading.

As in Python's own tokenizer, every indentation is measured twice, with tabs of 8 and of 1; where the two
disagree about which line is deeper, tabs and spaces mix in a way that cannot be read.
"""

from argmap.language.lexer import LexedLine
from argmap.language.syntax import Problem
from argmap.source.diagnostics import Severity


def depths(lines: list[LexedLine]) -> list[int]:
    """The depth of each line; one whose depth cannot be told becomes unreadable at the nearest depth.

    A no-break space counts as a space. The first line is at depth 0; an indented one has nothing above it.
    """
    found: list[int] = []
    levels = [(0, 0)]
    indented = bool(lines) and bool(lines[0].indent)
    widths: dict[str, tuple[int, int]] = {"": (0, 0)}
    for line in lines:
        indent = line.indent
        width = widths.get(indent)
        if width is None:
            width = widths[indent] = (len(indent.expandtabs(8)), len(indent))
        if not found or (indented and width <= levels[0]):
            if indented:
                line.unreadable(_nothing_above(line))
            levels = [width]
            found.append(0)
        else:
            found.append(_depth(line, width, levels))
    return found


def _depth(line: LexedLine, width: tuple[int, int], levels: list[tuple[int, int]]) -> int:
    top = levels[-1]
    if width == top:
        return len(levels) - 1
    if width[0] > top[0] and width[1] > top[1]:
        levels.append(width)
        return len(levels) - 1
    if width[0] >= top[0] or width[1] >= top[1]:
        line.unreadable(_mixed(line))
        return len(levels) - 1
    known = [level[0] for level in levels]
    while levels[-1][0] > width[0]:
        levels.pop()
    if levels[-1] == width:
        return len(levels) - 1
    if levels[-1][0] < width[0] and levels[-1][1] < width[1]:
        line.unreadable(_no_such_level(line, known))
        levels.append(width)
    else:
        line.unreadable(_mixed(line))
    return len(levels) - 1


def _nothing_above(line: LexedLine) -> Problem:
    return _problem(
        "L106", line, "the line is indented, but there is nothing above it", "move it to the left margin"
    )


def _mixed(line: LexedLine) -> Problem:
    return _problem(
        "L104",
        line,
        "tabs and spaces mix here, so that it cannot be told how deep the line is",
        "indent the whole block with spaces only, or with tabs only",
    )


def _no_such_level(line: LexedLine, known: list[int]) -> Problem:
    columns = ", ".join(str(width) for width in known[-4:])
    return _problem(
        "L105",
        line,
        f"the line is indented by {len(line.indent)}, as no line above it is",
        f"lines above it are indented by {columns}",
    )


def _problem(code: str, line: LexedLine, message: str, hint: str) -> Problem:
    return Problem(code, Severity.ERROR, message, line.start - len(line.indent), line.start, hints=(hint,))
