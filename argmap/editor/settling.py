"""What is done with a text that could not be saved: its writer is asked until that is settled."""

import os
from collections.abc import Callable
from pathlib import Path

import attrs

from argmap.editor.desk_app import DeskApp
from argmap.editor.dialogs import questions
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.viewer import Viewer
from argmap.source.cells import printable
from argmap.source.files import UnreadableFile, read_text
from argmap.workspace.saving import Choice, Outcome, Refused, Saved, compared, copy_name


@attrs.frozen
class Unsaved:
    """A text, and what can be done with it."""

    path: str
    text: Callable[[], str]
    overwrite: Callable[[], Outcome]
    copy: Callable[[str], Outcome]
    """Save it under a name that nothing has yet."""
    reload: Callable[[], None]
    """Take the file's text instead of it."""
    undoable: bool = True
    """Whether undo brings the text back after that."""


class Settling(DeskApp):
    """The part of the app that asks what to do with what cannot be saved."""

    async def settle(self, refused: Refused, unsaved: Unsaved) -> Outcome | None:
        """Ask what to do; None when the text stays unsaved, or was given up for the file's."""
        while True:
            if Choice.OVERWRITE not in refused.choices:
                self.say(refused.message, severity="error")
                if Choice.SAVE_COPY not in refused.choices:
                    return None
                return await self.copied(unsaved)
            asked = questions.changed_on_disk(
                printable(refused.path), f"{refused.message}.", undoable=unsaved.undoable
            )
            answer = await self.push_screen_wait(asked)
            if answer == questions.COMPARE:
                await self._compare(unsaved)
                continue
            if answer == questions.COPY:
                return await self.copied(unsaved)
            if answer == questions.RELOAD:
                unsaved.reload()
                return None
            if answer != questions.OVERWRITE:
                return None
            outcome = unsaved.overwrite()
            if isinstance(outcome, Saved):
                return outcome
            refused = outcome

    async def _compare(self, unsaved: Unsaved) -> None:
        try:
            on_disk = read_text(unsaved.path).text
        except UnreadableFile as problem:
            self.say(str(problem), severity="error")
            return
        lines = "".join(compared(unsaved.path, unsaved.text(), on_disk))
        await self.push_screen_wait(Viewer("The file, and what you have", lines, signs=True))

    async def copied(self, unsaved: Unsaved) -> Outcome | None:
        """Save a copy under a name that is asked for; None when that is given up."""
        name = copy_name(unsaved.path)
        while True:
            asked = Prompt("Save a copy as", value=name, check=_is_free)
            written = await self.push_screen_wait(asked)
            if not written:
                return None
            outcome = unsaved.copy(str(Path(written).expanduser()))
            if isinstance(outcome, Saved):
                return outcome
            self.say(outcome.message, severity="error")
            name = written


def _is_free(path: str) -> str:
    if os.path.lexists(Path(path).expanduser()):
        return "there is a file of this name: choose another"
    return ""
