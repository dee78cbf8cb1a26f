"""The difference between two maps as text: an entry for each change, and last what stands otherwise now."""

from collections.abc import Iterator, Sequence

from argmap.documents.change_entries import Entry, Verb, entries
from argmap.documents.change_wording import claim_text
from argmap.reasoning.difference.changes import Difference
from argmap.source.cells import wrap

SAME = "The same argument.\n"
_NARROWEST = 40
_VERB_CELLS = 12
_COLOURS: dict[Verb, str] = {
    "added": "32",
    "removed": "31",
}
_CHANGED = "33"


def difference_text(found: Difference, *, cells: int = 80, colour: bool = False) -> str:
    """All that differs, in lines of at most `cells` (at least 40) terminal cells.

    Each entry begins with what happened; words that differ stand in square brackets. `colour` writes the
    first word in ANSI colours.
    """
    if found.is_empty:
        return SAME
    cells = max(cells, _NARROWEST)
    blocks = [
        "".join(_entry(entry, cells, colour=colour) for entry in group) for group in entries(found) if group
    ]
    if found.standings:
        blocks.append("".join(f"{line}\n" for line in _standings(found, cells)))
    return "\n".join(blocks)


def _entry(entry: Entry, cells: int, *, colour: bool) -> str:
    room = cells - _VERB_CELLS
    first, *further = wrap(entry.text, room)
    verb = entry.verb.ljust(_VERB_CELLS)
    if colour:
        verb = f"\x1b[{_COLOURS.get(entry.verb, _CHANGED)}m{verb}\x1b[0m"
    lines = [f"{verb}{first}", *(" " * _VERB_CELLS + line for line in further)]
    for detail in entry.details:
        start, *rest = wrap(detail, room - 4)
        lines.append(f"{' ' * (_VERB_CELLS + 2)}{start}")
        lines += (" " * (_VERB_CELLS + 4) + line for line in rest)
    return "".join(f"{line.rstrip()}\n" for line in lines)


def _standings(found: Difference, cells: int) -> Iterator[str]:
    yield "Standing, each map on its own terms:"
    for change in found.standings:
        name = claim_text(found.new, change.new).removeprefix("@")
        first, *further = wrap(f"{name}: {change.was} -> {change.why}", cells - 2)
        yield f"  {first}"
        yield from (f"    {line}" for line in _rewrapped(further, cells - 4))


def _rewrapped(lines: Sequence[str], cells: int) -> list[str]:
    return wrap(" ".join(lines), cells) if lines else []
