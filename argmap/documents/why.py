"""Why a claim stands, falls or is open: the chain of its reasons as indented text."""

from collections.abc import Iterator

from argmap.documents.indented import indented
from argmap.documents.wording import named_text
from argmap.reasoning.explanation import chain
from argmap.reasoning.standing import Standings


def why(standings: Standings, label: str, *, cells: int | None = None) -> str:
    """What the claim says, then how it stands and why, step by step down to the leaves.

    Lines are wrapped to `cells` terminal cells (at least 20), or not at all. Raises UnknownClaim.
    """
    claim = standings.graph.claims[standings.graph.claim(label)]
    return "".join(
        f"{line}\n"
        for line in (
            *indented(named_text(claim), 0, cells=cells),
            "",
            *_chain_lines(standings, label, cells),
        )
    )


def _chain_lines(standings: Standings, label: str, cells: int | None) -> Iterator[str]:
    for line in chain(standings, label):
        yield from indented(line.text, line.depth, cells=cells)
