"""How the editor is started in this terminal, file after file, and what is said when it fails."""

import asyncio
import sys
from typing import TYPE_CHECKING

from argmap.editor.settings import read_settings
from argmap.source.cells import printable
from argmap.workspace.opening import open_for_editing

if TYPE_CHECKING:
    from argmap.editor.app import EditorApp
    from argmap.editor.review_files import ReviewWish


def edit(path: str, *, wish: "ReviewWish | None" = None) -> int:
    """Edit a map in this terminal, and others that it leads to, until the writer has enough; the exit status.

    With a `wish` it is reviewed first.

    Raises `UnreadableFile` when the file cannot be opened; then nothing has been shown. Raises what the
    editor itself failed with, after what was written is kept and the terminal is as it was.
    """
    opened = open_for_editing(path)
    settings, said = read_settings()
    from argmap.editor.app import EditorApp
    from argmap.editor.trail import Trail

    trail = Trail()
    app = EditorApp(opened, settings, wish=wish, said=said, trail=trail)
    status = _run(app)
    while (stop := app.goes_on_to) is not None:
        opened, trail.at = open_for_editing(stop.path), stop.offset
        app = EditorApp(opened, settings, wish=stop.wish, trail=trail)
        status = _run(app)
    return status


def _run(app: "EditorApp") -> int:
    """Show one file until it is left; the exit status."""
    try:
        # In a loop of our own: asyncio's waits at its end for every thread, also for one that hangs.
        status = app.run(mouse=app.settings.mouse, loop=asyncio.new_event_loop())
    finally:
        app.close_desk(keep=True)
    if status is not None:
        return status
    if app.fault is None and not app.return_code:
        return 0  # the page in a browser was closed
    kept = f"what was not saved is kept, and offered when you open {printable(app.desk.path)} again"
    sys.stderr.write(f"argmap: the editor has failed; {app.desk.recovery.trouble or kept}\n")
    raise app.fault or RuntimeError("the editor ended without a reason")
