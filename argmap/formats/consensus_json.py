"""Readers' verdicts on a map as JSON, in the form of `consensus.schema.json`."""

from typing import Any

from argmap.formats.json_text import json_text
from argmap.model.map import ArgumentMap
from argmap.reasoning.agreement import Consensus, Opinion, Opinions

SCHEMA = "urn:argmap:consensus:1"
"""The identifier of the published schema."""
VERSION = 1


def consensus_json(argument_map: ArgumentMap, found: Consensus) -> str:
    """The document: readers, figures (null where they are not defined), and the claims in their order."""
    overall = found.overall
    return json_text(
        {
            "$schema": SCHEMA,
            "version": VERSION,
            "readers": [{"reader": review.reader, "title": review.title} for review in found.reviews],
            "observed_agreement": overall.observed,
            "expected_agreement": overall.expected,
            "fleiss_kappa": overall.kappa,
            "claims_compared": overall.compared,
            "claims_judged_by_nobody": found.silent,
            "targets": [_target(argument_map, target) for target in found.targets],
        }
    )


def _target(argument_map: ArgumentMap, target: Opinions) -> dict[str, Any]:
    claim = argument_map.claims.get(target.label)
    question = argument_map.questions.get(target.label)
    named = claim or question
    return {
        "kind": "claim" if claim else "question",
        "label": target.label,
        "text": named.text if named else "",
        "agreement": target.agreement,
        "judgements": [_opinion(opinion) for opinion in target.judgements],
        "asked": [_opinion(opinion) for opinion in target.asked],
    }


def _opinion(opinion: Opinion) -> dict[str, Any]:
    verdict = opinion.verdict
    likelihood = verdict.likelihood
    return {
        "reader": opinion.reader,
        "verdict": verdict.kind,
        "comment": verdict.comment,
        "likelihood": None if likelihood is None else {"value": likelihood.value, "word": likelihood.word},
        "sources": [citation.key for citation in verdict.citations],
    }
