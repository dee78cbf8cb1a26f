"""The cards: a claim, a thesis, a question, and linked premises side by side, as HTML-like labels."""

import math
from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.drawing.directions import Direction
from argmap.drawing.escape import html_text
from argmap.drawing.metrics import is_measured, text_width
from argmap.drawing.theme import Bar, Mark, Theme
from argmap.drawing.wording import Wording

_BLANK = "\u00a0"
_BULLET = "\u00a0·\u00a0"
_LEFT = '<BR ALIGN="LEFT"/>'
_CENTRE = "<BR/>"
_OPEN_BORDER = 2  # points; dashes of one point are hard to see
_SCORE_WIDTH = 50  # points
_LINE_BAR = 2  # points, the width of a bar that is a line
_MARGIN = 12  # points, left and right of the widest line
_PLAIN_TABLE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0"'


def claim_card(wording: Wording, mark: Mark, theme: Theme, *, anchor: str = "") -> str:
    """A light card, at its left the bar of its mark.

    `anchor` are attributes of the table that make it a part of its own in the picture, for a card that
    shares its node with others.
    """
    falls, is_open = wording.standing == "falls", wording.standing == "open"
    border = f'STYLE="DASHED" COLOR="{theme.open_border}"' if is_open else f'COLOR="{theme.border}"'
    colour = theme.fallen_ink if falls else theme.colours[mark]
    grey = f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.fallen_ink if falls else theme.muted}">'
    text = _lines(wording.text, struck=falls)
    footing = (
        f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT">{grey}{_lines(wording.footing)}</FONT></TD></TR>'
        if wording.footing
        else ""
    )
    scores = "".join(
        f'<TR><TD COLSPAN="2" ALIGN="LEFT">{score}</TD></TR>'
        for score in _score_rows(wording, colour, grey, align=' ALIGN="LEFT"')
    )
    return (
        f'<TABLE{anchor} BORDER="{_OPEN_BORDER if is_open else 1}" '
        f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" '
        f'{border} BGCOLOR="{theme.fallen_fill if falls else theme.card_fill}">'
        f'<TR>{_bar(theme.bars[mark], colour)}<TD CELLPADDING="3">'
        f'<TABLE {_PLAIN_TABLE} CELLPADDING="3">{_heading(wording, colour, theme)}'
        f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT" WIDTH="{wording.width + 6}">'
        f"{_coloured(text, theme.fallen_ink) if falls else text}</TD></TR>"
        f"{footing}{scores}</TABLE></TD></TR></TABLE>"
    )


def thesis_card(wording: Wording, theme: Theme, *, width: int) -> str:
    """The card that stands out, its text large and centred; at least `width` points wide."""
    falls = wording.standing == "falls"
    fill = theme.fallen_thesis_fill if falls else theme.thesis_fill
    ink = theme.fallen_thesis_ink if falls else theme.thesis_ink
    grey = theme.fallen_thesis_ink if falls else theme.thesis_muted
    muted = f'<FONT POINT-SIZE="{theme.small}" COLOR="{grey}">'
    font = f'<FONT POINT-SIZE="{theme.thesis_size}" COLOR="{ink}">'
    body = f"{font}<B>{_lines(wording.text, _ending(wording.text, bold=True), struck=falls)}</B></FONT>"
    card = _wide_card(
        wording,
        (
            f"{muted}{_title(wording)}{_degree(wording)}</FONT>",
            body,
            *_footing_row(wording, muted),
            *_score_rows(wording, ink, muted),
        ),
        f'BGCOLOR="{fill}" COLOR="{theme.thesis_border}" STYLE="ROUNDED"',
        width=width,
        border=theme.thesis_border_width,
    )
    return _in_open_border(card, theme) if wording.standing == "open" else card


def question_card(wording: Wording, colour: str, theme: Theme) -> str:
    """A rounded card that asks: its answers stand below it as rivals."""
    muted = f'<FONT POINT-SIZE="{theme.small}" COLOR="{colour}">'
    font = f'<FONT POINT-SIZE="{theme.size + 2}">'
    body = f"{font}<I>{_lines(wording.text, _ending(wording.text))}</I></FONT>"
    return _wide_card(
        wording,
        (f"{muted}{_title(wording)}</FONT>", body, *_footing_row(wording, muted)),
        f'BGCOLOR="{theme.question_fill}" COLOR="{colour}" STYLE="ROUNDED"',
        width=theme.text_width,
        border=1,
    )


