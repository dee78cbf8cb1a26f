"""The files of a review: found where they are, and saved only over what they were made from."""

from pathlib import Path

import pytest
from reviewed_maps import MAP

from argmap.edits.change import Refused
from argmap.source.files import NotText, UnreadableFile
from argmap.source.text import SourceText
from argmap.workspace.reviewing import (
    NotPermitted,
    answer,
    is_modified,
    judge,
    open_review,
    read_again_from_disk,
    save_review,
    settled,
    undo,
    withdraw,
)
from argmap.workspace.saving import Cause, Saved, overwrite


@pytest.fixture
def shared(tmp_path: Path) -> Path:
    path = tmp_path / "debate.argmap"
    path.write_text(MAP, encoding="utf-8")
    return path


def review_of(shared: Path) -> Path:
    return shared.with_name("debate.ana.review.argmap")


def test_the_file_is_made_when_the_first_verdict_is_saved(shared):
    review = open_review(str(shared), "ana")
    assert is_modified(review.files, review.state) == ()
    assert save_review(review.files, review.state).outcomes == ()
    assert not review_of(shared).exists()
    state = judge(review.state, "arms", "reject").state
    assert is_modified(review.files, state) == (str(review_of(shared)),)
    saved = save_review(review.files, state)
    assert isinstance(saved.outcomes[0], Saved)
    assert review_of(shared).read_text() == "include debate.argmap\n\nreview ana:\n  reject @arms\n"
    assert shared.read_text() == MAP
    assert is_modified(saved.files, state) == ()
    again = save_review(saved.files, withdraw(state, "arms").state)
    assert isinstance(again.outcomes[0], Saved)
    assert review_of(shared).read_text() == "include debate.argmap\n\nreview ana:\n"


def test_an_existing_review_is_gone_on_with_in_the_form_it_has(shared):
    old = b"\xef\xbb\xbfinclude debate.argmap\r\n# mine\r\nreview ana:\r\n  accept @west\r\n"
    review_of(shared).write_bytes(old)
    review = open_review(str(shared), "ana")
    assert review.state.verdicts["west"].kind == "accept"
    state = judge(review.state, "arms", "doubt").state
    save_review(review.files, state)
    assert review_of(shared).read_bytes() == old + b"  doubt @arms\r\n"


def test_a_label_is_saved_into_the_map_before_the_review(shared):
    review = open_review(str(shared), "ana")
    done = judge(review.state, review.state.argument.order[6], "doubt")
    saved = save_review(review.files, done.state)
    assert [outcome.path for outcome in saved.outcomes] == [str(shared), str(review_of(shared))]
    assert "but sales-large: the sales" in shared.read_text()


def test_a_review_that_changed_on_the_disk_is_not_overwritten(shared):
    review_of(shared).write_text("include debate.argmap\nreview ana:\n  accept @west\n")
    review = open_review(str(shared), "ana")
    review_of(shared).write_text("include debate.argmap\nreview ana:\n  doubt @west\n")
    state = judge(review.state, "arms", "doubt").state
    (refused,) = save_review(review.files, state).outcomes
    assert refused.cause is Cause.CHANGED
    assert "doubt @west" in review_of(shared).read_text()
    forced = overwrite(refused.path, state.texts[refused.path].text, review.files[refused.path].form)
    assert isinstance(forced, Saved)
    files = settled(review.files, state, refused.path)
    assert save_review(files, state).outcomes == ()
    review_of(shared).write_text("include debate.argmap\nreview ana:\n  doubt @pragmatic\n")
    files, state = read_again_from_disk(files, state, refused.path)
    assert list(state.verdicts) == ["pragmatic"]
    assert is_modified(files, state) == ()


def test_a_review_that_somebody_else_began_meanwhile_is_not_overwritten(shared):
    review = open_review(str(shared), "ana")
    review_of(shared).write_text("include debate.argmap\nreview ana:\n")
    state = judge(review.state, "arms", "doubt").state
    assert save_review(review.files, state).outcomes[0].cause is Cause.APPEARED


def test_a_map_that_changed_on_the_disk_gets_no_label_and_the_review_waits(shared):
    review = open_review(str(shared), "ana")
    shared.write_text(MAP + "claim more: More\n")
    state = judge(review.state, review.state.argument.order[6], "doubt").state
    (refused,) = save_review(review.files, state).outcomes
    assert (refused.path, refused.cause) == (str(shared), Cause.CHANGED)
    assert not review_of(shared).exists()


