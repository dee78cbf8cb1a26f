"""Labels, the names of sections as words, and what an unknown name is told."""

import pytest

from argmap.model.names import Names, normal, slug, undefined
from argmap.source.spans import Span

HERE, THERE = Span("f", 0, 1), Span("f", 5, 6)


def test_a_label_is_the_same_in_either_form_of_its_accents():
    assert normal("cafe\u0301") == normal("caf\u00e9") == "caf\u00e9"


def test_a_label_keeps_its_case():
    assert normal("West") != normal("west")


@pytest.mark.parametrize(
    ("title", "word"),
    [
        ("Background", "background"),
        ("What both sides want", "what-both-sides-want"),
        ("  1991–1994: the first war!  ", "section-1991-1994-the-first-war"),
        ("Äußeres", "äusseres"),
        ("Гонка", "гонка"),
        ("中文", "中文"),
        ("***", "section"),
        ("", "section"),
    ],
)
def test_a_sections_name_is_made_a_word(title, word):
    assert slug(title) == word


def test_a_label_is_defined_once():
    names = Names("label")
    assert names.define("a", HERE) is None
    problem = names.define("a", THERE)
    assert (problem.code, problem.span, problem.related[0].span) == ("L301", THERE, HERE)
    assert names.spans == {"a": HERE}


def test_an_unknown_name_is_told_the_nearest_ones():
    problem = undefined("bui-in", THERE, Names("label", {"buy-in": HERE, "west": HERE}), ())
    assert problem.code == "L302"
    assert any("@buy-in" in hint for hint in problem.hints)
    assert problem.related[0].span == HERE


def test_a_name_that_is_like_nothing_gets_no_suggestion():
    assert undefined("zzzzzz", THERE, Names("label", {"buy-in": HERE}), ()).related == ()


def test_the_name_of_something_else_is_told_what_it_is():
    problem = undefined("edm", THERE, Names("label"), (Names("source", {"edm": HERE}),))
    assert problem.code == "L303"
    assert "a source" in problem.message
    assert any("[@edm]" in hint for hint in problem.hints)


def test_a_name_defined_in_a_line_that_cannot_be_read_is_told_so():
    problem = undefined("west", THERE, Names("label", lost={"west": HERE}), ())
    assert problem.code == "L302"
    assert "could not be read" in problem.message
    assert problem.related[0].span == HERE
