"""One row of the editor as pieces in styles."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

import attrs
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from argmap.editor.text_area.shown import after_whole, is_plain, measured, whole, wholes

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
    start, stop, lead = _on_the_screen(row)
    segments = _segments(row.text, row.layers, (start, stop), ground=ground, styles=styles)
    before = [Segment(" " * (row.hang + lead), ground)] if row.hang + lead else []
    strip = Strip([*before, *segments]).extend_cell_length(row.width, ground)
    return Strip.join([Strip(gutter), strip])


def _on_the_screen(row: Row) -> tuple[int, int, int]:
    """The columns of a row that are on the screen, and the cells left free by a wide character cut in two."""
    length, most = len(row.text) + 1, row.skipped + row.width - row.hang
    if is_plain(row.text):
        return min(row.skipped, length), max(min(most, length), 0), 0
    reached, start, stop, lead = 0, length, 0, 0
    for column, after, cells in (*wholes(measured(row.text)), (length - 1, length, 1)):
        if reached >= row.skipped and start == length:
            start, lead = column, min(reached - row.skipped, row.width)
        reached += cells
        if reached <= most:
            stop = after
    return start, max(start, stop), lead if start < length else 0


def _segments(
    text: str,
    layers: Sequence[Layer],
    columns: tuple[int, int],
    *,
    ground: Style,
    styles: Mapping[str, Style],
) -> Iterator[Segment]:
    plain = is_plain(text)
    shown: Sequence[str] = f"{text} " if plain else [*measured(text).pieces, " "]
    if not plain:
        layers = [
            (whole(text, start), after_whole(text, max(stop - 1, 0)), name) for start, stop, name in layers
        ]
        layers = [*_marks(text, shown), *layers]
    first, last = columns
    edges = {first, last, *(edge for layer in layers for edge in layer[:2] if first < edge < last)}
    for start, stop in pairwise(sorted(edges)):
        style = ground
        for begin, end, name in layers:
            if begin <= start and stop <= end:
                style += styles[name]
        yield Segment("".join(shown[start:stop]), style)


def _marks(text: str, shown: Sequence[str]) -> Iterator[Layer]:
    """Characters that are written out, so that nobody takes `<U+202E>` for what was written."""
    for column, (character, piece) in enumerate(zip(text, shown, strict=False)):
        if len(piece) > 1 and character != "\t":
            yield column, column + 1, "mark"
