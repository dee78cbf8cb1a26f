"""A map at work: its text, what is known of it, and how it is kept; what an editor shows, without a screen.

Analyses come from a thread of their own; whoever shows them hands them to `learn` in its own.
"""

import os
import threading
from collections.abc import Callable, Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from argmap.edits.change import Change, Refused, changed_texts
from argmap.source.diagnostics import Diagnostic
from argmap.source.edits import TextEdit
from argmap.source.files import rewrite_texts
from argmap.source.spans import Span
from argmap.source.text import SourceText
from argmap.workspace.document import Document
from argmap.workspace.opening import Opened, open_for_editing
from argmap.workspace.saving import Outcome, Saved, overwrite, save, save_copy

if TYPE_CHECKING:
    from argmap.edits.naming import NameKind
    from argmap.workspace.analysis import Analysis
    from argmap.workspace.background import Background
    from argmap.workspace.candidates import Completions
    from argmap.workspace.hover import Hover
    from argmap.workspace.index import Use
    from argmap.workspace.places import Place
    from argmap.workspace.recovery import Recovery
    from argmap.workspace.repairs import Repair

_WAIT = 5.0
"""Seconds for which somebody waits who asks about a place: as long as an index of 100,000 lines takes."""
_WAIT_FOR_CHECKS = 1.0
"""Seconds for which the fixes of weaknesses are waited for beyond that."""
_RENAMED: "Mapping[str, NameKind]" = {"claim": "label", "source": "source", "reader": "reader"}
"""What can be renamed, by what stands there."""


