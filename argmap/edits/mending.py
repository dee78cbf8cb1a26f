"""A map mended by the fixes of its messages, round by round, with every round proved by reading again."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence

import attrs

from argmap.edits.fixes import apply_fixes
from argmap.model.map import ArgumentMap
from argmap.reasoning.checking import USUAL, Selection, messages
from argmap.source.diagnostics import Diagnostic
from argmap.source.text import SourceText

Reread = Callable[[Mapping[str, SourceText]], ArgumentMap]
"""Reads a map again, with these texts in place of those of the same names."""

_NO_KEYWORD = "L101"
_OF_STRUCTURE = ("L1", "L2")
_ROUNDS = 20
"""Fixes that wait for each other need a round each; more than this only follow each other in a circle."""


@attrs.frozen
class Refusal:
    """A message whose fix was left out, where it stands now, and the error that it would have brought."""

    message: Diagnostic
    error: Diagnostic


@attrs.frozen
class Mended:
    """A map after its fixes, with the messages about it that are wanted.

    `applied` are the messages whose fixes were applied, in that order. `refused` are those whose fix would
    have given the map a new error.
    """

    map: ArgumentMap
    messages: tuple[Diagnostic, ...]
    applied: tuple[Diagnostic, ...]
    refused: tuple[Refusal, ...]


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
    whatever they claim to be. An error was there already when the line it is on could not be read: mending a
    keyword brings to light what else is wrong. `files` are the names of the texts that may change: all, where
    not given. Writes nothing.
    """
    found = messages(argument_map, selection)
    applied: list[Diagnostic] = []
    refused: list[Refusal] = []
    for _ in range(_ROUNDS):
        known = {_where(refusal.message) for refusal in refused}
        wanted = [
            diagnostic
            for diagnostic in found
            if _may(diagnostic, unsafe=unsafe, files=files) and _where(diagnostic) not in known
        ]
        done = _proved(argument_map, wanted, reread) if wanted else _Round(argument_map, (), ())
        refused = [
            attrs.evolve(refusal, message=_moved(refusal.message, done.applied))
            for refusal in (*refused, *done.refused)
        ]
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
    refused: tuple[Refusal, ...]


def _proved(argument_map: ArgumentMap, wanted: Sequence[Diagnostic], reread: Reread) -> _Round:
    """Apply all that can be applied together, without those that would bring a new error."""
    errors = Counter(map(_kind, argument_map.errors))
    good: list[Diagnostic] = []
    refused: list[Refusal] = []
    result = argument_map
    waiting = [list(apply_fixes(argument_map.texts, wanted).applied)]
    # Halves of a batch that brings an error are tried on their own, until each fix at fault is alone.
    while waiting:
        batch = waiting.pop()
        if not batch:
            continue
        tried = apply_fixes(argument_map.texts, [*good, *batch])
        now = reread(tried.texts)
        known = _brought_to_light(now, tried.applied)
        there = [error for error in now.errors if error not in known]
        more = Counter(map(_kind, there)) - errors
        if not more:
            good += batch
            result = now
        elif len(batch) == 1:
            # Of the errors of a kind, the last is the one that was not there before, or as good as that.
            error = next(error for error in reversed(there) if _kind(error) in more)
            refused.append(Refusal(batch[0], error))
        else:
            half = len(batch) // 2
            waiting += [batch[half:], batch[:half]]
    return _Round(result, tuple(good), tuple(refused))


def _kind(error: Diagnostic) -> tuple[str, str]:
    return error.span.file, error.code


def _brought_to_light(argument_map: ArgumentMap, applied: Sequence[Diagnostic]) -> frozenset[Diagnostic]:
    """The errors of names and annotations on lines whose keyword was mended, and on the lines below them.

    Nobody could read these lines before. An error of structure there speaks against the keyword itself.
    """
    lines: dict[str, set[int]] = {}
    for mended in applied:
        if mended.code == _NO_KEYWORD:
            span = _moved(mended, applied).span
            lines.setdefault(span.file, set()).update(_branch(argument_map.texts[span.file], span.start))
    return frozenset(
        error
        for error in argument_map.errors
        if not error.code.startswith(_OF_STRUCTURE)
        and argument_map.texts[error.span.file].position(error.span.start)[0]
        in lines.get(error.span.file, ())
    )


def _branch(source: SourceText, offset: int) -> Iterator[int]:
    """The number of the line at an offset, and those of the lines below it that are indented deeper."""
    first, _ = source.position(offset)
    yield first
    depth = _indentation(source.line(first))
    for number in range(first + 1, source.line_count + 1):
        line = source.line(number)
        if line.strip():
            if _indentation(line) <= depth:
                return
            yield number


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


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
