"""A reader's verdicts are written where they belong, and the author's text is left alone."""

from pathlib import Path

import pytest
from edited import MAPS, map_after, map_of, text_after
from hypothesis import given
from hypothesis import strategies as st
from properties import randomised, said
from written import pieces

import argmap
from argmap.edits.change import Change, Refused, changed_texts
from argmap.edits.verdicts import (
    Opinion,
    answer,
    empty_review,
    record,
    review_file,
    reword,
    withdraw,
)
from argmap.edits.writing import one_line
from argmap.model.elements import Likelihood
from argmap.model.map import ArgumentMap

MAP = """\
thesis a: A
  because b: B
  but C is so
question q: Q?
  answer d: D
"""
REVIEW = """\
review ana: First reading
  # Not sure yet.
  doubt @a: Perhaps {likely}, {75%} [@k].
  accept @d
"""


def recorded(text: str, target: str, kind: str, comment: str = "", likelihood=None, **options) -> str:
    found = record(map_of(text), "ana", target, Opinion(kind, comment, likelihood), **options)
    return text_after(text, *found.changes)


# --- In the map


def test_a_first_verdict_begins_a_review_at_the_end():
    assert recorded(MAP, "b", "reject", "Not so {x}", Likelihood(0.1)) == (
        MAP + '\nreview ana:\n  reject @b: "Not so {x}" {10%}\n'
    )
    assert recorded(MAP, "b", "accept", title="On the train").endswith(
        "\nreview ana: On the train\n  accept @b\n"
    )


def test_verdicts_stand_in_the_order_of_the_map():
    text = MAP + "review ana:\n  accept @a\n    note N\n\n  # on d\n  accept @d\n"
    assert recorded(text, "b", "accept").endswith(
        "review ana:\n  accept @a\n    note N\n\n  accept @b\n  # on d\n  accept @d\n"
    )


def test_in_an_order_of_the_readers_own_the_new_one_comes_last():
    text = MAP + "review ana:\n  accept @d\n  accept @a\nreview ben:\n  accept @a\n"
    assert recorded(text, "b", "doubt").endswith("  accept @a\n  doubt @b\nreview ben:\n  accept @a\n")


def test_a_verdict_that_changes_keeps_its_line():
    text = MAP + REVIEW
    changed = recorded(text, "a", "reject", "Perhaps", Likelihood(0.675, "likely"))
    assert changed == text.replace("doubt @a", "reject @a")
    assert recorded(text, "a", "doubt", "No", Likelihood(0.2)).endswith(
        "  # Not sure yet.\n  doubt @a: No {20%}, {75%} [@k].\n  accept @d\n"
    )
    assert "  doubt @a {likely}, {75%} [@k].\n" in recorded(
        text, "a", "doubt", "", Likelihood(0.675, "likely")
    )
    assert recorded(text, "d", "doubt", "Why?").endswith("  doubt @d: Why?\n")
    assert recorded(text, "d", "accept", "", Likelihood(0.9)).endswith("  accept @d {90%}\n")


def test_questions_are_added_after_each_other():
    text = recorded(recorded(MAP, "a", "ask", "When?"), "a", "ask", "Where?")
    assert text.endswith("review ana:\n  ask @a: When?\n  ask @a: Where?\n")
    assert recorded(text, "q", "ask", "Who?").endswith("  ask @a: Where?\n  ask @q: Who?\n")


def test_a_verdict_is_taken_back_and_notes_and_comments_stay():
    text = MAP + "review ana:\n  # c\n  accept @a\n      note N\n  accept @b\n"
    found = map_of(text)
    change = withdraw(found, found.reviews[0].verdicts[0])
    assert text_after(text, change) == MAP + "review ana:\n  # c\n  note N\n  accept @b\n"


def test_a_question_is_worded_anew():
    text = MAP + "review ana:\n  ask @a: When?\n  ask @a: Where?\n"
    found = map_of(text)
    change = reword(found, found.reviews[0].verdicts[1], Opinion("ask", "How far?"))
    assert text_after(text, change) == text.replace("Where?", "How far?")


def test_a_claim_without_a_label_gets_one_and_that_is_told_apart():
    found = record(map_of(MAP), "ana", "_1", Opinion("accept"))
    assert found.labelled is not None
    assert found.labelled.says == f"label “C is so” {found.label}"
    assert text_after(MAP, *found.changes) == (
        MAP.replace("but C", f"but {found.label}: C") + f"\nreview ana:\n  accept @{found.label}\n"
    )


def test_numbered_lines_are_judged_by_their_section():
    text = "section S\n1. A\n"
    assert recorded(text, "s.1", "accept").endswith("review ana:\n  accept @s.1\n")
    both = "1. A\nsection S\n1. B\n"
    with pytest.raises(Refused, match="could mean a line of a section"):
        recorded(both, "1", "accept")


@pytest.mark.parametrize(
    ("target", "kind", "comment", "reason"),
    [
        ("x", "accept", "", "the map has no claim x"),
        ("q", "accept", "", "q is a question"),
        ("a", "ask", " ", "a question needs its words"),
    ],
)
def test_what_cannot_be_said_is_refused(target, kind, comment, reason):
    with pytest.raises(Refused, match=reason):
        recorded(MAP, target, kind, comment)


