"""The diagram pane, as a reader uses it."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from functools import wraps
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from argmap.drawing.terminal.draw import draw
from argmap.editor.diagram.widget import Diagram
from argmap.editor.diagram.work import Finished
from argmap.model.build import parse
from argmap.model.map import ArgumentMap
from argmap.reasoning.standing import judge

TEXT = """\
thesis t: The city should introduce a congestion charge
  because jams: Traffic jams cost residents 90 hours a year
  and cut: A charge cuts traffic by a fifth
    evidence trial: Stockholm trial 2006: minus 22 % traffic
  but poor: The charge hits poor commuters hardest
    but bus: Most of them already take the bus
  because air: Clean air saves lives
    evidence @trial
"""


def map_of(text: str) -> ArgumentMap:
    return parse(text)


class Host(App[None]):
    """An app with nothing but the pane; it notes what it hears."""

    def __init__(self, argument_map: ArgumentMap | None) -> None:
        super().__init__()
        self.given = argument_map
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield Diagram(self.given, judge(self.given).claims if self.given else None)

    def on_diagram_selected(self, message: Diagram.Selected) -> None:
        self.heard.append(f"selected {message.label}")

    def on_diagram_source_wanted(self, message: Diagram.SourceWanted) -> None:
        self.heard.append(f"source {message.label}")


Script = Callable[[Pilot[None], Diagram], Awaitable[None]]


def play(script: Script, argument_map: ArgumentMap | None = None, size: tuple[int, int] = (80, 24)) -> Host:
    async def run() -> Host:
        host = Host(argument_map or map_of(TEXT))
        async with host.run_test(size=size) as pilot:
            diagram = host.query_one(Diagram)
            diagram.focus()
            await drawn(pilot)
            await script(pilot, diagram)
        return host

    return asyncio.run(run())


async def drawn(pilot: Pilot[None]) -> None:
    """Wait until the chart is the one that was asked for."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], keys: Iterable[str]) -> None:
    for key in keys:
        await pilot.press(key)
        await drawn(pilot)


def screen(diagram: Diagram) -> str:
    return "\n".join(diagram.render_line(y).text.rstrip() for y in range(diagram.size.height))


def is_in_view(diagram: Diagram, label: str) -> bool:
    assert diagram.chart is not None
    box = diagram.chart.boxes[label]
    left, top = diagram.scroll_offset
    beside = left <= box.x and box.x + box.width <= left + diagram.size.width
    return beside and top <= box.y and box.y + box.height <= top + diagram.size.height


def test_it_begins_at_the_thesis_with_a_reason_in_view() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        assert diagram.selected == "t"
        assert is_in_view(diagram, "t")
        assert "t · thesis" in screen(diagram)
        assert "jams · premise" in screen(diagram)

    assert play(script).heard == []


LONG = """\
thesis partnership: Moscow has become far keener to win the others over to the solutions that it offers
  because independent: They follow a foreign policy of their own, whatever their allies say {strong}
  and bargain: Moscow can bargain with a state that decides for itself and for nobody else
    because said: The president himself has said so on several occasions in the last year
"""


@pytest.mark.parametrize("cells", [79, 74, 100, 160])
def test_a_card_and_its_first_reason_fit_the_pane_side_by_side(cells: int) -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        assert is_in_view(diagram, "partnership")
        assert is_in_view(diagram, "independent")

    play(script, map_of(LONG), size=(cells, 24))


def test_what_one_begins_with_stands_where_its_reasons_are_seen() -> None:
    reasons = "".join(f"  because r{number}: Reason {number}\n" for number in range(20))
    second = "thesis t: T\n  because a: A\n  because b: B\n  because c: C\n"

    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        assert diagram.chart is not None
        assert diagram.selected == "t"
        assert diagram.chart.boxes["t"].y > diagram.size.height
        assert all(is_in_view(diagram, label) for label in "tabc")

    play(script, map_of(f"claim o: O\n{reasons}{second}"), size=(80, 20))


def test_in_a_pane_for_one_card_the_selected_one_is_seen_whole() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        assert is_in_view(diagram, "partnership")
        await press(pilot, ("right",))
        assert is_in_view(diagram, "independent")

    play(script, map_of(LONG), size=(40, 24))


