"""How one message looks in the list, as lines of text with the names of their looks; no screen is needed.

● 12 L302 no claim is labelled bui-in, so the
  step is left out
  did you mean @buy-in?
  fix: write @buy-in
"""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from argmap.editor.rows.wrapping import Line, with_head, wrapped
from argmap.editor.text_area.problems import SIGNS
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.report_human import says
from argmap.source.spans import Span
from argmap.source.text import SourceText

_PREFIX = "problems--"
COMPONENTS = frozenset(_PREFIX + name for name in (*Severity, "place", "text", "advice", "fix"))
_INDENT = 2


def height(diagnostic: Diagnostic, texts: Mapping[str, SourceText], *, main: str, cells: int) -> int:
    """The lines that a message takes on so many cells."""
    room = max(cells - _INDENT, 1)
    parts = (f"{_head(diagnostic, texts, main)} {diagnostic.message}", *_texts(diagnostic, texts, main))
    return sum(len(wrapped(text, room)) for text in parts)


def painted(diagnostic: Diagnostic, texts: Mapping[str, SourceText], *, main: str, cells: int) -> list[Line]:
    """The lines of a message; `main` is the file that is not named with its lines."""
    room = max(cells - _INDENT, 1)
    severity = _PREFIX + diagnostic.severity
    head = _head(diagnostic, texts, main)
    lines = with_head(
        wrapped(f"{head} {diagnostic.message}", room),
        head=len("".join(wrapped(head, 10_000)).replace(" ", "")),
        head_look=_PREFIX + "place",
        look=_PREFIX + "text",
    )
    found: list[Line] = [
        [(" " * _INDENT if number else f"{SIGNS[diagnostic.severity]} ", severity), *line]
        for number, line in enumerate(lines)
    ]
    for text, look in _parts(diagnostic, texts, main):
        found += [[(f"{' ' * _INDENT}{line}", look)] for line in wrapped(text, room)]
    return found


def place_of(span: Span, texts: Mapping[str, SourceText], *, main: str) -> str:
    """The line of a span, from 1, after the name of its file where that is not the main one."""
    source = texts.get(span.file)
    line = str(source.position(span.start)[0]) if source and span.start <= len(source.text) else ""
    if span.file == main:
        return line
    name = PurePath(span.file).name
    return f"{name}:{line}" if line else name


def _head(diagnostic: Diagnostic, texts: Mapping[str, SourceText], main: str) -> str:
    return f"{place_of(diagnostic.span, texts, main=main)} {diagnostic.code}".lstrip()


def _texts(diagnostic: Diagnostic, texts: Mapping[str, SourceText], main: str) -> Iterator[str]:
    return (text for text, _ in _parts(diagnostic, texts, main))


def _parts(diagnostic: Diagnostic, texts: Mapping[str, SourceText], main: str) -> Iterator[tuple[str, str]]:
    """What is said below the message: what to do, what a fix would do, and what else has to do with it."""
    fix = diagnostic.fix
    mends = next((hint for hint in diagnostic.hints if fix and says(hint, fix)), fix.title if fix else "")
    for hint in diagnostic.hints:
        if hint != mends:
            yield hint, _PREFIX + "advice"
    if fix:
        yield f"{'fix' if fix.safe else 'possible fix'}: {mends}", _PREFIX + "fix"
    for other in diagnostic.related:
        place = place_of(other.span, texts, main=main)
        yield f"{'line ' if place.isdecimal() else ''}{place}: {other.message}", _PREFIX + "advice"
