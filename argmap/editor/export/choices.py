"""The choices of an export as rows of a dialog, and what they ask for together."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final, get_args

import attrs

from argmap.drawing.directions import DIRECTIONS
from argmap.drawing.picture import Layout
from argmap.model.map import ArgumentMap
from argmap.model.parts.choice import Choice
from argmap.pages.citation_styles import style_named
from argmap.pages.exporting import ExportWishes, PageWishes
from argmap.pages.picturing import PictureWishes
from argmap.source.cells import printable

_PICTURES: Final = frozenset({"svg", "pdf", "png", "dot"})
_HANDOUTS: Final = frozenset({"handout", "md", "typ"})
_DRAWN: Final = _PICTURES | _HANDOUTS | {"html"}
_DEEPEST: Final = 5


@attrs.frozen
class Value:
    """One of the values of a row: its name for us, and its words for people."""

    id: str
    words: str


@attrs.frozen
class Row:
    """A choice: its name, its words, and its values, the usual one first."""

    id: str
    words: str
    values: tuple[Value, ...]
    forms: frozenset[str] | None = None
    """The forms that it counts for; None for all."""


@attrs.frozen
class Export:
    """What is to be made of which part of a map, and the file that it goes to."""

    part: Choice
    wishes: ExportWishes
    output: Path
    chosen: Mapping[str, str] = attrs.field(factory=dict)
    """The values of the rows that it was made from."""


_FORMS: Final = (
    Value("svg", "SVG, a drawing for the web and for slides"),
    Value("pdf", "PDF, a drawing to print"),
    Value("png", "PNG, a drawing as an image"),
    Value("html", "HTML, a page to read and to present from"),
    Value("handout", "PDF, a handout for a seminar"),
    Value("md", "Markdown, a handout to edit"),
    Value("typ", "Typst, a handout to edit"),
    Value("json", "JSON, data for programs"),
    Value("dot", "DOT, for Graphviz"),
)
_LOOKS: Final = (
    Value("cards", "coloured cards"),
    Value("cards dark", "coloured cards, light on dark"),
    Value("print", "black and white, for photocopies"),
    Value("elbows", "trees with square lines"),
    Value("plain", "outlines only"),
    Value("plain dark", "outlines only, light on dark"),
)
_ON_THE_PAGE: Final = frozenset({"cards", "elbows"})
_LAYOUTS: Final[Mapping[Layout, str]] = {
    "auto": "what suits the map",
    "dot": "on levels, each claim once",
    "tidy": "as trees, with references",
}
_DIRECTIONS: Final = {"down": "down", "up": "up", "right": "to the right", "left": "to the left"}
_JUDGEMENTS: Final = (
    Value("none", "not shown"),
    Value("standing", "which claims fall or are open"),
    Value("strength", "that, and how far each claim goes"),
)
_STYLES: Final = (
    "chicago-author-date",
    "apa",
    "mla",
    "ieee",
    "chicago-notes",
    "modern-humanities-research-association",
)
_PAPERS: Final = ("a4", "a3", "letter")
_PAGES: Final = (
    Value("fitted", "as large as the drawing"),
    Value("a4", "A4"),
    Value("a3", "A3"),
    Value("letter", "Letter"),
    Value("16:9", "a slide, 16:9"),
    Value("4:3", "a slide, 4:3"),
)
_SEVERAL: Final = (
    Value("one", "all on one"),
    Value("pages", "an overview and numbered sheets"),
    Value("steps", "slides, one step more on each"),
)
_PAGED: Final = frozenset({"svg", "pdf", "png"})
_NO: Final = Value("no", "no")
_YES: Final = Value("yes", "yes")


def rows(argument_map: ArgumentMap, *, selected: str | None = None) -> tuple[Row, ...]:
    """The choices for a map, in which a claim or question may be selected."""
    return (
        Row("form", "Form", _FORMS),
        Row("part", "Part", tuple(_parts(argument_map, selected))),
        Row("depth", "Levels", tuple(_depths())),
        Row("look", "Look", _LOOKS, _DRAWN),
        Row("layout", "Layout", tuple(Value(id, _LAYOUTS[id]) for id in get_args(Layout)), _DRAWN),
        Row("direction", "Grows", tuple(Value(id, _DIRECTIONS[id]) for id in DIRECTIONS), _DRAWN),
        Row("judgement", "Judgement", _JUDGEMENTS, _DRAWN),
        Row("notes", "Notes", (_NO, _YES), _DRAWN),
        Row("legend", "Legend", (_YES, _NO), _DRAWN),
        Row(
            "style", "Citations", tuple(Value(name, name) for name in _STYLES), frozenset({"handout", "typ"})
        ),
        Row("page", "Page", _PAGES, _PAGED | {"handout", "typ"}),
        Row("several", "Sheets", _SEVERAL, _PAGED),
    )


def _parts(argument_map: ArgumentMap, selected: str | None) -> Iterable[Value]:
    yield Value("", "the whole map")
    if selected is not None and (selected in argument_map.claims or selected in argument_map.questions):
        yield Value(f"@{selected}", f"@{printable(selected)} and what bears on it")
    for section in argument_map.sections.values():
        yield Value(section.id, f"section {printable(section.title)}")


def _depths() -> Iterable[Value]:
    yield Value("", "all")
    yield Value("0", "none below the top")
    yield from (Value(str(depth), f"{depth} below the top") for depth in range(1, _DEEPEST + 1))


def counts(row: Row, chosen: Mapping[str, str]) -> bool:
    """Whether a row counts with what is chosen in the others."""
    if row.id == "layout" and chosen["look"] == "elbows":
        return False
    return row.forms is None or chosen["form"] in row.forms


def values_of(row: Row, chosen: Mapping[str, str]) -> tuple[Value, ...]:
    """The values of a row that go together with the form that is chosen."""
    if row.id == "look" and chosen["form"] == "html":
        return tuple(value for value in row.values if value.id in _ON_THE_PAGE)
    if row.id == "page" and chosen["form"] in _HANDOUTS:
        return tuple(value for value in row.values if value.id in _PAPERS)
    return row.values


def suffix(form: str) -> str:
    """The suffix of the file for a form."""
    return ".pdf" if form == "handout" else f".{form}"


def part(chosen: Mapping[str, str]) -> Choice:
    """The part of the map that the chosen values ask for."""
    name = chosen["part"]
    return Choice(
        section=name if name and not name.startswith("@") else None,
        focus=(name[1:],) if name.startswith("@") else (),
        depth=int(chosen["depth"]) if chosen["depth"] else None,
    )


def wishes(chosen: Mapping[str, str]) -> ExportWishes:
    """What the chosen values ask for, those that do not count left aside."""
    form = chosen["form"]
    asked: dict[str, Any] = {"form": "pdf" if form == "handout" else form, "handout": form in _HANDOUTS}
    if form in {"handout", "typ"}:
        asked["style"] = style_named(chosen["style"])
    if form in _PAGED | {"handout", "typ"}:
        several = chosen["several"] if form in _PAGED else "one"
        page = None if chosen["page"] == "fitted" else chosen["page"]
        asked["pages"] = PageWishes(page, pages=several == "pages", steps=several == "steps")
    picture = _picture(chosen) if form in _DRAWN else PictureWishes()
    return ExportWishes(picture=picture, **asked)


def _picture(chosen: Mapping[str, str]) -> PictureWishes:
    look, _, dark = chosen["look"].partition(" ")
    values: dict[str, Any] = {"look": look, "direction": chosen["direction"]}
    if look != "elbows":
        values["layout"] = chosen["layout"]
    return PictureWishes(
        **values,
        dark=bool(dark),
        notes=chosen["notes"] == "yes",
        legend=chosen["legend"] == "yes",
        standing=chosen["judgement"] != "none",
        strength=chosen["judgement"] == "strength",
    )
