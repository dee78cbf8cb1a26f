"""A small app around the review, for the tests, and by hand: `python review_host.py FILE READER`."""

import sys
from pathlib import Path

from textual.app import App, ComposeResult

from argmap.editor.review import messages as review
from argmap.editor.review.pane import ReviewPane
from argmap.edits.change import Refused
from argmap.workspace import reviewing
from argmap.workspace.reviewing import Done, Reviewing


class Host(App[None]):
    """Carries out what the review asks for, and notes what it leaves to dialogs."""

    ENABLE_COMMAND_PALETTE = False

    def __init__(self, state: Reviewing, *, theme: str = "textual-dark") -> None:
        super().__init__()
        self.state = state
        self.pane = ReviewPane()
        self.wanted: list[object] = []
        self.theme = theme

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.focus()
        self.show(self.state)

    def show(self, state: Reviewing, told: tuple[str, ...] = ()) -> None:
        self.state = state
        self.pane.show(state, told=told)

    def carry_out(self, action, *arguments: object) -> None:
        try:
            done: Done | None = action(self.state, *arguments)
        except Refused as reason:
            self.show(self.state, (str(reason),))
            return
        if done is not None:
            self.show(done.state, done.told)

    def on_review_judge(self, event: review.Judge) -> None:
        self.carry_out(reviewing.judge, event.label, event.kind)

    def on_review_withdraw(self, event: review.Withdraw) -> None:
        self.carry_out(reviewing.withdraw, event.label)

    def on_review_undo(self) -> None:
        self.carry_out(reviewing.undo)

    def on_review_redo(self) -> None:
        self.carry_out(reviewing.redo)

    def on_review_go_to(self, event: review.GoTo) -> None:
        self.show(reviewing.go(self.state, event.label))

    def on_review_try(self, event: review.Try) -> None:
        self.show(reviewing.try_verdict(self.state, event.label, event.kind))

    def on_review_put_back(self) -> None:
        self.show(reviewing.put_back(self.state))

    def on_review_ask_wanted(self, event: review.AskWanted) -> None:
        self.wanted.append(("ask", event.label))

    def on_review_comment_wanted(self, event: review.CommentWanted) -> None:
        self.wanted.append(("comment", event.label, event.words))

    def on_review_likelihood_wanted(self, event: review.LikelihoodWanted) -> None:
        self.wanted.append(("likelihood", event.label, event.words))

    def on_review_answer_wanted(self, event: review.AnswerWanted) -> None:
        self.wanted.append(("answer", event.label, [scheme.id for scheme in event.schemes]))


if __name__ == "__main__":
    Host(reviewing.open_review(str(Path(sys.argv[1])), sys.argv[2]).state).run()
