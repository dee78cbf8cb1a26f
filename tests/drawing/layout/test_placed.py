"""Drawings by the tidy layout: nothing overlaps, lines pass through no card, and all of it is there.

Cards are measured by each engine in turn; so what is held here is what is drawn.
"""

import re
from html import unescape
from itertools import combinations, pairwise

import attrs
import pytest
from geometry import read_back
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.drawing.arrangement import arrange
from argmap.drawing.directions import DIRECTIONS, DirectionName
from argmap.drawing.engine import Engine, run_placed
from argmap.drawing.layout.forest import forest, items_of
from argmap.drawing.layout.geometry import Point, Rect
from argmap.drawing.layout.measuring import Size
from argmap.drawing.layout.placing import Placed, place
from argmap.drawing.names import claim_node, edge_id
from argmap.drawing.paper import page_named
from argmap.drawing.picture import USUAL, Picture
from argmap.drawing.placed import lay_out
from argmap.drawing.rendering import rendered
from argmap.drawing.sheet import sheet_of
from argmap.drawing.svg import finish_svg
from argmap.model.map import ArgumentMap
from argmap.model.parts.cuts import Cut

STEPS = ("because", "but", "evidence")


@st.composite
def maps(draw: st.DrawFn) -> str:
    """Texts of maps with every kind of step, linked premises, undercuts and claims used again."""
    lines = ["thesis c0: Turkey is wanted"]
    depth = 1
    for number in range(1, draw(st.integers(1, 16))):
        depth = draw(st.integers(1, depth))
        word = draw(st.sampled_from(STEPS))
        indent = "  " * depth
        text = " ".join(["word"] * draw(st.integers(1, 20)))
        lines.append(f"{indent}{word} c{number}: {text}")
        if draw(st.booleans()):
            lines.append(f"{indent}and d{number}: Another premise")
        if draw(st.integers(0, 2)) == 0:
            lines.append(f"{indent}  by analogy")
        if draw(st.integers(0, 3)) == 0:
            lines.append(f"{indent}  unless u{number}: Not always")
        if draw(st.integers(0, 4)) == 0:
            lines.append(f"{indent}  because @c{draw(st.integers(0, number))}")
        depth += draw(st.integers(0, 1))
    return "\n".join(lines) + "\n"


def drawn(argument_map: ArgumentMap, picture: Picture) -> bytes:
    """What the engine writes; small maps come in one part."""
    (part,) = rendered(argument_map, picture, time_limit=30, read=list)
    return part


def sizes_of(argument_map: ArgumentMap, side: str) -> tuple[dict[str, Size], dict[str, Size]]:
    """Sizes as cards have them, without asking an engine: the placing must be right for any."""
    sheet = sheet_of(argument_map, USUAL)
    sizes: dict[str, Size] = {}
    above: dict[str, Size] = {}
    for tree in forest(sheet).trees:
        for number, item in enumerate(items_of(tree)):
            if item.is_dot:
                sizes[item.name] = Size(17.0 + 60 * (number % 2), 17.0)
                above[item.name] = Size(60.0, 41.0)
            elif item.name.startswith("box-"):
                count = 1 + max((branch.port or 0 for branch in item.branches), default=1)
                count = max(count, 2)
                sizes[item.name] = box_of_cards(count, side)
            else:
                sizes[item.name] = Size(90.0 + 13 * (number % 5), 40.0 + 9 * (number % 4))
    return sizes, above


def box_of_cards(count: int, side: str) -> Size:
    """Side by side where the drawing grows down or up, else stacked; lines leave at `side`."""
    if side in "ns":
        down = {"n": 10.0, "s": 70.0}[side]
        return Size(40.0 + 100 * count, 80.0, tuple((65.0 + 100 * n, down) for n in range(count)))
    across = {"w": 10.0, "e": 110.0}[side]
    return Size(120.0, 40.0 + 70 * count, tuple((across, 55.0 + 70 * n) for n in range(count)))


def segments(path: tuple[Point, ...]) -> list[tuple[Point, Point]]:
    return list(pairwise(path))


def crosses(start: Point, stop: Point, rect: Rect, *, inset: float = 0.5) -> bool:
    """Whether an upright or level line runs through the inside of a rectangle."""
    left, right = sorted((start.x, stop.x))
    top, bottom = sorted((start.y, stop.y))
    return (
        right > rect.x + inset
        and left < rect.x + rect.width - inset
        and bottom > rect.y + inset
        and top < rect.y + rect.height - inset
    )


