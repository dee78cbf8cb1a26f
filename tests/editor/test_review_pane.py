"""The review on the screen, as a reader uses it."""

import asyncio
import random
from collections.abc import Awaitable, Callable

import pytest
from review_host import Host
from textual.pilot import Pilot

from argmap.drawing.contrast import LEAST, contrast
from argmap.editor.review.looks import LOOKS, Styles
from argmap.editor.review.pane import ReviewPane
from argmap.source.text import SourceText
from argmap.workspace.reviewing import Reviewing, begin_in_place

TEXT = """\
source k: The report
thesis t: The city should introduce a charge
  because jams: Traffic jams cost residents 90 hours a year [@k, p. 3]
    note From last year.
  and cut: A charge cuts traffic
  by position-to-know {honesty: ok}
  unless rain: Nobody drives in the rain
  but poor: The charge hits poor commuters
    but They take the bus
review ben: First reading
  reject @poor: They do not drive {10%}
"""
Script = Callable[[Pilot[None], Host], Awaitable[None]]


def review_of(text: str) -> Reviewing:
    return begin_in_place(SourceText("m.argmap", text), "ana")


def play(script: Script, text: str = TEXT, *, size=(80, 24), theme="textual-dark") -> Host:
    async def run() -> Host:
        host = Host(review_of(text), theme=theme)
        async with host.run_test(size=size) as pilot:
            await settled(pilot)
            await script(pilot, host)
        return host

    return asyncio.run(run())


async def settled(pilot: Pilot[None]) -> None:
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await settled(pilot)


def screen(pane: ReviewPane) -> str:
    """What is on the screen, line by line."""
    size = pane.app.size
    lines = pane.app.screen._compositor.render_strips()
    return "\n".join(strip.text.rstrip() for strip in lines[: size.height])


# --- What is shown


def test_it_begins_at_the_thesis_with_everything_about_it():
    async def script(pilot, host):
        shown = host.pane.page.text()
        assert shown.startswith("t: The city should introduce a charge\nthesis · 1 of 6\nstands 0.")
        assert "  none yet · a accept · r reject · d doubt · k ask" in shown
        assert "For it\n  because  stands   jams: Traffic jams cost residents 90 hours a year 0.50" in shown
        assert "    by Position to know\n      –     position: Is S really" in shown
        assert "      ok    honesty: Is S honest" in shown
        assert "    unless   open     rain: Nobody drives in the rain" in shown
        assert "Against it\n  but      open     poor: The charge hits poor commuters" in shown
        assert "ana on m.argmap" in screen(host.pane)
        assert "0 of 6 judged" in screen(host.pane)

    play(script)


def test_sources_notes_and_other_readers_follow_or_stand_beside():
    async def narrow(pilot, host):
        await press(pilot, "right")
        shown = host.pane.page.text()
        assert "Sources\n  – The report (n.d.).\n    p. 3" in shown
        assert "Notes\n  – From last year." in shown
        assert "It bears on\n  because  stands   t: The city should introduce a charge" in shown
        assert not host.pane.side.display

    async def wide(pilot, host):
        await press(pilot, "right")
        assert "Sources" not in host.pane.page.text()
        assert host.pane.side.text().startswith("Sources\n  – The report (n.d.).")
        host.pane.show(host.state)
        await pilot.resize_terminal(80, 24)
        await settled(pilot)
        assert "Sources" in host.pane.page.text()
        assert not host.pane.side.display

    play(narrow)
    play(wide, size=(140, 40))


def test_what_other_readers_say_is_shown_with_their_names():
    async def script(pilot, host):
        await press(pilot, "right", "right", "right", "right")
        assert host.state.at == "poor"
        assert "Other readers\n  ✗ ben rejects: They do not drive (10%)" in host.pane.page.text()

    play(script)


# --- What is said


