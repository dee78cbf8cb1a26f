"""Exports from the editor: made in a thread as the dialog says, and opened where they can be seen."""

import asyncio
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from textual import on, work
from textual.worker import WorkerError

from argmap.editor.desk_app import DeskApp
from argmap.editor.export.dialog import ExportDialog
from argmap.editor.export.exporter import Exporter
from argmap.editor.export.opening import open_file
from argmap.source.cells import printable

_EXPORT_PATIENCE = 30.0
"""Seconds for which the end of the editor waits for an export."""


class Exporting(DeskApp):
    """The part of the app that exports."""

    opens_exports: bool = True
    """Whether an export is opened where there is a desktop."""

    def __init__(self) -> None:
        super().__init__()
        self.exporter = Exporter()
        self._chosen: Mapping[str, str] = {}

    @work(exclusive=True, group="asking")
    async def action_export(self) -> None:
        """Choose how the map is to be exported, and do so."""
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

    @on(Exporter.Done)
    def _exported(self, event: Exporter.Done) -> None:
        files = event.written.files
        where = printable(str(files[0]))
        also = f" and {len(files) - 1} more" if len(files) > 1 else ""
        opened = self.opens_exports and bool(files) and open_file(files[0])
        self.notify(f"{where}{also} {'is opened' if opened else 'is written'}", timeout=6)
        for sentence in event.written.said:
            self.say(sentence)

    @on(Exporter.Failed)
    def _not_exported(self, event: Exporter.Failed) -> None:
        self.say(event.problem, severity="error")
