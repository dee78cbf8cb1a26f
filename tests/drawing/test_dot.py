import random
import re
import shutil
from itertools import pairwise

import pytest
from layouts import GOLDEN, drawn, group, laid_out, texts, title

from argmap.drawing.arrangement import arrange
from argmap.drawing.directions import DIRECTIONS, Direction
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine, find_engines
from argmap.drawing.escape import clean
from argmap.drawing.picture import Picture
from argmap.model.elements import Note
from argmap.model.map import ArgumentMap
from maps import (
    NOWHERE,
    argument_map,
    because,
    but,
    claim,
    evidence,
    karabakh,
    question,
    section,
    source,
    thesis,
    unless,
)

HOSTILE = [
    "\\N \\G \\L \\E \\T \\H",
    "C:\\new\\table",
    "a trailing backslash \\",
    '\\"',
    "<b>x</b>",
    "< a >",
    "&lt;script&gt; &amp; &#0; &#92;N",
    "]]>",
    "--><script>",
    '"]; x [image="/etc/passwd"]; "',
    "node",
    "a:b:c",
    "\x00 and \x1b",
    "before \u202e after, long enough to need a second line of the card",
    "one\u2028two",
    "👩‍👩‍👧‍👦 🇹🇷",
    "المضائق التركية",
    "土耳其海峡由一九三六年蒙特勒公约管理，军舰通行受到严格限制",
    "ılık İstanbul",
    "\ud800 \uffff",
    "{a|b} | <port>",
    "x" * 500,
]
CONTROLS = dict.fromkeys(map(ord, "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"))


@pytest.fixture(
    params=[
        pytest.param(
            "dot", marks=pytest.mark.skipif(not shutil.which("dot"), reason="no `dot` on this machine")
        ),
        "graphviz-pure",
    ]
)
def engine(request: pytest.FixtureRequest) -> Engine:
    return next(engine for engine in find_engines() if engine.name == request.param)


def squeezed(text: str) -> str:
    """The text without space and directional controls, as both may differ in a drawing."""
    return "".join(clean(text).translate(CONTROLS).split())


@pytest.mark.parametrize("sections", [False, True])
def test_the_dot_of_a_map_is_as_it_was(sections: bool) -> None:
    # After a change that is meant: write to_dot(karabakh(...)) to the file and look at the picture.
    name = "karabakh-sections.dot" if sections else "karabakh.dot"
    assert to_dot(karabakh(sections=sections)) == (GOLDEN / name).read_text(encoding="utf-8")


def test_the_same_map_gives_the_same_dot() -> None:
    assert to_dot(karabakh()) == to_dot(karabakh())


@pytest.mark.parametrize("sections", [False, True])
def test_every_card_is_drawn_once(engine: Engine, sections: bool) -> None:
    drawing = drawn(to_dot(karabakh(sections=sections)), engine)
    ids = [part.get("id", "").removeprefix("a_") for part in drawing.iter()]
    for label in karabakh().claims:
        name = "claim-__1" if label == "_1" else f"claim-{label}"
        # A node of its own has a second group inside, which carries its tooltip.
        assert 1 <= ids.count(name) <= 2, name
    shown = "".join("".join(texts(drawing)).split())
    assert all(shown.count(squeezed(part.text)) == 1 for part in karabakh().claims.values())


@pytest.mark.parametrize("sections", [False, True])
def test_no_line_runs_through_a_card(engine: Engine, sections: bool) -> None:
    nodes, splines = laid_out(to_dot(karabakh(sections=sections)), engine)
    cards = {name: box for name, box in nodes.items() if not name.startswith("step-")}
    crossed = [
        (spline.ends, name)
        for spline in splines
        for name, box in cards.items()
        if name not in spline.ends and any(box.holds(x, y, margin=0.04) for x, y in spline.points)
    ]
    assert splines
    assert crossed == []


@pytest.mark.parametrize("sections", [False, True])
def test_the_thesis_is_on_top(engine: Engine, sections: bool) -> None:
    nodes, _ = laid_out(to_dot(karabakh(sections=sections)), engine)
    top = nodes.pop("claim-partners").y
    assert all(box.y < top for box in nodes.values())


