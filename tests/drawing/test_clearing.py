"""Names of schemes and titles of frames make way for lines."""

import re

import pytest

from argmap.drawing.clearing import cleared

WIDTH = 36.03
"""Of `analogical` in 8 pt, in points."""


def text(x: float, y: float, words: str, look: str = 'font-size="8.00"') -> str:
    return f'<text text-anchor="start" x="{x}" y="{y}" font-family="Arial" {look}>{words}</text>'


def dot(*texts: str) -> str:
    """A dot around (100, 100)."""
    circle = '<ellipse fill="#0072b2" cx="100" cy="100" rx="8" ry="8"/>'
    return f'<g id="step-s" class="node inference support">{circle}{"".join(texts)}</g>'


def line(*points: tuple[float, float]) -> str:
    """A straight line between two points."""
    (x, y), (to_x, to_y) = points
    path = f"M{x},{y}C{x},{y} {to_x},{to_y} {to_x},{to_y}"
    return f'<g id="edge-s" class="edge support"><path fill="none" d="{path}"/></g>'


def card(left: float, top: float, right: float, bottom: float) -> str:
    corners = f"{left},{bottom} {left},{top} {right},{top} {right},{bottom}"
    return f'<g id="claim-c" class="node claim"><polygon points="{corners}"/></g>'


def frame(title: str, *, x: float) -> str:
    """A frame from (0, 0) to (300, 200), its title in its first line."""
    path = '<path d="M0,0C0,0 300,0 300,0 300,0 300,200 300,200"/>'
    return f'<g id="section-f" class="cluster section">{path}{text(x, 12, title)}</g>'


def place(drawing: str) -> tuple[float, float]:
    """Where the first text of the cleared drawing begins."""
    found = re.search(r'<text [^>]*?x="([\d.-]+)" y="([\d.-]+)"', cleared(drawing.encode()).decode())
    assert found
    return float(found[1]), float(found[2])


NAME = text(90 - WIDTH, 102, "analogical\u00a0")
SIGN = text(96, 104, "+", 'font-weight="bold" font-size="14.00"')


def test_what_no_line_crosses_stays_to_the_byte() -> None:
    drawing = (dot(NAME, SIGN) + line((100, 108), (100, 200)) + frame("Why", x=8)).encode()
    assert cleared(drawing) == drawing
    assert cleared(b"no drawing") == b"no drawing"


def test_a_crossed_name_goes_to_the_other_side_of_its_dot() -> None:
    x, y = place(dot(NAME, SIGN) + line((92, 100), (0, 100)))
    assert x == pytest.approx(110, abs=0.5)
    assert y == 102


def test_the_sign_of_the_dot_stays() -> None:
    drawing = dot(SIGN, NAME) + line((92, 100), (0, 100))
    assert place(drawing) == (96, 104)


def test_a_name_with_lines_on_both_sides_goes_above_or_below_them() -> None:
    x, y = place(dot(NAME) + line((92, 100), (0, 100)) + line((108, 100), (200, 100)))
    assert x == pytest.approx(90 - WIDTH, abs=0.5)
    assert y < 99


def test_a_name_does_not_make_way_onto_a_card() -> None:
    lines = line((92, 100), (0, 100)) + line((108, 100), (200, 100))
    _, y = place(dot(NAME) + lines + card(20, 70, 90, 96))
    assert y > 106


def test_the_name_above_a_dot_goes_below_it() -> None:
    name = text(100 - WIDTH / 2, 86, "analogical")
    _, y = place(dot(name) + line((100, 92), (100, 0)))
    assert y > 108 + 5


def test_the_lines_of_a_name_stay_together() -> None:
    drawing = dot(text(60, 98, "one"), text(60, 108, "two")) + line((92, 100), (0, 100))
    found = re.findall(r'x="([\d.-]+)" y="([\d.-]+)"', cleared(drawing.encode()).decode())
    assert [float(y) for _, y in found] == [98, 108]
    assert len({x for x, _ in found}) == 1
    assert float(found[0][0]) > 108


def test_a_crossed_title_moves_along_its_frame_to_the_nearest_free_place() -> None:
    x, y = place(frame("analogical", x=8) + line((30, -50), (30, 90)))
    assert (x, y) == (pytest.approx(34, abs=0.1), 12)


def test_a_title_without_a_free_place_stays() -> None:
    lines = "".join(line((x, -50), (x, 90)) for x in range(0, 300, 30))
    assert place(frame("analogical", x=8) + lines) == (8, 12)


def test_a_title_with_the_least_room_beside_a_line_takes_it() -> None:
    x, _ = place(frame("analogical", x=292 - WIDTH) + line((270, -50), (270, 90)))
    assert x + WIDTH == pytest.approx(266, abs=0.1)
