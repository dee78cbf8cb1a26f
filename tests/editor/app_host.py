"""The whole editor on a file of its own, for the tests."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from functools import wraps
from pathlib import Path
from typing import Any

from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from argmap.editor.app import EditorApp
from argmap.editor.review_files import ReviewWish
from argmap.editor.settings import Settings
from argmap.editor.status import StatusLine, TitleLine
from argmap.workspace.opening import open_for_editing

TEXT = (
    "thesis main: Russia wants a partner\n"
    "  because west: Georgia went West\n"
    "    but far: Tbilisi is far away\n"
    "  because trade: Trade has doubled\n"
)


def session(test: Callable[..., Coroutine[Any, Any, None]]) -> Callable[..., None]:
    """A test that runs an editor."""

    @wraps(test)
    def run(*args: Any, **kwargs: Any) -> None:
        asyncio.run(test(*args, **kwargs))

    return run


class Session:
    """An editor that is running, as its writer sees it."""

    def __init__(self, app: EditorApp, pilot: "Pilot[int]", path: Path) -> None:
        self.app = app
        self.pilot = pilot
        self.path = path

    @property
    def text(self) -> str:
        return self.app.map_screen.writing.area.document.text

    @property
    def row(self) -> int:
        """The row of the cursor, from 0."""
        return self.app.map_screen.writing.area.cursor_location[0]

    @property
    def status(self) -> str:
        return self.app.map_screen.query_one(StatusLine).message

    @property
    def title(self) -> str:
        return self.app.map_screen.query_one(TitleLine).render().plain

    @property
    def notices(self) -> list[str]:
        told = self.app.map_screen.query_one(StatusLine).news
        return [*(notice.message for notice in self.app._notifications), *([told] if told else [])]

    async def type(self, text: str) -> None:
        names = {" ": "space", "\n": "enter", "@": "at", ":": "colon", "[": "left_square_bracket"}
        names |= {"]": "right_square_bracket", ",": "comma", ".": "full_stop"}
        for character in text:
            await self.pilot.press(names.get(character, character))

    async def settle(self) -> None:
        """Until all is known about the text as it is, and shown."""
        for _ in range(400):
            await self.pilot.pause(0.02)
            desk, writing = self.app.desk, self.app.map_screen.writing
            good = desk.good
            if not writing.unsettled and good is not None and good.version is desk.document.version:
                await self.pilot.pause(0.1)
                return
        raise AssertionError("the editor has not settled in eight seconds")

    async def offered(self) -> bool:
        """Whether something is offered while one types; it may take a moment."""
        for _ in range(100):
            if self.app.map_screen.writing.completions.is_open:
                return True
            await self.pilot.pause(0.05)
        return False

    async def answer(self, text: str) -> None:
        """Write a line into the dialog that asks for one, which may take a moment to come."""
        for _ in range(100):
            if isinstance(self.app.screen, ModalScreen):
                break
            await self.pilot.pause(0.05)
        assert isinstance(self.app.screen, ModalScreen)
        field = self.app.screen.query_one(Input)
        field.value = text
        await self.pilot.press("enter")
        await self.pilot.pause()


@asynccontextmanager
async def editing(
    folder: Path,
    text: str | None = TEXT,
    *,
    size: tuple[int, int] = (120, 36),
    first_start: bool = False,
    wish: ReviewWish | None = None,
) -> AsyncIterator[Session]:
    """The editor on `debate.argmap` in a folder; without a text there is no such file yet."""
    path = folder / "debate.argmap"
    if text is not None:
        path.write_text(text, encoding="utf-8", newline="")
    state = folder / "state"
    state.mkdir(exist_ok=True)
    if not first_start:
        (state / "first-start").touch()
    app = EditorApp(open_for_editing(path), Settings(), wish=wish, state_folder=state)
    app.map_screen.writing.area.cursor_blink = False
    async with app.run_test(size=size) as pilot:
        session = Session(app, pilot, path)
        await pilot.pause()
        if not first_start:
            await session.settle()
        yield session
