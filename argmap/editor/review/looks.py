"""How the review looks: component classes, so that every theme stays readable; no sense hangs on colour."""

from collections.abc import Mapping
from typing import Final

from rich.style import Style
from textual.widget import Widget

from argmap.editor.inks import ink, readable
from argmap.model.elements import VerdictKind
from argmap.reasoning.standing import Standing

_PREFIX = "review--"
LOOKS: Final = (
    *("head", "label", "strong", "muted", "key", "stands", "falls", "open", "changed", "supports", "attacks"),
    *("accept", "reject", "doubt", "ask", "bar", "bar-rest"),
)
_NO_TEXT = frozenset({"bar", "bar-rest"})
COMPONENTS: Final = frozenset(_PREFIX + look for look in (*LOOKS, "chosen"))

MARKS: Final[Mapping[VerdictKind, str]] = {"accept": "✓", "reject": "✗", "doubt": "~", "ask": "?"}
"""A sign for each verdict; they differ in shape, for readers and screens without colours."""
WORDS: Final[Mapping[Standing, str]] = {"stands": "stands", "falls": "falls", "open": "open"}
PAST: Final[Mapping[Standing, str]] = {"stands": "stood", "falls": "fell", "open": "was open"}

CSS: Final = """
    & .review--head { color: $text-accent; text-style: bold; }
    & .review--label { color: $text-accent; }
    & .review--strong { color: $foreground; text-style: bold; }
    & .review--muted { color: $foreground 75%; }
    & .review--key { color: $foreground; text-style: bold; }
    & .review--stands { color: $text-success; }
    & .review--falls { color: $text-error; }
    & .review--open { color: $text-warning; }
    & .review--changed { color: $text-warning; text-style: bold; }
    & .review--supports { color: $text-primary; }
    & .review--attacks { color: $text-error; }
    & .review--accept { color: $text-success; text-style: bold; }
    & .review--reject { color: $text-error; text-style: bold; }
    & .review--doubt { color: $text-warning; text-style: bold; }
    & .review--ask { color: $text-primary; text-style: bold; }
    & .review--bar { color: $text-success; }
    & .review--bar-rest { color: $foreground 40%; }
    & .review--chosen {
        color: $block-cursor-blurred-foreground;
        background: $block-cursor-blurred-background;
        text-style: $block-cursor-blurred-text-style;
    }
    &:focus .review--chosen {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    &:ansi {
        & .review--strong { color: ansi_default; }
        & .review--muted { color: ansi_default; }
        & .review--key { color: ansi_default; }
        & .review--bar-rest { color: ansi_default; }
        & .review--chosen { color: ansi_default; background: ansi_default; text-style: underline; }
    }
    &:ansi:focus .review--chosen { color: ansi_default; background: ansi_default; text-style: reverse; }
"""
"""The rules of a widget that shows looks, to be set inside its own."""


class Styles:
    """The styles of looks on a widget, worked out once for each until the theme changes."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._known: dict[tuple[str, bool], Style] = {}

    def of(self, look: str, *, chosen: bool = False) -> Style:
        """The style of a look; in a chosen row, in the colours of the choice."""
        found = self._known.get((look, chosen))
        if found is None:
            found = self._known[look, chosen] = self._made(look, chosen=chosen)
        return found

    def forget(self) -> None:
        """The theme or the focus has changed."""
        self._known.clear()

    def _made(self, look: str, *, chosen: bool) -> Style:
        base = self._widget.rich_style
        style = base
        if look:
            own = ink(self._widget, _PREFIX + look)
            style += own if look in _NO_TEXT else readable(own, base)
        if not chosen:
            return style
        return style + self._widget.get_component_rich_style(f"{_PREFIX}chosen")
