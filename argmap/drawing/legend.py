"""What stands under a diagram: title, author and date, and a legend of exactly the marks that occur."""

import math
from collections.abc import Iterable, Iterator, Sequence, Set

import attrs

from argmap.drawing.arrangement import Arrangement
from argmap.drawing.escape import html_text
from argmap.drawing.metrics import text_width
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Mark, Theme, mark_of
from argmap.drawing.wrap import balanced_lines
from argmap.model.elements import StrengthWord
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import date_text, full_reference
from argmap.reasoning.standing import Standing
from argmap.reasoning.strength import NOTE as STRENGTH_NOTE

NOTHING_YET = "There are no claims here yet."
"""Instead of an empty sheet."""
_MEANINGS: dict[Mark, str] = {
    "support": "supports",
    "evidence": "is evidence for",
    "attack": "objects to",
    "undercut": "questions the step",
    "answer": "answers",
}
_HEADS = {"normal": "◄", "normalnormal": "◄◄", "odot": "○", "odiamond": "◊"}
_STANDINGS: tuple[Standing, ...] = ("stands", "falls", "open")
_WEAKEST_FIRST: tuple[StrengthWord, ...] = ("weak", "moderate", "strong", "conclusive")
_TABLE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0"'
_TITLE_WIDTH = 420  # points
_LONGEST_READ = 2_000
_IN_A_ROW = 5
_STROKE_WIDTH = 26
_GAP = "\u00a0\u00a0"
_SAMPLE_WIDTH = 64  # points: the mark, and the room after the words
_ROW_HEIGHT = 14


@attrs.frozen
class _Entry:
    """One mark of the legend, with its width in points."""

    table: str
    width: int


def caption(
    argument_map: ArgumentMap,
    arrangement: Arrangement,
    picture: Picture,
    *,
    notes: Sequence[str] = (),
    refers: bool = False,
) -> str:
    """The label of the whole graph as an HTML-like table; empty when there is nothing to say.

    `notes` are those on no card; `refers` says whether cards refer to claims that are drawn elsewhere.
    """
    whose = f"Judged with the verdicts of {picture.reader}" if picture.reader else ""
    absent = "" if argument_map.claims or argument_map.questions else NOTHING_YET
    rows = [
        *_title_rows(argument_map, picture),
        *_small_rows(absent, picture.theme),
        *(row for text in (*notes, whose) for row in _small_rows(text, picture.theme)),
        *(_legend_rows(argument_map, arrangement, picture, refers=refers) if picture.legend else ()),
    ]
    cells = "".join(f'<TR><TD ALIGN="LEFT" BALIGN="LEFT">{row}</TD></TR>' for row in rows)
    # Apart from the lowest card.
    return f'<TABLE {_TABLE} CELLPADDING="3"><TR><TD HEIGHT="8"></TD></TR>{cells}</TABLE>' if cells else ""


def _title_rows(argument_map: ArgumentMap, picture: Picture) -> Iterator[str]:
    theme = picture.theme
    if title := picture.title_of(argument_map):
        font = f'<FONT POINT-SIZE="{theme.size + 2}" COLOR="{theme.ink}">'
        for line in _wrapped(title, size=theme.size + 2, bold=True):
            yield f"{font}<B>{html_text(line)}</B></FONT>"
    date = date_text(argument_map.date) if argument_map.date else None
    whose = "\u00a0\u00a0·\u00a0\u00a0".join(part for part in (argument_map.author, date) if part)
    for line in _wrapped(whose, size=theme.size) if whose else ():
        yield f'<FONT COLOR="{theme.muted}">{html_text(line)}</FONT>'
    mapped = argument_map.sources.get(argument_map.text or "")
    yield from _small_rows(f"The text: {full_reference(mapped)}" if mapped else "", theme)


def _legend_rows(
    argument_map: ArgumentMap, arrangement: Arrangement, picture: Picture, *, refers: bool
) -> Iterator[str]:
    steps = [argument_map.inferences[step] for step in arrangement.premises]
    groups = (
        [
            *_mark_entries(argument_map, arrangement, picture.theme),
            *([_entry(_reference_sample(picture.theme), "drawn elsewhere", picture.theme)] if refers else ()),
        ],
        list(_width_entries({step.strength or "moderate" for step in steps}, picture.theme)),
        list(_standing_entries(argument_map, picture)),
    )
    yield from map(_legend_row, _in_rows(groups))
    if not picture.strengths.keys().isdisjoint(argument_map.claims):
        yield from _small_rows(STRENGTH_NOTE, picture.theme)


def _small_rows(text: str, theme: Theme) -> Iterator[str]:
    for line in _wrapped(text, size=theme.small) if text else ():
        yield f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.muted}">{html_text(line)}</FONT>'


def _wrapped(text: str, *, size: int, bold: bool = False) -> list[str]:
    return balanced_lines(text[:_LONGEST_READ], width=_TITLE_WIDTH, size=size, bold=bold).texts


def _in_rows(groups: Iterable[Sequence[_Entry]]) -> Iterator[Sequence[_Entry]]:
    """What belongs together stays together: in one row, or in rows of about equal length."""
    row: list[_Entry] = []
    for group in groups:
        if row and len(row) + len(group) > _IN_A_ROW:
            yield row
            row = []
        length = math.ceil(len(group) / math.ceil(len(group) / _IN_A_ROW)) if group else 1
        *full, last = [group[start : start + length] for start in range(0, len(group), length)] or [[]]
        yield from full
        row += last
    if row:
        yield row


