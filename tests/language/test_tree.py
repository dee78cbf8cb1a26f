"""A text as blocks that are read one by one, and only again where they changed."""

import pytest

from argmap.language.tree import diagnostics, parse
from argmap.source.text import SourceText

TEXT = (
    "# About\n\nmap M\n  author: Ana\n\nthesis a: A\n  because b: B\n\n# Between\nclaim c: C\n  clam d: D\n"
)


def tree(text, previous=None):
    return parse(SourceText("f", text), previous)


def test_the_blocks_cover_the_text():
    assert "".join(placed.text for placed in tree(TEXT).blocks) == TEXT


def test_a_block_knows_where_it_starts():
    for placed in tree(TEXT).blocks:
        assert TEXT[placed.start : placed.stop] == placed.text


def test_a_comment_in_column_0_ends_no_block():
    (placed,) = tree("thesis a: A\n# between\n  because b: B\n").blocks
    assert [line.keyword for line in placed.block.lines] == ["thesis", "because"]


def test_blocks_that_did_not_change_keep_their_trees():
    before = tree(TEXT)
    after = tree(TEXT.replace("because b: B", "because b: Better"), before)
    same = [one.block is other.block for one, other in zip(before.blocks, after.blocks, strict=True)]
    assert same.count(False) == 1
    assert after.blocks[-1].start == before.blocks[-1].start + len("etter")


def test_a_block_that_moves_keeps_its_tree():
    before = tree("thesis a: A\nthesis b: B\nthesis c: C\n")
    after = tree("thesis c: C\nthesis a: A\nthesis b: B\n", before)
    assert {id(placed.block) for placed in after.blocks} == {id(placed.block) for placed in before.blocks}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "thesis a"),
        ("thesis a", ""),
        ("thesis a\n  because b", "thesis a\nbecause b"),
        ("thesis a\nthesis b", "thesis a\n thesis b"),
        ("thesis a\n\n  because b", "thesis a\nx\n  because b"),
        ("thesis a\r  because b", "thesis a\r\n  because b"),
        ("thesis a\n# b", "thesis a\n b"),
        ("# a\nthesis b", "a\nthesis b"),
        ("  a\nthesis b", "a\nthesis b"),
        ("aXa\naXa\n", "aXa\naXa\naXa\n"),
        ("thesis a\nthesis a\nthesis a\n", "thesis a\n  thesis a\nthesis a\n"),
    ],
)
def test_an_edit_at_the_edge_of_a_block_is_seen(before, after):
    assert tree(after, tree(before)) == tree(after)
    assert tree(before, tree(after)) == tree(before)


def test_lines_that_cannot_be_read_give_one_message_over_many_blocks():
    (message,) = diagnostics(tree("thsis a\nthsis b\n  but c\n\nthsis d\nthesis e\n"))
    assert (message.code, message.span.start) == ("L101", 0)
    assert "the 2 lines after it" in message.message
    assert "the line below that belongs to it" in message.message


def test_unknown_lines_apart_from_each_other_have_a_message_each():
    found = diagnostics(tree("thsis a\nthesis b\nthsis c\n"))
    assert [message.span.start for message in found] == [0, 17]


def test_a_safe_fix_takes_an_invisible_character_out():
    (message,) = diagnostics(tree("thesis a\u200bb\n"))
    (edit,) = message.fix.edits
    assert message.fix.safe
    assert (edit.span, edit.replacement) == (message.span, "")


def test_a_fix_writes_braces_for_brackets():
    (message,) = diagnostics(tree("thesis a (likely)\n"))
    (edit,) = message.fix.edits
    assert edit.replacement == "{likely}"
    assert not message.fix.safe


def test_a_fix_in_a_text_with_windows_line_ends_edits_the_right_place():
    text = "thesis a\r\nthesis b (likely)\r\n"
    (message,) = diagnostics(tree(text))
    (edit,) = message.fix.edits
    assert text[edit.span.start : edit.span.stop] == "(likely)"