def test_what_bears_on_a_thesis_stands_below_it_though_its_own_ground_is_in_the_frame_of_the_thesis(
    engine: Engine,
) -> None:
    part = {"section": "why"}
    cards = (thesis("t", **part), claim("outside"), claim("inside", **part), claim("other", **part))
    steps = (but("t", "outside"), but("outside", "inside"), because("t", "other"))
    nodes, _ = laid_out(to_dot(argument_map(section("Why"), *cards, *steps)), engine)
    assert nodes["claim-t"].y > nodes["claim-outside"].y > nodes["claim-inside"].y


def test_reasons_stand_in_the_writers_order(engine: Engine) -> None:
    nodes, _ = laid_out(to_dot(karabakh()), engine)
    order = ["claim-ceasefire", "claim-gas", "claim-west", "claim-arms", "claim-syria"]
    assert sorted(order, key=lambda name: nodes[name].x) == order


def test_linked_premises_stand_in_the_writers_order(engine: Engine) -> None:
    drawing = drawn(to_dot(karabakh()), engine)
    box = "".join(texts(group(drawing, "box-share")))
    assert box.index("corridor") < box.index("rule") < box.index("last")


def test_an_undercut_stands_level_with_its_dot_and_next_to_it(engine: Engine) -> None:
    nodes, _ = laid_out(to_dot(karabakh()), engine)
    dot, own_dot, card = nodes["step-energy"], nodes["step-less"], nodes["claim-lng"]
    assert dot.y == pytest.approx(own_dot.y) == pytest.approx(card.y)
    assert dot.x < own_dot.x < card.x
    row = [name for name, box in nodes.items() if dot.x <= box.x <= card.x and abs(box.y - dot.y) < 0.1]
    assert sorted(row) == ["claim-lng", "step-energy", "step-less"]


def test_two_undercuts_stand_on_both_sides_of_their_dot(engine: Engine) -> None:
    parts = [thesis("t"), claim("a"), claim("b"), because("t", "a", id="s"), because("t", "b")]
    parts += [claim("u"), claim("v"), claim("w"), *(unless("s", label) for label in "uvw")]
    nodes, _ = laid_out(to_dot(argument_map(*parts)), engine)
    assert nodes["claim-v"].x < nodes["step-s"].x < nodes["claim-u"].x < nodes["claim-b"].x
    assert nodes["claim-w"].y < nodes["step-s"].y


def test_a_claim_in_two_linked_steps_is_joined_to_both_dots() -> None:
    parts = (thesis("t"), claim("a"), claim("b"), claim("c"))
    dot = to_dot(argument_map(*parts, because("t", "a", "b", id="s"), because("t", "a", "c", id="r")))
    lines = re.findall(r'^"(step-\w+)" -> "(claim-\w+)"', dot, re.MULTILINE)
    assert lines == [
        ("step-s", "claim-a"), ("step-s", "claim-b"), ("step-r", "claim-a"), ("step-r", "claim-c")
    ]  # fmt: skip
    assert len(re.findall(r'^"claim-a" \[', dot, re.MULTILINE)) == 1


def test_support_of_a_linked_premise_comes_in_at_that_premise() -> None:
    parts = (thesis("t"), claim("a"), claim("b"), claim("c"), because("t", "a", "b", id="s"))
    assert '"box-s":p1:s -> "claim-c"' in to_dot(argument_map(*parts, but("b", "c")))


@pytest.mark.parametrize("direction", DIRECTIONS.values(), ids=DIRECTIONS.keys())
def test_lines_to_one_linked_premise_end_apart_in_the_writers_order(
    engine: Engine, direction: Direction
) -> None:
    parts = (thesis("t"), claim("a", "One premise of the step"), claim("b"), because("t", "a", "b"))
    below = (claim("c"), claim("d"), claim("e"), because("a", "c"), because("a", "d"), but("a", "e"))
    dot = to_dot(argument_map(*parts, *below), Picture(direction=direction))
    _, splines = laid_out(dot, engine)
    ends = {ends[1]: points[0] for ends, points in ((line.ends, line.points) for line in splines)}
    axis, sign = (1, -1) if direction.is_sideways else (0, 1)
    places = [sign * ends[f"claim-{label}"][axis] * 72 for label in "cde"]
    assert places == sorted(places)
    assert min(after - before for before, after in pairwise(places)) > 9


