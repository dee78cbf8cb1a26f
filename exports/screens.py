"""Draw the screens of the editor into exports/screens/, wide and at 80x24, dark and light.

    .venv/bin/python exports/screens.py [WORD ...]

With words, only the screens whose names hold one of them. They are SVG, to be looked at in a browser.
"""

import asyncio
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

import attrs
from textual.pilot import Pilot
from textual.screen import ModalScreen
from textual.widgets import Input

from argmap.editor.app import EditorApp
from argmap.editor.reviewing import ReviewWish
from argmap.editor.settings import Settings
from argmap.source.files import replace_file
from argmap.workspace.opening import open_for_editing

HERE = Path(__file__).parent
MAPS = HERE.parent / "maps"
SIZES: Final = {"wide": (150, 42), "80x24": (80, 24)}
THEMES: Final = ("dark", "light")
_PATIENCE = 3.0
"""Seconds in which the editor has to know all about a map; the checks wait while it has errors."""

_NOON = 1_732_104_000
"""When another program changed the file: what the screen says must not be another thing every time."""

ARTICLE = "turkish-russian-relations.argmap"
DISPUTE = "compulsory-voting.argmap"
SLIPS = "debate.argmap"
_SLIPS = """\
map Does Russia want Turkey on board?

thesis buy-in: Russia prefers Turkish buy-in on its regional solutions
  becuase west: Georgia and Ukraine went West [@edm, para. 8]
  and pragmatic: Moscow needs a partner it can deal with {likley}
  but arms: Turkey arms Ukraine {strong}
    but small: The sales are small so far
  but @wset

source edm: Eurasia Daily Monitor 17/163
"""

Driver = Pilot[int]


@attrs.frozen
class Scene:
    """A screen: the map that is open, and what is done until it is reached."""

    name: str
    file: str
    act: Callable[[EditorApp, Driver], Awaitable[None]]
    reader: str = ""
    """Who reviews; empty where somebody writes."""


async def nothing(app: EditorApp, pilot: Driver) -> None:
    """As the editor begins."""


def pressing(*keys: str) -> Callable[[EditorApp, Driver], Awaitable[None]]:
    """Press keys, one after the other."""

    async def act(app: EditorApp, pilot: Driver) -> None:
        for key in keys:
            await pilot.press(key)
            await settled(app, pilot)

    return act


def at(words: str, *keys: str) -> Callable[[EditorApp, Driver], Awaitable[None]]:
    """Put the cursor behind words of the text, and press keys."""

    async def act(app: EditorApp, pilot: Driver) -> None:
        writing = app.map_screen.writing
        writing.go_to(writing.area.document.text.index(words) + len(words))
        await settled(app, pilot)
        await pressing(*keys)(app, pilot)

    return act


async def changed_by_others(app: EditorApp, pilot: Driver) -> None:
    """Another program writes into the file that is being changed."""
    await pressing("ctrl+end", "#")(app, pilot)
    path = Path(app.desk.path)
    replace_file(path, path.read_bytes() + b"# by another hand\n")
    os.utime(path, (_NOON, _NOON))
    await pressing("ctrl+s")(app, pilot)
    await pilot.pause(0.5)
    app.clear_notifications()


SCENES: Final = (
    Scene("text", ARTICLE, at("thesis buy-in:")),
    Scene("outline", ARTICLE, at("thesis buy-in:", "alt+2")),
    Scene("diagram", ARTICLE, at("thesis buy-in:", "alt+3")),
    Scene("problems", SLIPS, pressing("f8", "alt+4")),
    Scene("message", SLIPS, pressing("f8")),
    Scene("completion", SLIPS, at("  but @", "f4")),
    Scene("find", ARTICLE, pressing("ctrl+r", "p", "a", "r", "t")),
    Scene("help", ARTICLE, pressing("f1")),
    Scene("palette", ARTICLE, pressing("ctrl+p", "m", "o", "v", "e")),
    Scene("export", ARTICLE, pressing("ctrl+e")),
    Scene("welcome", "new.argmap", nothing),
    Scene("changed-file", SLIPS, changed_by_others),
    Scene("review", DISPUTE, nothing, reader="ana"),
    Scene("review-what-if", DISPUTE, pressing("n", "x"), reader="ana"),
    Scene("review-hinges", DISPUTE, pressing("h"), reader="ana"),
)


async def settled(app: EditorApp, pilot: Driver) -> None:
    """Wait until all is known about the text as it is, and drawn."""
    until = asyncio.get_running_loop().time() + _PATIENCE
    while asyncio.get_running_loop().time() < until:
        await pilot.pause(0.05)
        desk, shown = app.desk, app.desk.shown
        known = shown is not None and shown.version is desk.document.version
        drawing = any(worker.group == "chart" for worker in app.workers)
        if known and not drawing and not app.map_screen.writing.unsettled:
            complete = shown is not None and (shown.complete or shown.outline is None)
            if complete or isinstance(app.screen, ModalScreen):
                await pilot.pause(0.2)
                return


async def drawn(scene: Scene, *, theme: str, size: tuple[int, int], folder: Path) -> str:
    """The screen as SVG. `folder` is the working directory, empty; the maps are copied there."""
    shutil.copytree(MAPS, folder, dirs_exist_ok=True)
    (folder / SLIPS).write_text(_SLIPS, encoding="utf-8")
    state = folder / "state"
    state.mkdir(exist_ok=True)
    (state / "first-start").touch()
    wish = ReviewWish(scene.reader) if scene.reader else None
    app = EditorApp(open_for_editing(scene.file), Settings(theme=theme), wish=wish, state_folder=state)
    app.animation_level = "none"
    app.map_screen.writing.area.cursor_blink = False
    async with app.run_test(size=size) as pilot:
        await app.whole.wait()
        await settled(app, pilot)
        await scene.act(app, pilot)
        await settled(app, pilot)
        app.clear_notifications()
        # From the top, however far the rows were scrolled while the panes came.
        rows = app.map_screen.side.outline.list
        rows.scroll_to(y=0, animate=False, force=True)
        await pilot.pause()
        rows.keep_in_view()
        for field in app.screen.query(Input):
            field.cursor_blink = False
        await pilot.pause()
        picture = app.export_screenshot(title=f"argmap: {scene.name}")
        app.close_desk(keep=False)
    # Rich numbers the picture by what it was made of, which is not all to be seen.
    return re.sub(r"terminal-\d+", f"terminal-{scene.name}", without_network(picture))


def without_network(svg: str) -> str:
    """The picture with fonts of the machine that shows it, so that looking at it asks nobody."""
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)
    return svg.replace("Fira Code, monospace", "Fira Code, DejaVu Sans Mono, Menlo, Consolas, monospace")


def main(words: list[str]) -> None:
    """Draw the screens."""
    os.environ["TZ"] = "UTC"
    time.tzset()
    target = (HERE / "screens").resolve()
    target.mkdir(exist_ok=True)
    for scene in SCENES:
        for size, cells in SIZES.items():
            for theme in THEMES:
                name = f"{scene.name}-{size}-{theme}"
                if words and not any(word in name for word in words):
                    continue
                with tempfile.TemporaryDirectory() as folder:
                    os.chdir(folder)
                    svg = asyncio.run(drawn(scene, theme=theme, size=cells, folder=Path(folder)))
                    os.chdir(target)
                replace_file(target / f"{name}.svg", svg.encode())
                print(f"exports/screens/{name}.svg", file=sys.stderr)


if __name__ == "__main__":
    main(sys.argv[1:])
