"""The cards: a claim, a thesis, a question, and linked premises side by side, as HTML-like labels."""

from collections.abc import Iterable, Sequence

import attrs

from argmap.drawing.escape import html_text
from argmap.drawing.metrics import is_measured
from argmap.drawing.theme import Theme
from argmap.drawing.wording import Wording

_BLANK = "\u00a0"
_BULLET = "\u00a0·\u00a0"
_LEFT = '<BR ALIGN="LEFT"/>'
_CENTRE = "<BR/>"
_OPEN_BORDER = 2  # points; dashes of one point are hard to see
_MARGIN = 12  # points, left and right of the widest line
_PLAIN_TABLE = 'BORDER="0" CELLBORDER="0" CELLSPACING="0"'


def claim_card(wording: Wording, colour: str, theme: Theme, *, anchor: str = "") -> str:
    """A white card with a bar of colour at its left.

    `anchor` are attributes of the table that make it a part of its own in the picture, for a card that
    shares its node with others.
    """
    falls, is_open = wording.standing == "falls", wording.standing == "open"
    border = f'STYLE="DASHED" COLOR="{theme.open_border}"' if is_open else f'COLOR="{theme.border}"'
    colour = theme.fallen_ink if falls else colour
    grey = f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.fallen_ink if falls else theme.muted}">'
    text = _lines(wording.text, struck=falls)
    footing = (
        f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT">{grey}{_lines(wording.footing)}</FONT></TD></TR>'
        if wording.footing
        else ""
    )
    return (
        f'<TABLE{anchor} BORDER="{_OPEN_BORDER if is_open else 1}" '
        f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="0" '
        f'{border} BGCOLOR="{theme.fallen_fill if falls else theme.paper}">'
        f'<TR><TD WIDTH="5" BGCOLOR="{colour}"></TD><TD CELLPADDING="3">'
        f'<TABLE {_PLAIN_TABLE} CELLPADDING="3">{_heading(wording, colour, theme)}'
        f'<TR><TD COLSPAN="2" ALIGN="LEFT" BALIGN="LEFT" WIDTH="{wording.width + 6}">'
        f"{_coloured(text, theme.fallen_ink) if falls else text}</TD></TR>"
        f"{footing}</TABLE></TD></TR></TABLE>"
    )


def thesis_card(wording: Wording, theme: Theme) -> str:
    """The darkest card, its text large and centred."""
    falls = wording.standing == "falls"
    fill = theme.fallen_thesis_fill if falls else theme.thesis_fill
    muted = f'<FONT POINT-SIZE="{theme.small}" COLOR="{theme.paper if falls else theme.thesis_muted}">'
    font = f'<FONT POINT-SIZE="{theme.thesis_size}" COLOR="{theme.paper}">'
    body = f"{font}<B>{_lines(wording.text, _ending(wording.text, bold=True), struck=falls)}</B></FONT>"
    card = _wide_card(
        wording,
        (f"{muted}{_title(wording)}{_degree(wording)}</FONT>", body, *_footing_row(wording, muted)),
        f'BGCOLOR="{fill}" STYLE="ROUNDED"',
        width=theme.thesis_text_width,
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


def linked_box(cards: Iterable[str], colour: str, tint: str) -> str:
    """Cards side by side in one tinted box; the ports `p0`, `p1`, ... are theirs in order."""
    cells = "".join(f'<TD PORT="p{index}">{card}</TD>' for index, card in enumerate(cards))
    return (
        f'<TABLE BORDER="1" COLOR="{colour}" CELLBORDER="0" CELLSPACING="6" CELLPADDING="0" '
        f'BGCOLOR="{tint}" STYLE="ROUNDED"><TR>{cells}</TR></TABLE>'
    )


def of_equal_height(wordings: Sequence[Wording]) -> list[Wording]:
    """The same wordings with blank lines added, so that cards side by side line up."""
    texts = max(len(wording.text) for wording in wordings)
    footings = max(len(wording.footing) for wording in wordings)
    return [
        attrs.evolve(wording, text=_padded(wording.text, texts), footing=_padded(wording.footing, footings))
        for wording in wordings
    ]


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
