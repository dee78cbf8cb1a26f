"""The palette offers every action with its key, and every claim."""

import asyncio

import pytest
from sheets_host import SIZES, Host, screen_text
from textual.command import DiscoveryHit, Hit, Provider

from argmap.editor.action import Action
from argmap.editor.keymap import USUAL
from argmap.editor.palette import (
    Palette,
    action_commands,
    claim_commands,
    claims_answering,
    listed_actions,
)
from argmap.model.build import parse
from argmap.workspace.vocabulary import vocabulary_of

TEXT = """\
thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia went West
  but arms: Turkey arms Ukraine
"""
WORDS = vocabulary_of(parse(TEXT))


def hits(provider: type[Provider], query: str) -> list[Hit | DiscoveryHit]:
    """What a provider offers for a query, best first."""

    async def look() -> list[Hit | DiscoveryHit]:
        host = Host()
        async with host.run_test():
            found = provider(host.screen)
            offered = [hit async for hit in (found.search(query) if query else found.discover())]
            return sorted(offered, key=lambda hit: -hit.score)

    return asyncio.run(look())


def test_actions_are_found_by_their_titles_and_run() -> None:
    run: list[str] = []
    best = hits(action_commands(lambda action: run.append(action.id), lambda: USUAL), "copy under")[0]
    assert str(best.prompt) == "Save a copy under another name  alt+s"
    best.command()
    assert run == ["save-copy"]


def test_everything_is_offered_before_anything_is_typed() -> None:
    offered = hits(action_commands(print, lambda: USUAL), "")
    assert len(offered) == len(listed_actions())


def test_what_is_not_possible_is_not_offered() -> None:
    def writing(action: Action) -> bool:
        return action.place != "review"

    offered = hits(action_commands(print, lambda: USUAL, possible=writing), "accept the claim")
    assert not [hit for hit in offered if "Reviewing" in str(hit.prompt)]


def test_claims_are_found_by_label_and_text_and_gone_to() -> None:
    gone: list[str] = []
    provider = claim_commands(lambda query: claims_answering(WORDS, query), gone.append)
    assert [str(hit.prompt) for hit in hits(provider, "@arms")] == ["Go to @arms  Turkey arms Ukraine"]
    hits(provider, "georgia")[0].command()
    assert gone == ["west"]


def test_labels_come_before_texts() -> None:
    words = vocabulary_of(parse("thesis a: All arms are dear\n  because arms: They are sold\n"))
    assert [claim.label for claim in claims_answering(words, "arms")] == ["arms", "a"]


@pytest.mark.parametrize("size", SIZES)
def test_the_palette_can_be_used_on_any_screen(size: tuple[int, int]) -> None:
    run: list[str] = []
    commands = action_commands(lambda action: run.append(action.id), lambda: USUAL)

    async def use() -> None:
        host = Host(Palette(providers=[commands]))
        async with host.run_test(size=size) as pilot:
            await pilot.press(*"redo")
            await pilot.pause(0.3)
            assert "Redo" in screen_text(host)
            await pilot.press("enter")
            await pilot.pause(0.1)

    asyncio.run(use())
    assert run == ["redo"]
