"""The panes beside the text: outline, diagram, problems, one at a time."""

from collections.abc import Mapping
from typing import Final, Literal

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Tab, Tabs

from argmap.editor.diagram.widget import Diagram
from argmap.editor.outline.pane import Outline
from argmap.editor.problems.pane import Problems
from argmap.reasoning.standing import Standing, Standings
from argmap.workspace.analysis import Analysis
from argmap.workspace.desk import Desk
from argmap.workspace.outline import outline

SidePane = Literal["outline", "diagram", "problems"]
SIDE_PANES: Final[tuple[SidePane, ...]] = ("outline", "diagram", "problems")


class Side(Vertical):
    """The three panes. Only the one that is seen is kept up to date; the others are when they are shown."""

    DEFAULT_CSS = """
    Side { width: 1fr; height: 1fr; }
    Side Tabs { height: 2; }
    Side:focus-within Tab.-active {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
    }
    Side ScrollView, Side RowList { scrollbar-size-vertical: 1; scrollbar-background: $surface; }
    Side ContentSwitcher { height: 1fr; }
    """

    def __init__(self, desk: Desk, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._desk = desk
        self._stale = set(SIDE_PANES)
        self._seen: dict[SidePane, tuple[object, ...]] = {}
        """By pane, what it was made of: the same is not shown again."""
        self._counted: int | None = None
        self._selected: str | None = None
        self._judged: Standings | None = None
        self._before: Mapping[str, Standing] | None = None
        self.outline = Outline(id="outline")
        self.diagram = Diagram(id="diagram")
        self.problems = Problems(id="problems")

    def compose(self) -> ComposeResult:
        """Tabs over the panes."""
        yield Tabs(*(Tab(name.capitalize(), id=f"tab-{name}") for name in SIDE_PANES))
        with ContentSwitcher(initial="outline"):
            yield self.outline
            yield self.diagram
            yield self.problems

    @property
    def current(self) -> SidePane:
        """The pane that is seen."""
        name = self.query_one(ContentSwitcher).current
        return next(pane for pane in SIDE_PANES if pane == name)

    def pane(self, name: SidePane) -> Widget:
        """A pane by its name."""
        panes: dict[SidePane, Widget] = {
            "outline": self.outline,
            "diagram": self.diagram,
            "problems": self.problems,
        }
        return panes[name]

    def show_pane(self, name: SidePane) -> None:
        """Bring a pane to the front."""
        self.query_one(Tabs).active = f"tab-{name}"
        self._bring(name)

    def on_tabs_tab_activated(self, event: Tabs.TabActivated) -> None:
        """A tab was clicked or reached by its arrow keys."""
        event.stop()
        name = (event.tab.id or "").removeprefix("tab-")
        for pane in SIDE_PANES:
            if pane == name:
                self._bring(pane)

    def _bring(self, name: SidePane) -> None:
        self.query_one(ContentSwitcher).current = name
        if name in self._stale:
            self._renew(name)
        self.select(self._selected)

    def renew(self) -> None:
        """Something else is known by now."""
        self._stale = set(SIDE_PANES)
        if not self.is_mounted:
            return  # what it has learned by then is shown when it is there
        self._renew(self.current)
        count = len(self._desk.problems)
        if count != self._counted:
            self._counted = count
            self.query_one("#tab-problems", Tab).label = f"Problems {count:,}" if count else "Problems"

    def judge(self, standings: Standings | None, before: Mapping[str, Standing] | None) -> None:
        """Show another judgement than the map's own, None for that; `before` marks what has changed."""
        self._judged, self._before = standings, before
        self.renew()

    def select(self, label: str | None) -> None:
        """Select a claim in the panes, where it is known; nothing is told of it."""
        self._selected = label
        if label is None:
            return
        if self.current == "outline":
            self.outline.select(label)
        elif self.current == "diagram":
            self.diagram.select(label)

    def _renew(self, name: SidePane) -> None:
        found = self._desk.shown
        if found is None:
            return
        self._stale.discard(name)
        if name == "problems":
            if self._is_new(name, self._desk.problems, found.failure):
                self._show_problems(found)
            return
        good = found if found.outline else self._desk.good
        if good is None or good.map is None or not self._is_new(name, good.map, self._judged, self._before):
            return
        standings = self._judged or good.standings
        if name == "diagram":
            self.diagram.show(good.map, standings.claims if standings else None)
        elif self._judged is None:
            self.outline.show(good.outline)
        else:
            self.outline.show(outline(good.map, standings, known_roles=good.roles), self._before)
        self.select(self._selected)

    def _is_new(self, name: SidePane, *parts: object) -> bool:
        """Whether a pane was made of something else: of what is known, most stays from stage to stage."""
        before = self._seen.get(name)
        self._seen[name] = parts
        return before is None or any(new is not old for new, old in zip(parts, before, strict=True))

    def _show_problems(self, found: Analysis) -> None:
        known = found.map or (self._desk.good.map if self._desk.good else None)
        texts = {**(known.texts if known else {}), self._desk.path: self._desk.document.version.source}
        failure = found.failure.message if found.failure else ""
        self.problems.show(self._desk.problems, texts, main=self._desk.path, failure=failure)
