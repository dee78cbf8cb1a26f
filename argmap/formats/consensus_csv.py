"""Readers' verdicts on a map as comma-separated values (RFC 4180), one row a verdict, for spreadsheets.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it when the file is
opened. What readers wrote is text, so such a cell gets an apostrophe before it, as OWASP advises ("CSV
Injection"); tabs and line ends, which can hide such a beginning, become spaces.
"""

import csv
import io

from argmap.model.map import ArgumentMap
from argmap.reasoning.agreement import Consensus, Opinion, Opinions
from argmap.source.cells import printable

_HEAD = ("claim", "text", "agreement", "reader", "verdict", "likelihood", "comment", "sources")
# Half-width and full-width: some spreadsheets take both.
_FORMULA = tuple("=+-@＝＋－＠")


def consensus_csv(argument_map: ArgumentMap, found: Consensus) -> str:
    """A row of heads, then the verdicts and questions, claims in the order of the consensus.

    `agreement` and `likelihood` are in [0, 1], with a point; empty where there is none.
    """
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\n")
    writer.writerow(_HEAD)
    for target in found.targets:
        for opinion in (*target.judgements, *target.asked):
            writer.writerow(_row(argument_map, target, opinion))
    return written.getvalue()


def _row(argument_map: ArgumentMap, target: Opinions, opinion: Opinion) -> tuple[str, ...]:
    named = argument_map.claims.get(target.label) or argument_map.questions[target.label]
    verdict = opinion.verdict
    return (
        _cell(target.label),
        _cell(named.text),
        "" if target.agreement is None else f"{target.agreement:.4g}",
        _cell(opinion.reader),
        verdict.kind,
        "" if verdict.likelihood is None else f"{verdict.likelihood.value:.4g}",
        _cell(verdict.comment),
        _cell("; ".join(citation.key for citation in verdict.citations)),
    )


def _cell(text: str) -> str:
    shown = printable(" ".join(text.split()))
    return f"'{shown}" if shown.startswith(_FORMULA) else shown
