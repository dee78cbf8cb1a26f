"""Messages for programs: one JSON document."""

import json
from collections import Counter
from collections.abc import Collection, Mapping
from typing import Any

from argmap.source.diagnostics import Diagnostic, Fix, Severity
from argmap.source.spans import Span
from argmap.source.text import SourceText

VERSION = 1
"""Of the document's form; a change that takes something away raises it."""


def json_report(diagnostics: Collection[Diagnostic], texts: Mapping[str, SourceText], files: int) -> str:
    """The messages and a summary as one JSON document, version 1.

    `line`, `column`, `endLine` and `endColumn` count from 1, columns in Unicode code points, and are null
    where the text is not known; `start` and `stop` are code point offsets from 0. Ends are exclusive.
    `summary` counts files and messages of each severity.
    """
    counts = Counter(diagnostic.severity for diagnostic in diagnostics)
    document = {
        "version": VERSION,
        "diagnostics": [_diagnostic(diagnostic, texts) for diagnostic in diagnostics],
        "summary": {"files": files} | {f"{severity.value}s": counts[severity] for severity in Severity},
    }
    # ASCII only: whatever reads this need not be told the encoding, and lone surrogates survive.
    return json.dumps(document, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, texts: Mapping[str, SourceText]) -> dict[str, Any]:
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        **_place(diagnostic.span, texts),
        "hints": list(diagnostic.hints),
        "related": [{"message": label.message, **_place(label.span, texts)} for label in diagnostic.related],
        "fix": _fix(diagnostic.fix, texts) if diagnostic.fix else None,
    }


def _fix(fix: Fix, texts: Mapping[str, SourceText]) -> dict[str, Any]:
    edits = [{**_place(edit.span, texts), "replacement": edit.replacement} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}


def _place(span: Span, texts: Mapping[str, SourceText]) -> dict[str, Any]:
    source = texts.get(span.file)
    line, column = source.position(span.start) if source else (None, None)
    end_line, end_column = source.position(span.stop) if source else (None, None)
    return {
        "file": span.file,
        "line": line,
        "column": column,
        "endLine": end_line,
        "endColumn": end_column,
        "start": span.start,
        "stop": span.stop,
    }
