"""Makes an export in a thread, so that the keys stay live."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import attrs
from textual.message import Message
from textual.widget import Widget
from textual.worker import Worker, WorkerState

from argmap.editor.export.choices import Export, rows
from argmap.editor.export.words import in_words_of
from argmap.model.map import ArgumentMap
from argmap.model.parts.choice import UnknownPart, choose
from argmap.pages.exporting import ExportError, file_names, left_over, made
from argmap.source.files import UnwritableFile, replace_file


@attrs.frozen
class Written:
    """The files that were written, and what is to be told of them, in sentences."""

    files: tuple[Path, ...]
    said: tuple[str, ...]


def perform(argument_map: ArgumentMap, export: Export) -> Written:
    """Make an export and write it. Raises ExportError and UnwritableFile, which name rows of the dialog.

    Several sheets are several files, but for PDF; a Markdown handout has its drawing beside it.
    """
    said: list[str] = []
    output, asked = export.output, export.wishes
    diagram = output.with_name(f"{output.stem}-diagram.svg")
    try:
        part = choose(argument_map, export.part)
    except UnknownPart as problem:
        raise ExportError(str(problem)) from problem
    known, whole, path = rows(argument_map), argument_map, str(output)
    try:
        found = made(part, asked, whole=whole, diagram_name=diagram.name, output=path, report=said.append)
    except ExportError as problem:
        raise ExportError(in_words_of(known, str(problem))) from problem
    count = len(found.files)
    if left := left_over(path, asked.form, asked.pages, count=count):
        said.append(left)
    names = file_names(path, asked.form, asked.pages, count=count)
    files = dict(zip(names, found.files, strict=True))
    if found.diagram is not None:
        files[str(diagram)] = found.diagram
    _spare_the_map(argument_map, files)
    for name, data in files.items():
        replace_file(name, data)
    return Written(
        tuple(map(Path, files)), tuple(in_words_of(known, sentence) for sentence in dict.fromkeys(said))
    )


def _spare_the_map(argument_map: ArgumentMap, files: Iterable[str]) -> None:
    read = {os.path.realpath(name) for name in argument_map.texts}
    for name in files:
        if os.path.realpath(name) in read:
            raise ExportError(f"{name} is a file of the map itself: give the export another name")


class Exporter(Widget):
    """Shows nothing; it exports what it is given, one after the other, and tells how that went."""

    DEFAULT_CSS = "Exporter { display: none; }"

    class Done(Message):
        """The files are written."""

        def __init__(self, export: Export, written: Written) -> None:
            super().__init__()
            self.export = export
            self.written = written

    class Failed(Message):
        """Nothing was written; `problem` says why."""

        def __init__(self, export: Export, problem: str) -> None:
            super().__init__()
            self.export = export
            self.problem = problem

    def start(self, argument_map: ArgumentMap, export: Export) -> None:
        """Export a map in a thread."""
        work = partial(self._in_thread, argument_map, export)
        name = str(export.output)
        self.run_worker(work, name=name, group="export", thread=True, exit_on_error=False)

    def _in_thread(self, argument_map: ArgumentMap, export: Export) -> None:
        try:
            written = perform(argument_map, export)
        except (ExportError, UnwritableFile) as problem:
            self.post_message(self.Failed(export, str(problem)))
        else:
            self.post_message(self.Done(export, written))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in our own code is told as well."""
        if event.state is WorkerState.ERROR:
            problem = event.worker.error
            self.notify(
                f"{event.worker.name} was not written, please report it: {type(problem).__name__}: {problem}",
                severity="error",
                markup=False,
            )
