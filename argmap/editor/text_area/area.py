"""The text area of the editor: what its keys do."""

from collections.abc import Callable
from typing import ClassVar

from textual import events
from textual.document._document import EditResult, Location, Selection

from argmap.editor.text_area import branch_keys, keys
from argmap.editor.text_area.branch_keys import Rewritten
from argmap.editor.text_area.looks import COMPONENTS, CSS
from argmap.editor.text_area.painted import PaintedTextArea
from argmap.editor.text_area.shown import whole


class MapTextArea(PaintedTextArea, inherit_bindings=False):
    """The text of an argument map, to be edited.

    `first_keys` is asked about each key before the text area takes it, as by an open list of completions;
    it returns whether it has taken the key.
    """

    BINDINGS = keys.BINDINGS
    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = CSS

    first_keys: Callable[[str], bool] | None = None
    _copied_line = ""

    async def _on_key(self, event: events.Key) -> None:
        if self.first_keys is not None and self.first_keys(event.key):
            event.stop()
            event.prevent_default()
            return
        if await self._run_own_action(event.key):
            event.stop()
            event.prevent_default()
            return
        await super()._on_key(event)

    async def _run_own_action(self, key: str) -> bool:
        """Run what a key is bound to here, at once; whether it is bound and did something.

        Textual runs it when the key has gone up to the app. Of keys that come quickly, as over a slow line,
        what is typed would then be written before the cursor has moved.
        """
        bindings = self._bindings.copy()
        bindings.apply_keymap(self.app._keymap)
        for binding in bindings.key_to_bindings.get(key, ()):
            self._restart_blink()
            if await self.app.run_action(binding.action, self):
                return True
        return False

    async def _on_click(self, event: events.Click) -> None:
        """Two clicks select a word, three a line."""
        if event.chain == 2:
            self._select_word()
        elif event.chain >= 3:
            self.action_select_line()

    def _select_word(self) -> None:
        row, column = self.cursor_location
        line = self.document[row]
        start = stop = column
        while start and (line[start - 1].isalnum() or line[start - 1] in "_-"):
            start -= 1
        while stop < len(line) and (line[stop].isalnum() or line[stop] in "_-"):
            stop += 1
        self.selection = Selection((row, start), (row, stop))

    # Moving

    def action_cursor_text_start(self, select: bool = False) -> None:
        """Go to the start of the text."""
        self.move_cursor(self.document.start, select=select)

    def action_cursor_text_end(self, select: bool = False) -> None:
        """Go to the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def action_next_problem(self) -> None:
        """Go to the next problem, from the last to the first."""
        self._go_to_problem(1)

    def action_previous_problem(self) -> None:
        """Go to the problem before, from the first to the last."""
        self._go_to_problem(-1)

    def _go_to_problem(self, step: int) -> None:
        mark = self._problems.beside(self.cursor_location, step)
        if mark is not None:
            self.go_to((mark.row, mark.start))

    def go_to(self, location: Location) -> None:
        """Put the cursor at a location, and that in the middle of the screen if it was not on it."""
        row = self.wrapped_document.location_to_offset(location).y
        on_screen = self.scroll_offset.y <= row < self.scroll_offset.y + self.size.height
        self.move_cursor(self.document.clamped(location), center=not on_screen)

    # Writing

    def action_new_line(self) -> None:
        """Break the line; the new one is indented as this one is, or a step more where its reasons begin.

        A line of blanks alone is left empty, and the new one begins at the left margin.
        """
        if self.read_only:
            return
        row, column = min(self.selection)
        line = self.document[row]
        newline = self.document.newline_at((row, column))
        self.history.checkpoint()
        if line and not line.strip() and self.selection.is_empty:
            super()._replace_via_keyboard(newline, (row, 0), (row, len(line)))
            return
        indentation = branch_keys.indentation(line, column)
        super()._replace_via_keyboard(newline + indentation, *self.selection)

    def action_delete_left(self) -> None:
        """Delete the selection, the character before the cursor, or a step of indentation before it."""
        row, column = self.cursor_location
        if not self.selection.is_empty or not column:
            super().action_delete_left()
            return
        # Of a character that is joined to others, one part goes at a time, as it was typed.
        start = column - branch_keys.step_back(self.document[row], column)
        self._delete_via_keyboard((row, start), (row, column))
        self.move_cursor((row, whole(self.document[row], self.cursor_location[1])))

    def action_delete_to_start_of_line(self) -> None:
        """Delete what stands before the cursor in its line; at the start, the end of the line above."""
        row, column = self.cursor_location
        if self.selection.is_empty and column:
            self._delete_via_keyboard((row, 0), (row, column))
        else:
            super().action_delete_left()

    def action_delete_to_end_of_line(self) -> None:
        """Delete what stands after the cursor in its line; at the end, the end of the line."""
        row, column = self.cursor_location
        if self.selection.is_empty and column < len(self.document[row]):
            self._delete_via_keyboard((row, column), (row, len(self.document[row])))
        else:
            super().action_delete_right()

    def action_delete_line(self) -> None:
        """Delete the lines of the selection, or that of the cursor."""
        self._delete_cursor_line()

    def _delete_cursor_line(self) -> EditResult | None:
        if self.read_only:
            return None
        first, last = self._selected_rows()
        column = self.cursor_location[1]
        start, end = (first, 0), (last + 1, 0)
        if end > self.document.end and first:
            start, end = (first - 1, len(self.document[first - 1])), self.document.end
        self.history.checkpoint()
        result = self._delete_via_keyboard(start, end)
        row = min(first, self.document.line_count - 1)
        self.move_cursor(self.document.clamped((row, column)))
        return result

    def action_copy(self) -> None:
        """Copy the selection, or the line where nothing is selected."""
        text = self.selected_text or self._line_with_end()
        self._copied_line = "" if self.selected_text else text
        self.app.copy_to_clipboard(text.encode(errors="replace").decode())

    def action_cut(self) -> None:
        """Cut the selection, or the line where nothing is selected."""
        if self.read_only:
            return
        self.action_copy()
        if self.selection.is_empty:
            self.action_delete_line()
        else:
            self._delete_via_keyboard(*self.selection)

    def action_paste(self) -> None:
        """Paste what was copied here; a line that was copied as a whole goes above this one."""
        if self.read_only or not self.app.clipboard:
            return
        if self.selection.is_empty and self.app.clipboard == self._copied_line:
            row, column = self.cursor_location
            self.replace_placing(
                self._copied_line, (row, 0), (row, 0), after=Selection.cursor((row + 1, column))
            )
            return
        self.history.checkpoint()
        self._replace_via_keyboard(self.app.clipboard, *self.selection)
        self.history.checkpoint()

    def _line_with_end(self) -> str:
        row = self.cursor_location[0]
        return self.document[row] + (self.document.ends[row] or self.document.newline)

    # Lines and branches

    def action_duplicate_lines(self) -> None:
        """Write the lines once more below."""
        self._rewrite(branch_keys.duplicated(self.document.lines, *self._selected_rows()))

    def action_indent_branch(self) -> None:
        """Move the branch one step in; on an empty line, write the step."""
        row, column = self.cursor_location
        if self.selection.is_empty and not self.document[row].strip():
            self._replace_via_keyboard("  ", (row, column), (row, column))
            return
        self._rewrite(branch_keys.indented(self.document.lines, *self._selected_rows()))

    def action_dedent_branch(self) -> None:
        """Move the branch one step out."""
        self._rewrite(branch_keys.dedented(self.document.lines, *self._selected_rows()))

    def action_move_branch_up(self) -> None:
        """Move the branch before its sibling."""
        self._rewrite(branch_keys.moved_up(self.document.lines, self.cursor_location[0]))

    def action_move_branch_down(self) -> None:
        """Move the branch after its sibling."""
        self._rewrite(branch_keys.moved_down(self.document.lines, self.cursor_location[0]))

    def action_toggle_comment(self) -> None:
        """Make comments of the branches, or branches of the comments; what goes along is told."""
        first, last = self._selected_rows()
        rewritten = branch_keys.commented(self.document.lines, first, last)
        if rewritten is None or self.read_only:
            return
        self._rewrite(rewritten)
        if rewritten.stop > last + 1:
            lines = rewritten.stop - rewritten.start
            self.notify(f"what stands below goes along: {lines:,} lines in all")

    def _selected_rows(self) -> tuple[int, int]:
        (first, _), (last, column) = sorted(self.selection)
        return first, last - (last > first and column == 0)

    def _rewrite(self, rewritten: Rewritten | None) -> None:
        if rewritten is None or self.read_only:
            return
        old = self.document.lines[rewritten.start : rewritten.stop]
        own = self._ends_of(rewritten)
        pairs = zip(rewritten.lines, [*own[:-1], ""], strict=True)
        after = Selection(*(_place_in(rewritten, old, place) for place in self.selection))
        start, end = (rewritten.start, 0), (rewritten.stop - 1, len(old[-1]))
        self.replace_placing("".join(line + newline for line, newline in pairs), start, end, after=after)

    def _ends_of(self, rewritten: Rewritten) -> list[str]:
        """The ends of the rewritten lines. They stay at their places, so that a line without one may move."""
        ends = self.document.ends[rewritten.start : rewritten.stop]
        own = [ends[0] or self.document.newline] * (len(rewritten.lines) - len(ends)) + ends
        around = {*own, *self.document.ends[rewritten.start - 1 : rewritten.start]}
        if {"\r", "\n"} <= around:
            return ["\r\n"] * len(own)  # one of each would be a single line end around an empty line
        return own


def _place_in(rewritten: Rewritten, old: list[str], place: Location) -> Location:
    """Where a place is in the rewritten lines: as far from the end of its line as before."""
    row, column = place
    if not rewritten.start <= row < rewritten.stop:
        return place
    moved = rewritten.moved_to[row - rewritten.start]
    added = len(rewritten.lines[moved - rewritten.start]) - len(old[row - rewritten.start])
    return moved, max(column + added, 0) if column or added > 0 else column
