"""One row of the editor as pieces in styles."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from argmap.editor.text_area.shown import after_whole, is_plain, measured, whole

Layer = tuple[int, int, str]
"""(start, stop, style) in columns of the row's text; a later layer lies over an earlier one."""


@attrs.frozen(cache_hash=True)
class Row:
    """All that the look of a row depends on.

    `number` and `sign` stand in the gutter. `text` hangs in by `hang` cells; a space stands after it, for
    the cursor. `width` counts the cells of the text, of which those from `skipped` on are on the screen.
    """

    number: str
    sign: str
    sign_style: str
    hang: int
    text: str
    layers: tuple[Layer, ...]
    has_cursor: bool
    width: int
    skipped: int = 0


def painted(row: Row, styles: Mapping[str, Style]) -> Strip:
    """The row in the styles that its layers name; `base` lies under everything."""
    ground = styles["base"]
    if row.has_cursor:
        ground += styles["cursor-line"]
    gutter_style = styles["base"] + styles["cursor-gutter" if row.has_cursor else "gutter"]
    gutter = [Segment(row.number, gutter_style)] if row.number else []
    if row.sign:
        sign_style = gutter_style + styles[row.sign_style] if row.sign_style else gutter_style
        gutter += [Segment(row.sign, sign_style), Segment(" ", gutter_style)]
    text, layers, skipped = _on_the_screen(row)
    segments = list(_segments(text, layers, ground=ground, styles=styles))
    hang = [Segment(" " * row.hang, ground)] if row.hang else []
    strip = Strip([*hang, *segments])
    if skipped:
        strip = strip.crop(skipped)
    return Strip.join([Strip(gutter), strip.adjust_cell_length(row.width, ground)])


def _on_the_screen(row: Row) -> tuple[str, Sequence[Layer], int]:
    """The part of a long row that is worth painting, its layers, and the cells still to be cut off."""
    text = row.text + " "
    if not is_plain(text) or len(text) <= row.skipped + row.width:
        return text, row.layers, row.skipped
    start, stop = row.skipped, row.skipped + row.width
    layers = [
        (max(begin - start, 0), min(end, stop) - start, name)
        for begin, end, name in row.layers
        if begin < stop and end > start
    ]
    return text[start:stop], layers, 0


def _segments(
    text: str, layers: Sequence[Layer], *, ground: Style, styles: Mapping[str, Style]
) -> Iterator[Segment]:
    plain = is_plain(text)
    shown: Sequence[str] = text if plain else measured(text).pieces
    if not plain:
        layers = [
            (whole(text, start), after_whole(text, max(stop - 1, 0)), name) for start, stop, name in layers
        ]
        layers = [*_marks(text, shown), *layers]
    edges = {0, len(text), *(edge for layer in layers for edge in layer[:2] if 0 < edge < len(text))}
    places = sorted(edges)
    for start, stop in pairwise(places):
        style = ground
        for begin, end, name in layers:
            if begin <= start and stop <= end:
                style += styles[name]
        yield Segment("".join(shown[start:stop]), style)


def _marks(text: str, shown: Sequence[str]) -> Iterator[Layer]:
    """Characters that are written out, so that nobody takes `<U+202E>` for what was written."""
    for column, (character, piece) in enumerate(zip(text, shown, strict=True)):
        if len(piece) > 1 and character != "\t":
            yield column, column + 1, "mark"
