r"""Reading BibTeX and BibLaTeX files: the `bibtexparser` library finds the entries, we say what is wrong.

What a file asks to be read besides itself (`\include`, `file = {...}`) is never followed.
"""

import re
from collections.abc import Iterator
from functools import cache
from types import ModuleType
from typing import Any

from argmap.model.bibliography import messages
from argmap.model.bibliography.bibtex_entries import Entry, inherit, to_source, unknown_parents
from argmap.model.bibliography.bibtex_values import evaluate
from argmap.model.bibliography.latex import plain_text
from argmap.model.bibliography.messages import Marker, shown
from argmap.model.elements import Source
from argmap.source.diagnostics import Diagnostic
from argmap.source.spans import Span

_KEY = re.compile(r"@\w*\s*[{(]\s*([^\s,={}\"()]+)\s*,")
_FIELD_INSIDE = re.compile(r",\s*\w+\s*=\s*[{\"]")
_HEAD = re.compile(r"@\w*\s*[{(][^,\n]*")
_UNCITABLE = re.compile(r"[\s\[\];@{}]")
# Words that begin a line like an entry's; prose may begin a line with any other word after an @.
_TYPES = (
    "article|book|booklet|collection|conference|inbook|incollection|inproceedings|manual|mastersthesis"
    "|misc|online|phdthesis|proceedings|report|techreport|thesis|unpublished|electronic|www"
)
_OPENED_WRONG = re.compile(rf"^[ \t]*(@(?:{_TYPES})\b)", re.IGNORECASE | re.MULTILINE)


def read_bibtex(name: str, text: str) -> tuple[list[Source], list[Diagnostic]]:
    """Every entry that can be read, in order, and what is wrong with the rest. Never raises."""
    return _Reading(Marker(name, text)).result()


