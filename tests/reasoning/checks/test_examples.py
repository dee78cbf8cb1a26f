"""Every check is listed, documents itself, and does with its examples what it says."""

import re
from importlib import import_module
from pathlib import Path

import pytest

import argmap
from argmap.reasoning.check_list import CHECKS
from argmap.reasoning.check_text import check_codes, check_entry
from argmap.reasoning.checking import Selection, check_reasoning

FOLDER = Path(argmap.__file__).parent / "reasoning" / "checks"
EVERYTHING = Selection(hints=True)


def found(text: str) -> list[tuple[str, str]]:
    argument_map = argmap.parse(text)
    assert argument_map.errors == ()
    return [(message.code, message.severity) for message in check_reasoning(argument_map, EVERYTHING)]


def test_every_module_is_listed_once_and_in_order() -> None:
    modules = {f"argmap.reasoning.checks.{path.stem}" for path in FOLDER.glob("[!_]*.py")}
    assert {listed.module for listed in CHECKS} == modules
    assert len(CHECKS) == len(modules)
    assert list(check_codes()) == sorted(set(check_codes()))


@pytest.mark.parametrize("listed", CHECKS, ids=lambda listed: listed.title)
def test_the_list_and_the_module_agree(listed) -> None:
    module = import_module(listed.module)
    assert listed.code == module.CODE
    assert module.__doc__.startswith(f"{listed.code} {listed.title}: ")


@pytest.mark.parametrize("code", check_codes())
def test_a_bad_example_gives_its_message_and_no_other_warning(code: str) -> None:
    entry = check_entry(code)
    messages = found(entry.bad.text)
    assert (code, entry.severity) in messages
    assert not [other for other, severity in messages if other != code and severity == "warning"]


@pytest.mark.parametrize("code", check_codes())
def test_a_good_example_gives_no_warning_and_not_its_message(code: str) -> None:
    messages = found(check_entry(code).good.text)
    assert not [other for other, severity in messages if other == code or severity == "warning"]


@pytest.mark.parametrize("code", check_codes())
def test_a_check_says_what_it_finds_and_why_in_sentences(code: str) -> None:
    entry = check_entry(code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", entry.title)
    assert entry.summary.endswith(".")
    assert entry.why.endswith(".")
    assert entry.good != entry.bad
