"""The fixes that messages offer at an offset, as edits for the open texts."""

from collections.abc import Iterable, Mapping

import attrs

from argmap.edits.fixes import apply_fixes
from argmap.source.changes import difference
from argmap.source.diagnostics import Diagnostic
from argmap.source.edits import TextEdit
from argmap.source.text import SourceText


@attrs.frozen
class Repair:
    """One fix: what it does, the message it mends, and its edits, at most one a file."""

    title: str
    diagnostic: Diagnostic
    edits: tuple[TextEdit, ...]

    @property
    def safe(self) -> bool:
        """Whether it is sure to say what the writer meant."""
        return self.diagnostic.fix is not None and self.diagnostic.fix.safe


def repairs_at(
    diagnostics: Iterable[Diagnostic], texts: Mapping[str, SourceText], *, file: str, offset: int
) -> tuple[Repair, ...]:
    """The fixes of messages that mark an offset, else those of the same line; safe ones first.

    `texts` are those that the messages are about: a fix that does not fit them is left out.
    """
    if file not in texts:
        return ()
    fixable = [one for one in diagnostics if one.fix is not None and one.span.file == file]
    here = [one for one in fixable if one.span.start <= offset <= one.span.stop]
    if not here:
        source = texts[file]
        line, _ = source.position(offset)
        here = [one for one in fixable if source.position(one.span.start)[0] == line]
    found = [repair for one in here if (repair := repair_of(one, texts)) is not None]
    return tuple(sorted(found, key=lambda repair: not repair.safe))


def repair_of(diagnostic: Diagnostic, texts: Mapping[str, SourceText]) -> Repair | None:
    """The fix of a message; None when it has none, or its fix does not fit the texts."""
    applied = apply_fixes(texts, [diagnostic])
    if diagnostic.fix is None or not applied.applied:
        return None
    changed = ((name, source) for name, source in applied.texts.items() if source is not texts[name])
    edits = (difference(name, texts[name].text, source.text) for name, source in changed)
    return Repair(diagnostic.fix.title, diagnostic, tuple(edit for edit in edits if edit is not None))
