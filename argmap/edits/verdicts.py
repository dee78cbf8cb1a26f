"""What a reader says of a map, written into it: verdicts, questions, answers to critical questions.

A verdict is written into the reader's review, in the file where that stands; a new review goes into the file
that is named, at its end. New verdicts take the place that the order of the map gives them, since a reader
goes through the map, and so do those who read the review; in an order of the reader's own they come last.
"""

from pathlib import Path
from typing import TypeVar

import attrs

from argmap.edits.attributes import with_attribute
from argmap.edits.change import Change, Refused
from argmap.edits.labelling import give_label, label_from
from argmap.edits.lines import (
    TextLine,
    branch_start,
    branch_stop,
    child_indent,
    children,
    edit_to,
    lines_of,
    place_of,
    reindented,
)
from argmap.edits.writing import is_reader, one_line, written
from argmap.language.keywords import VERDICTS
from argmap.language.syntax import AttributeSyntax, Line, Name
from argmap.language.tokens import BLANKS
from argmap.language.tree import read_block
from argmap.model.elements import Likelihood, QuestionAnswer, Review, Verdict, VerdictKind
from argmap.model.map import ArgumentMap
from argmap.model.names import normal
from argmap.source.spans import Span
from argmap.source.text import SourceText

_Placed = TypeVar("_Placed", Name, AttributeSyntax)
_BEFORE = "review r:\n  "
_BEFORE_SCHEME = "claim c\n  because b\n  "


@attrs.frozen
class Opinion:
    """What a reader says of one claim. A question needs a comment, which is the question."""

    kind: VerdictKind
    comment: str = ""
    likelihood: Likelihood | None = None


@attrs.frozen
class Recorded:
    """A verdict as it will be written. `label` is what it calls the claim.

    `labelled` is the change that gives a claim without a label one, which the reader should be told: it
    changes the author's text. Both changes were made for the same texts and do not touch each other.
    """

    label: str
    change: Change
    labelled: Change | None = None

    @property
    def changes(self) -> tuple[Change, ...]:
        """All that is to be carried out."""
        return (self.change,) if self.labelled is None else (self.labelled, self.change)


def review_file(map_file: str, reader: str) -> str:
    """The file for a reader's review, beside the map: `debate.ana.review.argmap` for `debate.argmap`.

    Raises Refused for what is no name of a reader.
    """
    path = Path(map_file)
    return str(path.with_name(f"{path.stem}.{_reader(reader)}.review{path.suffix}"))


def empty_review(map_file: str, reader: str, *, title: str = "") -> SourceText:
    """The text with which a review of a map begins: it includes the map, and has no verdict yet."""
    file = review_file(map_file, reader)
    include = f"include {written(Path(map_file).name, 'file')}"
    return SourceText(file, f"{include}\n\n{_opening(reader, title)}\n")


def record(
    reviewed: ArgumentMap,
    reader: str,
    target: str,
    opinion: Opinion,
    *,
    file: str | None = None,
    title: str = "",
) -> Recorded:
    """Write down what a reader says of a claim, or asks of a claim or a question, by its label in the map.

    `reviewed` is the map as the review reads it: the file of the review with the map that it includes, or
    the map itself. A verdict on a claim that the reader has judged takes the place of the one before; a
    question is added. `file` is where a first review by the reader goes: the opened file, if it is not given.
    Raises Refused where there is no such claim, for a verdict on a question, and a question without words.
    """
    name = _reader(reader)
    _refuse_unfit(reviewed, target, opinion)
    given = give_label(reviewed, target)
    review = next((one for one in reviewed.reviews if one.reader == name), None)
    before = None
    if review is not None and opinion.kind != "ask":
        before = next((v for v in review.verdicts if v.target == target and v.kind != "ask"), None)
    if before is not None:
        change = _changed(reviewed, before, opinion)
    else:
        home = review.span.file if review is not None else file or next(iter(reviewed.texts))
        _refuse_ambiguous(reviewed, target, home)
        change = _added(reviewed, review, _line(opinion, given.label), target, _Home(home, name, title))
    says = f"{opinion.kind} @{given.label}, for {name}"
    return Recorded(given.label, attrs.evolve(change, says=says), given.change)


