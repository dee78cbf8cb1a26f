"""Which messages are wanted, which are allowed, and when there is nothing to check."""

import pytest

import argmap
from argmap.reasoning.checking import Selection, check_reasoning
from argmap.source.diagnostics import Severity

LONELY = (
    "question who: Who lost the war?{attributes}\n  answer both: Both sides lost it\n    because All lost\n"
)


def codes(text: str, selection: Selection | None = None) -> list[str]:
    found = check_reasoning(argmap.parse(text), selection or Selection())
    return [message.code for message in found if message.code == "R110"]


def test_warnings_are_wanted_and_hints_when_asked_for() -> None:
    assert Selection().wants("R110", Severity.WARNING)
    assert not Selection().wants("R401", Severity.HINT)
    assert Selection(hints=True).wants("R401", Severity.HINT)


def test_what_is_selected_is_wanted_whatever_its_severity_and_nothing_else() -> None:
    selection = Selection(select=("R4",))
    assert selection.wants("R401", Severity.HINT)
    assert not selection.wants("R110", Severity.WARNING)


def test_the_longer_name_counts_and_ignore_before_select() -> None:
    assert not Selection(ignore=("R",)).wants("R110", Severity.WARNING)
    assert Selection(select=("R110",), ignore=("R1",)).wants("R110", Severity.WARNING)
    assert not Selection(select=("R1",), ignore=("R110",)).wants("R110", Severity.WARNING)
    assert not Selection(select=("R110",), ignore=("R110",)).wants("R110", Severity.WARNING)


def test_errors_are_always_wanted() -> None:
    assert Selection(select=("R4",), ignore=("L",)).wants("L101", Severity.ERROR)


def test_a_check_that_is_ignored_finds_nothing() -> None:
    text = LONELY
    assert codes(text) == ["R110"]
    assert codes(text, Selection(ignore=("R1",))) == []


def test_the_writer_can_allow_a_message_in_the_header() -> None:
    assert codes("map War\n  allow: R1\n" + LONELY) == []
    assert codes("map War\n  allow: R2\n" + LONELY) == ["R110"]


def test_a_map_with_errors_is_not_checked() -> None:
    assert codes("becuase typo\n" + LONELY) == []


def test_the_messages_of_a_map_are_its_own_and_those_of_the_checks() -> None:
    argument_map = argmap.parse("question Who? # all\n  answer Both\n    because Putin: All lost\n")
    found = [message.code for message in argmap.check(argument_map, ignore=["R2"])]
    assert found == ["R110", "L108"]
    assert [message.code for message in argmap.check(argument_map, select=["l112"])] == ["L112"]
    assert "L112" in [message.code for message in argmap.check(argument_map, hints=True)]


def test_of_a_map_with_errors_only_the_errors_and_its_own_warnings_are_told() -> None:
    argument_map = argmap.parse("becuase typo\n" + LONELY)
    assert {message.code[0] for message in argmap.check(argument_map)} == {"L"}
    assert [message.code for message in argmap.check(argument_map, select=["R"])] == ["L101"]


def test_a_code_that_no_message_has_is_refused() -> None:
    with pytest.raises(argmap.UnknownCode, match="'R999'"):
        argmap.check(argmap.parse(LONELY), select=["R999"])


def test_a_question_allows_what_is_said_of_its_own_line() -> None:
    assert codes(LONELY.format(attributes=" {allow: R110}")) == []
    assert codes(LONELY.format(attributes=" {allow: R2}")) == ["R110"]
