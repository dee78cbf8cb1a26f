"""The colours of the text area, all taken from the theme of the app by component classes.

Only colours that every theme has are used. One that cannot be read on the ground of the theme is brought
nearer to the theme's own ink; what colours tell is told by bold, underlining and signs as well. Colours of
the terminal itself, which nobody but the terminal knows, are left as they are.
"""

from collections.abc import Mapping
from typing import Final

from rich.color import ColorType
from rich.style import Style
from textual.color import Color
from textual.widgets import TextArea

from argmap.drawing.contrast import LEAST, contrast
from argmap.editor.text_area.colouring import PARTS
from argmap.source.diagnostics import Severity

_PREFIX = "map-text--"
_OWN = (*PARTS, *Severity, "mark", "match", "match-here")
COMPONENTS: Final = frozenset(_PREFIX + name for name in _OWN)

CSS: Final = """
MapTextArea {
    border: none;
    padding: 0;
    scrollbar-gutter: stable;
    &:focus { border: none; }
    & .map-text--keyword { color: $text-primary; text-style: bold; }
    & .map-text--supports { color: $text-success; text-style: bold; }
    & .map-text--attacks { color: $text-error; text-style: bold; }
    & .map-text--label { color: $text-accent; }
    & .map-text--reference { color: $text-accent; text-style: underline; }
    & .map-text--citation { color: $text-secondary; }
    & .map-text--attribute { color: $text-warning; }
    & .map-text--tag { color: $text-warning; text-style: italic; }
    & .map-text--comment { color: $foreground 75%; text-style: italic; }
    & .map-text--mark { color: $text-error; text-style: reverse; }
    & .map-text--error { color: $text-error; text-style: bold; }
    & .map-text--warning { color: $text-warning; text-style: bold; }
    & .map-text--hint { color: $text-primary; text-style: bold; }
    & .map-text--match { text-style: reverse; }
    & .map-text--match-here { color: $text-warning; text-style: bold reverse; }
    & .text-area--gutter { color: $foreground 60%; }
    & .text-area--cursor-gutter { color: $foreground; text-style: bold; }
    &:ansi .map-text--comment { color: ansi_default; text-style: dim italic; }
    &:ansi .text-area--gutter { color: ansi_default; text-style: dim; }
}
"""


def styles_of(area: TextArea) -> Mapping[str, Style]:
    """A style for each name that a row may name, as the theme of the app has it now."""
    styles = {name: _ink(area, _PREFIX + name) for name in _OWN}
    styles["gutter"] = _ink(area, "text-area--gutter")
    styles["cursor-gutter"] = _ink(area, "text-area--cursor-gutter")
    ground = area.rich_style
    styles = {name: _readable(style, ground) for name, style in styles.items()}
    for severity in Severity:
        styles[f"under-{severity}"] = Style(color=styles[severity].color, underline=True)
    theme = area._theme
    theme.apply_css(area)
    styles["base"] = theme.base_style or Style()
    styles["cursor-line"] = _ground(theme.cursor_line_style) if area.highlight_cursor_line else Style()
    styles["selection"] = _ground(theme.selection_style)
    styles["bracket"] = _ground(theme.bracket_matching_style)
    styles["cursor"] = theme.cursor_style or Style(reverse=True)
    return styles


def _ink(area: TextArea, name: str) -> Style:
    """The colours of a class as they look on the widget, where it has its own, and its attributes."""
    full = area.get_component_rich_style(name)
    own = area.get_component_rich_style(name, partial=True)
    return own + Style(color=full.color if own.color else None, bgcolor=full.bgcolor if own.bgcolor else None)


def _readable(style: Style, ground: Style) -> Style:
    """The style with its ink nearer to the ground's own ink, as far as it takes to be read."""
    colours = (style.color, ground.color, ground.bgcolor)
    if any(colour is None or colour.type is not ColorType.TRUECOLOR for colour in colours):
        return style
    ink, plain, behind = (Color.from_rich_color(colour) for colour in colours)
    for part in range(1, 11):
        if contrast(ink.hex6, behind.hex6) >= LEAST:
            break
        ink = Color.from_rich_color(style.color).blend(plain, part / 10)
    return style + Style(color=ink.rich_color)


def _ground(style: Style | None) -> Style:
    """The background of a style, and whether it turns colours round; the colour of the text stays."""
    if style is None:
        return Style()
    return Style(bgcolor=style.bgcolor, reverse=style.reverse)
