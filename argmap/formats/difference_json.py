"""The difference between two maps as JSON, in the form of `difference.schema.json`.

Parts are written as in the JSON of their maps, so that labels and ids lead to the same parts there.
"""

from typing import Any

from argmap.formats.json_classes import converter
from argmap.formats.json_text import json_text
from argmap.reasoning.agreement import Opinion
from argmap.reasoning.difference.changes import Change, Difference

SCHEMA = "urn:argmap:difference:1"
"""The identifier of the published schema."""
VERSION = 1


def difference_json(found: Difference) -> str:
    """The document: every change with both versions of the part, and the claims that stand otherwise."""
    return json_text(
        {
            "$schema": SCHEMA,
            "version": VERSION,
            "same": found.is_empty,
            "map": [_field(found, field) for field in found.header],
            "sections": _changes(found.sections),
            "questions": _changes(found.questions),
            "claims": _changes(found.claims),
            "inferences": _changes(found.steps),
            "sources": _changes(found.sources),
            "notes": _changes(found.notes),
            "reviews": _changes(found.reviews),
            "verdicts": _changes(found.verdicts),
            "standings": [
                {"old": one.old, "new": one.new, "was": one.was, "now": one.now, "why": one.why}
                for one in found.standings
            ],
        }
    )


def _field(found: Difference, field: str) -> dict[str, Any]:
    return {"field": field, "old": getattr(found.old, field), "new": getattr(found.new, field)}


def _changes(changes: tuple[Change[Any], ...]) -> list[dict[str, Any]]:
    return [
        {
            "action": change.action,
            "fields": list(change.fields),
            "old": _part(change.old),
            "new": _part(change.new),
        }
        for change in changes
    ]


def _part(part: object) -> object:
    if part is None:
        return None
    if isinstance(part, Opinion):
        return {"reader": part.reader, **converter().unstructure(part.verdict)}
    return converter().unstructure(part)
