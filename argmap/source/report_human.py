"""Messages for people: place, sentence, the line with a marker under it, hints, related places."""

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate

from argmap.source.cells import printable, shown_line, width
from argmap.source.diagnostics import Diagnostic, Fix, Severity
from argmap.source.spans import Span
from argmap.source.text import SourceText

DEFAULT_WIDTH = 100
"""Cells of a line where no terminal says how wide it is."""

_CUT = "…"
_BOLD, _CYAN = "1", "36"
_COLOURS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.HINT: "1;34"}


def human_report(
    diagnostics: Iterable[Diagnostic],
    texts: Mapping[str, SourceText],
    *,
    colour: bool = False,
    cells: int = DEFAULT_WIDTH,
) -> str:
    """All messages in the order given, a blank line after each; empty when there are none.

    `texts` holds the texts that spans name; a message whose text is not there is shown without its line.
    `colour` writes ANSI colours; source lines longer than `cells` terminal cells are cut to a window
    around the place.
    """
    shown = (_message(diagnostic, texts, colour=colour, cells=cells) for diagnostic in diagnostics)
    return "".join(f"{message}\n\n" for message in shown)


def summary(diagnostics: Collection[Diagnostic], files: int) -> str:
    """How many messages of each severity in how many files: `2 errors, 1 warning in 3 files`."""
    severities = [diagnostic.severity for diagnostic in diagnostics]
    counts = [
        counted(severities.count(severity), severity.value) for severity in Severity if severity in severities
    ]
    return f"{', '.join(counts) or 'no problems'} in {counted(files, 'file')}"


def counted(number: int, noun: str) -> str:
    """A number with its noun: `1 file`, `2 files`."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def place(span: Span, texts: Mapping[str, SourceText]) -> str:
    """`file:line:column` of a span's start, both from 1; only the file when its text is not known."""
    source = texts.get(span.file)
    if source is None:
        return printable(span.file)
    line, column = source.position(span.start)
    return f"{printable(span.file)}:{line}:{column}"


def says(hint: str, fix: Fix) -> bool:
    """Whether a hint tells already what the fix would do: `did you mean because?` for `write because`."""
    return fix.title.removeprefix("write ") in hint


def _message(diagnostic: Diagnostic, texts: Mapping[str, SourceText], *, colour: bool, cells: int) -> str:
    mark = _COLOURS[diagnostic.severity] if colour else ""
    head = f"{diagnostic.code} {diagnostic.severity.value}:"
    where = _painted(place(diagnostic.span, texts), _BOLD if colour else "")
    lines = [f"{where}: {_painted(head, mark)} {printable(diagnostic.message)}"]
    source = texts.get(diagnostic.span.file)
    if source is not None:
        lines += _marked_line(diagnostic.span, source, mark=mark, cells=cells)
    hints = list(diagnostic.hints)
    if diagnostic.fix and not any(says(hint, diagnostic.fix) for hint in hints):
        hints.append(diagnostic.fix.title)
    help_mark = _painted("= help:", _CYAN if colour else "")
    lines += [f"  {help_mark} {printable(hint)}" for hint in hints]
    lines += [f"{place(other.span, texts)}: {printable(other.message)}" for other in diagnostic.related]
    return "\n".join(lines)


def _marked_line(span: Span, source: SourceText, *, mark: str, cells: int) -> list[str]:
    """The source line with its number, and `^^^^` under the span's part of it."""
    line, column = source.position(span.start)
    text = source.line(line)
    first = min(column - 1, len(text))
    last = min(first + max(span.stop - span.start, 1), len(text))
    number = str(line)
    gutter = len(number) + 3
    before, marked, after = _window(shown_line(text), first, last, room=max(cells - gutter, 20))
    carets = "^" * max(width(marked), 1)
    return [
        f"{number} | {before}{marked}{after}".rstrip(),
        f"{' ' * len(number)} | {' ' * width(before)}{_painted(carets, mark)}",
    ]


def _window(pieces: list[str], first: int, last: int, *, room: int) -> tuple[str, str, str]:
    """What stands before, in and after the marked part, cut to `room` cells with the mark's start inside."""
    whole = "".join(pieces)
    if width(whole) <= room:
        return "".join(pieces[:first]), "".join(pieces[first:last]), "".join(pieces[last:])
    widths = [1] * len(pieces) if len(whole) == len(pieces) and whole.isascii() else list(map(width, pieces))
    ends = [0, *accumulate(widths)]
    # A third of the room for what leads up to the mark; two cells for the signs that text was cut.
    room -= 2 * width(_CUT)
    start = _reach_back(ends, first, room // 3)
    stop = _reach_on(ends, start, room)
    if stop == len(pieces):
        start = min(_reach_back(ends, stop, room), first)
    last = min(last, stop)
    opening = _CUT if start else ""
    closing = _CUT if stop < len(pieces) else ""
    return (
        opening + "".join(pieces[start:first]),
        "".join(pieces[first:last]),
        "".join(pieces[last:stop]) + closing,
    )


def _reach_back(ends: list[int], index: int, room: int) -> int:
    """How far back from a piece one gets with so many cells; `ends` counts the cells before each piece."""
    return bisect_left(ends, ends[index] - room)


def _reach_on(ends: list[int], index: int, room: int) -> int:
    return bisect_right(ends, ends[index] + room) - 1


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code else text
