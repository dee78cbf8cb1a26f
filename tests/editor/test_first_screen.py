"""What is there when the text is first shown, what comes after that, and what is done meanwhile."""

import ast
import asyncio
import subprocess
import sys
import threading
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import attrs
import pytest
from app_host import TEXT, Session, editing, session
from textual.app import ComposeResult
from textual.events import Key
from textual.widgets import Input

import argmap.editor
from argmap.editor import late
from argmap.editor.app import EditorApp
from argmap.editor.map_screen import MapScreen
from argmap.editor.review_files import ReviewWish
from argmap.editor.settings import Settings
from argmap.workspace.opening import open_for_editing
from argmap.workspace.recovery import leftovers
from argmap.workspace.session import Session as Left
from argmap.workspace.session import remember

EDITOR = Path(argmap.editor.__file__).parent
LATE = {
    "argmap.documents",
    "argmap.edits.renaming",
    "argmap.editor.diagram.widget",
    "argmap.editor.export.dialog",
    "argmap.editor.outline.pane",
    "argmap.editor.problems.pane",
    "argmap.editor.review.pane",
    "argmap.language.grammar",
    "argmap.model.build",
    "argmap.pages",
    "argmap.reasoning.checking",
    "argmap.workspace.analysis",
    "argmap.workspace.completion",
    "filelock",
    "lark",
    "regex",
}
"""What takes long to import, and is not needed to show a text."""

