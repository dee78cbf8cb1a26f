"""A judgement as JSON: what is in it, and the schema that it keeps."""

import json
from functools import cache
from importlib.resources import files
from typing import Any, get_args

import jsonschema
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_maps import made_maps

import argmap
from argmap.formats.judgement_json import SCHEMA, VERSION, judgement_json
from argmap.model.map import ArgumentMap
from argmap.reasoning.judgement import judgement
from argmap.reasoning.semantics import SemanticsName
from argmap.reasoning.verdicts import ACCEPT, DOUBT, REJECT, Decision

TEXT = "thesis t: T\n  because r: R [@k, p. 3]\n  because A reason that nobody labelled\n    but o: O {3%}\n"


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(files("argmap.formats").joinpath("judgement.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$id"] == SCHEMA
    assert schema["properties"]["version"] == {"const": VERSION}
    return jsonschema.Draft202012Validator(schema)


def document(argument_map: ArgumentMap, **terms: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(judgement_json(judgement(argument_map, **terms)))
    validator().validate(found)
    return found


def test_every_claim_is_there_under_its_label_written_or_generated() -> None:
    found = document(argmap.parse(TEXT))
    assert list(found["claims"]) == ["t", "r", "_1", "o"]
    reason = found["claims"]["r"]
    slope = reason["influence"]["t"]["slope"]
    assert slope > 0
    assert reason == {
        "standing": "stands",
        "strength": 0.5,
        "why": "asserted from a source",
        "influence": {"t": {"slope": slope, "tied": False, "balanced": False}},
    }


def test_influence_is_given_for_each_thesis_that_a_claim_bears_on() -> None:
    found = document(argmap.parse("thesis t: T\n  because r: R\nthesis u: U\n  because @r\n  but o: O\n"))
    assert list(found["claims"]["r"]["influence"]) == ["t", "u"]
    assert list(found["claims"]["o"]["influence"]) == ["u"]
    assert list(found["hinges"]) == found["theses"] == ["t", "u"]


def test_claims_in_balance_carry_the_effect_of_rejecting_them() -> None:
    found = document(argmap.parse("thesis t: T\n  because a: A\n  but b: B\n"))
    influence = found["claims"]["a"]["influence"]["t"]
    assert influence["balanced"]
    assert influence["slope"] == 0
    assert influence["effect_of_rejecting"] < 0


def test_hinges_name_leaves_pairs_and_sources() -> None:
    found = document(argmap.parse("source k: K\n  author: Ann Lee\n  date: 2020\n" + TEXT))
    hinges = found["hinges"]["t"]
    assert hinges["claims"] == []
    assert hinges["pairs"] == {
        "found": [{"leaves": ["r", "_1"], "before": "stands", "after": "open"}],
        "total": 1,
        "stopped": False,
    }
    one = document(
        argmap.parse("source k: K\n  author: Ann Lee\n  date: 2020\nthesis t: T\n  because r: R [@k]\n")
    )
    assert one["hinges"]["t"]["sources"] == [
        {"source": "k", "name": "Ann Lee 2020", "leaves": ["r"], "before": "stands", "after": "open"}
    ]


def test_changes_show_both_sides_and_verdicts_their_readers() -> None:
    verdicts = {"o": Decision("accept", 0.9, reader="ana")}
    found = document(argmap.parse(TEXT), verdicts=verdicts, trying={"r": REJECT})
    assert found["verdicts"]["o"] == {"kind": "accept", "likelihood": 0.9, "reader": "ana"}
    assert found["tried"] == {"r": {"kind": "reject", "likelihood": None, "reader": None}}
    assert {
        "claim": "r",
        "standing": {"before": "stands", "after": "falls"},
        "strength": {"before": 0.5, "after": 0.0},
    } in found["changes"]


def test_half_a_surrogate_pair_survives_as_utf_8() -> None:
    text = judgement_json(judgement(argmap.parse("thesis t: T\n  because \ud800 and then\n  but \ud800\n")))
    assert json.loads(text.encode("utf-8"))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_maps(), st.sampled_from(get_args(SemanticsName)), st.data())
def test_any_judgement_fits_the_schema(
    argument_map: ArgumentMap, semantics: SemanticsName, data: st.DataObject
) -> None:
    labels = list(argument_map.claims)
    decisions = st.sampled_from([ACCEPT, REJECT, DOUBT])
    verdicts = st.dictionaries(st.sampled_from(labels), decisions, max_size=2) if labels else st.just({})
    found = document(
        argument_map, verdicts=data.draw(verdicts), trying=data.draw(verdicts), semantics=semantics
    )
    assert list(found["claims"]) == labels
