"""The colours of the text area, all taken from the theme of the app by component classes.

Only colours that every theme has are used; what they tell is told by bold, underlining and signs as well.
"""

from collections.abc import Mapping
from typing import Final

from rich.style import Style
from textual.widgets import TextArea

from argmap.editor.inks import ink, readable
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
    styles = {name: ink(area, _PREFIX + name) for name in _OWN}
    styles["gutter"] = ink(area, "text-area--gutter")
    styles["cursor-gutter"] = ink(area, "text-area--cursor-gutter")
    ground = area.rich_style
    styles = {name: readable(style, ground) for name, style in styles.items()}
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


def _ground(style: Style | None) -> Style:
    """The background of a style, and whether it turns colours round; the colour of the text stays."""
    if style is None:
        return Style()
    return Style(bgcolor=style.bgcolor, reverse=style.reverse)
