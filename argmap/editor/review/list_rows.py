"""Why a claim stands, what a what-if changes and what the theses hinge on, as rows of a page."""

from collections.abc import Iterator, Sequence

from argmap.documents.changes import most_changed
from argmap.documents.standing_words import figure
from argmap.editor.review.looks import WORDS
from argmap.editor.review.rows import BLANK, Row, Run, joined
from argmap.editor.review.sheet_rows import named
from argmap.model.map import ArgumentMap
from argmap.reasoning.explanation import ChainLine
from argmap.reasoning.hinges import Change
from argmap.source.cells import padded
from argmap.workspace.reviewing import Hinge, HingesFound, WhatIf

_IN = 2
_DEEPEST = 12
"""Levels that are indented: deeper ones would leave no room for words."""
_MOST_CHANGES = 20
_MOST_HINGES = 200
_SLOPE = "Slope: what each point of a claim's base score adds to the strength of the thesis."
_KINDS = {"claim": "rejecting", "pair": "rejecting", "source": "without", "strength": "weighs"}
_KIND = len("rejecting ")
_SIDE = len("stands → stands ")


def why_rows(name: str, lines: Sequence[ChainLine]) -> list[Row]:
    """The chain of reasons for a claim."""
    rows = [Row(((f"Why {name} stands as it does", "head"),), head=True), BLANK]
    for line in lines:
        depth = min(line.depth, _DEEPEST)
        look = "muted" if line.label is None else ""
        rows.append(Row(((line.text, look),), (("  " * depth, ""),), target=line.label))
    return rows


def change_rows(found: WhatIf, argument_map: ArgumentMap) -> list[Row]:
    """The claims that a what-if changes, those first whose standing turns."""
    seen = most_changed(found.changes)
    rows = [BLANK, Row(((f"What changes {found.words}", "head"),), head=True)]
    rows += [_change(change, argument_map) for change in seen[:_MOST_CHANGES]]
    if not seen:
        rows.append(Row((("nothing that could be seen", "muted"),), indent=_IN))
    if (more := len(seen) - _MOST_CHANGES) > 0:
        rows.append(Row(((f"and {more:,} more", "muted"),), indent=_IN))
    return rows


def _change(change: Change, argument_map: ArgumentMap) -> Row:
    claim, now = argument_map.claims[change.label], change.standing_after
    if change.standing_before == now:
        lead: tuple[Run, ...] = ((padded(WORDS[now], _SIDE), "muted"),)
    else:
        was = WORDS[change.standing_before]
        lead = ((f"{was} → ", "muted"), (padded(WORDS[now], _SIDE - len(f"{was} → ")), now))
    before, after = figure(change.strength_before), figure(change.strength_after)
    moved = f" {before} → {after}" if before != after else ""
    return Row((*named(claim.name, claim.text), (moved, "changed")), lead, _IN, change.label)


def hinge_rows(found: HingesFound, *, theses: int) -> list[Row]:
    """What the theses hinge on, the worst first."""
    title = "What the thesis hinges on" if theses == 1 else "What the theses hinge on"
    rows = [Row(((title, "head"),), head=True)]
    if not found.complete:
        rows.append(Row((("still looking …", "muted"),)))
    elif all(hinge.kind == "strength" for hinge in found.hinges):
        rows.append(Row((("No claim, pair of claims or source turns it by being rejected.", ""),)))
    rows.append(BLANK)
    rows += [row for hinge in found.hinges[:_MOST_HINGES] for row in _hinge(hinge)]
    if (more := len(found.hinges) - _MOST_HINGES) > 0:
        rows.append(Row(((f"and {more:,} more", "muted"),)))
    notes = [_SLOPE] if any(hinge.slope for hinge in found.hinges[:_MOST_HINGES]) else []
    rows += [BLANK, *(Row(((sentence, "muted"),)) for sentence in (*notes, *found.left_out))]
    return rows


def _hinge(hinge: Hinge) -> Iterator[Row]:
    target = hinge.labels[0] if hinge.labels else None
    text = f": {hinge.text}" if hinge.text and not hinge.name.startswith("“") else ""
    yield Row(
        ((hinge.name, "label"), (text, "")), ((padded(_KINDS[hinge.kind], _KIND), "muted"),), target=target
    )
    outcomes = [
        run
        for number, one in enumerate(hinge.outcomes)
        for run in (("; " if number else "", "muted"), *_outcome(hinge, one.name, one.before, one.after))
    ]
    slope = f"slope {hinge.slope:+.2f}" if hinge.slope else ""
    resting = f"on it {'rests' if len(hinge.labels) == 1 else 'rest'} {', '.join(hinge.labels[:4])}"
    more = joined((slope, resting if hinge.source else ""))
    yield Row((*outcomes, (f" · {more}" if more else "", "muted")), indent=_KIND)


def _outcome(hinge: Hinge, name: str, before: str, after: str) -> tuple[Run, ...]:
    if hinge.kind == "strength":
        return ((f"moves {name}, which keeps its standing", "muted"),)
    return ((f"{name}: ", ""), (f"{before} → ", "muted"), (after, after))
