"""A drawing on its page: the same SVG with another view."""

import re
from xml.etree import ElementTree

import attrs
import pytest
from layouts import SVG

import argmap
from argmap.drawing.engine import DrawingError
from argmap.drawing.export import draw
from argmap.drawing.legibility import too_small
from argmap.drawing.looks import look_theme
from argmap.drawing.metrics import text_width
from argmap.drawing.paper import A4, SLIDE, Fitted, page_named, spot
from argmap.drawing.picture import Picture
from argmap.drawing.setting import heading_line, set_on_page, shortened
from argmap.model.parts.choice import Choice, choose
from maps import karabakh

SMALL = argmap.parse("map M\nthesis t: T\n  because r: R\n")
NAMES = ["a4", "a3-landscape", "letter", "16:9", "4:3"]


def on(page_name: str, **picture: object) -> ElementTree.Element:
    asked = Picture(page=page_named(page_name), **picture)
    return ElementTree.fromstring(draw(SMALL, "svg", picture=asked))


def view(drawing: ElementTree.Element) -> list[float]:
    return [float(number) for number in drawing.attrib["viewBox"].split()]


@pytest.mark.parametrize("name", NAMES)
def test_the_view_has_the_proportion_of_the_page(name: str):
    drawing = on(name)
    width, height = (float(drawing.attrib[side].removesuffix("pt")) for side in ("width", "height"))
    _, _, wide, high = view(drawing)
    assert width / height == pytest.approx(wide / high, rel=1e-4)


def test_the_drawing_keeps_its_places_and_names_on_any_page():
    plain = ElementTree.fromstring(draw(SMALL, "svg"))
    assert [group.attrib for group in on("a4").iter(f"{SVG}g")] == [
        group.attrib for group in plain.iter(f"{SVG}g")
    ]
    assert [text.attrib for text in on("a4").iter(f"{SVG}text")] == [
        text.attrib for text in plain.iter(f"{SVG}text")
    ]


def test_the_whole_page_has_the_colour_of_the_sheet():
    drawing = on("16:9", theme=look_theme("cards", dark=True))
    (ground,) = drawing.iter(f"{SVG}rect")
    assert ground.attrib["fill"] == look_theme("cards", dark=True).sheet
    assert [float(ground.attrib[side]) for side in ("x", "y", "width", "height")] == view(drawing)


def test_a_fitted_page_without_margin_shows_what_the_drawing_alone_shows():
    assert view(on("fitted")) == view(ElementTree.fromstring(draw(SMALL, "svg")))


def test_a_heading_has_title_and_number_at_both_margins():
    place = spot(300, 200, A4, heading=True)
    line = heading_line("A <b> & c", "2 / 7", page=A4, place=place, theme=look_theme())
    title, number = ElementTree.fromstring(f"<g>{line}</g>")
    assert (title.text, number.text) == ("A <b> & c", "2 / 7")
    assert float(title.attrib["x"]) == pytest.approx(A4.margin, abs=0.01)
    assert float(number.attrib["x"]) == pytest.approx(place.width - A4.margin, abs=0.01)
    assert number.attrib["text-anchor"] == "end"


@pytest.mark.parametrize("title", ["short", "long " * 100, "\u202eright to left " * 40, ""])
def test_a_title_leaves_room_for_the_number(title: str):
    shown = shortened(title, width=200, size=9)
    assert text_width(shown, 9, bold=True) <= 200
    assert (shown == title) == (text_width(title, 9, bold=True) <= 200)


def test_what_is_no_drawing_is_refused():
    with pytest.raises(DrawingError, match="no size"):
        set_on_page(b"<svg/>", spot(1, 1, A4), theme=look_theme())


def test_text_too_small_for_its_page_is_told_with_what_helps():
    told: list[str] = []
    picture = Picture(page=SLIDE)
    draw(karabakh(sections=True), "svg", picture=picture, report=told.append)
    (said,) = told
    assert "pt on 16:9, and under 6 pt it can hardly be read" in said
    assert "--pages spreads it over about" in said


def test_no_text_is_said_to_be_of_no_size():
    assert too_small([("", 0.03)], "A4", []).startswith("the text is under 0.1 pt on A4, ")
    assert too_small([("", 0.1)], "A4", []).startswith("the text is 0.1 pt on A4, ")


def reasons(count: int) -> str:
    return "".join(f"  because r{number}: Reason number {number} among many\n" for number in range(count))


def test_a_larger_page_is_named_only_where_it_is_enough():
    told: list[str] = []
    wide = argmap.parse("thesis t: T\n" + reasons(9))
    draw(wide, "svg", picture=Picture(page=A4, layout="dot"), report=told.append)
    assert "--page a3 makes it" in told[0]
    told.clear()
    wider = argmap.parse("thesis t: T\n" + reasons(60))
    draw(wider, "svg", picture=Picture(page=A4, layout="dot"), report=told.append)
    assert "--page" not in told[0].replace("--pages", "")


@pytest.mark.parametrize("name", ["a4", "16:9", "a4-portrait"])
def test_the_parts_that_are_named_can_be_read(name: str):
    asked = Picture(page=page_named(name))
    told: list[str] = []
    draw(karabakh(sections=True), "svg", picture=asked, report=told.append)
    said = told.pop()
    depths = [int(depth) for depth in re.findall(r"--depth (\d+)", said)]
    titles = re.findall(r"--section “(.+?)”", said)
    choices = [Choice(depth=depth) for depth in depths] + [Choice(section=title) for title in titles]
    assert choices
    for choice in choices:
        part = choose(karabakh(sections=True), choice)
        draw(part.map, "svg", picture=attrs.evolve(asked, cuts=part.cuts), report=told.append)
    assert told == []


@pytest.mark.parametrize("page", [Fitted(), A4, None])
def test_text_that_can_be_read_is_not_spoken_of(page: object):
    told: list[str] = []
    draw(SMALL, "svg", picture=attrs.evolve(Picture(), page=page), report=told.append)
    assert told == []
