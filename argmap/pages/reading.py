"""The whole argument as nested lists: what a screen reader reads, what is printed, what needs no script."""

from collections.abc import Iterable, Iterator

from argmap.documents.branches import Branches, Visit, branches
from argmap.documents.wording import section_title
from argmap.drawing.legend import NOTHING_YET
from argmap.drawing.names import claim_node, question_node, section_frame
from argmap.language.keywords import MARKS
from argmap.model.elements import Note, Question
from argmap.model.map import ArgumentMap
from argmap.pages.details import Known, claim_details, note_line, question_details
from argmap.pages.markup import attribute, text

_LEVELS = 40  # that lists are nested; browsers flatten deeper ones, so an item says its level instead
_Item = tuple[int, str]
"""How deep an item stands, from 0, and its HTML."""


def reading(about: Known) -> str:
    """The nested lists, section by section, with the details of every claim.

    Each claim stands in full once, as the item `read-` and its id in the drawing; where it is used again a
    link leads there.
    """
    argument_map = about.argument_map
    blocks = [note_line(argument_map, note) for note in about.remarks.get(("map", None), ())]
    if not (argument_map.claims or argument_map.questions):
        blocks.append(f'<p lang="en">{NOTHING_YET}</p>')
    for part in branches(argument_map):
        blocks += _part(about, part)
    return "".join(blocks)


def _part(about: Known, part: Branches) -> Iterator[str]:
    argument_map = about.argument_map
    notes = [note_line(argument_map, note) for note in _section_notes(about, part)]
    items = [item for thesis in part.theses for item in _items(about, thesis)]
    for question, answers in part.questions:
        items += [(0, _question(about, question)), *_items(about, answers)]
    items += [item for claim in part.claims for item in _items(about, claim)]
    if not items and not notes:
        return
    frame = f' data-section="{section_frame(part.section)}"' if part.section else ""
    yield f"<section{frame}>"
    if argument_map.sections and (part.section or items):
        yield f'<h3 dir="auto">{text(section_title(argument_map, part.section))}</h3>'
    yield from notes
    yield from nested(items)
    yield "</section>"


def _section_notes(about: Known, part: Branches) -> list[Note]:
    own = about.remarks.get(("section", part.section), []) if part.section else []
    return [*own, *about.remarks.get((None, part.section), [])]


def nested(items: Iterable[_Item]) -> Iterator[str]:
    """Items as lists inside each other; one that is deeper than the last by several levels by one."""
    depths: list[int] = []
    for depth, item in items:
        while depths and depths[-1] > depth:
            depths.pop()
            yield "</li></ul>"
        if depths and depths[-1] == depth:
            yield "</li>"
        else:
            depths.append(depth)
            yield '<ul role="list">'
        yield f"<li>{item}"
    yield "</li></ul>" * len(depths)


def _items(about: Known, visits: Iterable[Visit]) -> Iterator[_Item]:
    for visit in visits:
        yield min(visit.depth, _LEVELS), _claim(about, visit)


def _claim(about: Known, visit: Visit) -> str:
    claim, card = visit.claim, claim_node(visit.claim.label)
    level = f'<span class="level">level {visit.depth}</span> ' if visit.depth > _LEVELS else ""
    word = MARKS[visit.mark] if visit.mark else "thesis" if claim.thesis else ""
    mark = f'<span class="mark {word}">{word}</span> ' if word else ""
    name = f"<b><bdi>{text(claim.name)}</bdi></b> " if claim.name else ""
    if visit.again:
        place = f'<span class="place">{text(_place(about.argument_map, visit))}</span>'
        link = f'<a href="#read-{card}"><bdi>{text(claim.text)}</bdi></a>'
        return f'<div class="item again">{level}{mark}{name}{link} {place}</div>'
    return (
        f'<div class="item" id="read-{card}" data-card="{card}">'
        f'<p class="said">{level}{mark}{name}<a href="#{card}"><bdi>{text(claim.text)}</bdi></a></p>'
        f'<div class="more">{claim_details(about, claim, visit.step if visit.opens else None)}</div></div>'
    )


def _place(argument_map: ArgumentMap, visit: Visit) -> str:
    if visit.here:
        return "above"
    return f"in {section_title(argument_map, visit.shown_in)}" if visit.shown_in else "outside the sections"


def _question(about: Known, question: Question) -> str:
    card = question_node(question.label)
    name = f"<b><bdi>{text(question.name)}</bdi></b> " if question.name else ""
    return (
        f'<div class="item" id="read-{card}" data-card="{card}">'
        f'<p class="said"><span class="mark question">question</span> {name}'
        f'<a href="#{card}"><bdi>{text(question.text)}</bdi></a></p>'
        f'<div class="more">{question_details(about, question.label)}</div></div>'
    )


def section_choices(argument_map: ArgumentMap) -> str:
    """The sections as options to choose from."""
    return "".join(
        f'<option value="{attribute(section_frame(section.id))}">{text(section.title)}</option>'
        for section in argument_map.sections.values()
    )
