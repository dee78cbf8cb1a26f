import re

import pytest

from argmap.model.schemes import catalogue, find, is_known, nearest

DESIGNED = (
    "position-to-know",
    "expert-opinion",
    "witness-testimony",
    "popular-opinion",
    "example",
    "analogy",
    "precedent",
    "cause-to-effect",
    "effect-to-cause",
    "correlation-to-cause",
    "sign",
    "consequences-good",
    "consequences-bad",
    "practical-reasoning",
    "values",
    "commitment",
    "ethotic",
    "ad-hominem-bias",
    "verbal-classification",
    "rules",
    "exception-to-rule",
    "slippery-slope",
    "waste",
    "threat",
    "alternatives",
    "composition",
    "division",
    "best-explanation",
)
DEDUCTIVE = {"modus-ponens", "modus-tollens", "disjunctive-syllogism", "hypothetical-syllogism"}
SCHEMES = list(catalogue().values())
IDENTIFIER = re.compile(r"[a-z]+(-[a-z]+)*")

every_scheme = pytest.mark.parametrize("scheme", SCHEMES, ids=lambda scheme: scheme.id)


@pytest.mark.parametrize("id", DESIGNED)
def test_the_catalogue_has_the_common_presumptive_schemes(id):
    scheme = catalogue()[id]
    assert scheme.questions
    assert not scheme.deductive


def test_deductive_schemes_are_four_and_have_no_questions():
    assert {scheme.id for scheme in SCHEMES if scheme.deductive} == DEDUCTIVE
    assert {scheme.id for scheme in SCHEMES if not scheme.questions} == DEDUCTIVE


@every_scheme
def test_a_scheme_has_distinct_questions_of_known_kinds(scheme):
    ids = [question.id for question in scheme.questions]
    assert len(set(ids)) == len(ids)
    assert all(IDENTIFIER.fullmatch(id) for id in ids)
    assert {question.kind for question in scheme.questions} <= {"exception", "assumption"}


@every_scheme
def test_a_scheme_has_distinct_premise_roles(scheme):
    roles = [premise.role for premise in scheme.premises]
    assert roles
    assert len(set(roles)) == len(roles)
    assert all(IDENTIFIER.fullmatch(role) for role in roles)


@every_scheme
def test_the_texts_of_a_scheme_are_whole_sentences(scheme):
    statements = [premise.text for premise in scheme.premises] + [scheme.conclusion]
    assert all(re.fullmatch(r"[A-Z]\S*( \S+)*\.", text) for text in statements)
    assert all(re.fullmatch(r"[A-Z]\S*( \S+)*\?", question.text) for question in scheme.questions)


@every_scheme
def test_a_scheme_is_found_by_its_id_and_by_its_name(scheme):
    assert IDENTIFIER.fullmatch(scheme.id)
    assert find(scheme.id) is scheme
    assert find(scheme.id.replace("-", " ").upper()) is scheme
    assert find(f"  {scheme.name} ") is scheme


def test_no_two_schemes_share_a_name():
    assert len({scheme.name for scheme in SCHEMES}) == len(SCHEMES)


def test_the_questions_that_maps_in_the_documentation_answer_exist():
    assert find("position to know").question("honesty").kind == "exception"
    expected = {"expertise", "field", "opinion", "bias", "consistency", "evidence"}
    assert {question.id for question in find("expert-opinion").questions} == expected
    assert find("expert-opinion").question("honesty") is None


def test_an_unknown_scheme_is_not_found():
    assert find("modus morons") is None
    assert find("") is None
    assert is_known("modus_ponens")
    assert not is_known("modus")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("modus pones", "modus-ponens"), ("slippry slop", "slippery-slope"), ("expert", "expert-opinion")],
)
def test_a_slip_of_the_pen_suggests_the_scheme_meant(written, meant):
    assert nearest(written)[0] == meant


def test_nothing_is_suggested_for_a_word_like_no_scheme():
    assert nearest("qqqq") == []
    assert nearest("") == []


def test_the_catalogue_cannot_be_changed():
    with pytest.raises(TypeError):
        catalogue()["mine"] = SCHEMES[0]