def test_one_key_judges_and_the_progress_follows():
    async def script(pilot, host):
        await press(pilot, "a", "n", "r", "n", "d")
        assert {label: one.kind for label, one in host.state.verdicts.items()} == {
            "t": "accept",
            "jams": "reject",
            "cut": "doubt",
        }
        assert "3 of 6 judged  ✓ 1  ✗ 1  ~ 1" in screen(host.pane)
        assert "  ~ you doubt" in host.pane.page.text()
        await press(pilot, "u")
        assert "cut" not in host.state.verdicts
        await press(pilot, "U")
        assert host.state.verdicts["cut"].kind == "doubt"
        await press(pilot, "backspace")
        assert set(host.state.verdicts) == {"t", "jams"}

    play(script)


def test_a_label_that_is_given_is_told():
    async def script(pilot, host):
        await press(pilot, "left", *["right"] * 5, "a")
        assert "label “They take the bus”" in screen(host.pane)
        assert host.state.at in host.state.verdicts
        await press(pilot, "escape")
        assert "label “They take" not in screen(host.pane)

    play(script)


def test_words_are_asked_of_the_host():
    async def script(pilot, host):
        await press(pilot, "c")
        assert "A comment goes with a verdict" in screen(host.pane)
        await press(pilot, "percent_sign")
        assert "A likelihood goes with a verdict" in screen(host.pane)
        await press(pilot, "a", "c", "percent_sign", "k", "question_mark", "q")
        assert host.wanted == [
            ("comment", "t", ""),
            ("likelihood", "t", ""),
            ("ask", "t"),
            ("ask", "t"),
            ("answer", "t", ["position-to-know"]),
        ]
        await press(pilot, "t", *["right"] * 4, "q")
        assert "No step here names a scheme" in screen(host.pane)
        await press(pilot, "backspace")
        assert "You have said nothing of this claim" in screen(host.pane)

    play(script)


# --- Where one goes


def test_a_chosen_reason_is_gone_to():
    async def script(pilot, host):
        await press(pilot, "down", "down", "enter")
        assert host.state.at == "cut"
        await press(pilot, "t")
        assert host.state.at == "t"
        lines = host.pane.page.text().splitlines()
        row = next(number for number, line in enumerate(lines) if "poor:" in line)
        await pilot.click("#review-sheet", offset=(25, row))
        await settled(pilot)
        assert host.state.at == "poor"

    play(script, size=(80, 40))


def test_when_everything_is_judged_it_says_so():
    async def script(pilot, host):
        await press(pilot, "a", "n", "n", "p")
        assert "No other claim is left without a verdict" in screen(host.pane)
        await press(pilot, "r", "n")
        assert "Every claim has a verdict" in screen(host.pane)

    play(script, text="thesis t: T\n  because a: A\n")


def test_long_sheets_scroll_as_far_as_it_takes():
    many = "thesis t: T\n" + "".join(f"  because r{n}: Reason {n} {'x ' * 60}\n" for n in range(12))

    async def script(pilot, host):
        page = host.pane.page
        await press(pilot, *["down"] * 10)
        top, height = page.scroll_offset.y, page.size.height
        assert page.chosen.target == "r9"
        assert top < page._tops[page._chosen] < top + height
        await press(pilot, "home", "pagedown", "end", "up")
        assert page.scroll_offset.y > 0

    play(script, text=many)


# --- What would follow


def test_a_what_if_is_shown_everywhere_and_put_back():
    async def script(pilot, host):
        await press(pilot, "right", "x")
        assert "What if jams is rejected: " in screen(host.pane)
        assert "; t stands → open" in screen(host.pane)
        assert "it stood 0.50 before the what-if" in host.pane.page.text()
        assert "What changes if jams is rejected" in host.pane.page.text()
        await press(pilot, "t")
        shown = " ".join(host.pane.page.text().split())
        assert "falls jams: Traffic jams cost residents 90 hours a year 0.00 stood before" in shown
        await press(pilot, "escape")
        assert host.state.trying == {}
        assert "What if" not in screen(host.pane)
        await press(pilot, "right", "x", "x")
        assert "What if jams is accepted" in screen(host.pane)
        await press(pilot, "x")
        assert host.state.trying == {}

    host = play(script)
    assert host.state.texts["m.argmap"].text == TEXT


