"""The themes of the editor: dark, light, and the colours of the terminal itself.

The inks of text are chosen, not worked out from the others, so that each can be read on every ground that
the editor puts behind it.
"""

from typing import Final

from textual.theme import BUILTIN_THEMES, Theme

_INKS: Final = (
    "foreground-muted",
    *(f"text-{name}" for name in ("primary", "secondary", "accent", "warning", "error", "success")),
)
"""The variables that text gets its colour from, but for the foreground itself."""

DARK: Final = Theme(
    name="dark",
    primary="#2f6fb5",
    secondary="#7d6bb0",
    accent="#c9a227",
    warning="#d9a13b",
    error="#c4566a",
    success="#4f9d69",
    foreground="#e4e4e0",
    background="#16181c",
    surface="#1d2025",
    panel="#282c33",
    dark=True,
    variables={
        "text-primary": "#7fb8f0",
        "text-secondary": "#bfaef0",
        "text-accent": "#e8c65a",
        "text-warning": "#f0b95c",
        "text-error": "#f28b9b",
        "text-success": "#86d3a0",
        "foreground-muted": "#a9abad",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#2a63a3",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#e4e4e0",
        "block-cursor-blurred-background": "#2f3b4a",
        "input-selection-background": "#2f5f94 60%",
        "footer-key-foreground": "#7fb8f0",
    },
)

LIGHT: Final = Theme(
    name="light",
    primary="#1f5f9e",
    secondary="#6a4fa3",
    accent="#8a6100",
    warning="#8f5400",
    error="#a32638",
    success="#22693b",
    foreground="#1c1e21",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e8e5de",
    dark=False,
    variables={
        "text-primary": "#1a5490",
        "text-secondary": "#5c4394",
        "text-accent": "#765200",
        "text-warning": "#7c4700",
        "text-error": "#9a2033",
        "text-success": "#1d5c33",
        "foreground-muted": "#54575b",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-background": "#1f5f9e",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "#1c1e21",
        "block-cursor-blurred-background": "#d3dde8",
        "input-selection-background": "#9cc2e8 60%",
        "footer-key-foreground": "#1a5490",
    },
)

TERMINAL: Final = Theme(
    name="terminal",
    ansi=True,
    primary="ansi_blue",
    secondary="ansi_magenta",
    accent="ansi_cyan",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    dark=True,
    variables={
        **BUILTIN_THEMES["ansi-dark"].variables,
        # Whether the terminal is dark or light only it knows, and none of its colours can be read on both:
        # blue vanishes on black, yellow and cyan on white. So text has the terminal's own ink, and what inks
        # tell elsewhere is told by weight, slant, lines and signs; what is chosen has both colours given.
        **dict.fromkeys(_INKS, "ansi_default"),
        "scrollbar": "ansi_blue",
        "scrollbar-background": "ansi_default",
        "scrollbar-background-hover": "ansi_default",
        "scrollbar-background-active": "ansi_default",
        "scrollbar-corner-color": "ansi_default",
        "footer-key-foreground": "ansi_default",
        "block-cursor-foreground": "ansi_bright_white",
        "block-cursor-background": "ansi_blue",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-text-style": "reverse",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-background": "ansi_default",
        "input-cursor-text-style": "reverse",
        "border": "ansi_blue",
        "border-blurred": "ansi_bright_black",
    },
)

THEMES: Final = (DARK, LIGHT, TERMINAL)
"""What the app registers, in the order in which one key goes through them."""


def theme_names() -> tuple[str, ...]:
    """The names of all themes that settings may name, ours first."""
    return (*(theme.name for theme in THEMES), *BUILTIN_THEMES)


def theme_after(name: str) -> str:
    """The one of our themes that follows a theme."""
    names = [theme.name for theme in THEMES]
    return names[(names.index(name) + 1) % len(names)] if name in names else names[0]
