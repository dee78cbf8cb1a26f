"""A handout as the data that its Typst template sets: texts, numbers, lists, and nothing that Typst runs."""

from collections.abc import Mapping, Sequence
from typing import Any
from unicodedata import bidirectional

from argmap.drawing.bidi import contained
from argmap.drawing.escape import clean
from argmap.drawing.legend import NOTHING_YET
from argmap.drawing.pdf import for_print, spoken
from argmap.drawing.typesetting import typst_language
from argmap.model.elements import Citation, Source
from argmap.model.reference_text import cite
from argmap.pages.citation_styles import CitationStyle
from argmap.pages.handout_content import Handout, OutlineLine, StandardLine
from argmap.pages.handout_diagrams import Diagram
from argmap.pages.handout_runs import Remark, Runs, Sources
from argmap.pages.hayagriva import hayagriva

_LEFTWARD = frozenset({"R", "AL", "RLE", "RLO", "RLI"})

_ON_TEXT_PAGE = 300.0
"""Points; a diagram that is no higher needs no page of its own."""


def apart(text: str) -> str:
    """The text without controls, and isolated where it runs from right to left (Unicode Standard Annex 9).

    What stands beside it then keeps its order.
    """
    shown = "".join(contained([clean(text)]))
    if shown.isascii() or not any(bidirectional(character) in _LEFTWARD for character in shown):
        return shown
    return f"\u2068{shown}\u2069"


def handout_data(
    handout: Handout,
    diagrams: Sequence[Diagram],
    *,
    sources: Mapping[str, Source],
    style: CitationStyle,
    paper: str,
) -> dict[str, Any]:
    """Everything that the template asks for. `sources` are those of the map."""
    # Numbers for keys: whatever a key holds, Typst takes it, and styles never show it.
    names = {key: f"source-{number}" for number, key in enumerate(handout.cited, 1)}

    def pieces(runs: Runs) -> list[dict[str, Any]]:
        return [
            {"manner": "sources", "citations": [citation(one) for one in run.citations]}
            if isinstance(run, Sources)
            else {"manner": run.manner, "text": apart(run.text)}
            for run in runs
        ]

    def citation(one: Citation) -> dict[str, Any]:
        place = one.key == handout.mapped and one.locator and not one.prefix
        if place or one.key not in names:
            shown = one.locator if place else cite(None, one)
            return {"key": None, "prefix": "", "locator": apart(shown)}
        return {"key": names[one.key], "prefix": apart(one.prefix), "locator": apart(one.locator)}

    def outline_line(line: OutlineLine) -> dict[str, Any]:
        return {
            "depth": line.depth,
            "mark": line.mark,
            "runs": pieces(line.runs),
            "standing": line.standing,
        }

    def remark(entry: Remark) -> dict[str, Any]:
        return {"about": apart(entry.about), "runs": pieces(entry.runs)}

    return {
        "title": clean(handout.title),
        "byline": apart(handout.byline),
        "author": clean(handout.author),
        "language": typst_language(handout.language),
        "paper": paper,
        "mapped": names[handout.mapped] if handout.mapped else None,
        "diagrams": [_diagram(diagram) for diagram in diagrams],
        "judgement": handout.judgement,
        "nothing_yet": "" if handout.outline else NOTHING_YET,
        "outline": [
            {"heading": apart(part.heading), "lines": [outline_line(line) for line in part.lines]}
            for part in handout.outline
        ],
        "standard": [
            {"heading": apart(part.heading), "lines": [_standard_line(line) for line in part.lines]}
            for part in handout.standard
        ],
        "notes": [remark(note) for note in handout.notes],
        "questions": [
            {"heading": heading, "entries": [remark(entry) for entry in entries]}
            for heading, entries in handout.questions.lists()
        ],
        "sources": hayagriva({names[key]: sources[key] for key in handout.cited}) if names else "",
        "style": style.name,
        "csl": style.csl,
        "in_notes": style.in_notes,
    }


def _diagram(diagram: Diagram) -> dict[str, Any]:
    svg = diagram.svg.decode("utf-8")
    return {
        "title": apart(diagram.title),
        "svg": for_print(svg),
        "alt": spoken(svg),
        "width": diagram.width,
        "height": diagram.height,
        "landscape": diagram.landscape,
        "on_text_page": not diagram.landscape and diagram.scale * diagram.height <= _ON_TEXT_PAGE,
    }


def _standard_line(line: StandardLine) -> dict[str, Any]:
    return {
        "text": apart(line.text),
        "number": line.number,
        "aside": apart(line.aside),
        "inset": line.inset,
        "opens": line.opens,
    }
