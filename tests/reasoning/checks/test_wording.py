"""R402 to R404, and which language a map is in."""

import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import argmap
from argmap.reasoning.check_list import CHECKS
from argmap.reasoning.judged import Judged
from argmap.reasoning.wording.languages import TAGS, language, language_of
from argmap.reasoning.wording.sentences import second_claim
from argmap.reasoning.wording.signals import first_signal

sys.path.insert(0, str(Path(__file__).parent))
from found import found, marked, messages

TWO = {
    "en": "Georgia went West. Moscow needs a partner",
    "de": "Georgien ging nach Westen. Moskau braucht einen Partner",
    "tr": "Savaş dün gece bitti. İnsanlar çok mutlu oldu",
    "fr": "Il est parti hier. Personne ne sait pourquoi",
    "es": "Se fue a Madrid. ¿Nadie sabe por qué?",
}
ONE = {
    "en": [
        "Dr. Smith met Mr. Jones in St. Louis on Wed. Morning",
        "The book of J. R. R. Tolkien is well known",
        "The troops of the U.S. Army left the town",
        "The figure is 3.5 Million a year at most",
        "Some states, e.g. Turkey, are strong there, cf. Smith",
        "He asked “Why not? We can do it” at last",
        "Three states left: Georgia in 2008; Ukraine in 2014; Moldova later on",
        "Yes. Turkey is a strong state",
        "It is true ... Russia is a state",
        "The address is example.org/a;b and nothing else matters",
        "They say (It is so. We know it) what they think",
    ],
    "de": [
        "Große Städte, z. B. Ankara, sind laut und voll",
        "Der Tag ist am 3. Oktober in jedem Jahr",
        "Viele Forscher, u. a. Dr. Berg, sagen das so",
        "Im 19. Jh. Deutschland war noch geteilt",
    ],
    "tr": [
        "Prof. Dr. Ali Bey bunu dün söyledi",
        "Ve sonra II. Dünya Savaşı bitti herkes sevindi",
        "Türkiye vb. Ülkeler bunu biliyor",
    ],
    "fr": ["Le livre de M. Dupont est paru hier", "Au IIe s. av. J.-C. Rome est déjà grande"],
    "es": ["El Sr. García de EE. UU. Norte es alto", "Lo dice el art. Primero de la ley"],
}


def in_language(tag: str, text: str) -> str:
    return f"map M\n  language: {tag}\nthesis x: {text}\n"


@pytest.mark.parametrize(("tag", "text"), TWO.items())
def test_the_full_stop_between_two_sentences_is_marked(tag: str, text: str) -> None:
    assert marked(in_language(tag, text), "R403") == ["."]


@pytest.mark.parametrize("tag", TAGS)
def test_a_semicolon_divides_two_claims_in_every_language(tag: str) -> None:
    assert marked(in_language(tag, "Aa bb cc; dd ee ff"), "R403") == [";"]


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in ONE.items() for text in texts])
def test_one_claim_is_one_claim(tag: str, text: str) -> None:
    assert found(in_language(tag, text), "R403") == ()


def test_a_year_ends_an_english_sentence() -> None:
    assert marked(in_language("en", "The war ended in 1945. Germany was divided then"), "R403") == ["."]


@pytest.mark.parametrize("text", ["Who won the war?", "Did they win?!", "¿Quién ganó la guerra?"])
def test_a_question_is_no_claim(text: str) -> None:
    assert marked(in_language("es", text), "R402") == [text]


@pytest.mark.parametrize(
    "text",
    ["They won (or did they?)", "He asked “Who won?”", '"Who won the war?"', "They won (?)", "They won!"],
)
def test_a_claim_may_hold_a_question_mark(text: str) -> None:
    assert found(in_language("en", text), "R402") == ()


def test_the_question_of_the_map_may_ask() -> None:
    assert (
        found("map M\n  language: en\nquestion q: Who won?\n  answer a: We\n  answer b: They\n", "R402") == ()
    )


@pytest.mark.parametrize(("count", "long"), [(40, False), (41, True)])
def test_more_than_forty_words_are_many(count: int, long: bool) -> None:
    text = in_language("en", "word " * (count - 1) + "— end")
    assert bool(found(text, "R404")) is long
    if long:
        assert messages(text, "R404") == ["this claim has 41 words, and beyond 40 it is hard to keep in mind"]