def linked_box(
    cards: Iterable[str], colour: str, tint: str, *, direction: Direction, arriving: Sequence[int]
) -> str:
    """Cards side by side, or stacked in a map that grows sideways, in one tinted box.

    The ports `p0`, `p1`, ... are theirs in order. Where several lines arrive at one, as `arriving` counts
    them, each has a port of its own on that side, `p0_0`, `p0_1`, ..., so that their heads stand apart.
    """
    between = "</TR><TR>" if direction.is_sideways else ""
    cells = between.join(
        f'<TD PORT="p{index}">{_with_landings(card, index, count, direction)}</TD>'
        for index, (card, count) in enumerate(zip(cards, arriving, strict=True))
    )
    return (
        f'<TABLE BORDER="1" COLOR="{colour}" CELLBORDER="0" CELLSPACING="6" CELLPADDING="0" '
        f'BGCOLOR="{tint}" STYLE="ROUNDED"><TR>{cells}</TR></TABLE>'
    )


def _with_landings(card: str, index: int, count: int, direction: Direction) -> str:
    """A card and, along the side where its premises arrive, so many cells without height, one for a line."""
    if count < 2:
        return card
    next_to_it = "</TR><TR>" if direction.is_sideways else ""
    landings = next_to_it.join(f'<TD PORT="p{index}_{number}"></TD>' for number in range(count))
    beside = f'<TABLE {_PLAIN_TABLE} CELLPADDING="0"><TR>{landings}</TR></TABLE>'
    parts = [card, beside] if direction.premise_side in ("s", "e") else [beside, card]
    below = "" if direction.is_sideways else "</TR><TR>"
    cells = below.join(f"<TD>{part}</TD>" for part in parts)
    return f'<TABLE {_PLAIN_TABLE} CELLPADDING="0"><TR>{cells}</TR></TABLE>'


def of_equal_height(wordings: Sequence[Wording]) -> list[Wording]:
    """The same wordings with blank lines added, so that cards side by side line up."""
    texts = max(len(wording.text) for wording in wordings)
    footings = max(len(wording.footing) for wording in wordings)
    return [
        attrs.evolve(wording, text=_padded(wording.text, texts), footing=_padded(wording.footing, footings))
        for wording in wordings
    ]


def of_equal_width(wordings: Sequence[Wording], theme: Theme) -> list[Wording]:
    """The same wordings as wide as the widest, so that stacked cards line up."""
    width = max(_content_width(wording, theme) for wording in wordings)
    return [attrs.evolve(wording, width=width) for wording in wordings]


def _content_width(wording: Wording, theme: Theme) -> int:
    """Of the widest line on a card, in points."""
    heading = [*wording.name[:-1], f"{''.join(wording.name[-1:])} · {wording.role.upper()}  {wording.degree}"]
    small = [text_width(line, theme.small, bold=True) for line in (*heading, *wording.footing)]
    return max(wording.width, *map(math.ceil, small))


def _bar(bar: Bar, colour: str) -> str:
    """The left cell of a card."""
    if bar == "none":
        return ""
    if bar == "block":
        return f'<TD WIDTH="5" BGCOLOR="{colour}"></TD>'
    sides, style = ("LR", "SOLID") if bar == "double" else ("L", bar.upper())
    return f'<TD WIDTH="7" SIDES="{sides}" BORDER="{_LINE_BAR}" STYLE="{style}" COLOR="{colour}"></TD>'


def _in_open_border(card: str, theme: Theme) -> str:
    """A dark card inside a dashed border, which would not be seen on it."""
    return (
        f'<TABLE BORDER="{_OPEN_BORDER}" STYLE="ROUNDED,DASHED" COLOR="{theme.open_border}" '
        f'CELLBORDER="0" CELLSPACING="3" CELLPADDING="0"><TR><TD>{card}</TD></TR></TABLE>'
    )


