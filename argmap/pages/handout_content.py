"""What a handout says, as data that each of its forms sets in its own way."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.documents.branches import Branches, Visit, branches
from argmap.documents.outline import opening_word, shown_place
from argmap.documents.standard_lines import standard_parts
from argmap.documents.wording import handle, qualifications, section_title
from argmap.drawing.export import title_of
from argmap.drawing.picture import USUAL, Picture
from argmap.language.keywords import MARKS
from argmap.model.elements import Citation, Claim
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import date_text
from argmap.pages.handout_questions import OpenQuestions, open_questions
from argmap.pages.handout_runs import Remark, Runs, Sources, Words, cited_keys, remarks
from argmap.reasoning.standing import Standing


@attrs.frozen
class OutlineLine:
    """A line of the outline, `depth` levels in; `mark` is the word that ties it to the claim above."""

    runs: Runs
    depth: int = 0
    mark: str = ""
    standing: Standing | None = None
    """Shown where a judgement is."""


@attrs.frozen
class OutlinePart:
    """One section of the outline; the heading is empty for what stands before any section."""

    heading: str
    lines: tuple[OutlineLine, ...]


@attrs.frozen
class StandardLine:
    """A numbered line of standard form, or a head such as `Against (3):`, which has no number."""

    text: str
    number: int | None = None
    aside: str = ""
    inset: bool = False
    opens: bool = False
    """Whether a new argument or objection begins here."""


@attrs.frozen
class SheetPart:
    """One section of the standard form."""

    heading: str
    lines: tuple[StandardLine, ...]


@attrs.frozen
class Handout:
    """Everything in a handout but its diagrams."""

    title: str
    byline: str
    author: str
    language: str | None
    mapped: str | None
    """Key of the source that is being mapped, where the map has it."""
    outline: tuple[OutlinePart, ...]
    standard: tuple[SheetPart, ...]
    notes: tuple[Remark, ...]
    questions: OpenQuestions
    judgement: str
    """A sentence on the standings that the outline shows; empty where it shows none."""
    cited: tuple[str, ...]
    """Keys of the sources that are cited, each once, in the order of the map."""


def handout_content(
    argument_map: ArgumentMap,
    *,
    standings: Mapping[str, Standing],
    picture: Picture = USUAL,
) -> Handout:
    """The content of the handout on a map, or on a part of one.

    `standings` judge every claim, and say which are open; the outline shows those that `picture` shows.
    Sources are cited in the outline; the standard form is the bare argument.
    """
    outline = tuple(_outline(argument_map, picture.standings))
    notes = remarks(argument_map)
    questions = open_questions(argument_map, standings)
    mapped = argument_map.text if argument_map.text in argument_map.sources else None
    runs = [
        *(line.runs for part in outline for line in part.lines),
        *(note.runs for note in notes),
        *(asked.runs for asked in questions.asked),
    ]
    cited = {mapped, *cited_keys(runs)}
    date = date_text(argument_map.date) if argument_map.date else ""
    return Handout(
        title=title_of(argument_map, picture),
        byline=", ".join(part for part in (argument_map.author, date) if part),
        author=argument_map.author or "",
        language=argument_map.language,
        mapped=mapped,
        outline=outline,
        standard=tuple(_standard(argument_map)),
        notes=notes,
        questions=questions,
        judgement=_judgement(picture.reader) if picture.standings else "",
        cited=tuple(key for key in argument_map.sources if key in cited),
    )


def _judgement(reader: str | None) -> str:
    whose = f"the verdicts of {reader} counted" if reader else "without anybody’s verdicts"
    return f"Behind each claim stands how it is judged by the argument in this map, {whose}."


def _outline(argument_map: ArgumentMap, standings: Mapping[str, Standing]) -> Iterator[OutlinePart]:
    for index, part in enumerate(branches(argument_map)):
        lines = tuple(_lines(argument_map, part, standings))
        if not lines:
            continue
        untitled = not argument_map.sections or (index == 0 and part.section is None)
        yield OutlinePart("" if untitled else section_title(argument_map, part.section), lines)


def _lines(
    argument_map: ArgumentMap, part: Branches, standings: Mapping[str, Standing]
) -> Iterator[OutlineLine]:
    for thesis in part.theses:
        yield from _branch(argument_map, thesis, standings)
    for question, answers in part.questions:
        name = f"{question.name}:" if question.name else ""
        yield OutlineLine(_runs(name, question.text, question.citations, ""), mark="question")
        yield from _branch(argument_map, answers, standings)
    for claim in part.claims:
        yield from _branch(argument_map, claim, standings)


def _branch(
    argument_map: ArgumentMap, visits: Iterable[Visit], standings: Mapping[str, Standing]
) -> Iterator[OutlineLine]:
    for visit in visits:
        claim = visit.claim
        step = visit.step if visit.opens else None
        mark = MARKS[visit.mark] if visit.mark else opening_word(visit).strip()
        if visit.again:
            where = f"({shown_place(argument_map, visit)})"
            aside = " ".join(part for part in (where, qualifications(None, step).strip()) if part)
            yield OutlineLine((Words(handle(claim), "name"), Words(aside, "aside")), visit.depth, mark)
            continue
        runs = _runs(_name(claim), claim.text, claim.citations, qualifications(claim, step).strip())
        if visit.mark and claim.thesis:
            runs = (Words("thesis", "aside"), *runs)
        yield OutlineLine(runs, visit.depth, mark, standings.get(claim.label))


def _name(claim: Claim) -> str:
    if claim.name is None:
        return ""
    return f"{claim.name}{'.' if claim.keyword == 'number' else ':'}"


def _runs(name: str, text: str, citations: tuple[Citation, ...], aside: str) -> Runs:
    return (
        *((Words(name, "name"),) if name else ()),
        Words(text),
        *((Sources(citations),) if citations else ()),
        *((Words(aside, "aside"),) if aside else ()),
    )


def _standard(argument_map: ArgumentMap) -> Iterator[SheetPart]:
    for part in standard_parts(argument_map):
        lines: list[StandardLine] = []
        for block in part.blocks:
            if block.head:
                lines.append(StandardLine(block.head, opens=True))
            for index, line in enumerate(block.lines):
                lines.append(
                    StandardLine(
                        line.claim.text,
                        line.number,
                        " ".join(word for word in (line.role, line.grounds) if word),
                        inset=bool(block.head),
                        opens=not index and not block.head,
                    )
                )
        yield SheetPart(part.heading, tuple(lines))
