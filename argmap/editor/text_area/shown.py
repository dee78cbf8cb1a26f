"""A piece of a line as the screen shows it: what stands for each character, and in how many cells.

Widths are those that Textual lays out the screen with (Rich's), which count what a joiner joins, and what a
variation selector widens, as one. A character that is joined to the one before it shares its cell.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

import attrs
from rich.cells import cell_len, get_character_cell_size

from argmap.language.tokens import BLANK
from argmap.source.cells import TAB_STOP, shown_line

_JOINER = "\u200d"
_WIDENER = "\ufe0f"
# Not seen at all, and no part of how a script is written: the reader should know that they are there.
_INVISIBLE = re.compile(
    "[\xad\u034f\u115f\u1160\u180e\u200b\u2060-\u2064\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_HEAD = re.compile(rf"({BLANK}*)(?:(?:[^\W\d_]{{1,14}}:?|#+|\(?\d{{1,4}}[.)]{{1,2}}){BLANK}+)?")


def is_plain(text: str) -> bool:
    """Whether every character is shown as itself, in one cell."""
    return text.isascii() and text.isprintable()


@attrs.frozen
class Measured:
    """What is shown for each character, the cells that it adds, and whether it joins the one before."""

    pieces: list[str]
    cells: list[int]
    joined: list[bool]


@lru_cache(maxsize=512)
def measured(text: str) -> Measured:
    """A line, or a row of it, character by character. Tabs go to the next stop."""
    shown = shown_line(text)
    taken: list[int] = []
    joined = [False] * len(text)
    reached, after_joiner, last = 0, False, ""
    for column, character in enumerate(text):
        piece = (
            _joiner(text, column) if character == _JOINER else _piece(text, column, shown[column], reached)
        )
        joined[column] = column > 0 and (not piece or after_joiner or (len(piece) == 1 and _joins(piece)))
        added = 0
        if not joined[column]:
            added = cell_len(piece)
            last = piece[-1]
        elif piece == _WIDENER and last and not after_joiner:
            added = cell_len(last + _WIDENER) - cell_len(last)
            last = "" if added else last
        after_joiner = piece == _JOINER
        shown[column] = piece
        taken.append(added)
        reached += added
    return Measured(shown, taken, joined)


def _joiner(text: str, column: int) -> str:
    """A joiner as it is, where it makes one picture of two; nothing between letters; else written out."""
    before, after = text[column - 1 : column], text[column + 1 : column + 2]
    if not _is_letter(before) or (after and not _is_letter(after)):
        return f"<U+{ord(_JOINER):04X}>"
    return _JOINER if cell_len(after + _WIDENER) == 2 else ""


def _is_letter(character: str) -> bool:
    """Whether a character is shown as itself and may be joined to others."""
    return not character.isascii() and character.isprintable() and not _INVISIBLE.match(character)


def _piece(text: str, column: int, shown: str, reached: int) -> str:
    character = text[column]
    if character == "\t":
        return " " * (TAB_STOP - reached % TAB_STOP)
    if len(shown) > 1 or character.isascii():
        return shown
    written_out = _INVISIBLE.match(character) or (column == 0 and _joins(character))
    return f"<U+{ord(character):04X}>" if written_out else character


def _joins(character: str) -> bool:
    return not character.isascii() and get_character_cell_size(character) == 0


def is_joined(text: str, column: int) -> bool:
    """Whether the character at a column shares the cell of the one before it."""
    return 0 < column < len(text) and not text.isascii() and measured(text).joined[column]


def whole(text: str, column: int) -> int:
    """The column of the character that the one at `column` is joined to, or `column` itself."""
    while is_joined(text, column):
        column -= 1
    return column


def after_whole(text: str, column: int) -> int:
    """The column after the character at `column` and all that is joined to it."""
    column += 1
    while is_joined(text, column):
        column += 1
    return column


def cells_before(text: str, column: int) -> int:
    """Cells that the characters before a column take."""
    before = text[:column]
    return len(before) if is_plain(before) else sum(measured(text).cells[:column])


def column_at(text: str, cell: int) -> int:
    """The column of the character that is shown at a cell; the length of the text past its end."""
    if is_plain(text):
        return min(max(cell, 0), len(text))
    reached = 0
    for column, taken in enumerate(measured(text).cells):
        reached += taken
        if reached > cell:
            return whole(text, column)
    return len(text)


def hanging(line: str, cells: int) -> int:
    """How far the rows of a wrapped line hang in: to the text after its keyword, if half the row is left."""
    head = _HEAD.match(line)
    if head is None or cells < 16:
        return 0
    for hang in (cells_before(line, head.end()), cells_before(line, head.end(1)) + 2):
        if hang <= cells // 2:
            return hang
    return 0


def breaks(line: str, cells: int) -> tuple[int, ...]:
    """The columns where a line is divided into rows of at most `cells` cells (at least 1) and a blank."""
    if len(line) <= cells and is_plain(line):
        return ()
    first = len(line) - len(line.lstrip())
    rest = cells - hanging(line, cells)
    divided = _plain_breaks if is_plain(line) else _measured_breaks
    return tuple(divided(line, cells, rest, first))


def _plain_breaks(line: str, cells: int, rest: int, first: int) -> Iterator[int]:
    start, room = 0, cells
    while len(line) - start > room:
        # The blank after the last word may stand in the cell that is kept for the cursor.
        cut = line.rfind(" ", max(start, first), start + room + 1) + 1
        start = cut if cut > max(start, first) else start + room
        yield start
        room = rest


def _measured_breaks(line: str, cells: int, rest: int, first: int) -> Iterator[int]:
    start, room, used = 0, cells, 0
    chance, used_there = 0, 0
    wide = False
    for column, stop, taken in wholes(measured(line)):
        before_wide, wide = wide, taken == 2 and stop == column + 1
        tab = line[column] == "\t"
        after_blank = column > 0 and line[column - 1].isspace()
        if column > max(first, start) and (
            tab or (not line[column].isspace() and (after_blank or wide or before_wide))
        ):
            chance, used_there = column, used
        most = room + (line[column] == " ")
        while column > start and used + (TAB_STOP - used % TAB_STOP if tab else taken) > most:
            cut = chance if chance > start else column
            used = (
                cells_before(line[cut:column], column - cut)
                if "\t" in line[cut:column]
                else used - used_there
            )
            used = used if cut == chance else 0
            start, room = cut, rest
            most = room
            yield cut
        used += TAB_STOP - used % TAB_STOP if tab else taken


def wholes(line: Measured) -> Iterator[tuple[int, int, int]]:
    """(start, stop, cells) of each character with what is joined to it."""
    start = 0
    for column in range(1, len(line.joined) + 1):
        if column == len(line.joined) or not line.joined[column]:
            yield start, column, sum(line.cells[start:column])
            start = column
