"""Whatever a map is like, its cards do not meet, and its lines lead where they say and meet no card."""

from collections.abc import Iterator

from charted import VIEWS, layout_of, maps
from hypothesis import given, settings

from argmap.drawing.arrangement import arrange
from argmap.drawing.terminal.layout import Layout
from argmap.drawing.terminal.ranks import Port
from argmap.drawing.terminal.routes import Route
from argmap.drawing.terminal.structure import Node
from argmap.drawing.terminal.view import View
from argmap.drawing.theme import mark_of
from argmap.model.map import ArgumentMap
from maps import argument_map, because, but, claim, thesis, unless

Cell = tuple[int, int]
many = settings(max_examples=40, deadline=None)


def cells_of_node(node: Node) -> Iterator[Cell]:
    for along in range(node.along, node.along + node.length):
        for across in range(node.across, node.across + node.breadth):
            yield along, across


def cells_along(route: Route) -> set[Cell]:
    return {(cell, across) for across, first, last in route.along for cell in range(first, last + 1)}


def cells_across(route: Route) -> set[Cell]:
    return {(along, cell) for along, first, last in route.across for cell in range(first, last + 1)}


def taken(layout: Layout) -> dict[Cell, Node]:
    return {cell: node for node in layout.bodies for cell in cells_of_node(node)}


@many
@given(maps(), VIEWS)
def test_no_two_nodes_meet(made: ArgumentMap, view: View) -> None:
    layout = layout_of(made, view)
    assert len(taken(layout)) == sum(node.length * node.breadth for node in layout.bodies)


@many
@given(maps(), VIEWS)
def test_no_line_goes_through_a_node(made: ArgumentMap, view: View) -> None:
    layout = layout_of(made, view)
    nodes = taken(layout)
    for route in layout.routes:
        for cell in cells_along(route) | cells_across(route):
            # Beside the sign of a dot there may be room for the lines of that dot.
            assert cell not in nodes or nodes[cell] is route.port.node
            assert cell not in nodes or route.port.node.kind == "dot"


@many
@given(maps(), VIEWS)
def test_lines_of_different_relations_only_cross(made: ArgumentMap, view: View) -> None:
    along: dict[Cell, Route] = {}
    across: dict[Cell, Route] = {}
    ends: dict[Cell, Route] = {}
    for route in layout_of(made, view).routes:
        for cells, found in ((cells_along(route), along), (cells_across(route), across)):
            for cell in cells:
                assert found.setdefault(cell, route) is route
        for cell in cells_along(route) & cells_across(route):
            ends[cell] = route
    for cell, route in ends.items():
        assert along[cell] is across[cell] is route


@many
@given(maps(), VIEWS)
def test_every_line_is_whole_and_reaches_both_of_its_ends(made: ArgumentMap, view: View) -> None:
    layout = layout_of(made, view)
    nodes = taken(layout)
    for route in layout.routes:
        port = route.port
        cells = cells_along(route) | cells_across(route)
        start = min(first for across, first, _ in route.along if across == port.row)
        if port.node.kind != "bend":
            assert nodes[start - 1, port.row] is port.node
        ends = {(hop.lower.along - 1, hop.row) for hop in port.hops}
        assert ends <= cells
        for hop in port.hops:
            assert hop.lower.across <= hop.row < hop.lower.across + hop.lower.breadth
        reached, waiting = {(start, port.row)}, [(start, port.row)]
        while waiting:
            along, across = waiting.pop()
            beside = [(along + 1, across), (along - 1, across), (along, across + 1), (along, across - 1)]
            fresh = [cell for cell in beside if cell in cells and cell not in reached]
            reached.update(fresh)
            waiting += fresh
        assert reached == cells


def drawn_steps(layout: Layout) -> set[tuple[str, str, str, bool]]:
    """Every line as what has the head, its relation, what has the other end, and whether there is a head."""
    ports: dict[Node, list[Port]] = {}
    for route in layout.routes:
        ports.setdefault(route.port.node, []).append(route.port)
    found = set()
    for node in layout.bodies:
        for port in ports.get(node, ()):
            waiting = list(port.hops)
            while waiting:
                hop = waiting.pop()
                if hop.lower.kind == "bend":
                    waiting += [further for onward in ports[hop.lower] for further in onward.hops]
                    continue
                one, other = name(node, port.slot), name(hop.lower, hop.slot or 0)
                if hop.slot is not None:
                    one, other = other, name(node, 0)
                found.add((one, port.mark, other, port.headed or hop.headed))
    return found


def name(node: Node, slot: int) -> str:
    if node.kind == "dot":
        assert node.step is not None
        return f"dot {node.step.id}"
    return node.labels[slot]


def expected_steps(made: ArgumentMap) -> set[tuple[str, str, str, bool]]:
    """The same, worked out from the map; linked premises that share a box are named by the first."""
    arrangement = arrange(made)
    found = set()
    dotted = {
        id
        for id, premises in arrangement.premises.items()
        if id in arrangement.dotted or made.inferences[id].target in {premise.claim for premise in premises}
    }
    for id, premises in arrangement.premises.items():
        step = made.inferences[id]
        lowers = [premise.claim for premise in premises]
        if id in arrangement.boxed:
            lowers = lowers[:1]
        target = f"dot {step.target}" if step.kind == "undercut" else step.target
        mark = mark_of(step)
        if id in dotted:
            found.add((target, mark, f"dot {id}", True))
            found |= {(f"dot {id}", mark, lower, False) for lower in lowers}
        else:
            found |= {(target, mark, lower, True) for lower in lowers}
    for question in made.questions.values():
        found |= {(question.label, "answer", answer, True) for answer in question.answers}
    return found


def first_in_box(made: ArgumentMap, label: str) -> str:
    arrangement = arrange(made)
    if label not in arrangement.box_of:
        return label
    return arrangement.premises[arrangement.box_of[label][0]][0].claim


@many
@given(maps(), VIEWS)
def test_the_lines_are_those_of_the_map(made: ArgumentMap, view: View) -> None:
    drawn = {
        (one, mark, other if other.startswith("dot ") else first_in_box(made, other), headed)
        for one, mark, other, headed in drawn_steps(layout_of(made, view))
    }
    assert drawn == expected_steps(made)


def test_lines_that_demand_each_others_place_go_round() -> None:
    """Two claims side by side, each argued for by what stands right beside the other."""
    made = argument_map(
        thesis("a"),
        thesis("b"),
        *(claim(label) for label in ("x", "y")),
        because("a", "x"),
        but("a", "y"),
        because("b", "x"),
        but("b", "y"),
    )
    layout = layout_of(made, View(zoom="label"))
    assert drawn_steps(layout) == expected_steps(made)


def test_a_chain_of_undercuts_and_a_claim_that_bears_on_itself_are_drawn() -> None:
    made = argument_map(
        thesis("a"),
        claim("b"),
        because("a", "a", id="self"),
        unless("self", "b", id="cut"),
        unless("cut", "a"),
    )
    assert drawn_steps(layout_of(made, View())) == expected_steps(made)


def test_claims_of_a_level_begin_in_one_column_and_line_up_with_the_first_reason() -> None:
    made = argument_map(
        thesis("t"), *map(claim, "abc"), because("t", "a", "b"), because("t", "c"), because("a", "t")
    )
    nodes = {label: node for node in layout_of(made, View()).bodies for label in node.labels}
    assert nodes["a"].along == nodes["c"].along
    assert nodes["t"].across == nodes["a"].across
