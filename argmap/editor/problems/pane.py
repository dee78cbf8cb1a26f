"""The widget that lists the problems of a map."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from argmap.editor.problems.following import followed
from argmap.editor.problems.painting import COMPONENTS, height, painted
from argmap.editor.rows import Line, RowPane
from argmap.editor.text_area.problems import SIGNS
from argmap.source.cells import printable
from argmap.source.diagnostics import Diagnostic, Severity
from argmap.source.report_human import counted
from argmap.source.spans import Span
from argmap.source.text import SourceText

_KEYS: Mapping[Severity, str] = {Severity.ERROR: "e", Severity.WARNING: "w", Severity.HINT: "h"}


class Problems(RowPane):
    """The messages about a map. The host gives them by `show` whenever they have changed."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(COMPONENTS)
    DEFAULT_CSS = """
    Problems {
        & > .problems--error { color: $text-error; text-style: bold; }
        & > .problems--warning { color: $text-warning; text-style: bold; }
        & > .problems--hint { color: $text-primary; }
        & > .problems--place { color: $foreground; text-style: bold; }
        & > .problems--text { color: $foreground; }
        & > .problems--advice { color: $foreground 75%; }
        & > .problems--fix { color: $text-success; }
        &:ansi {
            & > .problems--advice { color: ansi_default; text-style: dim; }
        }
        & #problems-count, & #problems-failure { height: auto; padding: 0 1; }
        & #problems-count {
            background: $panel; link-style: none; link-color: $foreground; link-background: $panel;
        }
        & #problems-failure { display: none; color: $text-error; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "fix", "Fix", id="problems.fix"),
        Binding("question_mark", "explain", "Explain", key_display="?", id="problems.explain"),
        Binding("e", "show_kind('error')", "Errors", show=False, id="problems.errors"),
        Binding("w", "show_kind('warning')", "Warnings", show=False, id="problems.warnings"),
        Binding("h", "show_kind('hint')", "Hints", show=False, id="problems.hints"),
    ]

    class GoTo(Message):
        """The reader wants to see what a message is about."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    class Explain(Message):
        """The reader wants the whole explanation of a code."""

        def __init__(self, code: str) -> None:
            super().__init__()
            self.code = code

    class Fix(Message):
        """The reader wants the fix that a message offers."""

        def __init__(self, diagnostic: Diagnostic) -> None:
            super().__init__()
            self.diagnostic = diagnostic

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._all: Sequence[Diagnostic] = ()
        self._shown: Sequence[Diagnostic] = ()
        self._texts: Mapping[str, SourceText] = {}
        self._main = ""
        self._hidden = set[Severity]()
        self._failure = ""
        self._known = False

    def compose(self) -> ComposeResult:
        """How many there are, what went wrong with finding them, and the messages."""
        yield Static("", id="problems-count")
        yield Static("", id="problems-failure", markup=False)
        yield self.list

    def on_mount(self) -> None:
        """Say what is known, which is nothing yet."""
        self._tell()

    # What the host calls

    @property
    def selected(self) -> Diagnostic | None:
        """The selected message; None when there is none."""
        return self._shown[min(self.list.chosen, len(self._shown) - 1)] if self._shown else None

    def show(
        self,
        diagnostics: Sequence[Diagnostic],
        texts: Mapping[str, SourceText],
        *,
        main: str,
        failure: str = "",
    ) -> None:
        """Show these messages, in their order; the selected one stays selected, and where it is.

        `texts` are those that the messages are about, by the names that spans use; `main` is the one that
        needs no name. `failure` says what could not be done, so that fewer messages mean no better map.
        """
        self._known = True
        self._all, self._texts, self._main = diagnostics, texts, main
        self._renew()
        note = self.query_one("#problems-failure", Static)
        note.update(printable(failure))
        self._failure = failure
        note.display = bool(failure)
        self._tell()

    def _renew(self) -> None:
        old = self._shown
        self._shown = [one for one in self._all if one.severity not in self._hidden]
        stays = self.list.chosen if self.list.in_view else self.list.top
        chosen, kept = (followed(old, self._shown, place) for place in (self.list.chosen, stays))
        self.list.renew(chosen=chosen, keep=(stays, kept) if old else None)
        self.refresh_bindings()

    def _tell(self) -> None:
        self.query_one("#problems-count", Static).update(self._summary())

    def _summary(self) -> str:
        """How many of each kind, as markup: a click on a kind hides it or shows it again."""
        if not self._known:
            return "Reading …"
        counts = dict.fromkeys(Severity, 0)
        for one in self._all:
            counts[one.severity] += 1
        parts = []
        for severity, count in counts.items():
            if count:
                hidden = " (hidden)" if severity in self._hidden else ""
                said = f"{SIGNS[severity]} {counted(count, severity.value)}{hidden}"
                parts.append(f"[@click=show_kind('{severity}')]{said}[/]")
        return ", ".join(parts) or ("No problems found" if self._failure else "No problems")

    # Rows, for the list

    def heights(self, cells: int) -> Sequence[int]:
        """The lines that each message takes on so many cells."""
        return [height(one, self._texts, main=self._main, cells=cells) for one in self._shown]

    def painted(self, place: int, cells: int) -> Sequence[Line]:
        """The lines of one message."""
        return painted(self._shown[place], self._texts, main=self._main, cells=cells)

    def nothing(self) -> str:
        """What is said when there is no message to show."""
        if self._all:
            keys = [_KEYS[severity] for severity in Severity if severity in self._hidden]
            return f"All messages are hidden. {' and '.join(keys)} show them again."
        return ""

    def chosen_by_reader(self) -> None:
        """Another message has a fix, or none."""
        self.refresh_bindings()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A message without a fix shows the key for it grey."""
        if action == "fix" and (self.selected is None or self.selected.fix is None):
            return None
        return True

    def action_source(self) -> None:
        """Ask for the place that the selected message is about."""
        if self.selected is not None:
            self.post_message(self.GoTo(self.selected.span))

    def action_explain(self) -> None:
        """Ask for the whole explanation of the selected message."""
        if self.selected is not None:
            self.post_message(self.Explain(self.selected.code))

    def action_fix(self) -> None:
        """Ask for the fix of the selected message."""
        if self.selected is not None and self.selected.fix is not None:
            self.post_message(self.Fix(self.selected))

    def action_show_kind(self, severity: str) -> None:
        """Hide the messages of a severity, or show them again."""
        self._hidden ^= {Severity(severity)}
        self._renew()
        self.list.keep_in_view()
        self._tell()
