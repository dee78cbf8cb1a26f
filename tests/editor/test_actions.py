"""The table of actions holds what the widgets bind, and gives every action a way that works anywhere."""

import asyncio
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from itertools import chain

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingsMap

from argmap.editor.action import PLACES, Action, Place
from argmap.editor.actions import ACTIONS, BY_ID, actions_in
from argmap.editor.bindings import app_bindings
from argmap.editor.key_names import is_plain, is_sent
from argmap.editor.keymap import USUAL, usual_keys
from argmap.editor.palette import listed_actions
from argmap.editor.settings import settings_of
from argmap.editor.terminal_keys import take_alt_with_digits
from argmap.editor.text_area import MapTextArea

WIDGETS: list[tuple[Place, str, str]] = [
    ("text", "argmap.editor.text_area", "MapTextArea"),
    ("find", "argmap.editor.find", "FindBar"),
    ("relation", "argmap.editor.outline.relation_bar", "RelationBar"),
    ("diagram", "argmap.editor.diagram.widget", "Diagram"),
    ("outline", "argmap.editor.outline.pane", "Outline"),
    ("problems", "argmap.editor.problems.pane", "Problems"),
    ("review", "argmap.editor.review.pane", "ReviewPane"),
]
"""Places, and the modules and names of their widgets: a new pane is one more row."""

FIRST = {key for action in actions_in("everywhere") if not action.same_as for key in usual_keys(action)}
"""Keys that the app takes before a pane sees them."""


def bound(module: str, name: str) -> list[Binding]:
    if find_spec(module.rpartition(".")[0]) is None or find_spec(module) is None:
        pytest.skip(f"{module} is not there yet")
    widget = getattr(import_module(module), name)
    own = [vars(base).get("BINDINGS", ()) for base in widget.__mro__ if base.__module__.startswith("argmap")]
    return list(Binding.make_bindings(chain.from_iterable(own)))


