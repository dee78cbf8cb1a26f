"""How the editor is started in this terminal, and what is said when it fails."""

import sys
from typing import TYPE_CHECKING

from argmap.editor.settings import read_settings
from argmap.workspace.opening import open_for_editing

if TYPE_CHECKING:
    from argmap.editor.reviewing import ReviewWish


def edit(path: str, *, wish: "ReviewWish | None" = None) -> int:
    """Edit a map in this terminal until its writer has enough; the exit status.

    With a `wish` it is reviewed first.

    Raises `UnreadableFile` when the file cannot be opened; then nothing has been shown.
    """
    opened = open_for_editing(path)
    settings, said = read_settings()
    from argmap.editor.app import EditorApp

    app = EditorApp(opened, settings, wish=wish, said=said)
    status = app.run(mouse=settings.mouse)
    if status is not None:
        return status
    # Textual has shown what went wrong; what was written is kept.
    sys.stderr.write(f"argmap: the editor failed; what you wrote is offered when you open {path} again\n")
    return 2