def reword(reviewed: ArgumentMap, verdict: Verdict, opinion: Opinion) -> Change:
    """Give a verdict or a question that stands in a review another kind, comment or likelihood."""
    _refuse_unfit(reviewed, verdict.target, opinion)
    return _changed(reviewed, verdict, opinion)


def withdraw(reviewed: ArgumentMap, verdict: Verdict) -> Change:
    """Take a verdict or a question out of its review; notes below it and comments stay."""
    source = reviewed.texts[verdict.span.file]
    lines = lines_of(source)
    index = _index(source, verdict.span)
    below = lines[index + 1 : branch_stop(lines, index)]
    deeper = next((line.indent for line in below if line.is_statement), lines[index].indent)
    kept = reindented(below, deeper, lines[index].indent)
    new = [*lines[:index], *kept, *lines[index + 1 + len(below) :]]
    return Change(f"take back {verdict.kind} @{verdict.target}", edit_to(source, new))


def answer(argument_map: ArgumentMap, step: str, question: str, word: QuestionAnswer | None) -> Change:
    """Answer a critical question of a step's scheme, on the line that names the scheme; None takes it back.

    This is the author's text: a review cannot say it. Raises Refused for a step without a `by` line.
    """
    found = argument_map.inferences[step]
    if found.scheme_span is None:
        raise Refused("the step names no scheme, so that it has no critical questions")
    source = argument_map.texts[found.scheme_span.file]
    lines = lines_of(source)
    index = _index(source, found.scheme_span)
    if lines[index].keyword != "by":
        raise Refused("the scheme stands in a bracket, where its questions cannot be answered")
    line, content = _read(lines[index], _BEFORE_SCHEME)
    content = with_attribute(content, line, lambda one: one.key == question, word and f"{question}: {word}")
    new = [
        *lines[:index],
        attrs.evolve(lines[index], text=lines[index].indent + content),
        *lines[index + 1 :],
    ]
    says = f"answer {question} of {found.scheme}: {word}" if word else f"take back the answer to {question}"
    return Change(says, edit_to(source, new), place=place_of(source, new, range(index, index + 1)))


def _reader(reader: str) -> str:
    name = normal(one_line(reader))
    if not is_reader(name):
        near = label_from(name)
        raise Refused(
            f"“{name}” cannot be a reader's name: it is one word that begins with a letter, as {near}"
        )
    return name


def _refuse_unfit(reviewed: ArgumentMap, target: str, opinion: Opinion) -> None:
    if target not in reviewed.claims and target not in reviewed.questions:
        raise Refused(f"the map has no claim {target}")
    if opinion.kind == "ask" and not one_line(opinion.comment):
        raise Refused("a question needs its words")
    if target in reviewed.questions and opinion.kind != "ask":
        raise Refused(f"{target} is a question: it can be asked about, and its answers judged")


def _refuse_ambiguous(reviewed: ArgumentMap, target: str, home: str) -> None:
    """A bare number means the line of the section in which the review stands."""
    local = [f"{one.id}.{target}" for one in reviewed.sections.values() if one.span.file == home]
    if target.isdigit() and any(label in reviewed.claims for label in local):
        raise Refused(f"@{target} could mean a line of a section: write the review into a file of its own")


@attrs.frozen
class _Home:
    """Where a review that there is not yet will stand."""

    file: str
    reader: str
    title: str


def _added(reviewed: ArgumentMap, review: Review | None, content: str, target: str, home: _Home) -> Change:
    source = reviewed.texts.get(home.file, SourceText(home.file, ""))
    lines = lines_of(source)
    if review is None:
        while lines and not lines[-1].content:
            lines.pop()
        gap = [TextLine("", "")] if lines else []
        opening = TextLine(_opening(home.reader, home.title), "")
        new = [*lines, *gap, opening, TextLine(f"  {content}", "")]
        return Change("", edit_to(source, new), place=place_of(source, new, range(len(new) - 1, len(new))))
    head = _index(source, review.span)
    place = _place(reviewed, review, lines, head, target)
    new = [*lines[:place], TextLine(child_indent(lines, head) + content, ""), *lines[place:]]
    return Change("", edit_to(source, new), place=place_of(source, new, range(place, place + 1)))


