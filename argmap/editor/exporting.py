"""Exports from the editor: made in a thread as the dialog says, and opened where they can be seen."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from textual import work
from textual.worker import WorkerError

from argmap.editor.desk_app import DeskApp
from argmap.source.cells import printable

if TYPE_CHECKING:
    from argmap.editor.export.exporter import Exporter

_EXPORT_PATIENCE = 30.0
"""Seconds for which the end of the editor waits for an export."""


class Exporting(DeskApp):
    """The part of the app that exports."""

    opens_exports: bool = True
    """Whether an export is opened where there is a desktop."""

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Mapping[str, str] = {}

    @cached_property
    def exporter(self) -> "Exporter":
        """What makes the exports, itself made when it is first asked for."""
        from argmap.editor.export.exporter import Exporter

        return Exporter()

    @work(exclusive=True, group="asking")
    async def action_export(self) -> None:
        """Choose how the map is to be exported, and do so."""
        from argmap.editor.export.dialog import ExportDialog

        await self.whole.wait()
        self.take_text_over()
        argument_map = self.desk.now().map
        if argument_map is None:
            self.say("the map cannot be read, so nothing can be exported", severity="error")
            return
        dialog = ExportDialog(
            argument_map, Path(self.desk.path), selected=self.map_screen.selected, before=self._chosen
        )
        chosen = await self.push_screen_wait(dialog)
        if chosen is not None:
            self._chosen = chosen.chosen
            self.notify(f"{printable(str(chosen.output))} is being made …", timeout=2)
            self.exporter.start(argument_map, chosen)

    async def finish_exports(self) -> None:
        """Wait for what is being exported, so that its files are whole and there; not for ever."""
        busy = [worker for worker in self.workers if worker.group == "export" and not worker.is_finished]
        if not busy:
            return
        self.notify("the export is being finished, then the editor ends", timeout=_EXPORT_PATIENCE)
        with suppress(TimeoutError, WorkerError):
            await asyncio.wait_for(self.workers.wait_for_complete(busy), _EXPORT_PATIENCE)

    def on_exporter_done(self, event: "Exporter.Done") -> None:
        """Tell of an export, and open it."""
        from argmap.editor.export.opening import open_file

        files = event.written.files
        where = printable(str(files[0]))
        also = f" and {len(files) - 1} more" if len(files) > 1 else ""
        opened = self.opens_exports and bool(files) and open_file(files[0])
        self.notify(f"{where}{also} {'is opened' if opened else 'is written'}", timeout=6)
        for sentence in event.written.said:
            self.say(sentence)

    def on_exporter_failed(self, event: "Exporter.Failed") -> None:
        """Tell why an export could not be made."""
        self.say(event.problem, severity="error")
