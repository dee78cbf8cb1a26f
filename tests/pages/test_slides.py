"""A map as slides: one inference more on each, and nothing moves."""

import io
import re
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import argmap
from argmap.drawing.engine import DrawingError
from argmap.drawing.paper import Fitted, page_named
from argmap.drawing.picture import Picture
from argmap.pages import slides
from argmap.pages.presenting import moments
from argmap.pages.slides import draw_slides

DEBATE = argmap.parse("""
map Debate
question q: Which?
  answer one: One
  answer two: Two
section Why
thesis t: T
  because a: A
    because a1: A1
  because p: P
  and r: R
  unless u: U
  but @a
section Else
claim e: E
  because @a1
""")


def shown(svg: bytes) -> list[str]:
    """The ids of what is seen, in the order of the drawing."""
    return re.findall(r'<g id="([^"]+)"', svg.decode())


def test_each_slide_shows_more_and_the_last_everything() -> None:
    found = [set(shown(svg)) for svg in draw_slides(DEBATE, "svg")]
    assert all(one < other for one, other in pairwise(found))
    whole = argmap.parse("")
    assert {f"claim-{label}" for label in DEBATE.claims} <= found[-1]
    assert len(shown(draw_slides(whole, "svg")[0])) == 0


def test_the_thesis_comes_first_then_step_by_step() -> None:
    asked = argmap.parse("thesis t: T\n  because a: A\n    because b: B\n  and c: C\n  but d: D\n")
    cards = [
        {id.removeprefix("claim-") for id in shown(svg) if id.startswith("claim-")}
        for svg in draw_slides(asked, "svg")
    ]
    assert [sorted(one) for one in cards] == [["t"], ["a", "c", "t"], ["a", "b", "c", "t"], list("abcdt")]


def test_nothing_moves_between_slides() -> None:
    found = [svg.decode() for svg in draw_slides(DEBATE, "svg")]
    assert len({re.search(r"<svg [^>]*>", svg)[0] for svg in found}) == 1
    last = found[-1]
    for svg in found:
        for text in re.findall(r"<text [^>]*>[^<]*</text>\n", svg):
            assert text in last or " / " in text


def test_a_linked_step_appears_with_its_box_and_its_dot() -> None:
    found = [set(shown(svg)) for svg in draw_slides(DEBATE, "svg")]
    together = {"claim-p", "claim-r"}
    assert all(together <= ids or together.isdisjoint(ids) for ids in found)
    boxed = [any(id.startswith("box-") for id in ids) for ids in found]
    assert boxed == [together <= ids for ids in found]


def test_a_frame_is_seen_as_soon_as_something_is_in_it() -> None:
    found = [set(shown(svg)) for svg in draw_slides(DEBATE, "svg")]
    assert all(("section-else" in ids) == ("claim-e" in ids) for ids in found)


def test_every_slide_has_its_number_and_the_title() -> None:
    found = [svg.decode() for svg in draw_slides(DEBATE, "svg")]
    for number, svg in enumerate(found, start=1):
        assert f">{number} / {len(found)}</text>" in svg
        assert ">Debate</text>" in svg


def test_slides_are_16_to_9_unless_another_page_is_asked_for() -> None:
    usual, other = (
        draw_slides(DEBATE, "svg", picture=Picture(page=page))[0].decode()
        for page in (None, page_named("a4-landscape"))
    )
    assert 'width="960.00pt" height="540.00pt"' in usual
    assert 'width="841.89pt" height="595.28pt"' in other


def test_fitted_slides_have_the_title_in_the_caption() -> None:
    found = draw_slides(DEBATE, "svg", picture=Picture(page=Fitted()))
    assert all(">Debate</text>" in svg.decode() for svg in found)
    assert " / " not in found[0].decode()


def test_a_pdf_has_a_page_a_slide() -> None:
    pypdf = pytest.importorskip("pypdf", reason="reading PDF back needs pypdf")
    (pdf,) = draw_slides(DEBATE, "pdf")
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == len(draw_slides(DEBATE, "svg"))
    assert (pages[0].mediabox.width, pages[0].mediabox.height) == pytest.approx((960, 540))


def test_too_many_slides_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slides, "_MOST", 3)
    with pytest.raises(DrawingError, match="slides, of 3 at most: choose a part"):
        draw_slides(DEBATE, "svg")


def test_text_too_small_for_a_slide_is_told_with_the_parts_that_would_do() -> None:
    wide = "thesis t: T\n" + "".join(f"  because r{n}: R\n    because s{n}: S\n" for n in range(20))
    told: list[str] = []
    draw_slides(argmap.parse(wide), "svg", report=told.append)
    assert "pt on 16:9, and under 6 pt" in told[0]
    assert "--pages" not in told[0]


LINES = st.lists(st.sampled_from(["because", "but", "and", "unless"]), max_size=8)


@settings(max_examples=60)
@given(LINES, LINES)
def test_every_claim_and_step_has_its_moment(first: list[str], second: list[str]) -> None:
    lines = ["thesis t: T", *(f"  {word} a{n}: A" for n, word in enumerate(first))]
    lines += ["thesis v: V", *(f"  {word} b{n}: B" for n, word in enumerate(second)), "  but @t"]
    made = argmap.parse("\n".join(lines))
    found = list(moments(made))
    assert {label for moment in found for label in moment.claims} == set(made.claims)
    steps = [moment.step.id for moment in found if moment.step]
    assert sorted(steps) == sorted(made.inferences)


def test_a_reference_comes_with_the_step_that_it_is_in() -> None:
    text = "thesis t: T\n  because a: A\n    because c: C\n  because b: B\n    because @c\n"
    slides = draw_slides(argmap.parse(text), "svg", picture=Picture(layout="tidy"))
    references = [slide.count(b'class="node reference"') for slide in slides]
    assert references[0] == 0
    assert references == sorted(references)
    assert references[-1] == 1
