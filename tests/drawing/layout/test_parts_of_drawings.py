"""Large drawings are made in parts by several engines at a time: what they show is what one engine shows."""

from typing import Literal

import attrs
import pytest
from geometry import Drawing, read_back

import argmap
from argmap.drawing import rendering
from argmap.drawing.engine import DrawingError, Engine, find_engines
from argmap.drawing.picture import Picture
from argmap.drawing.rendering import rendered
from argmap.drawing.svg import finish_svg
from argmap.model.map import ArgumentMap

TIDY = Picture(layout="tidy")
MAPS = {
    "sections": "maps/turkish-russian-relations.argmap",
    "answers": "maps/language-tour.argmap",
    "undercuts": "maps/first-cause.argmap",
}


@pytest.fixture(params=MAPS.values(), ids=MAPS)
def argument_map(request: pytest.FixtureRequest) -> ArgumentMap:
    return argmap.load(request.param)


def in_parts(
    argument_map: ArgumentMap, most: int, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> list[bytes]:
    monkeypatch.setattr(rendering, "_MOST_AT_ONCE", most)
    return rendered(argument_map, picture, time_limit=30, read=list)


def finished(parts: list[bytes]) -> bytes:
    return finish_svg(parts, title="", description="")


def numbers(drawing: Drawing) -> list[float]:
    """All places, from the corner of a card: parts have a little more room around them."""
    first = min(drawing.cards.items())[1]
    areas = [area for all in (drawing.cards, drawing.boxes, drawing.dots) for _, area in sorted(all.items())]
    texts = sorted([*drawing.texts.items(), *drawing.names.items()])
    areas += [area for _, some in texts for _, area in some]
    points = [point for _, line in sorted(drawing.lines.items()) for point in line]
    points += [point for area in areas for point in ((area.left, area.top), (area.right, area.bottom))]
    return [number for x, y in points for number in (x - first.left, y - first.top)]


def words(drawing: Drawing) -> dict[str, list[str]]:
    """What stands on every card and beside every dot, and which lines there are."""
    texts = {**drawing.texts, **drawing.names, **{name: [] for name in [*drawing.boxes, *drawing.lines]}}
    return {name: [text for text, _ in some] for name, some in texts.items()}


@pytest.mark.parametrize("most", [6, 20])
def test_parts_laid_on_each_other_are_the_whole(
    argument_map: ArgumentMap, most: int, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = in_parts(argument_map, 10_000, TIDY, monkeypatch)
    parts = in_parts(argument_map, most, TIDY, monkeypatch)
    assert len(whole) == 1 < len(parts)
    one, many = read_back(finished(whole)), read_back(finished(parts))
    assert words(many) == words(one)
    assert numbers(many) == pytest.approx(numbers(one), abs=0.1)


def test_frames_caption_and_ground_are_drawn_once(
    argument_map: ArgumentMap, engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = finished(in_parts(argument_map, 10_000, TIDY, monkeypatch))
    parts = finished(in_parts(argument_map, 7, TIDY, monkeypatch))
    for what in (
        b"<text",
        b"<polygon",
        b"<path",
        b"<ellipse",
        b'class="graph"',
        b'class="node section"',
        b"<g ",
        b"</g>",
    ):
        assert parts.count(what) == whole.count(what), what


def test_frames_stay_behind_what_stands_in_them(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "section One\nthesis a: A\n  because b: B\nsection Two\nclaim c: C\n"
    svg = finished(in_parts(argmap.parse(text), 2, TIDY, monkeypatch))
    assert svg.rindex(b'class="node section"') < svg.index(b'class="node claim')


def test_parts_of_two_sizes_are_refused(engine: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = in_parts(argmap.parse("thesis a: A\n"), 10, TIDY, monkeypatch)
    (other,) = in_parts(argmap.parse("thesis a: A\n  because b: B\n"), 10, TIDY, monkeypatch)
    with pytest.raises(DrawingError, match="in two sizes"):
        finished([one, other])


def test_where_a_part_fails_the_next_engine_draws_all(monkeypatch: pytest.MonkeyPatch) -> None:
    real, failed = rendering.run_placed, []

    def fails_late(dot: str, form: Literal["svg", "plain"], *, engine: Engine, time_limit: float) -> bytes:
        if engine.name == "dot" and form == "svg" and "claim-b" in dot:
            failed.append(engine.name)
            raise DrawingError("dot failed")
        return real(dot, form, engine=engine, time_limit=time_limit)

    pure = next(engine for engine in find_engines() if engine.name != "dot")
    monkeypatch.setattr("argmap.drawing.engine.find_engines", lambda: (attrs.evolve(pure, name="dot"), pure))
    monkeypatch.setattr(rendering, "run_placed", fails_late)
    parts = in_parts(argmap.parse("thesis a: A\n  because b: B\n  because c: C\n"), 2, TIDY, monkeypatch)
    assert failed
    assert set(read_back(finished(parts)).cards) == {"claim-a", "claim-b", "claim-c"}
