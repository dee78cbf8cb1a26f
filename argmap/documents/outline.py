"""A map as an indented outline, the way it is read aloud: a claim, and below it why and why not."""

from collections.abc import Iterable, Iterator

import attrs

from argmap.documents.branches import Branches, Visit, branches, legend_of
from argmap.documents.indented import indented
from argmap.documents.wording import (
    annotations,
    citations_text,
    handle,
    named_text,
    section_title,
)
from argmap.model.elements import Note, Question
from argmap.model.map import ArgumentMap
from argmap.model.remarks import Remarks, remarks_on
from argmap.source.cells import printable, width


@attrs.frozen
class _Line:
    text: str
    depth: int = 0
    mark: str = ""


def outline(
    argument_map: ArgumentMap,
    *,
    cells: int | None = None,
    notes: bool = False,
    legend: bool = False,
) -> str:
    """The outline of a map, section by section.

    A mark before each claim says how it bears on the claim above (`MARKS`); exceptions stand after the
    step that they question. A claim used again is named with the place that shows its branch. Lines are
    wrapped to `cells` terminal cells (at least 20), or not at all. `notes` adds the notes of the map,
    sections, questions, claims and steps; `legend` says at the end what the marks mean.
    """
    remarks = remarks_on(argument_map) if notes else {}
    parts = [part for part in branches(argument_map) if _has_content(part, remarks)]
    blocks = [_title(argument_map), *_blocks(argument_map, parts, remarks)]
    written = [block if isinstance(block, str) else "\n".join(_rendered(block, cells)) for block in blocks]
    if legend:
        written.append(_legend(blocks))
    return "\n\n".join(block for block in written if block) + "\n"


def _has_content(part: Branches, remarks: Remarks) -> bool:
    return bool(part.theses or part.questions or part.claims or _section_notes(part, remarks))


def _title(argument_map: ArgumentMap) -> str:
    lines = [_heading(argument_map.title, "=")] if argument_map.title else []
    about = ", ".join(part for part in (argument_map.author, argument_map.date) if part)
    lines += [printable(about)] if about else []
    return "\n".join(lines)


def _heading(title: str, rule: str) -> str:
    text = printable(title)
    return f"{text}\n{rule * min(width(text), 72)}"


def _legend(blocks: Iterable[str | list[_Line]]) -> str:
    return legend_of({line.mark for block in blocks if not isinstance(block, str) for line in block})


def _blocks(
    argument_map: ArgumentMap, parts: list[Branches], remarks: Remarks
) -> Iterator[str | list[_Line]]:
    if about_map := remarks.get(("map", None)):
        yield [_note_line(argument_map, note) for note in about_map]
    if parts and not parts[0].theses and len(parts) > 1:
        yield [_Line(f"Thesis: {named_text(claim)}") for claim in argument_map.theses]
    for part in parts:
        if argument_map.sections and not (part is parts[0] and part.section is None):
            yield _heading(section_title(argument_map, part.section), "-")
        yield [_note_line(argument_map, note) for note in _section_notes(part, remarks)]
        for thesis in part.theses:
            yield list(_lines(argument_map, thesis, remarks))
        for question, answers in part.questions:
            yield [
                *_question_lines(argument_map, question, remarks),
                *_lines(argument_map, answers, remarks),
            ]
        for claim in part.claims:
            yield list(_lines(argument_map, claim, remarks))


def _section_notes(part: Branches, remarks: Remarks) -> list[Note]:
    own = remarks.get(("section", part.section), []) if part.section else []
    return [*own, *remarks.get((None, part.section), [])]


def _question_lines(argument_map: ArgumentMap, question: Question, remarks: Remarks) -> Iterator[_Line]:
    name = f"question {question.name}: " if question.name else "question "
    cited = f" [{citations_text(argument_map, question.citations)}]" if question.citations else ""
    yield _Line(f"{name}{question.text}{cited}")
    for note in remarks.get(("question", question.label), []):
        yield _note_line(argument_map, note, depth=1)


def _lines(argument_map: ArgumentMap, visits: Iterable[Visit], remarks: Remarks) -> Iterator[_Line]:
    for visit in visits:
        yield _Line(_text(argument_map, visit), visit.depth, visit.mark)
        about = [] if visit.again else remarks.get(("claim", visit.claim.label), [])
        if visit.opens and visit.step:
            about = [*about, *remarks.get(("inference", visit.step.id), [])]
        for note in about:
            yield _note_line(argument_map, note, depth=visit.depth + 1)


def _text(argument_map: ArgumentMap, visit: Visit) -> str:
    claim = visit.claim
    step = visit.step if visit.opens else None
    if visit.again:
        return f"{handle(claim)} ({shown_place(argument_map, visit)}){annotations(argument_map, None, step)}"
    return f"{opening_word(visit)}{named_text(claim)}{annotations(argument_map, claim, step)}"


def opening_word(visit: Visit) -> str:
    """`thesis ` or `claim ` before a claim that no mark introduces; empty before others."""
    if visit.claim.thesis:
        return "thesis "
    return "" if visit.mark or visit.claim.keyword == "number" else "claim "


def shown_place(argument_map: ArgumentMap, visit: Visit) -> str:
    """Where the branch of a claim that is used `again` is shown: `above`, or the section."""
    if visit.here:
        return "above"
    return f"in {section_title(argument_map, visit.shown_in)}" if visit.shown_in else "outside the sections"


def _note_line(argument_map: ArgumentMap, note: Note, *, depth: int = 0) -> _Line:
    cited = f" [{citations_text(argument_map, note.citations)}]" if note.citations else ""
    return _Line(f"note: {note.text}{cited}", depth)


def _rendered(lines: Iterable[_Line], cells: int | None) -> Iterator[str]:
    for line in lines:
        yield from indented(line.text, line.depth, mark=line.mark, cells=cells)
