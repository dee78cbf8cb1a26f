"""What is imported once the text is on the screen, so that nobody waits for it before.

The rule for what the first screen needs: what answers a key or a message, and is not needed before that, is
imported by the function that answers. Here it is imported beforehand, so that no key waits for it either.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import Final

BESIDE: Final = (
    "argmap.editor.side",
    "argmap.workspace.recovery",
    "argmap.workspace.background",
    "argmap.workspace.places",
)
"""What stands beside the text, and what finds out what the text means."""

REVIEW: Final = (
    "argmap.editor.review.pane",
    "argmap.workspace.reviewing",
)
"""What shows a review, and what it is."""

MORE: Final = (
    "argmap.workspace.completion",
    "argmap.editor.export.exporter",
    "argmap.editor.dialogs.picker",
    "argmap.editor.help.first_start",
    "argmap.editor.help.sheet",
    "argmap.editor.palette",
    "argmap.workspace.hover",
    "argmap.workspace.repairs",
    "argmap.documents.why",
    "argmap.edits.branches",
    "argmap.edits.grafting",
    "argmap.edits.indenting",
    "argmap.edits.renaming",
    "argmap.edits.verdicts",
    "argmap.language.catalogue",
    "argmap.language.formatter",
    "argmap.reasoning.codes",
    "argmap.workspace.beside",
    "argmap.editor.export.dialog",
    "argmap.editor.export.opening",
    "regex",
)
"""What answers keys, those that are pressed soonest first."""


def read(modules: Iterable[str]) -> None:
    """Import modules, one after the other."""
    for name in modules:
        import_module(name)
