"""The files of a review: opened, saved, kept for recovery, and followed when others write them."""

from pathlib import Path
from typing import TYPE_CHECKING

import attrs
from textual import work

from argmap.editor.dialogs import questions
from argmap.editor.recovering import Recovering
from argmap.editor.settling import Settling, Unsaved
from argmap.edits.change import Refused
from argmap.source.cells import printable
from argmap.source.files import UnreadableFile, read_text
from argmap.source.text import SourceText
from argmap.workspace import reviewing
from argmap.workspace.opening import Form
from argmap.workspace.saving import Refused as NotSaved
from argmap.workspace.saving import Saved, overwrite, save_copy

if TYPE_CHECKING:
    from argmap.workspace.recovery import Recovery
    from argmap.workspace.reviewing import Beside, OpenReview
    from argmap.workspace.reviewing.state import Reviewing as State


@attrs.frozen
class ReviewWish:
    """Who reviews, and whether the review is written into the map itself."""

    reader: str
    in_place: bool = False


class ReviewFiles(Settling, Recovering):
    """The part of the app that keeps reviews."""

    def __init__(self) -> None:
        super().__init__()
        self.review: OpenReview | None = None
        self._seen = ""
        self._kept: Recovery | None = None
        self._told_refusal = ""

    def show_state(self, told: tuple[str, ...] = ()) -> None:
        """Show the review as it is now, if it is on the screen; and sentences that its reader must see."""
        raise NotImplementedError

    def become(self, state: "State") -> None:
        """The review is another now: keep it."""
        assert self.review is not None  # nothing else can become another
        self.review = attrs.evolve(self.review, state=state)
        if self._kept is not None and state.home in reviewing.is_modified(self.review.files, state):
            self._kept.change(state.texts[state.home].text)

    # Opening

    def open_review(self) -> bool:
        """Open the review of whoever wishes it; whether that went well."""
        assert self.wish is not None  # it was asked for
        try:
            self.review = reviewing.open_review(
                self.desk.path,
                self.wish.reader,
                in_place=self.wish.in_place,
                texts={self.desk.path: self.desk.document.version.source},
                previous=self.desk.good.reading if self.desk.good else None,
            )
        except (Refused, UnreadableFile) as problem:
            self.say(str(problem), severity="error")
            self.wish = None
            return False
        self._seen = self.desk.text
        for notice in self.review.notices:
            self.say(notice)
        self._tell_faults(())
        self._keep()
        self.follow_files()
        self.look_beside()
        return True

    def _keep(self) -> None:
        from argmap.workspace.recovery import begin_recovery

        assert self.review is not None  # it has been opened
        home = self.review.state.home
        kept = self.review.files.get(home)
        if kept is None:
            return  # it stands in the open map, and is kept with that
        self._kept = begin_recovery(
            home,
            original=None if kept.is_new else reviewing.digest_of_kept(kept),
            folder=self.state_folder,
            report=self._report,
        )
        self._offer_kept(home, None if kept.is_new else kept.text)

    def _report(self, sentence: str) -> None:
        self.call_later(self.say, sentence, severity="error")

    @work(group="recovery")
    async def _offer_kept(self, home: str, text: str | None) -> None:
        """Offer what an earlier run left of the review."""
        from argmap.workspace.recovery import leftovers

        async with self.one_offer:
            for left in leftovers(home, text, folder=self.state_folder):
                answer = await self.offered(home, left, text or "")
                if answer == questions.RECOVER and self.review is not None and self._kept is not None:
                    source = SourceText(home, left.draft.text)
                    self.become(reviewing.refreshed(self.review.state, [source]))
                    self._kept.adopt(left)
                    self.show_state()
                if answer in {None, questions.RECOVER}:
                    return

    def saw_the_text(self) -> None:
        """The review has made the text what it is, and need not catch up with it."""
        self._seen = self.desk.text

    def catch_up(self) -> None:
        """Take over what was written in the map since the review saw it."""
        if self.review is None or self._seen == self.desk.text:
            return
        self._seen = self.desk.text
        self._take([SourceText(self.review.state.map_file, self.desk.text)])

    def _take(self, texts: list[SourceText]) -> None:
        assert self.review is not None  # whoever calls has asked
        before = reviewing.faults(self.review.state)
        self.become(reviewing.refreshed(self.review.state, texts))
        self._tell_faults(before)
        self.look_beside()
        self.show_state()

    def _tell_faults(self, before: tuple[str, ...]) -> None:
        """Say what does not count in the review, but for what was known before."""
        assert self.review is not None  # its faults have been asked for
        new = [fault for fault in reviewing.faults(self.review.state) if fault not in before]
        if new:
            name = Path(self.review.state.home).name
            self.say(f"not everything in {name} counts: {'; '.join(new)}")

    # Saving

    @property
    def review_modified(self) -> bool:
        """Whether there is something in the review that is not saved."""
        return self.review is not None and bool(reviewing.is_modified(self.review.files, self.review.state))

    def try_to_save_review(self) -> NotSaved | None:
        """Save the review's files; what is in the way of that."""
        if self.review is None:
            return None
        saved = reviewing.save_review(self.review.files, self.review.state)
        self.review = attrs.evolve(self.review, files=saved.files)
        for outcome in saved.outcomes:
            if isinstance(outcome, NotSaved):
                return outcome
            self._is_saved(outcome)
        if saved.outcomes:
            self._told_refusal = ""
            self.follow_files()
        return None

    def save_review_by_itself(self) -> None:
        """Save the review after a verdict; what is in the way is told once."""
        refused = self.try_to_save_review()
        if refused is not None and refused.message != self._told_refusal:
            self._told_refusal = refused.message
            self.say(f"{refused.message}: ctrl+s asks you what to do", severity="error")

    def try_to_save_more(self) -> bool:
        """Save the review without asking anything; whether nothing is left unsaved."""
        return self.try_to_save_review() is None

    def unsaved_names(self) -> list[str]:
        """The map and the files of the review, as far as they are not saved."""
        if self.review is None:
            return super().unsaved_names()
        return [*super().unsaved_names(), *reviewing.is_modified(self.review.files, self.review.state)]

    async def save_more(self) -> bool:
        """Save the review, and ask where that is refused; whether nothing is left unsaved."""
        while (refused := self.try_to_save_review()) is not None:
            outcome = await self.settle(refused, self._unsaved(refused.path))
            if isinstance(outcome, Saved):
                if outcome.path != refused.path:
                    self.notify(f"a copy is in {printable(outcome.path)}")
                    return True
                self._is_saved(outcome)
            elif self.review_modified:
                return False
        self.tell_title()
        return True

    def _is_saved(self, saved: Saved) -> None:
        if self.review is not None and self._kept is not None and saved.path == self.review.state.home:
            self._kept.saved(self.review.state.texts[saved.path].text, saved.state.digest)

    def _unsaved(self, name: str) -> Unsaved:
        return Unsaved(
            name,
            text=lambda: self._text(name),
            overwrite=lambda: self._overwritten(name),
            copy=lambda path: save_copy(path, self._text(name), self._form(name)),
            reload=lambda: self._reload_file(name),
            undoable=False,
        )

    def _text(self, name: str) -> str:
        return "" if self.review is None else self.review.state.texts[name].text

    def _form(self, name: str) -> Form:
        return (self.review.files[name].form if self.review else None) or Form()

    def _overwritten(self, name: str) -> Saved | NotSaved:
        outcome = overwrite(name, self._text(name), self._form(name))
        if isinstance(outcome, Saved) and self.review is not None:
            files = reviewing.settled(self.review.files, self.review.state, name)
            self.review = attrs.evolve(self.review, files=files)
        return outcome

    # What others write

    def watched_more(self) -> tuple[dict[str, str], list[str]]:
        """The files of the review, with what was read of them; and those that are not there."""
        if self.review is None:
            return {}, []
        files = self.review.files
        texts = {name: kept.text for name, kept in files.items() if not kept.is_new}
        texts |= {text.name: text.text for text in self.review.beside}
        return texts, [name for name, kept in files.items() if kept.is_new]

    def files_changed_more(self, files: frozenset[str]) -> None:
        """Other programs have written these files."""
        if self.review is None:
            return
        modified = reviewing.is_modified(self.review.files, self.review.state)
        for name in sorted(files & self.review.files.keys()):
            if _holds(name, self.review.files[name].text):
                continue  # what has changed it is our own saving
            if name in modified:
                self.say(f"{name} was changed by another program; saving will ask you what to do")
            elif Path(name).is_file() and self._read_again(name) and name == self.review.state.home:
                self.say(f"{name} was changed by another program, and read again", severity="information")
        if files & {text.name for text in self.review.beside}:
            self.look_beside()

    def _reload_file(self, name: str) -> None:
        self._read_again(name)

    def _read_again(self, name: str) -> bool:
        assert self.review is not None  # one of its files has changed
        try:
            files, _ = reviewing.read_again_from_disk(self.review.files, self.review.state, name)
        except UnreadableFile as problem:
            self.say(str(problem), severity="error")
            return False
        if self._kept is not None and name == self.review.state.home:
            self._kept.saved(self._text(name), reviewing.digest_of_kept(files[name]))
        self.review = attrs.evolve(self.review, files=files)
        self._take([SourceText(name, files[name].text)])
        return True

    @work(thread=True, exclusive=True, group="beside", exit_on_error=False)
    def look_beside(self) -> None:
        """Look for what other readers have written in files beside the map."""
        if self.review is not None:
            found = reviewing.reviews_beside(self.review.state)
            self.call_later(self._take_beside, found)

    def _take_beside(self, found: "Beside") -> None:
        if self.review is None:
            return
        state = attrs.evolve(self.review.state, others=found.reviews)
        self.review = attrs.evolve(self.review, state=state, beside=found.texts)
        self.follow_files()
        if found.reviews:
            self.show_state()

    # Ending

    def close_more(self, *, keep: bool) -> None:
        """End the work on the review, once; `keep` leaves what is not saved to be offered next time."""
        if self._kept is None:
            return
        if keep:
            self._kept.leave()
        else:
            self._kept.close()


def _holds(name: str, text: str) -> bool:
    try:
        return read_text(name).text == text
    except UnreadableFile:
        return False