def test_a_map_that_is_open_elsewhere_is_read_as_it_is_there_and_saved_there(shared):
    newer = MAP.replace("arms: Turkey", "arms: Certainly Turkey")
    review = open_review(str(shared), "ana", texts={str(shared): SourceText(str(shared), newer)})
    assert review.state.map.claims["arms"].text == "Certainly Turkey arms Ukraine"
    done = judge(review.state, review.state.argument.order[6], "doubt")
    saved = save_review(review.files, done.state)
    assert [outcome.path for outcome in saved.outcomes] == [str(review_of(shared))]
    assert shared.read_text() == MAP
    assert str(shared) in {edit.span.file for edit in done.edits}


def test_in_place_the_map_holds_the_review(shared):
    review = open_review(str(shared), "ana", in_place=True)
    state = judge(review.state, "arms", "doubt").state
    save_review(review.files, state)
    assert shared.read_text() == MAP + "\nreview ana:\n  doubt @arms\n"
    assert not review_of(shared).exists()
    back = undo(state).state
    assert back.texts[str(shared)].text == MAP


def test_a_review_that_the_map_holds_is_gone_on_with_there(shared):
    review_of(shared).write_text("include debate.argmap\nreview ana:\n")
    shared.write_text(MAP + "review ana:\n  accept @west\n")
    review = open_review(str(shared), "ana")
    assert review.state.home == str(shared)
    step = review.state.map.reasons("buy-in")[0].id
    assert answer(review.state, step, "honesty", "open").told == ()
    assert review.notices == (f"{review_of(shared)} is left alone, since {shared} holds a review by ana",)


def test_a_collection_of_reviews_leads_to_the_file_of_each(shared):
    review_of(shared).write_text("include debate.argmap\nreview ana:\n  accept @west\n")
    collection = shared.with_name("all.argmap")
    collection.write_text("include debate.argmap\ninclude debate.ana.review.argmap\n")
    review = open_review(str(collection), "ana")
    assert review.state.home == str(review_of(shared))
    step = review.state.map.reasons("buy-in")[0].id
    with pytest.raises(NotPermitted):
        answer(review.state, step, "honesty", "open")


def test_a_review_may_be_opened_by_its_own_name(shared):
    review_of(shared).write_text("include debate.argmap\nreview ana:\n  accept @west\n")
    review = open_review(str(review_of(shared)), "ana")
    assert review.state.home == str(review_of(shared))
    done = judge(review.state, "arms", "doubt")
    (saved,) = save_review(review.files, done.state).outcomes
    assert saved.path == str(review_of(shared))


@pytest.mark.parametrize("name", ["./debate.argmap", "debate.argmap"])
def test_names_are_taken_as_they_are_written(shared, name, monkeypatch):
    monkeypatch.chdir(shared.parent)
    review = open_review(name, "ana")
    state = judge(review.state, "arms", "doubt").state
    assert state.map_file == "debate.argmap"
    assert isinstance(save_review(review.files, state).outcomes[0], Saved)
    assert review_of(shared).exists()


def test_a_protected_map_can_be_reviewed_as_far_as_it_has_labels(shared):
    shared.chmod(0o444)
    review = open_review(str(shared), "ana")
    assert judge(review.state, "arms", "doubt").state.verdicts
    with pytest.raises(Refused, match="write-protected"):
        judge(review.state, review.state.argument.order[6], "doubt")
    assert any("write-protected" in notice for notice in review.notices)


def test_what_cannot_be_read_is_told(shared):
    with pytest.raises(UnreadableFile, match="no such file"):
        open_review(str(shared.with_name("none.argmap")), "ana")
    review_of(shared).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(NotText):
        open_review(str(shared), "ana")
    review_of(shared).unlink()
    review_of(shared).mkdir()
    with pytest.raises(UnreadableFile, match="is a folder"):
        open_review(str(shared), "ana")
    with pytest.raises(Refused, match="cannot be a reader's name"):
        open_review(str(shared), "Ana B")


def test_a_map_that_vanished_keeps_its_label_unwritten(shared):
    review = open_review(str(shared), "ana")
    shared.unlink()
    state = judge(review.state, review.state.argument.order[6], "doubt").state
    assert save_review(review.files, state).outcomes[0].cause is Cause.DELETED
