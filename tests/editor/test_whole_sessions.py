"""Random sessions in the whole editor: nothing ends it, and the text stays that of a plain model."""

from pathlib import Path

import pytest
from app_host import Session, editing, session
from editor_texts import MAP
from random_writer import RandomWriter
from textual.screen import ModalScreen
from textual.widgets import Input

from argmap.editor.panes import SIDE_PANES
from argmap.editor.reviewing import ReviewWish

OTHER = [*["app", "pane", "find"] * 3, "rename", "review", "resize"]
SIZES = [(120, 36), (20, 5), (80, 24), (200, 60)]
APP_ACTIONS = ["next_pane", "previous_pane", "theme", "wrap", "complete", "find_next", "fix", "format"]
PANE_ACTIONS = {
    "outline": ["fold", "fold_all", "unfold_all", "out", "into", "first", "last", "cut", "source"],
    "diagram": ["zoom(1)", "zoom(-1)", "turn", "fold", "neighbourhood", "pan(1, 1)", "home", "go('left')"],
    "problems": ["first", "last", "source", "show_kind('hint')", "move(1)"],
}
REVIEW_ACTIONS = [
    *("next", "previous", "thesis", "accept", "reject", "doubt", "withdraw", "undo", "redo"),
    *("what_if", "put_back", "hinges", "why", "comment", "answer", "likelihood"),
]


class RandomUse:
    """Somebody who does everything that the editor offers, at random."""

    def __init__(self, seen: Session, seed: int, writings: int) -> None:
        self.seen = seen
        self.writings = writings
        """One action in so many is something else than writing, which takes a hundred times as long."""
        self.screen = seen.app.map_screen
        self.writer = RandomWriter(self.screen.writing.area, seed)
        self.random = self.writer.random

    async def act(self) -> None:
        kind = "write" if self.random.randrange(self.writings) else self.random.choice(OTHER)
        if kind == "write":
            self.writer.act()
            return
        before = self.seen.text
        await getattr(self, kind)()
        if kind in {"app", "rename", "review"}:
            await self.leave_dialogs()
        self.writer.seen.append(self.seen.text)
        if kind in {"pane", "resize"}:
            assert self.seen.text == before

    async def app(self) -> None:
        await self.seen.app.run_action(self.random.choice(APP_ACTIONS))

    async def pane(self) -> None:
        name = self.random.choice(SIDE_PANES)
        self.screen.go_to_pane(name)
        await self.seen.app.run_action(self.random.choice(PANE_ACTIONS[name]), self.screen.side.pane(name))

    async def find(self) -> None:
        self.seen.app.action_replace()
        words, into = self.screen.writing.find.query(Input)
        words.value, into.value = self.random.choice("ae["), self.random.choice(["", "z"])
        if self.random.random() < 0.5:
            self.screen.writing.find.action_replace_all()
        else:
            await into.action_submit()
            await self.seen.pilot.pause()

    async def rename(self) -> None:
        await self.seen.app.run_action("rename")
        await self.seen.pilot.pause()
        for field in self.seen.app.screen.query(Input):
            field.value = "renamed"
            await field.action_submit()

    async def review(self) -> None:
        self.seen.app.begin_review()
        await self.seen.pilot.pause()
        pane = self.screen.review
        await self.seen.app.run_action(self.random.choice(REVIEW_ACTIONS), pane)
        await self.seen.pilot.pause()
        self.screen.show_writing()

    async def resize(self) -> None:
        await self.seen.pilot.resize_terminal(*self.random.choice(SIZES))

    async def leave_dialogs(self) -> None:
        await self.seen.pilot.pause()
        while isinstance(dialog := self.seen.app.screen, ModalScreen):
            dialog.dismiss(None)
            await self.seen.pilot.pause()


@session
async def use_at_random(folder: Path, seed: int, actions: int, *, writings: int, text: str = MAP * 2) -> None:
    async with editing(folder, text, wish=ReviewWish("ada")) as seen:
        seen.app.map_screen.show_writing()
        use = RandomUse(seen, seed, writings)
        for number in range(actions):
            await use.act()
            if number % 25 == 0:
                use.writer.check()
                await seen.pilot.pause()
        use.writer.check()
        await seen.settle()
        assert seen.app.desk.text == seen.text
        area = seen.app.map_screen.writing.area
        while area.history.undo_stack:
            area.action_undo()
        assert seen.text == text


@pytest.mark.parametrize("seed", range(1))
def test_a_short_session_in_the_whole_editor_ends_well(tmp_path: Path, seed: int) -> None:
    use_at_random(tmp_path, seed, 24, writings=3)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_two_thousand_actions_in_the_whole_editor_end_well(tmp_path: Path, seed: int) -> None:
    text = ("", MAP, MAP.replace("\n", "\r\n"), MAP * 3)[seed % 4]
    use_at_random(tmp_path, 100 + seed, 2000, writings=80, text=text)