def test_the_lines_to_one_linked_premise_share_ends_where_there_is_no_room(engine: Engine) -> None:
    below = [part for n in range(60) for part in (claim(f"c{n}"), because("a", f"c{n}"))]
    parts = (thesis("t"), claim("a"), claim("b"), because("t", "a", "b"), *below)
    nodes, splines = laid_out(to_dot(argument_map(*parts)), engine)
    (box,) = (node for name, node in nodes.items() if name.startswith("box-"))
    assert box.width < 4
    assert len(splines) == 62


@pytest.mark.parametrize(
    ("step", "marks"),
    [
        (because("t", "a", id="s"), ["style=solid", "penwidth=1.8", "class=support", "arrowtail=normal"]),
        (evidence("t", "a", id="s"), ["style=solid", 'class="support evidence"', "arrowtail=normal"]),
        (but("t", "a", id="s", strength="weak"), ["style=dashed", "penwidth=1.0", "arrowtail=tee"]),
        (because("t", "a", id="s", strength="conclusive"), ["penwidth=3.8"]),
    ],
)
def test_lines_tell_kind_and_strength_apart(step: object, marks: list[str]) -> None:
    dot = to_dot(argument_map(thesis("t"), claim("a"), step))  # type: ignore[arg-type]
    (line,) = (line for line in dot.splitlines() if 'id="edge-s"' in line)
    assert all(mark in line for mark in marks)


def test_a_line_says_its_step() -> None:
    parts = (thesis("t"), claim("a"), claim("_1", "Both hedge"), claim("u"))
    step = because("t", "a", "_1", id="s", strength="strong", scheme="expert-opinion")
    dot = to_dot(argument_map(*parts, step, unless("s", "u")))
    assert 'tooltip="a and “Both hedge”: strong reason for t, by expert opinion"' in dot
    assert 'tooltip="u: an exception to the step from a and “Both hedge”"' in dot


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_shown_as_written(engine: Engine, text: str) -> None:
    parts = (thesis("t", text), claim("a", text), claim("b", text), claim("c", text), section("Part"))
    steps = (because("t", "a", scheme=text), because("t", "b", "c", id="s"), question("q", text, "t"))
    drawing = drawn(to_dot(argument_map(*parts, *steps, title=text)), engine)
    for name in ("claim-t", "claim-a", "claim-b", "claim-c", "question-q"):
        part = group(drawing, name)
        assert squeezed("".join(texts(part))).endswith(squeezed(text))
        assert squeezed(title(part)).endswith(squeezed(text).replace("\u2028", ""))
    assert squeezed(text) in squeezed("".join(texts(drawing)).replace("\u00a0", " "))


@pytest.mark.parametrize("text", HOSTILE)
def test_any_label_key_and_name_is_drawn(engine: Engine, text: str) -> None:
    parts = (
        section(text), source(text, text, text), question(text + "?", "Which?", text),
        claim(text, "Here", text, section=text.lower().replace(" ", "-")), claim("b"),
        because(text, "b", id=text), unless(text, "b", id=text + "!"),
    )  # fmt: skip
    drawing = drawn(to_dot(argument_map(*parts, author=text, date=text)), engine)
    shown = squeezed("".join(texts(drawing)))
    assert shown.count(squeezed(text)) >= 3


def test_directional_controls_turn_around_nothing_else() -> None:
    parts = (thesis("t"), claim("a", "one \u202e " + "two " * 30, name="x\u202ey"), because("t", "a"))
    dot = to_dot(argument_map(*parts, title="Title \u2067 left open"))
    for run in re.split(r'[<>"]', dot):
        assert len(re.findall("[\u202a\u202b\u202d\u202e]", run)) == run.count("\u202c")
        assert len(re.findall("[\u2066\u2067\u2068]", run)) == run.count("\u2069")


