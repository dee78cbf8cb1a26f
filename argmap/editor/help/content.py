"""What the help sheet says, and how it is laid out for a width."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal

import attrs

from argmap.editor.action import PLACES, Action, Place
from argmap.editor.actions import actions_in
from argmap.editor.keymap import Keymap
from argmap.source.cells import padded, width, wrap
from argmap.workspace.keyword_help import KEYWORDS

_TWO_COLUMNS = 92
"""Cells from which there are two columns."""
_ONE_LINE = 36
"""Cells from which keys and what they do stand beside each other."""
_BETWEEN = 3
_NO_KEY = "palette"

Look = Literal["heading", "key", "none", "text"]
Line = tuple[tuple[str, Look], ...]
"""A row of the sheet: pieces, each with its look."""


@attrs.frozen
class Entry:
    """What can be done, and the keys that do it."""

    keys: str
    title: str


@attrs.frozen
class Section:
    """Entries under a heading."""

    title: str
    entries: tuple[Entry, ...]
    of_lines: bool = False
    """Whether its keys are lines of a map, or what they begin with."""


_LINES = (
    Entry("thesis charge: Cars should pay", "what you argue for, named charge"),
    Entry("  because Jams cost hours [@count]", "a reason, with its source"),
    Entry("  but It hits commuters {likely}", "an objection, and how likely it is"),
    Entry("source count: Traffic count 2024", "what you cite"),
)
_MORE_KEYWORDS = ("and", "since", "unless", "evidence", "assuming", "by", "note")


def sections(place: Place, keymap: Keymap, *, written: str = "") -> list[Section]:
    """What counts in a place: its own actions, then those everywhere, then how one moves in a text.

    In the text, what the lines of a map are comes before all keys. Of these, those that hold every word that
    was written, in their titles, keys or headings.
    """
    own = actions_in(place) if place != "everywhere" else ()
    shared = {action.same_as for action in own}
    everywhere = [action for action in actions_in("everywhere") if action.id not in shared]
    known = [action for action in own if place == "text" and not action.listed]
    first = [action for action in own if action not in known]
    words = written.casefold().split()
    groups = [*_grouped(first, keymap), *_grouped(everywhere, keymap), *_grouped(known, keymap)]
    found = [*(_language() if place == "text" else ()), *groups]
    return [kept for section in found if (kept := _holding(section, words)).entries]


def heading(place: Place) -> str:
    """The title of the sheet."""
    return f"Keys: {PLACES[place].lower()}"


def lines(found: Sequence[Section], cells: int) -> list[Line]:
    """The sheet in rows of at most so many cells; in two columns where there is room."""
    if cells < _TWO_COLUMNS:
        return _column(found, cells, _key_cells(found, cells))
    half = (cells - _BETWEEN) // 2
    keys = _key_cells(found, half)
    blocks = [_column([section], half, keys) for section in found]
    total = sum(map(len, blocks))
    left: list[Line] = []
    while blocks and len(left) + len(blocks[0]) / 2 <= total / 2:
        left += blocks.pop(0)
    right = [line for block in blocks for line in block]
    rows = max(len(left), len(right))
    return [_beside(_at(left, row), _at(right, row), half) for row in range(rows)]


def _language() -> Iterator[Section]:
    """What one has to know of the language to write a map."""
    yield Section("How a map is written", _LINES, of_lines=True)
    more = tuple(Entry(word, KEYWORDS[word]) for word in _MORE_KEYWORDS)
    yield Section("Other lines below a claim", more, of_lines=True)


def _grouped(actions: Iterable[Action], keymap: Keymap) -> list[Section]:
    groups: dict[str, list[Entry]] = {}
    for action in actions:
        groups.setdefault(action.group, []).append(Entry(keymap.shown(action.id), action.title))
    return [Section(title, tuple(entries)) for title, entries in groups.items()]


def _holding(section: Section, words: Iterable[str]) -> Section:
    def holds(entry: Entry) -> bool:
        text = f"{section.title} {entry.title} {entry.keys}".casefold()
        return all(word in text for word in words)

    return attrs.evolve(section, entries=tuple(filter(holds, section.entries)))


def _key_cells(found: Sequence[Section], cells: int) -> int:
    """How wide the column of the keys is."""
    sections = [section for section in found if not section.of_lines] or found
    entries = [entry for section in sections for entry in section.entries]
    return min(max((width(entry.keys or _NO_KEY) for entry in entries), default=0), cells // 2)


def _column(found: Sequence[Section], cells: int, keys: int) -> list[Line]:
    rows: list[Line] = []
    for section in found:
        rows += [((row, "heading"),) for row in wrap(section.title, cells)]
        own = max(width(entry.keys) for entry in section.entries) if section.of_lines else keys
        beside = cells >= _ONE_LINE and own <= cells * 2 // 3
        for entry in section.entries:
            rows += _entry(entry, own, cells) if beside else _below(entry, cells)
        rows.append(())
    return rows


def _below(entry: Entry, cells: int) -> list[Line]:
    """The keys, and below them what they do: for a screen of few cells."""
    look: Look = "key" if entry.keys else "none"
    above: list[Line] = [((row, look),) for row in _kept_or_wrapped(entry.keys or _NO_KEY, cells)]
    return [*above, *(((f"  {row}", "text"),) for row in wrap(entry.title, cells - 2))]


def _kept_or_wrapped(keys: str, cells: int) -> list[str]:
    """In rows that fit: a line of a map may be indented, which wrapping would undo."""
    return [keys] if width(keys) <= cells else wrap(keys, cells)


def _entry(entry: Entry, keys: int, cells: int) -> list[Line]:
    look: Look = "key" if entry.keys else "none"
    left = _kept_or_wrapped(entry.keys or _NO_KEY, keys)
    right = wrap(entry.title, max(cells - keys - 2, 1))
    pairs = zip_longest(left, right, fillvalue="")
    return [((padded(key, keys), look), (f"  {text}", "text")) for key, text in pairs]


def _at(rows: Sequence[Line], row: int) -> Line:
    return rows[row] if row < len(rows) else ()


def _beside(left: Line, right: Line, half: int) -> Line:
    used = sum(width(text) for text, _ in left)
    return (*left, (" " * (half - used + _BETWEEN), "text"), *right)
