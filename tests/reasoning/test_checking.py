"""Which messages are wanted, which are allowed, and when there is nothing to check."""

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
