"""Every file of tests/suite gives the messages and the map that its comments say."""

from collections import Counter
from pathlib import Path

import pytest
from expectations import Said, expected, expected_outline, messages, outline

import argmap

SUITE = Path(__file__).parents[1] / "suite"
CASES = sorted(SUITE.glob("*.argmap"))


def test_the_suite_has_cases():
    assert len(CASES) > 10


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_every_message_is_expected_and_every_expectation_met(path):
    found = argmap.load(path)
    wanted = [said for name, source in found.texts.items() for said in expected(Path(name).name, source.text)]
    with_words = {place.without_message() for place in wanted if place.message}
    said = [one if one.without_message() in with_words else one.without_message() for one in messages(found)]
    assert (Counter(said) - Counter(wanted), Counter(wanted) - Counter(said)) == (Counter(), Counter())


@pytest.mark.parametrize(
    "path", [path for path in CASES if expected_outline(path.read_text("utf-8"))], ids=lambda path: path.stem
)
def test_the_map_is_the_one_in_the_comments(path):
    assert outline(argmap.load(path)) == expected_outline(path.read_text(encoding="utf-8"))


def test_an_expectation_marks_the_line_above_it():
    text = "thesis a\n  because @b\n#         ^^ error L302: no claim\n#[1-2] hint L112\n"
    assert expected("f", text) == [
        Said("f", 2, 11, 13, "error", "L302", "no claim"),
        Said("f", 2, 1, 3, "hint", "L112"),
    ]


def test_a_comment_that_is_nearly_an_expectation_is_refused():
    with pytest.raises(ValueError, match="no expectation"):
        expected("f", "thesis a\n#  ^^ eror L302\n")


def test_other_comments_expect_nothing():
    assert expected("f", "# a ^ b\n#\nthesis a\n# error L101\n") == []
