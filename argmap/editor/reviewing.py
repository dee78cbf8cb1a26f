"""Going through a map claim by claim: what the reader asks for is carried out, kept, and shown everywhere."""

from collections.abc import Callable

import attrs
from textual import on, work

from argmap.editor import review
from argmap.editor.desk_app import DeskApp
from argmap.editor.dialogs.picker import Picker, Row
from argmap.editor.dialogs.prompt import Prompt
from argmap.editor.dialogs.question import Choice, Question
from argmap.edits.change import Refused
from argmap.model.elements import QuestionAnswer
from argmap.source.cells import printable
from argmap.source.files import UnreadableFile
from argmap.source.text import SourceText
from argmap.workspace import reviewing
from argmap.workspace.reviewing import Done, OpenReview
from argmap.workspace.reviewing.state import Reviewing as State
from argmap.workspace.saving import Refused as NotSaved

_ANSWERS: tuple[QuestionAnswer, ...] = ("ok", "fails", "open")
_MEANINGS = ("it is answered well", "it speaks against the step", "it is open")
_YES, _NO = Choice("yes", "y", "Yes, write it into the map"), Choice("no", "n", "No, leave the map alone")


@attrs.frozen
class ReviewWish:
    """Who reviews, and whether the review is written into the map itself."""

    reader: str
    in_place: bool = False


class Reviewing(DeskApp):
    """The part of the app that reviews."""

    wish: ReviewWish | None = None
    """Whose review it is, once that is known."""

    def __init__(self) -> None:
        super().__init__()
        self.review: OpenReview | None = None
        self._seen = ""

    @work(exclusive=True, group="mode")
    async def action_mode(self) -> None:
        """From writing to reviewing, or back."""
        if self.map_screen.reviewing:
            self.map_screen.show_writing()
            self.tell_title()
            return
        if self.wish is None:
            name = await self.push_screen_wait(Prompt("Under which name do you review?", check=_no_reader))
            if not name:
                return
            self.wish = ReviewWish(name)
        self.begin_review()

    def begin_review(self) -> None:
        """Show the review, opened where it has not been."""
        self.take_text_over()
        if self.review is None and not self._open_review():
            return
        self._catch_up()
        self.map_screen.show_review()
        self._show()

    def _open_review(self) -> bool:
        assert self.wish is not None  # it was asked for
        texts = {self.desk.path: self.desk.document.version.source}
        try:
            self.review = reviewing.open_review(
                self.desk.path,
                self.wish.reader,
                in_place=self.wish.in_place,
                texts=texts,
                previous=self.desk.good.reading if self.desk.good else None,
            )
        except (Refused, UnreadableFile) as problem:
            self.say(str(problem), severity="error")
            self.wish = None
            return False
        self._seen = self.desk.text
        for notice in self.review.notices:
            self.say(notice)
        return True

    def _catch_up(self) -> None:
        """Take over what was written in the map since the review saw it."""
        if self.review is not None and self._seen != self.desk.text:
            source = SourceText(self.review.state.map_file, self.desk.text)
            self._become(reviewing.refreshed(self.review.state, [source]))
            self._seen = self.desk.text

    @property
    def review_modified(self) -> bool:
        """Whether there is something in the review that is not saved."""
        return self.review is not None and bool(reviewing.is_modified(self.review.files, self.review.state))

    def save_review(self) -> bool:
        """Save the review's own file; whether that went well, or there was nothing to save."""
        if self.review is None or not self.review_modified:
            return True
        saved = reviewing.save_review(self.review.files, self.review.state)
        self.review = attrs.evolve(self.review, files=saved.files)
        for outcome in saved.outcomes:
            if isinstance(outcome, NotSaved):
                self.say(outcome.message, severity="error")
                return False
        return True

    # What the pane asks for

    def _become(self, state: State) -> None:
        assert self.review is not None  # it is being shown
        self.review = attrs.evolve(self.review, state=state)

    def _show(self, told: tuple[str, ...] = ()) -> None:
        assert self.review is not None  # it is being shown
        state = self.review.state
        self.map_screen.review.show(state, told=told)
        what_if = reviewing.what_if(state)
        before = state.standings.claims if what_if is not None else None
        self.map_screen.side.judge(state.judgement.standings, before)
        if state.at:
            self.map_screen.side.select(state.at)
        self.tell_title()

    def _carry_out(self, action: Callable[[State], Done | None]) -> None:
        if self.review is None:
            return
        try:
            done = action(self.review.state)
        except Refused as reason:
            self._show((str(reason),))
            return
        if done is None:
            return
        self._become(done.state)
        own = [edit for edit in done.edits if edit.span.file == self.review.state.map_file]
        if own:
            here = [attrs.evolve(edit, span=attrs.evolve(edit.span, file=self.desk.path)) for edit in own]
            self.map_screen.writing.area.apply_text_edits(here)
            self.take_text_over()
            self._seen = self.desk.text
        elif not self.desk.modified:
            # A verdict is the reader's own, and safe as soon as it is given.
            self.save_review()
        self._show(done.told)

    def _go(self, state: State) -> None:
        self._become(state)
        self._show()

    @on(review.Judge)
    def _judge(self, event: review.Judge) -> None:
        self._carry_out(lambda state: reviewing.judge(state, event.label, event.kind))

    @on(review.Withdraw)
    def _withdraw(self, event: review.Withdraw) -> None:
        self._carry_out(lambda state: reviewing.withdraw(state, event.label))

    @on(review.Undo)
    def _undo(self) -> None:
        self._carry_out(reviewing.undo)

    @on(review.Redo)
    def _redo(self) -> None:
        self._carry_out(reviewing.redo)

    @on(review.GoTo)
    def _look_at(self, event: review.GoTo) -> None:
        if self.review is not None:
            self._go(reviewing.go(self.review.state, event.label))
            self.map_screen.put_cursor_on(event.label)

    @on(review.Try)
    def _suppose(self, event: review.Try) -> None:
        if self.review is not None:
            self._go(reviewing.try_verdict(self.review.state, event.label, event.kind))

    @on(review.PutBack)
    def _put_back(self) -> None:
        if self.review is not None:
            self._go(reviewing.put_back(self.review.state))

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

    async def _answer_with_permission(self, step: str, question: str, word: QuestionAnswer | None) -> None:
        assert self.review is not None  # the pane has asked
        if not self.review.state.permitted:
            asked = Question(
                "Change the author's text?",
                "Answers to critical questions stand in the map itself, beside the scheme.",
                choices=(_YES, _NO),
            )
            if await self.push_screen_wait(asked) != _YES.id:
                return
            self._become(reviewing.permit(self.review.state))
        self._carry_out(lambda state: reviewing.answer(state, step, question, word))


def _no_reader(name: str) -> str:
    from argmap.edits.writing import is_reader

    if not name or is_reader(name):
        return ""
    return "a reader's name is one word of letters, digits, - and _"
