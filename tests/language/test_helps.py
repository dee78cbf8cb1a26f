"""What helps say to somebody who does not know the language yet."""

import pytest

import argmap
from argmap.documents.outline import outline
from argmap.language.keywords import LIKELIHOODS, MARKS, STRENGTHS


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


def test_an_attribute_like_none_is_told_all_that_there_are() -> None:
    said = helps("thesis t: T {probable}\n")
    assert all(word in said for word in (*LIKELIHOODS, *STRENGTHS, "80%"))


def test_an_attribute_with_a_slip_is_told_only_the_one_that_was_meant() -> None:
    assert helps("thesis t: T {likley}\n").splitlines() == [
        "did you mean likely?",
        "to keep braces as text, put the whole text in double quotes",
    ]


@pytest.mark.parametrize(
    "place", ["para. 8", "para 8", "p. 3", "pp. 3-4", "§ 12", "¶4", "S. 17", "ch. 2, end"]
)
def test_a_place_without_a_source_is_told_that_the_key_is_missing(place: str) -> None:
    (message,) = argmap.parse(f"thesis t: Russia needs a partner [{place}] {{likely}}\n").diagnostics
    assert (message.code, message.message) == ("L408", f"[{place}] was read as text")
    assert message.hints[0].endswith(f"[@key, {place}]")


@pytest.mark.parametrize(
    "text", ["Brackets [sic]", "A list [1, 2]", "By [P1]", '"Quoted [p. 3]"', "[p. 3] leads"]
)
def test_other_brackets_are_text_without_a_word(text: str) -> None:
    assert argmap.parse(f"thesis t: {text}\n").diagnostics == ()
