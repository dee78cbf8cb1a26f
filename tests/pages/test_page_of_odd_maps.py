"""The page of maps that are empty, deep or long, in Chromium."""

from collections.abc import Callable
from typing import Any

import pytest

from argmap.drawing.picture import Picture

pytestmark = pytest.mark.slow

Open = Callable[..., Any]

KEYS = (
    *("ArrowDown", "ArrowUp", "Enter", "f", "u", "1", "s", "[", "]", "p", "ArrowRight", "ArrowLeft"),
    *("Home", "End", "Escape", "0", "+", "-", "?", "Escape", "t", "d", "/", "x", "Enter", "Escape", "Escape"),
)
ODD = {
    "empty": "",
    "only a title": "map Nothing yet\n",
    "only a note": "map Nothing yet\nnote To be written\n",
    "one claim": "claim a: A\n",
    "a question without answers": "question q: Q\n",
    "a claim that bears on itself": "claim a: A\n  because @a\n",
    "very long texts": f"thesis t: {'word ' * 3000}\n  because r: {'x' * 2000}\n",
}


@pytest.mark.parametrize("source", ODD.values(), ids=ODD.keys())
def test_every_key_does_no_harm_whatever_the_map(opened: Open, source: str) -> None:
    page = opened(source)  # which fails when the page complains
    for key in KEYS:
        page.keyboard.press(key)
    page.wait_for_timeout(50)
    assert page.locator(".tools").is_visible()
    assert not page.locator("#caption").is_visible()


def test_a_map_without_claims_is_not_presented(opened: Open) -> None:
    assert opened("map Nothing yet\n").locator("[data-do=present]").is_disabled()
    assert opened("claim a: A\n").locator("[data-do=present]").is_enabled()


def test_levels_and_sections_of_a_wide_map_are_shown_at_a_size_that_can_be_read(opened: Open) -> None:
    branches = "".join(
        f"  because c{n}: One of very many reasons\n    because d{n}: What it rests on\n" for n in range(40)
    )
    text = f"section One\nthesis all: All of it\n{branches}section Two\nclaim other: Another\n"
    page = opened(text, picture=Picture(layout="dot"))

    def height_of_thesis() -> float:
        return page.locator("#claim-all").bounding_box()["height"]

    page.keyboard.press("0")
    small = height_of_thesis()
    for key in ("2", "]"):
        page.keyboard.press("0")
        page.keyboard.press(key)
        assert height_of_thesis() > 2 * small, key
        box, stage = (page.locator(name).bounding_box() for name in ("#claim-all", "#stage"))
        assert stage["x"] < box["x"]
        assert stage["y"] < box["y"] < stage["y"] + stage["height"] / 2
    page.keyboard.press("]")
    assert page.locator("#claim-other").is_visible()


@pytest.mark.parametrize("width", [1280, 375])
def test_words_keep_their_room_however_deep_they_stand(opened: Open, width: int) -> None:
    links = "".join(f"claim @c{n}\n  because c{n + 1}: Something follows\n" for n in range(60))
    page = opened(f"thesis c0: All of it\n{links}", width=width)
    if width < 1000:
        page.keyboard.press("t")
    widths = page.evaluate("[...document.querySelectorAll('#argument .said')].map(said => said.clientWidth)")
    assert len(widths) == 61
    assert min(widths) > 90
