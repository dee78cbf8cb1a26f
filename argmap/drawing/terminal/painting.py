"""Cards, boxes and dots as runs of characters."""

from collections.abc import Iterable, Iterator

from argmap.drawing.terminal.chart import Rectangle, Run
from argmap.drawing.terminal.faces import Face
from argmap.drawing.terminal.looks import Border, Ink, Look, border_of
from argmap.drawing.terminal.sizes import Body
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import View
from argmap.drawing.theme import mark_of
from argmap.source.cells import padded, width

Painted = Iterator[tuple[int, Run]]
"""Runs, each with its row."""

_Piece = tuple[str, int, Look]
"""A text, its cells, and its look."""


def place_of(node: Node, body: Body, number: int, view: View) -> Rectangle:
    """The rectangle of one card on a node; cards in a box share the line between them with the next."""
    begin, size = body.parts[number]
    size += number == len(body.parts) - 1 and not (view.growth == "right" and view.zoom == "label")
    if view.growth == "right":
        return Rectangle(node.along, node.across + begin, node.length, size)
    return Rectangle(node.across + begin, node.along, size, node.length)


def painted(node: Node, body: Body, view: View) -> Painted:
    """The runs of a node."""
    if node.kind == "dot":
        yield from _dot(node, body, view)
    elif view.zoom == "label":
        yield from (_stacked_labels if view.growth == "right" else _row_of_labels)(node, body)
    else:
        yield from (_stacked if view.growth == "right" else _side_by_side)(node, body)


def _dot(node: Node, body: Body, view: View) -> Painted:
    x, y = (node.along, node.across) if view.growth == "right" else (node.across, node.along)
    ink: Ink = mark_of(node.step) if node.step else "muted"
    for row, line in enumerate(body.lines):
        words = line.lstrip()
        begin = x + len(line) - len(words)
        sign, closing, rest = words.partition(")") if words.startswith("(") else ("", "", words)
        sign += closing
        if sign:
            yield y + row, Run(begin, sign, len(sign), Look(ink, bold=True))
        if rest:
            yield y + row, Run(begin + len(sign), rest, width(rest), Look("muted", italic=True))


def _border(node: Node, body: Body) -> tuple[Border, Ink]:
    """Of a box that of its step, of a card that of its role."""
    ink: Ink = mark_of(node.step) if len(body.faces) > 1 and node.step else body.faces[0].ink
    return border_of(ink), ink


def _edge(border: Border, face: Face) -> tuple[str, str]:
    return (border.open_along, border.open_up) if face.standing == "open" else (border.along, border.up)


def _heading(face: Face, ink: Ink, *, first: str, last: str, cells: int, edge: str) -> Iterator[_Piece]:
    """A line of the border with the heading in it, `cells` wide with its ends."""
    falls = face.standing == "falls"
    line = Look(ink, dim=falls)
    yield f"{first}{edge} ", 3, line
    title = width(face.title)
    yield face.title, title, Look(face.ink, bold=face.ink == "thesis", dim=falls)
    if face.sign:
        yield f" {face.sign}", 1 + len(face.sign), Look(face.ink, bold=True)
        title += 2
    rest = max(cells - title - 4 - len(last), 0)
    yield f" {edge * rest}{last}", 1 + rest + len(last), line


def _runs(y: int, x: int, pieces: Iterable[_Piece], label: str) -> Painted:
    for text, cells, look in pieces:
        if cells:
            yield y, Run(x, text, cells, look, label)
            x += cells


def _text_row(face: Face, row: int, cells: int) -> _Piece:
    """A line of a card between its borders; blank where the card is larger than what it says."""
    falls = face.standing == "falls"
    if row < len(face.lines):
        text = face.lines[row]
        look = Look("text", face.ink == "thesis", falls, falls, face.asks)
    else:
        row -= len(face.lines)
        text, look = face.notes[row] if row < len(face.notes) else "", Look("muted")
    return f" {padded(text, cells - 1)}", cells, look


