"""What a key costs in the editor's text area, by the length of the text: processor time from key to paint."""

import asyncio
import statistics
import time

from textual.app import App, ComposeResult

from argmap.editor.text_area import MapTextArea

_KEYS = 20
_ROUNDS = 3


class _Screen(App[None]):
    ENABLE_COMMAND_PALETTE = False

    def __init__(self, text: str, *, soft_wrap: bool) -> None:
        super().__init__()
        self.area = MapTextArea(text, soft_wrap=soft_wrap)
        self.area.cursor_blink = False

    def compose(self) -> ComposeResult:
        yield self.area


def key_cost(lines: int, key: str, *, soft_wrap: bool) -> float:
    """Seconds of processor time that a key costs in the middle of a text of so many lines: a median."""
    return asyncio.run(_key_cost(lines, key, soft_wrap=soft_wrap))


async def _key_cost(lines: int, key: str, *, soft_wrap: bool) -> float:
    app = _Screen("\n".join(map(_line, range(lines))) + "\n", soft_wrap=soft_wrap)
    costs = []
    async with app.run_test(size=(100, 40)) as pilot:
        app.area.go_to((lines // 2, 12))
        await pilot.press(*[key] * _KEYS)
        for _ in range(_ROUNDS):
            app.area.go_to((lines // 2, 12))
            await pilot.pause()
            begin = time.process_time()
            await pilot.press(*[key] * _KEYS)
            costs.append((time.process_time() - begin) / _KEYS)
    return statistics.median(costs)


def _line(number: int) -> str:
    """A line of a branch of ten; one of them takes two rows of the screen."""
    place = number % 10
    word = "thesis" if place == 0 else ("because", "but")[place % 2]
    more = " and so it goes on for a while, in words that do not end soon" if place == 3 else ""
    return f"{'  ' * place}{word} claim-{number}: Something is said here{more} [@edm, p. {number}]"
