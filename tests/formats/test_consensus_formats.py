import csv
import io
import json
from importlib.resources import files

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import argmap
from argmap.formats.consensus_csv import consensus_csv
from argmap.formats.consensus_json import consensus_json
from argmap.model.elements import Review, Verdict
from argmap.reasoning.agreement import consensus
from argmap.source.spans import Span

MAP = argmap.parse(
    "thesis t: T\n  because r: =R, and more\nsource k: K\nquestion q: Q?\n  answer y: Y\n"
    "review ana: First\n  accept @r: @Yes {likely} [@k]\n  ask @q: When?\nreview bob: \n  doubt @r\n"
)
FOUND = consensus(MAP, MAP.reviews)


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = json.loads(files("argmap.formats").joinpath("consensus.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_json_fits_its_schema_and_says_all(validator) -> None:
    document = json.loads(consensus_json(MAP, FOUND))
    validator.validate(document)
    right, question = document["targets"]
    assert right["judgements"][0] == {
        "reader": "ana",
        "verdict": "accept",
        "comment": "@Yes",
        "likelihood": {"value": 0.675, "word": "likely"},
        "sources": ["k"],
    }
    assert (question["kind"], question["asked"][0]["comment"]) == ("question", "When?")
    assert document["fleiss_kappa"] == pytest.approx(-1)


def test_a_kappa_that_is_not_defined_is_null(validator) -> None:
    document = json.loads(consensus_json(MAP, consensus(MAP, ())))
    validator.validate(document)
    assert document["fleiss_kappa"] is None


def test_a_row_a_verdict_where_no_text_is_a_formula() -> None:
    rows = list(csv.reader(io.StringIO(consensus_csv(MAP, FOUND))))
    assert rows == [
        ["claim", "text", "agreement", "reader", "verdict", "likelihood", "comment", "sources"],
        ["r", "'=R, and more", "0", "ana", "accept", "0.675", "'@Yes", "k"],
        ["r", "'=R, and more", "0", "bob", "doubt", "", "", ""],
        ["q", "Q?", "", "ana", "ask", "", "When?", ""],
    ]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=20), st.text(max_size=20))
def test_any_text_is_one_cell_and_none_begins_as_a_formula_does(reader: str, comment: str) -> None:
    verdict = Verdict("accept", "r", Span("x", 0, 0), comment)
    found = consensus(MAP, [Review(reader, "", (verdict,), Span("x", 0, 0))])
    _, row = csv.reader(io.StringIO(consensus_csv(MAP, found)))
    assert len(row) == 8
    assert not any(cell.startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t")) for cell in row)
    json.loads(consensus_json(MAP, found).encode("utf-8"))
