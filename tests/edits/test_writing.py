"""What is written for somebody is read as they meant it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from properties import randomised
from written import pieces

import argmap
from argmap.edits.change import Refused
from argmap.edits.writing import is_key, is_label, is_reader, one_line, written
from argmap.language.tree import read_block


@pytest.mark.parametrize(
    ("text", "as_written"),
    [
        ("Georgia went West", "Georgia went West"),
        ("Yes", "Yes"),
        ("It is so\nbecause\tit is", '"It is so because it is"'),
        ("Putin: no", '"Putin: no"'),
        ("@potus is a handle", '"@potus is a handle"'),
        ('He said "no" {likely}', '"He said \\"no\\" {likely}"'),
        ('"Red lines" matter', '"Red lines" matter'),
        ("see [@edm]", '"see [@edm]"'),
        ("a #tag", '"a #tag"'),
        ("back\\slash", "back\\slash"),
    ],
)
def test_a_text_is_quoted_only_where_it_would_be_read_otherwise(text, as_written):
    assert written(text) == as_written


def test_nothing_cannot_be_written():
    with pytest.raises(Refused, match="there is no text"):
        written(" \n")


@randomised(share=2)
@given(st.text(max_size=30) | st.lists(pieces, max_size=5).map(" ".join))
def test_every_text_is_read_as_it_was_meant(text):
    line = one_line(text)
    if not line:
        return
    claim = argmap.parse(f"claim {written(text)}\n")
    assert [one.text for one in claim.claims.values()] == [line]
    verdict = read_block(f"review r:\n  accept @a: {written(text, 'verdict')} {{likely}}\n")
    assert (verdict.lines[1].text, verdict.lines[1].attributes[-1].key) == (line, "likely")
    source = argmap.parse(f"source k: {written(text, 'source')}\n  author: {written(text, 'field')}\n")
    assert source.sources["k"].title == line


@pytest.mark.parametrize("name", ["a", "buy-in", "art.5", "ücü", "of", "北京", "İş"])
def test_these_are_labels_of_claims_and_names_of_readers(name):
    assert is_label(name)
    assert is_reader(name)


def test_the_word_because_is_no_label():
    assert not is_label("because")


@pytest.mark.parametrize("name", ["", "5", "two words", "a-", "-a", "a:", "@a", "a,b", "a\nb", "{a}", "e.g."])
def test_these_are_none(name):
    assert not is_label(name)
    assert not is_reader(name)


def test_a_key_is_what_a_citation_can_name():
    assert is_key("smith:2020")
    assert is_key("2020a")
    assert not is_key("smith; jones")
    assert not is_key("a b")