def test_a_reader_has_a_name_of_one_word():
    with pytest.raises(Refused, match="it is one word that begins with a letter, as ana-yildiz"):
        record(map_of(MAP), "Ana Yıldız", "a", Opinion("accept"))


# --- In a file of its own


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    path = tmp_path / "shared.argmap"
    path.write_text(MAP, encoding="utf-8")
    return path


def begun(shared: Path) -> ArgumentMap:
    source = empty_review(str(shared), "ana", title="First reading")
    return argmap.parse(source.text, name=source.name, folder=shared.parent)


def test_the_file_lies_beside_the_map_and_is_named_for_both():
    assert review_file("a/debate.argmap", "ana") == str(Path("a/debate.ana.review.argmap"))


def test_a_review_of_its_own_includes_the_map(shared):
    reviewed = begun(shared)
    found = record(reviewed, "ana", "b", Opinion("accept"))
    assert found.change.files == (review_file(str(shared), "ana"),)
    texts = changed_texts(reviewed.texts, *found.changes)
    assert texts[review_file(str(shared), "ana")].text == (
        "include shared.argmap\n\nreview ana: First reading\n  accept @b\n"
    )


def test_the_label_goes_into_the_map(shared):
    reviewed = begun(shared)
    found = record(reviewed, "ana", "_1", Opinion("doubt"))
    assert found.labelled is not None
    assert found.labelled.files == (str(shared),)
    assert map_after(reviewed, *found.changes).reviews[0].verdicts[0].target == found.label


# --- Critical questions

SCHEME = "thesis A\n  because B\n  by position-to-know {honesty: ok}\n"


def answered(text: str, question: str, word: str | None) -> str:
    return text_after(text, answer(map_of(text), "_s1", question, word))


def test_a_critical_question_is_answered_on_the_line_of_the_scheme():
    assert answered(SCHEME, "honesty", "fails") == SCHEME.replace("ok", "fails")
    assert answered(SCHEME, "position", "open") == SCHEME.replace("ok}", "ok, position: open}")
    assert answered(SCHEME, "honesty", None) == SCHEME.replace(" {honesty: ok}", "")
    assert answered(SCHEME.replace("{honesty: ok}", "#t"), "honesty", "ok") == SCHEME.replace(
        "\n  by", "\n  by"
    ).replace("ok}", "ok} #t")


def test_a_step_without_a_line_for_its_scheme_has_no_questions():
    with pytest.raises(Refused, match="names no scheme"):
        answered("thesis A\n  because B\n", "honesty", "ok")
    with pytest.raises(Refused, match="in a bracket"):
        answered("1. A\n2. B (1 by position to know)\n", "honesty", "ok")


# --- What always holds


def without_reviews(argument_map: ArgumentMap) -> object:
    found = said(argument_map)
    return {**found, "reviews": None, "notes": [n for n in found["notes"] if n["subject"] != "review"]}


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_every_claim_of_the_maps_can_be_judged_and_the_verdict_taken_back(path):
    before = argmap.load(path)
    for label in list(before.claims)[:: max(len(before.claims) // 8, 1)]:
        if before.claims[label].name is None:
            continue
        try:
            found = record(before, "zoe", label, Opinion("doubt", "Is it: so? [@x]", Likelihood(0.3)))
        except Refused:
            continue
        after = map_after(before, *found.changes)
        (review,) = [one for one in after.reviews if one.reader == "zoe"]
        (verdict,) = review.verdicts
        assert (verdict.kind, verdict.target, verdict.comment) == ("doubt", label, "Is it: so? [@x]")
        assert verdict.likelihood == Likelihood(0.3)
        assert without_reviews(after) == without_reviews(before)
        gone = map_after(after, withdraw(after, verdict))
        assert next(one for one in gone.reviews if one.reader == "zoe").verdicts == ()
        assert without_reviews(gone) == without_reviews(before)


comments = st.lists(pieces, max_size=3).map(" ".join)
opinions = st.builds(
    Opinion,
    st.sampled_from(["accept", "reject", "doubt"]),
    comments,
    st.none() | st.integers(0, 100).map(lambda per_cent: Likelihood(per_cent / 100)),
)


@pytest.mark.slow
@randomised(share=0.7)
@given(st.lists(st.tuples(st.sampled_from(["a", "b", "d"]), opinions), min_size=1, max_size=6))
def test_the_last_verdict_on_each_claim_counts(said_in_turn):
    found = map_of(MAP)
    last: dict[str, Opinion] = {}
    for target, opinion in said_in_turn:
        changes: tuple[Change, ...] = record(found, "ana", target, opinion).changes
        found = map_after(found, *changes)
        last[target] = opinion
    verdicts = {one.target: one for one in found.reviews[0].verdicts}
    assert list(verdicts) == [label for label in ("a", "b", "d") if label in last]
    for target, opinion in last.items():
        assert verdicts[target].kind == opinion.kind
        assert verdicts[target].comment == one_line(opinion.comment)
        assert verdicts[target].likelihood == opinion.likelihood
