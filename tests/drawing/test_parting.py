"""Heads of lines from one direction stand beside each other at a card, and not over each other."""

from itertools import combinations
from pathlib import Path

import pytest
from geometry import Area, Drawing, read_back

import argmap
from argmap.drawing.dot import to_dot
from argmap.drawing.engine import Engine, run_engine
from argmap.drawing.export import draw
from argmap.drawing.parting import parted
from argmap.drawing.picture import Picture
from argmap.drawing.svg import finish_svg
from argmap.model.map import ArgumentMap

MAPS = Path(__file__).parents[2] / "maps"
# Many reasons, far to the left and right of one small card.
WIDE = "thesis t: T\n" + "".join(
    f"  because a{one}: Reason\n" + "".join(f"    because b{one}{two}: Ground\n" for two in range(6))
    for one in range(9)
)
NARROW = "thesis t: T\n  because a: A\n    because @c\n  because b: B\n  because c: C\n"


def raw(argument_map: ArgumentMap, engine: Engine) -> bytes:
    return run_engine(to_dot(argument_map), engines=(engine,))


def read(svg: bytes) -> Drawing:
    return read_back(finish_svg([svg], title="", description=""))


def crowded(drawing: Drawing) -> list[tuple[str, str]]:
    """Pairs of lines with heads that lie over each other."""
    return [
        (one, other)
        for (one, heads), (other, others) in combinations(drawing.heads.items(), 2)
        if any(head.overlap(its) > 1.5 for head in heads for its in others)
    ]


@pytest.fixture(params=["compulsory-voting", "wide"])
def drawing(request: pytest.FixtureRequest, engine: Engine) -> bytes:
    if request.param == "wide":
        return raw(argmap.parse(WIDE), engine)
    return raw(argmap.load(MAPS / f"{request.param}.argmap"), engine)


def test_heads_that_lie_over_each_other_are_moved_apart(drawing: bytes) -> None:
    assert crowded(read(drawing))
    assert crowded(read(parted(drawing))) == []


def test_so_they_are_in_an_export(engine: Engine) -> None:
    svg = draw(argmap.load(MAPS / "compulsory-voting.argmap"), "svg", picture=Picture(layout="dot"))
    assert crowded(read_back(svg)) == []


def test_moved_heads_stay_at_their_cards_and_lines_end_where_they_did(drawing: bytes) -> None:
    before, after = read(drawing), read(parted(drawing))
    moved = [line for line, heads in before.heads.items() if heads != after.heads[line]]
    assert moved
    for line in moved:
        assert after.curves[line][-1] == before.curves[line][-1]
        card = min(before.cards.values(), key=lambda card: gap(before, line, card))
        assert gap(after, line, card) == pytest.approx(gap(before, line, card), abs=0.5)


def gap(drawing: Drawing, line: str, card: Area) -> float:
    """Between a card and the corners of a head that bears on it."""
    (x, y) = drawing.curves[line][0]
    corners = drawing.lines[line][len(drawing.curves[line]) :]
    tips = [(left, top) for left, top in corners if abs(left - x) + abs(top - y) < 20]
    return min((card.distance(*tip) for tip in tips), default=1000.0)


def test_lines_to_one_card_keep_the_order_in_which_they_come(engine: Engine) -> None:
    drawing = read(parted(raw(argmap.parse(WIDE), engine)))
    card = drawing.cards["claim-t"]
    for side in (-1, 1):
        starts = [
            (curve[0][1], curve[-1][0])
            for curve in drawing.curves.values()
            if 0 < (curve[0][0] - (card.left if side < 0 else card.right)) * side < 12
        ]
        assert len(starts) > 2
        # The farther a line comes from, the flatter it is, and the higher it ends.
        assert [far for _, far in sorted(starts)] == sorted((far for _, far in starts), reverse=side > 0)


def test_a_drawing_in_which_nothing_crowds_stays_as_it_is(engine: Engine) -> None:
    drawing = raw(argmap.parse(NARROW), engine)
    assert parted(drawing) == drawing
    assert parted(b"no drawing") == b"no drawing"


def test_nothing_is_moved_at_a_side_without_room_for_all(engine: Engine) -> None:
    reasons = "".join(f"  because r{n}: A reason of some length\n" for n in range(60))
    drawing = raw(argmap.parse(f"thesis t: T\n{reasons}"), engine)
    assert parted(drawing) == drawing
