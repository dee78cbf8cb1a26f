"""The bar for finding and replacing in the text."""

from bisect import bisect_left
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.document._document import Selection
from textual.timer import Timer
from textual.widgets import Button, Input, Label

from argmap.editor.find.option import Option
from argmap.editor.find.search import MOST, Match, Query, SearchError, find, replaced, replacements
from argmap.editor.text_area import MapTextArea

_WIDE = 72
"""Cells from which the options stand beside what is looked for."""
_AFTER_EDIT = 0.15
"""Seconds without a key after which the matches of a changed text are looked for again."""


class FindBar(Vertical):
    """Finds in a text area, marks what it finds, and replaces it. It is shown by `open`."""

    DEFAULT_CSS = """
    FindBar {
        display: none; height: auto; background: $panel; padding: 0 1;
        &.-open { display: block; }
        & Horizontal { height: 1; }
        & #find-options { display: none; width: auto; }
        & .find-label { width: 9; }
        & Input { width: 1fr; min-width: 6; margin-right: 1; }
        & Button { min-width: 5; margin-right: 1; }
        & #find-replacing { display: none; }
        &.-replacing #find-replacing { display: block; }
        & #find-count { width: auto; margin-left: 1; }
        & #find-message { display: none; color: $text-error; height: auto; }
        &.-bad #find-message { display: block; }
        &.-wide #find-options { display: block; }
        &.-narrow .find-label { display: none; }
        &.-narrow Button { display: none; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close", show=False, id="find.close"),
        Binding("down,f3", "find_next", "Next", show=False, id="find.next"),
        Binding("up,shift+f3,shift+enter", "find_previous", "Previous", show=False, id="find.previous"),
        Binding("alt+c", "toggle_option('case')", "Match case", show=False, id="find.case"),
        Binding("alt+w", "toggle_option('word')", "Whole words", show=False, id="find.word"),
        Binding("alt+r", "toggle_option('pattern')", "Regular expression", show=False, id="find.pattern"),
        Binding("alt+a,ctrl+enter", "replace_all", "Replace all", show=False, id="find.replace-all"),
    ]

    def __init__(self, area: MapTextArea, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._area = area
        self._matches: list[Match] = []
        self._from = (0, 0)
        self._again: Timer | None = None

    def compose(self) -> ComposeResult:
        """What looking for takes: a text, options, and a replacement."""
        with Horizontal():
            yield Label("Find", classes="find-label")
            yield Input(compact=True, id="find-text", select_on_focus=True)
            with Horizontal(id="find-options"):
                yield Option("Case", id="find-case", tooltip="Match case (alt+c)")
                yield Option("Word", id="find-word", tooltip="Whole words (alt+w)")
                yield Option("Regex", id="find-pattern", tooltip="Regular expression (alt+r)")
            yield Label("", id="find-count")
        with Horizontal(id="find-replacing"):
            yield Label("Replace", classes="find-label")
            yield Input(compact=True, id="find-replacement", select_on_focus=True)
            yield Button("Replace", compact=True, id="find-replace")
            yield Button("All", compact=True, id="find-all", tooltip="Replace all (alt+a)")
        yield Label("", id="find-message", markup=False)

    def on_mount(self) -> None:
        """Follow the text."""
        self.watch(self._area, "version", self._text_changed, init=False)

    def _on_resize(self, event: events.Resize) -> None:
        self.set_class(event.size.width >= _WIDE, "-wide")
        self.set_class(event.size.width < 40, "-narrow")

    # What the app calls

    def open(self, *, replacing: bool = False) -> None:
        """Show the bar and look for what is selected, or for what was looked for last."""
        self._from = min(self._area.selection)
        self.add_class("-open")
        self.set_class(replacing, "-replacing")
        selected = self._area.selected_text
        if selected and "\n" not in selected and "\r" not in selected:
            self._text.value = selected
        self.screen.set_focus(self._text)  # at once: keys that have come already are meant for it
        self._search()

    def action_close(self) -> None:
        """Hide the bar; the cursor stays at the match."""
        self.remove_class("-open")
        self._area.show_matches(())
        self._area.focus()

    def action_find_next(self) -> None:
        """Go to the next match, from the last to the first."""
        self._step(1)

    def action_find_previous(self) -> None:
        """Go to the match before, from the first to the last."""
        self._step(-1)

    # Finding

    @property
    def _text(self) -> Input:
        return self.query_one("#find-text", Input)

    @property
    def _query(self) -> Query:
        def chosen(option: str) -> bool:
            return self.query_one(f"#find-{option}", Option).value

        return Query(self._text.value, chosen("case"), chosen("word"), chosen("pattern"))

    @on(Input.Changed, "#find-text")
    @on(Option.Changed)
    def _looked_for_changed(self) -> None:
        if self.has_class("-open") and self._search() and self._matches:
            starts = [start for start, _ in self._matches]
            self._show(bisect_left(starts, self._from) % len(self._matches))

    def _search(self) -> bool:
        """Look for the matches; whether that went well."""
        self._matches = []
        message = ""
        if self._text.value:
            try:
                self._matches = find(self._area.document.lines, self._query)
            except SearchError as error:
                message = str(error)
        self._say(message)
        self._tell()
        return not message

    def _say(self, message: str) -> None:
        self.query_one("#find-message", Label).update(message)
        self.set_class(bool(message), "-bad")

    def _here(self) -> int | None:
        """Which match is selected, from 0."""
        start, stop = sorted(self._area.selection)
        place = bisect_left(self._matches, (start, stop))
        return place if self._matches[place : place + 1] == [(start, stop)] else None

    def _tell(self) -> None:
        here = self._here()
        if self.has_class("-open"):
            self._area.show_matches(self._matches, None if here is None else self._matches[here])
        count = f"{MOST:,}+" if len(self._matches) == MOST else f"{len(self._matches):,}"
        at = "–" if here is None else f"{here + 1:,}"
        text = f"{at} of {count}" if self._matches else "none"
        if not self._text.value or self.has_class("-bad"):
            text = ""
        # Where there is no room for the options, those that are on are told here.
        on = () if self.has_class("-wide") else (option.word for option in self.query(Option) if option.value)
        self.query_one("#find-count", Label).update(" ".join((*on, text)))

    def _step(self, step: int) -> None:
        if not self._search() or not self._matches:
            return
        here = self._here()
        if here is not None:
            self._show((here + step) % len(self._matches))
            return
        before = bisect_left(self._matches, (self._area.cursor_location, (0, 0)))
        self._show((before if step > 0 else before - 1) % len(self._matches))

    def _show(self, number: int) -> None:
        start, stop = self._matches[number]
        self._area.go_to(start)
        self._area.selection = Selection(start, stop)
        self._tell()

    def _text_changed(self) -> None:
        if self.has_class("-open"):
            self._do_not_search_again()
            self._again = self.set_timer(_AFTER_EDIT, self._search)

    def _do_not_search_again(self) -> None:
        if self._again is not None:
            self._again.stop()

    @on(Input.Submitted, "#find-text")
    def _next(self) -> None:
        self.action_find_next()

    def action_toggle_option(self, option: str) -> None:
        """Turn an option on or off."""
        self.query_one(f"#find-{option}", Option).toggle()

    # Replacing

    @on(Input.Submitted, "#find-replacement")
    @on(Button.Pressed, "#find-replace")
    def _replace(self) -> None:
        """Replace the match that is selected, and go to the next."""
        if not self._search() or self._area.read_only:
            return
        here = self._here()
        if here is not None:
            start, stop = self._matches[here]
            written = self._replacement_of(start, stop)
            if written is None:
                return
            self._area.replace_match(written, start, stop)
        self.action_find_next()

    def _replacement_of(self, start: tuple[int, int], stop: tuple[int, int]) -> str | None:
        replacement = self.query_one("#find-replacement", Input).value
        lines = self._area.document.lines[start[0] : stop[0] + 1]
        last = sum(len(line) + 1 for line in lines[:-1]) + stop[1]
        try:
            return replaced("\n".join(lines), (start[1], last), self._query, replacement)
        except SearchError as error:
            self._say(str(error))
            return None

    @on(Button.Pressed, "#find-all")
    def action_replace_all(self) -> None:
        """Replace all matches, as one action to undo."""
        if self._area.read_only or not self._text.value:
            return
        replacement = self.query_one("#find-replacement", Input).value
        try:
            edits = replacements(self._area.document, self._query, replacement)
        except SearchError as error:
            self._say(str(error))
            return
        self._area.apply_text_edits(edits)
        self._search()
        # What was replaced stays to be read until something else changes.
        self._do_not_search_again()
        self.query_one("#find-count", Label).update(f"{len(edits):,} replaced")
