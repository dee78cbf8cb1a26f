"""The looks of a chart as styles of the terminal, from the component classes of the widget that shows it."""

from collections.abc import Callable

from rich.style import Style

from argmap.drawing.terminal.looks import Look

COMPONENTS = frozenset(
    f"diagram--{ink}"
    for ink in (
        "support",
        "evidence",
        "attack",
        "undercut",
        "answer",
        "claim",
        "thesis",
        "text",
        "muted",
        "selected",
    )
)
"""A class for every ink of a chart, and one for the card that is selected."""

CSS = """
Diagram {
    background: $background;
    color: $foreground;
    & > .diagram--support { color: $text-primary; }
    & > .diagram--evidence { color: $text-success; }
    & > .diagram--attack { color: $text-error; }
    & > .diagram--undercut { color: $text-warning; }
    & > .diagram--answer { color: $text-secondary; }
    & > .diagram--claim { color: $foreground; }
    & > .diagram--thesis { color: $foreground; text-style: bold; }
    & > .diagram--text { color: $foreground; }
    & > .diagram--muted { color: $foreground-muted; }
    & > .diagram--selected {
        color: $block-cursor-blurred-foreground;
        background: $block-cursor-blurred-background;
        text-style: $block-cursor-blurred-text-style;
    }
    &:focus > .diagram--selected {
        color: $block-cursor-foreground;
        background: $block-cursor-background;
        text-style: $block-cursor-text-style;
    }
    &:ansi {
        & > .diagram--muted { color: ansi_default; text-style: dim; }
    }
}
"""
"""From the theme, whose colours for text are readable on its background, light or dark."""


class Styles:
    """The styles of looks, worked out once for each; `component` gives that of a component class."""

    def __init__(self, component: Callable[[str], Style]) -> None:
        self._component = component
        self._known: dict[tuple[Look, bool], Style] = {}

    def of(self, look: Look, *, selected: bool) -> Style:
        """The style of a look; on the selected card in the colours of the selection."""
        found = self._known.get((look, selected))
        if found is None:
            base = self._component("diagram--selected" if selected else f"diagram--{look.ink}")
            found = base + Style(
                bold=look.bold or None,
                # Dim text on a selection cannot be read; there the strike must do.
                dim=(look.dim and not selected) or None,
                strike=look.struck or None,
                italic=look.italic or None,
            )
            self._known[look, selected] = found
        return found

    def forget(self) -> None:
        """The theme has changed."""
        self._known.clear()
