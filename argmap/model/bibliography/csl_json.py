"""Reading CSL-JSON files, as Zotero, Pandoc and citeproc exchange them.

The format is a list of items; `{"items": [...]}`, `{"references": [...]}` and a single item are read too.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from argmap.model.bibliography import messages
from argmap.model.bibliography.csl_items import to_source
from argmap.model.bibliography.messages import Marker
from argmap.model.elements import Source
from argmap.source.diagnostics import Diagnostic
from argmap.source.spans import Span

_SPACE = re.compile(r"[\s\ufeff]*")
_SEPARATOR = re.compile(r"\s*,?\s*")
_AFTER_BROKEN = re.compile(r"[\s,}]*")
_LIST_OF_ITEMS = re.compile(r'"(?:items|references)"\s*:\s*\[')
# A string, or a character that opens or closes something.
_STRING_OR_BRACKET = re.compile(r'"(?:[^"\\]|\\.)*+"|[][{}]', re.DOTALL)
# Inside an item no comma stands before an object that begins so; exporters write these first.
_NEXT_ITEM = re.compile(r',\s*\{\s*"(?:id|type|citation-key)"\s*:')
_ID = re.compile(r'"(?:id|citation-key)"\s*:')
# The position of each costs a reading of the file, and nobody mends more by hand.
_MOST_BROKEN = 99
_MEND = "export the file again, or mend it at this place"
_FORM = 'a CSL-JSON file has the form [{"id": "key", "title": "...", "author": [...], "issued": {...}}]'


def read_csl_json(name: str, text: str) -> tuple[list[Source], list[Diagnostic]]:
    """Every item that can be read, in order, and what is wrong with the rest. Never raises."""
    marker = Marker(name, text)
    start = _first_item(text)
    if start is None:
        return [], [_no_items(marker)]
    sources: dict[str, Source] = {}
    diagnostics: list[Diagnostic] = []
    found_any = False
    for item, span in _items(marker, start):
        found_any = True
        outcome = item if isinstance(item, Diagnostic) else _take(item, span, sources)
        diagnostics += [outcome] if outcome else []
    return list(sources.values()), diagnostics if found_any else [messages.empty(name, marker.at(0))]


def _take(item: Any, span: Span, sources: dict[str, Source]) -> Diagnostic | None:
    """Put an item among the sources, or say why not."""
    if not isinstance(item, dict):
        return messages.unreadable("an entry is not written as {...}", span, _FORM)
    source = to_source(item, span)
    if not source.key:
        return messages.unreadable("an entry has no id", span, 'add "id": "key", which citations use')
    if source.key in sources:
        return messages.given_twice(source.key, span, first=sources[source.key].span)
    sources[source.key] = source
    if not source.title and not source.authors:
        return messages.says_nothing(source.key, span)
    return None


def _first_item(text: str) -> int | None:
    """Where the first item, or the bracket that ends an empty list, stands; None in other files."""
    start = _after_space(text, 0)
    if text[start : start + 1] == "[":
        return _after_space(text, start + 1)
    if text[start : start + 1] != "{":
        return None
    if nested := _LIST_OF_ITEMS.search(text):
        return _after_space(text, nested.end())
    return start if _ID.search(text) else None


def _items(marker: Marker, start: int) -> Iterator[tuple[Any, Span]]:
    """Each item with its place, or the message about it where it is broken."""
    text = marker.text
    decoder = json.JSONDecoder()
    broken = 0
    first = start
    while start < len(text) and text[start] != "]":
        if broken == _MOST_BROKEN:
            message = f"reading stopped here, after {_MOST_BROKEN} broken entries"
            yield messages.no_bibliography(message, marker.at(start), _MEND), marker.at(start)
            return
        stop = None
        try:
            item, stop = decoder.raw_decode(text, start)
        except json.JSONDecodeError as error:
            item = _broken(error, marker)
        except (RecursionError, ValueError):
            # Nested a thousand levels deep, or a number of thousands of digits.
            item = messages.unreadable("an entry holds what no bibliography holds", marker.at(start), _FORM)
        yield item, _head(marker, start, stop)
        broken_here = stop is None
        broken += not isinstance(item, dict)
        stop = stop or _end_of_item(text, start)
        if stop is None:
            return
        separator = (_AFTER_BROKEN if broken_here else _SEPARATOR).match(text, stop)
        start = separator.end() if separator else stop
    if end := _wrong_end(marker, first, start):
        yield end, end.span


def _wrong_end(marker: Marker, first: int, last: int) -> Diagnostic | None:
    """What is wrong where the items end, which is at the bracket at `last` or at the file's end."""
    text = marker.text
    before = text[:first].rstrip()
    if last >= len(text):
        if not before.endswith("["):
            return None
        message = "the list of entries is not closed; the file may be cut short"
        return messages.no_bibliography(message, marker.at(max(len(text.rstrip()) - 1, 0)), _MEND)
    more = _after_space(text, last + 1)
    if before.strip("\ufeff \t\r\n") != "[" or more == len(text):
        return None
    return messages.no_bibliography("what follows the list of entries is not read", marker.at(more), _FORM)


def _broken(error: json.JSONDecodeError, marker: Marker) -> Diagnostic:
    end = len(marker.text.rstrip())
    if error.pos >= end:
        return messages.unreadable("the file ends inside an entry", marker.at(end - 1), _MEND)
    message = f"an entry is no JSON here: {_in_words(error.msg)}"
    return messages.unreadable(message, marker.at(error.pos), _MEND)


def _in_words(reason: str) -> str:
    """The reader's own message as the second half of a sentence."""
    words = reason[:1].lower() + reason[1:]
    return words.replace("expecting", "expected").replace("delimiter", "sign").strip(": ")


def _head(marker: Marker, start: int, stop: int | None) -> Span:
    """The line that names the item, which is more to the point than its opening brace."""
    limit = start + 2_000 if stop is None else stop
    named = _ID.search(marker.text, start, limit)
    span = marker.at(named.start() if named else start)
    return Span(span.file, span.start, min(span.stop, max(limit, span.start)))


def _end_of_item(text: str, start: int) -> int | None:
    """Where a broken item ends: by its brackets, or where the next one begins; None at the file's end.

    A quotation mark too few turns texts and brackets inside out, so the earlier of the two counts.
    """
    following = _NEXT_ITEM.search(text, start + 1)
    limit = following.start() if following else len(text)
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text, start, limit):
        if match[0] in "[{":
            depth += 1
        elif match[0] in "]}":
            depth -= 1
            if depth <= 0:
                # A bracket too many ends the list, or is itself what is broken.
                return match.end() if depth == 0 or match.start() == start else match.start()
    return following.start() if following else None


def _no_items(marker: Marker) -> Diagnostic:
    start = _after_space(marker.text, 0)
    span = marker.at(start)
    if start == len(marker.text):
        return messages.empty(marker.file, span)
    if marker.text[start] in "@%":
        hint = "this looks like BibTeX, whose file names end in .bib"
        return messages.no_bibliography(f"{marker.file} is no CSL-JSON", span, hint)
    return messages.no_bibliography(f"{marker.file} holds no list of entries", span, _FORM)


def _after_space(text: str, start: int) -> int:
    match = _SPACE.match(text, start)
    return match.end() if match else start
