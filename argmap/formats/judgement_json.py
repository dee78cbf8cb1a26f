"""A judgement as JSON: how every claim stands and why, what the theses hinge on, what a what-if changed.

The form is published as a JSON Schema (draft 2020-12) in `judgement.schema.json` beside this module.
"""

from collections.abc import Mapping

from argmap.formats.json_text import json_text
from argmap.model.elements import Citation
from argmap.model.reference_text import cite
from argmap.reasoning.explanation import because
from argmap.reasoning.hinges import Change, Critical
from argmap.reasoning.influence import Influence
from argmap.reasoning.judgement import Hinges, Judgement
from argmap.reasoning.verdicts import Decisions

SCHEMA = "urn:argmap:judgement:1"
"""The identifier of the published schema."""
VERSION = 1
"""Of the form; a change that takes something away raises it."""

_Object = dict[str, object]


def judgement_json(found: Judgement) -> str:
    """The whole judgement as an indented JSON document; claims nobody labelled have generated labels."""
    strengths = found.strengths
    return json_text(
        {
            "$schema": SCHEMA,
            "version": VERSION,
            "standard": found.standings.default,
            "semantics": strengths.semantics.name,
            "verdicts": _verdicts(found.standings.decisions),
            "tried": _verdicts(found.tried),
            "theses": list(found.theses),
            "claims": {label: _claim(found, label) for label in found.map.claims},
            "hinges": {thesis: _hinges(found, hinges) for thesis, hinges in found.hinges.items()},
            "changes": [_change(change) for change in found.changes],
            "unsettled": [
                {"claims": list(labels), "residual": loop.residual, "steps": loop.steps}
                for labels, loop in strengths.unsettled.items()
            ],
        }
    )


def _verdicts(decisions: Decisions) -> _Object:
    return {
        label: {"kind": one.kind, "likelihood": one.likelihood, "reader": one.reader}
        for label, one in decisions.items()
    }


def _claim(found: Judgement, label: str) -> _Object:
    return {
        "standing": found.standings.of(label),
        "strength": found.strengths.of(label),
        "why": because(found.standings, label),
        "influence": {
            thesis: _influence(hinges.influence[label], hinges.effects)
            for thesis, hinges in found.hinges.items()
            if label in hinges.influence
        },
    }


def _influence(one: Influence, effects: Mapping[str, float]) -> _Object:
    effect = {"effect_of_rejecting": effects[one.label]} if one.label in effects else {}
    return {"slope": one.slope, "tied": one.tied, "balanced": one.balanced, **effect}


def _hinges(found: Judgement, hinges: Hinges) -> _Object:
    return {
        "claims": [_critical(one) for one in hinges.claims],
        "pairs": {
            "found": [_critical(one) for one in hinges.pairs.pairs],
            "total": hinges.pairs.total,
            "stopped": hinges.pairs.stopped,
        },
        "sources": [_source(found, one) for one in hinges.sources],
        "without_influence": hinges.without_influence,
    }


def _critical(one: Critical) -> _Object:
    return {"leaves": list(one.leaves), "before": one.before, "after": one.after}


def _source(found: Judgement, one: Critical) -> _Object:
    key = one.source or ""
    return {"source": key, "name": cite(found.map.sources.get(key), Citation(key)), **_critical(one)}


def _change(change: Change) -> _Object:
    return {
        "claim": change.label,
        "standing": {"before": change.standing_before, "after": change.standing_after},
        "strength": {"before": change.strength_before, "after": change.strength_after},
    }
