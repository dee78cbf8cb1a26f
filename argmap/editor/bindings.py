"""The bindings of the app, made from the table of actions."""

from textual.binding import Binding, BindingType

from argmap.editor.action import Action
from argmap.editor.actions import ACTIONS, actions_in
from argmap.editor.keymap import without_keys

_IN_FOOTER = {
    "help": "Help",
    "next-pane": "Panes",
    "save": "Save",
    "quit": "Quit",
    "palette": "Actions",
    "mode": "Mode",
    "export": "Export",
}
"""What the footer says, in a word; first what is needed where there is room for few."""
_ORDER = list(_IN_FOOTER)
_SHARED = frozenset(action.same_as for action in ACTIONS)


def _in_footer(action: Action) -> int:
    return _ORDER.index(action.id) if action.id in _ORDER else len(_ORDER)


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
        for action in sorted(actions_in("everywhere"), key=_in_footer)
    ]