def trees_of(
    argument_map: ArgumentMap, *, direction: DirectionName, most_hung: int
) -> list[tuple[Placed, dict[str, float]]]:
    sizes, above = sizes_of(argument_map, DIRECTIONS[direction].premise_side)
    wood = forest(sheet_of(argument_map, Picture(direction=DIRECTIONS[direction])))
    return [
        (
            place(tree, sizes, above, direction=DIRECTIONS[direction], most_hung=most_hung),
            {item.name: item.radius for item in items_of(tree)},
        )
        for tree in wood.trees
    ]


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from(sorted(DIRECTIONS)), st.sampled_from([1, 4, 30]))
def test_no_card_overlaps_another(text: str, direction: DirectionName, hung: int) -> None:
    for placed, _ in trees_of(argmap.parse(text), direction=direction, most_hung=hung):
        for (one, a), (other, b) in combinations(placed.rects.items(), 2):
            apart = (
                a.x + a.width <= b.x + 0.01
                or b.x + b.width <= a.x + 0.01
                or a.y + a.height <= b.y + 0.01
                or b.y + b.height <= a.y + 0.01
            )
            assert apart, (one, a, other, b)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from(sorted(DIRECTIONS)), st.sampled_from([1, 4, 30]))
def test_lines_run_square_and_through_no_card(text: str, direction: DirectionName, hung: int) -> None:
    for placed, radii in trees_of(argmap.parse(text), direction=direction, most_hung=hung):
        for route in placed.routes:
            ends = {route.above, route.branch.item.name}
            for start, stop in segments(route.path):
                assert abs(start.x - stop.x) < 0.51 or abs(start.y - stop.y) < 0.51
                for name, rect in placed.rects.items():
                    if name not in ends and not radii[name]:
                        assert not crosses(start, stop, rect), (route.above, route.branch.item.name, name)


@settings(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from(sorted(DIRECTIONS)), st.sampled_from([1, 4, 30]))
def test_every_line_ends_at_the_edge_of_its_cards(text: str, direction: DirectionName, hung: int) -> None:
    for placed, radii in trees_of(argmap.parse(text), direction=direction, most_hung=hung):
        for route in placed.routes:
            for name, point in ((route.above, route.path[0]), (route.branch.item.name, route.path[-1])):
                rect = placed.rects[name]
                if radii[name]:
                    middle = Point(rect.x + rect.width / 2, rect.y + rect.height / 2)
                    distance = abs(point.x - middle.x) + abs(point.y - middle.y)
                    assert distance == pytest.approx(radii[name], abs=0.6)
                    continue
                inside = (
                    rect.x - 0.01 <= point.x <= rect.x + rect.width + 0.01
                    and rect.y - 0.01 <= point.y <= rect.y + rect.height + 0.01
                )
                assert inside, (name, point, rect)


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(maps(), st.sampled_from(sorted(DIRECTIONS)))
def test_the_tree_lies_within_its_width_and_height(text: str, direction: DirectionName) -> None:
    for placed, _ in trees_of(argmap.parse(text), direction=direction, most_hung=6):
        for rect in placed.rects.values():
            assert rect.x >= -0.01
            assert rect.y >= -0.01
            assert rect.x + rect.width <= placed.width + 0.01
            assert rect.y + rect.height <= placed.height + 0.01


def measured(dot: str, engine: Engine) -> str:
    return run_placed(dot, "plain", engine=engine, time_limit=30).decode()


@pytest.mark.parametrize("direction", sorted(DIRECTIONS))
def test_the_engine_keeps_to_the_places(engine: Engine, direction: DirectionName) -> None:
    argument_map = argmap.load("maps/turkish-russian-relations.argmap")
    picture = Picture(direction=DIRECTIONS[direction], layout="tidy")
    dot = lay_out(argument_map, picture, run=lambda dot: measured(dot, engine)).dot()
    plain = measured(dot, engine)
    nodes = [line.split(maxsplit=6) for line in plain.splitlines() if line.startswith("node ")]
    rects = [
        Rect(72 * (float(x) - float(w) / 2), 72 * (float(y) - float(h) / 2), 72 * float(w), 72 * float(h))
        for _, name, x, y, w, h, *_ in nodes
        if not name.strip('"').startswith("section-")
    ]
    assert len(rects) > len(argument_map.claims) / 2
    for a, b in combinations(rects, 2):
        apart = (
            a.x + a.width <= b.x + 1
            or b.x + b.width <= a.x + 1
            or a.y + a.height <= b.y + 1
            or b.y + b.height <= a.y + 1
        )
        assert apart, (a, b)


def test_every_claim_and_every_line_is_drawn(engine: Engine) -> None:
    argument_map = argmap.load("maps/compulsory-voting.argmap")
    svg = unescape(drawn(argument_map, Picture(layout="tidy")).decode())
    cards = set(re.findall(r'id="(?:a_)?(claim-[^"]+)"', svg))
    assert {claim_node(label) for label in argument_map.claims} <= cards
    lines = set(re.findall(r'id="(edge-[^"]+)"', svg))
    assert {edge_id(step) for step in arrange(argument_map).premises} <= lines


