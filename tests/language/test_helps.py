"""What helps say to somebody who does not know the language yet."""

import pytest

import argmap
from argmap.documents.outline import outline
from argmap.language.keywords import MARKS


def helps(text: str) -> str:
    """The helps of the only message about a text."""
    (message,) = argmap.parse(text).diagnostics
    return "\n".join(message.hints)


@pytest.mark.parametrize("mark", MARKS)
def test_a_mark_of_the_outline_in_the_place_of_a_keyword_is_told_its_keyword(mark: str) -> None:
    said = helps(f"thesis t: T\n  {mark} b: B\n")
    assert said == f"{mark} stands for `{MARKS[mark]}` where a map is shown; in its text, write the word"


@pytest.mark.parametrize("mark", MARKS)
def test_a_bullet_is_not_replaced_by_a_guess(mark: str) -> None:
    (message,) = argmap.parse(f"thesis t: T\n  {mark} b: B\n").diagnostics
    assert message.fix is None


def test_an_outline_taken_for_a_map_is_told_what_its_marks_mean() -> None:
    shown = outline(argmap.parse("thesis t: T\n  because b: B\n    but c: C\n"), legend=False)
    first = argmap.parse(shown).diagnostics[0]
    assert "`because`" in first.hints[0]
