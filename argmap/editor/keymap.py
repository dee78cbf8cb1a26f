"""Which keys do what: the table of actions, with what a user's settings change in it."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from argmap.editor.action import Action
from argmap.editor.actions import ACTIONS, BY_ID, meet
from argmap.editor.key_names import UnknownKeyError, is_sent, named_key, shown, shown_keys, writes
from argmap.language.suggestions import did_you_mean
from argmap.source.cells import printable

_MOST_KEYS: Final = 8


@attrs.frozen
class Keymap:
    """The keys of every action, by its id."""

    keys: Mapping[str, tuple[str, ...]]

    def shown(self, id: str) -> str:
        """The first two keys of an action as they are shown; empty where it has none."""
        return shown_keys(self.keys[id])

    @property
    def changes(self) -> Mapping[str, str]:
        """What differs from the table, as `App.set_keymap` takes it."""
        return {
            action.id: ",".join(self.keys[action.id]) or without_keys(action)
            for action in ACTIONS
            if self.keys[action.id] != usual_keys(action)
        }


def usual_keys(action: Action) -> tuple[str, ...]:
    """The keys that an action has when no settings say otherwise, by Textual's names."""
    return tuple(_normal(key) for key in action.keys.split(",") if key)


def without_keys(action: Action) -> str:
    """A key that no terminal has. A binding must have one, or settings could not give it another."""
    return f"<{action.id}>"


def _normal(key: str) -> str:
    return named_key(key)[0] if len(key) == 1 else key


USUAL: Final = Keymap({action.id: usual_keys(action) for action in ACTIONS})
"""The keys without settings."""


def keymap_of(wanted: Mapping[str, Any]) -> tuple[Keymap, tuple[str, ...]]:
    """The keys that the table `[keys]` of a user's settings asks for, and a sentence for what is wrong in it.

    What is wrong leaves the usual keys of its action. A key that somebody gives to an action is taken from
    the action that usually has it; given to two in one place, it counts for the first.
    """
    said: list[str] = []
    chosen: dict[str, tuple[str, ...]] = {}
    for id, value in _flat(wanted):
        action = BY_ID.get(id)
        if action is None:
            hint = did_you_mean(id, BY_ID) or ("the sample of settings lists all actions",)
            said.append(f"[keys] {printable(id)[:60]}: there is no action of this name; {hint[0]}")
            continue
        keys = _keys(action, value, said)
        if keys is not None:
            chosen[id] = keys
    for action in ACTIONS:
        if action.same_as in chosen and action.id not in chosen:
            chosen[action.id] = chosen[action.same_as]
    return _settled(chosen, said), tuple(said)


def _flat(table: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """`text.undo = ...` is a table in TOML; quoted or not, it names one action."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from ((f"{name}.{rest}", inner) for rest, inner in value.items())
        else:
            yield name, value


def _keys(action: Action, value: Any, said: list[str]) -> tuple[str, ...] | None:
    """The keys that a value names; None where it names none that can be used."""
    where = f"[keys] {action.id}"
    written = value.split(",") if isinstance(value, str) else value
    if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
        said.append(f'{where}: write keys in quotes, as in {action.id} = "ctrl+s,f4"')
        return None
    if not any(key.strip() for key in written):
        if action.id == "palette":
            said.append(f"{where}: it keeps its key, which is the way to all other actions")
            return None
        return ()
    found: dict[str, None] = {}
    for key in written[:_MOST_KEYS]:
        try:
            names = named_key(key)
        except UnknownKeyError as problem:
            said.append(f"{where}: {problem}")
            continue
        if action.place in {"everywhere", "text"} and writes(names[0]):
            said.append(f"{where}: {shown(names[0])} is needed for writing; take it with ctrl or alt, or f4")
            continue
        found |= dict.fromkeys(names)
    if found and not any(map(is_sent, found)):
        said.append(f"{where}: most terminals do not send {shown_keys(tuple(found))} as a key of its own")
    return tuple(found) or None


def _settled(chosen: Mapping[str, tuple[str, ...]], said: list[str]) -> Keymap:
    """One action for each key in each place."""
    keys = {action.id: list(chosen.get(action.id, usual_keys(action))) for action in ACTIONS}
    for id in chosen:
        for key in chosen[id]:
            if key not in keys[id]:
                continue  # an action before has it
            for other in _rivals(BY_ID[id], key, keys):
                keys[other.id].remove(key)
                if BY_ID[id].same_as and BY_ID[other.id].same_as:
                    continue
                said.append(
                    _clash(BY_ID[id], other, key, chosen=other.id in chosen, left=bool(keys[other.id]))
                )
    return Keymap({id: tuple(names) for id, names in keys.items()})


def _rivals(action: Action, key: str, keys: Mapping[str, list[str]]) -> list[Action]:
    return [
        other
        for other in ACTIONS
        if other.id != action.id
        and key in keys[other.id]
        and meet(action.place, other.place)
        and action.id != other.same_as
        and other.id != action.same_as
    ]


def _clash(action: Action, other: Action, key: str, *, chosen: bool, left: bool) -> str:
    name = shown(key)
    if chosen:
        return f"[keys] {other.id}: {name} is given to {action.id} already, so it counts for that alone"
    rest = "" if left else f', which has no key now; give it one as in {other.id} = "..."'
    return f"[keys] {action.id}: {name} was the key of {other.id}{rest}"
