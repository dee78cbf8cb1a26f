"""The nodes of a diagram: a card a claim or question, a box for linked premises, a dot for an inference."""

from collections.abc import Iterator
from functools import partial

from argmap.drawing.cards import (
    claim_card,
    linked_box,
    of_equal_height,
    of_equal_width,
    question_card,
    thesis_card,
)
from argmap.drawing.dots import NameSide, inference_dot
from argmap.drawing.escape import html_tooltip, tooltip
from argmap.drawing.frames import frame_of
from argmap.drawing.hidden import hidden_at
from argmap.drawing.names import box_node, claim_node, landings, question_node
from argmap.drawing.notes import notes_on_claim, notes_on_question
from argmap.drawing.sentences import step_sentence
from argmap.drawing.sheet import Sheet
from argmap.drawing.statements import Node, node
from argmap.drawing.theme import mark_of, role_mark
from argmap.drawing.wording import Measure, Wording, claim_wording, noted, question_wording
from argmap.model.elements import Inference, Question
from argmap.model.roles import Role, roles

_SIDEWAYS = 0.6
Framed = tuple[str | None, Node]
"""A node and the section in whose frame it stands."""


def nodes_of(sheet: Sheet) -> Iterator[Framed]:
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
                name_at="above" if sheet.picture.direction.is_sideways else "left",
                theme=sheet.theme,
                ordering=ordering,
            )
            yield frame, dot


def dots_named_upright(sheet: Sheet) -> Iterator[Node]:
    """The dots that have a name, with it above them, or below where what leads down goes up."""
    side: NameSide = "below" if sheet.picture.direction.rankdir == "BT" else "above"
    for step_id, premises in sheet.arrangement.premises.items():
        step = sheet.argument_map.inferences[step_id]
        if step_id in sheet.arrangement.dotted and (step.scheme or step.strength):
            linked = len(premises) > 1
            yield inference_dot(sheet.argument_map, step, linked=linked, name_at=side, theme=sheet.theme)


def _ordering(sheet: Sheet, *, crossed: bool) -> dict[str, str]:
    """Keeps the writer's order, from left to right, of what is below a node.

    A map without frames is ordered as a whole. With frames Graphviz 2.42 crashes on such an order where lines
    cross them, so it is asked for at the other nodes only.
    """
    return {"ordering": "out"} if sheet.arrangement.frames.drawn and not crossed else {}


def _claim_node(sheet: Sheet, label: str, role: Role) -> Node:
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


def _question_node(sheet: Sheet, question: Question) -> Node:
    theme = sheet.theme
    measure = Measure(theme.text_width, theme.size + 2)
    wording = noted(
        question_wording(question, measure=measure, theme=theme, argument_map=sheet.argument_map),
        [*notes_on_question(sheet, question.label), *hidden_at(sheet.picture, question.label)],
        measure=measure,
        theme=theme,
    )
    card = question_card(wording, theme.colours["answer"], theme)
    ordering = _ordering(sheet, crossed=question.label in sheet.arrangement.frames.crossed_questions)
    return _card_node(question_node(question.label), card, wording, **ordering)


def _card_node(name: str, card: str, wording: Wording, *, kind: str = "", **ordering: str) -> Node:
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


def _box_node(sheet: Sheet, step: Inference, role_of: dict[str, Role]) -> Node:
    theme, mark = sheet.theme, mark_of(step)
    measure = Measure(theme.box_text_width, theme.size)
    labels = [premise.claim for premise in sheet.arrangement.premises[step.id]]
    direction = sheet.picture.direction
    aligned = partial(of_equal_width, theme=theme) if direction.is_sideways else of_equal_height
    wordings = aligned([_wording(sheet, label, role_of[label], measure) for label in labels])
    cards = (
        claim_card(wording, role_mark(role_of[label]), theme, anchor=_anchor(label, wording))
        for label, wording in zip(labels, wordings, strict=True)
    )
    arriving = [landings(sheet.arrangement, label) for label in labels]
    colour, tint = theme.colours[mark], theme.tints[mark]
    box = linked_box(cards, colour, tint, direction=direction, arriving=arriving)
    name = box_node(step.id)
    return node(
        name,
        label=f"<{box}>",
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
