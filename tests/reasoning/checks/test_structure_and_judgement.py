"""The checks of structure (R1) and of the judgement (R2): where they speak, and where they keep silent."""

import pytest

import argmap
from argmap.reasoning.checking import Selection, check_reasoning
from argmap.source.edits import apply_edits

EVERYTHING = Selection(hints=True)


def found(text, code):
    argument = argmap.parse(text)
    assert argument.errors == ()
    return [message for message in check_reasoning(argument, EVERYTHING) if message.code == code]


def marked(text, code):
    return [text[message.span.start : message.span.stop] for message in found(text, code)]


@pytest.mark.parametrize(
    "text",
    [
        "claim a: A\n  because b: B\n",
        "section One\n\nclaim a: A\n\nsection Two\n\nclaim b: B\n",
        "1. A\n2. B\n3. C (1)\n",
        "question q: Q\n  answer a: A\n  answer b: B\n\nquestion r: R\n  answer c: C\n  answer d: D\n",
    ],
)
def test_a_map_that_has_one_claim_on_top_a_section_needs_no_thesis(text):
    assert found(text, "R101") == []


def test_a_circle_is_read_out_in_order_and_marked_where_it_closes():
    text = "claim a: A\n  because b: B\n    because c: C\n      because @a\n"
    (message,) = found(text, "R102")
    assert message.message.endswith("a because b because c because a")
    assert text[message.span.start : message.span.stop] == "@a"


def test_claims_that_attack_each_other_are_no_circle():
    assert found("claim a: A\n  but b: B\n    but @a\n", "R102") == []


def test_a_claim_may_speak_on_both_sides_with_different_further_premises():
    text = "claim a: A\n  because b: B\n  and c: C\n  but @b\n  and d: D\n"
    assert found(text, "R103") == []
    assert marked("claim a: A\n  because b: B\n  but @b\n", "R103") == ["@b"]


def test_an_objection_may_rest_on_another_reason_than_the_claim_it_meets():
    assert found("claim a: A\n  because b: B\n  but c: C\n    because @b\n", "R104") == []


def test_a_conclusion_restated_gets_one_message_whatever_its_case_and_full_stop():
    text = "thesis a: It is so\n  because b:  IT is  so.\n"
    assert marked(text, "R105") == ["IT is  so."]
    assert found(text, "R107") == found(text, "R108") == []


def test_only_the_top_of_what_is_tied_to_no_thesis_is_named():
    text = "thesis a: A\nclaim b: B\n  because c: C\n    because d: D\n"
    assert marked(text, "R106") == ["B"]


def test_what_is_drawn_from_the_thesis_is_tied_to_it():
    assert found("thesis a: A\nclaim b: B\n  because @a\n", "R106") == []


def test_standard_form_in_a_section_of_its_own_is_left_in_peace():
    text = "section One\n\nthesis a: A\n\nsection Two\n\n1. B\n2. C (1)\n"
    assert found(text, "R106") == []


def test_two_claims_that_only_attack_each_other_get_one_message():
    assert len(found("thesis a: A\nclaim b: B\n  but c: C\n    but @b\n", "R106")) == 1


def test_one_premise_by_two_schemes_makes_two_steps():
    text = "thesis a: A\n  because b: B\n  by sign\n  because @b\n  by example\n"
    assert found(text, "R107") == []
    assert marked("thesis a: A\n  because b: B\n  because B.\n", "R107") == ["because B."]


def test_answers_to_different_questions_and_lines_of_different_sections_may_be_alike():
    text = "question q: Q\n  answer Yes\n  answer No\n\nquestion r: R\n  answer Yes\n  answer No\n"
    assert found(text, "R108") == []
    assert found("section One\n\n1. A\n2. B (1)\n\nsection Two\n\n1. A\n2. C (1)\n", "R108") == []


def test_the_fix_makes_the_second_text_a_reference():
    text = "thesis t: T\n  because a: A\n    because x: Same\n  because b: B\n    because y: Same {weak}\n"
    (message,) = found(text, "R108")
    assert message.fix is not None
    assert message.fix.safe
    mended = apply_edits(text, message.fix.edits)
    assert "    because @x {weak}\n" in mended
    again = argmap.parse(mended)
    assert again.errors == ()
    assert list(again.claims) == ["t", "a", "x", "b"]


