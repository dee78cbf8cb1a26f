"""The review: a claim at a time, with what bears on it, and a key for each thing that can be said of it."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Literal, Self

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.worker import Worker, WorkerState, get_current_worker

from argmap.editor.review import messages
from argmap.editor.review.bars import Banner, ProgressLine
from argmap.editor.review.list_rows import change_rows, hinge_rows, why_rows
from argmap.editor.review.page import Page
from argmap.editor.review.rows import Row
from argmap.editor.review.sheet_rows import main_rows, side_rows
from argmap.reasoning.explanation import claim_name
from argmap.reasoning.judgement import Judgement
from argmap.reasoning.verdicts import DecisionKind
from argmap.workspace.reviewing import (
    ClaimSheet,
    HingesFound,
    Reviewing,
    about,
    find_hinges,
    neighbour,
    next_unjudged,
    open_questions,
    previous_unjudged,
    thesis_above,
    what_if,
    why,
)

_TWO_COLUMNS = 116
"""Cells from which sources, notes and other readers stand beside the claim."""
_NOTHING = [Row((("There is nothing to review: the map has no claims.", "muted"),))]

_Shown = Literal["sheet", "why", "hinges"]


class ReviewPane(Vertical):
    """Shows a review, and posts what the reader wants; the host carries it out and calls `show` again.

    It changes nothing itself: where the reader is, what is tried and what is said are all in the state.
    """

    DEFAULT_CSS = """
    ReviewPane {
        background: $background; color: $foreground;
        & > #review-columns { height: 1fr; padding: 0 0 0 1; }
        & #review-sheet { width: 3fr; }
        & #review-side { width: 2fr; display: none; margin: 0 0 0 2; }
        &.-wide #review-side { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept", id="review.accept"),
        Binding("r", "reject", "Reject", id="review.reject"),
        Binding("d", "doubt", "Doubt", id="review.doubt"),
        Binding("k,question_mark", "ask", "Ask", show=False, id="review.ask"),
        Binding("c", "comment", "Comment", show=False, id="review.comment"),
        Binding(
            "percent_sign", "likelihood", "How likely", show=False, key_display="%", id="review.likelihood"
        ),
        Binding("q", "answer", "Answer a critical question", show=False, id="review.answer"),
        Binding("n", "next", "Next", id="review.next"),
        Binding("p", "previous", "Unjudged before", show=False, id="review.previous"),
        Binding("right,l", "step(1)", "Next claim", show=False, id="review.next-claim"),
        Binding("left,j", "step(-1)", "Claim before", show=False, id="review.previous-claim"),
        Binding("t", "thesis", "Thesis", show=False, id="review.thesis"),
        Binding("w", "why", "Why", show=False, id="review.why"),
        Binding("x", "what_if", "What if", id="review.what-if"),
        Binding("h", "hinges", "Hinges", show=False, id="review.hinges"),
        Binding("u", "undo", "Undo", show=False, id="review.undo"),
        Binding("U", "redo", "Redo", show=False, id="review.redo"),
        Binding("backspace", "withdraw", "Take back", show=False, id="review.withdraw"),
        Binding("escape", "put_back", "Back", show=False, id="review.put-back"),
    ]

    class _Found(Message):
        def __init__(self, generation: int, found: HingesFound) -> None:
            super().__init__()
            self.generation = generation
            self.found = found

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self.progress = ProgressLine()
        self.banner = Banner()
        self.ask_host: Callable[[Message], object] = self.post_message
        """Asks for what the host does; one that does it before the next key is read puts its own here."""
        self.page = Page(id="review-sheet")
        self.side = Page(id="review-side")
        self.side.can_focus = False
        self._state: Reviewing | None = None
        self._sheet: ClaimSheet | None = None
        self._shown: _Shown = "sheet"
        self._generation = 0
        self._looked_into: Judgement | None = None
        self._hinges = HingesFound()

    def compose(self) -> ComposeResult:
        """How far the reader is, what is tried, and the claim."""
        yield self.progress
        yield self.banner
        with Horizontal(id="review-columns"):
            yield self.page
            yield self.side

    def focus(self, scroll_visible: bool = True, *, from_app_focus: bool = False) -> Self:
        """Give the keys to the page."""
        self.screen.set_focus(self.page, scroll_visible)  # at once, for keys that have come already
        return self

    @property
    def state(self) -> Reviewing | None:
        """The review that is shown."""
        return self._state

    def show(self, state: Reviewing, *, told: Sequence[str] = ()) -> None:
        """Show a review, at the claim where its reader is; and sentences that the reader must see."""
        moved = self._state is None or self._state.at != state.at
        self._state = state
        self._sheet = about(state, state.at) if state.at else None
        self.progress.show(state)
        self.banner.show(what_if(state), told)
        if moved and self._shown == "why":
            self._shown = "sheet"
        self._fill(again=not moved)
        if self._shown == "hinges":
            self._look_for_hinges()

    def _fill(self, *, again: bool = False) -> None:
        """Show what is to be shown, from the top or from where the reader is."""
        state, sheet = self._state, self._sheet
        if state is None:
            return
        if sheet is None:
            self.page.show(_NOTHING)
            self.side.show(())
            return
        side = side_rows(sheet)
        self.side.show(side[1:] if self._shown == "sheet" else (), again=again)
        self.set_class(self._is_wide and bool(side) and self._shown == "sheet", "-wide")
        if self._shown == "why":
            name = claim_name(state.standings, sheet.label)
            self.page.show(why_rows(name, why(state, sheet.label)), again=again)
        elif self._shown == "hinges":
            self.page.show(hinge_rows(self._hinges, theses=len(state.argument.theses)), again=again)
        else:
            rows = [*main_rows(sheet), *([] if self.has_class("-wide") else side)]
            tried = what_if(state)
            self.page.show([*rows, *(change_rows(tried, state.map) if tried else ())], again=again)

    @property
    def _is_wide(self) -> bool:
        return self.size.width >= _TWO_COLUMNS

    def on_resize(self) -> None:
        """One column or two."""
        self._fill(again=True)

    def _turn_to(self, shown: _Shown) -> None:
        """Show something else in the place of the sheet; the same again shows the sheet."""
        self._shown = "sheet" if self._shown == shown else shown
        self._fill()

    # What the reader says

    def action_accept(self) -> None:
        """Accept the claim."""
        self._judge("accept")

    def action_reject(self) -> None:
        """Reject the claim."""
        self._judge("reject")

    def action_doubt(self) -> None:
        """Doubt the claim."""
        self._judge("doubt")

    def _judge(self, kind: DecisionKind) -> None:
        if self._sheet is not None:
            self.ask_host(messages.Judge(self._sheet.label, kind))

    def action_ask(self) -> None:
        """Ask something about the claim."""
        if self._sheet is not None:
            self.ask_host(messages.AskWanted(self._sheet.label))

    def action_comment(self) -> None:
        """Comment on the verdict."""
        sheet = self._sheet
        if sheet is None:
            return
        if sheet.verdict is None:
            self._tell("A comment goes with a verdict: a accepts, r rejects, d doubts; k asks")
            return
        self.ask_host(messages.CommentWanted(sheet.label, sheet.verdict.comment))

    def action_likelihood(self) -> None:
        """Say how likely the claim is."""
        sheet = self._sheet
        if sheet is None:
            return
        if sheet.verdict is None:
            self._tell("A likelihood goes with a verdict: a accepts, r rejects, d doubts")
            return
        self.ask_host(messages.LikelihoodWanted(sheet.label, sheet.verdict.likelihood))

    def action_answer(self) -> None:
        """Answer a critical question."""
        if self._sheet is None:
            return
        schemes = open_questions(self._sheet)
        if schemes:
            self.ask_host(messages.AnswerWanted(self._sheet.label, schemes))
        else:
            self._tell("No step here names a scheme that has critical questions")

    def action_withdraw(self) -> None:
        """Take the verdict back."""
        if self._sheet is None:
            return
        if self._sheet.verdict or self._sheet.questions:
            self.ask_host(messages.Withdraw(self._sheet.label))
        else:
            self._tell("You have said nothing of this claim that could be taken back")

    def action_undo(self) -> None:
        """Undo the last thing that was said."""
        self.ask_host(messages.Undo())

    def action_redo(self) -> None:
        """Do again what was undone."""
        self.ask_host(messages.Redo())

    # Where the reader goes

    def action_next(self) -> None:
        """To the next claim without a verdict."""
        if self._state is not None:
            self._go(next_unjudged(self._state, self._state.at))

    def action_previous(self) -> None:
        """To the one before without a verdict."""
        if self._state is not None:
            self._go(previous_unjudged(self._state, self._state.at))

    def _go(self, label: str | None) -> None:
        if label is None:
            self._tell("Every claim has a verdict")
        elif self._state is not None and label == self._state.at:
            self._tell("No other claim is left without a verdict")
        else:
            self._leave_for(label)

    def action_step(self, steps: int) -> None:
        """To the next claim, or the one before."""
        if self._state is not None and self._state.at:
            self._leave_for(neighbour(self._state, self._state.at, steps))

    def action_thesis(self) -> None:
        """To the thesis that the claim bears on; from a thesis, to the next."""
        label = thesis_above(self._state, self._state.at) if self._state else None
        if label is not None:
            self._leave_for(label)

    def on_page_chosen(self, event: Page.Chosen) -> None:
        """To the claim of a row."""
        event.stop()
        self._leave_for(event.label)

    def _leave_for(self, label: str) -> None:
        was, self._shown = self._shown, "sheet"
        if self._state is not None and label != self._state.at:
            self.ask_host(messages.GoTo(label))
        elif was != "sheet":
            self._fill()

    # What would follow, and why

    def action_why(self) -> None:
        """Why the claim stands as it does, or back to the claim."""
        self._turn_to("why")

    def action_what_if(self) -> None:
        """Try the opposite of how the claim stands; once more, the other way; a third time, neither."""
        sheet = self._sheet
        if sheet is None:
            return
        stood = sheet.before or sheet.standing
        first: DecisionKind = "reject" if stood == "stands" else "accept"
        second: DecisionKind = "accept" if first == "reject" else "reject"
        kind = second if sheet.tried in {first, second} else first
        self.ask_host(messages.Try(sheet.label, kind))

    def action_put_back(self) -> None:
        """Back to the claim from a list; else end the what-if; else let what was told go."""
        if self._shown != "sheet":
            self._turn_to(self._shown)
        elif self._state is not None and self._state.trying:
            self.ask_host(messages.PutBack())
        else:
            self._tell()

    def action_hinges(self) -> None:
        """What the theses hinge on, or back to the claim."""
        self._turn_to("hinges")
        if self._shown == "hinges":
            self._look_for_hinges()

    def _look_for_hinges(self) -> None:
        if self._state is None or self._looked_into is self._state.judgement:
            return
        self._looked_into = self._state.judgement
        self._generation += 1
        work = partial(self._in_thread, self._generation, self._looked_into)
        self.run_worker(work, thread=True, exclusive=True, group="hinges", exit_on_error=False)

    def _in_thread(self, generation: int, judgement: Judgement) -> None:
        worker = get_current_worker()
        for found in find_hinges(judgement):
            if worker.is_cancelled:
                return
            self.post_message(self._Found(generation, found))

    def on_review_pane__found(self, event: _Found) -> None:
        """Show what was found so far."""
        event.stop()
        if event.generation != self._generation:
            return
        self._hinges = event.found
        if self._shown == "hinges":
            self._fill(again=True)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """A fault in the search is told."""
        if event.worker.group == "hinges" and event.state is WorkerState.ERROR:
            self._looked_into = None
            problem = event.worker.error
            self._tell(f"Hinges cannot be found, please report it: {type(problem).__name__}: {problem}")

    def _tell(self, *told: str) -> None:
        self.banner.show(what_if(self._state) if self._state else None, told)
