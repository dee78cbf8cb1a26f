"""The notes of a map in words, by the card that they stand on, or below the map."""

from argmap.drawing.sheet import Sheet
from argmap.model.elements import Note, NoteSubject
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import cite_on, short_reference


def notes_on_claim(sheet: Sheet, label: str) -> list[str]:
    """The notes about a claim, and those about the steps whose first premise it is."""
    if not sheet.remarks:
        return []
    own = [f"Note: {_text(sheet, note)}" for note in sheet.remarks.get(("claim", label), ())]
    return own + [
        f"Note on this step: {_text(sheet, note)}"
        for step in sheet.argument_map.steps_from(label)
        if step.id in sheet.arrangement.premises and sheet.arrangement.premises[step.id][0].claim == label
        for note in sheet.remarks.get(("inference", step.id), ())
    ]


def notes_on_question(sheet: Sheet, label: str) -> list[str]:
    """The notes about a question."""
    return [f"Note: {_text(sheet, note)}" for note in sheet.remarks.get(("question", label), ())]


def notes_on_no_card(sheet: Sheet) -> list[str]:
    """The notes about the map, its sections and its sources; reviews are not drawn, and so are theirs not."""
    return [
        f"Note{whereof}: {_text(sheet, note)}"
        for (subject, about), notes in sheet.remarks.items()
        if (whereof := _whereof(sheet.argument_map, subject, about)) is not None
        for note in notes
    ]


def _whereof(argument_map: ArgumentMap, subject: NoteSubject | None, about: str | None) -> str | None:
    """` on ...` for what has no card; None for what has one, or is not drawn."""
    if subject in ("map", "section", None):
        section = argument_map.sections.get(about or "")
        return f" on “{section.title}”" if section else ""
    if subject == "source":
        source = argument_map.sources.get(about or "")
        return f" on {short_reference(source)}" if source else ""
    return None


def _text(sheet: Sheet, note: Note) -> str:
    cited = "; ".join(cite_on(sheet.argument_map, citation) for citation in note.citations)
    return f"{note.text} ({cited})" if cited else note.text
