"""The widget that shows a map as a diagram in characters."""

from collections.abc import Collection, Mapping
from functools import partial
from typing import ClassVar

import attrs
from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events, on
from textual.binding import Binding, BindingType
from textual.geometry import Offset, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from argmap.drawing.terminal.chart import Chart, Rectangle
from argmap.drawing.terminal.draw import draw
from argmap.drawing.terminal.part import unfolded_over
from argmap.drawing.terminal.view import GROWTHS, ZOOMS, View
from argmap.editor.diagram.colours import COMPONENTS, CSS, Styles
from argmap.editor.diagram.in_view import scrolled, text_cells
from argmap.editor.diagram.travel import Arrow, Travel
from argmap.editor.diagram.work import Finished, Work
from argmap.model.map import ArgumentMap
from argmap.reasoning.standing import Standing
from argmap.source.cells import wrap

_PAN = Offset(8, 3)
"""Cells to a step, about as far on the screen either way."""
_NOTHING = "Nothing to draw yet: a map begins with a line such as “thesis main: What it argues for”."
_WORKING = "Drawing …"


class Diagram(ScrollView, can_focus=True):
    """A map as boxes and lines, in which one claim is selected.

    The host gives it a map by `show` whenever that has changed, and hears of it by messages. Drawing is done
    in a thread; until it is done, the chart before stays.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = CSS
    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(arrow, f"go('{arrow}')", show=False, id=f"diagram.go-{arrow}")
            for arrow in ("left", "right", "up", "down")
        ),
        *(
            Binding(f"shift+{arrow}", f"pan({x}, {y})", show=False, id=f"diagram.pan-{arrow}")
            for arrow, x, y in (("left", -1, 0), ("right", 1, 0), ("up", 0, -1), ("down", 0, 1))
        ),
        Binding("pageup", "pan(0, -6)", show=False, id="diagram.page-up"),
        Binding("pagedown", "pan(0, 6)", show=False, id="diagram.page-down"),
        Binding("plus,equals_sign", "zoom(1)", "Nearer", key_display="+", id="diagram.nearer"),
        Binding("minus,underscore", "zoom(-1)", "Farther", key_display="-", id="diagram.farther"),
        Binding("d", "turn", "Direction", show=False, id="diagram.turn"),
        Binding("f", "fold", "Fold", id="diagram.fold"),
        Binding("n", "neighbourhood", "Near", id="diagram.neighbourhood"),
        Binding("left_square_bracket", "depth(-1)", "Less near", show=False, id="diagram.less-near"),
        Binding("right_square_bracket", "depth(1)", "More near", show=False, id="diagram.more-near"),
        Binding("o", "objection", "Objection", show=False, id="diagram.objection"),
        Binding("home", "home", "Thesis", show=False, id="diagram.home"),
        Binding("enter", "source", "Source", id="diagram.source"),
    ]

    class Selected(Message):
        """Another claim or question was selected by the reader."""

        def __init__(self, diagram: "Diagram", label: str) -> None:
            super().__init__()
            self.diagram = diagram
            self.label = label

    class SourceWanted(Message):
        """The reader wants to see where a claim or question is written."""

        def __init__(self, diagram: "Diagram", label: str) -> None:
            super().__init__()
            self.diagram = diagram
            self.label = label

    class Drawn(Message):
        """The chart is another one; `diagram.summary` says what it shows."""

        def __init__(self, diagram: "Diagram") -> None:
            super().__init__()
            self.diagram = diagram

    def __init__(
        self,
        argument_map: ArgumentMap | None = None,
        standings: Mapping[str, Standing] | None = None,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._map = argument_map
        self._standings: Mapping[str, Standing] = standings or {}
        self._before: Mapping[str, Standing] = {}
        self._view = View()
        self._chart: Chart | None = None
        self._selected: str | None = None
        self._travel = Travel()
        self._styles = Styles(self.get_component_rich_style)
        self._work = Work(self, self._given_up)
        self._failure = ""
        self._drag: tuple[Offset, Offset] | None = None
        self._dragged = False

    @property
    def chart(self) -> Chart | None:
        """What is on the screen; None until something was drawn."""
        return self._chart

    @property
    def view(self) -> View:
        """How the map is looked at."""
        return self._view

    @property
    def selected(self) -> str | None:
        """The label of the selected claim or question."""
        return self._selected

    @property
    def summary(self) -> str:
        """What is shown, in a few words, for a status line."""
        if self._chart is None:
            return ""
        names = {"text": "whole text", "line": "one line each", "label": "labels only"}
        parts = [f"{len(self._chart.boxes):,} cards", names[self._view.zoom]]
        if self._view.focus in self._chart.boxes:
            parts.append(f"only near {self._view.focus}")
        if self._chart.depth is not None:
            levels = "level" if self._chart.depth == 0 else f"{self._chart.depth + 1} levels"
            parts.append(f"only the first {levels} of a map that is too large to draw whole")
        return ", ".join(parts)

    def begin_looking(self, words: Collection[str], folded: Collection[str]) -> None:
        """Begin at the zoom and in the direction that these words name, with these branches folded."""
        zoom = next((zoom for zoom in ZOOMS if zoom in words), self._view.zoom)
        growth = next((growth for growth in GROWTHS if growth in words), self._view.growth)
        self._look(attrs.evolve(self._view, zoom=zoom, growth=growth, folded=frozenset(folded)))

    def show(
        self,
        argument_map: ArgumentMap,
        standings: Mapping[str, Standing] | None = None,
        changed_standings: Mapping[str, Standing] | None = None,
    ) -> None:
        """Show this map, with the standings of its claims by label where they are to be seen.

        `changed_standings` has them as they were before something was tried: claims that have another now are
        marked `✓→✗`. Nothing is drawn again where all is as it was.
        """
        new, old = standings or {}, changed_standings or {}
        if self._map is argument_map and (self._standings, self._before) == (new, old):
            return
        self._map, self._standings, self._before = argument_map, new, old
        self._draw()

    def select(self, label: str) -> None:
        """Select a claim or question, as the host was told to; posts no message.

        What is folded over it is unfolded. A neighbourhood without it becomes its own, as does a map that is
        too large to be drawn so far.
        """
        self._selected = label
        if self._chart is None or label in self._chart.boxes:
            self._keep_in_view()
            self.refresh()
            return
        if self._map is None or not (label in self._map.claims or label in self._map.questions):
            return
        folded = unfolded_over(self._map, self._view.folded, label)
        focus = label if self._view.focus is not None or self._chart.depth is not None else None
        self._look(attrs.evolve(self._view, focus=focus, folded=folded))

    def on_mount(self) -> None:
        """Draw what was given from the start."""
        if self._map is not None:
            self._draw()

    def notify_style_update(self) -> None:
        """Colours are looked up again after the theme has changed."""
        super().notify_style_update()
        self._styles.forget()

    def render_line(self, y: int) -> Strip:
        """One row of what is in view; its cost depends on the size of the screen alone."""
        width = self.size.width
        base = self.rich_style
        chart = self._chart
        if chart is None or not chart.height or self._failure:
            return self._message_line(y)
        left, top = self.scroll_offset
        segments: list[Segment] = []
        cell = left
        for run in chart.line(top + y, left, width):
            if run.x > cell:
                segments.append(Segment(" " * (run.x - cell), base))
            # What Textual counts otherwise than we do must not move what follows it.
            text = run.text if cell_len(run.text) == run.cells else set_cell_size(run.text, run.cells)
            chosen = run.label is not None and run.label == self._selected
            segments.append(Segment(text, base + self._styles.of(run.look, selected=chosen)))
            cell = run.end
        return Strip(segments).adjust_cell_length(width, base)

    def _message_line(self, y: int) -> Strip:
        text = self._failure or (_WORKING if self._chart is None and self._map is not None else _NOTHING)
        lines = wrap(text, self.size.width - 2)
        line = f" {lines[y]}" if y < len(lines) else ""
        return Strip([Segment(line, self.rich_style)]).adjust_cell_length(self.size.width, self.rich_style)

    def _draw(self) -> None:
        """Draw again, after the drawing that is at work if there is one."""
        if self._map is not None and self.is_attached:
            self._work.want(
                partial(draw, self._map, self._view, standings=self._standings, before=self._before)
            )

    def _given_up(self) -> None:
        self._tell("The diagram took too long to draw and was given up; your text is not affected.")

    def _tell(self, failure: str) -> None:
        self._failure = failure
        self.refresh()

    @on(Finished)
    def _finished(self, event: Finished) -> None:
        """Take a chart over, unless something has changed since; a fault is told in its place."""
        if not self._work.take(event):
            return
        found = event.found
        if isinstance(found, Exception):
            self._tell(f"The diagram cannot be drawn, please report it: {type(found).__name__}: {found}")
            return
        self._tell("")
        # What is old is better than nothing while a large map is being typed in.
        if not self._work.at_work or (self._chart is not None and self._chart.view == found.view):
            self._take(found)

    def _take(self, chart: Chart) -> None:
        before = self._box()
        self._chart = chart
        if self._selected not in chart.boxes:
            self._selected = chart.home
        self.virtual_size = Size(chart.width, chart.height)
        after = self._box()
        if before and after:
            # The selected card stays where it is on the screen.
            moved = Offset(after.x - before.x, after.y - before.y)
            self.scroll_to(*(self.scroll_offset + moved), animate=False, immediate=True)
        elif after:
            # Most of what bears on the first card stands below it.
            top = max(after.y - max(self.size.height - after.height, 0) // 4, 0)
            self.scroll_to(self.scroll_offset.x, top, animate=False, force=True, immediate=True)
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Drawn(self))

    def _box(self) -> Rectangle | None:
        if self._chart is None or self._selected is None:
            return None
        return self._chart.boxes.get(self._selected)

    def on_resize(self) -> None:
        """The selected card stays in view, and cards are as wide as suits the pane."""
        self._fit()
        self._keep_in_view()

    def _fit(self) -> None:
        if self.size.width:
            self._look(attrs.evolve(self._view, text_cells=text_cells(self.size.width)))

    def _keep_in_view(self) -> None:
        """Scroll no farther than to show the selected card, with its first reason where there is room."""
        box = self._box()
        if self._chart is None or self._selected is None or box is None or not self.size.area:
            return
        below = self._chart.links[self._selected].below
        reason = self._chart.boxes.get(below[0], box) if below else box
        to = scrolled(self.scroll_offset, self.size, box, reason)
        if to != self.scroll_offset:
            self.scroll_to(to.x, to.y, animate=False, force=True, immediate=True)

    def _choose(self, label: str | None) -> None:
        """Select what the reader asked for, and say so."""
        if label is None or label == self._selected:
            return
        self._selected = label
        self._keep_in_view()
        self.refresh()
        self.post_message(self.Selected(self, label))

    def _look(self, view: View) -> None:
        if view != self._view:
            self._view = view
            self._draw()

    def action_go(self, arrow: Arrow) -> None:
        """Follow a relation."""
        if self._chart is not None and self._selected is not None and self._box():
            self._choose(self._travel.to(self._chart, self._selected, arrow))

    def action_objection(self) -> None:
        """To the first objection or exception to the selected claim."""
        if self._chart is not None and self._selected is not None and self._box():
            self._choose(next(iter(self._chart.links[self._selected].objections), None))

    def action_pan(self, x: int, y: int) -> None:
        """Move the view and leave the selection."""
        to = self.scroll_offset + Offset(x * _PAN.x, y * _PAN.y)
        self.scroll_to(to.x, to.y, animate=False, force=True)

    def action_zoom(self, steps: int) -> None:
        """Show more of each claim, or more claims."""
        place = ZOOMS.index(self._view.zoom) + steps
        self._look(attrs.evolve(self._view, zoom=ZOOMS[min(max(place, 0), len(ZOOMS) - 1)]))

    def action_turn(self) -> None:
        """Let the map grow down instead of to the right, or back."""
        self._look(attrs.evolve(self._view, growth="down" if self._view.growth == "right" else "right"))

    def action_fold(self) -> None:
        """Hide what bears on the selected claim, or show it again."""
        if self._chart is None or self._selected is None or not self._box():
            return
        here = frozenset({self._selected})
        if self._selected in self._view.folded:
            self._look(attrs.evolve(self._view, folded=self._view.folded - here))
        elif self._chart.links[self._selected].below:
            self._look(attrs.evolve(self._view, folded=self._view.folded | here))

    def action_neighbourhood(self) -> None:
        """Show only what is near the selected claim; of another one when that is shown; else all again."""
        focus = None if self._view.focus == self._selected else self._selected
        self._look(attrs.evolve(self._view, focus=focus))

    def action_depth(self, levels: int) -> None:
        """Show fewer or more levels of the neighbourhood."""
        if self._view.focus is not None:
            self._look(attrs.evolve(self._view, depth=max(self._view.depth + levels, 0)))

    def action_home(self) -> None:
        """To the thesis."""
        if self._chart is not None:
            self._choose(self._chart.home)
            self._keep_in_view()

    def action_source(self) -> None:
        """Ask the host for the source of the selected claim."""
        if self._selected is not None:
            self.post_message(self.SourceWanted(self, self._selected))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A drag may begin."""
        if event.button == 1:
            self._drag = (event.screen_offset, self.scroll_offset)
            self._dragged = False
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """The diagram follows the mouse while its button is down."""
        if self._drag is None:
            return
        begin, scrolled = self._drag
        way = event.screen_offset - begin
        self._dragged = self._dragged or abs(way.x) + abs(way.y) > 1
        if self._dragged:
            to = scrolled - way
            self.scroll_to(to.x, to.y, animate=False, immediate=True)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The drag ends."""
        self._drag = None
        self.release_mouse()

    def on_click(self, event: events.Click) -> None:
        """Select the card under the mouse; a second click goes to its source."""
        if self._dragged or self._chart is None:
            return
        to = event.offset + self.scroll_offset
        label = self._chart.label_at(to.x, to.y)
        self._choose(label)
        if label is not None and event.chain == 2:
            self.action_source()
