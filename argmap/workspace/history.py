"""Undo and redo, as edits of a text; whatever shows the text applies them.

Every action is one step. Typing is gathered: what is typed or deleted, one piece right after another, is one
step as long as

- it goes on where the piece before it ended, in the same direction, with no other action between,
- no more than `PAUSE` seconds lie between two pieces,
- it stays on one line, and
- it is one word with the blanks after it: the next word begins a new step.

Moving the cursor, saving and the like end a step by `close`.
"""

import time
from collections.abc import Callable, Iterable
from typing import Final

import attrs

from argmap.source.edits import TextEdit
from argmap.source.spans import Span

PAUSE: Final = 1.0
"""Seconds without a key after which typing begins a new step."""


@attrs.frozen
class Change:
    """The edits that undo or redo a step, of the text as it is now; `cursor` is the offset after them."""

    edits: tuple[TextEdit, ...]
    cursor: int


@attrs.frozen
class _Step:
    edits: tuple[TextEdit, ...]
    inverse: tuple[TextEdit, ...]
    before: int
    """Where the cursor was."""
    typed_at: float | None = None
    """When the last piece of it was typed, in seconds; None when nothing may be added to it."""


class History:
    """The steps of one document. It holds no text: every edit must be recorded, or undo is no longer true."""

    def __init__(self, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to redo."""
        return bool(self._undone)

    def record(self, text: str, edits: Iterable[TextEdit], *, cursor: int | None = None) -> None:
        """Add an action as one step: what it did to `text`, with the cursor at an offset before it.

        Raises ValueError when edits overlap or leave the text.
        """
        step = _step(text, edits, cursor)
        if step is not None:
            self._done.append(step)
            self._undone.clear()

    def record_typing(self, text: str, edit: TextEdit, *, cursor: int | None = None) -> None:
        """Add what one key typed or deleted, to the last step where the rules above say so."""
        step = _step(text, [edit], cursor)
        if step is None:
            return
        now = self._clock()
        last = self._done[-1] if self._done else None
        joined = None
        if last is not None and last.typed_at is not None and now - last.typed_at <= PAUSE:
            joined = _joined(last, step)
        if joined is not None:
            self._done.pop()
        self._done.append(attrs.evolve(joined or step, typed_at=now))
        self._undone.clear()

    def close(self) -> None:
        """Let what is typed next begin a new step."""
        if self._done and self._done[-1].typed_at is not None:
            self._done[-1] = attrs.evolve(self._done[-1], typed_at=None)

    def undo(self) -> Change | None:
        """Take the last step back; None where there is none."""
        if not self._done:
            return None
        step = attrs.evolve(self._done.pop(), typed_at=None)
        self._undone.append(step)
        return Change(step.inverse, step.before)

    def redo(self) -> Change | None:
        """Do again what was undone last; None where there is nothing, or something was done since."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        last = step.inverse[-1].span
        return Change(step.edits, last.stop)


def _step(text: str, edits: Iterable[TextEdit], cursor: int | None) -> _Step | None:
    """The step that these edits are, in order; None when they change nothing."""
    ordered = sorted(edits, key=lambda edit: (edit.span.start, edit.span.stop))
    inverse: list[TextEdit] = []
    done = shift = 0
    for edit in ordered:
        span = edit.span
        if span.start < done or span.stop > len(text):
            raise ValueError(f"edit at {span.start}-{span.stop} overlaps another or leaves the text")
        start = span.start + shift
        inverse.append(
            TextEdit(Span(span.file, start, start + len(edit.replacement)), text[span.start : span.stop])
        )
        shift += len(edit.replacement) - (span.stop - span.start)
        done = span.stop
    if all(edit.replacement == back.replacement for edit, back in zip(ordered, inverse, strict=True)):
        return None
    return _Step(tuple(ordered), tuple(inverse), ordered[0].span.stop if cursor is None else cursor)


def _joined(last: _Step, new: _Step) -> _Step | None:
    """Both steps as one, where the new one goes on with the last."""
    (first,), (first_back,) = last.edits, last.inverse
    (edit,), (back,) = new.edits, new.inverse
    if not _is_one_line(edit.replacement + back.replacement + first.replacement[-1:]):
        return None
    file = edit.span.file
    if edit.span.start == edit.span.stop == first_back.span.stop and first.replacement:
        if _begins_word(first.replacement, edit.replacement):
            return None
        written = TextEdit(first.span, first.replacement + edit.replacement)
        gone = TextEdit(Span(file, first_back.span.start, back.span.stop), first_back.replacement)
        return _Step((written,), (gone,), last.before)
    if edit.replacement or first.replacement:
        return None
    # Both only delete: backwards, the new piece ends where the last began; forwards, it begins there.
    if edit.span.stop == first.span.start:
        if _begins_word(first_back.replacement[::-1], back.replacement[::-1]):
            return None
        start, stop = edit.span.start, first.span.stop
        removed = back.replacement + first_back.replacement
    elif edit.span.start == first.span.start:
        if _begins_word(first_back.replacement, back.replacement):
            return None
        start, stop = first.span.start, first.span.stop + len(back.replacement)
        removed = first_back.replacement + back.replacement
    else:
        return None
    return _Step(
        (TextEdit(Span(file, start, stop), ""),), (TextEdit(Span(file, start, start), removed),), last.before
    )


def _is_one_line(text: str) -> bool:
    return "\n" not in text and "\r" not in text


def _begins_word(before: str, after: str) -> bool:
    return before[-1:].isspace() and not after[:1].isspace()
