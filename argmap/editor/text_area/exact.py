"""A text area that keeps every character, costs the same at any length, and undoes one action at a time.

Textual's (8.2.8) does work that grows with the document for each key: it joins the whole text for each
row it paints, measures every line, counts all rows, and paints rows again that did not change. What follows
takes the place of those parts. It also sizes the screen before it moves the cursor, and keeps the cursor
inside the text meanwhile: otherwise the undo of a long paste ends the program (textual#6686).
"""

from collections.abc import Iterable, Sequence

from textual import events
from textual.document._document import EditResult, Location, Selection
from textual.document._edit import Edit
from textual.geometry import Size
from textual.reactive import reactive
from textual.widgets import TextArea

from argmap.editor.text_area.document import MapDocument, location_in
from argmap.editor.text_area.navigation import RowNavigator
from argmap.editor.text_area.one_edit import one_edit, place_after
from argmap.editor.text_area.wrapping import HangingWrap
from argmap.source.edits import TextEdit

_REMEMBERED = 20_000
"""Actions that can be undone."""


class PlacedEdit(Edit):
    """An edit after which the selection is at a given place."""

    def __init__(self, text: str, start: Location, end: Location, after: Selection) -> None:
        super().__init__(text, start, end, maintain_selection_offset=True)
        self._after = after

    def do(self, text_area: TextArea, record_selection: bool = True) -> EditResult:
        """Change the document."""
        result = super().do(text_area, record_selection)
        self._updated_selection = self._after
        return result


