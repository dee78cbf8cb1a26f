"""One attribute of a line given another value, added or taken out; the rest of the line stays as it is."""

from collections.abc import Callable

from argmap.language.syntax import AttributeSyntax, Line
from argmap.language.tokens import BLANKS


def with_attribute(
    text: str, line: Line, matches: Callable[[AttributeSyntax], bool], replacement: str | None
) -> str:
    """The text of a line with `replacement` for the attribute that matches; None takes it out.

    Where none matches it is added, after what stands there. The places of `line` are offsets in `text`.
    """
    found = next((index for index, one in enumerate(line.attributes) if matches(one)), None)
    if found is not None and replacement is not None:
        old = line.attributes[found]
        return text[: old.start] + replacement + text[old.stop :]
    if found is not None:
        return _without(text, line, found)
    return text if replacement is None else _added(text, line, replacement)


def _added(text: str, line: Line, replacement: str) -> str:
    if line.attributes:
        last = line.attributes[-1].stop
        return f"{text[:last]}, {replacement}{text[last:]}"
    place = line.tags[0].start if line.tags else len(text.rstrip(BLANKS))
    before = text[:place].rstrip(BLANKS)
    after = text[place:]
    return f"{before} {{{replacement}}}{' ' if after else ''}{after}"


def _without(text: str, line: Line, index: int) -> str:
    one = line.attributes[index]
    before = line.attributes[index - 1] if index else None
    after = line.attributes[index + 1] if index + 1 < len(line.attributes) else None
    if before is not None and "}" not in text[before.stop : one.start]:
        return text[: before.stop] + text[one.stop :]
    if after is not None and "}" not in text[one.stop : after.start]:
        return text[: one.start] + text[after.start :]
    opening, closing = text.rindex("{", 0, one.start), text.index("}", one.stop) + 1
    return text[:opening].rstrip(BLANKS) + text[closing:]
