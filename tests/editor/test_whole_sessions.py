"""Random sessions in the whole editor: nothing ends it, and the text stays that of a plain model.

Replacing is modelled by Python's own expressions, a fix and a layout by what they are for a text that nobody
writes in, and undo by a list of texts. To know where a name is written takes the whole language: so the model
of renaming is the pure function on the model's text, and that nothing but the name is another afterwards.
"""

import os
from pathlib import Path
from unicodedata import normalize

import pytest
from app_host import Session, editing, session
from editor_texts import MAP
from plain_text import edited, pattern_of, replaced_at, replaced_everywhere
from random_writer import RandomWriter
from textual.screen import ModalScreen
from textual.widgets import Input

from argmap.editor.dialogs.picker import Picker
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.find.option import Option
from argmap.editor.panes import SIDE_PANES
from argmap.editor.reviewing import ReviewWish
from argmap.edits.change import Refused
from argmap.edits.naming import NameKind
from argmap.edits.renaming import rename
from argmap.language.formatter import CannotFormat, format_text
from argmap.source.edits import TextEdit
from argmap.source.spans import Span
from argmap.source.text import SourceText
from argmap.workspace.analysis import Analysis, Inquiry, analyse
from argmap.workspace.beside import readings_beside
from argmap.workspace.document import Document
from argmap.workspace.places import place_at
from argmap.workspace.repairs import repairs_at

OTHER = [*["replace", "fix", "rename"] * 2, "layout", "app", "pane", "review", "resize"]
SIZES = [(120, 36), (20, 5), (80, 24), (200, 60)]
APP_ACTIONS = ["next_pane", "previous_pane", "theme", "wrap", "complete", "find_next", "next_problem"]
PANE_ACTIONS = {
    "outline": ["fold", "fold_all", "unfold_all", "out", "into", "first", "last", "cut", "source"],
    "diagram": ["zoom(1)", "zoom(-1)", "turn", "fold", "neighbourhood", "pan(1, 1)", "home", "go('left')"],
    "problems": ["first", "last", "source", "show_kind('hint')", "move(1)"],
}
REVIEW_ACTIONS = [
    *("next", "previous", "thesis", "accept", "reject", "doubt", "withdraw", "undo", "redo"),
    *("what_if", "put_back", "hinges", "why", "comment", "answer", "likelihood"),
]
LOOKED_FOR = [
    *(("a", "z", False), ("e", "", False), ("because", "but", False), ("[", "(", False)),
    *((r"([a-e])([a-z]+)", r"\2\1", True), ("^ +", "  ", True), ("[", "", True), (r"[.:]\s", ": ", True)),
]
"""What is looked for, what is put in its place, and whether that is a pattern."""
NAMED: dict[str, NameKind] = {"source": "source", "reader": "reader"}


