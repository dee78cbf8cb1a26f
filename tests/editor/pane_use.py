"""Panes in an app with nothing else, used by somebody; the app notes what it hears."""

import asyncio
from collections.abc import Awaitable, Callable

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget

from argmap.editor.outline.pane import Outline
from argmap.editor.problems.pane import Problems
from argmap.source.text import SourceText
from argmap.workspace.analysis import Analysis, Inquiry, analyse
from argmap.workspace.document import Document

FILE = "debate.argmap"
MAP = """\
section Trade

thesis buy-in: Russia prefers Turkish buy-in
  because west: Georgia and Ukraine went West #west
    because revolutions: There were revolutions
  and pragmatic: Moscow needs a partner
  but arms: Turkey arms Ukraine
    but small: The sales are small
  because @small

section Gas

question who: Who buys gas?
  answer turkey: Turkey buys gas
claim poor: Nobody can pay
"""


def known(text: str) -> Analysis:
    *_, found = analyse(Inquiry(Document.open(SourceText(FILE, text)).version))
    return found


class Host(App[None]):
    """An app with one pane."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, pane: Widget, theme: str) -> None:
        super().__init__()
        self.pane = pane
        self.theme = theme
        self.heard: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_outline_selected(self, message: Outline.Selected) -> None:
        self.heard.append(f"selected {message.row.label}")

    def on_outline_go_to(self, message: Outline.GoTo) -> None:
        self.heard.append(f"source {message.row.label}, line {message.row.line}")

    def on_outline_move_branch(self, message: Outline.MoveBranch) -> None:
        self.heard.append(f"move {message.row.label} {message.direction}")

    def on_outline_move_under(self, message: Outline.MoveUnder) -> None:
        self.heard.append(f"put {message.row.label} under {message.target.label} as {message.keyword}")

    def on_problems_go_to(self, message: Problems.GoTo) -> None:
        self.heard.append(f"source {message.span.start}")

    def on_problems_explain(self, message: Problems.Explain) -> None:
        self.heard.append(f"explain {message.code}")

    def on_problems_fix(self, message: Problems.Fix) -> None:
        self.heard.append(f"fix {message.diagnostic.code}")


Script = Callable[[Pilot[None]], Awaitable[None]]


def used(
    pane: Widget, script: Script, *, size: tuple[int, int] = (60, 24), theme: str = "textual-dark"
) -> list[str]:
    """What the host heard while somebody used a pane."""

    async def run() -> list[str]:
        host = Host(pane, theme)
        async with host.run_test(size=size) as pilot:
            pane.focus()
            await pilot.pause()
            await script(pilot)
            await pilot.pause()
        return host.heard

    return asyncio.run(run())


def screen(pane: Outline | Problems) -> list[str]:
    """The lines of the list as they are on the screen."""
    rows = pane.list
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]
