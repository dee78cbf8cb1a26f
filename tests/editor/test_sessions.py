"""Random sessions: whatever somebody does, the text is that of a plain model, and undo leads back."""

import asyncio

import pytest
from editor_host import Host
from editor_texts import MAP, many_lines
from random_writer import RandomWriter


async def session(seed: int, actions: int, *, text: str = MAP * 3) -> None:
    app = Host(text, soft_wrap=seed % 3 > 0)
    async with app.run_test(size=(50, 16)) as pilot:
        one = RandomWriter(app.area, seed)
        for number in range(actions):
            one.act()
            if number % 50 == 0:
                one.check()
                await pilot.pause()
            if number % 300 == 299:
                await pilot.resize_terminal(*one.random.choice([(20, 5), (50, 16), (100, 30)]))
        one.check()
        one.undo_everything()
        assert app.area.text == text
        one.check()


@pytest.mark.parametrize("seed", range(3))
def test_a_short_session_keeps_to_the_plain_model(seed: int) -> None:
    asyncio.run(session(seed, 150))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(3))
def test_a_session_of_two_thousand_actions_keeps_to_the_plain_model(seed: int) -> None:
    asyncio.run(
        session(100 + seed, 2000, text=("", MAP * 3, MAP.replace("\n", "\r\n"), many_lines(60))[seed % 4])
    )
