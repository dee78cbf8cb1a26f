"""Every text of the editor can be read in its themes."""

from pathlib import Path

import pytest
from app_host import TEXT, Session, editing, session
from rich.style import Style
from textual.color import Color
from textual.theme import Theme

from argmap.drawing.contrast import LEAST, contrast
from argmap.editor.review_files import ReviewWish
from argmap.editor.settings import Settings
from argmap.editor.themes import DARK, LIGHT, TERMINAL, THEMES, theme_after, theme_names

INKS = (
    "foreground",
    "foreground-muted",
    *(f"text-{name}" for name in ("primary", "secondary", "accent", "warning", "error", "success")),
)
GROUNDS = ("background", "surface", "panel")


def colour(theme: Theme, name: str) -> str:
    variables = theme.to_color_system().generate()
    ground = Color.parse(variables["background"])
    return (ground + Color.parse(variables[name])).hex6


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ink", INKS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_can_be_read_on_every_ground(theme: Theme, ink: str, ground: str) -> None:
    assert contrast(colour(theme, ink), colour(theme, ground)) >= LEAST


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("kind", ["block-cursor", "block-cursor-blurred"])
def test_what_is_chosen_can_be_read(theme: Theme, kind: str) -> None:
    assert contrast(colour(theme, f"{kind}-foreground"), colour(theme, f"{kind}-background")) >= LEAST


def test_the_terminals_theme_has_its_own_colours_only() -> None:
    colours = (TERMINAL.primary, TERMINAL.foreground, TERMINAL.background, *TERMINAL.variables.values())
    assert not [name for name in colours if name and name.startswith("#")]


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_tabs_that_are_not_in_front_and_hints_in_fields_can_be_read(theme: Theme, tmp_path: Path) -> None:
    @session
    async def look() -> None:
        async with editing(tmp_path, size=(120, 30)) as seen:
            seen.app.theme = theme.name
            await seen.pilot.press("alt+2")
            await seen.pilot.pause(0.2)
            faint = _faint(seen, "Diagram")
            await seen.pilot.press("f1")
            await seen.pilot.pause(0.2)
            assert (faint, _faint(seen, "ype to search")) == ([], [])

    look()


def _faint(seen: Session, words: str) -> list[str]:
    """The pieces of the screen with these words that can hardly be read; there must be some that can be."""
    found = [
        segment
        for strip in seen.app.screen._compositor.render_strips()
        for segment in strip
        if segment.style and words in segment.text
    ]
    assert found
    return [segment.text for segment in found if contrast(*_inks(segment.style)) < LEAST]


def _inks(style: Style | None) -> tuple[str, str]:
    assert style is not None
    assert style.color is not None
    assert style.bgcolor is not None
    return style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex


KEYS = ("alt+2", "alt+3", "alt+4", "f1", "ctrl+p", "ctrl+e", "shift+f12", "ctrl+t", "ctrl+f", "alt+y", "f5")


@session
async def test_in_the_terminals_theme_text_has_the_terminals_ink_or_a_ground_of_its_own(
    tmp_path: Path,
) -> None:
    text = TEXT + "  becuase it is near\n  evidence met: Trade figures [@met] {likely} #trade\n"
    async with editing(tmp_path, text, size=(80, 24), wish=ReviewWish("ana")) as seen:
        seen.app.theme = TERMINAL.name
        await seen.pilot.press("f5", "f8")
        for key in KEYS:
            await seen.pilot.press(key)
            await seen.pilot.pause(0.2)
            coloured = [
                segment.text
                for strip in seen.app.screen._compositor.render_strips()
                for segment in strip
                if segment.style and any(character.isalnum() for character in segment.text)
                if segment.style.color and not segment.style.color.is_default
                if not segment.style.bgcolor or segment.style.bgcolor.is_default
            ]
            assert (key, coloured) == (key, [])
            await seen.pilot.press("escape")


def test_one_key_goes_through_our_themes() -> None:
    names = [theme.name for theme in THEMES]
    assert [theme_after(name) for name in names] == [*names[1:], names[0]]
    assert theme_after("nord") == names[0]


def test_settings_begin_with_a_theme_that_there_is() -> None:
    assert Settings().theme in theme_names()
