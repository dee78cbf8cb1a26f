"""The host app, used by somebody."""

import asyncio
from collections.abc import Awaitable, Callable

from editor_host import Host
from editor_texts import MAP
from textual.pilot import Pilot

Use = Callable[[Pilot[None], Host], Awaitable[None]]


def used(
    use: Use,
    text: str = MAP,
    *,
    size: tuple[int, int] = (80, 24),
    soft_wrap: bool = True,
    theme: str = "textual-dark",
) -> Host:
    """The host after somebody used it on a screen of a size."""

    async def run() -> Host:
        host = Host(text, soft_wrap=soft_wrap, theme=theme)
        async with host.run_test(size=size) as pilot:
            await use(pilot, host)
            await pilot.pause()
        return host

    return asyncio.run(run())