def _place(reviewed: ArgumentMap, review: Review, lines: list[TextLine], head: int, target: str) -> int:
    """Before which line a new verdict goes."""
    source = reviewed.texts[review.span.file]
    own = {
        _index(source, verdict.span): verdict
        for verdict in review.verdicts
        if verdict.span.file == source.name
    }
    rows = [index for index in children(lines, head) if lines[index].keyword in VERDICTS]
    order = [_rank(reviewed, own[index].target) for index in rows if index in own]
    rank = _rank(reviewed, target)
    if len(order) == len(rows) and order == sorted(order):
        later = next((index for index, other in zip(rows, order, strict=True) if other > rank), None)
        if later is not None:
            return branch_start(lines, later)
    last = max(children(lines, head), default=head)
    return branch_stop(lines, last)


def _rank(reviewed: ArgumentMap, target: str) -> tuple[int, int]:
    found = reviewed.claims.get(target) or reviewed.questions.get(target)
    assert found is not None  # verdicts on nothing are not in the map
    return list(reviewed.texts).index(found.span.file), found.span.start


def _changed(reviewed: ArgumentMap, verdict: Verdict, opinion: Opinion) -> Change:
    """The verdict's line with another kind, comment and likelihood; all else in it stays."""
    source = reviewed.texts[verdict.span.file]
    lines = lines_of(source)
    index = _index(source, verdict.span)
    line, content = _read(lines[index], _BEFORE)
    if _said(line) != _figure(opinion.likelihood):
        content = with_attribute(
            content, line, lambda one: one.value is None, _figure(opinion.likelihood) or None
        )
    comment = one_line(opinion.comment)
    stop = line.references[0].stop
    if comment != line.text:
        rest = content[line.text_stop :] if line.raw else content[stop:].lstrip(BLANKS).removeprefix(":")
        words = f": {written(comment, 'verdict')}" if comment else ""
        content = content[:stop] + words + (f" {rest.lstrip(BLANKS)}" if rest.strip(BLANKS) else "")
    content = opinion.kind + content[len(line.keyword) :]
    new = [
        *lines[:index],
        attrs.evolve(lines[index], text=lines[index].indent + content),
        *lines[index + 1 :],
    ]
    says = f"{opinion.kind} @{verdict.target}"
    return Change(says, edit_to(source, new), place=place_of(source, new, range(index, index + 1)))


def _read(line: TextLine, before: str) -> tuple[Line, str]:
    """A line as it is read below others, with places that are offsets in its content."""
    block = read_block(f"{before}{line.content}\n")
    found = block.lines[-1]
    shift = -len(before)
    moved = attrs.evolve(
        found,
        start=found.start + shift,
        stop=found.stop + shift,
        text_start=found.text_start + shift,
        references=tuple(_shifted(name, shift) for name in found.references),
        attributes=tuple(_shifted(one, shift) for one in found.attributes),
        tags=tuple(_shifted(name, shift) for name in found.tags),
    )
    return moved, line.content


def _shifted(thing: _Placed, shift: int) -> _Placed:
    return attrs.evolve(thing, start=thing.start + shift, stop=thing.stop + shift)


def _said(line: Line) -> str:
    """The likelihood of a line as it is written."""
    return next((" ".join(one.key.split()) for one in line.attributes if one.value is None), "")


def _line(opinion: Opinion, label: str) -> str:
    comment = one_line(opinion.comment)
    words = f": {written(comment, 'verdict')}" if comment else ""
    figure = _figure(opinion.likelihood)
    return f"{opinion.kind} @{label}{words}{f' {{{figure}}}' if figure else ''}"


def _figure(likelihood: Likelihood | None) -> str:
    if likelihood is None:
        return ""
    return likelihood.word or f"{round(likelihood.value * 100, 6):g}%"


def _opening(reader: str, title: str) -> str:
    return f"review {_reader(reader)}: {written(title, 'section') if one_line(title) else ''}".rstrip()


def _index(source: SourceText, span: Span) -> int:
    return source.position(span.start)[0] - 1
