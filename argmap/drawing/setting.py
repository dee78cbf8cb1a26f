"""A finished drawing set on a page: the same SVG with a view as large as the page around it."""

import re
from html import escape

from argmap.drawing.bidi import contained
from argmap.drawing.engine import DrawingError
from argmap.drawing.escape import clean
from argmap.drawing.metrics import is_measured, text_width
from argmap.drawing.paper import Page, Spot
from argmap.drawing.theme import Theme

_VIEW = re.compile(r' width="[\d.]+pt" height="[\d.]+pt" viewBox="([\d.-]+) ([\d.-]+) ([\d.]+) ([\d.]+)"')
_GROUND = re.compile(r"<rect [^>]*/>\n")
_GAP = 12.0
"""Points between the two texts of a heading."""


def set_on_page(svg: bytes, place: Spot, *, theme: Theme, heading: str = "") -> bytes:
    """A drawing that `finish_svg` made, on its page, which is all of the colour of the theme's sheet.

    Sizes in the drawing stay what they are: its view is changed, so every part keeps its place and name.
    `heading` is what `heading_line` wrote. Raises DrawingError for any other SVG.
    """
    text = svg.decode()
    start, end = text.find("<g "), text.rfind("</svg>")
    head, drawing = text[:start], text[start:end]
    found = _VIEW.search(head)
    if start < 0 or end < 0 or not found:
        raise DrawingError("the drawing has no size; please report this with the map")
    x, y = (float(number) for number in found.groups()[:2])
    view = [x - place.left / place.scale, y - place.top / place.scale]
    view += [place.width / place.scale, place.height / place.scale]
    left, top, width, height = (f"{number:.3f}" for number in view)
    size = (
        f' width="{place.width:.2f}pt" height="{place.height:.2f}pt" viewBox="{left} {top} {width} {height}"'
    )
    ground = f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{theme.sheet}"/>\n'
    head = head[: found.start()] + size + head[found.end() :]
    line = f'<g transform="translate({left} {top}) scale({1 / place.scale:.6f})">\n{heading}</g>\n'
    return f"{_GROUND.sub('', head)}{ground}{drawing}{line if heading else ''}</svg>\n".encode()


def heading_line(title: str, number: str, *, page: Page, place: Spot, theme: Theme) -> str:
    """A title at the left and a number at the right of a page's top, as SVG in points of the page."""
    size, right = page.heading, place.width - page.margin
    room = right - page.margin - text_width(number, size) - _GAP
    baseline = page.margin + size
    shown = contained([shortened(clean(title), width=room, size=size)])[0]
    return _text(shown, page.margin, baseline, size=size, look=f'font-weight="bold" fill="{theme.ink}"') + (
        _text(number, right, baseline, size=size, look=f'text-anchor="end" fill="{theme.muted}"')
    )


def shortened(text: str, *, width: float, size: float) -> str:
    """The text in bold, ending in an ellipsis where it would be longer than so many points."""
    if text_width(text, size, bold=True) <= width:
        return text
    room = width - text_width("…", size, bold=True)
    end = 0
    while end < len(text) and (room := room - text_width(text[end], size, bold=True)) >= 0:
        end += 1
    return f"{text[:end].rstrip()}…"


def _text(words: str, x: float, y: float, *, size: float, look: str) -> str:
    if not words:
        return ""
    bold = "bold" in look
    fitted = (
        f' textLength="{text_width(words, size, bold):.2f}" lengthAdjust="spacingAndGlyphs"'
        if is_measured(words, bold)
        else ""
    )
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" font-size="{size:.2f}" {look}{fitted}>'
        f"{escape(words, quote=False)}</text>\n"
    )
