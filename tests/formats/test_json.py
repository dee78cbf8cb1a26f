import json
from functools import cache
from importlib.resources import files
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from made_maps import CLASSES, fields_of, made_maps

import argmap
from argmap.documents.branches import branches
from argmap.documents.numbering import parts_in_order
from argmap.documents.outline import outline
from argmap.documents.standard_form import standard_form
from argmap.documents.table import table
from argmap.formats.json import SCHEMA, JsonError, from_json, to_json
from argmap.model.map import ArgumentMap
from argmap.source.cells import width

TEXT = "map M\nthesis t: T\n  because r: R [@k, p. 3] {80%} #x\n  unless U\nreview ana: First\n  accept @r\n"


@cache
def schema() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(
        files("argmap.formats").joinpath("argmap.schema.json").read_text("utf-8")
    )
    return loaded


@cache
def validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def document(**changes: object) -> dict[str, Any]:
    return {**json.loads(to_json(argmap.parse(TEXT))), **changes}


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_maps())
def test_any_map_comes_back_equal_and_fits_the_schema(argument_map: ArgumentMap) -> None:
    written = to_json(argument_map)
    validator().validate(json.loads(written))
    again = from_json(written)
    assert again == argument_map
    assert again.diagnostics == argument_map.diagnostics


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_maps())
def test_every_document_shows_every_claim_once_whatever_the_map(argument_map: ArgumentMap) -> None:
    numbered = [label for part in parts_in_order(argument_map) for label in part.claims]
    assert sorted(numbered) == sorted(argument_map.claims)
    opened = [
        visit.claim.label
        for part in branches(argument_map)
        for run in (*part.theses, *(answers for _, answers in part.questions), *part.claims)
        for visit in run
        if not visit.again
    ]
    assert sorted(opened) == sorted(argument_map.claims)
    for shown in (outline(argument_map, cells=40, notes=True), standard_form(argument_map, cells=40)):
        assert all(width(line) <= 72 for line in shown.splitlines())
    assert len(table(argument_map).splitlines()) >= 2 + len(argument_map.claims)


def test_a_read_map_comes_back_equal_with_its_messages() -> None:
    argument_map = argmap.parse(TEXT)
    again = from_json(to_json(argument_map))
    assert again == argument_map
    assert again.diagnostics == argument_map.diagnostics != ()
    assert again.texts == {}


def test_half_a_surrogate_pair_survives_as_utf_8() -> None:
    argument_map = ArgumentMap(title="\ud800 İ 🙂")
    written = to_json(argument_map).encode("utf-8").decode("utf-8")
    assert from_json(written) == argument_map
    assert "🙂" in written


def test_what_nobody_wrote_is_left_out_and_the_parts_are_always_there() -> None:
    found = document()
    assert found["$schema"] == SCHEMA == schema()["$id"]
    assert found["sections"] == {}
    assert set(found["claims"]["t"]) == {
        "label",
        "text",
        "keyword",
        "span",
        "name",
        "thesis",
        "label_span",
        "text_span",
    }


def test_the_schema_knows_every_field_and_no_other() -> None:
    definitions = schema()["$defs"]
    assert set(definitions) == {*CLASSES, "standard"}
    for name, kind in CLASSES.items():
        assert list(definitions[name]["properties"]) == fields_of(kind), name
        required = [field.name for field in attrs.fields(kind) if field.default is attrs.NOTHING]
        assert definitions[name]["required"] == required, name
        assert definitions[name]["additionalProperties"] is False
    named = [name for name in fields_of(ArgumentMap) if name not in {"texts", "absent", "allow_span"}]
    assert list(schema()["properties"]) == ["$schema", "version", *named]


@pytest.mark.parametrize(
    "change",
    [
        {"colour": "red"},
        {"version": 2},
        {"claims": {"t": {"label": "t"}}},
        {"claims": {"t": document()["claims"]["t"] | {"keyword": "becuase"}}},
        {"claims": {"t": document()["claims"]["t"] | {"text": 5}}},
        {"claims": {"t": document()["claims"]["t"] | {"likelihood": {"value": 2}}}, "inferences": {}},
    ],
)
def test_what_the_schema_refuses_is_refused(change: dict[str, object]) -> None:
    wrong = document(**change)
    assert not validator().is_valid(wrong)
    with pytest.raises(JsonError):
        from_json(json.dumps(wrong))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"a": 1,\n "b" 2}', "line 2, column 6"),
        ("[]", "in curly brackets"),
        ("[" * 100_000, "nested too deeply"),
        ('{"version": NaN}', "NaN is no number"),
        ('{"version": true}', "reads version 1"),
        (json.dumps(document(title=5)), r"the value is 5, not a text @ \$\.title|title"),
        (json.dumps(document(colour=1)), "unknown key 'colour'"),
    ],
)
def test_a_bad_document_is_named_with_its_place(text: str, words: str) -> None:
    with pytest.raises(JsonError, match=words):
        from_json(text)


def test_parts_that_do_not_fit_together_are_named() -> None:
    found = document()
    step = next(iter(found["inferences"]))
    for change, words in [
        ({"claims": {}}, "there is no claim 'r'"),
        ({"claims": {"u": found["claims"]["t"]}}, "but called 't'"),
        ({"inferences": {step: found["inferences"][step] | {"target": "x"}}}, "there is no claim 'x'"),
        ({"inferences": {step: found["inferences"][step] | {"kind": "undercut"}}}, "there is no step 't'"),
        ({"inferences": {step: found["inferences"][step] | {"section": "s"}}}, "there is no section 's'"),
        ({"inferences": {step: found["inferences"][step] | {"premises": []}}}, "at least one premise"),
    ]:
        with pytest.raises(JsonError, match=words):
            from_json(json.dumps({**found, **change}))
