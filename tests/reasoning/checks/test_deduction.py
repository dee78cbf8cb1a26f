"""R405 and R406: rabbits and holding hands, in the steps that claim to be conclusive."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
from found import found, marked, messages

VALID = [
    ("en", "Socrates is a man", "All men are mortal", "Socrates is mortal"),
    ("en", "If it rains, the streets get wet", "It's raining", "The streets get wet"),
    (
        "en",
        "Whatever is caused has a cause",
        "The world's beginning was caused",
        "The world's beginning has a cause",
    ),
    ("de", "Sokrates ist ein Mensch", "Alle Menschen sind sterblich", "Sokrates ist sterblich"),
    (
        "de",
        "Ist die Kette der Ursachen endlos, fehlt ein Anfang",
        "Die Ursachenkette ist endlos",
        "Ein Anfang fehlt",
    ),
    ("tr", "Sokrates bir insandır", "Bütün insanlar ölümlüdür", "Sokrates ölümlüdür"),
    ("tr", "Her olayın bir nedeni vardır", "Dünya bir olaydır", "DÜNYANIN BİR NEDENİ VARDIR"),
    ("fr", "Socrate est un homme", "Tous les hommes sont mortels", "Socrate est mortel"),
    ("fr", "S'il pleut, la rue est mouillée", "Il pleut", "La rue est mouillée"),
    ("es", "Sócrates es un hombre", "Todos los hombres son mortales", "Sócrates es mortal"),
    ("es", "Si llueve, las calles están mojadas", "Está lloviendo", "Las calles están mojadas"),
]
RABBITS = [
    ("en", "Socrates is a man", "All men are mortal", "Socrates is wise", "wise"),
    ("de", "Sokrates ist ein Mensch", "Alle Menschen sind sterblich", "Sokrates ist weise", "weise"),
    ("tr", "Sokrates bir insandır", "Bütün insanlar ölümlüdür", "Sokrates bilgedir", "bilgedir"),
    ("fr", "Socrate est un homme", "Tous les hommes sont mortels", "Socrate est sage", "sage"),
    ("es", "Sócrates es un hombre", "Todos los hombres son mortales", "Sócrates es sabio", "sabio"),
]


def board(tag: str, first: str, second: str, conclusion: str, by: str = "") -> str:
    return f"map M\n  language: {tag}\n1. {first}\n2. {second}\n3. {conclusion} (1, 2{by})\n"


@pytest.mark.parametrize(("tag", "first", "second", "conclusion"), VALID)
def test_a_valid_step_has_no_rabbit_and_holds_hands(
    tag: str, first: str, second: str, conclusion: str
) -> None:
    text = board(tag, first, second, conclusion)
    assert messages(text, "R405") == messages(text, "R406") == []


@pytest.mark.parametrize(("tag", "first", "second", "conclusion", "word"), RABBITS)
def test_a_rabbit_is_marked_in_the_conclusion(
    tag: str, first: str, second: str, conclusion: str, word: str
) -> None:
    text = board(tag, first, second, conclusion)
    assert marked(text, "R405") == [word]
    assert messages(text, "R405") == [f"“{word}” stands in the conclusion and in no premise"]
    assert found(text, "R406") == ()


def test_three_rabbits_are_named_and_the_rest_counted() -> None:
    text = board("en", "It is", "It was", "Cats eat red mice daily")
    assert messages(text, "R405") == [
        "“Cats”, “eat”, “red” and 2 more stand in the conclusion and in no premise"
    ]


def test_a_loose_term_is_marked_in_its_premise() -> None:
    text = board("en", "Socrates is a man from Athens", "All men are mortal", "Socrates is mortal")
    assert marked(text, "R406") == ["Athens"]
    assert messages(text, "R406") == ["“Athens” stands in one premise and nowhere else in the step"]


def test_a_number_is_a_term() -> None:
    assert marked(board("en", "It is hot", "What is hot is dry", "It is dry in 2024"), "R405") == ["2024"]


@pytest.mark.parametrize(
    "step", ["because b: Cats sleep {conclusive}", "because b: Cats sleep\n  by modus ponens"]
)
def test_conclusive_steps_and_deductive_schemes_are_looked_at(step: str) -> None:
    text = f"map M\n  language: en\nthesis a: Dogs bark\n  {step}\n"
    (message,) = found(text, "R405")
    assert text[message.related[0].span.start :].startswith("because b")


@pytest.mark.parametrize(
    "step",
    ["because b: Cats sleep", "because b: Cats sleep {strong}", "because b: Cats sleep\n  by analogy"],
)
def test_other_steps_may_say_something_new(step: str) -> None:
    assert found(f"map M\n  language: en\nthesis a: Dogs bark\n  {step}\n", "R405") == ()


def test_a_numbered_line_by_a_scheme_that_is_not_deductive_claims_less() -> None:
    text = board("en", "Cats sleep", "Cats are like dogs", "Birds sing", by=" by analogy")
    assert found(text, "R405") == ()


def test_an_exception_concludes_nothing() -> None:
    lines = "thesis a: Dogs bark\n  because b: They do\n  unless c: Cats sleep {conclusive}\n"
    text = f"map M\n  language: en\n{lines}"
    assert found(text, "R405") == ()
