"""The page in Chromium: what a reader does with mouse, fingers and keys, and what is seen then."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from test_page import SEMINAR, hostile_map

from argmap.drawing.picture import Picture

pytestmark = pytest.mark.slow

Open = Callable[..., Any]


def view(page: Any) -> tuple[float, float, float]:
    """What the stage shows of the drawing: left, top, width."""
    page.wait_for_selector("#canvas svg:not([style*='transform'])")  # it has come to rest
    x, y, width, _ = map(float, page.get_attribute("#canvas svg", "viewBox").split())
    return x, y, width


def shown(page: Any) -> set[str]:
    """The labels of the cards that can be seen."""
    script = "[...document.querySelectorAll('#canvas .card:not(.away)')].map(card => card.id)"
    return {name.split("-", 1)[1] for name in page.evaluate(script)}


def chosen(page: Any) -> str | None:
    return page.evaluate("document.querySelector('#argument .item.chosen')?.dataset.card.split('-')[1]")


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def middle(page: Any, selector: str) -> tuple[float, float]:
    box = page.locator(selector).bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def test_dragging_moves_the_drawing_and_chooses_nothing(opened: Open) -> None:
    page = opened(SEMINAR)
    x, y, width = view(page)
    page.mouse.move(300, 400)
    page.mouse.down()
    page.mouse.move(400, 450, steps=4)
    page.mouse.up()
    moved = view(page)
    scale = page.locator("#stage").bounding_box()["width"] / width
    assert moved == pytest.approx((x - 100 / scale, y - 50 / scale, width), abs=0.5)
    assert chosen(page) is None


def test_the_wheel_zooms_and_what_is_under_the_pointer_stays_there(opened: Open) -> None:
    page = opened(SEMINAR)
    page.mouse.move(*middle(page, "#claim-safe"))
    before, (_, _, width) = middle(page, "#claim-safe"), view(page)
    page.mouse.wheel(0, -300)
    page.wait_for_selector("#canvas svg[style*='transform']")
    assert view(page)[2] < width - 1
    assert middle(page, "#claim-safe") == pytest.approx(before, abs=1)


def test_fit_shows_everything(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "+", "+", "+", "Shift+ArrowRight", "0")
    stage = page.locator("#stage").bounding_box()
    for card in page.locator("#canvas .card").all():
        box = card.bounding_box()
        assert stage["x"] <= box["x"] <= box["x"] + box["width"] <= stage["x"] + stage["width"]
        assert stage["y"] <= box["y"] <= box["y"] + box["height"] <= stage["y"] + stage["height"]


def test_a_click_shows_a_claim_with_its_sources_notes_and_why(opened: Open) -> None:
    page = opened(SEMINAR)
    page.click("#claim-safe")
    details = page.locator("#details")
    assert "Cars endanger those who walk" in details.inner_text()
    assert "Berg, Ursula (2024). The proposal. p. 4." in details.inner_text()
    assert details.locator(".sources a").get_attribute("href") == "https://example.org/proposal?a=1&b=2"
    assert details.locator(".standing").inner_text().startswith("Stands")
    press(page, "Escape")
    assert not details.is_visible()


def test_a_card_with_a_source_does_not_lead_away_when_it_is_clicked(opened: Open) -> None:
    page = opened(SEMINAR)
    pages = len(page.context.pages)
    page.click("#claim-safe")
    page.wait_for_timeout(100)
    assert len(page.context.pages) == pages
    assert chosen(page) == "safe"


def test_a_folded_claim_hides_what_bears_on_it_alone_and_says_how_much(opened: Open) -> None:
    page = opened(SEMINAR)
    page.click("#claim-shops")
    press(page, "f")
    assert shown(page) == {"what", "close", "toll", "safe", "walk", "lights", "shops"}
    assert page.locator("#over .below").text_content() == "+1"
    assert not page.locator("#read-claim-more").is_visible()
    press(page, "f")
    assert "more" in shown(page)


def test_a_double_click_folds_also_where_the_first_click_opened_the_words(opened: Open) -> None:
    page = opened(SEMINAR, width=900)
    page.dblclick("#claim-shops")
    assert "more" not in shown(page)
    page.wait_for_selector("#details", state="visible")


def test_the_lines_of_a_folded_branch_are_gone_too(opened: Open) -> None:
    page = opened(SEMINAR)
    lines = "[...document.querySelectorAll('#canvas .edge')].filter(edge => !edge.matches('.away')).length"
    before = page.evaluate(lines)
    page.click("#claim-shops")
    press(page, "f")
    assert page.evaluate(lines) == before - 1


def test_a_number_shows_so_many_levels(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "1")
    assert shown(page) == {"close", "what"}
    press(page, "2")
    assert shown(page) == {"close", "what", "toll", "safe", "walk", "lights", "shops"}
    press(page, "u")
    assert "more" in shown(page)


def test_a_claim_in_two_branches_stays_while_one_is_unfolded(opened: Open) -> None:
    page = opened("thesis t: T\n  because a: A\n    because c: C\n  because b: B\n    because @c\n")
    page.click("#claim-a")
    press(page, "f")
    assert "c" in shown(page)
    page.click("#claim-b")
    press(page, "f")
    assert "c" not in shown(page)


def test_a_loop_folds_like_everything_else(opened: Open) -> None:
    page = opened("claim a: A\n  because b: B\nclaim @b\n  because @a\n")
    page.click("#claim-a")
    press(page, "f")
    assert shown(page) == {"a"}


def test_search_goes_from_claim_to_claim_and_unfolds_them(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "1", "/")
    page.keyboard.type("customers")
    assert page.locator("#found").inner_text() == "1 found"
    press(page, "Enter")
    assert chosen(page) == "shops"
    assert "shops" in shown(page)
    page.fill("#search", "urs bérg")
    assert page.locator("#found").inner_text() == "1 found"
    page.fill("#search", "zebra")
    assert page.locator("#found").inner_text() == "nothing found"


def test_a_section_is_shown_with_what_its_steps_touch(opened: Open) -> None:
    page = opened(SEMINAR)
    page.select_option("#section", label="What else")
    assert shown(page) == {"what", "toll", "close"}
    assert not page.locator("#read-claim-safe").is_visible()
    press(page, "]")
    assert "safe" in shown(page)


def test_standing_is_shown_and_hidden(opened: Open) -> None:
    page = opened("thesis t: Thesis\n  because r: R\n  but o: O {very likely, strong}\n")
    line = "getComputedStyle(document.querySelector('#claim-t text[font-weight=bold][font-size^=\"15\"]'))"
    struck = f"{line}.textDecorationLine"
    assert page.evaluate(struck) == "none"
    press(page, "s")
    assert page.evaluate(struck) == "line-through"
    assert page.locator("#legend").is_visible()
    press(page, "s")
    assert page.evaluate(struck) == "none"


def test_the_legend_has_the_standings_that_occur_and_no_other(opened: Open) -> None:
    page = opened("thesis t: Thesis\n  because r: R\n")
    press(page, "s")
    assert page.locator("#legend span:visible").all_inner_texts() == ["stands"]
    page = opened("thesis t: Thesis\n  because r: R\n  but o: O {very likely, strong}\n")
    press(page, "s")
    assert page.locator("#legend span:visible").all_inner_texts() == ["stands", "falls"]


def test_arrows_go_up_to_the_claim_and_down_to_its_reasons(opened: Open) -> None:
    page = opened(SEMINAR)
    page.click("#claim-close")
    press(page, "ArrowDown")
    first = chosen(page)
    assert first in {"safe", "walk", "lights", "shops"}
    press(page, "ArrowUp")
    assert chosen(page) == "close"
    press(page, "ArrowDown", "ArrowRight")
    assert chosen(page) not in {first, "close"}


def test_presenting_adds_one_step_at_a_time_and_goes_back(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "p")
    assert shown(page) == {"close"}
    assert "1 of 8" in page.locator("#moment").inner_text()
    press(page, "ArrowRight")
    assert shown(page) == {"close", "safe", "walk"}
    assert "safe and walk: a reason for close" in page.locator("#moment").inner_text()
    press(page, "ArrowRight", "ArrowLeft")
    assert shown(page) == {"close", "safe", "walk"}
    press(page, "End")
    assert len(shown(page)) == 8
    press(page, "Home", "Escape")
    assert len(shown(page)) == 8
    assert not page.locator("#caption").is_visible()


def test_what_a_step_brings_is_in_view_while_presenting(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "p")
    for _ in range(7):
        press(page, "ArrowRight")
        caption = page.locator("#caption").bounding_box()
        for mark in page.locator("#over .fresh").all():
            box = mark.bounding_box()
            assert box["x"] >= 0
            assert box["y"] + box["height"] <= caption["y"] + 1


SHARED = """\
thesis t: T
  because a: A
    because shared: Both rest on it
      because deep: D
  because b: B
    because @shared
    but c: C
