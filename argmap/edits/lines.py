"""The lines of a text, read or not: how deep they are, and which hang on which.

Made for texts that somebody is writing: nothing here asks whether a line can be read.
"""

import re
from collections.abc import Iterator, Sequence

import attrs

from argmap.edits.change import Refused
from argmap.language.keywords import COMPLETIONS, OPENERS, TOKENS
from argmap.language.tokens import BLANK, BLANKS
from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")
_HEAD = re.compile(rf"([^\W\d_]+)(?:{BLANK}*:)?(?={BLANK}|$)")
_NUMBER = re.compile(rf"(?:\([0-9]{{1,9}}\)|[0-9]{{1,9}}[.)])(?={BLANK}|$)")


@attrs.frozen
class TextLine:
    """A line without its end, and the end; a last line that has none has the end ''."""

    text: str
    end: str

    @property
    def indent(self) -> str:
        """The blanks that it begins with."""
        return self.text[: len(self.text) - len(self.text.lstrip(BLANKS))]

    @property
    def content(self) -> str:
        """What stands between the blanks."""
        return self.text.strip(BLANKS)

    @property
    def depth(self) -> int:
        """The width of its indentation, with tab stops of eight, as the language measures it."""
        return len(self.indent.expandtabs(8))

    @property
    def is_comment(self) -> bool:
        """Whether it is a comment."""
        return self.content.startswith("#")

    @property
    def is_statement(self) -> bool:
        """Whether it says something, or is meant to: it is neither blank nor a comment."""
        return bool(self.content) and not self.is_comment

    @property
    def keyword(self) -> str:
        """Its keyword; `number` for a numbered line, empty where it has none that is known."""
        head = _HEAD.match(self.content)
        if head is None:
            return "number" if _NUMBER.match(self.content) else ""
        word = head[1]
        if word not in TOKENS and self.text[:1] == word[:1] and word[1:].islower():
            word = word.lower()
        return word if word in TOKENS else ""


def lines_of(source: SourceText) -> list[TextLine]:
    """The lines of a text; what follows the last line end is a line only if there is something."""
    lines = [TextLine(match[1], match[2]) for match in _LINE.finditer(source.text)]
    while lines and not lines[-1].text and not lines[-1].end:
        lines.pop()
    return lines


def line_end(source: SourceText) -> str:
    """The line end that the text uses first, or LF."""
    match = re.search(r"\r\n|\r|\n", source.text)
    return match[0] if match else "\n"


def parent_of(lines: Sequence[TextLine], index: int) -> int:
    """The statement above that a line stands below, or -1 at the left margin."""
    depth = lines[index].depth
    above = index - 1
    while above >= 0 and depth:
        if lines[above].is_statement and lines[above].depth < depth:
            return above
        above -= 1
    return -1


def branch_start(lines: Sequence[TextLine], index: int) -> int:
    """Where the branch of a statement begins: with the comments right on top of it."""
    depth = lines[index].depth
    while index and lines[index - 1].is_comment and lines[index - 1].depth <= depth:
        index -= 1
    return index


def branch_stop(lines: Sequence[TextLine], index: int) -> int:
    """Where the branch of a line ends: after everything below it that is deeper.

    Blank lines after it, and comments that are no deeper, belong to what follows.
    """
    depth = lines[index].depth
    stop, own = index + 1, True
    for place in range(index + 1, len(lines)):
        line = lines[place]
        if not line.content:
            continue
        deeper = line.depth > depth
        if line.is_statement:
            if not deeper:
                break
            stop, own = place + 1, True
        elif deeper and own:
            stop = place + 1
        elif not deeper:
            own = False
    return stop


def children(lines: Sequence[TextLine], parent: int) -> Iterator[int]:
    """The statements right below a line; with -1, those that begin the blocks of the text."""
    index = parent + 1
    stop = len(lines) if parent < 0 else branch_stop(lines, parent)
    while index < stop:
        if not lines[index].is_statement:
            index += 1
            continue
        yield index
        index = branch_stop(lines, index)


def groups(lines: Sequence[TextLine], parent: int) -> list[list[int]]:
    """The statements right below a line, those of one step together: its opener and what completes it.

    A line that cannot be read counts as an opener, since what follows may complete the step it was to open.
    """
    found: list[list[int]] = []
    opener = -1
    for index in children(lines, parent):
        keyword = lines[index].keyword
        if keyword in COMPLETIONS and opener >= 0:
            found[opener:] = [[*(member for group in found[opener:] for member in group), index]]
            continue
        found.append([index])
        if keyword in OPENERS or not keyword:
            opener = len(found) - 1
        elif keyword != "note":
            opener = -1
    return found