def test_why_shows_the_reasons_down_to_the_leaves():
    async def script(pilot, host):
        await press(pilot, "w")
        shown = host.pane.page.text()
        assert shown.startswith("Why t stands as it does\n\nt stands: its only reason applies")
        await press(pilot, "down", "down", "enter")
        assert host.state.at == "jams"
        assert host.pane.page.text().startswith("jams: Traffic jams")
        await press(pilot, "w", "escape")
        assert host.pane.page.text().startswith("jams: Traffic jams")

    play(script)


def test_hinges_are_looked_for_and_led_to():
    async def script(pilot, host):
        await press(pilot, "h")
        shown = host.pane.page.text()
        assert shown.startswith("What the thesis hinges on\n\nrejecting jams: Traffic jams")
        assert "t: stands → open" in shown
        assert "looking" not in shown
        await press(pilot, "down", "enter")
        assert host.state.at == "jams"
        await press(pilot, "t", "h", "a")
        shown = host.pane.page.text()
        assert "rejecting" not in shown
        assert "No claim, pair of claims or source turns it" in shown
        assert "A verdict decides t, whatever else is accepted or rejected." in shown

    play(script)


# --- Any keys, any text, any screen


@pytest.mark.slow
@pytest.mark.parametrize("size", [(20, 5), (130, 30)])
def test_any_keys_leave_a_review_that_reads_back(size):
    keys = [*"ardkcqnpjltwxhuU", "up", "down", "enter", "space", "backspace", "escape", "home", "end"]
    pressed = random.choices(keys, k=80)

    async def script(pilot, host):
        for key in pressed:
            await pilot.press(key)
        await settled(pilot)
        state = host.state
        assert host.pane.state is state
        assert begin_in_place(state.texts["m.argmap"], "ana").map == state.map, pressed
        assert f"{len(state.verdicts)} of 6 judged" in screen(host.pane), pressed

    play(script, size=size)


def test_a_map_without_claims_says_so():
    async def script(pilot, host):
        await press(pilot, *"arxnwhtkcq", "left", "down", "enter", "backspace", "escape")
        assert "There is nothing to review" in screen(host.pane)

    play(script, text="note Nothing yet.\n")


@pytest.mark.parametrize("size", [(20, 5), (200, 60)])
@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark"])
def test_hostile_and_wide_text_stays_in_its_cells(size, theme):
    text = (
        "thesis t: [bold]x[/] 漢字漢字 👩‍👩‍👧 \u202eabc é\u0301 {likely}\n"
        "  because a: " + "長" * 90 + "\n  but [@k] [/] b\n"
        "review ben:\n  doubt @a: \u200fweg [red] 👍🏽\n"
    )

    async def script(pilot, host):
        await press(pilot, "right", "a", "x", "w", "h")
        await press(pilot, "escape")
        await pilot.resize_terminal(20, 5)
        await pilot.resize_terminal(*size)
        await settled(pilot)
        shown = screen(host.pane)
        assert "\u202e" not in shown
        assert "\u200f" not in shown
        for strip in host.screen._compositor.render_strips():
            assert strip.cell_length == size[0]

    play(script, text=text, size=size, theme=theme)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "dracula"])
def test_every_colour_of_a_text_can_be_read(theme):
    async def script(pilot, host):
        for widget in (host.pane.page, host.pane.progress, host.pane.banner):
            styles = Styles(widget)
            for look in LOOKS:
                if look.startswith("bar"):
                    continue
                style = styles.of(look)
                ink, ground = (colour.get_truecolor().hex for colour in (style.color, style.bgcolor))
                assert contrast(ink, ground) >= LEAST, (widget, look)

    play(script, theme=theme)


def test_without_colour_the_signs_still_tell(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def script(pilot, host):
        await press(pilot, "a", "right", "r", "t")
        shown = screen(host.pane)
        assert "█" in shown
        assert "✓ you accept" in shown
        assert "falls  ✗ jams" in shown

    play(script)
