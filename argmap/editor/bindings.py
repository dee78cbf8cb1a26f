"""The bindings of the app, made from the table of actions."""

from textual.binding import Binding, BindingType

from argmap.editor.actions import ACTIONS, actions_in
from argmap.editor.keymap import without_keys

_IN_FOOTER = {
    "help": "Help",
    "palette": "All actions",
    "save": "Save",
    "mode": "Review",
    "next-pane": "Panes",
    "export": "Export",
    "quit": "Quit",
}
"""What the footer says, in a word or two."""
_SHARED = frozenset(action.same_as for action in ACTIONS)


def app_bindings() -> list[BindingType]:
    """A binding for every action everywhere, so that settings can give each a key.

    They come before those of what has the focus, but for the actions that a pane does for itself. While a
    dialog is open, the app has to refuse them in `check_action`. It must not inherit Textual's own bindings
    (`inherit_bindings=False`), whose keys settings could not change.
    """
    return [
        Binding(
            action.keys or without_keys(action),
            action.command,
            _IN_FOOTER.get(action.id, action.title),
            show=action.id in _IN_FOOTER,
            priority=action.id not in _SHARED,
            id=action.id,
        )
        for action in actions_in("everywhere")
    ]
