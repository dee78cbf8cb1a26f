"""The report of `argmap check`, in the form that was asked for."""

import sys
from collections.abc import Mapping, Sequence
from typing import IO, TYPE_CHECKING, Final

from argmap.cli.terminal import colour_wanted, terminal_cells

if TYPE_CHECKING:
    from argmap.source.diagnostics import Diagnostic
    from argmap.source.text import SourceText

FORMS: Final = ("human", "json", "github", "sarif")


def report(
    form: str,
    messages: Sequence["Diagnostic"],
    texts: Mapping[str, "SourceText"],
    *,
    files: int,
    stream: IO[str] | None = None,
) -> str:
    """The messages about so many files in one of `FORMS`; for people, as `stream` can show them."""
    if form == "json":
        from argmap.source.report_json import json_report

        return json_report(messages, texts, files)
    if form == "github":
        from argmap.source.report_github import github_report

        return github_report(messages, texts)
    if form == "sarif":
        return _sarif(messages, texts)
    from argmap.source.report_human import DEFAULT_WIDTH, human_report

    out = stream or sys.stdout
    cells = terminal_cells(out) or DEFAULT_WIDTH
    return human_report(messages, texts, colour=colour_wanted(out), cells=cells)


def _sarif(messages: Sequence["Diagnostic"], texts: Mapping[str, "SourceText"]) -> str:
    from argmap.language.catalogue import explanation
    from argmap.reasoning.codes import entry_of
    from argmap.source.report_sarif import Rule, sarif_report
    from argmap.version import __version__

    entries = [entry_of(code) for code in sorted({message.code for message in messages})]
    rules = [
        Rule(entry.code, entry.title, entry.severity, entry.summary, entry.why, explanation(entry))
        for entry in entries
        if entry is not None
    ]
    return sarif_report(messages, texts, rules, version=__version__)
