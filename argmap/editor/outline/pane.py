"""The widget that shows the outline of a map."""

from collections.abc import Collection, Mapping, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label

from argmap.editor.outline import messages
from argmap.editor.outline.folding import ancestors, parent
from argmap.editor.outline.keys import BINDINGS
from argmap.editor.outline.looks import CSS
from argmap.editor.outline.messages import Direction
from argmap.editor.outline.painting import COMPONENTS, indentation, painted
from argmap.editor.outline.relation_bar import RelationBar
from argmap.editor.outline.shown_rows import ShownRows
from argmap.editor.rows import Line, RowList, RowPane
from argmap.reasoning.standing import Standing
from argmap.workspace.outline import Row, row_of

_EMPTY = "Nothing here yet: a map begins with a line such as “thesis main: What it argues for”."
_NOT_FOUND = "No claim has all of these words. Escape shows all claims again."


class Outline(RowPane):
    """The claims of a map, wrapped, below what they bear on, with their relations and standings.

    The host gives it rows by `show` whenever they have changed, and hears of it by messages. It never
    changes the map: it asks.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = CSS
    BINDINGS: ClassVar[list[BindingType]] = BINDINGS

    Selected = messages.Selected
    GoTo = messages.GoTo
    MoveBranch = messages.MoveBranch
    MoveUnder = messages.MoveUnder

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._shown = ShownRows()
        self._known = False
        self._begin_folded: frozenset[str] = frozenset()
        self._wanted = 0
        """The number of the row to come back to from a filter that nothing answers."""

    def compose(self) -> ComposeResult:
        """The rows, and below them what appears when it is asked for."""
        yield self.list
        with Horizontal(id="outline-filter"):
            yield Label("/ ")
            yield Input(placeholder="words, #tag, falls …", compact=True, select_on_focus=True)
            yield Label("", id="outline-hits", markup=False)
        yield RelationBar()

    # What the host calls

    @property
    def selected(self) -> Row | None:
        """The selected row; None while there is none."""
        number = self._number
        return None if number is None else self._shown.rows[number]

    @property
    def folds(self) -> tuple[str, ...]:
        """The labels of what is folded, not by a filter; before a first outline, of what will be."""
        return self._shown.folded_labels if self._known else tuple(sorted(self._begin_folded))

    def begin_folded(self, labels: Collection[str]) -> None:
        """Fold these claims when an outline is first shown."""
        self._begin_folded = frozenset(labels)

    def show(self, rows: Sequence[Row], changed_standings: Mapping[str, Standing] | None = None) -> None:
        """Show a newer outline; selection, folds, filter and what is on the screen stay with their claims.

        `changed_standings` has standings by label as they were before something was tried; claims that have
        another now are marked `✓→✗`. Without it nothing is marked.
        """
        old = self._shown.numbers
        # The selected row stays where it is on the screen; when it is out of view, the first row in view.
        stays = self.list.chosen if self.list.in_view else self.list.top
        following = self._shown.take(rows, changed_standings or {})
        self._known = True
        self._wanted = following.nearest(self._wanted)
        if not old:
            self._shown.fold_labels(self._begin_folded)
            self.list.renew(chosen=0)
            return
        chosen, kept = (
            self._shown.place(following.nearest(old[place])) for place in (self.list.chosen, stays)
        )
        self.list.renew(chosen=chosen, keep=(stays, kept))
        self._tell_hits()

    def select(self, label: str) -> None:
        """Select a claim or question and bring it into view, out of folds and filter; posts no message.

        A label that no row has changes nothing.
        """
        selected = self.selected
        if selected is not None and selected.label == label and selected.kind != "section":
            self.list.keep_in_view()
            return
        number = row_of(self._shown.rows, label)
        if number is not None:
            self._reveal(number)

    # Rows, for the list

    def heights(self, cells: int) -> Sequence[int]:
        """The lines that each row takes on so many cells."""
        return self._shown.heights(cells)

    def painted(self, place: int, cells: int) -> Sequence[Line]:
        """The lines of one row."""
        return painted(self._shown.at(place), cells)

    def nothing(self) -> str:
        """What is said when there are no rows."""
        if not self._known:
            return "Reading …"
        return _NOT_FOUND if self._shown.rows else _EMPTY

    @property
    def _number(self) -> int | None:
        numbers = self._shown.numbers
        return numbers[min(self.list.chosen, len(numbers) - 1)] if numbers else None

    def _reveal(self, number: int) -> None:
        """Choose a row, whatever hides it."""
        if self._shown.reveal(number):
            self._tell_hits()
            self._renew(number)
        else:
            self.list.choose(self._shown.place(number))

    def _renew(self, number: int) -> None:
        """Show what folds or filter have made of the rows; the row of this number is chosen then."""
        place = self._shown.place(number)
        self.list.renew(chosen=place, keep=(self.list.chosen, place) if self.list.in_view else None)
        self.list.keep_in_view()

    def _post(self, kind: type[messages.Selected | messages.GoTo]) -> None:
        selected = self.selected
        if selected is not None:
            self.post_message(kind(selected))

    def chosen_by_reader(self) -> None:
        """Tell the host where the reader is."""
        self._post(messages.Selected)

    def on_row_list_clicked(self, message: RowList.Clicked) -> None:
        """A click on a fold mark folds."""
        row = self._shown.at(message.place).row
        mark = indentation(row.depth, self.list.size.width)
        if message.line or not mark <= message.cell < mark + 2 or not row.descendants:
            return
        message.prevent_default()
        message.stop()
        self.go(message.place)
        self.action_fold()

    def action_source(self) -> None:
        """Ask for the line of the selected row."""
        self._post(messages.GoTo)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Keys are there for what can be done now."""
        if action == "escape":
            return self.has_class("-filtering") or self._shown.cut is not None
        if action == "paste":
            return self._shown.cut is not None
        return True

    # Folds

    def action_fold(self) -> None:
        """Fold or unfold the selected branch."""
        number = self._number
        if number is not None and self._shown.rows[number].descendants:
            self._shown.toggle(number)
            self._renew(number)

    def action_out(self) -> None:
        """Fold the selected branch; from one that is folded, go to what it stands below."""
        number = self._number
        if number is None:
            return
        if self._shown.rows[number].descendants and number not in self._shown.folded:
            self.action_fold()
            return
        above = parent(self._shown.rows, number)
        if above is not None:
            self.go(self._shown.place(above))

    def action_into(self) -> None:
        """Unfold the selected branch; from one that is unfolded, go to the first row below it."""
        number = self._number
        if number is None or not self._shown.rows[number].descendants:
            return
        if number in self._shown.folded:
            self.action_fold()
        else:
            self.go(self.list.chosen + 1)

    def action_unfold_all(self) -> None:
        """Show every branch."""
        number = self._number
        if number is not None:
            self._shown.fold(())
            self._renew(number)

    def action_fold_all(self) -> None:
        """Show only the beginnings of branches; what is selected is then the one that it was in."""
        number = self._number
        if number is None:
            return
        self._shown.fold(range(len(self._shown.rows)))
        self._renew(number)
        if self._number != number:
            self._post(messages.Selected)

    # Filter

    def action_filter(self) -> None:
        """Ask for words that claims must have."""
        self._wanted = self._number or 0
        self.add_class("-filtering")
        self.refresh_bindings()
        self.screen.set_focus(self.query_one(Input))  # at once, for keys that have come already

    def action_escape(self) -> None:
        """Show all rows again, with the selected one; or give up moving a branch."""
        if self.has_class("-filtering"):
            self._end_filter()
        elif self._shown.cut is not None:
            self._set_cut(None)

    def _end_filter(self) -> None:
        number, asked = self._wanted if self._number is None else self._number, self.query_one(Input)
        with self.prevent(Input.Changed):
            asked.value = ""
        self.remove_class("-filtering")
        self.refresh_bindings()
        if self.screen.focused is asked:
            self.focus()
        self._shown.filter("")
        if self._shown.rows:
            self._shown.reveal(number)
        self._renew(number)

    @on(Input.Changed)
    def _filter_changed(self, event: Input.Changed) -> None:
        event.stop()
        self._wanted = number = self._wanted if self._number is None else self._number
        self._shown.filter(event.value)
        hits = self._shown.hits
        if hits and number not in hits:
            number = next((hit for hit in hits if hit > number), hits[0])
        self._renew(number)
        self._tell_hits()

    @on(Input.Submitted)
    def _filter_done(self, event: Input.Submitted) -> None:
        event.stop()
        if not self._shown.query.strip():
            self._end_filter()
            return
        self.focus()
        self._post(messages.Selected)

    def _tell_hits(self) -> None:
        query = self._shown.query.strip()
        if not query and self.query_one(Input).value:
            # A row was shown that does not answer it.
            self._end_filter()
        self.query_one("#outline-hits", Label).update(f" {len(self._shown.hits):,} found" if query else "")

    # Branches

    def action_branch(self, direction: Direction) -> None:
        """Ask for the selected branch to be moved."""
        selected = self.selected
        if selected is not None:
            self.post_message(messages.MoveBranch(selected, direction))

    def action_cut(self) -> None:
        """Mark the selected branch, to be put below another claim; a second time, unmark it."""
        selected, number = self.selected, self._number
        if selected is None:
            return
        if selected.kind == "section":
            self.notify("A section cannot be moved below a claim.", severity="warning")
            return
        self._set_cut(None if number == self._shown.cut else number)

    def action_paste(self) -> None:
        """Ask what the marked branch is to be below the selected row."""
        selected, number, cut = self.selected, self._number, self._shown.cut
        if selected is None or number is None or cut is None:
            return
        if selected.kind == "section":
            self.notify("Choose a claim or a question to put the branch below.", severity="warning")
        elif number == cut or cut in ancestors(self._shown.rows, number):
            self.notify("A branch cannot be put below itself.", severity="warning")
        elif selected.kind == "question":
            self._ask_for_move("answer")
        else:
            self.query_one(RelationBar).ask()

    def on_relation_bar_chosen(self, message: RelationBar.Chosen) -> None:
        """The reader said what the branch is to be there."""
        message.stop()
        self.focus()
        self._ask_for_move(message.keyword)

    def on_relation_bar_closed(self, message: RelationBar.Closed) -> None:
        """The reader thought better of it."""
        message.stop()
        self.focus()

    def _ask_for_move(self, keyword: str) -> None:
        selected, cut = self.selected, self._shown.cut
        if selected is None or cut is None:
            return
        row = self._shown.rows[cut]
        self._set_cut(None)
        self.post_message(messages.MoveUnder(row, selected, keyword))

    def _set_cut(self, number: int | None) -> None:
        self._shown.cut = number
        self.refresh_bindings()
        self._renew(self._number or 0)
