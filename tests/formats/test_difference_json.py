import json
from functools import cache
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from made_maps import made_maps
from referencing import Registry, Resource

import argmap
from argmap.documents.difference import difference_text
from argmap.formats.difference_json import difference_json
from argmap.model.map import ArgumentMap
from argmap.reasoning.difference.comparing import compare
from argmap.source.cells import printable, width

OLD = "map M\nthesis t: T\n  because r: R\n  but o: O\nreview ana: First\n  accept @r\n"
NEW = "map N\nthesis t: T\n  because r: R and so on {likely}\nreview ana: First\n  accept @r {80%}\n"


def schema(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(files("argmap.formats").joinpath(name).read_text("utf-8"))
    return loaded


@cache
def validator() -> jsonschema.Draft202012Validator:
    of_maps, own = schema("argmap.schema.json"), schema("difference.schema.json")
    jsonschema.Draft202012Validator.check_schema(own)
    registry = Registry().with_resource(of_maps["$id"], Resource.from_contents(of_maps))
    return jsonschema.Draft202012Validator(own, registry=registry)


def document(old: str, new: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(difference_json(compare(argmap.parse(old), argmap.parse(new))))
    validator().validate(found)
    return found


def test_every_change_has_both_versions_of_the_part() -> None:
    found = document(OLD, NEW)
    assert not found["same"]
    assert found["map"] == [{"field": "title", "old": "M", "new": "N"}]
    reworded, removed = found["claims"]
    assert (reworded["action"], reworded["fields"]) == ("changed", ["text", "likelihood"])
    assert (reworded["old"]["text"], reworded["new"]["text"]) == ("R", "R and so on")
    assert (removed["action"], removed["old"]["label"], removed["new"]) == ("removed", "o", None)
    assert found["verdicts"][0]["new"]["reader"] == "ana"
    assert [(one["new"], one["was"], one["now"]) for one in found["standings"]] == [("t", "open", "stands")]


def test_the_same_argument_is_the_same() -> None:
    found = document(OLD, f"# A comment\n\n{OLD}")
    assert found["same"]
    assert not any(found[key] for key in found if key not in {"$schema", "version", "same"})


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_maps(), made_maps())
def test_any_two_maps_can_be_compared_and_shown(old: ArgumentMap, new: ArgumentMap) -> None:
    found = compare(old, new)
    validator().validate(json.loads(difference_json(found)))
    for line in difference_text(found, cells=50).split("\n"):
        assert width(line) <= 50
        assert line == printable(line)


@pytest.mark.slow
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made_maps())
def test_any_map_is_the_same_as_itself(argument_map: ArgumentMap) -> None:
    assert compare(argument_map, argument_map).is_empty
