"""The sheet of a claim as rows of a page."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.documents.standing_words import figure, standing_verb
from argmap.editor.review.looks import MARKS, PAST, WORDS
from argmap.editor.review.rows import BLANK, Row, Run, joined
from argmap.source.cells import padded
from argmap.workspace.reviewing import (
    ClaimSheet,
    Mentioned,
    QuestionShown,
    SourceShown,
    StepShown,
    Use,
    VerdictShown,
)

_IN = 2
_RELATION = len("assuming ")
_STANDING = len("stands ")
_ANSWER = len("fails ")
_NO_STEP = {"blocked": "is blocked", "does not apply": "does not apply", "undecided": "is undecided"}
_STEPS = {"support": "this reason", "attack": "this objection", "undercut": "this exception"}


def main_rows(sheet: ClaimSheet) -> list[Row]:
    """The claim, what the reader says of it, and what is argued about it."""
    rows = [*_claim(sheet), *_own(sheet)]
    rows += _some("For it", (_step(step) for step in sheet.reasons), sheet.reasons_more)
    rows += _some("Against it", (_step(step) for step in sheet.objections), sheet.objections_more)
    rows += _some("It bears on", (_use(use) for use in sheet.uses), sheet.uses_more)
    answers = [Row(((question, ""),), (("answers ", "muted"),), _IN) for question in sheet.answers]
    return [*rows, *_some("The question", (answers, map(_mention, sheet.rivals)), sheet.rivals_more)]


def side_rows(sheet: ClaimSheet) -> list[Row]:
    """What stands around the claim: its sources, notes, and what others say."""
    rows = _section("Sources", [row for source in sheet.sources for row in _source(source)])
    rows += _section("Notes", [_note(note, _IN) for note in sheet.notes])
    rows += _section("Other readers", [_verdict(one, f"{one.reader} ") for one in sheet.others])
    return rows


def _some(title: str, parts: Iterable[Iterable[Row]], more: int) -> list[Row]:
    rows = [row for part in parts for row in part]
    if more:
        rows.append(Row(((f"and {more:,} more", "muted"),), indent=_IN))
    return _section(title, rows)


def _section(title: str, rows: Sequence[Row]) -> list[Row]:
    return [BLANK, Row(((title, "head"),), head=True), *rows] if rows else []


def _claim(sheet: ClaimSheet) -> Iterator[Row]:
    name = ((sheet.name, "label"), (": ", "muted")) if sheet.name else ()
    yield Row((*name, (sheet.text, "strong")))
    place = f"{sheet.place:,} of {sheet.total:,}"
    yield Row(((joined((sheet.role, place, sheet.section, sheet.qualities)), "muted"),))
    yield Row(
        (
            (_verb(sheet.standing), sheet.standing),
            (f" {figure(sheet.strength)}", "muted"),
            (f": {sheet.because}", ""),
        )
    )
    moved = f"{figure(sheet.strength_before)}"
    if sheet.before is not None:
        yield Row(((f"it {PAST[sheet.before]} {moved} before the what-if", "changed"),))
    elif moved != figure(sheet.strength):
        yield Row(((f"its strength was {moved} before the what-if", "changed"),))
    if sheet.own_terms is not None:
        yield Row(((f"without your verdicts it {_verb(sheet.own_terms)}", "muted"),))


def _verb(standing: str) -> str:
    return standing_verb(standing, 1)  # type: ignore[arg-type]  # a standing


def _own(sheet: ClaimSheet) -> list[Row]:
    said = [_verdict(one, "you ") for one in (sheet.verdict, *sheet.questions) if one]
    if not said:
        keys = (("a", "accept"), ("r", "reject"), ("d", "doubt"), ("k", "ask"))
        hint = [run for key, what in keys for run in ((" · ", "muted"), (key, "key"), (f" {what}", "muted"))]
        said = [Row((("none yet", "muted"), *hint), indent=_IN)]
    return [BLANK, Row((("Your verdict", "head"),), head=True), *said]


def _verdict(said: VerdictShown, who: str) -> Row:
    more = joined((said.likelihood, said.sources), "; ")
    words = (f": {said.comment}" if said.comment else "") + (f" ({more})" if more else "")
    verb = said.kind if who == "you " else f"{said.kind}s"
    return Row(((who, "label"), (verb, said.kind), (words, "")), ((f"{MARKS[said.kind]} ", said.kind),), _IN)


def _use(use: Use) -> Iterator[Row]:
    look = "supports" if use.kind == "support" else "attacks"
    yield _mention(use.target, relation=use.relation, look=look)
    yield from (_mention(other, deeper=1) for other in use.beside)
    yield from _about_step(use, indent=_IN)
    yield from (row for step in use.exceptions for row in _step(step, deeper=1))


def _step(step: StepShown, *, deeper: int = 0) -> Iterator[Row]:
    depth = step.depth + deeper
    look = "supports" if step.kind == "support" else "attacks"
    for number, premise in enumerate(step.premises):
        yield _mention(premise, look=look, deeper=depth, more=(step.strength or "") if not number else "")
    yield from _about_step(step, indent=_IN * (depth + 1))


def _about_step(step: StepShown | Use, *, indent: int) -> Iterator[Row]:
    if step.standing != "applies":
        yield Row(((f"{_STEPS[step.kind]} {_NO_STEP[step.standing]}", "muted"),), indent=indent + _IN)
    if step.scheme is not None:
        yield Row(((step.scheme.name, ""),), (("by ", "muted"),), indent + _IN)
        yield from (_question(question, indent + 2 * _IN) for question in step.scheme.questions)
    yield from (_note(note, indent + _IN) for note in step.notes)


def _note(note: str, indent: int) -> Row:
    return Row(((note, ""),), (("– ", "muted"),), indent)


def _question(question: QuestionShown, indent: int) -> Row:
    look = {"ok": "stands", "fails": "falls", "open": "open"}.get(question.answer or "", "muted")
    must = " (must be answered)" if question.must and question.answer == "open" else ""
    lead = (padded(question.answer or "–", _ANSWER), look)
    return Row(((f"{question.id}: ", "label"), (question.text, ""), (must, "muted")), (lead,), indent)


def _mention(claim: Mentioned, *, relation: str = "", look: str = "", deeper: int = 0, more: str = "") -> Row:
    lead = (
        (padded(relation or claim.relation, _RELATION), look or "muted"),
        (padded(WORDS[claim.standing], _STANDING), claim.standing),
        (f"{MARKS[claim.verdict]} " if claim.verdict else "  ", claim.verdict or ""),
    )
    return Row((*named(claim.name, claim.text), *_after(claim, more)), lead, _IN * (deeper + 1), claim.label)


def named(name: str | None, text: str) -> tuple[Run, ...]:
    """A claim with its label."""
    return ((name, "label"), (f": {text}", "")) if name else ((text, ""),)


def _after(claim: Mentioned, more: str) -> Iterable[Run]:
    yield f" {joined((figure(claim.strength), more), ', ')}", "muted"
    if claim.before is not None:
        yield f" {PAST[claim.before]} before", "changed"


def _source(source: SourceShown) -> Iterator[Row]:
    unknown = "" if source.known else " (no source of this map has this key)"
    yield Row(((source.reference, ""), (unknown, "muted")), (("– ", "muted"),), _IN)
    about = joined((source.place, f"reliability {source.reliability}" if source.reliability else ""))
    yield from (Row(((line, "muted"),), indent=2 * _IN) for line in (about, *source.notes) if line)