def test_cards_become_wider_with_the_pane() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        narrow = diagram.view.text_cells
        await pilot.resize_terminal(120, 24)
        await drawn(pilot)
        assert narrow < diagram.view.text_cells == 30
        assert diagram.chart is not None
        assert diagram.chart.view == diagram.view

    play(script, map_of(LONG), size=(80, 24))


def test_arrows_follow_the_relations_and_the_way_back_is_the_way_there() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        await press(pilot, ("right", "down", "right"))
        assert diagram.selected == "trial"
        assert is_in_view(diagram, "trial")
        await press(pilot, ("left",))
        assert diagram.selected == "cut"
        diagram.select("air")
        await press(pilot, ("right", "left", "left"))
        assert diagram.selected == "t"
        await press(pilot, ("left", "o", "home"))

    assert play(script).heard == [
        f"selected {label}" for label in ("jams", "cut", "trial", "cut", "trial", "air", "t", "poor", "t")
    ]


def test_in_a_map_that_grows_down_the_arrows_turn_with_it() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        await press(pilot, ("d", "down", "right"))
        assert diagram.selected == "cut"
        await press(pilot, ("up",))
        assert diagram.selected == "t"
        assert diagram.view.growth == "down"

    play(script)


def test_zooming_keeps_the_selected_claim_in_view() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        diagram.select("bus")
        for key, view in (("minus", "line"), ("minus", "label"), ("minus", "label"), ("plus", "line")):
            await press(pilot, (key,))
            assert diagram.view.zoom == view
            assert (diagram.selected, is_in_view(diagram, "bus")) == ("bus", True)
        assert "one line" in diagram.summary

    play(script)


def test_folding_hides_a_branch_and_selecting_what_is_in_it_unfolds_it() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        diagram.select("poor")
        await press(pilot, ("f",))
        assert diagram.chart is not None
        assert "bus" not in diagram.chart.boxes
        assert "1 more claim" in screen(diagram)
        diagram.select("bus")
        await drawn(pilot)
        assert "bus" in diagram.chart.boxes
        assert is_in_view(diagram, "bus")
        await press(pilot, ("f",))
        assert diagram.view.folded == frozenset()

    play(script)


def test_only_the_neighbourhood_and_all_again() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        diagram.select("bus")
        await press(pilot, ("n",))
        assert diagram.chart is not None
        assert set(diagram.chart.boxes) == {"poor", "bus"}
        assert "only near bus" in diagram.summary
        diagram.select("air")
        await drawn(pilot)
        assert set(diagram.chart.boxes) == {"t", "air", "trial"}
        await press(pilot, ("left_square_bracket", "left_square_bracket", "left_square_bracket"))
        assert set(diagram.chart.boxes) == {"t", "air"}
        await press(pilot, ("right_square_bracket",))
        assert set(diagram.chart.boxes) == {"t", "air", "trial"}
        await press(pilot, ("n",))
        assert len(diagram.chart.boxes) == 7

    play(script)


def test_enter_asks_for_the_source() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        await press(pilot, ("right", "enter"))

    assert play(script).heard == ["selected jams", "source jams"]


def test_a_click_selects_and_a_second_one_goes_to_the_source() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        assert diagram.chart is not None
        box = diagram.chart.boxes["jams"]
        await pilot.click(Diagram, offset=(box.x + 3 - diagram.scroll_offset.x, box.y + 1))
        assert diagram.selected == "jams"
        await pilot.click(Diagram, offset=(box.x + 3 - diagram.scroll_offset.x, box.y + 1), times=2)

    assert play(script).heard == ["selected jams", "source jams"]


def test_the_view_pans_by_keys_and_by_dragging_and_the_selection_stays() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        await press(pilot, ("shift+right", "shift+down"))
        assert diagram.scroll_offset == (8, 3)
        await pilot.mouse_down(Diagram, offset=(40, 6))
        await pilot.hover(Diagram, offset=(44, 7))
        await pilot.mouse_up(Diagram, offset=(44, 7))
        assert diagram.scroll_offset == (4, 2)
        assert diagram.selected == "t"

    assert play(script, size=(60, 10)).heard == []


