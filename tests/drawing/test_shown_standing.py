"""How a judgement is shown: on the cards, in the legend, and to those who listen."""

import io
import re
from xml.etree import ElementTree

import pytest
from test_legend import caption

from argmap.drawing.contrast import contrast
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine
from argmap.drawing.export import draw
from argmap.drawing.looks import look_theme
from argmap.drawing.picture import Picture
from argmap.model.map import ArgumentMap
from argmap.reasoning.standing import judge
from maps import argument_map, because, but, claim, karabakh, thesis

CARDS = look_theme()
SVG = "{http://www.w3.org/2000/svg}"


def every_standing() -> ArgumentMap:
    """A box with a premise that stands and one that falls; an objection that is open; a thesis that falls."""
    return argument_map(
        thesis("t", "The bridge should be closed"),
        claim("safe", "Cars endanger those who walk"),
        claim("loud", "The traffic is loud", likely=(0.1, "unlikely")),
        claim("ring", "The ring road can take these cars"),
        claim("plan", "Nobody has planned for that"),
        claim("shops", "The shops need the cars", likely=(0.9, None)),
        because("t", "safe", "loud", id="s"),
        but("t", "ring"),
        but("ring", "plan"),
        but("t", "shops"),
    )


STANDINGS = {
    "t": "falls",
    "safe": "stands",
    "loud": "falls",
    "ring": "open",
    "plan": "stands",
    "shops": "stands",
}


def judged(map: ArgumentMap) -> Picture:
    return Picture(standings=judge(map).claims)


def drawing_of(map: ArgumentMap) -> ElementTree.Element:
    return ElementTree.fromstring(draw(map, "svg", picture=judged(map)))


def card(drawing: ElementTree.Element, label: str) -> ElementTree.Element:
    (found,) = (g for g in drawing.iter(f"{SVG}g") if g.get("id") == f"claim-{label}")
    return found


def struck(part: ElementTree.Element) -> str:
    """The text of a part that is struck through."""
    lines = (text for text in part.iter(f"{SVG}text") if text.get("text-decoration") == "line-through")
    return " ".join(text.text or "" for text in lines)


def is_dashed(part: ElementTree.Element) -> bool:
    return any(shape.get("stroke-dasharray") for shape in part.iter())


def test_the_map_of_these_tests_has_every_standing():
    assert judge(every_standing()).claims == STANDINGS


def test_without_a_judgement_no_standing_is_shown():
    assert not re.search(r"falls|stands|<S>|DASHED", to_dot(every_standing()))


def test_the_text_of_a_claim_that_falls_is_struck_and_no_other(engine: Engine):
    drawing = drawing_of(every_standing())
    assert {label: struck(card(drawing, label)) for label in STANDINGS} == {
        "t": "The bridge should be closed",
        "safe": "",
        "loud": "The traffic is loud",
        "ring": "",
        "plan": "",
        "shops": "",
    }


def test_all_that_is_on_a_card_that_falls_is_grey(engine: Engine):
    texts = card(drawing_of(every_standing()), "loud").iter(f"{SVG}text")
    assert {(text.get("fill") or "").upper() for text in texts} == {CARDS.fallen_ink}


def test_the_border_of_a_claim_that_is_open_is_dashed_and_no_other(engine: Engine):
    drawing = drawing_of(every_standing())
    assert [label for label in STANDINGS if is_dashed(card(drawing, label))] == ["ring"]


def test_a_thesis_that_is_open_has_a_dashed_border_around_it(engine: Engine):
    loop = argument_map(thesis("t", "So it is"), claim("a"), but("t", "a"), but("a", "t"))
    drawing = drawing_of(loop)
    assert is_dashed(card(drawing, "t"))
    assert struck(card(drawing, "t")) == ""


def test_the_standing_is_spoken_and_is_a_class(engine: Engine):
    drawing = drawing_of(every_standing())
    assert (
        card(drawing, "loud").findtext(f"{SVG}title") == "loud, premise, unlikely, falls: The traffic is loud"
    )
    for label, standing in STANDINGS.items():
        assert (card(drawing, label).get("class") or "").split()[-1] == standing


def test_the_description_says_how_the_thesis_fares(engine: Engine):
    description = drawing_of(every_standing()).findtext(f"{SVG}desc") or ""
    assert description.endswith("Thesis, falls: The bridge should be closed")


def test_struck_text_is_still_text_in_a_pdf(engine: Engine):
    pypdf = pytest.importorskip("pypdf", reason="reading PDF back needs pypdf")
    pdf = draw(every_standing(), "pdf", picture=judged(every_standing()))
    text = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].extract_text()
    assert "The traffic is loud" in " ".join(text.split())


def test_every_claim_is_still_drawn_once(engine: Engine):
    ids = [g.get("id") for g in drawing_of(karabakh(sections=True)).iter(f"{SVG}g")]
    for label in karabakh().claims:
        assert ids.count(f"claim-{label.replace('_', '__')}") == 1


def test_premises_side_by_side_stay_of_equal_height(engine: Engine):
    parts = [thesis("t"), claim("a", "word " * 30), claim("b", "B", likely=(0.1, None))]
    map = argument_map(*parts, because("t", "a", "b", id="s"))
    drawing = drawing_of(map)
    heights = []
    for label in "ab":
        points = next(card(drawing, label).iter(f"{SVG}polygon")).get("points") or ""
        ys = [float(point.split(",")[1]) for point in points.split()]
        heights.append(max(ys) - min(ys))
    assert heights[0] == pytest.approx(heights[1], abs=1)
    assert struck(card(drawing, "b")) == "B"


def test_the_legend_says_what_the_standings_that_occur_look_like():
    map = every_standing()
    entries = caption(map, judged(map))
    assert entries[-6:] == ["claim", "stands", "claim", "falls", "claim", "open"]


@pytest.mark.parametrize("standing", ["stands", "falls", "open"])
def test_the_legend_names_no_standing_that_does_not_occur(standing: str):
    map = argument_map(thesis("t"))
    assert caption(map, Picture(standings={"t": standing})) == ["claim", standing]  # type: ignore[dict-item]


def test_a_standing_of_a_claim_that_is_not_drawn_is_not_in_the_legend():
    assert caption(argument_map(thesis("t")), Picture(standings={"gone": "falls"})) == []


def test_the_caption_says_whose_verdicts_count():
    picture = Picture(standings={"t": "open"}, reader="mira <x>")
    assert "Judged with the verdicts of mira &lt;x&gt;" in caption(argument_map(thesis("t")), picture)


def test_what_falls_is_told_from_what_stands_in_grey():
    assert contrast(CARDS.thesis_fill, CARDS.fallen_thesis_fill) >= 2
