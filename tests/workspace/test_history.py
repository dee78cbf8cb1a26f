"""Undo and redo: every action one step, typing gathered into words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import DEBATE, edits_of, randomised

from argmap.source.edits import TextEdit, apply_edits
from argmap.source.spans import Span
from argmap.workspace.history import PAUSE, History


class Writer:
    """A text with its history, and a clock that moves when told."""

    def __init__(self, text=""):
        self.text = text
        self.now = 0.0
        self.history = History(clock=lambda: self.now)

    def type(self, text, at=None):
        for character in text:
            place = len(self.text) if at is None else at
            self.key(place, place, character)

    def key(self, start, stop, new=""):
        edit = TextEdit(Span("m", start, stop), new)
        self.history.record_typing(self.text, edit)
        self.text = apply_edits(self.text, [edit])
        self.now += 0.1

    def act(self, *edits):
        wanted = [TextEdit(Span("m", start, stop), new) for start, stop, new in edits]
        self.history.record(self.text, wanted)
        self.text = apply_edits(self.text, wanted)

    def undo(self):
        change = self.history.undo()
        if change is not None:
            self.text = apply_edits(self.text, change.edits)
        return change

    def redo(self):
        change = self.history.redo()
        if change is not None:
            self.text = apply_edits(self.text, change.edits)
        return change

    def undone(self):
        """The texts that undoing goes back through."""
        found = []
        while self.undo() is not None:
            found.append(self.text)
        return found


def test_a_word_with_the_blanks_after_it_is_one_step():
    writer = Writer()
    writer.type("Georgia went  West")
    assert writer.undone() == ["Georgia went  ", "Georgia ", ""]


def test_a_pause_begins_a_new_step():
    writer = Writer()
    writer.type("Geo")
    writer.now += PAUSE + 0.1
    writer.type("rgia")
    assert writer.undone() == ["Geo", ""]


def test_typing_elsewhere_begins_a_new_step():
    writer = Writer("because  {likely}")
    writer.type("x", at=8)
    writer.type("y", at=0)
    assert writer.undone() == ["because x {likely}", "because  {likely}"]


def test_a_line_end_is_a_step_of_its_own():
    writer = Writer()
    writer.type("a\nb")
    assert writer.undone() == ["a\n", "a", ""]


def test_typing_over_a_selection_is_one_step_with_the_word():
    writer = Writer("thesis old")
    writer.key(7, 10, "n")
    writer.type("ew")
    assert writer.text == "thesis new"
    assert writer.undone() == ["thesis old"]


def test_deleting_forwards_takes_a_word_with_the_blanks_after_it():
    writer = Writer("one two three")
    while writer.text:
        writer.key(0, 1)
    assert writer.undone() == ["three", "two three", "one two three"]


def test_deleting_backwards_takes_a_word_with_the_blanks_before_it():
    writer = Writer("one two three")
    while writer.text:
        writer.key(len(writer.text) - 1, len(writer.text))
    assert writer.undone() == ["one", "one two", "one two three"]


def test_typing_and_deleting_are_two_steps():
    writer = Writer()
    writer.type("ab")
    writer.key(1, 2)
    assert writer.undone() == ["ab", ""]


def test_an_action_is_one_step_whatever_it_changes():
    writer = Writer("claim a: A\n  because @a\n")
    writer.act((6, 7, "west"), (22, 23, "west"))
    assert writer.text == "claim west: A\n  because @west\n"
    assert writer.undone() == ["claim a: A\n  because @a\n"]


def test_nothing_is_added_to_an_action():
    writer = Writer()
    writer.act((0, 0, "pasted"))
    writer.type("x")
    assert writer.undone() == ["pasted", ""]


def test_closing_a_step_begins_a_new_one():
    writer = Writer()
    writer.type("a")
    writer.history.close()
    writer.type("b")
    assert writer.undone() == ["a", ""]


def test_undoing_ends_a_step():
    writer = Writer()
    writer.type("ab cd")
    writer.undo()
    writer.redo()
    writer.type("e")
    assert writer.undone() == ["ab cd", "ab ", ""]


def test_what_is_done_after_undoing_cannot_be_redone_over():
    writer = Writer()
    writer.type("a")
    writer.undo()
    assert writer.history.can_redo
    writer.type("b")
    assert not writer.history.can_redo
    assert writer.redo() is None
    assert writer.text == "b"


def test_an_action_that_changes_nothing_is_no_step():
    writer = Writer("a")
    writer.act((0, 1, "a"))
    assert not writer.history.can_undo


def test_the_cursor_goes_where_the_change_was():
    writer = Writer("thesis A\n")
    writer.history.record(writer.text, [TextEdit(Span("m", 7, 8), "BBB")], cursor=3)
    assert writer.history.undo().cursor == 3
    assert writer.history.redo().cursor == 10


def test_edits_that_overlap_are_refused():
    with pytest.raises(ValueError, match="overlaps"):
        Writer("abcdef").act((0, 3, ""), (2, 4, ""))


@randomised(80)
@given(st.data())
def test_undoing_everything_gives_the_first_text_and_redoing_it_the_last(data):
    writer = Writer(DEBATE)
    for _ in range(data.draw(st.integers(1, 25))):
        what = data.draw(st.sampled_from(["type", "type", "type", "erase", "act", "undo", "redo", "wait"]))
        if what == "type":
            place = data.draw(st.sampled_from([0, len(writer.text) // 2, len(writer.text)]))
            writer.type(data.draw(st.sampled_from(["a", "ab c", " ", "\n", "x\r\n"])), at=place)
        elif what == "erase" and writer.text:
            end = data.draw(st.integers(1, len(writer.text)))
            for place in range(end, max(0, end - 3), -1):
                writer.key(place - 1, place)
        elif what == "act":
            first = data.draw(edits_of(writer.text[: len(writer.text) // 2]))
            writer.act(first, (len(writer.text), len(writer.text), "end"))
        elif what == "undo":
            writer.undo()
        elif what == "redo":
            writer.redo()
        else:
            writer.now += 2
    while writer.redo() is not None:
        pass
    end = writer.text
    writer.undone()
    assert writer.text == DEBATE
    while writer.redo() is not None:
        pass
    assert writer.text == end