def test_a_reference_names_the_claim_and_begins_its_text(engine: Engine) -> None:
    text = "thesis t: T\n  because a: A\n    because @b\n  because b: Russia needs a partner\n"
    svg = drawn(argmap.parse(text), Picture(layout="tidy")).decode()
    assert 'class="node reference"' in svg
    assert svg.count("Russia needs a partner") >= 2


def test_the_legend_explains_references_where_there_are_any(engine: Engine) -> None:
    text = "thesis t: T\n  because a: A\n  because b: B\n    because "
    tidy = Picture(layout="tidy")
    assert "drawn elsewhere" in drawn(argmap.parse(text + "@a\n"), tidy).decode()
    assert "drawn elsewhere" not in drawn(argmap.parse(text + "c: C\n"), tidy).decode()


@pytest.mark.parametrize("direction", sorted(DIRECTIONS))
def test_no_line_crosses_the_name_of_a_scheme(engine: Engine, direction: DirectionName) -> None:
    text = (
        "thesis t: T\n  because a: A\n    by analogy\n    because b: B\n    and c: C\n      by modus ponens\n"
    )
    picture = Picture(layout="tidy", direction=DIRECTIONS[direction], legend=False)
    drawing = drawn(argmap.parse(text), picture)
    found = read_back(finish_svg([drawing], title="", description=""))
    names = [area for beside in found.names.values() for _, area in beside]
    assert len(names) >= 2
    for name in names:
        assert all(name.depth(*point) < 0.5 for curve in found.curves.values() for point in curve)


@pytest.mark.parametrize("direction", ["right", "left"])
def test_heads_at_one_side_of_a_small_card_stand_apart(direction: DirectionName) -> None:
    argument_map = argmap.parse("thesis t: T\n  because a: A\n  evidence b: B\n  but c: C\n")
    ((tree, _),) = trees_of(argument_map, direction=direction, most_hung=1)
    heads = sorted(route.path[0].y for route in tree.routes)
    assert len(heads) == 3
    assert all(after - before >= 8 for before, after in pairwise(heads))


def test_a_tree_takes_the_shape_of_its_page(engine: Engine) -> None:
    branch = "".join(
        f"  because a{n}: A reason that takes some words\n    because b{n}: And another\n" for n in range(4)
    )
    argument_map = argmap.parse("thesis t: T\n" + branch)

    def shape(page: str) -> float:
        width, height = map(float, drawn_size(argument_map, Picture(layout="tidy", page=page_named(page))))
        return width / height

    assert shape("a4-portrait") < 1 < shape("a4-landscape")


def drawn_size(argument_map: ArgumentMap, picture: Picture) -> tuple[str, ...]:
    svg = drawn(argument_map, picture).decode()
    found = re.search(r'width="(\d+)pt" height="(\d+)pt"', svg)
    assert found is not None
    return found.groups()


def test_sections_whose_trees_lie_wholly_in_them_have_frames(engine: Engine) -> None:
    text = "section One\nthesis a: A\n  because b: B\nsection Two\nclaim c: C\n"
    svg = drawn(argmap.parse(text), Picture(layout="tidy")).decode()
    assert svg.count('class="node section"') == 2


def test_an_empty_map_and_a_single_claim_are_drawn(engine: Engine) -> None:
    for text in ("", "thesis t: T\n"):
        assert b"</svg>" in drawn(argmap.parse(text), Picture(layout="tidy"))


def test_a_tree_is_placed_as_a_tree_and_shared_claims_on_levels(engine: Engine) -> None:
    tree = argmap.parse("thesis t: T\n  because a: A\n  because b: B\n")
    shared = argmap.parse("thesis t: T\n  because a: A\n    because @b\n  because b: B\n")
    assert drawn(tree, USUAL) == drawn(tree, attrs.evolve(USUAL, layout="tidy"))
    assert drawn(shared, USUAL) == drawn(shared, attrs.evolve(USUAL, layout="dot"))


def test_a_part_of_a_map_is_a_tree_whatever_sections_it_passes_through(engine: Engine) -> None:
    text = "section One\nthesis a: A\n  because @b\nsection Two\nclaim b: B\n  because c: C\n"
    whole = argmap.parse(text)
    part = Picture(cuts={"b": Cut(claims=1, steps=1)})
    on_levels = drawn(whole, attrs.evolve(USUAL, layout="dot"))
    assert drawn(whole, USUAL) == on_levels
    as_trees = drawn(whole, attrs.evolve(part, layout="tidy"))
    assert drawn(whole, part) == as_trees
