"""What messages advise, as the editor says it."""

from pathlib import Path

import pytest
from app_host import editing, session

from argmap.editor.actions import BY_ID
from argmap.editor.advice import said_here
from argmap.editor.keymap import USUAL, keymap_of

FALLS = "thesis t: The city should charge\n  because a: It is late {unlikely}\n"


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        ("`argmap why t` shows all that bears on it", "alt+y shows all that bears on it"),
        ("`argmap schemes` lists those that are known", "F4 lists those that are known"),
        ("`argmap explain` lists the codes", "F4 lists the codes"),
        ("write `because` before it", "write `because` before it"),
    ],
)
def test_keys_stand_for_commands_of_a_shell(hint: str, said: str) -> None:
    assert said_here(hint, USUAL) == said


def test_an_action_without_a_key_is_named() -> None:
    keymap, _ = keymap_of({"why": []})
    said = said_here("`argmap why t` shows it", keymap)
    assert said == "“Say why this claim stands or falls” in the palette shows it"


@session
async def test_no_pane_sends_its_writer_to_a_shell(tmp_path: Path) -> None:
    async with editing(tmp_path, FALLS) as seen:
        await seen.pilot.press("alt+4")
        await seen.pilot.pause(0.2)
        selected = seen.app.map_screen.side.problems.selected
        assert selected is not None
        assert selected.code == "R201"
        assert selected.hints[-1] == "alt+y shows all that bears on it"


def test_the_action_that_a_long_chain_of_reasons_names_is_there() -> None:
    # The chain says so itself, in a part of the program that knows of no actions.
    assert BY_ID["why"].title == "Say why this claim stands or falls"
