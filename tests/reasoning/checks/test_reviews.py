"""R5: critical questions, and what readers said."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from found import found, marked, messages

STEP = "thesis a: A\n  because b: B\n  by expert-opinion {{{answers}}}\n"
WHO = "question who: Who?\n  answer x: X\n  answer y: Y\n  answer z: Z\n"


def test_open_questions_that_must_be_met_are_told_in_one_message_with_their_words() -> None:
    text = STEP.format(answers="expertise: open, field: open, bias: open, opinion: ok")
    (message,) = found(text, "R501")
    assert (
        message.message == "2 critical questions have to be met before this step applies: expertise and field"
    )
    assert message.hints == (
        "expertise: How good an expert is E?",
        "field: Is it E's own field that A belongs to?",
    )
    assert marked(text, "R501") == ["expert-opinion"]


def test_questions_that_the_doubter_must_press_and_failed_ones_are_no_task_left() -> None:
    assert found(STEP.format(answers="bias: open, expertise: fails"), "R501") == ()


def test_a_map_without_reviews_has_nothing_unjudged() -> None:
    assert found("thesis a: A\n", "R502") == ()


def test_a_claim_judged_by_one_of_many_readers_is_judged() -> None:
    text = "thesis a: A\n  because b: B\nreview ana: R\n  accept @a\nreview bora: R\n  doubt @b\n"
    assert found(text, "R502") == ()


def test_unjudged_claims_are_counted_at_the_first_review() -> None:
    text = "thesis a: A\n  because b: B\n  because c: C\nreview ana: R\n  ask @b: Why?\nreview bora: R\n"
    assert messages(text, "R502") == ["2 of 3 claims are passed over by every reader"]
    assert marked(text, "R502") == ["review ana: R"]


def test_the_only_reader_is_named() -> None:
    text = "thesis a: A\n  because b: B\nreview ana: R\n  accept @a\n"
    assert messages(text, "R502") == ["1 of 2 claims is passed over by ana"]


def test_disagreement_says_who_said_what() -> None:
    readers = [("ana", "accept"), ("bora", "doubt"), ("cem", "accept"), ("dora", "reject")]
    reviews = "".join(f"review {reader}: R\n  {verdict} @a\n" for reader, verdict in readers)
    (message,) = found("thesis a: A\n" + reviews, "R503")
    assert message.message == (
        "readers disagree about a: ana and cem accept it, dora rejects it, bora doubts it"
    )
    assert [label.message for label in message.related][:2] == ["ana accepts it", "bora doubts it"]


def test_a_question_is_no_disagreement() -> None:
    text = "thesis a: A\nreview ana: R\n  accept @a\nreview bora: R\n  ask @a: Why?\n"
    assert found(text, "R503") == ()


def test_two_answers_by_two_readers_are_no_contradiction() -> None:
    text = WHO + "review ana: R\n  accept @x\nreview bora: R\n  accept @y\n"
    assert found(text, "R504") == ()


def test_an_accepted_answer_may_stand_beside_doubted_ones() -> None:
    assert found(WHO + "review ana: R\n  accept @x\n  doubt @y\n  reject @z\n", "R504") == ()


def test_every_further_answer_is_marked_and_the_first_is_shown() -> None:
    text = WHO + "review ana: R\n  accept @x\n  accept @y\n  accept @z\n"
    assert marked(text, "R504") == ["accept @y", "accept @z"]
    first = found(text, "R504")[0].related[0].span
    assert text[first.start : first.stop] == "accept @x"
