"""The one layout of a map's text: two spaces a level, one between parts, at most one blank line.

A block with a line that cannot be read is left as it is. The result is proved on every run: it reads as
the same statements with the same comments, and formatting it again changes nothing.
"""

import re

import attrs

from argmap.language.syntax import Block, Line, Name
from argmap.language.tokens import BLANKS
from argmap.language.tree import SyntaxTree, parse
from argmap.source.text import SourceText

_INDENT = "  "
_NEEDS_QUOTES = re.compile(r'[,}"\\]|^\s|\s$')


class CannotFormat(Exception):  # noqa: N818  # says what the formatter cannot do
    """The formatted text would not say the same; the text is left as it is. A fault of the formatter."""


@attrs.frozen
class _Item:
    """A line of the result: a statement, a comment, or blank."""

    text: str
    opens_block: bool = False
    comment: bool = False
    long: bool = False
    """Whether the block that it opens has more than one line."""
    numbered: bool = False


def format_text(text: str) -> str:
    """The text in the layout of SPEC.md, with the line ends it had.

    Raises CannotFormat when the result would not mean the same.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    tree = parse(SourceText("<input>", plain))
    formatted = _formatted(tree)
    again = parse(SourceText("<input>", formatted))
    if _meaning(again) != _meaning(tree) or _comments(formatted) != _comments(text):
        raise CannotFormat("formatting would change what the map says, so the text is left as it is")
    if _formatted(again) != formatted:
        raise CannotFormat("formatting does not settle on this text, so it is left as it is")
    return formatted.replace("\n", "\r\n") if _has_crlf(text) else formatted


def blocks_left_alone(text: str) -> int:
    """How many blocks of the text the formatter leaves as they are, since some line cannot be read."""
    tree = parse(SourceText("<input>", text))
    return sum(placed.block.fragile for placed in tree.blocks)


def _has_crlf(text: str) -> bool:
    first = text.find("\n")
    return first > 0 and text[first - 1] == "\r"


def _formatted(tree: SyntaxTree) -> str:
    items: list[_Item] = []
    for placed in tree.blocks:
        items += _raw(placed.text) if placed.block.fragile else _laid_out(placed.text, placed.block)
    lines = _spaced(items)
    return "\n".join(lines) + "\n" if lines else ""


def _raw(text: str) -> list[_Item]:
    lines = text.removesuffix("\n").split("\n")
    while lines and not lines[-1].strip(BLANKS):
        lines.pop()
    several = sum(bool(line.strip()) and not line.lstrip().startswith("#") for line in lines) > 1
    first = next((n for n, line in enumerate(lines) if line.strip() and not line.startswith("#")), 0)
    items = [
        _Item(line, opens_block=number == first, long=several, comment=line.startswith("#"))
        for number, line in enumerate(lines)
    ]
    return [*items, _Item("")] if text.endswith("\n\n") else items


def _laid_out(text: str, block: Block) -> list[_Item]:
    heads = _heads(block)
    depths = _depths(block)
    starts = sorted(heads)
    items: list[_Item] = []
    place = upcoming = 0
    for line in text.removesuffix("\n").split("\n"):
        stop = place + len(line)
        content = line.strip(BLANKS)
        if not content:
            items.append(_Item(""))
        elif not content.strip():
            items.append(_Item(line))  # odd characters only: named in a message, and kept
        elif content.startswith("#"):
            items.append(_Item(_comment(line, content, depths, starts, upcoming), comment=line[0] == "#"))
        else:
            head = starts[upcoming]
            shown = _INDENT * depths[head] + _statement([block.lines[i] for i in heads[head]])
            numbered = block.lines[0].keyword == "number"
            items.append(_Item(shown, opens_block=upcoming == 0, long=len(starts) > 1, numbered=numbered))
            upcoming += 1
        place = stop + 1
    return items


def _comment(line: str, content: str, depths: dict[int, int], starts: list[int], upcoming: int) -> str:
    """A comment keeps column 0, or is indented like the statement after it in its block."""
    if line[0] == "#":
        return content
    beside = starts[upcoming] if upcoming < len(starts) else starts[-1] if starts else None
    depth = 1 if beside is None else max(depths[beside], 1 if upcoming else 0)
    return _INDENT * depth + content


def _heads(block: Block) -> dict[int, list[int]]:
    """For each line of text, by its first statement: that one and those after its `because`s."""
    heads: dict[int, list[int]] = {}
    head = 0
    for index, line in enumerate(block.lines):
        if line.inline:
            heads[head].append(index)
        else:
            head = index
            heads[index] = [index]
    return heads


def _depths(block: Block) -> dict[int, int]:
    depths: dict[int, int] = {-1: -1}
    for index, parent in enumerate(block.parents):
        if not block.lines[index].inline:
            depths[index] = depths[parent] + 1
    return depths


def _statement(lines: list[Line]) -> str:
    return " because ".join([_opening(lines[0]), *(_content(line) for line in lines[1:])])


def _opening(line: Line) -> str:
    if line.keyword == "number" and line.label is not None:
        return f"{line.label.text}. {_content(line)}"
    if line.keyword == "field" and line.label is not None:
        return f"{line.label.text}: {line.raw}"
    if line.keyword in {"accept", "reject", "doubt", "ask"}:
        head = f"{line.keyword} @{line.references[0].text}{':' if line.raw else ''}"
        return " ".join(part for part in (head, line.raw, *_annotations(line)) if part)
    return f"{line.keyword} {_content(line)}".rstrip(BLANKS)


def _content(line: Line) -> str:
    parts: list[str] = []
    if line.label is not None and line.keyword != "number":
        parts.append(f"{line.label.text}:")
    if line.references:
        parts.append(_references(line))
    elif line.raw:
        parts.append(line.raw)
    return " ".join([*parts, *_annotations(line)])


def _references(line: Line) -> str:
    *others, last = (f"@{reference.text}" for reference in line.references)
    return f"{', '.join(others)} and {last}" if others else last


def _annotations(line: Line) -> list[str]:
    parts = [_basis(basis.numbers, basis.rule) for basis in line.bases]
    if line.citations:
        parts.append(f"[{'; '.join(_citation(c.prefix, c.key, c.locator) for c in line.citations)}]")
    if line.attributes:
        parts.append(f"{{{', '.join(_attribute(a.key, a.value) for a in line.attributes)}}}")
    return parts + [f"#{tag.text}" for tag in line.tags]


def _basis(numbers: tuple[Name, ...], rule: Name | None) -> str:
    shown = ", ".join(re.sub(r"\s*[-–]\s*", "-", number.text) for number in numbers)
    return f"({shown} by {rule.text})" if rule else f"({shown})"


def _citation(prefix: str, key: str, locator: str) -> str:
    return f"{prefix} @{key}, {locator}".strip().removesuffix(",") if locator else f"{prefix} @{key}".strip()


def _attribute(key: str, value: str | None) -> str:
    word = " ".join(key.split())
    if value is None:
        return word
    if _NEEDS_QUOTES.search(value):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'{word}: "{escaped}"'
    return f"{word}: {value}"


def _spaced(items: list[_Item]) -> list[str]:
    """The lines, with blank ones put between blocks, taken from doubles, and from both ends.

    Between blocks of one line, and between numbered lines, a blank line is the writer's choice.
    """
    lines: list[str] = []
    above: _Item | None = None
    for number, item in enumerate(items):
        if not item.text and (not lines or not lines[-1]):
            continue
        if item.opens_block:
            if above is not None and (item.long or above.long) and not (item.numbered and above.numbered):
                _part_from_above(lines, items, number)
            above = item
        lines.append(item.text)
    while lines and not lines[-1]:
        lines.pop()
    return lines


def _part_from_above(lines: list[str], items: list[_Item], number: int) -> None:
    """Put a blank line above a block, and above the comments that stand right on top of it."""
    place = len(lines)
    while place and number and items[number - 1].comment and lines[place - 1] == items[number - 1].text:
        place -= 1
        number -= 1
    if place and lines[place - 1]:
        lines.insert(place, "")


def _meaning(tree: SyntaxTree) -> list[object]:
    return [
        (
            [_bare(line) for line in placed.block.lines],
            placed.block.parents,
            [
                (step.keyword, step.line, step.target, step.members, step.scheme)
                for step in placed.block.steps
            ],
            [problem.code for problem in placed.block.problems],
        )
        for placed in tree.blocks
        if placed.block.lines or placed.block.problems
    ]


def _bare(line: Line) -> tuple[object, ...]:
    """What a line says, without its place."""
    return (
        line.keyword,
        line.label and line.label.text,
        line.raw,
        [reference.text for reference in line.references],
        [(citation.key, citation.prefix, citation.locator) for citation in line.citations],
        [(" ".join(attribute.key.split()), attribute.value) for attribute in line.attributes],
        [tag.text for tag in line.tags],
        [_basis(basis.numbers, basis.rule) for basis in line.bases],
        line.inline,
    )


def _comments(text: str) -> list[str]:
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line.strip(BLANKS) for line in lines if line.lstrip(BLANKS).startswith("#")]
