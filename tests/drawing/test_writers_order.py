"""What the writer set one after the other stands from left to right, in the layout on levels."""

from pathlib import Path

import pytest
from layouts import laid_out

import argmap
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine

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


def test_an_exception_stands_beside_its_dot_in_a_frame_that_lines_cross(engine: Engine) -> None:
    nodes, _ = laid_out(to_dot(argmap.load(MAPS / "compulsory-voting.argmap")), engine)
    dot, exception = nodes["step-__s36"], nodes["claim-excused"]
    between = [box for box in nodes.values() if dot.x < box.x < exception.x and abs(box.y - dot.y) < 0.1]
    assert dot.x < exception.x
    assert not between
