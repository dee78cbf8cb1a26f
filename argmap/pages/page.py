"""The page: the drawing, the argument as lists, and the script and styles that it needs, in one file.

Nothing is fetched and nothing can be: a Content-Security-Policy (W3C, level 3) allows the page's own script
and styles by their hashes and forbids all else, so that no text of a map can ever do anything.
"""

from collections.abc import Callable
from importlib.resources import files

from argmap.drawing.export import draw
from argmap.drawing.pdf import drawing_size
from argmap.drawing.picture import USUAL, Picture
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import date_text
from argmap.pages.colours import colour_rules
from argmap.pages.details import known
from argmap.pages.markup import attribute, data, text
from argmap.pages.plan import plan
from argmap.pages.policy import policy
from argmap.pages.reading import reading, section_choices
from argmap.reasoning.standing import Standings

_HERE = files("argmap.pages")
_SCRIPT = ("argument", "stage", "reader", "controls")
"""The files of the page's script, in their order."""

_WIDE = 1.15
"""Of its height; from this width on a drawing prints larger on paper that is turned."""


def to_page(
    argument_map: ArgumentMap,
    standings: Standings,
    *,
    picture: Picture = USUAL,
    standing_shown: bool = False,
    reader: str | None = None,
    report: Callable[[str], None] | None = None,
) -> bytes:
    """A map as one HTML file for reading and presenting; UTF-8.

    `standings` are those of the map, or of a larger one that it is a part of, by the verdicts of `reader` if
    one is named. `picture` says how it is drawn; its theme must be that of the usual look, whose colours the
    page turns into dark ones, and it shows no standing, which the page does. `standing_shown` says whether
    they are to be seen from the start. `report` is told what `draw` has to say. Raises DrawingError.
    """
    about = known(argument_map, standings)
    style = colour_rules() + _own("page.css")
    early = _own("script/early.js")
    script = f'"use strict";\n{{\n{"".join(_own(f"script/{name}.js") for name in _SCRIPT)}}}\n'
    drawing = draw(argument_map, "svg", picture=picture, report=report)
    width, height = drawing_size(drawing)
    title = argument_map.title or "Argument map"
    date = date_text(argument_map.date) if argument_map.date else None
    values = {
        "language": attribute(argument_map.language or "en"),
        "policy": attribute(policy(style, early, script)),
        "title": text(title),
        "about": text(" · ".join(part for part in (argument_map.author, date) if part)),
        "standing": "true" if standing_shown else "false",
        "shape": "wide" if width > _WIDE * height else "tall",
        "judged": text(f"Judged with the verdicts of {reader}" if reader else "Judged on its own terms"),
        "sections": section_choices(argument_map),
        "no-sections": "" if argument_map.sections else "hidden",
        "drawing": _part_of_page(drawing.decode()),
        "reading": reading(about),
        "plan": data(plan(argument_map, standings)),
        "style": style,
        "early": early,
        "script": script,
    }
    return _filled(_own("page.html"), values).encode("utf-8", "replace")


def _own(name: str) -> str:
    return _HERE.joinpath(name).read_text(encoding="utf-8")


def _filled(template: str, values: dict[str, str]) -> str:
    """The template with every `{{name}}` replaced, in one pass: what stands in a value is left alone."""
    first, *parts = template.split("{{")
    written = [first]
    for part in parts:
        name, _, after = part.partition("}}")
        written += [values[name], after]
    return "".join(written)


def _part_of_page(svg: str) -> str:
    """The drawing as a part of the page: without its XML declaration, its links out of the order of Tab.

    The lists below say all that it says, and their links are the ones to walk through.
    """
    return svg[svg.index("<svg") :].replace('<a href="', '<a tabindex="-1" href="')
