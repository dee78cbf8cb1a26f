"""The panes beside the text: outline, diagram, problems, one at a time."""

from collections.abc import Mapping, Sequence

import attrs
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Tab, Tabs

from argmap.editor.advice import advising_here
from argmap.editor.diagram.widget import Diagram
from argmap.editor.keymap import USUAL, Keymap
from argmap.editor.outline.pane import Outline
from argmap.editor.panes import SIDE_PANES, SidePane
from argmap.editor.problems.pane import Problems
from argmap.model.map import ArgumentMap
from argmap.model.roles import Role
from argmap.reasoning.standing import Standings
from argmap.workspace.analysis import Analysis
from argmap.workspace.desk import Desk
from argmap.workspace.outline import Row, judged_anew, outline
from argmap.workspace.session import Session


@attrs.frozen(eq=False)
class Judged:
    """A map under another judgement than its own."""

    map: ArgumentMap
    standings: Standings
    roles: Mapping[str, Role]
    before: Standings | None = None
    """The judgement from which changes are marked."""

    def shows_what(self, other: "Judged | None") -> bool:
        """Whether another one shows the very same."""
        return (
            other is not None
            and self.map is other.map
            and self.standings is other.standings
            and self.before is other.before
        )


class Side(Vertical):
    """The three panes. Only the one that is seen is kept up to date; the others are when they are shown."""

    DEFAULT_CSS = """
    Side { width: 1fr; height: 1fr; }
    Side Tabs { height: 2; }
    Side Tab { color: $foreground-muted; }
    Side.-keys Tab.-active {
        background: $block-cursor-background; color: $block-cursor-foreground; text-style: bold;
    }
    Side ScrollView, Side RowList { scrollbar-size-vertical: 1; scrollbar-background: $surface; }
    Side ContentSwitcher { height: 1fr; }
    """

    def __init__(self, desk: Desk, *, keymap: Keymap = USUAL, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keymap = keymap
        self._desk = desk
        self._stale = set(SIDE_PANES)
        self._seen: dict[SidePane, tuple[object, ...]] = {}
        """By pane, what it was made of: the same is not shown again."""
        self._counted: int | None = None
        self._current: SidePane = "outline"
        self._problems_tab = Tab("Problems", id="tab-problems")
        self._selected: str | None = None
        self._judged: Judged | None = None
        self._rows: tuple[ArgumentMap, Standings, Sequence[Row]] | None = None
        self.outline = Outline(id="outline")
        self.diagram = Diagram(id="diagram")
        self.problems = Problems(id="problems")

    def on_descendant_focus(self) -> None:
        """The tab of what has the keys is marked."""
        self.add_class("-keys")

    def on_descendant_blur(self) -> None:
        """The keys are elsewhere."""
        self.set_class(self.has_focus_within, "-keys")

    def compose(self) -> ComposeResult:
        """Tabs over the panes."""
        tabs = Tabs(Tab("Outline", id="tab-outline"), Tab("Diagram", id="tab-diagram"), self._problems_tab)
        tabs.can_focus = False
        yield tabs
        with ContentSwitcher(initial="outline"):
            yield self.outline
            yield self.diagram
            yield self.problems

    @property
    def current(self) -> SidePane:
        """The pane that is seen."""
        if not self.is_mounted:
            return SIDE_PANES[0]
        return self._current

    def pane(self, name: SidePane) -> Widget:
        """A pane by its name."""
        panes: dict[SidePane, Widget] = {
            "outline": self.outline,
            "diagram": self.diagram,
            "problems": self.problems,
        }
        return panes[name]

    def begin_as_left(self, session: Session) -> None:
        """Bring the panes back as they were when the file was left."""
        for pane in SIDE_PANES:
            if pane in session.panes:
                self.show_pane(pane)
        self.outline.begin_folded(session.folds)
        self.diagram.begin_looking(session.drawn, session.drawn_folds)

    def remembered(self, session: Session) -> Session:
        """A session with how the panes are now."""
        diagram = self.diagram.view
        return attrs.evolve(
            session,
            panes=(self.current,),
            folds=self.outline.folds,
            drawn_folds=tuple(sorted(diagram.folded)),
            drawn=(diagram.zoom, diagram.growth),
        )

    def show_pane(self, name: SidePane) -> None:
        """Bring a pane to the front."""
        self.query_one(Tabs).active = f"tab-{name}"
        self._bring(name)

    def on_tabs_tab_activated(self, event: Tabs.TabActivated) -> None:
        """A tab was clicked, where its pane is not the one that is seen: it takes the keys, too."""
        event.stop()
        name = (event.tab.id or "").removeprefix("tab-")
        for pane in SIDE_PANES:
            if pane == name != self.current:
                self._bring(pane)
                self.pane(pane).focus()

    def _bring(self, name: SidePane) -> None:
        self._current = name
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
            self._problems_tab.label = f"Problems {count:,}" if count else "Problems"

    def judge(self, judged: Judged | None) -> None:
        """Show another judgement than the map's own; None for that."""
        old, self._judged = self._judged, judged
        if judged is old or (judged is not None and judged.shows_what(old)):
            return
        self._stale |= {"outline", "diagram"}
        if self.is_mounted and self.current != "problems":
            self._renew(self.current)

    def select(self, label: str | None) -> None:
        """Select a claim in the panes, where it is known; nothing is told of it."""
        self._selected = label
        if label is None or not self.is_mounted:
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
        if self._judged is not None:
            if self._is_new(name, self._judged):
                self._show_judged(name, self._judged)
        elif good is None or good.map is None:
            return
        elif self._is_new(name, good.map):
            if name == "diagram":
                self.diagram.show(good.map, good.standings.claims if good.standings else None)
            else:
                self.outline.show(good.outline)
        self.select(self._selected)

    def _is_new(self, name: SidePane, *parts: object) -> bool:
        """Whether a pane was made of something else: of what is known, most stays from stage to stage."""
        before = self._seen.get(name)
        self._seen[name] = parts
        return before is None or any(new is not old for new, old in zip(parts, before, strict=True))

    def _show_judged(self, name: SidePane, judged: Judged) -> None:
        before = judged.before.claims if judged.before else None
        if name == "diagram":
            self.diagram.show(judged.map, judged.standings.claims, before)
        else:
            self.outline.show(self._rows_of(judged), before)

    def _rows_of(self, judged: Judged) -> Sequence[Row]:
        if self._rows is None or self._rows[0] is not judged.map:
            rows = outline(judged.map, judged.standings, known_roles=judged.roles)
        elif self._rows[1] is not judged.standings:
            rows = judged_anew(self._rows[2], judged.standings)
        else:
            return self._rows[2]
        self._rows = (judged.map, judged.standings, rows)
        return rows

    def _show_problems(self, found: Analysis) -> None:
        known = found.map or (self._desk.good.map if self._desk.good else None)
        texts = {**(known.texts if known else {}), self._desk.path: self._desk.document.version.source}
        failure = found.failure.message if found.failure else ""
        problems = [advising_here(one, self._keymap) for one in self._desk.problems]
        self.problems.show(problems, texts, main=self._desk.path, failure=failure)