STARTS = """
import sys
from pathlib import Path
from argmap.editor.app import EditorApp
from argmap.editor.settings import Settings
from argmap.workspace.opening import open_for_editing
from argmap.editor import late

def shown(app):
    shown.strip = str(app.map_screen.writing.area.render_line(0))
    shown.modules = sorted(sys.modules)
    app.exit(0)

EditorApp._begin = shown
folder = Path(sys.argv[1])
EditorApp(open_for_editing(folder / "debate.argmap"), Settings(), state_folder=folder).run(headless=True)
print("The West" in shown.strip)
print(*shown.modules)
late.read([*late.BESIDE, *late.REVIEW, *late.MORE])
print(*sorted(sys.modules))
"""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, set[str], set[str]]:
    """Whether the text was shown, what was imported by then, and what was once the rest was."""
    folder = tmp_path_factory.mktemp("started")
    (folder / "debate.argmap").write_text("thesis west: The West went too far\n", encoding="utf-8")
    # The first run keeps the patterns of the grammar, which later ones find.
    for _ in range(2):
        run = subprocess.run(
            [sys.executable, "-c", STARTS, str(folder)],
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
    is_shown, before, after = run.stdout.splitlines()
    return is_shown, set(before.split()), set(after.split())


def test_the_text_is_shown_before_what_is_not_needed_for_it_is_imported(
    started: tuple[str, set[str], set[str]],
) -> None:
    is_shown, before, _ = started
    assert is_shown == "True"
    assert "textual.widgets._text_area" in before
    assert before & LATE == set()


def test_whatever_a_function_of_the_editor_imports_is_imported_once_the_text_is_shown(
    started: tuple[str, set[str], set[str]],
) -> None:
    _, before, after = started
    wanted = {
        name
        for module in before
        if module.startswith(("argmap.editor.", "argmap.workspace.desk"))
        for name in imported_by_functions(EDITOR.parents[1] / (module.replace(".", "/") + ".py"))
    }
    assert wanted > {"argmap.editor.palette", "argmap.documents.why"}
    assert wanted - after == set()


def imported_by_functions(path: Path) -> Iterator[str]:
    """The modules of ours that the functions of a file import."""
    if not path.exists():  # a package
        return
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("argmap."):
                    yield str(node.module)


class Held:
    """An editor whose later imports wait until they are let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._let = threading.Event()
        read = late.read

        def held(modules: tuple[str, ...]) -> None:
            assert self._let.wait(30)
            read(modules)

        monkeypatch.setattr(late, "read", held)

    def let_go(self) -> None:
        self._let.set()

    @asynccontextmanager
    async def editing(
        self, folder: Path, *, size: tuple[int, int] = (120, 36), wish: ReviewWish | None = None
    ) -> AsyncIterator[Session]:
        path = folder / "debate.argmap"
        path.write_text(TEXT, encoding="utf-8")
        state = folder / "state"
        state.mkdir()
        (state / "first-start").touch()
        app = EditorApp(open_for_editing(path), Settings(), wish=wish, state_folder=state)
        try:
            async with app.run_test(size=size) as pilot:
                await pilot.pause()
                assert not app.map_screen.is_whole
                yield Session(app, pilot, path)
        finally:
            self.let_go()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Held:
    return Held(monkeypatch)


@session
async def test_keys_are_answered_before_the_rest_is_there(tmp_path: Path, held: Held) -> None:
    async with held.editing(tmp_path) as seen:
        await seen.type("note: Soon")
        await seen.pilot.press("enter")
        assert seen.app.map_screen.writing.area.text == f"note: Soon\n{TEXT}"
        held.let_go()
        await seen.settle()
        assert seen.app.desk.text == f"note: Soon\n{TEXT}"
        assert seen.app.desk.good is not None
        assert seen.app.desk.good.map is not None
        assert seen.app.map_screen.writing.area.has_focus


@pytest.mark.parametrize("key", ["ctrl+f", "ctrl+r", "ctrl+g", "f3", "f1", "ctrl+p"])
def test_keys_that_are_pressed_before_the_screen_is_made_wait_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key: str
) -> None:
    made = MapScreen.compose

    def pressed_meanwhile(screen: MapScreen) -> ComposeResult:
        screen.app.post_message(Key(key, None))
        screen.app.post_message(Key("x", "x"))
        return made(screen)

    monkeypatch.setattr(MapScreen, "compose", pressed_meanwhile)

    async def begun() -> None:
        async with editing(tmp_path) as seen:
            written = [field.value for field in seen.app.screen.query(Input)]
            if key == "f3":
                assert seen.text == f"x{TEXT}"
            else:
                assert any(value.endswith("x") for value in written)
                assert seen.text == TEXT

    asyncio.run(begun())


@pytest.mark.parametrize("key", ["alt+2", "alt+3", "alt+4", "f6"])
def test_what_comes_in_one_go_with_the_key_of_a_pane_is_not_written_into_the_text(
    tmp_path: Path, key: str
) -> None:
    async def gone() -> None:
        async with editing(tmp_path) as seen:
            seen.app.post_message(Key(key, None))
            seen.app.post_message(Key("j", "j"))
            await seen.pilot.pause(0.3)
            assert seen.text == TEXT

    asyncio.run(gone())


@session
async def test_a_pane_that_is_asked_for_too_early_gets_the_keys_once_it_is_there(
    tmp_path: Path, held: Held
) -> None:
    async with held.editing(tmp_path) as seen:
        await seen.app.run_action("diagram_pane")
        held.let_go()
        await seen.settle()
        assert seen.app.focused is seen.app.map_screen.side.diagram


@session
async def test_who_goes_on_writing_keeps_the_keys(tmp_path: Path, held: Held) -> None:
    async with held.editing(tmp_path) as seen:
        await seen.app.run_action("diagram_pane")
        await seen.app.run_action("find")
        await seen.pilot.pause()
        found = seen.app.focused
        held.let_go()
        await seen.settle()
        assert seen.app.focused is found
        assert found in seen.app.map_screen.writing.find.query("*")


@session
async def test_a_review_that_is_asked_for_too_early_begins_once_it_can(tmp_path: Path, held: Held) -> None:
    async with held.editing(tmp_path) as seen:
        await seen.app.run_action("mode")
        held.let_go()
        await seen.settle()
        await seen.answer("ana")
        assert seen.app.map_screen.reviewing


@session
async def test_a_review_says_that_it_is_being_opened_and_takes_the_keys_then(
    tmp_path: Path, held: Held
) -> None:
    async with held.editing(tmp_path, wish=ReviewWish("ana")) as seen:
        (opening,) = seen.app.map_screen.query("#opening")
        assert opening.region.width > 40
        await seen.pilot.press("a", "x", "enter")
        held.let_go()
        await seen.settle()
        await asyncio.wait_for(seen.app.whole.wait(), 30)
        assert not seen.app.map_screen.query("#opening")
        assert seen.app.map_screen.writing.area.text == TEXT
        assert seen.app.map_screen.review in seen.app.focused.ancestors_with_self
        await seen.pilot.press("a")
        assert seen.app.review is not None
        assert seen.app.review.state.verdicts


@session
async def test_a_signal_before_the_rest_is_there_leaves_what_was_written(tmp_path: Path, held: Held) -> None:
    async with held.editing(tmp_path) as seen:
        await seen.type("x")
        seen.app._end_by_signal(15)
    (left,) = leftovers(seen.path, TEXT, folder=tmp_path / "state")
    assert left.draft.text == f"x{TEXT}"


@session
async def test_who_quits_before_the_rest_is_there_keeps_the_folds_of_last_time(
    tmp_path: Path, held: Held
) -> None:
    async with held.editing(tmp_path) as seen:
        before = Left((0, 0), (0, 0), ("diagram",), ("west",), ("trade",), ("label", "down"))
        remember(seen.path, before, folder=tmp_path / "state")
        await seen.pilot.press("down", "ctrl+q")
        await seen.pilot.pause()
    assert seen.app.recall_session() == attrs.evolve(before, cursor=(1, 0))


@session
async def test_the_text_stays_where_it_is_when_the_panes_come(tmp_path: Path, held: Held) -> None:
    async with held.editing(tmp_path) as seen:
        region = seen.app.map_screen.writing.area.region
        held.let_go()
        await seen.settle()
        assert seen.app.map_screen.side.outline.region.width > 0
        assert seen.app.map_screen.writing.area.region == region


@session
async def test_a_small_terminal_shows_one_pane_from_the_first_screen_on(tmp_path: Path, held: Held) -> None:
    async with held.editing(tmp_path, size=(80, 24)) as seen:
        assert seen.app.map_screen.writing.area.region.width == 80
        await seen.pilot.resize_terminal(120, 36)
        assert seen.app.map_screen.writing.area.region.width < 80