def _mark_entries(argument_map: ArgumentMap, arrangement: Arrangement, theme: Theme) -> Iterator[_Entry]:
    steps = [argument_map.inferences[step] for step in arrangement.premises]
    marks = {mark_of(step) for step in steps}
    if any(
        answer in argument_map.claims
        for question in argument_map.questions.values()
        for answer in question.answers
    ):
        marks.add("answer")
    for mark, meaning in _MEANINGS.items():
        if mark in marks:
            yield _entry(_line_sample(mark, theme), meaning, theme)
    if any(len(premises) > 1 for premises in arrangement.premises.values()):
        yield _entry(_linked_sample(theme), "premises that count only together", theme)


def _width_entries(strengths: Set[StrengthWord], theme: Theme) -> Iterator[_Entry]:
    """The widths of lines, where a step says that it is not of the usual strength."""
    if strengths <= {"moderate"}:
        return
    for strength in _WEAKEST_FIRST:
        if strength in strengths:
            yield _entry(_stroke(theme.muted, theme.widths[strength], "solid"), strength, theme)


def _standing_entries(argument_map: ArgumentMap, picture: Picture) -> Iterator[_Entry]:
    """What the cards' borders and struck texts say, for the standings that occur."""
    shown = {picture.standings.get(label) for label in argument_map.claims}
    for standing in _STANDINGS:
        if standing in shown:
            yield _entry(_standing_sample(standing, picture.theme), standing, picture.theme)


def _legend_row(entries: Sequence[_Entry]) -> str:
    """Entries side by side; fixed in size, since Graphviz would spread them to the width of the title."""
    cells = "".join(f'<TD ALIGN="LEFT">{entry.table}</TD>' for entry in entries)
    width = sum(entry.width for entry in entries)
    return (
        f'<TABLE {_TABLE} CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{_ROW_HEIGHT}" '
        f'ALIGN="LEFT"><TR>{cells}</TR></TABLE>'
    )


def _entry(sample: str, meaning: str, theme: Theme) -> _Entry:
    """A sample of a mark and what it means."""
    width = round(text_width(meaning, theme.small)) + _SAMPLE_WIDTH
    return _Entry(
        f'<TABLE {_TABLE} CELLPADDING="0" FIXEDSIZE="TRUE" WIDTH="{width}" HEIGHT="{_ROW_HEIGHT}" '
        f'ALIGN="LEFT"><TR>{sample}<TD ROWSPAN="2" ALIGN="LEFT">'
        f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.muted}">{_GAP}{meaning}</FONT></TD></TR>'
        f'<TR><TD HEIGHT="6"></TD></TR></TABLE>',
        width,
    )


def _line_sample(mark: Mark, theme: Theme) -> str:
    """A line with its head at the left."""
    line, colour = theme.lines[mark], theme.colours[mark]
    if line.head == "tee":
        head = f'<TD ROWSPAN="2" WIDTH="3" BGCOLOR="{colour}"></TD>'
    else:
        sign = _HEADS[line.head]
        head = f'<TD ROWSPAN="2"><FONT POINT-SIZE="{theme.small}" COLOR="{colour}">{sign}</FONT></TD>'
    return head + _stroke(colour, theme.width(None), line.style)


def _stroke(colour: str, width: float, style: str) -> str:
    """A line as the lower border of an empty cell, halfway down."""
    return (
        f'<TD SIDES="B" BORDER="{round(width)}" STYLE="{style}" COLOR="{colour}" '
        f'WIDTH="{_STROKE_WIDTH}" HEIGHT="6"></TD>'
    )


def _standing_sample(standing: Standing, theme: Theme) -> str:
    """A small card with a word on it."""
    falls = standing == "falls"
    border = (
        f'BORDER="2" STYLE="DASHED" COLOR="{theme.open_border}"'
        if standing == "open"
        else f'BORDER="1" COLOR="{theme.border}"'
    )
    return (
        f'<TD ROWSPAN="2" WIDTH="{_STROKE_WIDTH}" {border} '
        f'BGCOLOR="{theme.fallen_fill if falls else theme.card_fill}">'
        f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.fallen_ink if falls else theme.ink}">'
        f'{"<S>claim</S>" if falls else "claim"}</FONT></TD><TD HEIGHT="6"></TD>'
    )


def _reference_sample(theme: Theme) -> str:
    return (
        f'<TD ROWSPAN="2" WIDTH="{_STROKE_WIDTH}" BORDER="1" STYLE="ROUNDED" COLOR="{theme.border}" '
        f'BGCOLOR="{theme.card_fill}">'
        f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.muted}">see</FONT></TD><TD HEIGHT="6"></TD>'
    )


def _linked_sample(theme: Theme) -> str:
    colour = theme.colours["support"]
    return (
        f'<TD ROWSPAN="2" WIDTH="12" BGCOLOR="{colour}" STYLE="ROUNDED">'
        f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.dot_ink}"><B>+</B></FONT></TD>'
        f'<TD HEIGHT="6"></TD>'
    )
