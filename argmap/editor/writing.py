"""Where a map is written: the text with its bars, its list of completions, and the card of an empty file."""

from collections.abc import Callable, Iterable
from time import monotonic

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import TextArea

from argmap.editor.completion_list import CompletionList
from argmap.editor.find import FindBar, GoToLineBar
from argmap.editor.help.welcome import WelcomeCard
from argmap.editor.text_area import MapTextArea
from argmap.editor.text_area.problems import marks_of
from argmap.source.diagnostics import Diagnostic
from argmap.source.text import SourceText
from argmap.workspace.candidates import Completions

_SETTLED = 0.08
"""Seconds without a key after which the text is handed on: joining its lines costs more the longer it is."""
_LONGEST = 0.2
"""Seconds after which the text is handed on although there is always another key: so it is kept in time."""
_RESTED = 0.06
"""Seconds without a move after which the cursor's place is told."""
_OPENERS = "@{["
_BRACKETS = (("[", "]"), ("{", "}"))


class Writing(Vertical):
    """The text of a map. It tells when the text has settled and where the cursor rests."""

    DEFAULT_CSS = """
    Writing { width: 1fr; height: 1fr; }
    Writing MapTextArea { height: 1fr; }
    """

    class Settled(Message):
        """Nobody has typed for a moment: the text is to be taken over."""

    class Rested(Message):
        """The cursor is at an offset of the text."""

        def __init__(self, offset: int) -> None:
            super().__init__()
            self.offset = offset

    def __init__(
        self,
        text: str,
        *,
        wrap: bool,
        offers: bool,
        complete: Callable[[int], Completions],
        read_only: bool = False,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self.area = MapTextArea(text, soft_wrap=wrap, read_only=read_only)
        self.find = FindBar(self.area)
        self.line = GoToLineBar(self.area)
        self.completions = CompletionList(self.area)
        self.welcome = WelcomeCard(self.area)
        self._offers = offers
        self._complete = complete
        self._settling: Timer | None = None
        self._changing_since = 0.0
        self._resting: Timer | None = None
        self._taken = self.area.version

    def compose(self) -> ComposeResult:
        """The text above its bars."""
        yield self.area
        yield self.find
        yield self.line
        yield self.completions
        yield self.welcome

    def on_mount(self) -> None:
        """Follow the cursor."""
        self.watch(self.area, "selection", self._moved, init=False)

    @property
    def at(self) -> int:
        """Where the cursor is, in characters from the start."""
        return self.area.document.offset(self.area.cursor_location)

    @property
    def unsettled(self) -> bool:
        """Whether the text has changed since it was last taken over."""
        return self._taken != self.area.version

    def take_over(self) -> str:
        """The text as it is."""
        self._taken = self.area.version
        return self.area.document.text

    def go_to(self, offset: int) -> None:
        """Put the cursor at an offset, in view."""
        self.area.go_to(self.area.document.location(min(offset, self.area.document.length)))

    def show_problems(self, diagnostics: Iterable[Diagnostic], source: SourceText) -> None:
        """Mark these messages; `source` is the text that their spans count in."""
        self.area.set_problems(marks_of(diagnostics, source))

    def offer(self) -> None:
        """Show what could be written at the cursor."""
        self.completions.open(self._complete(self.at))

    @on(TextArea.Changed)
    def _changed(self, event: TextArea.Changed) -> None:
        if event.text_area is not self.area:
            return
        event.stop()
        if self._settling is None:
            self._changing_since = monotonic()
            self._settling = self.set_timer(_SETTLED, self._has_settled)
        elif monotonic() - self._changing_since < _LONGEST - _SETTLED:
            self._settling.reset()

    def _has_settled(self) -> None:
        self._settling = None
        self.post_message(self.Settled())

    def offer_while_typing(self) -> None:
        """Show what could be written where a word has begun that something answers to."""
        if (
            not self._offers
            or not self.area.has_focus
            or self.completions.is_open
            or not self._is_in_a_word()
        ):
            return
        found = self._complete(self.at)
        row, column = self.area.cursor_location
        before = self.area.document[row][:column]
        if found.query or before[-1:] in _OPENERS:
            self.completions.open(found, asked=False)

    def _is_in_a_word(self) -> bool:
        """Whether a name or a keyword may be being written: not every word of a claim's text is looked up."""
        row, column = self.area.cursor_location
        line = self.area.document[row]
        if not self.area.selection.is_empty or line[column : column + 1].isalnum():
            return False
        before = line[:column]
        word = before.rsplit(maxsplit=1)[-1] if before[-1:].strip() else ""
        first = before.lstrip() == word
        inside = any(before.rfind(left) > before.rfind(right) for left, right in _BRACKETS)
        scheme = before[: len(before) - len(word)].split()[-1:] == ["by"]
        return bool(word) and (first or inside or scheme or "@" in word)

    def _moved(self) -> None:
        if self._resting is None:
            self._resting = self.set_timer(_RESTED, self._has_rested)
        else:
            self._resting.reset()

    def _has_rested(self) -> None:
        self._resting = None
        self.post_message(self.Rested(self.at))
