"""The screen on which a map is worked on: the text at the left, outline, diagram and problems beside it."""

import os
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from typing import TYPE_CHECKING, Final

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Label

from argmap.editor.advice import said_here
from argmap.editor.key_footer import KeyFooter
from argmap.editor.keymap import USUAL
from argmap.editor.outline import messages as outline
from argmap.editor.panes import PANES, Pane
from argmap.editor.status import StatusLine, TitleLine
from argmap.editor.text_area import MapTextArea
from argmap.editor.text_area.problems import ProblemMark
from argmap.editor.writing import Writing
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.spans import Span
from argmap.workspace.desk import Desk
from argmap.workspace.document import Version
from argmap.workspace.session import Session

if TYPE_CHECKING:
    from argmap.editor.diagram.widget import Diagram
    from argmap.editor.problems.pane import Problems
    from argmap.editor.review.pane import ReviewPane
    from argmap.editor.side import Side

BESIDE_FROM: Final = 100
"""Cells of width from which text and side stand beside each other."""
HALVES_FROM: Final = 150
"""Cells from which a half is enough for the text."""


class MapScreen(Screen[None]):
    """Shows a desk. What it cannot do itself it asks the app for, by messages."""

    DEFAULT_CSS = """
    MapScreen { layout: vertical; }
    MapScreen #panes { height: 1fr; }
    MapScreen Writing { width: 3fr; }
    MapScreen #beside { width: 2fr; border-left: solid $primary 60%; }
    MapScreen.-wide #beside { width: 3fr; }
    MapScreen:ansi #beside { border-left: solid ansi_blue; }
    MapScreen.-one #beside { border-left: none; }
    MapScreen ReviewPane { width: 3fr; height: 1fr; display: none; }
    MapScreen.-review ReviewPane { display: block; }
    MapScreen #opening { width: 3fr; height: 1fr; padding: 0 1; color: $text-muted; }
    MapScreen.-review Writing { display: none; }
    MapScreen.-one.-text #beside { display: none; }
    MapScreen.-one.-side Writing { display: none; }
    MapScreen.-one.-side ReviewPane { display: none; }
    MapScreen.-one.-side #opening { display: none; }
    """

    class Chosen(Message):
        """The reader chose a claim in the outline or the diagram."""

        def __init__(self, label: str) -> None:
            super().__init__()
            self.label = label

    class TextShown(Message):
        """The text stands again where the review stood."""

    class SourceWanted(Message):
        """The reader wants to see a place that is not in the open file."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    AUTO_FOCUS = ""  # the pane that is begun with takes the keys, and no key goes to another one before

    def __init__(
        self,
        desk: Desk,
        writing: Writing,
        *,
        session: Session,
        at: int | None = None,
        begins_reviewing: bool = False,
    ) -> None:
        super().__init__(classes="-text -review" if begins_reviewing else "-text")
        self._session = session
        self._at = at
        self._desk = desk
        self.writing = writing
        self.keymap = USUAL
        self._title_line, self._status_line = TitleLine(), StatusLine()
        self._wanted: Pane = "text"
        self._selected: str | None = None
        self._marked: tuple[tuple[Diagnostic, ...], Version] | None = None
        self._counted: tuple[tuple[Diagnostic, ...], str] = (), ""

    @cached_property
    def side(self) -> "Side":
        """The panes beside the text, made when they are first asked for: after the text is shown."""
        from argmap.editor.side import Side

        return Side(self._desk, keymap=self.keymap)

    @cached_property
    def review(self) -> "ReviewPane":
        """The review, made when it is first asked for."""
        from argmap.editor.review.pane import ReviewPane

        return ReviewPane()

    @property
    def is_whole(self) -> bool:
        """Whether what stands beside the text is there."""
        return "side" in self.__dict__ and self.side.is_mounted

    @property
    def _has_review(self) -> bool:
        return "review" in self.__dict__ and self.review.is_attached

    def compose(self) -> ComposeResult:
        """Title, panes, status, keys."""
        self._fit(self.app.size)
        yield self._title_line
        with Horizontal(id="panes"):
            yield self.writing
            if self.reviewing:
                yield Label("Opening the review ...", id="opening")
            yield Vertical(id="beside")  # the room of the panes, so that the text need not move for them
        yield self._status_line
        yield KeyFooter()

    def on_mount(self) -> None:
        """The text takes the keys, or the review; the cursor is where it was left, or at the offset `at`."""
        area = self.writing.area
        if self._at is None:
            area.move_cursor(area.document.clamped(self._session.cursor))
            self.call_after_refresh(area.scroll_to, y=self._session.scroll[1], animate=False)
        else:
            # At once, for what is typed before the screen is drawn; and into view, once it has its size.
            area.move_cursor(area.document.location(min(self._at, area.document.length)))
            self.call_after_refresh(area.scroll_cursor_visible, center=True)
        self.writing.welcome.offer()
        self.go_to_pane("text")
        self.tell_place()

    async def mount_side(self) -> None:
        """Put the panes beside the text, where they are not yet; then go to the one that was asked for."""
        if not self.side.is_attached:
            await self.query_one("#beside").mount(self.side)
        if self._wanted != "text":
            self.go_to_pane(self._wanted)

    async def mount_review(self) -> None:
        """Put the review where it is shown when it is wanted."""
        if not self.review.is_attached:
            await self.query_one("#panes").mount(self.review, before="#beside")
            await self.query("#opening").remove()

    def on_resize(self, event: events.Resize) -> None:
        """Show as many panes as there is room for."""
        self._fit(event.size)

    def _fit(self, size: Size) -> None:
        """One pane at a time where two would be too narrow."""
        self.set_class(size.width < BESIDE_FROM, "-one")
        self.set_class(size.width >= HALVES_FROM, "-wide")

    # Writing and reviewing

    @property
    def reviewing(self) -> bool:
        """Whether the review stands in the place of the text."""
        return self.has_class("-review")

    def show_review(self) -> None:
        """Put the review in the place of the text."""
        self.add_class("-review")
        self.go_to_pane("text")
        self.tell_place()

    def show_writing(self) -> None:
        """Put the text in the place of the review."""
        self.remove_class("-review")
        self.side.judge(None)
        self.go_to_text()
        self.post_message(self.TextShown())

    def go_to_text(self) -> None:
        """Show the text, also where a review stands in its place, and give it the keys."""
        if self.reviewing:
            self.show_writing()
            return
        self.go_to_pane("text")
        self.tell_place()

    # Panes

    @property
    def pane(self) -> Pane:
        """The pane that has the focus, or had it last."""
        focused = self.focused
        if focused is not None and self._is_beside(focused):
            return self.side.current
        return "text" if self.has_class("-text") else self.side.current

    def go_to_pane(self, name: Pane) -> None:
        """Show a pane and give it the keys."""
        if not self.is_whole:
            self._wanted = name
            if name != "text":
                return
        if name != "text" and self.writing.area.has_focus:
            self._follow(self.writing.at)
        self.set_class(name == "text", "-text")
        self.set_class(name != "text", "-side")
        if name == "text":
            if not self.reviewing:
                self._give_keys(self.writing.area)
            elif self._has_review:
                self._give_keys(self.review)
            return
        self.side.show_pane(name)
        self._give_keys(self.side.pane(name))

    def _give_keys(self, widget: Widget) -> None:
        """At once, not some messages later: keys that have come already are meant for it."""
        if widget.can_focus:
            self.set_focus(widget)
        else:
            widget.focus()

    def turn_pane(self, step: int) -> None:
        """Go to the next pane, or the one before."""
        self.go_to_pane(PANES[(PANES.index(self.pane) + step) % len(PANES)])

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What has the keys is the pane that is shown."""
        in_side = self._is_beside(event.widget)
        self.set_class(in_side, "-side")
        self.set_class(not in_side, "-text")

    def _is_beside(self, widget: Widget) -> bool:
        """Whether a widget is in one of the panes beside the text."""
        return self.is_whole and self.side in widget.ancestors_with_self

    # What is known

    def renew(self) -> None:
        """Show what the desk knows by now."""
        found = self._desk.shown
        if found is not None and found.version is self._desk.document.version and not self.writing.unsettled:
            self._mark(self._desk.problems, found.version)
        self.side.renew()
        if self._selected is None:
            self._follow(self.writing.at)
        self.tell_place()

    def _mark(self, problems: tuple[Diagnostic, ...], version: Version) -> None:
        """Mark the problems in the text; those that are marked already stay."""
        if self._marked is None or self._marked[0] is not problems or self._marked[1] is not version:
            self._marked = problems, version
            self.writing.show_problems(problems, version.source)

    def tell_title(self, *, doing: str, modified: bool) -> None:
        """Say what file this is, and whether everything is saved."""
        title = self._title_line
        title.name_shown, title.doing, title.modified = self._desk.path, doing, modified

    def tell_place(self) -> None:
        """Say what is wrong in the cursor's line, and where that is."""
        status = self._status_line
        row, column = self.writing.area.cursor_location
        worst = None if self.reviewing else next(iter(self.writing.area.problems_here), None)
        status.message = worst.message if worst else ""
        status.advice = self._advice(worst) if worst else ()
        status.set_class(worst is not None and worst.severity is Severity.ERROR, "-error")
        status.set_class(worst is not None and worst.severity is Severity.WARNING, "-warning")
        problems = self._desk.problems
        if self._counted[0] is not problems:
            self._counted = problems, _counts(problems)
        here = "" if self.reviewing else f"{row + 1:,}:{column + 1}"
        status.place = f"{self._counted[1]}{here}".rstrip()

    def _advice(self, problem: ProblemMark) -> tuple[str, ...]:
        """What to do about a problem, the longest way to say it first."""
        if not problem.fix:
            hint = said_here(problem.hint, self.keymap)
            first = hint.partition(", or ")[0].partition("; ")[0]
            return tuple(dict.fromkeys(filter(None, (hint, first))))
        key = self.keymap.shown("fix").partition(" ")[0] or "fix"
        return f"{key}: {problem.fix}", f"{key} fixes it"

    # Selection, kept the same in all panes

    @property
    def selected(self) -> str | None:
        """The label of the claim or question that is selected."""
        return self._selected

    def put_cursor_on(self, label: str) -> None:
        """Put the cursor on the line of a claim, without going there."""
        self._selected = label
        span = self._desk.span_of(label)
        if span is not None and self._is_here(span):
            self.writing.go_to(span.start)

    def select(self, label: str) -> None:
        """Select a claim everywhere, and put the cursor on its line."""
        self.put_cursor_on(label)
        self.side.select(label)

    def go_to(self, span: Span) -> None:
        """Put the cursor at a place and give the text the keys; a place elsewhere is asked for."""
        if not self._is_here(span):
            self.post_message(self.SourceWanted(span))
            return
        self.go_to_text()
        self.writing.go_to(span.start)

    def _is_here(self, span: Span) -> bool:
        return os.path.normpath(span.file) == os.path.normpath(self._desk.path)

    def _follow(self, offset: int) -> None:
        label = self._desk.claim_at(offset)
        if label is not None and label != self._selected:
            self._selected = label
            self.side.select(label)

    @on(Writing.Rested)
    def _cursor_rested(self, event: Writing.Rested) -> None:
        event.stop()
        if self.writing.area.has_focus:
            self._follow(event.offset)
        self.tell_place()

    @on(MapTextArea.ProblemsHere)
    def _problems_here(self, event: MapTextArea.ProblemsHere) -> None:
        event.stop()
        self.tell_place()

    @on(outline.Selected)
    def _outline_selected(self, event: outline.Selected) -> None:
        event.stop()
        self._selected = event.label
        if self._is_here(event.row.span):
            self.writing.go_to(event.row.span.start)
        if event.label is not None:
            self.post_message(self.Chosen(event.label))

    @on(outline.GoTo)
    def _outline_source(self, event: outline.GoTo) -> None:
        event.stop()
        self.go_to(event.row.span)

    def on_diagram_selected(self, event: "Diagram.Selected") -> None:
        """A claim was chosen in the diagram."""
        event.stop()
        self.select(event.label)
        self.post_message(self.Chosen(event.label))

    def on_diagram_source_wanted(self, event: "Diagram.SourceWanted") -> None:
        """Go where a claim of the diagram is written."""
        event.stop()
        span = self._desk.span_of(event.label)
        if span is not None:
            self.go_to(span)

    def on_problems_go_to(self, event: "Problems.GoTo") -> None:
        """Go to what a message is about."""
        event.stop()
        self.go_to(event.span)


def _counts(problems: Iterable[Diagnostic]) -> str:
    """How many errors and warnings there are, before the place of the cursor."""
    found = Counter(problem.severity for problem in problems)
    return "".join(
        f"{found[severity]} {severity.value}{'' if found[severity] == 1 else 's'}  "
        for severity in (Severity.ERROR, Severity.WARNING)
        if found[severity]
    )
