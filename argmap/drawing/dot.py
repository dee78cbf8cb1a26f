"""A map as a diagram in DOT, the language of Graphviz."""

from collections.abc import Iterator, Sequence
from functools import partial

from argmap.drawing.arrangement import arrange
from argmap.drawing.cards import (
    claim_card,
    linked_box,
    of_equal_height,
    of_equal_width,
    question_card,
    thesis_card,
)
from argmap.drawing.dots import inference_dot
from argmap.drawing.escape import html_text, html_tooltip, identifier, tooltip
from argmap.drawing.frames import frame_of
from argmap.drawing.hidden import hidden_at
from argmap.drawing.legend import caption
from argmap.drawing.metrics import LAYOUT_FONT
from argmap.drawing.names import box_node, claim_end, claim_node, question_node
from argmap.drawing.notes import notes_on_claim, notes_on_no_card, notes_on_question
from argmap.drawing.picture import USUAL, Picture
from argmap.drawing.sentences import step_sentence
from argmap.drawing.statements import edge, end, node
from argmap.drawing.steps import Sheet, steps_below
from argmap.drawing.theme import Theme, mark_of, role_mark
from argmap.drawing.wording import Measure, Wording, claim_wording, noted, question_wording, title_lines
from argmap.model.elements import Inference, Question, Section
from argmap.model.map import ArgumentMap
from argmap.model.remarks import remarks_on
from argmap.model.roles import Role, roles

_SIDEWAYS = 0.6
_Part = tuple[str | None, str]
"""A node statement and the section in whose frame it stands."""


def to_dot(argument_map: ArgumentMap, picture: Picture = USUAL) -> str:
    """The diagram of a map: always the same text for the same map, for any Graphviz from 2.42 to 16.

    Every claim is one card and so is every question; notes and reviews are not drawn, nor are steps that lead
    to nothing in the map. The ids of cards, dots and lines are made from labels and ids by `names`; their
    classes say the role, with the standing where that is shown, or the kind of step.
    """
    sheet = Sheet(
        argument_map, arrange(argument_map), picture, remarks_on(argument_map) if picture.notes else {}
    )
    parts = list(_parts(sheet))
    lines = [
        "digraph argmap {",
        *_defaults(sheet),
        *(statement for section, statement in parts if section is None),
        *_frames(sheet, parts),
        *_top_rank(sheet),
        *_edges(sheet),
        "}",
    ]
    return "\n".join(lines) + "\n"


def _defaults(sheet: Sheet) -> Iterator[str]:
    argument_map, theme = sheet.argument_map, sheet.theme
    font = f'fontname="{LAYOUT_FONT}", fontsize={theme.size}, fontcolor="{theme.ink}"'
    below = caption(argument_map, sheet.arrangement, sheet.picture, notes=notes_on_no_card(sheet))
    label = f", label=<{below}>, labelloc=b, labeljust=l" if below else ""
    ordering = "" if sheet.arrangement.frames.drawn else "ordering=out, "
    yield (
        f'graph [charset="UTF-8", rankdir={sheet.picture.direction.rankdir}, {ordering}splines=spline, '
        "nodesep=0.34, ranksep=0.38, "
        f'margin=0, pad=0.15, bgcolor="{theme.sheet}", {font}, id=map, '
        f"tooltip={tooltip(sheet.picture.title_of(argument_map) or 'argument map')}{label}]"
    )
    yield f"node [shape=plain, {font}]"
    yield "edge [dir=back, arrowsize=0.8]"


def _parts(sheet: Sheet) -> Iterator[_Part]:
    """Every node: theses first, since Graphviz begins with what it reads first."""
    argument_map, arrangement = sheet.argument_map, sheet.arrangement
    role_of = roles(argument_map)
    for thesis in argument_map.theses:
        yield (
            arrangement.frames.of_cards[thesis.label],
            _claim_node(sheet, thesis.label, role_of[thesis.label]),
        )
    for question in argument_map.questions.values():
        yield frame_of(argument_map, question.section), _question_node(sheet, question)
    for claim in argument_map.claims.values():
        if claim.thesis:
            continue
        if claim.label not in arrangement.box_of:
            yield (
                arrangement.frames.of_cards[claim.label],
                _claim_node(sheet, claim.label, role_of[claim.label]),
            )
        elif arrangement.box_of[claim.label][1] == 0:
            step = argument_map.inferences[arrangement.box_of[claim.label][0]]
            yield arrangement.frames.of_dots[step.id], _box_node(sheet, step, role_of)
    for step_id, premises in arrangement.premises.items():
        if step_id in arrangement.dotted:
            step = argument_map.inferences[step_id]
            ordering = _ordering(sheet, crossed=step_id in arrangement.frames.crossed_dots)
            frame = arrangement.frames.of_dots[step_id]
            dot = inference_dot(
                argument_map,
                step,
                linked=len(premises) > 1,
                picture=sheet.picture,
                ordering=ordering,
            )
            yield frame, dot


def _ordering(sheet: Sheet, *, crossed: bool) -> dict[str, str]:
    """Keeps the writer's order, from left to right, of what is below a node.

    A map without frames is ordered as a whole. With frames Graphviz 2.42 crashes on such an order where lines
    cross them, so it is asked for at the other nodes only.
    """
    return {"ordering": "out"} if sheet.arrangement.frames.drawn and not crossed else {}


