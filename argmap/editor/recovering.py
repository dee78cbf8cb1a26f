"""What an earlier run left unsaved is offered, a file at a time."""

import asyncio
import time
from typing import TYPE_CHECKING

from argmap.editor.desk_app import DeskApp
from argmap.editor.dialogs import questions
from argmap.editor.dialogs.viewer import Viewer
from argmap.source.cells import printable
from argmap.workspace.saving import compared

if TYPE_CHECKING:
    from argmap.workspace.recovery import Leftover


class Recovering(DeskApp):
    """The part of the app that asks what to do with what was left."""

    def __init__(self) -> None:
        super().__init__()
        self.one_offer = asyncio.Lock()
        """Whoever makes offers holds it, so that questions do not cover each other."""

    async def offered(self, path: str, left: "Leftover", text: str) -> str | None:
        """What is to be done with a draft of a file whose text is `text`; a discarded one is deleted."""
        from argmap.workspace.recovery import discard

        when = time.strftime("on %-d %B at %H:%M", time.localtime(left.draft.time))
        while True:
            answer = await self.push_screen_wait(questions.recovery_found(printable(path), when))
            if answer == questions.COMPARE:
                lines = "".join(compared(path, left.draft.text, text))
                await self.push_screen_wait(Viewer("The file, and what was kept", lines, signs=True))
                continue
            if answer == questions.DISCARD:
                discard(left)
            return answer
