"""A map mended by the fixes of its messages, round by round, with every round proved by reading again."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import attrs

from argmap.edits.fixes import apply_fixes
from argmap.model.map import ArgumentMap
from argmap.reasoning.checking import USUAL, Selection, messages
from argmap.source.diagnostics import Diagnostic
from argmap.source.text import SourceText

Reread = Callable[[Mapping[str, SourceText]], ArgumentMap]
"""Reads a map again, with these texts in place of those of the same names."""

_ROUNDS = 20
"""Fixes that wait for each other need a round each; more than this only follow each other in a circle."""


@attrs.frozen
class Mended:
    """A map after its fixes, with the messages about it that are wanted.

    `applied` are the messages whose fixes were applied, in that order. `refused` are those whose fix would
    have given the map a new error, in the places where they stand now.
    """

    map: ArgumentMap
    messages: tuple[Diagnostic, ...]
    applied: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]


def mend(
    argument_map: ArgumentMap,
    reread: Reread,
    *,
    selection: Selection = USUAL,
    unsafe: bool = False,
    files: Sequence[str] | None = None,
) -> Mended:
    """Apply the safe fixes of the wanted messages, `unsafe` ones too, until none is left.

    After each round the map is read again. Fixes that would bring an error that was not there are left out,
    whatever they claim to be. `files` are the names of the texts that may change: all, where not given.
    Writes nothing.
    """
    found = messages(argument_map, selection)
    applied: list[Diagnostic] = []
    refused: list[Diagnostic] = []
    for _ in range(_ROUNDS):
        known = {_where(diagnostic) for diagnostic in refused}
        wanted = [
            diagnostic
            for diagnostic in found
            if _may(diagnostic, unsafe=unsafe, files=files) and _where(diagnostic) not in known
        ]
        done = _proved(argument_map, wanted, reread) if wanted else _Round(argument_map, (), ())
        refused = [_moved(diagnostic, done.applied) for diagnostic in (*refused, *done.refused)]
        if not done.applied:
            break
        argument_map = done.map
        applied += done.applied
        found = messages(argument_map, selection)
    return Mended(argument_map, found, tuple(applied), tuple(refused))


@attrs.frozen
class _Round:
    map: ArgumentMap
    applied: tuple[Diagnostic, ...]
    refused: tuple[Diagnostic, ...]


def _proved(argument_map: ArgumentMap, wanted: Sequence[Diagnostic], reread: Reread) -> _Round:
    """Apply all that can be applied together, without those that would bring a new error."""
    errors = _errors(argument_map)
    good: list[Diagnostic] = []
    refused: list[Diagnostic] = []
    result = argument_map
    waiting = [list(apply_fixes(argument_map.texts, wanted).applied)]
    # Halves of a batch that brings an error are tried on their own, until each fix at fault is alone.
    while waiting:
        batch = waiting.pop()
        if not batch:
            continue
        tried = apply_fixes(argument_map.texts, [*good, *batch])
        map = reread(tried.texts)
        if not _errors(map) - errors:
            good += batch
            result = map
        elif len(batch) == 1:
            refused += batch
        else:
            half = len(batch) // 2
            waiting += [batch[half:], batch[:half]]
    return _Round(result, tuple(good), tuple(refused))


def _errors(argument_map: ArgumentMap) -> Counter[tuple[str, str]]:
    return Counter((error.span.file, error.code) for error in argument_map.errors)


def _may(diagnostic: Diagnostic, *, unsafe: bool, files: Sequence[str] | None) -> bool:
    fix = diagnostic.fix
    if fix is None or not (fix.safe or unsafe):
        return False
    return files is None or all(edit.span.file in files for edit in fix.edits)


def _where(diagnostic: Diagnostic) -> tuple[str, str, int]:
    return diagnostic.code, diagnostic.span.file, diagnostic.span.start


def _moved(diagnostic: Diagnostic, applied: Sequence[Diagnostic]) -> Diagnostic:
    """The message where it stands after the fixes of others."""
    span = diagnostic.span
    shift = sum(
        len(edit.replacement) - (edit.span.stop - edit.span.start)
        for other in applied
        if other.fix is not None
        for edit in other.fix.edits
        if edit.span.file == span.file and edit.span.stop <= span.start
    )
    return attrs.evolve(diagnostic, span=attrs.evolve(span, start=span.start + shift, stop=span.stop + shift))