def by_command(bindings: Iterable[Binding]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for binding in bindings:
        found.setdefault(binding.action, set()).add(binding.key)
    return found


def of_place(place: Place) -> dict[str, set[str]]:
    return {action.command: set(usual_keys(action)) for action in actions_in(place)}


ALT = [key for action in ACTIONS for key in usual_keys(action) if key.startswith("alt+") and len(key) == 5]


_AS_WITH_CTRL = {"alt+b", "alt+f"}
"""What Textual takes for ctrl and an arrow, which does the same."""


@pytest.mark.parametrize("key", sorted({*ALT, "alt+semicolon", "alt+comma"} - _AS_WITH_CTRL))
def test_what_a_terminal_sends_for_alt_and_a_character_is_that_key_or_no_action_has_it(key: str) -> None:
    take_alt_with_digits()
    character = {"alt+semicolon": ";", "alt+comma": ","}.get(key, key[-1])
    parser = XTermParser()
    sent = [*parser.feed(f"\x1b{character}"), *parser.feed("")]
    assert ([event.key for event in sent if isinstance(event, events.Key)] == [key]) == is_sent(key)
    assert is_sent(key) or not any(key in usual_keys(action) for action in ACTIONS)


@pytest.mark.parametrize(("place", "module", "name"), WIDGETS)
def test_a_widget_binds_what_the_table_says(place: Place, module: str, name: str) -> None:
    table = of_place(place)
    widget = by_command(bound(module, name))
    assert set(widget) == set(table)
    taken = FIRST - {key for action in actions_in(place) if action.same_as for key in usual_keys(action)}
    assert {command: keys - taken for command, keys in widget.items()} == {
        command: keys - taken for command, keys in table.items()
    }


@pytest.mark.parametrize(("place", "module", "name"), WIDGETS)
def test_the_names_of_bindings_are_those_of_the_table(place: Place, module: str, name: str) -> None:
    ids = {action.command: action.id for action in actions_in(place)}
    wrong = {binding.id for binding in bound(module, name) if binding.id != ids[binding.action]}
    assert not wrong


def test_no_two_actions_have_one_name() -> None:
    assert len(BY_ID) == len(ACTIONS)


@pytest.mark.parametrize("place", PLACES)
def test_no_two_actions_of_a_place_have_one_key(place: Place) -> None:
    keys = [key for action in actions_in(place) for key in usual_keys(action)]
    assert len(keys) == len(set(keys))


def test_no_pane_has_a_key_that_the_app_takes_first() -> None:
    for action in ACTIONS:
        if action.place != "everywhere" and not action.same_as:
            assert not FIRST & set(usual_keys(action)), action.id


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_has_a_way_that_any_terminal_knows(action: Action) -> None:
    listed = action.same_as or action in listed_actions()
    moves_plainly = any(map(is_plain, usual_keys(action)))
    another_way = not action.listed and (
        any(map(is_sent, usual_keys(action))) or action.id.endswith("-selecting")
    )
    assert listed or moves_plainly or another_way


def test_the_way_to_everything_is_plain() -> None:
    assert is_plain("ctrl+p")
    assert USUAL.keys["palette"] == ("ctrl+p",)


@pytest.mark.parametrize(
    "key", ["ctrl+enter", "ctrl+full_stop", "alt+enter", "ctrl+1", "ctrl+m", "ctrl+shift+k"]
)
def test_keys_that_terminals_do_not_send_are_never_the_only_ones(key: str) -> None:
    assert not is_sent(key)
    assert not any(set(usual_keys(action)) == {key} for action in ACTIONS)


def test_titles_are_short_enough_for_a_small_screen() -> None:
    assert all(0 < len(action.title) <= 60 for action in ACTIONS)


def test_the_app_has_a_binding_for_every_action_everywhere() -> None:
    bindings = BindingsMap(app_bindings())
    ids = {binding.id for found in bindings.key_to_bindings.values() for binding in found}
    assert ids == {action.id for action in actions_in("everywhere")}


def test_an_action_without_a_key_can_be_given_one() -> None:
    app = App[None]()
    app._bindings = BindingsMap(app_bindings())
    app._bindings.apply_keymap({"reload": "f10"})
    assert [binding.action for binding in app._bindings.key_to_bindings["f10"]] == ["reload"]


class Pressed(App[None], inherit_bindings=False):
    """An app with the bindings of the editor and a text, which notes what was asked for."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = app_bindings()

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []

    def compose(self) -> ComposeResult:
        yield MapTextArea("one")

    def action_save(self) -> None:
        self.asked.append("save")

    def action_export(self) -> None:
        self.asked.append("export")

    def action_reload(self) -> None:
        self.asked.append("reload")


def asked(settings: str, *keys: str) -> tuple[list[str], str]:
    """What the app was asked for by keys with these settings, and the text after them."""

    async def run() -> tuple[list[str], str]:
        app = Pressed()
        app.set_keymap(settings_of(settings)[0].keys.changes)
        async with app.run_test() as pilot:
            app.query_one(MapTextArea).focus()
            await pilot.press(*keys)
            return app.asked, app.query_one(MapTextArea).text

    return asyncio.run(run())


def test_a_key_of_the_app_counts_before_the_text_has_it() -> None:
    assert asked("", "ctrl+s", "ctrl+e") == (["save", "export"], "one")


def test_the_keys_of_settings_are_pressed_in_the_place_of_the_usual_ones() -> None:
    settings = '[keys]\nsave = "f10,ctrl+t"\nreload = "alt+l"\nexport = ""'
    assert asked(settings, "ctrl+s", "f10", "ctrl+t", "alt+l", "ctrl+e")[0] == ["save", "save", "reload"]


def test_the_keys_of_a_pane_are_changed_too() -> None:
    settings = '[keys]\ntext.duplicate-lines = "f10"\nundo = "f9"'
    assert asked(settings, "f10")[1] == "one\none"
    assert asked(settings, "f10", "ctrl+d", "f9")[1] == "one"
