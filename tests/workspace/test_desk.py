"""An open map as an editor works on it: what is known, what is asked, and how it is kept."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from argmap.edits.change import Refused
from argmap.source.edits import apply_edits
from argmap.workspace.analysis import Analysis
from argmap.workspace.desk import Desk
from argmap.workspace.opening import open_for_editing
from argmap.workspace.recovery import leftovers
from argmap.workspace.saving import Cause, Choice, Saved
from argmap.workspace.saving import Refused as NotSaved

TEXT = "thesis main: Russia wants a partner\n  because west: Georgia went West\n  because @west\n"


class Room:
    """A desk in a folder, and what it has told."""

    def __init__(self, folder: Path, text: str | None = TEXT) -> None:
        self.folder = folder
        self.path = folder / "debate.argmap"
        if text is not None:
            self.path.write_text(text, encoding="utf-8", newline="")
        self.told: list[Analysis] = []
        self.ready = threading.Event()
        self.desk = Desk(open_for_editing(self.path), deliver=self.hear, state_folder=folder / "state")
        self.desk.begin()

    def hear(self, analysis: Analysis) -> None:
        self.told.append(analysis)
        self.desk.learn(analysis)
        if analysis.complete:
            self.ready.set()

    def settle(self) -> Desk:
        assert self.ready.wait(20)
        self.ready.clear()
        return self.desk


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path)
    yield made
    made.desk.close(keep=False)


def test_what_is_known_comes_in_steps_and_is_about_the_text(room: Room) -> None:
    desk = room.settle()
    assert len(room.told) > 1
    assert desk.good is not None
    assert desk.good.version is desk.document.version
    assert desk.good.map is not None
    assert set(desk.good.map.claims) == {"main", "west"}


def test_typing_makes_problems_known(room: Room) -> None:
    room.settle()
    room.desk.become(TEXT + "  becuase it borders Armenia\n")
    desk = room.settle()
    assert [problem.span.start for problem in desk.problems] == [len(TEXT) + 2]
    assert desk.modified


def test_an_older_analysis_takes_nothing_back(room: Room) -> None:
    desk = room.settle()
    old = room.told[-1]
    desk.become(TEXT + "claim more: More\n")
    room.settle()
    assert desk.learn(old) is False
    assert desk.good is not old


def test_what_was_never_waited_for_is_worked_out_when_it_is_asked(room: Room) -> None:
    room.desk.become("thesis main: M\n  because west: W\n")
    place = room.desk.place(room.desk.text.index("west"))
    assert place is not None
    assert (place.kind, place.name) == ("claim", "west")


def test_who_asks_before_the_desk_has_begun_is_answered(tmp_path: Path) -> None:
    path = tmp_path / "debate.argmap"
    path.write_text(TEXT, encoding="utf-8")
    desk = Desk(open_for_editing(path), deliver=lambda _: None, state_folder=tmp_path / "state")
    try:
        assert desk.definition(TEXT.index("@west") + 1) is not None
    finally:
        desk.close(keep=False)


def test_a_claim_is_renamed_in_the_text_and_in_the_review_beside_it(room: Room) -> None:
    review = room.folder / "debate.ana.review.argmap"
    review.write_text("include debate.argmap\nreview ana\n  accept @west\n", encoding="utf-8")
    desk = room.settle()
    change = desk.rename(desk.text.index("west"), "westward")
    assert desk.change_elsewhere(change) == (str(review),)
    assert "accept @westward" in review.read_text(encoding="utf-8")
    text = apply_edits(desk.text, desk.edits_here(change))
    assert text.count("westward") == 2
    assert "west:" not in text


def test_where_no_name_stands_nothing_is_renamed(room: Room) -> None:
    room.settle()
    with pytest.raises(Refused, match="put the cursor on one"):
        room.desk.rename(TEXT.index("Russia") + 2, "x")


def test_a_saved_text_is_in_the_file_and_nothing_is_left_to_recover(room: Room) -> None:
    desk = room.settle()
    desk.become(TEXT + "claim more: More\n")
    assert isinstance(desk.save(), Saved)
    assert not desk.modified
    assert room.path.read_text(encoding="utf-8") == TEXT + "claim more: More\n"
    desk.close(keep=True)
    assert leftovers(room.path, desk.text, folder=room.folder / "state") == ()


def test_a_file_that_changed_meanwhile_is_not_saved_over(room: Room) -> None:
    desk = room.settle()
    desk.become(TEXT + "claim mine: Mine\n")
    room.path.write_text("thesis theirs: Theirs\n", encoding="utf-8")
    outcome = desk.save()
    assert isinstance(outcome, NotSaved)
    assert outcome.cause is Cause.CHANGED
    assert Choice.OVERWRITE in outcome.choices
    assert room.path.read_text(encoding="utf-8") == "thesis theirs: Theirs\n"
    assert desk.reload().text == desk.text == "thesis theirs: Theirs\n"
    assert not desk.modified


def test_what_was_not_saved_is_kept_for_the_next_start(room: Room) -> None:
    desk = room.settle()
    desk.become(TEXT + "claim mine: Mine\n")
    desk.close(keep=True)
    (left,) = leftovers(room.path, TEXT, folder=room.folder / "state")
    assert left.draft.text == TEXT + "claim mine: Mine\n"
    assert room.path.read_text(encoding="utf-8") == TEXT


def test_a_new_file_is_made_when_it_is_saved(tmp_path: Path) -> None:
    room = Room(tmp_path, text=None)
    room.desk.become("thesis main: M\n")
    assert isinstance(room.desk.save(), Saved)
    assert room.path.read_text(encoding="utf-8") == "thesis main: M\n"
    room.desk.close(keep=False)


def test_completion_knows_the_claims_of_the_last_good_map(room: Room) -> None:
    desk = room.settle()
    desk.become(TEXT + "  because @we")
    found = desk.complete(len(desk.text))
    assert [candidate.text for candidate in found.candidates] == ["west"]


def test_messages_that_stay_the_same_are_the_very_same_after_a_further_analysis(room: Room) -> None:
    desk = room.settle()
    desk.become(TEXT + "  becuase near: It is near\n")
    room.settle()
    before = desk.problems
    assert before
    desk.ask_again()
    room.settle()
    assert desk.problems is before
