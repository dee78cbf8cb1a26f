"""A handout for a seminar: diagram, argument, open questions and sources, as PDF, Typst or Markdown."""

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Literal

import attrs

from argmap.drawing.engine import DrawingError
from argmap.drawing.picture import USUAL, Picture
from argmap.model.elements import Source
from argmap.model.map import ArgumentMap
from argmap.pages.citation_styles import USUAL_STYLE, CitationStyle, style_named
from argmap.pages.handout_content import Handout, handout_content
from argmap.reasoning.standing import Standing

HandoutFormat = Literal["pdf", "typ", "md"]

_TEMPLATE = Path(__file__).with_name("handout.typ")
_FROM_OUTSIDE = b"#let data = json(bytes(sys.inputs.data))\n\n"


class UnusableStyleError(ValueError):
    """The text of a CSL file that Typst cannot set a bibliography by; the message says why."""


@attrs.frozen
class HandoutWishes:
    """How a handout is wanted. `picture` is its diagram's; the outline shows the standings that are in it.

    `standings` judge every claim of the whole map, and say which are open. `paper` is one of
    `handout_diagrams.PAGES`.
    """

    standings: Mapping[str, Standing]
    picture: Picture = USUAL
    style: CitationStyle = attrs.field(factory=lambda: style_named(USUAL_STYLE))
    paper: str = "a4"


def handout_pdf(
    argument_map: ArgumentMap, wishes: HandoutWishes, *, report: Callable[[str], None] | None = None
) -> bytes:
    """The handout as a tagged PDF, the same bytes each time where engine and fonts are the same.

    `report` is told in a sentence what a reader may not be able to see. Raises DrawingError, and
    UnusableStyleError for a CSL file.
    """
    from argmap.drawing.export import report_fonts
    from argmap.drawing.metrics import LAYOUT_FONT
    from argmap.drawing.typesetting import typeset_source

    if report:
        report_fonts(argument_map, wishes.picture, report)
    data = _data(argument_map, wishes, report)
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    try:
        made = typeset_source(
            _FROM_OUTSIDE + _TEMPLATE.read_bytes(),
            "pdf",
            inputs=inputs,
            machine_fonts=wishes.picture.theme.font != LAYOUT_FONT,
        )
    except DrawingError as problem:
        if wishes.style.csl is not None and "CSL" in str(problem.__cause__):
            raise UnusableStyleError(f"{wishes.style.name}: {problem.__cause__}") from problem
        raise
    assert isinstance(made, bytes)  # a PDF is one file
    return made


def handout_typst(
    argument_map: ArgumentMap, wishes: HandoutWishes, *, report: Callable[[str], None] | None = None
) -> str:
    """The handout as one Typst source that compiles alone, diagrams and all; raises DrawingError."""
    from argmap.pages.typst_literal import typst_literal

    data = typst_literal(_data(argument_map, wishes, report))
    return f"#let data = {data}\n\n{_TEMPLATE.read_text(encoding='utf-8')}"


def handout_markdown(argument_map: ArgumentMap, wishes: HandoutWishes, *, diagram: str | None = None) -> str:
    """The handout as CommonMark; `diagram` is the address of a drawing to show, if there is one."""
    from argmap.pages.handout_markdown import markdown

    return markdown(_content(argument_map, wishes), argument_map.sources, diagram=diagram)


def _content(argument_map: ArgumentMap, wishes: HandoutWishes) -> Handout:
    return handout_content(
        argument_map,
        picture=wishes.picture,
        standings=wishes.standings,
    )


def _data(
    argument_map: ArgumentMap, wishes: HandoutWishes, report: Callable[[str], None] | None
) -> dict[str, Any]:
    from argmap.pages.handout_data import handout_data
    from argmap.pages.handout_diagrams import diagrams

    drawn = diagrams(argument_map, picture=wishes.picture, paper=wishes.paper, report=report)
    sources: Mapping[str, Source] = argument_map.sources
    return handout_data(
        _content(argument_map, wishes), drawn, sources=sources, style=wishes.style, paper=wishes.paper
    )
