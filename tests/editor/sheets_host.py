"""An app around one dialog, and what somebody does in it."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from typing import Any

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import TextArea

from argmap.editor.help.welcome import WelcomeCard
from argmap.editor.themes import THEMES

SMALL, USUAL, LARGE = (20, 5), (80, 24), (200, 60)
SIZES = (SMALL, USUAL, LARGE)
NOT_CLOSED = object()


class Host(App[None]):
    """A text with its card, over which one dialog may stand; `result` is what that gave."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, dialog: Screen[Any] | None = None, *, text: str = "", theme: str = "dark") -> None:
        super().__init__()
        self.dialog = dialog
        self.result: Any = NOT_CLOSED
        self.area = TextArea(text)
        for known in THEMES:
            self.register_theme(known)
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.area
        yield WelcomeCard(self.area)

    def on_mount(self) -> None:
        if self.dialog is not None:
            self.push_screen(self.dialog, self.take)

    def take(self, result: Any) -> None:
        self.result = result


Script = Callable[[Pilot[None], Host], Awaitable[None]]


def played(
    dialog: Screen[Any] | None,
    keys: Iterable[str] = (),
    *,
    size: tuple[int, int] = USUAL,
    text: str = "",
    theme: str = "dark",
    script: Script | None = None,
) -> Host:
    """The host after somebody pressed some keys, or did what the script says."""

    async def run() -> Host:
        host = Host(dialog, text=text, theme=theme)
        async with host.run_test(size=size) as pilot:
            await pilot.pause()
            await pilot.press(*keys)
            if script is not None:
                await script(pilot, host)
            await pilot.pause()
        return host

    return asyncio.run(run())


def answer(dialog: Screen[Any], *keys: str, size: tuple[int, int] = USUAL) -> Any:
    """What the dialog gives after these keys."""
    return played(dialog, keys, size=size).result


def shown(dialog: Screen[Any] | None, *keys: str, size: tuple[int, int] = USUAL, text: str = "") -> str:
    """What is on the screen after these keys."""
    found: list[str] = []

    async def look(pilot: Pilot[None], host: Host) -> None:
        await pilot.pause()
        found.append(screen_text(host))

    played(dialog, keys, size=size, text=text, script=look)
    return found[0]


def screen_text(host: App[None]) -> str:
    """The characters of the screen, line by line."""
    lines = host.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip).rstrip() for strip in lines)
