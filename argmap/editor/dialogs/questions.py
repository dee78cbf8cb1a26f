"""The questions that keep work from being lost."""

from typing import Final

from argmap.editor.dialogs.question import WHILE_TYPING, Choice, Question

SAVE: Final = "save"
DISCARD: Final = "discard"
STAY: Final = "stay"
COMPARE: Final = "compare"
RELOAD: Final = "reload"
COPY: Final = "copy"
OVERWRITE: Final = "overwrite"
RECOVER: Final = "recover"
OPEN: Final = "open"


def unsaved(name: str, *, going_on: bool = False) -> Question:
    """Before a file is left with changes: `SAVE`, `DISCARD` or `STAY`. `going_on` is to another file."""
    then = "go on" if going_on else "quit"
    return Question(
        "Save before going to another file?" if going_on else "Save before quitting?",
        f"What you changed in {name} is not saved.",
        choices=(
            Choice(SAVE, "s", f"Save and {then}"),
            Choice(STAY, "b", "Back to the text"),
            Choice(DISCARD, "d", f"Discard the changes and {then}"),
        ),
    )


def changed_on_disk(
    name: str,
    what: str = "Another program has changed it since it was read here.",
    *,
    undoable: bool = True,
) -> Question:
    """When a file is not what was read: `COMPARE`, `COPY`, `RELOAD` or `OVERWRITE`; `what` is a sentence.

    `undoable` says whether undo brings back what reloading gives up.
    """
    given_up = "mine can be had back by undo" if undoable else "give mine up"
    return Question(
        f"{name} is not as it was read",
        what,
        choices=(
            Choice(COMPARE, "c", "Compare the two"),
            Choice(COPY, "s", "Save a copy of mine under another name"),
            Choice(RELOAD, "r", f"Reload the file; {given_up}"),
            Choice(OVERWRITE, "o", "Overwrite the file with mine"),
        ),
        patience=WHILE_TYPING,
    )


def recovery_found(name: str, when: str) -> Question:
    """When an earlier session ended before it was saved: `RECOVER`, `COMPARE`, `OPEN` or `DISCARD`."""
    return Question(
        f"There is unsaved work on {name}",
        f"The editor was ended before it was saved, {when}. What was written is kept.",
        choices=(
            Choice(RECOVER, "r", "Go on with what was written"),
            Choice(COMPARE, "c", "Compare it with the file"),
            Choice(OPEN, "o", "Open the file, and keep what was written"),
            Choice(DISCARD, "d", "Open the file, and discard what was written"),
        ),
    )