class _Reading:
    """One file being read: its abbreviations, its entries by key, and the messages so far."""

    def __init__(self, marker: Marker) -> None:
        self.marker = marker
        self.strings: dict[str, str] = {}
        self.entries: dict[str, Entry] = {}
        self.diagnostics: list[Diagnostic] = []
        self.line_starts = [0, *(match.end() for match in re.finditer("\n", marker.text))]

    def result(self) -> tuple[list[Source], list[Diagnostic]]:
        blocks = list(self._blocks())
        model = _library().model
        for block, _ in blocks:
            abbreviation = _content(block)
            if isinstance(abbreviation, model.String):
                self.strings[abbreviation.key.lower()] = evaluate(abbreviation.value, self.strings).text
        for block, start in blocks:
            self._take(block, start)
        if not self.entries and not self.diagnostics:
            self.diagnostics.append(self._nothing_found([block for block, _ in blocks]))
        return self._sources(), self.diagnostics

    def _blocks(self) -> Iterator[tuple[Any, int]]:
        """The blocks of the file with the offset where each begins."""
        previous = -1
        for block in _library().parse_string(self.marker.text, parse_stack=[]).blocks:
            previous = self._locate(block, previous + 1)
            yield block, previous

    def _locate(self, block: Any, after: int) -> int:
        earliest = max(after, self._start_of_line(block.start_line))
        found = self.marker.text.find(block.raw, earliest)
        return found if found >= 0 else earliest

    def _take(self, block: Any, start: int) -> None:
        model = _library().model
        content = _content(block)
        if isinstance(content, model.Entry):
            self._take_entry(content, start)
        elif isinstance(block, model.ImplicitComment):
            self._look_for_entries(block, start)
        elif isinstance(block, model.ParsingFailedBlock) and content is None:
            self._take_broken(block, start)

    def _take_entry(self, entry: Any, start: int) -> None:
        head = _HEAD.match(self.marker.text, start)
        span = self.marker.at(start, head.end() if head else None)
        key = plain_text(entry.key)
        if not key:
            self._say(messages.unreadable("an entry has no key", span, _FORM))
            return
        if key in self.entries:
            self._say(messages.given_twice(key, span, first=self.entries[key].span))
            return
        if _UNCITABLE.search(key):
            hint = "write the key in letters, digits, - and _"
            self._say(messages.left_out(f"the entry `{shown(key)}` cannot be cited by this key", span, hint))
        self.entries[key] = Entry(key, entry.entry_type, self._fields(entry), span)

    def _fields(self, entry: Any, *, first_line: int = 0) -> dict[str, str]:
        fields: dict[str, str] = {}
        for field in entry.fields:
            name = field.key.lower()
            value = evaluate(field.value, self.strings)
            said = f"{shown(name)} of {shown(entry.key)}"
            if value.problem:
                self._say(
                    messages.left_out(f"{said} {value.problem}", self._place(field, first_line), value.hint)
                )
            if name in fields:
                twice = f"{said} is given twice; the first one counts"
                self._say(messages.left_out(twice, self._place(field, first_line), "delete one of the two"))
            fields.setdefault(name, value.text)
        return fields

    def _place(self, field: Any, first_line: int) -> Span:
        """Where a field begins; the library knows the line that its `=` is on."""
        line = self.marker.at(self._start_of_line(first_line + field.start_line))
        named = re.compile(rf"{re.escape(field.key)}\s*=").search(self.marker.text, line.start, line.stop)
        return self.marker.at(named.start()) if named else line

    def _start_of_line(self, number: int) -> int:
        """Where line `number` (from 0, as the library counts) begins."""
        return self.line_starts[min(max(number, 0), len(self.line_starts) - 1)]

    def _take_broken(self, block: Any, start: int) -> None:
        """An entry that the library gave up on. One that lacks only its last brace is read with it."""
        reason = block.error.abort_reason if hasattr(block.error, "abort_reason") else str(block.error)
        match = _KEY.match(block.raw)
        named = f"the entry {shown(match[1])}" if match else "an entry"
        message, hint = _explain(named, reason)
        self._say(messages.unreadable(message, self.marker.at(start), hint))
        # Only where the end is what is missing: elsewhere a brace more would make another entry of it.
        key = plain_text(match[1]) if match else ""
        if match and key not in self.entries and ("looking for" in reason or "end of file" in reason):
            self._take_mended(block, key, self.marker.at(start, start + match.end(1)))

    def _take_mended(self, block: Any, key: str, span: Span) -> None:
        mended = _library().parse_string(f"{block.raw.rstrip()}\n}}", parse_stack=[]).entries
        swallowed = any(_FIELD_INSIDE.search(field.value) for entry in mended for field in entry.fields)
        if len(mended) == 1 and mended[0].fields and not swallowed:
            fields = self._fields(mended[0], first_line=block.start_line)
            self.entries[key] = Entry(key, mended[0].entry_type, fields, span)

    def _look_for_entries(self, comment: Any, start: int) -> None:
        for match in _OPENED_WRONG.finditer(comment.raw):
            span = self.marker.at(start + match.start(1), start + match.end(1))
            message = f"no {{ opens the entry after {match[1]}, so it is taken for a comment"
            self._say(messages.unreadable(message, span, _FORM))

    def _nothing_found(self, blocks: list[Any]) -> Diagnostic:
        text = self.marker.text
        start = len(text) - len(text.lstrip("\ufeff \t\r\n"))
        span = self.marker.at(start)
        lines = [line for block in blocks for line in block.raw.splitlines() if line.strip("\ufeff \t")]
        if all(line.lstrip().startswith(("%", "@")) for line in lines):
            return messages.empty(self.marker.file, span)
        if text[start : start + 1] in ("[", "{"):
            hint = "this looks like CSL-JSON, whose file names end in .json"
            return messages.no_bibliography(f"{self.marker.file} holds no BibTeX entries", span, hint)
        return messages.no_bibliography(f"{self.marker.file} holds no BibTeX entries", span, _FORM)

    def _sources(self) -> list[Source]:
        sources = []
        for entry in self.entries.values():
            if entry.type == "xdata":
                continue
            for parent in unknown_parents(entry, self.entries):
                hint = "add that entry, or correct its key"
                message = f"{shown(entry.key)} refers to {shown(parent)}, which is not in this file"
                self._say(messages.left_out(message, entry.span, hint))
            source = to_source(inherit(entry, self.entries))
            if not source.title and not source.authors:
                self._say(messages.says_nothing(source.key, source.span))
            sources.append(source)
        return sources

    def _say(self, diagnostic: Diagnostic) -> None:
        self.diagnostics.append(diagnostic)


_FORM = "an entry has the form @article{key, title = {...}, author = {...}, year = {...}}"


def _explain(named: str, reason: str) -> tuple[str, str]:
    """The library's reason in words for the person who wrote the file, and what to do."""
    if "end of file" in reason:
        return f"{named} is never closed", "add the missing } or quotation mark"
    if "block start" in reason:
        return f"{named} is not closed before the next one begins", "add the missing } or quotation mark"
    if "comma after entry key" in reason:
        return f"{named} has no key that a comma follows", _FORM
    if "`=`" in reason:
        return f"{named} has a field without =", "write every field as name = {text}, with commas between"
    return f"{named} cannot be read", _FORM


def _content(block: Any) -> Any:
    """The entry or abbreviation in a block, also when the library set it aside as a repetition."""
    model = _library().model
    if isinstance(block, model.ParsingFailedBlock):
        return block.ignore_error_block
    return block if isinstance(block, model.Entry | model.String) else None


@cache
def _library() -> ModuleType:
    import logging

    import bibtexparser

    # The libraries print what they find broken; we say the same better.
    for name in ("bibtexparser", "pylatexenc"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    module: ModuleType = bibtexparser
    return module
