"""A judgement as one text: on whose terms, the table of claims, the hinges, what a what-if changed."""

from collections.abc import Iterator

from argmap.documents.changes import changes_text, what_if
from argmap.documents.hinges import hinges_text
from argmap.documents.judgement_table import judgement_table
from argmap.reasoning.explanation import listed
from argmap.reasoning.judgement import Judgement
from argmap.source.cells import width, wrap
from argmap.source.report_human import counted


def judgement_text(
    found: Judgement,
    *,
    cells: int = 80,
    every: bool = False,
    colour: bool = False,
    how_to_see: str = "",
    how_to_ask: str = "",
) -> str:
    """Everything that there is to say of a judgement.

    `every` shows all claims of a large map and all changes, `how_to_see` tells a reader how to have them,
    and `how_to_ask` how to have the hinges of further claims. `cells` (at least 40) is the width in
    terminal cells.
    """
    cells = max(cells, 40)
    if not found.map.claims:
        return "The map has no claims.\n"
    parts = [
        _terms(found, cells),
        judgement_table(found, cells=cells, every=every, colour=colour, how_to_see=how_to_see),
        *(hinges_text(found, hinges, cells=cells) for hinges in found.hinges.values()),
    ]
    if further := len(found.theses) - len(found.hinges):
        noun = counted(further, "more main claim")
        text = f"What {noun} hinge{'s' if further == 1 else ''} on is not looked for. {how_to_ask}"
        parts.append("".join(f"{line}\n" for line in wrap(text.strip(), cells)))
    if found.tried:
        parts.append(changes_text(found, cells=cells, every=every, colour=colour, how_to_see=how_to_see))
    return "\n".join(parts)


def _terms(found: Judgement, cells: int) -> str:
    lines = []
    if found.map.title:
        lines += wrap(found.map.title, cells)
        lines.append("=" * max(map(width, lines)))
    lines += wrap(" ".join(_sentences(found)), cells)
    return "".join(f"{line}\n" for line in lines)


def _sentences(found: Judgement) -> Iterator[str]:
    decisions = found.standings.decisions.values()
    readers = list(dict.fromkeys(decision.reader for decision in decisions if decision.reader))
    own_terms = f"on the map's own terms{', without its reviews' if found.map.reviews else ''}"
    whose = f"with the verdicts of {listed(readers)}" if readers else own_terms
    yield f"Judged by {found.standings.default}, {whose}; strength by {found.strengths.semantics.name}."
    if found.tried:
        yield f"This is how things would be {what_if(found)}; what that changes is listed last."
