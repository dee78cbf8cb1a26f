"""What an action of the editor is, and the places in which it counts."""

from typing import Final, Literal

import attrs

Place = Literal["everywhere", "text", "find", "list", "outline", "relation", "diagram", "problems", "review"]

PLACES: Final[dict[Place, str]] = {
    "text": "The text",
    "find": "Finding",
    "outline": "The outline",
    "relation": "Putting a branch below a claim",
    "problems": "The problems",
    "list": "The outline and the problems",
    "diagram": "The diagram",
    "review": "Reviewing",
    "everywhere": "Everywhere",
}
"""The places one can be in, and what they are called."""


LISTS: Final[frozenset[Place]] = frozenset({"outline", "problems"})
"""The places that are lists, in which the actions of `list` count too."""


@attrs.frozen
class Action:
    """Something that can be done."""

    id: str
    """The name by which settings change its keys: that of its binding."""
    title: str
    """What it does, in plain words."""
    keys: str
    """Its keys as Textual writes them, with commas between; empty where it has none of its own."""
    group: str
    """The heading under which the help sheet lists it."""
    place: Place = "everywhere"
    command: str = ""
    """What Textual calls it, on the app or on the widget of the place."""
    same_as: str = ""
    """The id of an action everywhere that does the same, whose keys it takes."""
    listed: bool = True
    """Whether the palette lists it: moving the cursor is for keys alone."""


def in_place(place: Place, group: str, *rows: tuple[str, str, str, str]) -> tuple[Action, ...]:
    """Actions of a pane, each as its name, title, keys and command, which is the name where it is empty."""
    return tuple(
        Action(f"{place}.{name}", title, keys, group, place, command or name.replace("-", "_"))
        for name, title, keys, command in rows
    )


def moves(*actions: Action) -> tuple[Action, ...]:
    """Actions that are for keys alone, as those that move a cursor."""
    return tuple(attrs.evolve(action, listed=False) for action in actions)


def shared(*actions: Action) -> tuple[Action, ...]:
    """Actions that a pane does for itself, of the same names as everywhere."""
    return tuple(attrs.evolve(action, same_as=action.id.partition(".")[2]) for action in actions)