@pytest.mark.parametrize("unit", ["word ", "x", "漢字", "\\", '"&<'])
def test_a_text_of_100_kilobytes_is_drawn_and_kept_in_its_title(engine: Engine, unit: str) -> None:
    text = (unit * (100_000 // len(unit.encode()))).strip()
    parts = (thesis("t"), claim("a", text, text), claim("b"), because("t", "a", "b"))
    drawing = drawn(to_dot(argument_map(*parts)), engine)
    assert squeezed(title(group(drawing, "claim-a"))).endswith(squeezed(text))


@pytest.mark.parametrize(
    "parts",
    [
        (),
        (thesis("t"),),
        (claim("a"), because("a", "a")),
        (claim("a"), claim("b"), because("a", "b"), because("b", "a")),
        (claim("a"), claim("b"), because("a", "a", "b")),
        (claim("a"), claim("b"), claim("c"), because("a", "b", "c"), because("b", "a"), but("c", "a")),
        (thesis("t"), claim("a"), because("t", "a", id="s"), unless("s", "a", id="u"), unless("u", "t")),
        (thesis("t"), claim("a"), because("t", "a", id="s"), unless("s", "s")),
        (thesis("t"), claim("a"), unless("u", "a", id="v"), unless("v", "a", id="u")),
        (thesis("t"), because("t", id="s"), because("t", "ghost"), unless("s", "t")),
        (question("q", "Which?", "q", "ghost", "t", "t"), thesis("t")),
        (thesis("t", ""), claim("a", " "), because("t", "a", scheme="")),
    ],
)
def test_every_structure_is_drawn(engine: Engine, parts: tuple[object, ...]) -> None:
    map = argument_map(*parts)  # type: ignore[arg-type]
    nodes, _ = laid_out(to_dot(map), engine)
    cards = sum(name.startswith("claim-") for name in nodes)
    assert cards + len(arrange(map).box_of) == len(map.claims)


@pytest.mark.parametrize("seed", range(12))
def test_random_maps_without_cycles_are_drawn(engine: Engine, seed: int) -> None:
    drawn(to_dot(random_map(seed)), engine)


def random_map(seed: int) -> ArgumentMap:
    """Up to 16 claims in up to three sections, with shared premises, undercuts and schemes."""
    chance = random.Random(seed)
    count = chance.randint(4, 16)
    sections = [section(f"Part {number}") for number in range(chance.randint(0, 3))]
    places = [chance.choice([None, *(part.id for part in sections)]) for _ in range(count)]
    parts: list[object] = [claim(f"c{n}", thesis=n == 0, section=places[n]) for n in range(count)]
    for n in range(1, count):
        place = chance.choice(places)
        if n > 2 and chance.random() < 0.3:
            parts.append(unless(f"s{chance.randrange(1, n)}", f"c{n}", id=f"s{n}", section=place))
            continue
        premises = dict.fromkeys([f"c{n}", f"c{chance.randrange(n, count)}"])
        kind = chance.choice([because, because, evidence, but])
        scheme = chance.choice([None, None, "sign"])
        parts.append(kind(f"c{chance.randrange(n)}", *premises, id=f"s{n}", section=place, scheme=scheme))
    return argument_map(*sections, *parts)  # type: ignore[arg-type]


def test_ten_thousand_claims_on_end_are_written() -> None:
    count = 10_000
    claims = [claim(f"c{n}", f"Georgia and Ukraine went West, says {n}") for n in range(count)]
    chain = [because(f"c{n}", f"c{n + 1}") for n in range(count - 1)]
    deep = argument_map(*claims, *chain)
    dot = to_dot(deep)
    assert dot.count(" -> ") == count - 1


def test_undercuts_nest_without_end() -> None:
    parts = [thesis("t"), claim("c"), because("t", "c", id="u0"), *(claim(f"e{n}") for n in range(1, 10_000))]
    parts += [unless(f"u{n - 1}", f"e{n}", id=f"u{n}") for n in range(1, 10_000)]
    assert to_dot(argument_map(*parts)).count("arrowhead=tee") == 5_000


def test_a_step_of_many_premises_is_read_by_every_engine(engine: Engine) -> None:
    claims = [claim(f"c{n}") for n in range(60)]
    step = because("t", *(part.label for part in claims), id="s")
    nodes, _ = laid_out(to_dot(argument_map(thesis("t"), *claims, step)), engine)
    assert set(nodes) == {"claim-t", "step-s", "box-s"}


def test_notes_are_not_drawn() -> None:
    noted = argument_map(thesis("t"), notes=(Note("Check this", NOWHERE),))
    assert "Check this" not in to_dot(noted)


def test_a_thesis_is_no_lower_than_other_claims_that_nothing_depends_on(engine: Engine) -> None:
    parts = (thesis("t"), *map(claim, "abcd"), because("t", "a"), because("b", "c"), because("c", "a"))
    nodes, _ = laid_out(to_dot(argument_map(*parts, because("d", "b"))), engine)
    assert nodes["claim-t"].y >= nodes["claim-d"].y > nodes["claim-b"].y
