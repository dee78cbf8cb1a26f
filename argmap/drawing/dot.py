"""A map as a diagram in DOT, the language of Graphviz."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from argmap.drawing.escape import html_text, identifier, tooltip
from argmap.drawing.frames import frame_of
from argmap.drawing.legend import caption
from argmap.drawing.metrics import LAYOUT_FONT
from argmap.drawing.names import claim_end, claim_node, question_node
from argmap.drawing.nodes import Framed, nodes_of
from argmap.drawing.notes import notes_on_no_card
from argmap.drawing.picture import USUAL, Picture
from argmap.drawing.reentry import reentries
from argmap.drawing.sheet import Sheet, sheet_of
from argmap.drawing.statements import attribute_list, edge, end
from argmap.drawing.steps import is_turned, steps_below
from argmap.drawing.strokes import answer_stroke
from argmap.drawing.theme import Theme
from argmap.drawing.wording import title_lines
from argmap.model.elements import Question, Section
from argmap.model.map import ArgumentMap


def to_dot(argument_map: ArgumentMap, picture: Picture = USUAL) -> str:
    """The diagram of a map: always the same text for the same map, for any Graphviz from 2.42 to 16.

    Every claim is one card and so is every question; notes and reviews are not drawn, nor are steps that lead
    to nothing in the map. The ids of cards, dots and lines are made from labels and ids by `names`; their
    classes say the role, with the standing where that is shown, or the kind of step.
    """
    sheet = sheet_of(argument_map, picture)
    parts = list(nodes_of(sheet))
    lines = [
        "digraph argmap {",
        *graph_lines(
            sheet,
            {
                "rankdir": picture.direction.rankdir,
                **_ordered(sheet),
                "splines": "spline",
                "nodesep": "0.34",
                "ranksep": "0.38",
            },
        ),
        *(node.statement() for section, node in parts if section is None),
        *_frames(sheet, parts),
        *_top_rank(sheet),
        *_edges(sheet),
        *_held_down(sheet),
        "}",
    ]
    return "\n".join(lines) + "\n"


def graph_lines(sheet: Sheet, layout: Mapping[str, str], *, refers: bool = False) -> Iterator[str]:
    """What holds for everything: the page, its caption, the font; `layout` are attributes for the engine.

    `refers` says whether cards refer to claims that are drawn elsewhere.
    """
    argument_map, theme = sheet.argument_map, sheet.theme
    font = {"fontname": f'"{LAYOUT_FONT}"', "fontsize": f"{theme.size}", "fontcolor": f'"{theme.ink}"'}
    notes = notes_on_no_card(sheet)
    below = caption(argument_map, sheet.arrangement, sheet.picture, notes=notes, refers=refers)
    label = {"label": f"<{below}>", "labelloc": "b", "labeljust": "l"} if below else {}
    title = sheet.picture.title_of(argument_map) or "argument map"
    page = {"margin": "0", "pad": "0.15", "bgcolor": f'"{theme.sheet}"', **font, "id": "map"}
    attributes = {"charset": '"UTF-8"', **layout, **page, "tooltip": tooltip(title), **label}
    yield f"graph {attribute_list(attributes)}"
    yield f"node {attribute_list({'shape': 'plain', **font})}"
    yield f"edge {attribute_list({'dir': 'back', 'arrowsize': '0.8'})}"


def _ordered(sheet: Sheet) -> dict[str, str]:
    """Keeps the writer's order everywhere; with frames, nodes say so one by one.

    Graphviz keeps it within each frame, and forgets it where it then looks for fewer crossings once more.
    """
    return {"remincross": "false"} if sheet.arrangement.frames.drawn else {"ordering": "out"}


def _top_rank(sheet: Sheet) -> Iterator[str]:
    """Holds up the theses that could slip below other claims that nothing depends on."""
    argument_map = sheet.argument_map
    used = {premise.claim for parts in sheet.arrangement.premises.values() for premise in parts}
    used |= {answer for question in argument_map.questions.values() for answer in question.answers}
    tops = [
        end(claim_node(thesis.label))
        for thesis in argument_map.theses
        if thesis.label not in used and sheet.arrangement.frames.of_cards[thesis.label] is None
    ]
    if tops:
        yield f"{{rank=min; {'; '.join(tops)}}}"


def _frames(sheet: Sheet, parts: Sequence[Framed]) -> Iterator[str]:
    """A light frame for every section that has something in it."""
    inside: dict[str | None, list[str]] = {}
    for section, node in parts:
        inside.setdefault(section, []).append(node.statement())
    frames = sheet.arrangement.frames
    argued = {
        frames.of_cards.get(step.target)
        for step in sheet.argument_map.inferences.values()
        if step.kind != "undercut"
    }
    for name, titled in sheet.argument_map.sections.items():
        if name in inside:
            side = _title_side(sheet, argued=name in argued)
            yield from _frame(sheet.theme, titled, inside[name], side=side)


def _title_side(sheet: Sheet, *, argued: bool) -> str:
    """Top or bottom of a frame, where no line crosses it: the side away from premises that arrive there.

    Graphviz turns the two in a map that grows up.
    """
    return "t" if argued or sheet.picture.direction.is_sideways else "b"


def _frame(theme: Theme, section: Section, statements: Sequence[str], *, side: str) -> Iterator[str]:
    name = identifier(section.id)
    lines = "".join(f'{html_text(line)}<BR ALIGN="LEFT"/>' for line in title_lines(section.title, theme))
    yield f'subgraph "cluster-{name}" {{'
    yield (
        f'graph [label=<<FONT POINT-SIZE="{theme.size - 2}" COLOR="{theme.muted}"><I>{lines}</I></FONT>>, '
        f'labeljust=l, labelloc={side}, style="rounded,filled", color="{theme.frame_border}", '
        f'fillcolor="{theme.frame_fill}", margin=9, id="section-{name}", class=section, '
        f"tooltip={tooltip(section.title)}]"
    )
    yield from statements
    yield "}"


def _held_down(sheet: Sheet) -> Iterator[str]:
    """Lines that nobody sees, for cards that would stand above the thesis that they bear on."""
    for found in reentries(sheet):
        ends = end(found.upper), end(found.lower)
        yield edge(*ends, style="invis", weight="0", minlen=f"{found.levels}")


def _edges(sheet: Sheet) -> Iterator[str]:
    """All lines, by the card that they come down from, which is how Graphviz orders them."""
    for frame, lines in _edges_of_cards(sheet):
        yield from reversed(list(lines)) if is_turned(sheet, frame) else lines


def _edges_of_cards(sheet: Sheet) -> Iterator[tuple[str | None, Iterable[str]]]:
    """The lines of every card in the writer's order, with the frame in which the card stands."""
    argument_map, arrangement = sheet.argument_map, sheet.arrangement
    for question in argument_map.questions.values():
        yield frame_of(argument_map, question.section), _answer_edges(sheet, question)
    labels = [label for label in argument_map.claims if label not in arrangement.box_of]
    for step in arrangement.premises:
        if step in arrangement.boxed:
            labels += [premise.claim for premise in arrangement.premises[step]]
    for label in labels:
        yield arrangement.frames.of_cards[label], steps_below(sheet, label)


def _answer_edges(sheet: Sheet, question: Question) -> Iterator[str]:
    for answer in dict.fromkeys(question.answers):
        if answer in sheet.argument_map.claims:
            yield edge(
                end(question_node(question.label)),
                claim_end(sheet.arrangement, answer, side=sheet.picture.direction.premise_side),
                **answer_stroke(sheet, question, answer),
            )
