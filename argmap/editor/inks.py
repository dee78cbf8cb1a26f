"""The colours of component classes, so that they can be read on the ground of any theme.

A colour that cannot be read on it is brought nearer to the theme's own ink. Colours of the terminal itself,
which nobody but the terminal knows, are left as they are.
"""

from rich.color import ColorType
from rich.style import Style
from textual.color import Color
from textual.widget import Widget

from argmap.drawing.contrast import LEAST, contrast


def ink(widget: Widget, name: str) -> Style:
    """The colours of a class as they look on the widget, where it has its own, and its attributes."""
    full = widget.get_component_rich_style(name)
    own = widget.get_component_rich_style(name, partial=True)
    return own + Style(color=full.color if own.color else None, bgcolor=full.bgcolor if own.bgcolor else None)


def readable(style: Style, ground: Style) -> Style:
    """The style with its ink nearer to the ground's own ink, as far as it takes to be read."""
    colours = (style.color, ground.color, ground.bgcolor)
    if any(colour is None or colour.type is not ColorType.TRUECOLOR for colour in colours):
        return style
    shown, plain, behind = (Color.from_rich_color(colour) for colour in colours)
    for part in range(1, 11):
        if contrast(shown.hex6, behind.hex6) >= LEAST:
            break
        shown = Color.from_rich_color(style.color).blend(plain, part / 10)
    return style + Style(color=shown.rich_color)
