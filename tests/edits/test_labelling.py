"""Labels are made from what claims say, for people to read and to type."""

import pytest
from edited import MAPS, map_after, map_of, text_after
from hypothesis import given
from hypothesis import strategies as st
from properties import randomised

import argmap
from argmap.edits.change import Refused
from argmap.edits.labelling import give_label, label_from
from argmap.edits.writing import is_label
from argmap.reasoning.wording.languages import TAGS, language


@pytest.mark.parametrize(
    ("text", "tag", "label"),
    [
        ("Georgia and Ukraine went West", "en", "georgia-ukraine-went"),
        ("The library should open on Sundays", "en", "library-open-sundays"),
        ("Rusya'nın Türkiye'ye ihtiyacı var", "tr", "rusya-turkiye-ihtiyaci"),
        ("Işık doğudan gelir", "tr", "isik-dogudan-gelir"),
        ("Die Türkei öffnet den Weg für große Mächte", "de", "tuerkei-oeffnet-weg"),
        ("L'Europe n'a pas d'armée", "fr", "europe-armee"),
        ("Москва этого не говорила", None, "москва-этого-не"),
        ("2014 was the year of Crimea", "en", "year-crimea"),
        ("Donaudampfschifffahrtsgesellschaft", "de", "donaudampfschifffahrtsge"),
        ("北京不同意", None, "北京不同意"),
        ("is it", "en", "is-it"),
        ("5 < 6", "en", "claim"),
    ],
)
def test_a_label_is_made_of_the_words_that_say_something(text, tag, label):
    assert label_from(text, language=None if tag is None else language(tag)) == label


def test_a_label_is_never_like_another_one():
    assert label_from("West", {"west", "West-2"}) == "west-3"


@randomised()
@given(st.text(max_size=40), st.sampled_from([None, *TAGS]))
def test_every_text_gives_a_label(text, tag):
    assert is_label(label_from(text, language=None if tag is None else language(tag)))


def labelled(text: str, label: str) -> tuple[str, str]:
    given = give_label(map_of(text), label)
    assert given.change is not None
    return given.label, text_after(text, given.change)


def test_a_label_goes_before_the_text():
    text = 'thesis: "Georgia went {West}" {likely}\n  because   it wanted to\n'
    assert labelled(text, "_1") == (
        "georgia-went-west",
        'thesis: georgia-went-west: "Georgia went {West}" {likely}\n  because   it wanted to\n',
    )


def test_a_reason_inside_a_line_gets_its_own():
    text = "thesis A because, Georgia had lost\n"
    assert labelled(text, "_2") == ("georgia-lost", "thesis A because, georgia-lost: Georgia had lost\n")


def test_a_question_gets_one_too():
    assert labelled("question Who won?\n  answer a: A\n", "_1")[0] == "who-won"


def test_a_text_of_one_word_is_not_its_own_label():
    assert labelled("claim sales\n", "_1")[0] == "sales-2"


def test_a_claim_with_a_label_or_a_number_keeps_it():
    found = map_of("1. A\nclaim b: B\n")
    assert [give_label(found, label).change for label in ("1", "b")] == [None, None]


def test_a_label_that_another_claim_has_is_made_another():
    assert labelled("claim a: A\nclaim a: B\n", "_1") == ("a-2", "claim a: A\nclaim a-2: B\n")


def test_a_label_is_not_taken_that_a_line_refers_to_or_a_broken_line_defines():
    text = "claim Trade\n  but @trade\nclam trade-2: X\n"
    assert labelled(text, "_1")[0] == "trade-3"


def test_what_is_not_there_gets_none():
    with pytest.raises(Refused, match="the map has no claim x"):
        give_label(map_of("claim A\n"), "x")
    with pytest.raises(Refused, match="has this number"):
        give_label(map_of("1. A\n1. B\n"), "_1")


@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_a_claim_keeps_its_text_and_its_place_when_it_is_labelled(path):
    before = argmap.load(path)
    for claim in [claim for claim in before.claims.values() if claim.name is None][:5]:
        if claim.keyword == "number":
            continue
        given = give_label(before, claim.label)
        after = map_after(before, given.change)
        assert after.claims[given.label].text == claim.text
        texts = [[one.text for one in found.claims.values()] for found in (before, after)]
        assert texts[0] == texts[1]
        assert len(after.inferences) == len(before.inferences)
        assert len(after.errors) <= len(before.errors)
