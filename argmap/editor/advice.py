"""What messages advise to do at a shell, said in the editor by what does the same there."""

import re
from typing import Final

import attrs

from argmap.editor.action import Action
from argmap.editor.actions import BY_ID
from argmap.editor.keymap import Keymap
from argmap.source.diagnostics import Diagnostic

_ACTIONS: Final = {"why": "why", "schemes": "complete", "explain": "complete"}
"""By subcommand, the action that tells the same where the message stands."""
_COMMAND: Final = re.compile(rf"`argmap ({'|'.join(_ACTIONS)})\b[^`]*`")


def said_here(hint: str, keymap: Keymap) -> str:
    """A hint in which keys, or else the names of actions in the palette, stand for commands of a shell."""
    return _COMMAND.sub(lambda found: _way_to(BY_ID[_ACTIONS[found[1]]], keymap), hint)


def advising_here(problem: Diagnostic, keymap: Keymap) -> Diagnostic:
    """A message whose hints are those for the editor; the very same where they are that already."""
    hints = tuple(said_here(hint, keymap) for hint in problem.hints)
    return problem if hints == problem.hints else attrs.evolve(problem, hints=hints)


def _way_to(action: Action, keymap: Keymap) -> str:
    return keymap.shown(action.id).partition(" ")[0] or f"“{action.title}” in the palette"