"""
TREES = Picture(layout="tidy")


def references(page: Any) -> int:
    """How many references to claims drawn elsewhere can be seen."""
    script = (
        "[...document.querySelectorAll('#canvas .reference')].filter(see => !see.matches('.away')).length"
    )
    return page.evaluate(script)


def test_a_reference_is_folded_away_with_what_it_bears_on(opened: Open) -> None:
    page = opened(SHARED, picture=TREES)
    assert references(page) == 1
    page.click("#claim-b")
    press(page, "f")
    assert (shown(page), references(page)) == ({"t", "a", "b", "shared", "deep"}, 0)
    press(page, "2")
    assert references(page) == 0
    press(page, "u")
    assert references(page) == 1


def test_a_reference_appears_with_its_step_when_presenting(opened: Open) -> None:
    page = opened(SHARED, picture=TREES)
    press(page, "p")
    seen = [references(page)]
    for _ in range(6):
        press(page, "ArrowRight")
        seen.append(references(page))
    assert seen[0] == 0
    assert seen[-1] == 1
    press(page, "Home")
    assert references(page) == 0


def test_a_click_on_a_reference_leads_to_its_claim_also_where_that_is_folded(opened: Open) -> None:
    page = opened(SHARED, picture=TREES)
    page.click("#canvas .reference")
    assert chosen(page) == "shared"
    page.click("#claim-a")
    press(page, "f")
    page.click("#canvas .reference")
    assert chosen(page) == "shared"
    assert "shared" in shown(page)


def test_every_key_is_told_by_the_question_mark(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "?")
    told = set(page.locator("#help kbd").all_inner_texts())
    assert set("fu/[]sptd?0+") <= told
    press(page, "Escape")
    assert not page.locator("#help").is_visible()


def test_tab_reaches_every_control_before_the_words(opened: Open) -> None:
    page = opened(SEMINAR)
    names = []
    for _ in range(14):
        press(page, "Tab")
        names.append(page.evaluate("document.activeElement.dataset.do ?? document.activeElement.id"))
    assert names[:2] == ["", "search"]
    assert {"section", "zoomOut", "zoomIn", "fit", "standing", "present", "panel", "dark", "help"} < set(
        names
    )
    assert names.index("stage") > names.index("help")


def ground(page: Any) -> str:
    return page.evaluate("getComputedStyle(document.querySelector('#canvas .graph > polygon')).fill")


def test_a_dark_screen_makes_a_dark_page_and_the_switch_goes_before_it(opened: Open) -> None:
    page = opened(SEMINAR, dark=True)
    assert ground(page) == "rgb(35, 38, 44)"
    press(page, "d")
    assert ground(page) == "rgb(255, 255, 255)"
    page = opened(SEMINAR)
    assert ground(page) == "rgb(255, 255, 255)"


def test_paper_is_always_white(opened: Open) -> None:
    page = opened(SEMINAR, dark=True)
    page.emulate_media(media="print")
    assert ground(page) == "rgb(255, 255, 255)"
    assert page.locator("#read-claim-safe .sources").is_visible()
    assert not page.locator(".tools").is_visible()


def test_a_phone_shows_the_drawing_and_on_a_tap_the_words_below_it(opened: Open) -> None:
    page = opened(SEMINAR, width=390, height=844)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.locator("#stage").bounding_box()["height"] > 600
    page.click("#claim-close")
    page.wait_for_selector("#details", state="visible")
    stage, panel = page.locator("#stage").bounding_box(), page.locator("#panel").bounding_box()
    assert stage["height"] > 200
    assert panel["y"] >= stage["y"] + stage["height"] - 1
    assert panel["width"] == 390
    assert page.locator("#details").is_visible()


def test_on_a_phone_too_the_first_link_leads_to_the_argument_as_a_list(opened: Open) -> None:
    page = opened(SEMINAR, width=390, height=844)
    press(page, "Tab", "Enter")
    assert page.locator("#argument").is_visible()
    assert page.evaluate("document.activeElement.id") == "argument"


@pytest.mark.parametrize(
    ("fragment", "claim"), [("#claim-shops", "shops"), ("#read-claim-toll", "toll"), ("#%", None)]
)
def test_an_address_may_name_a_claim(opened: Open, fragment: str, claim: str | None) -> None:
    page = opened(SEMINAR)
    address = page.url
    page.goto("about:blank")
    page.goto(address + fragment)
    assert chosen(page) == claim


def test_another_claim_in_the_address_is_gone_to_at_once(opened: Open) -> None:
    page = opened(SEMINAR)
    press(page, "1")
    page.evaluate("location.hash = '#claim-more'")
    page.wait_for_selector("#read-claim-more.chosen")
    assert "more" in shown(page)


def test_the_whole_drawing_is_printed_whatever_part_is_in_view(opened: Open, tmp_path: Path) -> None:
    page = opened(SEMINAR)
    press(page, "+", "+", "+")
    page.pdf(path=tmp_path / "printed.pdf", format="A4")
    printed = [sheet.extract_text() for sheet in PdfReader(tmp_path / "printed.pdf").pages]
    for words in ("Shops would lose customers", "They would win others", "Cars should pay"):
        assert words in printed[0]
    assert "Berg, Ursula (2024). The proposal. p. 4." in " ".join(printed[1:])


def test_texts_that_mean_harm_do_none(opened: Open) -> None:
    page = opened(hostile_map())
    page.click("#claim-r0")
    assert "<script>alert(1)</script>" in page.locator("#details .said").inner_text()
    press(page, "p", *["ArrowRight"] * 12, "Escape", "/")
    page.keyboard.type("<img")
    press(page, "Enter")
    assert page.evaluate("document.scripts.length") == 3


def test_without_scripts_the_drawing_and_the_whole_argument_are_there(browser: Any, opened: Open) -> None:
    page = opened(SEMINAR)

    session = browser.new_cdp_session(page)
    session.send("Emulation.setScriptExecutionDisabled", {"value": True})
    page.reload()
    assert page.locator("#canvas svg").is_visible()
    for item in page.locator("#argument .item").all():
        assert item.is_visible()
    assert page.locator("#read-claim-safe .sources").is_visible()
    assert not page.locator(".tools").is_visible()
