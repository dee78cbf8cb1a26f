"""`allow:` answers warnings and hints, never errors."""

from pathlib import Path

import pytest

import argmap


def codes(text: str) -> list[str]:
    return [message.code for message in argmap.parse(text).diagnostics]


def test_a_warning_that_nobody_allowed_is_given() -> None:
    assert codes("thesis A\n  because B # C") == ["L108"]


@pytest.mark.parametrize("allowed", ["L108", "L", "R204 L108"])
def test_a_claim_allows_warnings_about_its_own_line(allowed: str) -> None:
    assert codes(f"thesis A\n  because B # C {{allow: {allowed}}}") == []
    assert codes(f"thesis A {{allow: {allowed}}}\n  because B # C") == ["L108"]


def test_a_question_allows_warnings_about_its_own_line() -> None:
    text = "question Who? # C {allow: L108}\n  answer A # B\n  answer B\n"
    assert codes(text) == ["L108"]
    assert codes(text.replace("answer A # B", "answer A")) == []


def test_of_two_claims_on_a_line_each_allows_its_own_part() -> None:
    assert codes("thesis A because B # C {allow: L108}") == []
    assert codes("thesis A {allow: L108} because B # C") == ["L108"]


def test_a_claim_allows_nothing_in_another_file(tmp_path: Path) -> None:
    (tmp_path / "part.argmap").write_text("claim A # B\n")
    text = "thesis A is long enough {allow: L108}\ninclude part.argmap\n"
    found = argmap.parse(text, name=str(tmp_path / "m.argmap"), folder=tmp_path)
    assert [message.code for message in found.diagnostics] == ["L108"]


def test_the_header_allows_warnings_everywhere() -> None:
    assert codes("map M\n  allow: L108\nthesis A # B\n  because C # D") == []
    assert codes("map M\n  allow: L109\nthesis A # B") == ["L108"]


def test_errors_cannot_be_allowed() -> None:
    assert codes("map M\n  allow: L302\nthesis A {allow: L302}\n  because @b") == ["L302"]
