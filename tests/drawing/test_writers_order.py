"""What the writer set one after the other stands from left to right, in the layout on levels."""

from pathlib import Path

import pytest
from layouts import laid_out

import argmap
from argmap.drawing.directions import DIRECTIONS
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine
from argmap.drawing.picture import Picture

MAPS = Path(__file__).parents[2] / "maps"


@pytest.mark.parametrize(
    ("name", "siblings"),
    [
        # An argument for the first answer stands in another frame.
        ("language-tour", ["close", "toll", "keep"]),
        ("compulsory-voting", ["australia", "vaud", "lax"]),
        ("compulsory-voting", ["senate", "left-gains"]),
    ],
)
def test_siblings_in_one_frame_keep_their_order(engine: Engine, name: str, siblings: list[str]) -> None:
    nodes, _ = laid_out(to_dot(argmap.load(MAPS / f"{name}.argmap")), engine)
    assert sorted(siblings, key=lambda label: nodes[f"claim-{label}"].x) == siblings


@pytest.mark.parametrize("direction", ["right", "left"])
@pytest.mark.parametrize("start", ["", "section S\n"])
def test_the_first_stands_on_top_in_a_map_that_grows_sideways_framed_or_not(
    engine: Engine, direction: str, start: str
) -> None:
    found = argmap.parse(
        f"{start}thesis t: T\n  because a: A\n  but b: B\n    because d: D\n  because c: C\n"
    )
    nodes, _ = laid_out(to_dot(found, Picture(direction=DIRECTIONS[direction])), engine)
    assert sorted("abc", key=lambda label: -nodes[f"claim-{label}"].y) == ["a", "b", "c"]


def test_an_exception_stands_beside_its_dot_in_a_frame_that_lines_cross(engine: Engine) -> None:
    nodes, _ = laid_out(to_dot(argmap.load(MAPS / "compulsory-voting.argmap")), engine)
    dot, exception = nodes["step-__s36"], nodes["claim-excused"]
    between = [box for box in nodes.values() if dot.x < box.x < exception.x and abs(box.y - dot.y) < 0.1]
    assert dot.x < exception.x
    assert not between


def test_an_exception_stands_beside_its_dot_in_a_frame_of_a_map_that_grows_sideways(engine: Engine) -> None:
    picture = Picture(direction=DIRECTIONS["right"])
    nodes, _ = laid_out(to_dot(argmap.load(MAPS / "compulsory-voting.argmap"), picture), engine)
    dot, exception = nodes["step-__s36"], nodes["claim-excused"]
    rank = [box for box in nodes.values() if abs(box.x - dot.x) < 0.1 and exception.y < box.y < dot.y]
    assert exception.y < dot.y
    assert not rank
