"""Strengths, notes, the legend and the title: what a picture shows when it is asked to, or leaves out."""

import re
from xml.etree import ElementTree

import pytest
from test_legend import caption

from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine
from argmap.drawing.export import draw
from argmap.drawing.picture import Picture
from argmap.model.elements import Citation, Note
from argmap.model.map import ArgumentMap
from argmap.reasoning.strength import NOTE
from maps import NOWHERE, argument_map, because, claim, question, section, source, thesis

SVG = "{http://www.w3.org/2000/svg}"


def strong(map: ArgumentMap, *, picture: Picture) -> dict[str, tuple[list[str], list[float]]]:
    """By the id of a card, its texts, and the widths of the filled rectangles as high as a bar, in points."""
    drawing = ElementTree.fromstring(draw(map, "svg", picture=picture))
    found = {}
    for card in drawing.iter(f"{SVG}g"):
        if (card.get("id") or "").startswith("claim-"):
            corners = [
                [tuple(map_float(point)) for point in shape.attrib["points"].split()]
                for shape in card.iter(f"{SVG}polygon")
                if shape.get("fill") != "none"
            ]
            widths = [
                max(x for x, _ in points) - min(x for x, _ in points)
                for points in corners
                if max(y for _, y in points) - min(y for _, y in points) <= 5
            ]
            found[card.attrib["id"]] = ([text.text or "" for text in card.iter(f"{SVG}text")], widths)
    return found


def map_float(point: str) -> list[float]:
    return [float(number) for number in point.split(",")]


def pair() -> ArgumentMap:
    return argument_map(thesis("t"), claim("a"), claim("b"), because("t", "a"), because("t", "b"))


def test_a_strength_is_a_bar_and_a_figure(engine: Engine) -> None:
    cards = strong(pair(), picture=Picture(strengths={"t": 1.0, "a": 0.5, "b": 0.0}))
    for label, figure, width in (("t", "1.00", 50), ("a", "0.50", 25)):
        texts, bars = cards[f"claim-{label}"]
        assert f"\u00a0{figure}" in texts
        assert bars == [pytest.approx(width, abs=1.5)]
    texts, bars = cards["claim-b"]
    assert "\u00a00.00" in texts
    assert bars == []


def test_a_strength_that_a_loop_leaves_open_has_no_bar(engine: Engine) -> None:
    texts, bars = strong(pair(), picture=Picture(strengths={"a": None}))["claim-a"]
    assert texts[-1] == "\u00a0not settled"
    assert bars == []


def test_the_strength_is_spoken() -> None:
    assert 'tooltip="a, reason, strength 0.25: Text of a"' in to_dot(pair(), Picture(strengths={"a": 0.25}))


def test_no_strength_is_shown_without_a_wish() -> None:
    assert not re.search(r"strength 0|0\.\d\d<", to_dot(pair()))
    assert NOTE not in caption(pair())


def test_the_legend_says_that_strength_is_no_probability() -> None:
    assert caption(pair(), Picture(strengths={"a": 0.25}))[-1] == NOTE
    assert NOTE not in caption(pair(), Picture(strengths={"elsewhere": 0.25}))


def noted() -> ArgumentMap:
    notes = (
        Note("Of the map", NOWHERE, "map"),
        Note("Of a section", NOWHERE, None, section="first"),
        Note("Of a source", NOWHERE, "source", "work"),
        Note("Of a claim <b>", NOWHERE, "claim", "a", citations=(Citation("work", locator="p. 3"),)),
        Note("Of a question", NOWHERE, "question", "q"),
        Note("Of a step", NOWHERE, "inference", "s"),
        Note("Of a review", NOWHERE, "review", "mira"),
    )
    return argument_map(
        section("First"),
        source("work", "A work", "Writer, A.", date="1990"),
        question("q", "Which?"),
        thesis("t"),
        claim("a"),
        claim("b"),
        because("t", "a", "b", id="s"),
        notes=notes,
    )


def test_notes_stand_on_the_cards_that_they_are_about() -> None:
    dot = to_dot(noted(), Picture(notes=True))
    cards = {line.split('"')[1]: line for line in dot.splitlines() if line.startswith('"')}
    assert "Note: Of a question" in cards["question-q"]
    box = re.sub("<BR[^>]*>", " ", cards["box-s"])
    assert "Note: Of a claim &lt;b&gt; (Writer 1990, p. 3)" in box
    assert "Note on this step: Of a step" in box


def test_notes_about_what_has_no_card_stand_below_the_map() -> None:
    lines = caption(noted(), Picture(notes=True))
    assert lines[:3] == [
        "Note: Of the map",
        "Note on “First”: Of a section",
        "Note on Writer 1990: Of a source",
    ]


def test_notes_are_left_out_unless_they_are_asked_for() -> None:
    assert "Note" not in to_dot(noted())


def test_a_long_note_is_cut_on_its_card() -> None:
    long = Note("word " * 400, NOWHERE, "claim", "a")
    dot = to_dot(argument_map(claim("a"), notes=(long,)), Picture(notes=True))
    assert "…" in dot
    assert dot.count("word") < 150


def test_a_picture_without_a_legend_keeps_its_title() -> None:
    titled = argument_map(thesis("t"), claim("a"), because("t", "a"), title="Free will")
    picture = Picture(legend=False, strengths={"a": 0.5}, standings={"a": "falls"})
    assert caption(titled, picture) == ["Free will"]


def test_another_title_takes_the_place_of_the_map_s() -> None:
    titled = argument_map(thesis("t", "So it is"), title="Free will")
    drawing = draw(titled, "svg", picture=Picture(title="Sheet 3: <will>")).decode()
    assert '<title id="map-title">Sheet 3: &lt;will&gt;</title>' in drawing
    assert "Free will" not in drawing


def test_an_empty_title_leaves_the_map_s_out() -> None:
    titled = argument_map(thesis("t", "So it is"), title="Free will")
    assert caption(titled, Picture(title="")) == []
