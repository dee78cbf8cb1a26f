import os
from unittest import mock

import pytest
from editor_host import Host
from editor_use import used
from rich.style import Style
from textual.pilot import Pilot
from textual.theme import BUILTIN_THEMES

from argmap.drawing.contrast import contrast
from argmap.editor.text_area.colouring import PARTS
from argmap.editor.text_area.looks import styles_of


def looks(theme: str) -> dict[str, Style]:
    found: dict[str, Style] = {}

    async def use(_: Pilot[None], host: Host) -> None:
        found.update(styles_of(host.area))

    used(use, theme=theme)
    return found


def colour(style: Style | None, ground: Style, *, back: bool = False) -> str:
    chosen = (style or ground).bgcolor if back else (style or ground).color
    chosen = chosen or (ground.bgcolor if back else ground.color)
    assert chosen is not None
    return chosen.get_truecolor().hex


@pytest.mark.parametrize("theme", sorted(name for name in BUILTIN_THEMES if "ansi" not in name))
def test_every_part_can_be_read_in_every_theme(theme: str) -> None:
    styles = looks(theme)
    base = styles["base"]
    plain = contrast(colour(base, base), colour(base, base, back=True))
    for name in (*PARTS, "error", "warning", "hint", "gutter"):
        found = contrast(colour(styles[name], base), colour(base, base, back=True))
        assert found >= min(4.5, plain), f"{name} in {theme}: {found:.1f}"


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "solarized-light", "nord"])
def test_parts_can_be_read_where_the_cursor_or_a_selection_is(theme: str) -> None:
    styles = looks(theme)
    for ground in ("cursor-line", "selection"):
        for name in (*PARTS, "base"):
            found = contrast(
                colour(styles[name], styles["base"]), colour(styles[ground], styles["base"], back=True)
            )
            assert found >= (4 if ground == "cursor-line" else 2.5), f"{name} on {ground}: {found:.1f}"


@pytest.mark.parametrize("theme", ["ansi-dark", "ansi-light"])
def test_the_terminals_own_colours_are_used_where_the_theme_says_so(theme: str) -> None:
    styles = looks(theme)
    assert styles["base"].bgcolor is None or styles["base"].bgcolor.is_default
    assert styles["comment"].color is None or styles["comment"].color.is_default
    assert styles["selection"].reverse


def test_without_colours_what_matters_is_told_otherwise() -> None:
    async def use(_: Pilot[None], host: Host) -> None:
        styles = styles_of(host.area)
        assert styles["keyword"].bold
        assert styles["under-error"].underline
        assert styles["match"].reverse
        colours = {
            segment.style.color.get_truecolor()
            for strip in host.screen._compositor.render_strips()
            for segment in strip
            if segment.style and segment.style.color
        }
        filtered = [f for f in host._filters if type(f).__name__ == "Monochrome"]
        assert filtered
        assert colours

    with mock.patch.dict(os.environ, {"NO_COLOR": "1"}):
        used(use)
