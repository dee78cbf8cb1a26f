"""What a picture must never be: cards over cards, text outside its card, lines that end nowhere."""

import re
from itertools import combinations
from pathlib import Path

import attrs
import pytest
from geometry import Area, Drawing, read_back

import argmap
from argmap.drawing.arrangement import arrange
from argmap.drawing.clearing import cleared
from argmap.drawing.directions import DIRECTIONS
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine, find_engines, run_engine, run_placed
from argmap.drawing.looks import look_theme
from argmap.drawing.names import (
    answer_edge,
    answer_reference_node,
    box_node,
    claim_node,
    dot_node,
    edge_id,
    question_node,
    reference_node,
)
from argmap.drawing.parting import parted
from argmap.drawing.picture import Picture
from argmap.drawing.placed import lay_out
from argmap.drawing.svg import finish_svg
from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap
from argmap.reasoning.standing import judge
from maps import karabakh

EXAMPLES = Path(__file__).parents[2] / "maps"
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
PAIRS = ("because", "but") * 4
MAPS = {
    "article": argmap.load(EXAMPLES / "turkish-russian-relations.argmap"),
    "tour": argmap.load(EXAMPLES / "language-tour.argmap"),
    "first cause": argmap.load(EXAMPLES / "first-cause.argmap"),
    "war": karabakh(),
    "war in sections": karabakh(sections=True),
    "a hundred claims": argmap.parse(
        "thesis t: T\n"
        + "".join(
            f"  because a{one}: Reason {one} of several that are given for the thesis of this map\n"
            + "".join(
                f"    {word} b{one}{two}: Ground {two}\n" for two, word in enumerate(["because", "but"] * 4)
            )
            + f"  and c{one}: What goes with it\n  unless d{one}: What would undo the step\n"
            for one in range(9)
        )
    ),
    "long words": argmap.parse(
        f"thesis t: {LONG}\n  because {LONG.lower()[:60]}: {LONG * 3}\n"
        f"  and b: {'W' * 90}\n  but {'i' * 300}\n"
        f"question q: {LONG * 2}?\n  answer x: {'m' * 200}\n"
    ),
    "scripts": argmap.parse(
        "map Görüşler 概要 نظرة 👩‍👩‍👧\nthesis tez: Türkiye'nin ılımlı çözümü İstanbul'da öğrenildi\n"
        "  because 北京不同意这个解决方案因为它不符合长期以来的立场和利益\n"
        "  and تتفق أنقرة وموسكو على حل وسط في القوقاز\n"
        "  but 🙂 Sehr 👍🏽 gut 🇹🇷 ok\n  because Москва считает иначе\n  unless हिन्दी में एक अपवाद\n"
    ),
    "circles": argmap.parse(
        "claim a: A\n  because b: B\n  because @a\n  and c: C\nclaim d: D\n  because @b\n  but @d\n"
        "claim e: E\n  because @d\n  unless @a\n  unless @e\nclaim f: F\n  because @c\nclaim g: G\n"
        "  because @f\n  and @g\n  but @a\n"
    ),
    "one claim": argmap.parse("thesis t: Alone\n"),
    "nothing": argmap.parse(""),
}
PICTURES = {
    "print": Picture(theme=look_theme("print")),
    "plain": Picture(theme=look_theme("plain")),
    "dark": Picture(theme=look_theme("cards", dark=True)),
    "up": Picture(direction=DIRECTIONS["up"]),
    "right": Picture(direction=DIRECTIONS["right"]),
    "left": Picture(direction=DIRECTIONS["left"]),
    "judged": Picture(notes=True),
    "tree": Picture(layout="tidy"),
    "tree to the right": Picture(layout="tidy", direction=DIRECTIONS["right"]),
}
pytestmark = pytest.mark.slow
_SHORT = 7.5
"""Points that a line may end short: newer engines leave room for the corner of a head's stroke, the more the
thicker it is, and that corner touches the card."""
_INSIDE = 3.0
"""Points that a line may reach into a card: half a stroke, and rounding."""
ENGINES = ("dot", "graphviz-pure")


@pytest.fixture(scope="module", params=[f"{look} by {name}" for name in ENGINES for look in PICTURES])
def drawings(request: pytest.FixtureRequest) -> dict[str, Drawing]:
    """Every map in one look or direction, all drawn by one process of the engine."""
    look, _, name = request.param.partition(" by ")
    engine = next((engine for engine in find_engines() if engine.name == name), None)
    if engine is None:
        pytest.skip("this machine has no Graphviz: no `dot` on PATH")
    svgs = _drawn({name: _picture(found, look) for name, found in MAPS.items()}, engine)
    return {
        name: read_back(finish_svg([svg], title=name, description=""))
        for name, svg in zip(MAPS, svgs, strict=True)
    }


