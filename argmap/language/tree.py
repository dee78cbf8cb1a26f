"""A whole text as blocks, read anew only where it changed."""

import re

import attrs

from argmap.language.indentation import depths
from argmap.language.lexer import lex
from argmap.language.reader import read_lines
from argmap.language.structure import structure
from argmap.language.syntax import Block, Problem
from argmap.language.tokens import BLANK
from argmap.source.changes import common_ends
from argmap.source.diagnostics import Diagnostic, Label, Severity, replacing
from argmap.source.memory import collector_paused
from argmap.source.spans import Span
from argmap.source.text import SourceText

_BLOCK_START = re.compile(rf"^(?!{BLANK}|[#\n]|\s*$)", re.MULTILINE)
_ODD_CHARACTERS = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]"  # controls, and line ends of other programs
    r"|[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]"  # characters that cannot be seen
)
_DIRECTIONS = frozenset("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Marks of direction: text of two directions may read otherwise without them."""
_BYTE_ORDER_MARK = "\ufeff"


@attrs.frozen
class PlacedBlock:
    """A block with the offset in the text where it starts, and its own text up to the next block."""

    start: int
    text: str
    block: Block

    @property
    def stop(self) -> int:
        """Where the next block starts."""
        return self.start + len(self.text)


@attrs.frozen
class SyntaxTree:
    """The blocks of one text, in order; together they cover it, but for a byte order mark."""

    source: SourceText
    blocks: tuple[PlacedBlock, ...]


def parse(source: SourceText, previous: SyntaxTree | None = None) -> SyntaxTree:
    """Read a text. Never raises on any text; what cannot be read is in the blocks' problems.

    Blocks whose text stands in `previous` word for word are taken from there.
    """
    with collector_paused():
        return _parse(source, previous)


def _parse(source: SourceText, previous: SyntaxTree | None) -> SyntaxTree:
    text = _with_plain_line_ends(source.text)
    mark = int(text.startswith(_BYTE_ORDER_MARK))
    if previous is None or previous.source.text.startswith(_BYTE_ORDER_MARK) != mark:
        return SyntaxTree(source, _read(text, mark, len(text), {}))
    return SyntaxTree(source, _reread(text, previous))


def _with_plain_line_ends(text: str) -> str:
    """The text with every line end a LF, at unchanged offsets: CRLF becomes a blank and a LF."""
    return text.replace("\r\n", " \n").replace("\r", "\n") if "\r" in text else text


def _read(text: str, start: int, stop: int, known: dict[str, Block]) -> tuple[PlacedBlock, ...]:
    if start == stop:
        return ()
    starts = [match.start() for match in _BLOCK_START.finditer(text, start, stop)]
    if not starts or starts[0] != start:
        starts.insert(0, start)
    placed: list[PlacedBlock] = []
    for begin, end in zip(starts, [*starts[1:], stop], strict=True):
        piece = text[begin:end]
        block = known.get(piece)
        placed.append(PlacedBlock(begin, piece, read_block(piece) if block is None else block))
    return tuple(placed)


def read_block(text: str) -> Block:
    """Read one block, whose lines end at LF."""
    lexed, problems = lex(text)
    lines, parents, physical = read_lines(lexed, depths(lexed))
    block = structure(lines, parents, physical, lexed)
    if _ODD_CHARACTERS.search(text):
        problems += _odd_characters(text)
    return attrs.evolve(block, problems=(*block.problems, *problems)) if problems else block


def _reread(text: str, previous: SyntaxTree) -> tuple[PlacedBlock, ...]:
    """Keep the blocks before and after what changed; read what lies between."""
    before = _with_plain_line_ends(previous.source.text)
    same_head, same_tail = common_ends(before, text)
    blocks = previous.blocks
    first = 0
    while first < len(blocks) and blocks[first].stop < same_head:
        first += 1
    last = len(blocks)
    while last > first and blocks[last - 1].start > len(before) - same_tail:
        last -= 1
    moved = len(text) - len(before)
    start = blocks[first].start if first < len(blocks) else len(before)
    stop = blocks[last].start if last < len(blocks) else len(before)
    known = {placed.text: placed.block for placed in blocks[first:last]}
    middle = _read(text, start, stop + moved, known)
    tail = blocks[last:]
    if moved:
        tail = tuple(PlacedBlock(placed.start + moved, placed.text, placed.block) for placed in tail)
    return (*blocks[:first], *middle, *tail)


def _odd_characters(text: str) -> list[Problem]:
    problems: list[Problem] = []
    for match in _ODD_CHARACTERS.finditer(text):
        problem = _odd(text, match.start())
        if problem is not None:
            problems.append(problem)
    return problems


def _odd(text: str, place: int) -> Problem | None:
    character = text[place]
    code = f"U+{ord(character):04X}"
    if character in "\x0b\x0c\x85\u2028\u2029":
        return Problem(
            "L110",
            Severity.ERROR,
            f"this character ({code}) is no line end here: what follows it belongs to this line",
            place,
            place + 1,
            hints=("put a real line end in its place, or a space",),
        )
    if character < "\u00a0":
        return Problem(
            "L110",
            Severity.ERROR,
            f"there is a control character ({code}) in the text",
            place,
            place + 1,
            hints=("take it out",),
            replacement="",
            safe=True,
        )
    if character in "\u200c\u200d" and _joins(text, place):
        return None
    return Problem(
        "L109",
        Severity.WARNING,
        f"there is an invisible character ({code}) here",
        place,
        place + 1,
        hints=("take it out, unless the script needs it",),
        replacement="",
        safe=character not in _DIRECTIONS,
    )


def _joins(text: str, place: int) -> bool:
    """Whether a joiner stands between two characters of a script or of an emoji that uses it."""
    return 0 < place < len(text) - 1 and text[place - 1] > "\u02ff" and text[place + 1] > "\u02ff"


def diagnostics(tree: SyntaxTree) -> list[Diagnostic]:
    """The messages of all blocks with their places in the text; a run of unknown lines gives one."""
    found: list[Diagnostic] = []
    run: Problem | None = None
    run_start = 0
    for placed in tree.blocks:
        problems = placed.block.problems
        if not problems:
            if placed.block.lines and run is not None:
                found.append(_diagnostic(tree.source.name, run_start, run))
                run = None
            continue
        alone = problems[0] if len(problems) == 1 and not placed.block.lines else None
        if alone is not None and run is not None and alone.code == "L101":
            run = attrs.evolve(run, unread=run.unread + 1 + alone.unread, aside=run.aside + alone.aside)
            continue
        if run is not None:
            found.append(_diagnostic(tree.source.name, run_start, run))
            run = None
        if alone is not None and alone.code == "L101":
            run, run_start = alone, placed.start
            continue
        found += [_diagnostic(tree.source.name, placed.start, problem) for problem in problems]
    if run is not None:
        found.append(_diagnostic(tree.source.name, run_start, run))
    return found


def _diagnostic(file: str, start: int, problem: Problem) -> Diagnostic:
    span = Span(file, start + problem.start, start + problem.stop)
    replacement = problem.replacement
    fix = None if replacement is None else replacing(span, replacement, safe=problem.safe)
    return Diagnostic(
        problem.code,
        problem.severity,
        problem.message + _also_lost(problem),
        span,
        problem.hints,
        tuple(Label(Span(file, start + a, start + b), message) for a, b, message in problem.related),
        fix,
    )


def _also_lost(problem: Problem) -> str:
    lost = ""
    if problem.unread:
        lost += f"; the {_lines(problem.unread)} after it cannot be read either"
    if problem.aside:
        lost += f"; the {_lines(problem.aside)} below that belong to it are set aside"
    return lost.replace("line below that belong to it are", "line below that belongs to it is")


def _lines(count: int) -> str:
    return "line" if count == 1 else f"{count} lines"