class ExactTextArea(TextArea):
    """Textual's text area on a `MapDocument`. Locations are (row, column), both from 0."""

    document: MapDocument
    wrapped_document: HangingWrap

    version: reactive[int] = reactive(0, repaint=False, init=False)
    """Counts the changes of the text, for those who watch them."""

    def __init__(
        self,
        text: str = "",
        *,
        soft_wrap: bool = True,
        read_only: bool = False,
        show_line_numbers: bool = True,
        placeholder: str = "",
        id: str | None = None,
    ) -> None:
        super().__init__(
            soft_wrap=soft_wrap,
            read_only=read_only,
            show_line_numbers=show_line_numbers,
            placeholder=placeholder,
            max_checkpoints=_REMEMBERED,
            id=id,
        )
        if text:
            self._set_document(text, None)
        self.mark_saved()

    @property
    def modified(self) -> bool:
        """Whether the text differs from the one that was loaded or last marked as saved."""
        length, lines, ends = self._saved
        return self.document.length != length or self.document.lines != lines or self.document.ends != ends

    def mark_saved(self) -> None:
        """Take the text as it is now for the one in the file."""
        self._saved = self.document.length, self.document.lines.copy(), self.document.ends.copy()

    def load_text(self, text: str) -> None:
        """Show another text. What could be undone is forgotten."""
        super().load_text(text)
        self.version += 1
        self.mark_saved()

    def apply_text_edits(self, edits: Iterable[TextEdit]) -> bool:
        """Change the text by edits whose spans count its characters, as one action to undo.

        Cursor and selection stay beside the text where they were. A line end in a replacement is written as
        it stands, but for LF where no line of the text ends so. Returns whether anything changed. Raises
        ValueError when two edits overlap or one reaches past the text.
        """
        edits = [self._with_own_ends(edit) for edit in edits]
        text = self.document.text
        edit = one_edit(text, edits)
        if edit is None:
            return False
        selected = [place_after(text, edits, self.document.offset(place)) for place in self.selection]
        after = text[: edit.span.start] + edit.replacement + text[edit.span.stop :]
        self.replace_placing(
            edit.replacement,
            self.document.location(edit.span.start),
            self.document.location(edit.span.stop),
            after=Selection(*(location_in(after, offset) for offset in selected)),
        )
        return True

    def _with_own_ends(self, edit: TextEdit) -> TextEdit:
        if "\n" not in edit.replacement or "\n" in self.document.ends or len(self.document.ends) == 1:
            return edit
        replacement = edit.replacement.replace("\r\n", "\n").replace("\n", self.document.newline)
        return TextEdit(edit.span, replacement)

    def replace_match(self, text: str, start: Location, stop: Location) -> None:
        """Replace a range as one action to undo; the cursor goes after it, lines end as they do there."""
        if self.read_only:
            return
        written = self.document.with_newlines_of(text, start)
        row, column = location_in(written, len(written))
        after = (start[0] + row, column + (start[1] if not row else 0))
        self.replace_placing(written, start, stop, after=Selection.cursor(after))

    def replace_placing(self, text: str, start: Location, end: Location, *, after: Selection) -> None:
        """Replace a range as one action to undo, after which the selection is `after`."""
        row = self.cursor_location[0]
        seen_at = self.wrapped_document.row_of(row) - self.scroll_offset.y
        self.history.checkpoint()
        self.edit(PlacedEdit(text, start, end, after))
        self.history.checkpoint()
        if 0 <= seen_at < self.size.height:
            moved = self.wrapped_document.row_of(self.cursor_location[0]) - seen_at
            self.scroll_to(y=max(moved, 0), animate=False, immediate=True)
        self.scroll_cursor_visible()

    # What Textual calls, done otherwise

    def _set_document(self, text: str, language: str | None) -> None:
        self.document = MapDocument(text)
        self.wrapped_document = HangingWrap(self.document)
        self.navigator = RowNavigator(self.wrapped_document)
        self._document_replaced()
        self.move_cursor((0, 0))
        self._rewrap_and_refresh_virtual_size()

    def _document_replaced(self) -> None:
        """For a subclass that keeps something about the lines of the document."""

    def _lines_changed(self, top: Location, old_bottom: Location, new_bottom: Location) -> None:
        """Follow an edit of the document that has just been made."""
        self.wrapped_document.wrap_range(top, old_bottom, new_bottom)
        self.wrapped_document.wrap(self.wrap_width)

    def edit(self, edit: Edit) -> EditResult:
        """Make an edit that can be undone."""
        text, top, bottom = self.document.whole_ends(edit.text, edit.top, edit.bottom)
        edit.text, edit.from_location, edit.to_location = text, top, bottom
        alone = "\r" in text or len(text) > 1
        if alone:
            self.history.checkpoint()
        result = edit.do(self)
        self.history.record(edit)
        if alone or "\r" in result.replaced_text:
            self.history.checkpoint()
        self._lines_changed(top, bottom, result.end_location)
        self._shown_again(edit)
        return result

    def _undo_batch(self, edits: Sequence[Edit]) -> None:
        for edit in reversed(edits):
            bottom = edit._edit_result.end_location if edit._edit_result else edit.bottom
            result = edit.undo(self)
            self._lines_changed(edit.top, bottom, result.end_location)
        # What is typed next belongs to no step that was done before the one undone.
        self.history.checkpoint()
        self._shown_again(edits[0])

    def _redo_batch(self, edits: Sequence[Edit]) -> None:
        for edit in edits:
            result = edit.do(self, record_selection=False)
            self._lines_changed(edit.top, edit.bottom, result.end_location)
        self._shown_again(edits[-1])

    def _shown_again(self, edit: Edit) -> None:
        self._refresh_size()
        edit.after(self)
        self.version += 1
        self.post_message(self.Changed(self))

    def _refresh_size(self) -> None:
        height = self.wrapped_document.height
        width = 0 if self.soft_wrap else self.wrapped_document.widest + self.gutter_width + 1
        self.virtual_size = Size(width, height)
        self._refresh_scrollbars()

    def _recompute_cursor_offset(self) -> None:
        location = self.document.clamped(self.cursor_location)
        self._cursor_offset = self.wrapped_document.location_to_offset(location)

    def _watch_show_vertical_scrollbar(self) -> None:
        # Its room is always kept: a text that fits only without a scrollbar would show and hide it for ever.
        self.scroll_cursor_visible()

    def clamp_visitable(self, location: Location) -> Location:
        """The nearest location inside the text."""
        return self.document.clamped(location)

    def _build_highlight_map(self) -> None:
        """Nothing is kept by place: rows are painted again where their look changes."""

    def find_matching_bracket(self, bracket: str, search_from: Location) -> Location | None:
        """The bracket of the same line that belongs to the one under the cursor."""
        opening, closing = "([{", ")]}"
        if not bracket or bracket not in opening + closing:
            return None
        row, column = search_from
        line = self.document[row][:_BRACKETED]
        step = 1 if bracket in opening else -1
        partner = closing[opening.index(bracket)] if step > 0 else opening[closing.index(bracket)]
        depth = 0
        while 0 <= column < len(line):
            depth += (line[column] == bracket) - (line[column] == partner)
            if not depth:
                return row, column
            column += step
        return None

    def get_column_width(self, row: int, column: int) -> int:
        """The cell of a column in its row of the screen."""
        return self.wrapped_document.location_to_offset((row, column)).x

    def _replace_via_keyboard(self, insert: str, start: Location, end: Location) -> EditResult | None:
        written = self.document.with_newlines_of(insert, min(start, end))
        return super()._replace_via_keyboard(written, start, end)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.history.checkpoint()
        if self._replace_via_keyboard(event.text, *self.selection):
            self.history.checkpoint()
            self.focus()


_BRACKETED = 4000
"""Characters of a line in which the partner of a bracket is looked for."""
