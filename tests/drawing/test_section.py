import pytest

from argmap.model.elements import Note, Review, Verdict
from argmap.model.parts.section import UnknownSectionError, section_map
from maps import NOWHERE, argument_map, because, claim, karabakh, question, section, thesis, unless


def test_a_section_has_its_claims_and_those_that_its_steps_touch() -> None:
    ties = section_map(karabakh(sections=True), "the-ties")
    assert list(ties.claims) == [
        "partners", "gas", "stream", "akkuyu", "lng", "contracts", "west", "s400"
    ]  # fmt: skip
    assert {step.section for step in ties.inferences.values()} == {None}
    assert not ties.sections
    assert ties.title is not None
    assert ties.title == "Are Turkish-Russian relations again undergoing a transformation? The ties"


def test_nothing_in_a_section_dangles() -> None:
    for name in ("the-war", "the-ties"):
        part = section_map(karabakh(sections=True), name)
        known = {*part.claims, *part.inferences}
        assert all(step.target in known for step in part.inferences.values())
        assert all(premise.claim in part.claims for s in part.inferences.values() for premise in s.premises)


def test_an_undercut_brings_the_step_it_questions_and_where_that_is_argued() -> None:
    one, two = section("One"), section("Two")
    whole = argument_map(
        one, two, thesis("t", section="one"), claim("a", section="one"), claim("b", section="one"),
        claim("u", section="two"), claim("v", section="two"),
        because("t", "a", id="s", section="one"), because("a", "b", id="r", section="one"),
        unless("s", "u", id="d", section="two"), unless("d", "v", id="e", section="two"),
    )  # fmt: skip
    part = section_map(whole, "two")
    assert list(part.inferences) == ["s", "d", "e"]
    assert list(part.claims) == ["t", "a", "u", "v"]
    assert list(part.sections) == ["one"]


def test_a_question_brings_its_answers() -> None:
    whole = argument_map(section("One"), question("q", "Which?", "a", section="one"), claim("a"), claim("b"))
    assert list(section_map(whole, "one").claims) == ["a"]


def test_notes_and_verdicts_of_other_sections_stay_away() -> None:
    notes = tuple(Note(text, NOWHERE, section=text) for text in ("one", "two"))
    verdicts = tuple(Verdict("accept", label, NOWHERE) for label in "ab")
    reviews = (Review("ana", "", verdicts, NOWHERE), Review("ben", "", verdicts[1:], NOWHERE))
    whole = argument_map(
        section("One"), section("Two"), claim("a", section="one"), claim("b", section="two"),
        notes=notes, reviews=reviews,
    )  # fmt: skip
    part = section_map(whole, "one")
    assert [note.text for note in part.notes] == ["one"]
    assert [(review.reader, len(review.verdicts)) for review in part.reviews] == [("ana", 1)]


def test_an_unknown_section_is_named_with_those_there_are() -> None:
    with pytest.raises(UnknownSectionError, match="'peace'; choose one of: the-war, the-ties"):
        section_map(karabakh(sections=True), "peace")


def test_a_map_without_sections_says_so() -> None:
    with pytest.raises(UnknownSectionError, match="not divided into sections"):
        section_map(karabakh(), "peace")


def test_the_name_of_a_section_follows_the_title_after_a_colon() -> None:
    titled = argument_map(section("One"), claim("a", section="one"), title="A debate")
    assert section_map(titled, "one").title == "A debate: One"
