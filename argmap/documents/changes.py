"""What other verdicts would change: claims with their standing and strength before and after."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.documents.standing_words import colour_standing, figure
from argmap.reasoning.explanation import claim_name, listed
from argmap.reasoning.hinges import Change
from argmap.reasoning.judgement import Judgement
from argmap.reasoning.standing import Standing
from argmap.reasoning.strength import NOTE
from argmap.source.cells import padded, printable, width, wrap
from argmap.source.report_human import counted

_HEAD = ("Claim", "Before", "After")
_GAP = "  "
_SIDE_CELLS = len("stands  unsettled")
_MOST_ROWS = 40
_NARROWEST = 40
_SMALL = 0.005  # of a strength: less is not seen in two digits
_PARTICIPLES = {"accept": "accepted", "reject": "rejected", "doubt": "doubted"}


def changes_text(
    found: Judgement, *, cells: int = 80, every: bool = False, colour: bool = False, how_to_see: str = ""
) -> str:
    """The claims that a what-if changed, old and new side by side: changed standings first.

    Strengths follow by how far they move; those that move by less than 0.005 are counted. At most forty
    rows are shown, unless `every`. `cells` (at least 40) is the width in terminal cells.
    """
    cells = max(cells, _NARROWEST)
    head = wrap(f"What changes {what_if(found)}", cells)
    lines = [*head, "-" * max(map(width, head))]
    seen = most_changed(found.changes)
    shown = seen if every else seen[:_MOST_ROWS]
    below = []
    if shown:
        lines += _table(found, shown, cells, colour=colour)
    elif not found.changes:
        lines.append("Nothing.")
    if len(shown) < len(seen):
        below.append(f"{counted(len(seen) - len(shown), 'more claim')} changed. {how_to_see}".strip())
    if small := len(found.changes) - len(seen):
        verb = "moves" if small == 1 else "move"
        below.append(
            f"{counted(small, 'more strength' if shown else 'strength')} {verb} by less than {_SMALL}."
        )
    if found.changes:
        below.append(NOTE)
    for text in below:
        lines += ["", *wrap(text, cells)]
    return "".join(f"{line}\n" for line in lines)


def most_changed(changes: Iterable[Change]) -> list[Change]:
    """The changes that are seen in two digits: of standings first, then of strengths by how far they move."""
    return sorted(filter(_is_seen, changes), key=_rank)


def what_if(found: Judgement) -> str:
    """The verdicts of a what-if in words: `if west is rejected and small is accepted`."""
    parts = [
        f"{claim_name(found.standings, label)} is {_PARTICIPLES[decision.kind]}"
        for label, decision in found.tried.items()
    ]
    return f"if {listed(parts)}"


def _is_seen(change: Change) -> bool:
    return change.standing_before != change.standing_after or _moved(change) >= _SMALL


def _moved(change: Change) -> float:
    """How far the strength moves; 1 where it comes or goes with a loop that settles or does not."""
    before, after = change.strength_before, change.strength_after
    if before is None or after is None:
        return float(before is not after)
    return abs(after - before)


def _rank(change: Change) -> tuple[bool, float]:
    if change.standing_before != change.standing_after:
        return False, 0.0
    return True, -_moved(change)


def _table(found: Judgement, shown: Sequence[Change], cells: int, *, colour: bool) -> Iterator[str]:
    names = [claim_name(found.standings, change.label) for change in shown]
    most = cells - 2 * (_SIDE_CELLS + len(_GAP))
    first = max(min(max(width(printable(name)) for name in names), most), min(len(_HEAD[0]), most))
    stacked = most < len("Claim") + len(_GAP)
    if stacked:
        yield from _stacked(names, shown, cells, colour=colour)
        return
    yield f"{padded(_HEAD[0], first)}{_GAP}{padded(_HEAD[1], _SIDE_CELLS)}{_GAP}{_HEAD[2]}"
    yield _GAP.join("-" * cells for cells in (first, _SIDE_CELLS, _SIDE_CELLS))
    for name, change in zip(names, shown, strict=True):
        begin, *further = wrap(name, first)
        before = _side(change.standing_before, change.strength_before, colour=colour)
        after = _side(change.standing_after, change.strength_after, colour=colour)
        yield f"{padded(begin, first)}{_GAP}{before}{_GAP}{after}".rstrip()
        yield from further


def _stacked(names: Sequence[str], shown: Sequence[Change], cells: int, *, colour: bool) -> Iterator[str]:
    for name, change in zip(names, shown, strict=True):
        before = _side(change.standing_before, change.strength_before, colour=colour).rstrip()
        after = _side(change.standing_after, change.strength_after, colour=colour).rstrip()
        yield from wrap(name, cells)
        yield f"{_GAP}was {before}"
        yield f"{_GAP}is  {after}"


def _side(standing: Standing, strength: float | None, *, colour: bool) -> str:
    word = padded(standing, len("stands"))
    word = colour_standing(word, standing) if colour else word
    return f"{word}{_GAP}{padded(figure(strength), len('unsettled'))}"
