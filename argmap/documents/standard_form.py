"""A map in standard form: numbered premises and conclusions, each conclusion after what it follows from.

The way arguments are set out on a board in philosophy: every line has a number, a conclusion names the
lines it follows from and the rule, `3. Something causes my existence (1, 2 by modus ponens)`.
"""

from collections.abc import Iterator

from argmap.documents.standard_lines import NumberedLine, StandardBlock, StandardPart, standard_parts
from argmap.documents.wording import annotations
from argmap.model.map import ArgumentMap
from argmap.source.cells import printable, width, wrap

_NARROWEST = 20


def standard_form(argument_map: ArgumentMap, *, cells: int | None = None) -> str:
    """The map in standard form, section by section, with what it rests on first.

    After a conclusion stand its steps, each in a bracket: the premises' numbers and the rule. A step that
    rests on its own conclusion says `in a circle`. Objections and exceptions follow the arguments of their
    section under `Against (3)` and `Against the step from (1, 2) to (3)`, then the questions with the
    numbers of their answers. Lines are wrapped to `cells` terminal cells (at least 20), or not at all.
    """
    limit = None if cells is None else max(cells, _NARROWEST)
    title = [_heading(argument_map.title, "=")] if argument_map.title else []
    parts = standard_parts(argument_map)
    blocks = [*title, *(block for part in parts for block in _blocks(argument_map, part, limit))]
    return "\n\n".join(blocks) + "\n"


def _blocks(argument_map: ArgumentMap, part: StandardPart, limit: int | None) -> Iterator[str]:
    if part.heading:
        yield _heading(part.heading, "-")
    for block in part.blocks:
        yield "\n".join(_block(argument_map, block, limit))


def _heading(title: str, rule: str) -> str:
    text = printable(title)
    return f"{text}\n{rule * min(width(text), 72)}"


def _block(argument_map: ArgumentMap, block: StandardBlock, limit: int | None) -> Iterator[str]:
    if block.head:
        yield from _filled(block.head, limit)
    indent = "  " if block.head else ""
    for line in block.lines:
        yield from _filled(_text(argument_map, line), limit, first=f"{indent}{line.number}. ")


def _text(argument_map: ArgumentMap, line: NumberedLine) -> str:
    parts = (f"{line.claim.text}{annotations(argument_map, line.claim)}", line.role, line.grounds)
    return " ".join(part for part in parts if part)


def _filled(text: str, limit: int | None, *, first: str = "") -> Iterator[str]:
    if limit is None:
        yield first + printable(text)
        return
    lines = wrap(text, limit - len(first))
    yield first + lines[0]
    yield from (" " * len(first) + line for line in lines[1:])
