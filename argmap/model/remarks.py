"""The notes of a map by what they stand below."""

from collections.abc import Mapping
from typing import TypeAlias

from argmap.model.elements import Note, NoteSubject
from argmap.model.map import ArgumentMap

Remarks: TypeAlias = Mapping[tuple[NoteSubject | None, str | None], list[Note]]
"""Notes by kind of subject and its label, id or key. Notes on nothing stand under their section."""


def remarks_on(argument_map: ArgumentMap) -> Remarks:
    """Every note of the map, in order, by its subject."""
    found: dict[tuple[NoteSubject | None, str | None], list[Note]] = {}
    for note in argument_map.notes:
        about = {None: note.section, "map": None}.get(note.subject, note.about)
        found.setdefault((note.subject, about), []).append(note)
    return found