def group_of(lines: Sequence[TextLine], index: int) -> list[int]:
    """The group of a statement: alone, or those of its step."""
    return next(group for group in groups(lines, parent_of(lines, index)) if index in group)


def unit(lines: Sequence[TextLine], index: int) -> range:
    """The lines that go with a statement: its branch, and for one that opens a step what completes it."""
    return units(lines, [index])[0]


def units(lines: Sequence[TextLine], indexes: Sequence[int]) -> list[range]:
    """The lines that go with each of some statements, in order; what goes with one above is not repeated."""
    found: list[range] = []
    steps: dict[int, dict[int, int]] = {}
    for index in indexes:
        if found and index in found[-1]:
            continue
        parent = parent_of(lines, index)
        if parent not in steps:
            steps[parent] = {group[0]: group[-1] for group in groups(lines, parent)}
        last = steps[parent].get(index, index)
        found.append(range(branch_start(lines, index), branch_stop(lines, last)))
    return found


def child_indent(lines: Sequence[TextLine], parent: int) -> str:
    """How lines below a line are indented: as those that are there, or by the text's usual step."""
    first = next(children(lines, parent), None)
    if first is not None:
        return lines[first].indent
    own = lines[parent].indent
    above = parent_of(lines, parent)
    if above >= 0 and own.startswith(lines[above].indent):
        return own + own.removeprefix(lines[above].indent)
    return own + _usual_step(lines)


def _usual_step(lines: Sequence[TextLine]) -> str:
    for index, line in enumerate(lines):
        if line.is_statement and line.indent:
            above = parent_of(lines, index)
            step = line.indent.removeprefix(lines[above].indent) if above >= 0 else line.indent
            if step:
                return step
    return "  "


def reindented(lines: Sequence[TextLine], old: str, new: str) -> list[TextLine]:
    """The lines with another indentation in place of `old`; comments nearer to the margin stay there."""
    return [_reindented(line, old, new) for line in lines]


def _reindented(line: TextLine, old: str, new: str) -> TextLine:
    if not line.content or (line.is_comment and not line.indent.startswith(old)):
        return line
    if line.indent.startswith(old):
        return attrs.evolve(line, text=new + line.text.removeprefix(old))
    # Tabs and spaces mix: only the width can be kept.
    width = line.depth - len(old.expandtabs(8)) + len(new.expandtabs(8))
    return attrs.evolve(line, text=" " * max(width, 0) + line.text.lstrip(BLANKS))


def edit_to(source: SourceText, lines: Sequence[TextLine]) -> tuple[TextEdit, ...]:
    """The one edit of as few whole lines as can be that gives the text these lines; none if it has them.

    The text then ends with a line end if it did so before.
    """
    old = [line.text + line.end for line in lines_of(source)]
    new = _pieces(source, lines)
    if old == new:
        return ()
    head = _shared(old, new)
    tail = _shared(old[head:][::-1], new[head:][::-1])
    start = sum(map(len, old[:head]))
    stop = len(source.text) - sum(map(len, old[len(old) - tail :]))
    return (TextEdit(Span(source.name, start, stop), "".join(new[head : len(new) - tail])),)


def place_of(source: SourceText, lines: Sequence[TextLine], where: range) -> Span:
    """Where some of the lines stand in the text that all of them make, without the last one's end."""
    pieces = _pieces(source, lines)
    start = sum(map(len, pieces[: where.start]))
    inside = "".join(pieces[where.start : where.stop]).rstrip("\r\n")
    return Span(source.name, start, start + len(inside))


def _pieces(source: SourceText, lines: Sequence[TextLine]) -> list[str]:
    usual = line_end(source)
    pieces = [line.text + (line.end or usual) for line in lines]
    if pieces and source.text and source.text[-1] not in "\r\n":
        pieces[-1] = lines[-1].text
    return pieces


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many first pieces two texts share."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def without(lines: Sequence[TextLine], where: range) -> list[TextLine]:
    """The lines without some of them, and without a blank line that then doubles another."""
    before, after = list(lines[: where.start]), list(lines[where.stop :])
    if after and not after[0].content and (not before or not before[-1].content):
        after = after[1:]
    elif not after:
        while before and not before[-1].content:
            before.pop()
    return [*before, *after]


def statement_at(lines: Sequence[TextLine], number: int) -> int:
    """The index of the statement on a line (from 1). Raises Refused where there is none."""
    if not 1 <= number <= len(lines) or not lines[number - 1].is_statement:
        raise Refused("there is no statement on this line")
    return number - 1