def _claim_node(sheet: Sheet, label: str, role: Role) -> str:
    theme, name = sheet.theme, claim_node(label)
    thesis = role.word == "thesis"
    measure = _thesis_measure(sheet) if thesis else Measure(theme.text_width, theme.size)
    wording = _wording(sheet, label, role, measure)
    card = (
        thesis_card(wording, theme, width=measure.width)
        if thesis
        else claim_card(wording, role_mark(role), theme)
    )
    ordering = _ordering(sheet, crossed=label in sheet.arrangement.frames.crossed_cards)
    return _card_node(name, card, wording, kind="claim ", **ordering)


def _thesis_measure(sheet: Sheet) -> Measure:
    """Narrower in a map that grows sideways, so that lines end at the side where they arrive."""
    theme, share = sheet.theme, _SIDEWAYS if sheet.picture.direction.is_sideways else 1.0
    return Measure(round(share * theme.thesis_text_width), theme.thesis_size, bold=True)


def _question_node(sheet: Sheet, question: Question) -> str:
    theme = sheet.theme
    measure = Measure(theme.text_width, theme.size + 2)
    wording = noted(
        question_wording(question, measure=measure, theme=theme, argument_map=sheet.argument_map),
        [*notes_on_question(sheet, question.label), *hidden_at(sheet.picture, question.label)],
        measure=measure,
        theme=theme,
    )
    card = question_card(wording, theme.colours["answer"], theme)
    return _card_node(question_node(question.label), card, wording)


def _card_node(name: str, card: str, wording: Wording, *, kind: str = "", **ordering: str) -> str:
    link = {"URL": f'"{wording.link}"'} if wording.link else {}
    return node(
        name,
        label=f"<{card}>",
        id=f'"{name}"',
        **{"class": f'"{kind}{wording.classes}"'},
        tooltip=tooltip(wording.tooltip),
        **link,
        **ordering,
    )


def _box_node(sheet: Sheet, step: Inference, role_of: dict[str, Role]) -> str:
    theme, mark = sheet.theme, mark_of(step)
    measure = Measure(theme.box_text_width, theme.size)
    labels = [premise.claim for premise in sheet.arrangement.premises[step.id]]
    stacked = sheet.picture.direction.is_sideways
    aligned = partial(of_equal_width, theme=theme) if stacked else of_equal_height
    wordings = aligned([_wording(sheet, label, role_of[label], measure) for label in labels])
    cards = (
        claim_card(wording, role_mark(role_of[label]), theme, anchor=_anchor(label, wording))
        for label, wording in zip(labels, wordings, strict=True)
    )
    name = box_node(step.id)
    return node(
        name,
        label=f"<{linked_box(cards, theme.colours[mark], theme.tints[mark], stacked=stacked)}>",
        id=f'"{name}"',
        **{"class": f'"linked {step.kind}"'},
        tooltip=tooltip(step_sentence(sheet.argument_map, step)),
        **_ordering(sheet, crossed=labels[0] in sheet.arrangement.frames.crossed_cards),
    )


def _wording(sheet: Sheet, label: str, role: Role, measure: Measure) -> Wording:
    wording = claim_wording(
        sheet.argument_map.claims[label],
        role,
        measure=measure,
        picture=sheet.picture,
        argument_map=sheet.argument_map,
        dotted=role.step is not None and role.step.id in sheet.arrangement.dotted,
    )
    below = [*notes_on_claim(sheet, label), *hidden_at(sheet.picture, label)]
    return noted(wording, below, measure=measure, theme=sheet.theme)


def _anchor(label: str, wording: Wording) -> str:
    """Makes a card inside a box a part of the picture with an id and a title of its own.

    Graphviz 2.42 does so only for what has a link; a table has no class, so its target names one.
    """
    name = claim_node(label)
    link = wording.link.replace("&", "&amp;") if wording.link else f"#{name}"
    return (
        f' ID="{name}" TARGET="claim {wording.classes}" HREF="{link}" TITLE="{html_tooltip(wording.tooltip)}"'
    )


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


def _frames(sheet: Sheet, parts: Sequence[_Part]) -> Iterator[str]:
    """A light frame for every section that has something in it."""
    inside: dict[str | None, list[str]] = {}
    for section, statement in parts:
        inside.setdefault(section, []).append(statement)
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


def _edges(sheet: Sheet) -> Iterator[str]:
    """All lines, by the card that they come down from, which is how Graphviz orders them."""
    argument_map, arrangement = sheet.argument_map, sheet.arrangement
    for question in argument_map.questions.values():
        yield from _answer_edges(sheet, question)
    for claim in argument_map.claims.values():
        if claim.label not in arrangement.box_of:
            yield from steps_below(sheet, claim.label)
    for step in arrangement.premises:
        if step in arrangement.boxed:
            for premise in arrangement.premises[step]:
                yield from steps_below(sheet, premise.claim)


def _answer_edges(sheet: Sheet, question: Question) -> Iterator[str]:
    theme = sheet.theme
    line = theme.lines["answer"]
    for answer in dict.fromkeys(question.answers):
        if answer in sheet.argument_map.claims:
            yield edge(
                end(question_node(question.label)),
                claim_end(sheet.arrangement, answer, side=sheet.picture.direction.premise_side),
                color=f'"{theme.colours["answer"]}"',
                style=line.style,
                penwidth=f"{theme.width(None)}",
                arrowtail=line.head,
                **{"class": "answer"},
                id=f'"answer-{identifier(question.label)}_to_{identifier(answer)}"',
            )