def _stacked(node: Node, body: Body) -> Painted:
    border, ink = _border(node, body)
    corners = border.corners
    for number, (face, (begin, size)) in enumerate(zip(body.faces, body.parts, strict=True)):
        edge, up = _edge(border, face)
        look = Look(ink, dim=face.standing == "falls")
        y = node.across + begin
        ends = border.tees[:2] if number else corners[:2]
        heading = _heading(face, ink, first=ends[0], last=ends[1], cells=node.length, edge=edge)
        yield from _runs(y, node.along, heading, face.label)
        for row in range(size - 1):
            pieces = ((up, 1, look), _text_row(face, row, node.length - 2), (up, 1, look))
            yield from _runs(y + 1 + row, node.along, pieces, face.label)
        if number == len(body.faces) - 1:
            line = f"{corners[2]}{edge * (node.length - 2)}{corners[3]}"
            yield y + size, Run(node.along, line, node.length, look, face.label)


def _side_by_side(node: Node, body: Body) -> Painted:
    border, ink = _border(node, body)
    corners, tees = border.corners, border.tees
    bottom = node.along + node.length - 1
    for number, (face, (begin, size)) in enumerate(zip(body.faces, body.parts, strict=True)):
        edge, up = _edge(border, face)
        look = Look(ink, dim=face.standing == "falls")
        x = node.across + begin
        top, foot = (tees[2], tees[3]) if number else (corners[0], corners[2])
        heading = _heading(face, ink, first=top, last="", cells=size, edge=edge)
        yield from _runs(node.along, x, heading, face.label)
        for row in range(node.length - 2):
            pieces = ((up, 1, look), _text_row(face, row, size - 1))
            yield from _runs(node.along + 1 + row, x, pieces, face.label)
        yield bottom, Run(x, foot + edge * (size - 1), size, look, face.label)
        if number == len(body.faces) - 1:
            column = (corners[1], *(up for _ in range(node.length - 2)), corners[3])
            for row, character in enumerate(column):
                yield node.along + row, Run(x + size, character, 1, look, face.label)


def _label_pieces(face: Face, ink: Ink, *, cells: int, first: str, last: str) -> Iterator[_Piece]:
    falls = face.standing == "falls"
    yield first, len(first), Look(ink)
    title = width(face.title)
    yield face.title, title, Look(face.ink, bold=face.ink == "thesis", dim=falls, struck=falls)
    if face.sign:
        yield f" {face.sign}", 1 + len(face.sign), Look(face.ink, bold=True)
        title += 2
    yield " " * (cells - title), cells - title, Look("muted")
    yield last, len(last), Look(ink)


def _stacked_labels(node: Node, body: Body) -> Painted:
    """Labels one below the other between brackets that are as high as the lines that come in need."""
    _, ink = _border(node, body)
    inner = node.length - 2
    rows = body.parts[-1][0] + body.parts[-1][1]
    for face, (begin, size) in zip(body.faces, body.parts, strict=True):
        for row in range(begin, begin + size):
            first, last = _brackets(row, rows)
            if row == begin:
                pieces = _label_pieces(face, ink, cells=inner, first=first, last=last)
                yield from _runs(node.across + row, node.along, pieces, face.label)
                continue
            fill = "─" if row == rows - 1 else " "
            line = f"{first}{fill * inner}{last}"
            yield node.across + row, Run(node.along, line, node.length, Look(ink), face.label)


def _brackets(row: int, rows: int) -> tuple[str, str]:
    if rows == 1:
        return "[", "]"
    if row == 0:
        return "╭", "╮"
    return ("╰", "╯") if row == rows - 1 else ("│", "│")


def _row_of_labels(node: Node, body: Body) -> Painted:
    _, ink = _border(node, body)
    for number, (face, (begin, size)) in enumerate(zip(body.faces, body.parts, strict=True)):
        first = "│" if number else "["
        last = "]" if number == len(body.faces) - 1 else ""
        pieces = _label_pieces(face, ink, cells=size - 1, first=first, last=last)
        yield from _runs(node.along, node.across + begin, pieces, face.label)
