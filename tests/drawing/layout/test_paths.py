"""Ways over corners as DOT's splines: what an engine is told of a line that was already placed."""

from argmap.drawing.layout.geometry import Point
from argmap.drawing.layout.paths import spline


def points(pos: str) -> tuple[tuple[float, float] | None, list[tuple[float, float]]]:
    """Where the head's tip is, if there is one, and the control points; y grows upward."""
    words = pos.strip('"').split()
    tip = words.pop(0) if words[0].startswith("s,") else None
    pairs = [(float(x), float(y)) for x, y in (word.split(",") for word in words)]
    return (None if tip is None else (float(tip.split(",")[1]), float(tip.split(",")[2]))), pairs


def test_y_grows_upward_in_dot() -> None:
    _, found = points(spline([Point(10, 0), Point(10, 60)], head=None, height=100))
    assert (found[0], found[-1]) == ((10, 100), (10, 40))


def test_the_tip_is_at_the_card_and_the_line_begins_behind_the_head() -> None:
    tip, found = points(spline([Point(10, 0), Point(10, 60)], head="normal", height=100))
    assert tip == (10, 100)
    assert found[0] == (10, 92)


def test_a_double_head_takes_twice_the_room() -> None:
    _, one = points(spline([Point(0, 0), Point(0, 60)], head="normal", height=0))
    _, two = points(spline([Point(0, 0), Point(0, 60)], head="normalnormal", height=0))
    assert two[0][1] == 2 * one[0][1]


def test_a_corner_is_round_and_the_line_square_elsewhere() -> None:
    _, found = points(spline([Point(0, 0), Point(0, 30), Point(50, 30), Point(50, 60)], head=None, height=0))
    assert len(found) % 3 == 1
    assert (0, -30) in found  # the control point that the round corner leans on
    assert (0, -24) in found
    assert (6, -30) in found
    assert all(x in {0, 50} or y == -30 for x, y in found)


def test_points_that_fall_together_are_one() -> None:
    once = spline([Point(0, 0), Point(0, 30)], head=None, height=0)
    assert spline([Point(0, 0), Point(0, 0), Point(0, 30)], head=None, height=0) == once