def test_an_edit_keeps_the_selection_or_goes_back_to_the_thesis() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        diagram.select("bus")
        diagram.show(map_of(TEXT + "claim more: More\n"))
        await drawn(pilot)
        assert diagram.selected == "bus"
        diagram.show(map_of("thesis t: T\n"))
        await drawn(pilot)
        assert diagram.selected == "t"
        assert "✓" not in screen(diagram)

    play(script)


def test_of_many_edits_in_a_row_the_last_is_shown() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        for number in range(20):
            diagram.show(map_of(f"thesis t: Number {number}\n"))
        while "Number 19" not in screen(diagram):
            await drawn(pilot)

    play(script)


def test_what_a_key_has_changed_is_painted_before_the_diagram_is_drawn(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    order: list[str] = []

    @wraps(draw)
    def drawing(*given: Any, **more: Any) -> object:
        order.append("drawn")
        return draw(*given, **more)

    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        order.clear()
        diagram.show(map_of("thesis t: Another\n"))
        time.sleep(0.05)  # as a key does that takes its time
        order.append("key done")
        while "Another" not in screen(diagram):
            await drawn(pilot)

    monkeypatch.setattr("argmap.editor.diagram.widget.draw", drawing)
    play(script)
    assert order == ["key done", "drawn"]


def test_an_empty_map_says_how_to_begin() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        assert "Nothing to draw yet" in screen(diagram)
        await press(pilot, ("right", "f", "n", "o", "home", "enter", "plus"))

    assert play(script, map_of("# nothing\n")).heard == []


def test_a_drawing_that_fails_is_told_in_its_place_and_the_next_one_is_drawn() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        diagram.show(map_of(TEXT), {"t": "nonsense"})  # type: ignore[dict-item]
        while "cannot be drawn, please report it: KeyError" not in screen(diagram):
            await pilot.pause(0.01)
        diagram.show(map_of(TEXT))
        await drawn(pilot)
        assert "t · thesis" in screen(diagram)

    play(script)


def test_a_drawing_that_was_left_behind_and_comes_all_the_same_changes_nothing() -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        await drawn(pilot)
        shown = diagram.chart
        diagram.post_message(Finished(-1, draw(map_of("thesis other: Other\n"))))
        await pilot.pause(0.1)
        assert diagram.chart is shown
        assert "Other" not in screen(diagram)

    play(script, map_of(TEXT))


@pytest.mark.slow
def test_a_claim_too_deep_in_a_very_large_map_is_shown_with_what_is_near_it() -> None:
    reasons = "".join(f"  because r{number}: R\n" for number in range(12_001))

    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        while diagram.chart is None:
            await pilot.pause(0.05)
        assert set(diagram.chart.boxes) == {"t"}
        assert "only the first level" in diagram.summary
        diagram.select("r7")
        while "r7" not in diagram.chart.boxes:
            await pilot.pause(0.05)
        assert set(diagram.chart.boxes) == {"t", "r7"}

    play(script, map_of(f"thesis t: T\n{reasons}"))


def test_wide_and_hostile_text_keeps_the_borders_in_their_columns() -> None:
    text = (
        "thesis t: 土耳其与俄罗斯的关系 👍🏽 👩\u200d🔬 क्षि मराठी ❤️ 🇹🇷 and so on and so on\n"
        "  because r: x\x1b[31m\u202e\n"
    )

    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        strips = [diagram.render_line(y) for y in range(diagram.size.height)]
        assert {strip.cell_length for strip in strips} == {80}
        assert "\x1b" not in screen(diagram)
        assert "\u202e" not in screen(diagram)

    play(script, map_of(text))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
def test_the_selected_card_stands_out_in_every_theme(theme: str) -> None:
    async def script(pilot: Pilot[None], diagram: Diagram) -> None:
        diagram.app.theme = theme
        await pilot.pause()
        row = diagram.render_line(1)
        backgrounds = {segment.style.bgcolor for segment in row if segment.style and segment.text.strip()}
        assert len(backgrounds) > 1

    play(script)
