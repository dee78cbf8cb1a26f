"""Maps that grow down, up, right and left, laid out by both engines."""

import shutil

import pytest
from layouts import Box, drawn, group, laid_out, texts

from argmap.drawing.directions import DIRECTIONS, DirectionName
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine, find_engines
from argmap.drawing.picture import USUAL, Picture
from argmap.model.map import ArgumentMap
from maps import argument_map, because, but, claim, karabakh, thesis, unless

NEEDS_DOT = pytest.mark.skipif(
    not shutil.which("dot"), reason="this machine has no Graphviz: no `dot` on PATH"
)
STEP = "step-s"


@pytest.fixture(params=[pytest.param("dot", marks=NEEDS_DOT), "graphviz-pure"])
def engine(request: pytest.FixtureRequest) -> Engine:
    return next(engine for engine in find_engines() if engine.name == request.param)


@pytest.fixture(params=DIRECTIONS)
def direction(request: pytest.FixtureRequest) -> DirectionName:
    return request.param


def example() -> ArgumentMap:
    """Reasons in order, a linked step with a scheme and an undercut, and a reason under one of its parts."""
    return argument_map(
        thesis("t"),
        *map(claim, ("one", "two", "p", "q", "x", "under")),
        because("t", "one"),
        but("t", "two"),
        because("t", "p", "q", id="s", scheme="expert-opinion"),
        unless("s", "x"),
        because("q", "under"),
    )


def grown(name: DirectionName, engine: Engine) -> dict[str, Box]:
    """The nodes turned as if the map grew down, in inches: `y` falls from theses to premises."""
    nodes, _ = laid_out(to_dot(example(), Picture(direction=DIRECTIONS[name])), engine)
    turned = {
        "down": lambda box: box,
        "up": lambda box: Box(box.x, -box.y, box.width, box.height),
        "right": lambda box: Box(-box.y, -box.x, box.height, box.width),
        "left": lambda box: Box(-box.y, box.x, box.height, box.width),
    }[name]
    return {node: turned(box) for node, box in nodes.items()}


def test_down_is_what_is_drawn_without_a_wish() -> None:
    assert to_dot(karabakh(), Picture(direction=DIRECTIONS["down"])) == to_dot(karabakh(), USUAL)


def test_premises_follow_their_conclusion_in_every_direction(engine: Engine, direction: DirectionName):
    nodes = grown(direction, engine)
    assert nodes["claim-t"].y > nodes[STEP].y > nodes["box-s"].y > nodes["claim-under"].y
    assert nodes["claim-t"].y > nodes["claim-one"].y


def test_the_writer_s_order_is_kept_in_every_direction(engine: Engine, direction: DirectionName):
    nodes = grown(direction, engine)
    assert nodes["claim-one"].x < nodes["claim-two"].x < nodes[STEP].x


def test_an_undercut_stands_beside_the_dot_in_every_direction(engine: Engine, direction: DirectionName):
    nodes = grown(direction, engine)
    assert nodes["claim-x"].y == pytest.approx(nodes[STEP].y, abs=0.02)
    assert nodes["claim-x"].x > nodes[STEP].x


def test_linked_premises_are_stacked_in_a_map_that_grows_sideways(engine: Engine, direction: DirectionName):
    drawing = drawn(to_dot(example(), Picture(direction=DIRECTIONS[direction])), engine)
    first, second = (places(group(drawing, f"claim-{label}")) for label in "pq")
    if direction in ("right", "left"):
        assert max(y for _, y in first) < min(y for _, y in second)
        assert extent(first) == pytest.approx(extent(second), abs=1.5)
    else:
        assert max(x for x, _ in first) < min(x for x, _ in second)


def places(part) -> list[tuple[float, float]]:
    """The corners of the outlines of a part."""
    return [
        (float(x), float(y))
        for shape in part.iter("{http://www.w3.org/2000/svg}polygon")
        for x, y in (point.split(",") for point in shape.attrib["points"].split())
    ]


def extent(corners: list[tuple[float, float]]) -> float:
    return max(x for x, _ in corners) - min(x for x, _ in corners)


@pytest.mark.parametrize(("name", "side"), [("down", "s"), ("up", "n"), ("right", "e"), ("left", "w")])
def test_lines_arrive_at_the_side_of_a_linked_premise_that_faces_them(name: DirectionName, side: str):
    assert f'"box-s":p1:{side} -> "claim-under"' in to_dot(example(), Picture(direction=DIRECTIONS[name]))


def test_the_name_of_a_step_is_where_no_line_arrives(engine: Engine, direction: DirectionName):
    dot = group(drawn(to_dot(example(), Picture(direction=DIRECTIONS[direction])), engine), STEP)
    assert sorted(text.strip() for text in texts(dot)) == ["+", "expert opinion"]
    at = {(text.text or "").strip(): text for text in dot.iter("{http://www.w3.org/2000/svg}text")}
    name, sign = at["expert opinion"], at["+"]
    if direction in ("right", "left"):
        assert float(name.attrib["y"]) < float(sign.attrib["y"]) - 8
    else:
        assert float(name.attrib["x"]) < float(sign.attrib["x"]) - 20


@pytest.mark.parametrize("sections", [False, True])
def test_every_card_is_drawn_in_every_direction(engine: Engine, direction: DirectionName, sections: bool):
    picture = Picture(direction=DIRECTIONS[direction])
    drawing = drawn(to_dot(karabakh(sections=sections), picture), engine)
    for label in karabakh().claims:
        assert texts(group(drawing, f"claim-{label.replace('_', '__')}"))
