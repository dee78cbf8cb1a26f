"""Messages as SARIF, the interchange format of analysis tools, for code scanning services and editors."""

import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

import attrs

from argmap.source.diagnostics import Diagnostic, Fix, Severity
from argmap.source.spans import Span
from argmap.source.text import SourceText

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}


@attrs.frozen
class Rule:
    """What the messages with one code mean: `summary` in a sentence, `why` they matter, `help` at length."""

    code: str
    title: str
    severity: Severity
    summary: str
    why: str
    help: str


def sarif_report(
    diagnostics: Iterable[Diagnostic],
    texts: Mapping[str, SourceText],
    rules: Sequence[Rule],
    *,
    version: str,
) -> str:
    """The messages as one SARIF 2.1.0 log with one run (OASIS Standard of 27 March 2020).

    `rules` are those of the messages' codes, `version` is the program's. Lines and columns count from 1,
    columns in Unicode code points; ends are exclusive. Hints for mending follow the message on lines of
    their own. Whether a fix is safe stands in its properties. Where a text is not known, only its file is
    named.
    """
    places = {rule.code: place for place, rule in enumerate(rules)}
    run = {
        "tool": {"driver": {"name": "argmap", "version": version, "rules": [_rule(rule) for rule in rules]}},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "results": [_result(diagnostic, texts, places) for diagnostic in diagnostics],
    }
    # ASCII only: whatever reads this need not be told the encoding, and lone surrogates survive.
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.code,
        "name": rule.title,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": rule.help},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(
    diagnostic: Diagnostic, texts: Mapping[str, SourceText], places: Mapping[str, int]
) -> dict[str, Any]:
    text = "\n".join([diagnostic.message, *(f"help: {hint}" for hint in diagnostic.hints)])
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "level": _LEVELS[diagnostic.severity],
        "message": _message(text),
        "locations": [_location(diagnostic.span, texts)],
    }
    if diagnostic.code in places:
        result["ruleIndex"] = places[diagnostic.code]
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, **_location(label.span, texts), "message": _message(label.message)}
            for number, label in enumerate(diagnostic.related, 1)
        ]
    if diagnostic.fix is not None and (changes := _changes(diagnostic.fix, texts)):
        result["fixes"] = [
            {
                "description": _message(diagnostic.fix.title),
                "artifactChanges": changes,
                "properties": {"safe": diagnostic.fix.safe},
            }
        ]
    return result


def _message(text: str) -> dict[str, str]:
    # A brace opens a placeholder in a message unless it is doubled (section 3.11.5).
    return {"text": text.replace("{", "{{").replace("}", "}}")}


def _location(span: Span, texts: Mapping[str, SourceText]) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(span.file)}}
    if span.file in texts:
        physical["region"] = _region(span, texts[span.file])
    return {"physicalLocation": physical}


def _region(span: Span, source: SourceText) -> dict[str, int]:
    line, column = source.position(span.start)
    end_line, end_column = source.position(span.stop)
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def _changes(fix: Fix, texts: Mapping[str, SourceText]) -> list[dict[str, Any]]:
    """The fix's edits by file; none when a text is not known, since half a fix mends nothing."""
    if any(edit.span.file not in texts for edit in fix.edits):
        return []
    replacements: dict[str, list[dict[str, Any]]] = {}
    for edit in fix.edits:
        replacement: dict[str, Any] = {"deletedRegion": _region(edit.span, texts[edit.span.file])}
        if edit.replacement:
            replacement["insertedContent"] = {"text": edit.replacement}
        replacements.setdefault(edit.span.file, []).append(replacement)
    return [
        {"artifactLocation": {"uri": _uri(file)}, "replacements": found}
        for file, found in replacements.items()
    ]


def _uri(file: str) -> str:
    """The file as a URI reference, relative as it was named, or absolute."""
    path = Path(file)
    if path.is_absolute():
        return path.as_uri()
    # A colon is written out too: at the beginning it would make the name a URI's scheme.
    return quote(os.fsencode(path.as_posix()), safe="/")
