"""Every text of the editor can be read in its themes."""

import pytest
from textual.color import Color
from textual.theme import Theme

from argmap.drawing.contrast import LEAST, contrast
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


def test_one_key_goes_through_our_themes() -> None:
    names = [theme.name for theme in THEMES]
    assert [theme_after(name) for name in names] == [*names[1:], names[0]]
    assert theme_after("nord") == names[0]


def test_settings_begin_with_a_theme_that_there_is() -> None:
    assert Settings().theme in theme_names()
