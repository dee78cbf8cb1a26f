"""The words of a handout's lines in pieces, so that each form can set names and sources in its own way."""

from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

import attrs

from argmap.documents.wording import handle, section_title
from argmap.drawing.sentences import step_sentence
from argmap.model.elements import Citation, Note
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import short_reference


@attrs.frozen
class Words:
    """A piece of text: plain, the name of something, or an aside in smaller type."""

    text: str
    manner: Literal["plain", "name", "aside"] = "plain"


@attrs.frozen
class Sources:
    """Citations that stand together."""

    citations: tuple[Citation, ...]


Runs: TypeAlias = tuple[Words | Sources, ...]
"""The pieces of a line, to be set with a space between them."""


@attrs.frozen
class Remark:
    """Something said about a part of the map; `about` is empty for the map as a whole."""

    about: str
    runs: Runs


def remarks(argument_map: ArgumentMap) -> tuple[Remark, ...]:
    """The notes of the map, in order, with what each is about."""
    return tuple(
        Remark(_subject(argument_map, note), said(note.text, note.citations)) for note in argument_map.notes
    )


def said(text: str, citations: tuple[Citation, ...]) -> Runs:
    """A text with its sources."""
    return (Words(text), Sources(citations)) if citations else (Words(text),)


def cited_keys(lines: Iterable[Runs]) -> Iterator[str]:
    """The key of every citation, in order."""
    for runs in lines:
        for run in runs:
            if isinstance(run, Sources):
                yield from (citation.key for citation in run.citations)


def _subject(argument_map: ArgumentMap, note: Note) -> str:
    about = note.about or ""
    if note.subject == "claim" and about in argument_map.claims:
        return handle(argument_map.claims[about])
    if note.subject == "question" and about in argument_map.questions:
        question = argument_map.questions[about]
        return f"@{question.name}" if question.name else question.text
    if note.subject == "inference" and about in argument_map.inferences:
        return step_sentence(argument_map, argument_map.inferences[about])
    if note.subject == "source" and about in argument_map.sources:
        return short_reference(argument_map.sources[about])
    if note.subject == "review":
        return f"The review by {about}"
    if note.subject == "map":
        return ""
    return section_title(argument_map, note.section) if note.section in argument_map.sections else ""
