"""A map as a graph in which everything has its place already, as the tidy tree gives it."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from argmap.drawing.dot import graph_lines
from argmap.drawing.escape import html_text, identifier, tooltip
from argmap.drawing.layout.choosing import USUAL_SHEET, choose
from argmap.drawing.layout.forest import forest
from argmap.drawing.layout.geometry import Point, Rect
from argmap.drawing.layout.measuring import measure
from argmap.drawing.layout.packing import Frame, Packed, pack
from argmap.drawing.layout.paths import spline
from argmap.drawing.layout.placing import Placed, place
from argmap.drawing.layout.references import reference_card
from argmap.drawing.metrics import text_width
from argmap.drawing.names import box_node
from argmap.drawing.nodes import dots_named_upright, nodes_of
from argmap.drawing.paper import Page, room_on
from argmap.drawing.picture import Picture
from argmap.drawing.placed_graph import PlacedGraph, PlacedLine
from argmap.drawing.sheet import Sheet, sheet_of
from argmap.drawing.statements import Node, node
from argmap.drawing.wording import title_lines
from argmap.model.map import ArgumentMap

_LONGEST_SIDE = 65_000  # points; Graphviz knows no larger table
_TITLE_LINE = 1.25  # of the type size


def lay_out(argument_map: ArgumentMap, picture: Picture, *, run: Callable[[str], str]) -> PlacedGraph:
    """The diagram of a map for an engine that keeps to given places, such as `neato -n2`.

    `run` is that engine: it turns DOT with positions into Graphviz' plain format, and is asked how large
    everything is. Its errors pass through.
    """
    sheet = sheet_of(argument_map, picture)
    wood = forest(sheet)
    nodes = {node.name: node for _, node in nodes_of(sheet)}
    nodes |= {name: reference_card(sheet, name, label) for name, label in wood.references.items()}
    named_upright = list(dots_named_upright(sheet))
    _, *defaults = graph_lines(sheet, {})
    measured = measure(
        [*nodes.values(), *named_upright],
        {box_node(step): len(sheet.arrangement.premises[step]) for step in sheet.arrangement.boxed},
        side=picture.direction.premise_side,
        defaults=defaults,
        run=run,
    )
    sizes = dict(zip(nodes, measured, strict=False))
    above = {dot.name: size for dot, size in zip(named_upright, measured[len(nodes) :], strict=True)}
    titles = _title_sizes(sheet)
    page = picture.page
    room = room_on(page) if isinstance(page, Page) and not page.turns else USUAL_SHEET

    def arranged(most_hung: int) -> tuple[list[Placed], Packed]:
        trees = [
            place(tree, sizes, above, direction=picture.direction, most_hung=most_hung) for tree in wood.trees
        ]
        return trees, pack(trees, aspect=room[0] / room[1], title_sizes=titles)

    trees, packed = choose(arranged, cards=len(nodes), sheet=room)
    return PlacedGraph(
        list(graph_lines(sheet, {"layout": "neato", "splines": "line"}, refers=bool(wood.references))),
        [_frame(sheet, frame, packed.height) for frame in packed.frames if _can_be_drawn(frame)],
        list(_nodes(nodes, {dot.name: dot for dot in named_upright}, trees, packed)),
        list(_lines(trees, packed)),
        packed.width,
        packed.height,
    )


def _nodes(
    nodes: Mapping[str, Node], named_upright: Mapping[str, Node], trees: Sequence[Placed], packed: Packed
) -> Iterator[Node]:
    for tree, (left, top) in zip(trees, packed.corners, strict=True):
        for name, rect in tree.rects.items():
            node = named_upright.get(name, nodes[name]) if name in tree.named_upright else nodes[name]
            yield Node(name, {**node.attributes, "pos": _middle(rect, left, top, packed.height)})


def _middle(rect: Rect, left: float, top: float, height: float) -> str:
    x, y = left + rect.x + rect.width / 2, top + rect.y + rect.height / 2
    return f'"{x:.2f},{height - y:.2f}"'


def _lines(trees: Sequence[Placed], packed: Packed) -> Iterator[PlacedLine]:
    for tree, (left, top) in zip(trees, packed.corners, strict=True):
        for route in tree.routes:
            line = route.branch.line
            path = [Point(left + point.x, top + point.y) for point in route.path]
            head = None if line.get("dir") == "none" else line["arrowtail"]
            pos = spline(path, head=head, height=packed.height)
            yield PlacedLine(route.above, route.branch.item.name, {**line, "pos": pos})


def _title_sizes(sheet: Sheet) -> dict[str, tuple[float, float]]:
    """Width and height of the title of every section, by its id."""
    size = sheet.theme.size - 2
    found = {}
    for section in sheet.argument_map.sections.values():
        lines = title_lines(section.title, sheet.theme)
        width = max((text_width(line, size) for line in lines), default=0.0)
        found[section.id] = width, len(lines) * size * _TITLE_LINE + 4
    return found


def _can_be_drawn(frame: Frame) -> bool:
    return max(frame.rect.width, frame.rect.height) < _LONGEST_SIDE


def _frame(sheet: Sheet, frame: Frame, height: float) -> str:
    """A card as large as the frame, behind everything."""
    theme, section = sheet.theme, sheet.argument_map.sections[frame.section]
    name = f"section-{identifier(section.id)}"
    lines = "".join(f'{html_text(line)}<BR ALIGN="LEFT"/>' for line in title_lines(section.title, theme))
    table = (
        f'<TABLE BORDER="1" STYLE="ROUNDED" COLOR="{theme.frame_border}" BGCOLOR="{theme.frame_fill}" '
        f'CELLBORDER="0" CELLSPACING="0" CELLPADDING="8" FIXEDSIZE="TRUE" '
        f'WIDTH="{round(frame.rect.width)}" HEIGHT="{round(frame.rect.height)}"><TR>'
        f'<TD ALIGN="LEFT" BALIGN="LEFT" VALIGN="TOP"><FONT POINT-SIZE="{theme.size - 2}" '
        f'COLOR="{theme.muted}"><I>{lines}</I></FONT></TD></TR></TABLE>'
    )
    said = tooltip(section.title)
    card = node(name, label=f"<{table}>", id=f'"{name}"', **{"class": "section"}, tooltip=said)
    return card.statement(pos=_middle(frame.rect, 0, 0, height))
