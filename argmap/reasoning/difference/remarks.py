"""What was noted and what readers say, in both versions: notes, reviews and their verdicts."""

from collections.abc import Callable, Container, Hashable, Mapping, Sequence
from typing import TypeVar

from argmap.model.elements import Note, Review, Verdict
from argmap.model.map import ArgumentMap
from argmap.reasoning.agreement import Opinion
from argmap.reasoning.difference.changes import Change, Matching
from argmap.reasoning.difference.fields import Fields, changed_parts, cited, same
from argmap.reasoning.difference.matching import plain
from argmap.reasoning.difference.pairs import Pairs, pair_by

T = TypeVar("T")
Subject = Callable[[Note], tuple[str, str | None]]


def note_changes(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> list[Change[Note]]:
    """Notes by what they stand below and by their text; one left there on each side was reworded."""
    before, after = _numbered(old.notes), _numbered(new.notes)
    of_old, of_new = _subjects(old, matching)
    pairs = Pairs()

    def keyed(key: Callable[[Note, Subject], Hashable]) -> None:
        pair_by(
            pairs,
            before,
            after,
            old_key=lambda number: key(before[number], of_old),
            new_key=lambda number: key(after[number], of_new),
        )

    keyed(lambda note, subject: (subject(note), plain(note.text), tuple(note.attributes.items()), note.tags))
    keyed(lambda note, subject: (subject(note), plain(note.text)))
    keyed(lambda note, subject: plain(note.text))
    keyed(lambda note, subject: subject(note) if note.subject else None)
    fields: Fields = {
        "text": same(lambda note: plain(note.text)),
        "about": (of_old, of_new),
        "citations": cited(matching.sources),
        "attributes": same(lambda note: note.attributes),
        "tags": same(lambda note: set(note.tags)),
    }
    return changed_parts(before, after, pairs, fields)


def review_changes(old: ArgumentMap, new: ArgumentMap) -> list[Change[Review]]:
    """Readers who came or went, and titles that changed."""
    before = {review.reader: review for review in old.reviews}
    after = {review.reader: review for review in new.reviews}
    pairs = Pairs()
    pair_by(pairs, before, after, old_key=lambda reader: reader, new_key=lambda reader: reader)
    return changed_parts(before, after, pairs, {"title": same(lambda review: plain(review.title))})


def verdict_changes(old: ArgumentMap, new: ArgumentMap, matching: Matching) -> list[Change[Opinion]]:
    """Verdicts and questions by reader and claim."""
    before, after = _numbered(_opinions(old)), _numbered(_opinions(new))
    names = {**matching.claims.new_of, **matching.questions.new_of}
    here = {*matching.claims.old_of, *matching.questions.old_of}
    old_labels, new_labels = {*old.claims, *old.questions}, {*new.claims, *new.questions}
    pairs = Pairs()

    def keyed(key: Callable[[Verdict], Hashable]) -> None:
        # A verdict on what its map does not have is known by the name that it gives.
        def old_key(number: str) -> Hashable:
            one = before[number]
            known = one.verdict.target in old_labels
            target = names.get(one.verdict.target) if known else one.verdict.target
            return None if target is None else (one.reader, known, target, key(one.verdict))

        def new_key(number: str) -> Hashable:
            one = after[number]
            known, target = one.verdict.target in new_labels, one.verdict.target
            if known and target not in here:
                return None
            return one.reader, known, target, key(one.verdict)

        pair_by(pairs, before, after, old_key=old_key, new_key=new_key)

    keyed(lambda verdict: (verdict.kind, plain(verdict.comment), verdict.likelihood))
    keyed(lambda verdict: verdict.kind)
    keyed(lambda verdict: verdict.kind == "ask")
    read_old, read_new = cited(matching.sources)
    fields: Fields = {
        "kind": same(lambda one: one.verdict.kind),
        "comment": same(lambda one: plain(one.verdict.comment)),
        "likelihood": same(lambda one: one.verdict.likelihood),
        "citations": (lambda one: read_old(one.verdict), lambda one: read_new(one.verdict)),
    }
    return changed_parts(before, after, pairs, fields)


def _numbered(parts: Sequence[T]) -> Mapping[str, T]:
    return {str(number): part for number, part in enumerate(parts)}


def _opinions(argument_map: ArgumentMap) -> list[Opinion]:
    return [Opinion(review.reader, verdict) for review in argument_map.reviews for verdict in review.verdicts]


def _subjects(old: ArgumentMap, matching: Matching) -> tuple[Subject, Subject]:
    """What a note stands below, as the new map calls it; a note on nothing is in its section."""
    renamed: Mapping[str, tuple[Container[str], Mapping[str, str]]] = {
        "claim": (old.claims, matching.claims.new_of),
        "question": (old.questions, matching.questions.new_of),
        "section": (old.sections, matching.sections.new_of),
        "source": (old.sources, matching.sources.new_of),
        "inference": (old.inferences, matching.steps.new_of),
    }

    def of_new(note: Note) -> tuple[str, str | None]:
        return (note.subject, note.about) if note.subject else ("section", note.section)

    def of_old(note: Note) -> tuple[str, str | None]:
        kind, about = of_new(note)
        if about is None or kind not in renamed:
            return kind, about
        present, new_of = renamed[kind]
        if about in present and about not in new_of:
            return f"old {kind}", about
        return kind, new_of.get(about, about)

    return of_old, of_new
