"""`argmap check --fix` and `--diff`: the fixes of a map's messages, written to its files or shown."""

import sys
from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from argmap.cli.differences import write_difference
from argmap.cli.failure import Failure
from argmap.cli.inputs import STANDARD_INPUT, map_of, read_again
from argmap.edits.mending import Mended, mend
from argmap.source.cells import printable
from argmap.source.files import UnwritableFile, rewrite_texts, write_output
from argmap.source.report_human import place

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.checking import Selection
    from argmap.source.diagnostics import Diagnostic
    from argmap.source.files import TextFile
    from argmap.source.text import SourceText


class Fixing:
    """What the fixes of one command come to, map by map."""

    def __init__(self, selection: "Selection", *, unsafe: bool, diff: bool) -> None:
        self.selection = selection
        self.unsafe = unsafe
        self.diff = diff
        self.applied = 0
        self.more: set[Diagnostic] = set()
        """Messages with an unsafe fix that was not asked for."""
        self.shown: dict[str, SourceText] = {}
        """With `diff`, what would be in the files that were shown, so that none is shown twice."""

    def mend(self, name: str, argument_map: "ArgumentMap") -> Mended:
        """Mend a map and its files, or with `diff` show what would change; raises `Failure`."""
        if self.shown:
            argument_map = read_again(name, argument_map, {**argument_map.texts, **self.shown})
        mended = self._mended(name, argument_map)
        changes = _changes(argument_map, mended.map)
        if self.diff:
            self._show(changes, mended)
        else:
            _write(changes)
        self._count(mended)
        return mended

    def mend_input(self, file: "TextFile") -> Mended:
        """Mend the map on standard input and write it to standard output; nothing that it includes."""
        argument_map = map_of(file)
        mended = self._mended(STANDARD_INPUT, argument_map, [file.source.name])
        if self.diff:
            self._show(_changes(argument_map, mended.map), mended)
        else:
            write_output(STANDARD_INPUT, file.encode(mended.map.texts[file.source.name].text))
        self._count(mended)
        return mended

    def _mended(self, name: str, argument_map: "ArgumentMap", files: Sequence[str] | None = None) -> Mended:
        reread = partial(read_again, name, argument_map)
        mended = mend(argument_map, reread, selection=self.selection, unsafe=self.unsafe, files=files)
        _tell_refused(mended)
        return mended

    def _count(self, mended: Mended) -> None:
        """Count what was written or shown: a fix that could not be written was not applied."""
        self.applied += len(mended.applied)
        self.more |= {found for found in mended.messages if found.fix and not (found.fix.safe or self.unsafe)}

    def _show(self, changes: Mapping[str, tuple[str, str]], mended: Mended) -> None:
        for file, (old, new) in changes.items():
            write_difference(old, new, file, f"{file} (fixed)")
            self.shown[file] = mended.map.texts[file]

    def summary(self) -> str:
        """`2 fixes applied, 1 more with --unsafe`; empty when there was nothing to fix."""
        done = "would be applied" if self.diff else "applied"
        parts = [f"{_fixes(self.applied)} {done}"] if self.applied else []
        if self.more:
            more = f"{len(self.more):,} more" if parts else f"no fix {done}, {len(self.more):,}"
            parts.append(f"{more} with --unsafe")
        return ", ".join(parts)


def _fixes(number: int) -> str:
    return f"{number:,} fix{'' if number == 1 else 'es'}"


def _changes(old: "ArgumentMap", new: "ArgumentMap") -> dict[str, tuple[str, str]]:
    return {
        name: (source.text, new.texts[name].text)
        for name, source in old.texts.items()
        if name in new.texts and new.texts[name].text != source.text
    }


def _write(changes: dict[str, tuple[str, str]]) -> None:
    try:
        rewrite_texts(changes)
    except UnwritableFile as problem:
        raise Failure(str(problem)) from problem
    for file in changes:
        sys.stderr.write(f"fixed: {printable(file)}\n")


def _tell_refused(mended: Mended) -> None:
    for found in mended.refused:
        where = place(found.message.span, mended.map.texts)
        error = f"{printable(found.error.message)} ({found.error.code})"
        sys.stderr.write(f"{where}: the fix for {found.message.code} is left out; with it, {error}\n")
