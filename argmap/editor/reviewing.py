"""Going through a map claim by claim: what the reader asks for is carried out, kept, and shown everywhere."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import attrs
from textual import on, work
from textual.message import Message

from argmap.editor.dialogs.picker import Picker, Row
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.question import Choice, Question
from argmap.editor.review import messages as review
from argmap.editor.review_files import ReviewFiles, ReviewWish
from argmap.edits.change import Refused
from argmap.source.cells import printable
from argmap.workspace import reviewing

if TYPE_CHECKING:
    from argmap.model.elements import QuestionAnswer
    from argmap.workspace.reviewing import Done
    from argmap.workspace.reviewing.state import Reviewing as State

_ANSWERS: "tuple[QuestionAnswer, ...]" = ("ok", "fails", "open")
_MEANINGS = ("it is answered well", "it speaks against the step", "it is open")
_YES, _NO = Choice("yes", "y", "Yes, write it into the map"), Choice("no", "n", "No, leave the map alone")


class Reviewing(ReviewFiles):
    """The part of the app that reviews."""

    @work(exclusive=True, group="mode")
    async def action_mode(self) -> None:
        """From writing to reviewing, or back."""
        await self.whole.wait()
        if self.map_screen.reviewing:
            self.map_screen.show_writing()
            self.tell_title()
            return
        if self.wish is None:
            name = await self.push_screen_wait(Prompt("Under which name do you review?", check=_no_reader))
            if not name:
                return
            self.wish = ReviewWish(name)
        self.begin_review(at=self.map_screen.selected)

    def begin_review(self, *, at: str | None = None) -> None:
        """Show the review, opened where it has not been; at a claim, if that is given."""
        self.take_text_over()
        if self.review is None and not self.open_review():
            self.map_screen.go_to_text()
            return
        self.catch_up()
        assert self.review is not None  # it is open
        if at is not None:
            self.become(reviewing.go(self.review.state, at))
        self.map_screen.review.ask_host = self._heed
        self.map_screen.show_review()
        self._show()
        self.map_screen.put_cursor_on(self.review.state.at)

    @property
    def doing(self) -> str:
        """Whether the map is reviewed, and by whom."""
        if not self.map_screen.reviewing:
            return super().doing
        return "reviewing" if self.review is None else f"reviewing as {self.review.state.reader}"

    @property
    def modified_more(self) -> bool:
        """Whether there is something in the review that is not saved."""
        return self.review_modified

    # What the pane asks for

    def show_state(self, told: tuple[str, ...] = ()) -> None:
        """Show the review as it is now, if it is on the screen."""
        if self.review is not None and self.map_screen.reviewing:
            self._show(told)

    def _show(self, told: tuple[str, ...] = ()) -> None:
        from argmap.editor.side import Judged

        assert self.review is not None  # it is being shown
        state = self.review.state
        self.map_screen.review.show(state, told=told)
        judged = state.judgement.standings
        before = state.standings if state.trying else None
        self.map_screen.side.judge(Judged(state.argument.map, judged, state.argument.roles, before))
        if state.at:
            self.map_screen.side.select(state.at)
        self.tell_title()

    def _carry_out(self, action: "Callable[[State], Done | None]") -> None:
        if self.review is None:
            return
        self.take_text_over()
        self.catch_up()
        try:
            done = action(self.review.state)
        except Refused as reason:
            self._show((str(reason),))
            return
        if done is None:
            return
        self.become(done.state)
        own = [edit for edit in done.edits if edit.span.file == self.review.state.map_file]
        if own:
            here = [attrs.evolve(edit, span=attrs.evolve(edit.span, file=self.desk.path)) for edit in own]
            self.map_screen.writing.area.apply_text_edits(here)
            self.take_text_over()
            self.saw_the_text()
        if not self.desk.modified:
            # A verdict is the reader's own, and safe as soon as it is given; but one that names a label which
            # only the open text has must wait for that.
            self.save_review_by_itself()
        self._show(done.told)

    def _go(self, state: "State") -> None:
        self.become(state)
        self._show()

    def _heed(self, asked: Message) -> None:
        """Do what the pane asks for at once: a key that has come already is meant for what is shown then."""
        if self.review is None:
            return
        match asked:
            case review.Judge(label=label, kind=kind):
                self._carry_out(lambda state: reviewing.judge(state, label, kind))
            case review.Withdraw(label=label):
                self._carry_out(lambda state: reviewing.withdraw(state, label))
            case review.Undo():
                self._carry_out(reviewing.undo)
            case review.Redo():
                self._carry_out(reviewing.redo)
            case review.GoTo(label=label):
                self._go(reviewing.go(self.review.state, label))
                self.map_screen.put_cursor_on(label)
            case review.Try(label=label, kind=kind):
                self._go(reviewing.try_verdict(self.review.state, label, kind))
            case review.PutBack():
                self._go(reviewing.put_back(self.review.state))
            case _:
                self.map_screen.review.post_message(asked)

    def look_at(self, label: str) -> None:
        """Look at a claim that was selected in the outline or the diagram."""
        if self.review is not None and label in self.review.state.map.claims:
            self._go(reviewing.go(self.review.state, label))

    @on(review.AskWanted)
    @work(exclusive=True, group="asking")
    async def _ask(self, event: review.AskWanted) -> None:
        words = await self.push_screen_wait(Prompt(f"What do you ask about {printable(event.label)}?"))
        if words:
            self._carry_out(lambda state: reviewing.ask(state, event.label, words))

    @on(review.CommentWanted)
    @work(exclusive=True, group="asking")
    async def _comment(self, event: review.CommentWanted) -> None:
        title = f"Your comment on {printable(event.label)}"
        words = await self.push_screen_wait(Prompt(title, value=event.words))
        if words is not None:
            self._carry_out(lambda state: reviewing.comment(state, event.label, words))

    @on(review.LikelihoodWanted)
    @work(exclusive=True, group="asking")
    async def _likelihood(self, event: review.LikelihoodWanted) -> None:
        title = f"How likely is {printable(event.label)}? (such as likely, or 80%)"
        words = await self.push_screen_wait(Prompt(title, value=event.words))
        if words is not None:
            self._carry_out(lambda state: reviewing.assess(state, event.label, words))

    @on(review.AnswerWanted)
    @work(exclusive=True, group="asking")
    async def _answer(self, event: review.AnswerWanted) -> None:
        questions = [(scheme, question) for scheme in event.schemes for question in scheme.questions]
        rows = [Row(question.text, question.answer or "") for _, question in questions]
        chosen = await self.push_screen_wait(Picker("Which critical question?", rows))
        if chosen is None:
            return
        scheme, question = questions[chosen]
        words = [*_MEANINGS, "take the answer back"]
        answer = await self.push_screen_wait(Picker(question.text, [Row(word) for word in words]))
        if answer is None:
            return
        word = _ANSWERS[answer] if answer < len(_ANSWERS) else None
        await self._answer_with_permission(scheme.step, question.id, word)

    async def _answer_with_permission(self, step: str, question: str, word: "QuestionAnswer | None") -> None:
        assert self.review is not None  # the pane has asked
        if not self.review.state.permitted:
            asked = Question(
                "Change the author's text?",
                "Answers to critical questions stand in the map itself, beside the scheme.",
                choices=(_YES, _NO),
            )
            if await self.push_screen_wait(asked) != _YES.id:
                return
            self.become(reviewing.permit(self.review.state))
        self._carry_out(lambda state: reviewing.answer(state, step, question, word))


def _no_reader(name: str) -> str:
    if not name:
        return ""
    from argmap.edits.verdicts import review_file

    try:
        review_file("map", name)
    except Refused as problem:
        return str(problem)
    return ""
