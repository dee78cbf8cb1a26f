"""R601: where an unknown code is found, and how its place is marked."""

import attrs

import argmap
from argmap.reasoning.checking import check_reasoning


def marked(argument_map: argmap.ArgumentMap) -> list[tuple[int, str]]:
    """The line and the text of every mark of R601."""
    found = [message for message in check_reasoning(argument_map) if message.code == "R601"]
    source = next(iter(argument_map.texts.values()))
    return [
        (source.position(message.span.start)[0], source.text[message.span.start : message.span.stop])
        for message in found
    ]


def test_the_header_a_claim_and_a_question_are_looked_at() -> None:
    text = (
        "map M\n  allow: R110 R999\nquestion Which? {allow: L999}\n  answer A {allow: R998, likely}\n"
        "  answer B\n"
    )
    assert marked(argmap.parse(text)) == [(2, "R999"), (3, "L999"), (4, "R998")]


def test_families_and_codes_of_both_kinds_are_known() -> None:
    assert marked(argmap.parse("thesis A {allow: R L R6 L3 R110 L108}\n  because B\n")) == []


def test_only_the_word_after_allow_is_marked() -> None:
    text = "thesis R999: The rule R999 holds {allow: R9 R999} #R999\n  because B\n"
    assert marked(argmap.parse(text)) == [(1, "R9"), (1, "R999")]
    first, second = (m.span.start for m in check_reasoning(argmap.parse(text)) if m.code == "R601")
    assert (first, second) == (text.index("R9 "), text.index("R999}"))


def test_an_unknown_code_can_be_allowed_like_any_message() -> None:
    assert marked(argmap.parse("thesis A {allow: R999 R601}\n  because B\n")) == []


def test_a_map_without_its_texts_is_marked_at_the_line() -> None:
    whole = argmap.parse("thesis A {allow: R999}\n  because B\n")
    (found,) = [m for m in check_reasoning(attrs.evolve(whole, texts={})) if m.code == "R601"]
    assert found.span == whole.theses[0].span