@pytest.mark.parametrize("more", ["{likely}", "[@k]", "#tag", "{page: 3}"])
def test_a_text_with_something_of_its_own_beside_it_gets_no_fix(more):
    text = f"source k: K\nthesis t: T\n  because x: Same\n  because b: B\n    because y: Same {more}\n"
    (message,) = found(text, "R108")
    assert message.fix is None


def test_a_label_that_is_referred_to_is_not_taken_away():
    text = "thesis t: T\n  because x: Same\n  because b: B\n    because y: Same\n  but c: C\n    but @y\n"
    (message,) = found(text, "R108")
    assert message.fix is None


def test_a_source_of_its_own_makes_a_reason_count():
    text = "source k: K\nthesis t: T\n  because a: A{}\n    because x: X\n  because b: B\n    because @x\n"
    assert len(found(text.format(""), "R109")) == 1
    assert found(text.format(" [@k]"), "R109") == []


def test_a_likelihood_is_marked_where_it_is_written():
    assert marked("thesis a: A [@k, 1] {sample: 1, 100%}\nsource k: K\n", "R111") == ["100%"]
    assert marked("thesis a: A {0.99}\n", "R111") == []


def test_a_thesis_that_does_not_stand_is_told_why_and_its_objection_is_not_told_again():
    text = "thesis a: A\n  because b: B\n  but c: C {strong}\n"
    (message,) = found(text, "R201")
    assert "falls" in message.message
    assert "the objection c applies" in message.message
    assert [label.span for label in message.related] == [argmap.parse(text).inferences["_s2"].span]
    assert found(text, "R204") == []


def test_a_standard_out_of_reach_is_told_instead_of_the_standing():
    text = "thesis a: A {standard: clear-and-convincing}\n  because b: B {weak}\n"
    assert marked(text, "R202") == ["standard: clear-and-convincing"]
    assert found(text, "R201") == []


def test_a_claim_held_unlikely_need_not_meet_the_standard_of_the_map():
    text = "map M\n  standard: clear-and-convincing\n\nclaim a: A {unlikely}\n  because b: B {weak}\n"
    assert found(text, "R202") == []


def test_a_likelihood_is_contradicted_by_heavier_reasons_only():
    assert marked("claim a: A {unlikely}\n  because b: B {strong}\n", "R203") == ["unlikely"]
    assert found("claim a: A {unlikely}\n  because b: B\n", "R203") == []
    assert marked("claim a: A {60%}\n  but b: B {strong}\n", "R203") == ["60%"]


def test_an_answer_to_an_objection_is_no_unanswered_objection():
    text = "thesis t: T\n  because u: U\n    but a: A\n      because s: S\n        but r: R {strong}\n"
    assert found(text, "R204") == []


def test_an_objection_that_something_else_outweighs_gets_no_message():
    assert found("thesis t: T\n  because u: U {likely}\n    but a: A\n", "R204") == []


def test_an_exception_that_nobody_argues_or_answers_is_open():
    assert marked("thesis t: T\n  because r: R\n  unless x: X\n", "R205") == ["unless x: X"]


@pytest.mark.parametrize("below", ["because y: Y", "but y: Y", "unless y: Y\n      because z: Z"])
def test_an_exception_that_is_argued_or_answered_is_not_open(below):
    assert found(f"thesis t: T\n  because r: R\n  unless x: X\n    {below}\n", "R205") == []


def test_the_text_that_is_mapped_is_no_common_source():
    text = "map M\n{}\nsource k: K\nthesis t: T\n  because a: A [@k, 1]\n  because b: B [@k, 2]\n"
    assert marked(text.format(""), "R206") == ["T"]
    assert found(text.format("  text: k\n"), "R206") == []


def test_an_objection_far_below_is_an_objection():
    assert found("thesis t: T\n  because a: A\n    because b: B\n      unless c: C\n", "R207") == []
    assert marked("thesis t: T\n  because a: A\n", "R207") == ["T"]