def _drawn(pictures: dict[str, Picture], engine: Engine) -> list[bytes]:
    dots = {
        name: lay_out(
            MAPS[name],
            picture,
            run=lambda dot: run_placed(dot, "plain", engine=engine, time_limit=60).decode(),
        ).dot()
        if picture.layout == "tidy"
        else to_dot(MAPS[name], picture)
        for name, picture in pictures.items()
    }
    together = "".join(dots.values())
    if any(picture.layout == "tidy" for picture in pictures.values()):
        made = run_placed(together, "svg", engine=engine, time_limit=60)
    else:
        made = run_engine(together, engines=(engine,))
    parts = [part for part in re.split(rb"(?=<\?xml)", made) if part.strip()]
    on_levels = [picture.layout != "tidy" for picture in pictures.values()]
    return [cleared(parted(part)) if level else part for part, level in zip(parts, on_levels, strict=True)]


def _picture(found: ArgumentMap, name: str) -> Picture:
    if name != "judged":
        return PICTURES[name]
    return attrs.evolve(PICTURES[name], standings=judge(found).claims)


def test_no_card_lies_over_another(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        in_boxes = {
            card
            for card, area in drawing.cards.items()
            if any(box.holds(area, slack=1) for box in drawing.boxes.values())
        }
        alone = {id: area for id, area in drawing.cards.items() if id not in in_boxes}
        inner = {id: area for id, area in drawing.cards.items() if id in in_boxes}
        for parts in (alone | drawing.boxes | drawing.dots, inner):
            over = [
                (one, other)
                for (one, area), (other, its) in combinations(parts.items(), 2)
                if area.overlap(its) > 1
            ]
            assert not over, name


def test_all_text_is_inside_its_card(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        outside = [
            (id, words)
            for id, lines in drawing.texts.items()
            for words, area in lines
            if not drawing.cards[id].holds(area, slack=1.5)
        ]
        assert not outside, name


def test_every_claim_has_a_card_with_text(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        cards = {*map(claim_node, MAPS[name].claims), *map(question_node, MAPS[name].questions)}
        assert {id for id in drawing.cards if not id.startswith("see-")} == cards
        assert all(drawing.texts.values())


def test_every_line_ends_at_what_it_joins(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        for ends, lines in _joined(MAPS[name], drawing):
            for end in ends:
                near = min(end.distance(x, y) for line in lines for x, y in line)
                assert near <= _SHORT, (name, end)


def test_no_line_goes_through_a_card(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        for id, points in drawing.curves.items():
            through = [
                card
                for card, area in drawing.cards.items()
                if any(area.depth(x, y) > _INSIDE for x, y in points)
            ]
            assert not through, (name, id)


def test_no_line_goes_through_the_name_of_a_scheme_or_the_title_of_a_frame(
    drawings: dict[str, Drawing],
) -> None:
    for name, drawing in drawings.items():
        words = [pair for lines in (drawing.names | drawing.titles).values() for pair in lines]
        crossed = [
            (said, id)
            for said, area in words
            for id, points in drawing.curves.items()
            if any(area.depth(x, y) > 0.5 for x, y in points)
        ]
        assert not crossed, name


def test_no_head_of_a_line_covers_text(drawings: dict[str, Drawing]) -> None:
    for name, drawing in drawings.items():
        groups = drawing.texts | drawing.names | drawing.titles
        words = [pair for lines in groups.values() for pair in lines]
        covered = [
            (said, id)
            for said, area in words
            for id, heads in drawing.heads.items()
            if any(area.overlap(head) > 1 for head in heads)
        ]
        assert not covered, name


def _joined(found: ArgumentMap, drawing: Drawing) -> list[tuple[list[Area], list[list[tuple[float, float]]]]]:
    """For every step, what its lines have to touch, and the lines; for every answer the same."""
    arrangement = arrange(found)
    joined = []
    for id, premises in arrangement.premises.items():
        step = found.inferences[id]
        ends = [_target(drawing, step)]
        ends += [drawing.dots[dot_node(id)]] if id in arrangement.dotted else []
        if id in arrangement.boxed:
            ends.append(drawing.boxes[box_node(id)])
        else:
            ends += [
                drawing.cards.get(reference_node(id, number)) or drawing.cards[claim_node(premise.claim)]
                for number, premise in enumerate(premises)
            ]
        names = [edge_id(id), *(edge_id(id, number) for number in range(len(premises)))]
        joined.append((ends, [drawing.lines[line] for line in names if line in drawing.lines]))
    for question in found.questions.values():
        for answer in question.answers:
            ends = [
                drawing.cards[question_node(question.label)],
                drawing.cards.get(answer_reference_node(question.label, answer))
                or drawing.cards[claim_node(answer)],
            ]
            joined.append((ends, [drawing.lines[answer_edge(question.label, answer)]]))
    return joined


def _target(drawing: Drawing, step: Inference) -> Area:
    if step.kind == "undercut":
        return drawing.dots[dot_node(step.target)]
    return drawing.cards[claim_node(step.target)]
