"""A map as a notebook shows it: what is wrong with it, the drawing, and the argument as text.

A notebook has no policy that would stop what a text of the map might do. The drawing therefore stands in an
image, where no script runs and where its ids and styles cannot meet those of other drawings on the same
page; all else is escaped.
"""

import base64
import re

from argmap.documents.outline import outline
from argmap.drawing.engine import DrawingError
from argmap.drawing.export import draw, title_of
from argmap.model.map import ArgumentMap
from argmap.pages.markup import attribute, text
from argmap.source.report_human import human_report

TIME_LIMIT = 20.0
"""Seconds for a drawing: whoever tries things out in a notebook does not wait for a minute."""

_SMALLEST = 0.6  # of its size, so that its words can be read; what is wider is scrolled
_WIDTH = re.compile(r'<svg[^>]* width="([0-9.]+)pt"')


def notebook_svg(argument_map: ArgumentMap) -> str | None:
    """The drawing as an SVG element; None when it cannot be drawn, so that a notebook shows text instead."""
    try:
        svg = draw(argument_map, "svg", time_limit=TIME_LIMIT).decode()
    except DrawingError:
        return None
    return svg[svg.index("<svg") :]


def notebook_html(argument_map: ArgumentMap) -> str:
    """The errors of the map, the drawing, and the outline, folded; open and first where nothing was drawn."""
    return "".join((_errors(argument_map), _picture(argument_map)))


def _errors(argument_map: ArgumentMap) -> str:
    report = human_report(argument_map.errors, argument_map.texts).rstrip()
    return _preformatted(report) if report else ""


def _picture(argument_map: ArgumentMap) -> str:
    words = _preformatted(outline(argument_map, notes=True).rstrip())
    try:
        svg = draw(argument_map, "svg", time_limit=TIME_LIMIT)
    except DrawingError as problem:
        return f"<p>{text(f'The map was not drawn: {problem}')}</p>{words}"
    found = _WIDTH.search(svg.decode())
    narrowest = f"min-width: {_SMALLEST * float(found[1]):.0f}pt; " if found else ""
    address = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    title = attribute(f"{title_of(argument_map)}: the argument map; it follows as text")
    return (
        '<div style="overflow-x: auto">'
        f'<img alt="{title}" src="{address}" style="{narrowest}max-width: 100%; height: auto"></div>'
        f"<details><summary>As text</summary>{words}</details>"
    )


def _preformatted(words: str) -> str:
    return f'<pre style="white-space: pre-wrap">{text(words)}</pre>'
