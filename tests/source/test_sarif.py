"""The SARIF report fits the published schema and says where, what and how to mend it."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.source.diagnostics import Diagnostic, Fix, Label, Severity
from argmap.source.edits import TextEdit
from argmap.source.report_sarif import Rule, sarif_report
from argmap.source.spans import Span
from argmap.source.text import SourceText

SOURCE = SourceText("maps/a b.argmap", "thesis 😀 t\r\n  because @foo\r  but x\n")
TEXTS = {SOURCE.name: SOURCE}
RULE = Rule("L302", "undefined-label", Severity.ERROR, "a reference to nothing.", "Why so.", "At length.")


@cache
def validator() -> jsonschema.Draft7Validator:
    path = Path(__file__).with_name("data") / "sarif-schema-2.1.0.json"
    schema = json.loads(path.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema, format_checker=jsonschema.Draft7Validator.FORMAT_CHECKER)


def span_of(words: str) -> Span:
    start = SOURCE.text.index(words)
    return Span(SOURCE.name, start, start + len(words))


def message(words: str = "@foo", **changes: Any) -> Diagnostic:
    made = {"code": "L302", "severity": Severity.ERROR, "message": "no claim is labelled foo"}
    return Diagnostic(**{**made, "span": span_of(words), **changes})


def run_of(*diagnostics: Diagnostic, texts: dict[str, SourceText] = TEXTS) -> dict[str, Any]:
    document = json.loads(sarif_report(diagnostics, texts, [RULE], version="1.2.3"))
    validator().validate(document)
    (run,) = document["runs"]
    return run


def result_of(diagnostic: Diagnostic, texts: dict[str, SourceText] = TEXTS) -> dict[str, Any]:
    (result,) = run_of(diagnostic, texts=texts)["results"]
    return result


def test_the_schema_refuses_what_is_no_log() -> None:
    with pytest.raises(jsonschema.ValidationError):
        validator().validate({"version": "2.1.0"})


def test_a_log_without_messages_is_valid() -> None:
    assert run_of()["results"] == []


def test_the_run_names_the_program_how_columns_count_and_where_lines_end() -> None:
    run = run_of()
    assert (run["tool"]["driver"]["name"], run["tool"]["driver"]["version"]) == ("argmap", "1.2.3")
    assert run["columnKind"] == "unicodeCodePoints"
    assert run["newlineSequences"] == ["\r\n", "\n", "\r"]


def test_a_rule_explains_its_code() -> None:
    run = run_of(message())
    (rule,) = run["tool"]["driver"]["rules"]
    assert (rule["id"], rule["name"]) == ("L302", "undefined-label")
    assert rule["help"] == {"text": "At length."}
    assert rule["defaultConfiguration"] == {"level": "error"}
    (result,) = run["results"]
    assert (result["ruleId"], result["ruleIndex"]) == ("L302", 0)


def test_a_result_has_its_place_in_code_points() -> None:
    (location,) = result_of(message("t\r\n  because @foo"))["locations"]
    region = location["physicalLocation"]["region"]
    assert region == {"startLine": 1, "startColumn": 10, "endLine": 2, "endColumn": 15}


@pytest.mark.parametrize(
    ("severity", "level"),
    [(Severity.ERROR, "error"), (Severity.WARNING, "warning"), (Severity.HINT, "note")],
)
def test_severities_are_levels(severity: Severity, level: str) -> None:
    assert result_of(message(severity=severity))["level"] == level


def test_hints_follow_the_message_and_braces_are_no_placeholders() -> None:
    result = result_of(message(message="{0} is no number", hints=("write {likely}",)))
    assert result["message"]["text"] == "{{0}} is no number\nhelp: write {{likely}}"


def test_second_places_are_related_locations() -> None:
    (related,) = result_of(message(related=(Label(span_of("x"), "see here"),)))["relatedLocations"]
    assert related["message"] == {"text": "see here"}
    assert related["physicalLocation"]["region"]["startLine"] == 3


def test_a_fix_names_what_goes_and_what_comes() -> None:
    edits = (TextEdit(span_of("@foo"), "@t"), TextEdit(span_of("x"), ""))
    (fix,) = result_of(message(fix=Fix("write {@t}", edits, safe=False)))["fixes"]
    assert fix["description"] == {"text": "write {{@t}}"}
    assert fix["properties"] == {"safe": False}
    (change,) = fix["artifactChanges"]
    first, second = change["replacements"]
    assert first["insertedContent"] == {"text": "@t"}
    assert first["deletedRegion"]["startColumn"] == 11
    assert "insertedContent" not in second


def test_half_a_fix_is_none() -> None:
    edits = (TextEdit(span_of("@foo"), "@t"), TextEdit(Span("elsewhere", 0, 1), ""))
    assert "fixes" not in result_of(message(fix=Fix("write @t", edits, safe=True)))


def test_a_message_about_an_unknown_text_names_the_file_alone() -> None:
    (location,) = result_of(message(), texts={})["locations"]
    assert location == {"physicalLocation": {"artifactLocation": {"uri": "maps/a%20b.argmap"}}}


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("<stdin>", "%3Cstdin%3E"),
        ("a:b.argmap", "a%3Ab.argmap"),
        ("../Karabağ.argmap", "../Karaba%C4%9F.argmap"),
        ("100%#1?.argmap", "100%25%231%3F.argmap"),
        ("/tmp/a b.argmap", "file:///tmp/a%20b.argmap"),
    ],
)
def test_a_file_is_a_uri(name: str, uri: str) -> None:
    (location,) = result_of(message(span=Span(name, 0, 0)))["locations"]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == uri


@given(
    st.text(max_size=30), st.text(alphabet=st.characters(exclude_characters="\0"), min_size=1, max_size=20)
)
def test_any_message_about_any_file_is_valid(words: str, name: str) -> None:
    # Half of a surrogate pair is in no name that the system gives.
    name = name.encode("utf-8", "replace").decode("utf-8")
    source = SourceText(name, words)
    place = Span(name, 0, len(words))
    fix = Fix(words, (TextEdit(place, words),), safe=True)
    found = Diagnostic("R110", Severity.WARNING, words, place, (words,), (Label(place, words),), fix)
    run_of(found, texts={name: source})
