"""How one row of an outline looks, as lines of text with the names of their looks; no screen is needed.

    ▾ ◆ ✓ buy-in: Russia prefers Turkish
    │     buy-in
    │ ▸ - ✗ arms: Turkey arms Ukraine (+3)

Guides, fold mark, sign of the relation (that of `argmap show`), sign of the standing, label, text.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import attrs
from rich.cells import cell_len

from argmap.drawing.terminal.looks import SIGNS
from argmap.editor.rows.wrapping import Line, with_head, wrapped
from argmap.reasoning.standing import Standing
from argmap.source.cells import printable, width
from argmap.workspace.outline import Row, RowKind

_FOLDED, _OPEN = "▸", "▾"
_THESIS, _QUESTION = "◆", "Q"
_LOOKS: Final[Mapping[str, str]] = {
    "+": "support",
    "&": "support",
    "^": "support",
    "~": "support",
    "*": "evidence",
    "-": "attack",
    "!": "undercut",
    ">": "answer",
    _QUESTION: "answer",
    _THESIS: "thesis",
}
_PREFIX = "outline--"
_OWN = ("label", "fallen-label", "text", "section", "guide", "muted", "again", "changed", "cut")
COMPONENTS = frozenset(_PREFIX + name for name in (*_LOOKS.values(), *SIGNS, *_OWN))

_COLUMN = 2
"""Cells of a guide, the fold mark, and each sign, with the blank after it."""
_COLUMNS: Final[Mapping[RowKind, int]] = {"section": 1, "question": 2, "claim": 3}
_HELD = "\u00a0"
"""The blank that no line is broken at."""
_CHANGED = 4
"""Cells of the sign of a standing that has changed: `✓→✗ `."""


def indentation(depth: int, cells: int) -> int:
    """Cells before the fold mark; at most so many that half the line is left for the text."""
    return min(_COLUMN * depth, max(cells // 4 * 2 - 3 * _COLUMN, 2 * _COLUMN))


def height(row: Row, cells: int) -> int:
    """The lines that a row takes on so many cells when nothing is special about it."""
    if row.again:
        return 1
    return len(wrapped(f"{_name(row)}{row.text}", _room(row.kind, row.depth, cells)))


@attrs.frozen
class Shown:
    """A row as it is shown now."""

    row: Row
    parent: bool = False
    """Whether rows stand below it."""
    folded: bool = False
    before: Standing | None = None
    """The standing that the claim had, where that has changed."""
    changed_below: int = 0
    """How many claims in its folded branch have changed."""
    muted: bool = False
    """Whether it is there only for what stands below it."""
    cut: bool = False
    """Whether it waits to be put elsewhere."""

    def height(self, cells: int) -> int:
        """The lines that it takes on so many cells."""
        return len(_lines(self, _room_of(self, cells)))


def painted(shown: Shown, cells: int) -> Sequence[Line]:
    """The lines of a row."""
    row = shown.row
    room = _room_of(shown, cells)
    lines = _lines(shown, room)
    letters = len(printable(_name(row)).replace(" ", ""))
    texts = with_head(lines, head=letters, head_look=_label_look(shown), look=_text_look(shown))
    if row.kind == "section":
        texts[-1] = [*texts[-1], *_rule(lines[-1], room)]
    signs = _signs(shown)
    blank = (" " * sum(width(text) for text, _ in signs), _PREFIX + "text")
    return [
        [*_guides(row.depth, cells, first=not number), *((blank,) if number else signs), *line]
        for number, line in enumerate(texts)
    ]


@lru_cache(maxsize=4_096)
def _room(kind: RowKind, depth: int, cells: int) -> int:
    """Cells for the text of an ordinary row."""
    return max(cells - indentation(depth, cells) - _COLUMN * _COLUMNS[kind], 1)


def _room_of(shown: Shown, cells: int) -> int:
    more = _CHANGED - _COLUMN if shown.before else 0
    return max(_room(shown.row.kind, shown.row.depth, cells) - more, 1)


def _lines(shown: Shown, room: int) -> Sequence[str]:
    row = shown.row
    text = f"{_name(row)}{row.text}"
    if not row.again:
        return wrapped(f"{text}{_notes(shown)}", room)
    # It only points to where its branch is shown: one line is enough.
    lines = wrapped(text, room)
    if len(lines) == 1:
        return lines
    first = wrapped(text.replace(" ", _HELD), max(room - 1, 1))[0].replace(_HELD, " ")
    return (f"{first.rstrip()}…",)


def _name(row: Row) -> str:
    """The label as it stands before the text."""
    if row.again:
        return f"see @{row.name}: " if row.name else "see: "
    if row.name is None:
        return ""
    return f"{row.name}{'.' if row.name.isdecimal() else ':'} "


def _notes(shown: Shown) -> str:
    """What stands after the text: how much is folded, and what will become of the branch."""
    changed = f", {shown.changed_below:,} changed" if shown.changed_below else ""
    hidden = f" (+{shown.row.descendants:,}{changed})" if shown.folded else ""
    return f"{hidden} (to be moved)" if shown.cut else hidden


def _guides(depth: int, cells: int, *, first: bool) -> Line:
    indent = indentation(depth, cells)
    if not depth:
        return []
    if indent == _COLUMN * depth:
        return [("│ " * depth, _PREFIX + "guide")]
    # Too deep to be told by its place: by a number.
    number = str(depth) if len(str(depth)) < indent else "…"
    return [(f"{number if first else '':>{indent - 1}} ", _PREFIX + "muted")]


def _signs(shown: Shown) -> Line:
    row = shown.row
    signs = [((f"{_FOLDED} " if shown.folded else f"{_OPEN} ") if shown.parent else "  ", _PREFIX + "muted")]
    if row.kind == "section":
        return signs
    mark = row.mark or (_QUESTION if row.kind == "question" else _THESIS if row.role == "thesis" else " ")
    signs.append((f"{mark} ", _PREFIX + _LOOKS.get(mark, "text")))
    if row.kind == "question":
        return signs
    sign = SIGNS[row.standing] if row.standing else " "
    if shown.before:
        signs += [(f"{SIGNS[shown.before]}→{sign}", _PREFIX + "changed"), (" ", _PREFIX + "text")]
    else:
        signs.append((f"{sign} ", _PREFIX + (row.standing or "text")))
    return signs


def _rule(line: str, room: int) -> Line:
    """What is left of a heading's line, drawn through."""
    left = room - cell_len(line) - 1
    return [(f" {'─' * left}", _PREFIX + "guide")] if left > 0 else []


def _label_look(shown: Shown) -> str:
    if shown.muted:
        return _PREFIX + "muted"
    if shown.row.again:
        return _PREFIX + "again"
    return _PREFIX + ("fallen-label" if shown.row.standing == "falls" else "label")


def _text_look(shown: Shown) -> str:
    row = shown.row
    if shown.cut:
        return _PREFIX + "cut"
    if row.kind == "section":
        return _PREFIX + "section"
    if row.again and not shown.muted:
        return _PREFIX + "again"
    if shown.muted or row.standing == "falls":
        return _PREFIX + "muted"
    return _PREFIX + ("thesis" if row.role == "thesis" else "text")
