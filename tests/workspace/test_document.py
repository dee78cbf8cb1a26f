"""An open document: versions that stay as they are, and trees that are read anew only where they must be."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import DEBATE, edits_of, insert, opened, randomised

from argmap.language.tree import parse
from argmap.source.edits import TextEdit
from argmap.source.spans import Span


def test_an_edit_makes_a_new_version():
    document = opened("thesis a: A\n")
    version = document.apply(insert(document, 11, "B"))
    assert (version.text, version.number) == ("thesis a: AB\n", 1)
    assert document.version is version


def test_an_older_version_stays_as_it_was():
    document = opened("thesis a: A\n")
    before = document.version
    document.apply(insert(document, 0, "# c\n"))
    assert (before.text, before.number) == ("thesis a: A\n", 0)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        before.number = 7


def test_several_edits_make_one_version():
    document = opened("thesis a: A\n")
    version = document.apply([insert(document, 7, "x"), insert(document, 0, "# c\n")])
    assert (version.text, version.number) == ("# c\nthesis xa: A\n", 1)


def test_an_edit_that_changes_nothing_makes_no_version():
    document = opened("thesis a: A\n")
    assert document.apply(TextEdit(Span(document.name, 0, 6), "thesis")).number == 0


@pytest.mark.parametrize(
    "spans", [[(0, 4), (2, 6)], [(0, 99)]], ids=["edits that overlap", "an edit past the end"]
)
def test_edits_that_make_no_sense_change_nothing(spans):
    document = opened("thesis a: A\n")
    with pytest.raises(ValueError, match="overlaps another or leaves the text"):
        document.apply(TextEdit(Span(document.name, *span), "") for span in spans)
    assert (document.text, document.version.number) == ("thesis a: A\n", 0)


def test_an_edit_of_another_file_is_refused():
    document = opened("thesis a: A\n")
    with pytest.raises(ValueError, match=r"an edit of other\.argmap cannot change"):
        document.apply(TextEdit(Span("other.argmap", 0, 1), ""))


def test_a_document_becomes_another_text_by_the_smallest_edit():
    document = opened("thesis a: A\n  because b\n")
    edit = document.become("thesis a: A\n  because bb\n")
    assert edit == TextEdit(Span(document.name, 23, 23), "b")
    assert document.become(document.text) is None


def test_blocks_that_did_not_change_are_not_read_again():
    document = opened("thesis a: A\n\nclaim b: B\n\nclaim c: C\n")
    before = document.version.tree.blocks
    after = document.apply(insert(document, 23, "!")).tree.blocks
    assert [one.block is other.block for one, other in zip(before, after, strict=True)] == [True, False, True]


@randomised(60)
@given(st.data())
def test_a_tree_after_edits_is_the_tree_of_the_text(data):
    document = opened(DEBATE)
    for _ in range(data.draw(st.integers(1, 6))):
        start, stop, new = data.draw(edits_of(document.text))
        version = document.apply(TextEdit(Span(document.name, start, stop), new))
        if data.draw(st.booleans()):  # some versions are never asked for their tree
            assert version.tree == parse(version.source)
    assert document.version.tree == parse(document.version.source)