@pytest.mark.parametrize("code", ["R401", "R402", "R403", "R404", "R405", "R406"])
def test_other_languages_are_left_in_peace(code: str) -> None:
    text = "map M\n  language: it\n1. Aa bb; cc dd ee therefore?\n2. " + "ff " * 50 + "(1)\n"
    assert found(text, code) == ()


@pytest.mark.parametrize(
    ("tag", "known"), [("en-GB", "en"), ("DE", "de"), ("tr_TR", "tr"), ("de-1996", "de")]
)
def test_the_first_part_of_a_tag_counts(tag: str, known: str) -> None:
    assert language_of(argmap.parse(in_language(tag, "X"))) is language(known)


@pytest.mark.parametrize(
    ("known", "text"),
    [
        (
            "en",
            "thesis Georgia and Ukraine went West\n  because Moscow needs a partner that it can deal with",
        ),
        (
            "de",
            "thesis Russland will die Türkei an Bord haben\n  because Georgien und die Ukraine gingen fort",
        ),
        ("tr", "thesis Rusya Türkiye'nin desteğini istiyor\n  because Gürcistan ve Ukrayna batıya gitti"),
        ("fr", "thesis La Russie veut la Turquie à bord\n  because La Géorgie et l'Ukraine sont parties"),
        ("es", "thesis Rusia quiere a Turquía a bordo\n  because Georgia y Ucrania se fueron al Oeste"),
    ],
)
def test_a_map_that_names_no_language_is_in_that_of_its_words(known: str, text: str) -> None:
    assert language_of(argmap.parse(text)) is language(known)


@pytest.mark.parametrize(
    "text",
    [
        "thesis La Russia vuole la Turchia a bordo\n  because La Georgia e l'Ucraina sono andate a ovest",
        "thesis A Rússia quer a Turquia a bordo\n  because A Geórgia e a Ucrânia foram para o Oeste",
        "thesis Rusland wil Turkije aan boord hebben\n  because Georgië en Oekraïne gingen naar het westen",
        "thesis Россия хочет видеть Турцию на борту",
        "thesis ロシアはトルコの参加を望む",
        "thesis Turkey",
        "note Nothing is claimed here",
    ],
)
def test_a_map_in_none_of_our_languages_is_not_taken_for_one(text: str) -> None:
    assert language_of(argmap.parse(text)) is None


@given(st.text())
def test_small_letters_keep_their_places(text: str) -> None:
    for tag in TAGS:
        assert len(language(tag).folded(text)) == len(text)


def test_turkish_has_two_letters_i() -> None:
    assert language("tr").folded("ISI İLE") == "ısı ile"
    assert language("en").folded("ISI İLE") == "isi ile"
    assert language("tr").capitalised("insan") == "İnsan"


WORDS = st.sampled_from(
    [
        "so",
        "since",
        ",",
        ";",
        ".",
        "Therefore",
        "is",
        "“",
        "”",
        "(",
        ")",
        "porque",
        "İ",
        "parce qu'",
        "\u0301",
        "?",
        "1.",
    ]
)


@given(st.lists(WORDS | st.text(max_size=5), max_size=20), st.sampled_from(TAGS))
def test_no_check_raises_on_any_text(words: list[str], tag: str) -> None:
    text = " ".join(" ".join(words).split()).replace("\0", "") or "x"
    lines = f"map M\n  language: {tag}\n1. {text}\n2. {text} b\n3. {text} c (1, 2)\nclaim x: {text}\n"
    judged = Judged(argmap.parse(lines + f"  because {text} {{conclusive}}\n  but {text}\n"))
    for listed in CHECKS:
        for message in listed.function()(judged):
            assert 0 <= message.span.start <= message.span.stop <= len(judged.map.texts["<input>"].text)


@pytest.mark.parametrize(
    "piece", [". ", "… ", "....", '."', "so, ", "; so ", "since ", "(", "“", "1. A ", "?", "; "]
)
def test_long_texts_of_marks_are_read(piece: str) -> None:
    text = piece * (60_000 // len(piece))
    for tag in TAGS:
        first_signal(text, language(tag))
        second_claim(text, language(tag))
