"""The colours of the page: those of the drawing on white, and their counterparts on a dark ground.

The drawing carries its colours as attributes, which style rules go before. So one drawing serves both: by
`light-dark()` (CSS Color 5) the rules change its colours where the reader's screen is dark.
"""

from collections.abc import Iterator, Mapping
from functools import cache

from argmap.drawing.looks import look_theme
from argmap.drawing.theme import Theme


@cache
def _themes() -> tuple[Theme, Theme]:
    return look_theme("cards"), look_theme("cards", dark=True)


@cache
def counterparts() -> Mapping[str, str]:
    """What a colour of the drawing becomes in the dark, as fill of a shape, line, or text.

    Cards stand on a ground of their own colour: white is one colour in the light.
    """
    light, dark = _themes()
    pairs = [
        (light.card_fill, dark.card_fill),
        (light.ink, dark.ink),
        (light.muted, dark.muted),
        (light.border, dark.border),
        (light.thesis_fill, dark.thesis_fill),
        (light.question_fill, dark.question_fill),
        (light.frame_fill, dark.frame_fill),
        (light.frame_border, dark.frame_border),
    ]
    pairs += [(light.colours[mark], dark.colours[mark]) for mark in light.colours]
    pairs += [(light.tints[mark], dark.tints[mark]) for mark in light.tints]
    return dict(pairs)


def _on_dark_cards() -> Mapping[str, str]:
    """Text on cards and dots that are dark on white, and so light on a dark ground."""
    light, dark = _themes()
    return {light.thesis_ink: dark.thesis_ink, light.thesis_muted: dark.thesis_muted}


def colour_rules() -> str:
    """Style rules: names for the page's own use, and the drawing on a dark ground."""
    return "\n".join([":root {", *_names(), "}", *_drawing_rules(), ""])


def _names() -> Iterator[str]:
    theme, dark = _themes()
    named: dict[str, str] = {
        "paper": theme.card_fill,
        "ink": theme.ink,
        "muted": theme.muted,
        "border": theme.border,
        "frame": theme.frame_fill,
        "frame-border": theme.frame_border,
    }
    named.update(theme.colours.items())
    named.update({f"{name}-tint": tint for name, tint in theme.tints.items()})
    for name, light in named.items():
        yield f"  --{name}: light-dark({light}, {counterparts()[light]});"
    yield f"  --fallen: light-dark({theme.fallen_ink}, {dark.fallen_ink});"
    yield f"  --fallen-fill: light-dark({theme.fallen_fill}, {dark.fallen_fill});"
    yield f"  --open: light-dark({theme.open_border}, {dark.open_border});"


def _drawing_rules() -> Iterator[str]:
    for light, dark in counterparts().items():
        value = f"light-dark({light}, {dark})"
        yield f'.drawing [fill="{light}" i] {{ fill: {value} }}'
        yield f'.drawing [stroke="{light}" i] {{ stroke: {value} }}'
    # Later, and so before those.
    for light, dark in _on_dark_cards().items():
        yield f'.drawing text[fill="{light}" i] {{ fill: light-dark({light}, {dark}) }}'