def _coloured(text: str, colour: str) -> str:
    return f'<FONT COLOR="{colour}">{text}</FONT>'


def _padded(lines: Sequence[str], count: int) -> tuple[str, ...]:
    return (*lines, *[_BLANK] * (count - len(lines)))


def _heading(wording: Wording, colour: str, theme: Theme) -> str:
    small = f'<FONT POINT-SIZE="{theme.small}" COLOR="{colour}">'
    title = f'ALIGN="LEFT" BALIGN="LEFT">{small}{_title(wording)}</FONT></TD>'
    if not wording.degree:
        return f'<TR><TD COLSPAN="2" {title}</TR>'
    return f'<TR><TD {title}<TD ALIGN="RIGHT">{small}{html_text(wording.degree)}</FONT></TD></TR>'


def _title(wording: Wording) -> str:
    """Name and role on one line; a name of several lines goes before the role."""
    role = wording.role.upper()
    if not wording.name:
        return role
    name = _LEFT.join(f"<B>{html_text(line)}</B>" for line in wording.name)
    return f"{name}{_BULLET if len(wording.name) == 1 else _LEFT}{role}"


def _degree(wording: Wording) -> str:
    return _BULLET + html_text(wording.degree) if wording.degree else ""


def _score_rows(wording: Wording, colour: str, font: str, *, align: str = "") -> Iterator[str]:
    """The strength as a bar, filled so far as the claim goes, and its figure; nothing where none is shown."""
    if not wording.score_text:
        return
    figure = f"{font}{_BLANK}{html_text(wording.score_text)}</FONT>"
    if wording.score is None:
        yield figure
        return
    filled = round(wording.score * _SCORE_WIDTH)
    widths = ((filled, f' BGCOLOR="{colour}"'), (_SCORE_WIDTH - filled, ""))
    cells = "".join(f'<TD WIDTH="{width}" HEIGHT="4"{fill}></TD>' for width, fill in widths if width)
    bar = (
        f'<TABLE BORDER="1" COLOR="{colour}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" '
        f'FIXEDSIZE="TRUE" WIDTH="{_SCORE_WIDTH + 2}" HEIGHT="6"><TR>{cells}</TR></TABLE>'
    )
    yield (
        f'<TABLE {_PLAIN_TABLE}{align} CELLPADDING="0" '
        f'FIXEDSIZE="TRUE" WIDTH="{_SCORE_WIDTH + 26}" HEIGHT="10"><TR>'
        f'<TD WIDTH="{_SCORE_WIDTH + 2}">{bar}</TD><TD ALIGN="LEFT">{figure}</TD></TR></TABLE>'
    )


def _footing_row(wording: Wording, font: str) -> list[str]:
    return [f"{font}{_lines(wording.footing, _CENTRE)}</FONT>"] if wording.footing else []


def _wide_card(wording: Wording, rows: Iterable[str], style: str, *, width: int, border: int = 0) -> str:
    """Centred rows over an empty one that holds the card to a least width."""
    cells = "".join(f"<TR><TD>{row}</TD></TR>" for row in rows)
    width = max(width, wording.width + _MARGIN)
    return (
        f'<TABLE BORDER="{border}" CELLBORDER="0" CELLSPACING="0" CELLPADDING="6" {style}>{cells}'
        f'<TR><TD HEIGHT="1" WIDTH="{width}" CELLPADDING="0"></TD></TR></TABLE>'
    )


def _ending(lines: Sequence[str], *, bold: bool = False) -> str:
    """Centred where the engine knows how wide the text is; other text it would put too far right."""
    return _CENTRE if all(is_measured(line, bold) for line in lines) else _LEFT


def _lines(lines: Sequence[str], ending: str = _LEFT, *, struck: bool = False) -> str:
    """Every line ended: Graphviz aligns a line by the break after it."""
    joined = ending.join(_struck(line) if struck else html_text(line) or _BLANK for line in lines)
    return joined + ending if ending == _LEFT else joined


def _struck(line: str) -> str:
    """The line struck through; one that only fills a card up is left alone."""
    return f"<S>{html_text(line)}</S>" if line.strip() else _BLANK