class Desk:
    """A file that is open for editing. `deliver` and `report` are called from other threads."""

    def __init__(
        self,
        opened: Opened,
        *,
        deliver: "Callable[[Analysis], None]",
        report: Callable[[str], None] = lambda _: None,
        state_folder: Path | None = None,
    ) -> None:
        self.opened = opened
        """The file as it was last read; its form is kept when it is saved."""
        self.document = Document.open(
            SourceText(opened.path, opened.text), folder=Path(opened.path).resolve().parent
        )
        self.shown: Analysis | None = None
        """The newest that is known, which may be known in part only."""
        self.good: Analysis | None = None
        """The last of which all is known."""
        self._before: Analysis | None = None
        self._problems_of: tuple[Analysis, Analysis | None] | None = None
        self._problems: tuple[Diagnostic, ...] = ()
        self._saved = opened.text
        self._lost = False
        self._since = opened.state
        self._state_folder = state_folder
        self._report = report
        self._beside: dict[str, SourceText] = {}
        self._deliver = deliver
        self._newest: Analysis | None = None
        self._told = threading.Condition()
        self._background: Background | None = None
        self._begun = False

    def begin(self) -> None:
        """Begin to keep the text, and to ask what it means: not before it is shown, which comes first."""
        _ = self.recovery
        self._begin_asking()

    def _begin_asking(self) -> None:
        if not self._begun:
            self.ask_again()

    @cached_property
    def recovery(self) -> "Recovery":
        """What keeps the text until it is saved; at work from `begin` on, or from a change before that."""
        from argmap.workspace.recovery import begin_recovery

        return begin_recovery(
            self.path,
            original=self._since.digest if self._since else None,
            folder=self._state_folder,
            report=self._report,
        )

    @property
    def _asked(self) -> "Background":
        """What finds out in the background what the text means; at work from the first question on."""
        if self._background is None:
            from argmap.workspace.background import Background

            self._background = Background(self._hand_on)
        return self._background

    @property
    def path(self) -> str:
        """The file's path as it was given; the name of its text in spans."""
        return self.opened.path

    @property
    def text(self) -> str:
        """The text as it is now."""
        return self.document.text

    @property
    def modified(self) -> bool:
        """Whether the text is another than the file's, or the file has lost it."""
        return self._lost or self.document.text != self._saved

    @property
    def saved_text(self) -> str:
        """What was last read from the file or saved there."""
        return self._saved

    # What is written

    def become(self, text: str, *, cursor: tuple[int, int] = (0, 0)) -> None:
        """The text is another now: keep it, and ask what it means. `cursor` is line and column, from 0."""
        if self.document.become(text) is None:
            return
        from argmap.workspace.analysis import Inquiry

        self._begun = True
        self.recovery.change(text, cursor)
        self._asked.submit(Inquiry(self.document.version))

    def ask_again(self) -> None:
        """Ask what the text means once more, as when a file that it names has changed."""
        from argmap.workspace.analysis import Inquiry

        self._begun = True
        self._asked.submit_at_once(Inquiry(self.document.version))

    # How it is kept

    def look_at_file(self, on_disk: str | None) -> None:
        """The file was looked at, and holds this text now; None when it holds none, being gone or no text.

        A text that it held and holds no more is nowhere else: it counts as not saved, and is kept.
        """
        self._lost = on_disk != self._saved
        if self._lost:
            self.recovery.change(self.text)

    def save(self) -> Outcome:
        """Put the text into its file, if that is as it was read."""
        return self._kept(save(self.path, self.text, self.opened.form, since=self._since))

    def overwrite(self) -> Outcome:
        """Put the text into its file, whatever that holds by now."""
        return self._kept(overwrite(self.path, self.text, self.opened.form))

    def save_copy(self, path: str) -> Outcome:
        """Put the text into a new file; the open one stays as it is."""
        return save_copy(path, self.text, self.opened.form)

    def reload(self) -> Opened:
        """Read the file again and take its text; whoever shows it must show the new one.

        Raises `UnreadableFile`, and then nothing has changed.
        """
        opened = open_for_editing(self.path)
        self.opened, self._saved, self._since = opened, opened.text, opened.state
        self._lost = False
        self.become(opened.text)
        self.recovery.saved(opened.text, opened.state.digest if opened.state else "")
        return opened

    def _kept(self, outcome: Outcome) -> Outcome:
        if isinstance(outcome, Saved):
            self._saved, self._since = self.text, outcome.state
            self._lost = False
            self.recovery.saved(self.text, outcome.state.digest)
        return outcome

    def close(self, *, keep: bool) -> None:
        """End the work. `keep` leaves what is not saved to be offered at the next start."""
        if self._background is not None:
            self._background.stop()
        if keep:
            self.recovery.leave()
        else:
            self.recovery.close()

    # What is known

    def learn(self, analysis: "Analysis") -> bool:
        """Take over what has become known; whether it is about the text or a newer one than was known."""
        if self.shown is not None and analysis.version.number < self.shown.version.number:
            return False
        if self.shown is not None and self.shown.version is not analysis.version and self.shown.complete:
            self._before = self.shown
        self.shown = analysis
        if analysis.complete and analysis.index is not None:
            self.good = analysis
        return True

    @property
    def problems(self) -> tuple[Diagnostic, ...]:
        """The messages to be shown now; none about a text in which nothing is written yet.

        It is the very same tuple for as long as they are the same messages.
        """
        if self.shown is None or not self.shown.version.text.strip():
            return ()
        before = self._before if self._before is not self.shown else None
        from argmap.workspace.analysis import problems

        if self._problems_of is None or self._problems_of != (self.shown, before):
            self._problems_of = self.shown, before
            now = problems(self.shown, before)
            self._problems = self._problems if self._problems == now else now
        return self._problems

    def now(self) -> "Analysis":
        """What is known about the text as it is, waited for where it is not known yet.

        Places, names and messages of the language are known then, the weaknesses of the argument as far as
        they are. What cannot be found out in five seconds stays unknown: a check that hangs must not take
        the editor with it.
        """
        version = self.document.version
        if self.good is not None and self.good.version is version:
            return self.good
        return self._waited_for(lambda found: found.complete or found.index is not None, _WAIT)

    def _waited_for(self, enough: "Callable[[Analysis], bool]", seconds: float) -> "Analysis":
        """What is known about the text once that is enough, or when the time is over."""
        version = self.document.version
        self._begin_asking()
        self._asked.hurry()

        def is_enough() -> bool:
            found = self._newest
            return found is not None and found.version is version and enough(found)

        with self._told:
            self._told.wait_for(is_enough, seconds)
            found = self._newest
        if found is None or found.version is not version:
            from argmap.workspace.analysis import Analysis, Inquiry

            return Analysis(Inquiry(version))
        self.learn(found)
        return found

    def _hand_on(self, analysis: "Analysis") -> None:
        with self._told:
            self._newest = analysis
            self._told.notify_all()
        self._deliver(analysis)

    # What is asked at a place; offsets count characters of the text as it is

    def complete(self, offset: int) -> "Completions":
        """What could be written there."""
        from argmap.workspace.completion import complete

        words = self.good.vocabulary if self.good else None
        return complete(self.text, offset, words, file=self.path)

    def place(self, offset: int) -> "Place | None":
        """What name stands there."""
        from argmap.workspace.places import place_at

        index = self.now().index
        return None if index is None else place_at(index, self.path, offset)

    def definition(self, offset: int) -> Span | None:
        """Where the name that stands there is defined."""
        from argmap.workspace.places import definition

        index = self.now().index
        return None if index is None else definition(index, self.path, offset)

    def references(self, offset: int) -> "tuple[Use, ...]":
        """Everywhere that the name which stands there is used."""
        from argmap.workspace.places import references

        index = self.now().index
        return () if index is None else references(index, self.path, offset)

    def hover(self, offset: int) -> "Hover | None":
        """What there is to say about the place."""
        from argmap.workspace.hover import hover

        return hover(self.now(), self.path, offset)

    def claim_of(self, offset: int) -> str | None:
        """The label of the claim or question that the line there states, waited for."""
        from argmap.workspace.places import claim_at

        index = self.now().index
        return None if index is None else claim_at(index, self.path, offset)

    def claim_at(self, offset: int) -> str | None:
        """The label of the claim or question that the line there states, by what was known last."""
        if self.good is None or self.good.index is None:
            return None
        from argmap.workspace.places import claim_at

        return claim_at(self.good.index, self.path, offset)

    def span_of(self, label: str) -> Span | None:
        """Where a claim or question is stated, by what was known last."""
        from argmap.workspace.places import span_of

        return None if self.good is None or self.good.index is None else span_of(self.good.index, label)

    def repairs(self, offset: int) -> "list[Repair]":
        """The fixes of the messages there."""
        from argmap.workspace.repairs import repairs_at

        self.now()
        found = self._waited_for(lambda found: found.complete, _WAIT_FOR_CHECKS)
        texts = found.map.texts if found.map else {self.path: self.document.version.source}
        return list(repairs_at(found.diagnostics, texts, file=self.path, offset=offset))

    def rename(self, offset: int, new: str) -> Change:
        """The name that stands there as another one, in all files of the map and of the maps around it.

        Raises `Refused`.
        """
        from argmap.edits.renaming import rename
        from argmap.workspace.beside import readings_beside

        place = self.place(offset)
        reading = self.now().reading
        if place is None or reading is None or place.kind not in _RENAMED:
            raise Refused("no label, source or reader is named here: put the cursor on one")
        others = readings_beside(reading)
        self._beside = {
            name: tree.source for other in (*others, reading) for name, tree in other.trees.items()
        } | {name: text for one in (*others, reading) for name, (text, _) in one.bibliographies.items()}
        return rename(reading, place.name, new, kind=_RENAMED[place.kind], others=others)

    def change_elsewhere(self, change: Change) -> tuple[str, ...]:
        """Carry out what a change does to other files than the open one; which ones those are.

        Nothing is written unless all of them hold what was read. Raises `UnwritableFile`.
        """
        own = os.path.realpath(self.path)
        files = [file for file in change.files if os.path.realpath(file) != own]
        argument_map = self.now().map
        known = {**self._beside, **(argument_map.texts if argument_map else {})}
        new = changed_texts(known, change)
        rewrite_texts({file: (known[file].text, new[file].text) for file in files})
        return tuple(files)

    def edits_here(self, change: Change) -> list[TextEdit]:
        """What a change does to the open file."""
        own = os.path.realpath(self.path)
        return [edit for edit in change.edits if os.path.realpath(edit.span.file) == own]
