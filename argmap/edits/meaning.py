"""What the lines of a text are attached to, for seeing what an edit of its lines would do to the others."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

import attrs

from argmap.edits.lines import TextLine
from argmap.language.keywords import COMPLETIONS, OPENERS
from argmap.language.placement import shorten
from argmap.language.syntax import Block, Line
from argmap.language.tokens import BLANKS
from argmap.language.tree import diagnostics, parse
from argmap.source.diagnostics import Severity
from argmap.source.text import SourceText

_SHOWN = 40
_OPENING = OPENERS | {""}
"""What opens a step, or may have been meant to."""


@attrs.frozen
class _Meaning:
    """What the lines are attached to, by what stands after their keywords; and the errors in them.

    `written` are the lines as they stand, to tell of them.
    """

    attached: Mapping[str, Counter[str]]
    written: Mapping[str, str]
    errors: Counter[str]


def consequence(
    old: Sequence[TextLine],
    new: Sequence[TextLine],
    *,
    moved: Collection[str] = (),
    lost: Collection[str] = (),
    rewritten: Mapping[str, str] | None = None,
) -> str | None:
    """What putting `new` in the place of `old` would do wrong, in a sentence; None where nothing.

    Wrong is what attaches a line to another one than before, and what gives it an error. `moved` are the
    lines that are meant to be attached to something else, `lost` those that are meant to go, `rewritten`
    says what is meant to stand in the place of others, all by their contents. A keyword may be another one.
    """
    first, second = _changed(old, new)
    before, after = _meaning(first), _meaning(second)
    worse = next(iter(after.errors - before.errors), None)
    if worse is not None:
        return worse
    meant = {_after_keyword(line) for line in (*moved, *lost)}
    other = {_after_keyword(one): _after_keyword(two) for one, two in (rewritten or {}).items()}
    for line, owners in before.attached.items():
        where = Counter({other.get(owner, owner): count for owner, count in owners.items()})
        now = after.attached.get(other.get(line, line), Counter())
        if line in meant or not where - now:
            continue
        to = next(iter(now - where), "")
        owner = f"“{shorten(after.written[to], _SHOWN)}”" if to else "nothing"
        return f"“{shorten(before.written[line], _SHOWN)}” would then belong to {owner}"
    return None


def _after_keyword(content: str) -> str:
    line = TextLine(content, "")
    keyword = line.keyword
    return content[len(keyword) :].lstrip(BLANKS + ":") if keyword not in {"", "number"} else content


def _changed(old: Sequence[TextLine], new: Sequence[TextLine]) -> tuple[str, str]:
    """What differs between two texts, with the lines around it that decide what it is attached to.

    Those are the steps before and after it at its depth, since a step that is opened leaves the one before it
    behind; and the lines that they stand below, with the openers of the steps that those belong to.
    """
    head = 0
    while head < min(len(old), len(new)) and old[head].text == new[head].text:
        head += 1
    tail = 0
    while tail < min(len(old), len(new)) - head and old[-1 - tail].text == new[-1 - tail].text:
        tail += 1
    differing = [*old[head : len(old) - tail], *new[head : len(new) - tail]]
    depth = min((line.depth for line in differing if line.is_statement), default=0)
    first = next((n for n in range(head - 1, -1, -1) if _bounds(old[n], depth)), 0)
    after = len(old) - tail
    last = next((n for n in range(after, len(old)) if _bounds(old[n], depth)), len(old))
    above = [old[index] for index in _above(old, min(first, head))]
    rest = len(old) - last
    return _text([*above, *old[first:last]]), _text([*above, *new[first : len(new) - rest]])


def _bounds(line: TextLine, depth: int) -> bool:
    """Whether what stands before a line and what stands after it have nothing to do with each other."""
    if not line.is_statement or line.depth > depth:
        return False
    return not line.depth or line.depth < depth or line.keyword in _OPENING


def _above(lines: Sequence[TextLine], index: int) -> list[int]:
    """The statements that a line stands below, and those of their steps, in order."""
    found: list[int] = []
    depth = lines[index].depth if index < len(lines) else 0
    completing = index < len(lines) and lines[index].keyword in COMPLETIONS
    for place in range(index - 1, -1, -1):
        line = lines[place]
        if not depth:
            break
        if line.is_statement and (line.depth < depth or (completing and line.depth == depth)):
            found.append(place)
            depth = line.depth
            completing = line.keyword in COMPLETIONS or (completing and line.keyword == "note")
    return found[::-1]


def _text(lines: Sequence[TextLine]) -> str:
    return "".join(f"{line.text}\n" for line in lines)


def _meaning(text: str) -> _Meaning:
    tree = parse(SourceText("<input>", text))
    attached: dict[str, Counter[str]] = {}
    written: dict[str, str] = {}
    for placed in tree.blocks:
        lines = [_content(placed.text, line) for line in placed.block.lines]
        keys = [_after_keyword(line) for line in lines]
        written.update(zip(keys, lines, strict=True))
        for key, to in zip(keys, _owners(placed.block), strict=True):
            attached.setdefault(key, Counter())["" if to < 0 else keys[to]] += 1
    errors = Counter(found.message for found in diagnostics(tree) if found.severity is Severity.ERROR)
    return _Meaning(attached, written, errors)


def _owners(block: Block) -> list[int]:
    """For each line, the one it is attached to: its claim, or the opener of the step that it completes."""
    owners = list(block.parents)
    for step in block.steps:
        if step.keyword == "unless":
            owners[step.line] = block.steps[step.target].line
        for index in (*(member for member, _ in step.members), step.scheme):
            if index is not None and index != step.line:
                owners[index] = step.line
    return owners


def _content(text: str, line: Line) -> str:
    """A statement with all that stands after it on its line."""
    stop = text.find("\n", line.start)
    return text[line.start : stop if stop >= 0 else len(text)].strip(BLANKS)
