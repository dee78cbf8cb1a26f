"""Every example of grammar/SPEC.md, run."""

import re
from pathlib import Path

import pytest
from spec_examples import SPEC, Example, examples, messages, read, visible
from spec_outline import outline

import argmap
from argmap.language.formatter import format_text

EXAMPLES = examples()
_CODE = re.compile(r"\bL\d{3}\b")


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_the_map_and_the_messages_are_as_promised(
    example: Example, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    map = read(example, tmp_path)
    assert visible(messages(map)) == (example.messages or "")
    if example.outline is not None or example.formatted is None:
        assert visible(outline(map)) == (example.outline or "")
    if example.formatted is not None:
        assert visible(format_text(example.text)) == example.formatted


def test_there_are_at_least_170_examples() -> None:
    assert len(EXAMPLES) >= 170


def test_every_message_of_the_language_is_in_the_specification() -> None:
    room = Path(argmap.__file__).parent
    given = {
        code
        for folder in ("language", "model")
        for path in (room / folder).rglob("*.py")
        for code in _CODE.findall(path.read_text(encoding="utf-8"))
    }
    explained = set(_CODE.findall(SPEC.read_text(encoding="utf-8")))
    assert given == explained


def test_every_message_of_the_table_is_shown_by_an_example() -> None:
    listed = set(re.findall(r"^\| `(L\d{3})` \|", SPEC.read_text(encoding="utf-8"), re.MULTILINE))
    shown = {code for example in EXAMPLES for code in _CODE.findall(example.messages or "")}
    assert shown == listed


def test_the_table_gives_every_message_its_grade() -> None:
    rows = re.findall(r"^\| `(L\d{3})` \| ([a-z, ]+) \|", SPEC.read_text(encoding="utf-8"), re.MULTILINE)
    grades = {code: set(grade.split(", ")) for code, grade in rows}
    said = {
        (code, grade)
        for example in EXAMPLES
        for code, grade in re.findall(r": (L\d{3}) (\w+) ", example.messages or "")
    }
    assert [(code, grade) for code, grade in sorted(said) if grade not in grades[code]] == []


def test_every_message_stands_in_the_table_and_leads_to_a_place() -> None:
    text = SPEC.read_text(encoding="utf-8")
    anchors = {_anchor(line) for line in text.split("\n") if line.startswith("#")}
    rows = re.findall(r"^\| `(L\d{3})` \|.*\(#([^)]+)\) \|$", text, re.MULTILINE)
    assert {code for code, _ in rows} == set(_CODE.findall(text))
    assert [target for _, target in rows if target not in anchors] == []


def test_every_link_of_the_page_leads_to_a_heading() -> None:
    text = SPEC.read_text(encoding="utf-8")
    anchors = {_anchor(line) for line in text.split("\n") if line.startswith("#")}
    assert [target for target in re.findall(r"\]\(#([^)]+)\)", text) if target not in anchors] == []


def _anchor(heading: str) -> str:
    """The anchor that a heading gets on a page: lower case, hyphens for blanks, no other marks."""
    words = heading.lstrip("#").strip().lower()
    return re.sub(r"[^\w\- ]", "", words).replace(" ", "-")
