"""The pages that pictures are set on, and where a drawing stands on them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.paper import PAGE_NAMES, Fitted, Page, page_named, spot

SIDES = st.floats(1, 20_000)
FIXED = [name for name in PAGE_NAMES if name != "fitted"]


def page(name: str, margin: float | None = None) -> Page:
    found = page_named(name, margin=margin)
    assert isinstance(found, Page)
    return found


@given(SIDES, SIDES, st.sampled_from(FIXED), st.booleans())
def test_a_drawing_lies_inside_the_margins_in_the_middle(w: float, h: float, name: str, heading: bool):
    sheet = page(name)
    place = spot(w, h, sheet, heading=heading)
    assert place.left >= sheet.margin - 0.01
    assert place.top >= sheet.margin - 0.01
    assert place.left + place.scale * w <= place.width - sheet.margin + 0.01
    assert place.top + place.scale * h <= place.height - sheet.margin + 0.01
    assert place.left == pytest.approx((place.width - place.scale * w) / 2, abs=0.01)


@given(SIDES, SIDES, st.sampled_from(FIXED))
def test_a_drawing_is_as_large_as_it_fits_up_to_a_limit(w: float, h: float, name: str):
    sheet = page(name)
    place = spot(w, h, sheet)
    room = place.width - 2 * sheet.margin, place.height - 2 * sheet.margin
    touches = [place.scale * w >= room[0] - 0.01, place.scale * h >= room[1] - 0.01]
    assert place.scale == sheet.largest or any(touches)


def test_paper_is_turned_as_it_prints_larger_unless_its_way_is_named():
    assert spot(400, 100, page("a4")).width == pytest.approx(841.89, abs=0.01)
    assert spot(100, 400, page("a4")).width == pytest.approx(595.28, abs=0.01)
    assert spot(400, 100, page("a4-portrait")).width == pytest.approx(595.28, abs=0.01)
    assert spot(100, 400, page("a4-landscape")).width == pytest.approx(841.89, abs=0.01)


@pytest.mark.parametrize(("name", "proportion"), [("16:9", 16 / 9), ("4:3", 4 / 3)])
def test_slides_have_the_proportion_that_they_are_named_for(name: str, proportion: float):
    place = spot(10, 900, page(name))
    assert place.width / place.height == pytest.approx(proportion)


def test_a_margin_is_given_in_millimetres():
    assert page("a4", margin=25.4).margin == pytest.approx(72)
    assert spot(100, 50, page_named("fitted", margin=25.4)).width == pytest.approx(244)


def test_a_fitted_page_is_as_large_as_its_drawing():
    place = spot(321, 123, Fitted())
    assert (place.width, place.height, place.scale, place.left, place.top) == (321, 123, 1, 0, 0)
