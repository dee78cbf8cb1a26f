"""The files of a review: found, opened, and saved only over what they were made from."""

import os
from collections.abc import Mapping
from pathlib import Path

import attrs

from argmap.edits.verdicts import review_file
from argmap.edits.writing import one_line
from argmap.model.names import normal
from argmap.model.reading import Reading, read
from argmap.source.cells import printable
from argmap.source.diagnostics import Severity
from argmap.source.files import UnreadableFile
from argmap.source.text import SourceText
from argmap.workspace.disk import DiskState, digest_of
from argmap.workspace.opening import Form, Opened, is_writable, open_for_editing
from argmap.workspace.reviewing.acting import refreshed
from argmap.workspace.reviewing.state import Reviewing, begin, begin_beside, begin_in_place
from argmap.workspace.saving import Outcome, Saved, save


@attrs.frozen
class Kept:
    """What a file held when it was read or saved last."""

    text: str
    """Of a review that is yet to be made, what it begins with."""
    form: Form | None = None
    """None until somebody needs it."""
    is_new: bool = False
    """Whether there is no file yet."""


@attrs.frozen
class OpenReview:
    """A review as it was opened. `files` are those that it may write; whoever opened others saves them."""

    state: Reviewing
    files: Mapping[str, Kept]
    notices: tuple[str, ...] = ()
    """Sentences that the reader should see once."""
    beside: tuple[SourceText, ...] = ()
    """The reviews of other readers that stand in files of their own, as far as they have been looked for."""


@attrs.frozen
class SavedReview:
    """What became of saving: `files` are to be given to the next call."""

    files: Mapping[str, Kept]
    outcomes: tuple[Outcome, ...]


def open_review(
    map_file: str,
    reader: str,
    *,
    in_place: bool = False,
    texts: Mapping[str, SourceText] | None = None,
    previous: Reading | None = None,
) -> OpenReview:
    """A reader's review of a map: the one that the map holds, else that in a file beside it, else a new one.

    A new one goes beside the map, or to its end if it is to be `in_place`; its file is made when it is first
    saved. `texts`, by their files, are open elsewhere and may hold what no file does; what `previous` has
    read already is not read again. Raises Refused for what is no name of a reader and for a file that is no
    review of the map, UnreadableFile and NotText.
    """
    beside = os.path.normpath(review_file(map_file, reader))
    given = {os.path.normpath(name): text for name, text in (texts or {}).items()}
    opened: dict[str, Opened] = {}
    map_source = _opened(os.path.normpath(map_file), given, opened)
    reading = read(map_source, folder=Path(map_source.name).parent, previous=previous, texts=given)
    notices: list[str] = []
    if _holds_review(reading, normal(one_line(reader))):
        state = begin(map_source, map_source, reader, texts=given, previous=reading)
        state = attrs.evolve(state, permitted=in_place)
        if Path(beside).exists() and beside not in state.texts:
            notices.append(
                printable(f"{beside} is left alone, since {state.home} holds a review by {reader}")
            )
    elif in_place:
        state = begin_in_place(map_source, reader, texts=given, previous=reading)
    else:
        review = _opened(beside, given, opened) if Path(beside).exists() or beside in given else None
        state = begin_beside(map_source, reader, review=review, texts=given, previous=reading)
    kept = {
        name: Kept(source.text, opened[name].form if name in opened else None, not Path(name).exists())
        for name, source in state.texts.items()
        if name not in given
    }
    protected = (name for name in state.texts if Path(name).exists() and not is_writable(name))
    notices += [notice for one in opened.values() for notice in one.notices]
    return OpenReview(attrs.evolve(state, protected=frozenset(protected)), kept, tuple(notices))


def digest_of_kept(kept: Kept) -> str:
    """The fingerprint of what the file held when it was read or saved last."""
    return digest_of((kept.form or Form()).encode(kept.text))


def faults(state: Reviewing) -> tuple[str, ...]:
    """What is wrong in a review's own file, so that it does not count: such as a claim that is no more."""
    if state.home == state.map_file:
        return ()
    wrong = (one for one in state.map.diagnostics if one.severity is Severity.ERROR)
    return tuple(one.message for one in wrong if one.span.file == state.home)


def is_modified(files: Mapping[str, Kept], state: Reviewing) -> tuple[str, ...]:
    """The files whose texts are other than when they were read or saved: the author's before the review."""
    names = [name for name, kept in files.items() if state.texts[name].text != kept.text]
    return tuple(sorted(names, key=lambda name: name == state.home))


def save_review(files: Mapping[str, Kept], state: Reviewing) -> SavedReview:
    """Save what was changed, the author's text first: a review must not name a label that no map has.

    It ends at the first file that cannot be saved; the rest stays as it is.
    """
    known, outcomes = dict(files), list[Outcome]()
    for name in is_modified(files, state):
        outcome = _save(name, state.texts[name].text, known[name])
        outcomes.append(outcome)
        if not isinstance(outcome, Saved):
            break
        known = dict(settled(known, state, name))
    return SavedReview(known, tuple(outcomes))


def settled(files: Mapping[str, Kept], state: Reviewing, name: str) -> Mapping[str, Kept]:
    """The files after one of them was given its text, by whatever way somebody chose."""
    return {**files, name: Kept(state.texts[name].text, files[name].form)}


def read_again_from_disk(
    files: Mapping[str, Kept], state: Reviewing, name: str
) -> tuple[Mapping[str, Kept], Reviewing]:
    """Take what a file holds now, giving up what was not saved of it. Raises UnreadableFile and NotText."""
    found = open_for_editing(name)
    kept = Kept(found.text, found.form, found.state is None)
    return {**files, name: kept}, refreshed(state, [SourceText(name, found.text)])


def _opened(name: str, given: Mapping[str, SourceText], opened: dict[str, Opened]) -> SourceText:
    if name in given:
        return SourceText(name, given[name].text)
    found = open_for_editing(name)
    if found.state is None:
        raise UnreadableFile(name, "there is no such file or folder")
    opened[name] = found
    return SourceText(name, found.text)


def _holds_review(reading: Reading, reader: str) -> bool:
    heads = (part.placed.block.lines[0] for part in reading.parts if part.placed.block.lines)
    return any(
        head.keyword == "review" and head.label is not None and normal(head.label.text) == reader
        for head in heads
    )


def _save(name: str, text: str, kept: Kept) -> Outcome:
    if kept.is_new:
        return save(name, text, kept.form or Form(), since=None)
    form = kept.form or open_for_editing(name).form
    return save(name, text, form, since=DiskState(digest_of(form.encode(kept.text))))
