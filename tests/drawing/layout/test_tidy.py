"""Tidy trees: nothing overlaps, order is kept, lines have room, and deep or wide trees are no worse."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.layout.tidy import tidy
from argmap.drawing.layout.tree import Box, Place, top_down

GAPS = {"beside": 10.0, "below": 20.0}


def box(name: str, *children: Box, width: float = 40, height: float = 30, beside: int = 0) -> Box:
    return Box(name, width, height, list(children), beside=beside)


def middle(places: dict[str, Place], box: Box) -> float:
    return places[box.name].x + box.anchor


def test_a_box_stands_above_the_middle_of_its_children() -> None:
    places = tidy(box("t", box("a"), box("b"), box("c")), **GAPS)
    assert places == {"t": Place(50, 0), "a": Place(0, 50), "b": Place(50, 50), "c": Place(100, 50)}


def test_a_narrow_subtree_slides_under_a_short_neighbour() -> None:
    # b's children are wide, but begin below a, which is short.
    wide = box("b", box("d", width=100), box("e", width=100))
    places = tidy(box("t", box("a"), wide), **GAPS)
    assert places["d"].x < places["a"].x + 40
    assert places["b"].x == 105 - 20


def test_small_subtrees_are_spread_between_large_ones() -> None:
    large = [box(name, box(f"{name}1", width=200)) for name in "ac"]
    places = tidy(box("t", large[0], box("b"), large[1]), **GAPS)
    assert places["b"].x - places["a"].x == pytest.approx(places["c"].x - places["b"].x)


def test_a_dot_stands_above_its_premises_and_keeps_the_way_to_what_is_beside_it() -> None:
    dot = box("dot", box("premise"), box("exception"), width=10, height=10, beside=1)
    tall = box("tall", height=300)
    places = tidy(box("t", dot, tall), **GAPS)
    assert places["dot"].x + 5 == places["premise"].x + 20
    assert places["tall"].x >= places["exception"].x + 20 + 10


def test_10_000_levels_and_10_000_children_are_laid_out() -> None:
    root = last = box("0")
    for number in range(1, 10_000):
        last.children = [box(str(number)), box(f"side-{number}", height=50)]
        last = last.children[0]
    assert len(tidy(root)) == 19_999
    assert len(tidy(box("t", *(box(str(number)) for number in range(10_000))))) == 10_001


sizes = st.integers(1, 60).map(float)


@st.composite
def trees(draw: st.DrawFn) -> Box:
    root = Box("0", draw(sizes), draw(sizes))
    boxes = [root]
    for number in range(1, draw(st.integers(1, 25))):
        parent = boxes[draw(st.integers(0, len(boxes) - 1))]
        child = Box(str(number), draw(sizes), draw(sizes))
        if draw(st.booleans()):
            child.line_at = draw(st.floats(0, child.width))
        parent.children.append(child)
        boxes.append(child)
    for parent in boxes:
        if len(parent.children) > 1 and draw(st.booleans()):
            parent.beside = draw(st.integers(1, len(parent.children) - 1))
    return root


Rectangle = tuple[float, float, float, float]


def overlap(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] - 1e-6 and b[0] < a[2] - 1e-6 and a[1] < b[3] - 1e-6 and b[1] < a[3] - 1e-6


@given(trees())
def test_no_two_boxes_overlap_or_touch_and_order_is_kept(root: Box) -> None:
    places = tidy(root, **GAPS)
    boxes = list(top_down(root))
    grown = [
        (places[b.name].x - 4.9, places[b.name].y - 9.9, places[b.name].x + b.width + 4.9,
         places[b.name].y + b.height + 9.9) for b in boxes
    ]  # fmt: skip
    assert not [
        (a.name, b.name)
        for i, a in enumerate(boxes)
        for j, b in enumerate(boxes[:i])
        if overlap(grown[i], grown[j])
    ]
    for parent in boxes:
        for one, other in pairwise(parent.children):
            assert places[one.name].x < places[other.name].x
    assert min(place.x for place in places.values()) == 0


@given(trees())
def test_lines_in_the_gap_below_a_box_cross_no_other_box(root: Box) -> None:
    places = tidy(root, **GAPS)
    boxes = list(top_down(root))
    for parent in boxes:
        if not parent.children:
            continue
        bottom = places[parent.name].y + parent.height
        ends = [middle(places, child) for child in parent.children]
        ends.append(places[parent.name].x + parent.width / 2)
        band = (min(ends), bottom, max(ends), bottom + GAPS["below"])
        for other in boxes:
            at = places[other.name]
            assert not overlap(band, (at.x, at.y, at.x + other.width, at.y + other.height))


@given(trees())
def test_the_way_to_what_stands_beside_a_dot_crosses_no_box(root: Box) -> None:
    places = tidy(root, **GAPS)
    boxes = list(top_down(root))
    for dot in boxes:
        at = places[dot.name]
        for child in dot.children[len(dot.children) - dot.beside :]:
            ends = (at.x + dot.width / 2, middle(places, child))
            way = (min(ends), at.y, max(ends), at.y + dot.height)
            for other in boxes:
                if other is not dot:
                    there = places[other.name]
                    assert not overlap(way, (there.x, there.y, there.x + other.width, there.y + other.height))


@given(trees())
def test_a_box_is_above_the_middle_of_what_hangs_below_it(root: Box) -> None:
    places = tidy(root, **GAPS)
    for parent in top_down(root):
        under = parent.children[: len(parent.children) - parent.beside]
        if under:
            ends = [middle(places, child) for child in (under[0], under[-1])]
            assert places[parent.name].x + parent.width / 2 == pytest.approx(sum(ends) / 2)