class RandomUse:
    """Somebody who does everything that the editor offers, at random.

    Every kind of action returns the text that it should have made of the one before.
    """

    def __init__(self, seen: Session, seed: int, writings: int) -> None:
        self.seen = seen
        self.writings = writings
        """One action in so many is something else than writing, which takes a hundred times as long."""
        self.screen = seen.app.map_screen
        self.area = self.screen.writing.area
        self.writer = RandomWriter(self.area, seed)
        self.random = self.writer.random
        self.file = seen.app.desk.path
        self.named = 0

    @property
    def plain(self) -> str:
        return self.writer.plain.text

    async def act(self) -> None:
        if self.random.randrange(self.writings):
            self.writer.act()
            return
        if self.random.random() < 0.2:
            self.writer.undo()  # right after what is no writing, more often than among so much that is
            return
        kind = self.random.choice(OTHER)
        before = self.writer.steps()
        self.writer.expect(await getattr(self, kind)(), kind, before)

    def known(self) -> Analysis:
        """What there is to be known about the text, by reading it for the first time."""
        folder = Path(self.file).resolve().parent
        document = Document.open(SourceText(self.file, self.plain), folder=folder)
        *_, found = analyse(Inquiry(document.version))
        assert found.failure is None
        return found

    def go_to(self, spans: list[Span]) -> None:
        """Put the cursor where one of these begins."""
        own = [span.start for span in spans if span.file == self.file]
        if own:
            self.area.go_to(self.area.document.location(self.random.choice(own)))

    async def app(self) -> str:
        await self.seen.app.run_action(self.random.choice(APP_ACTIONS))
        await self.leave_dialogs()
        return self.plain

    async def pane(self) -> str:
        name = self.random.choice(SIDE_PANES)
        self.screen.go_to_pane(name)
        await self.seen.app.run_action(self.random.choice(PANE_ACTIONS[name]), self.screen.side.pane(name))
        return self.plain

    async def replace(self) -> str:
        self.seen.app.action_replace()
        bar = self.screen.writing.find
        words, into, is_pattern = self.random.choice(LOOKED_FOR)
        case, whole = self.random.choice([False, True]), self.random.random() < 0.2
        for option, on in (("case", case), ("word", whole), ("pattern", is_pattern)):
            bar.query_one(f"#find-{option}", Option).value = on
        text_field, into_field = bar.query(Input)
        text_field.value, into_field.value = words, into
        await self.seen.pilot.pause()
        pattern = pattern_of(words, case=case, whole=whole, is_pattern=is_pattern)
        if self.random.random() < 0.5:
            bar.action_replace_all()
            return replaced_everywhere(self.plain, pattern, into) if pattern else self.plain
        if self.random.random() < 0.8:
            bar.action_find_next()
        start, stop = self.writer.offsets()
        await into_field.action_submit()
        await self.seen.pilot.pause()
        return replaced_at(self.plain, pattern, into, start, stop) if pattern else self.plain

    async def fix(self) -> str:
        found = self.known()
        assert found.map is not None
        self.go_to([one.span for one in found.diagnostics if one.fix is not None])
        offset = self.writer.offsets()[0]
        repairs = repairs_at(found.diagnostics, found.map.texts, file=self.file, offset=offset)
        await self.seen.app.run_action("fix")
        await self.seen.pilot.pause()
        if not repairs:
            return self.plain
        chosen = self.random.randrange(len(repairs))
        if len(repairs) > 1:
            assert isinstance(self.seen.app.screen, Picker)
            self.seen.app.screen.dismiss(chosen)
            await self.seen.pilot.pause()
        return edited(self.plain, repairs[chosen].edits)

    async def layout(self) -> str:
        await self.seen.app.run_action("format")
        try:
            new = format_text(self.plain)
        except CannotFormat:
            return self.plain
        return edited(self.plain, [TextEdit(Span(self.file, 0, len(self.plain)), new)])

    async def rename(self) -> str:
        found = self.known()
        assert found.map is not None
        assert found.reading is not None
        assert found.index is not None
        self.go_to([one.label_span for one in found.map.claims.values() if one.label_span])
        place = place_at(found.index, self.file, self.writer.offsets()[0])
        await self.seen.app.run_action("rename")
        await self.seen.pilot.pause()
        asked = self.seen.app.screen
        if not isinstance(asked, Prompt):
            assert not isinstance(asked, ModalScreen)
            return self.plain
        field = asked.query_one(Input)
        self.named += 1
        old, new = field.value, f"renamed-{self.named}"
        field.value = new
        await field.action_submit()
        await self.leave_dialogs()
        kind = NAMED.get(place.kind, "label") if place else "label"
        try:
            change = rename(found.reading, old, new, kind=kind, others=readings_beside(found.reading))
        except Refused:
            return self.plain
        here = [one for one in change.edits if os.path.realpath(one.span.file) == os.path.realpath(self.file)]
        expected = edited(self.plain, here)
        assert normalize("NFC", expected.replace(new, old)) == normalize("NFC", self.plain)
        return expected

    async def review(self) -> str:
        self.seen.app.begin_review()
        await self.seen.pilot.pause()
        pane = self.screen.review
        await self.seen.app.run_action(self.random.choice(REVIEW_ACTIONS), pane)
        await self.leave_dialogs()
        self.screen.show_writing()
        # A claim without a label gets one: what the review knows of the map is what is to be seen.
        review = self.seen.app.review
        return review.state.texts[review.state.map_file].text if review else self.plain

    async def resize(self) -> str:
        await self.seen.pilot.resize_terminal(*self.random.choice(SIZES))
        return self.plain

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
            if number % 50 == 0:
                use.writer.check()
                await seen.pilot.pause()
        use.writer.check()
        await seen.settle()
        assert seen.app.desk.text == seen.text == use.plain
        use.writer.undo_everything()
        assert seen.text == text


@pytest.mark.parametrize("seed", range(1))
def test_a_short_session_in_the_whole_editor_ends_well(tmp_path: Path, seed: int) -> None:
    use_at_random(tmp_path, seed, 24, writings=3)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(10))
def test_two_thousand_actions_in_the_whole_editor_end_well(tmp_path: Path, seed: int) -> None:
    text = ("", MAP, MAP.replace("\n", "\r\n"), MAP * 3)[seed % 4]
    use_at_random(tmp_path, 100 + seed, 2000, writings=64, text=text)
