"""R401: words that signal reasoning, and the fix that takes a claim apart."""

import sys
from pathlib import Path

import pytest

import argmap
from argmap.source.edits import apply_edits

sys.path.insert(0, str(Path(__file__).parent))
from found import found, marked

SIGNALS = {
    "en": {
        "Socrates is a man, therefore he is mortal": "therefore",
        "Turkey is therefore strong": "therefore",
        "Hence, Russia must bargain": "Hence",
        "Georgia left; consequently Russia has no partner": "consequently",
        "Turkey is thus the stronger one": "thus",
        "Turkey is strong, so Russia must bargain": "so",
        "So Russia must bargain": "So",
        "Moscow can bargain, since Turkey is independent": "since",
        "Since Turkey is independent, Moscow can bargain": "Since",
        "Turkey is strong, which is why Russia must bargain": "which is why",
    },
    "de": {
        "Sokrates ist ein Mensch, also ist er sterblich": "also",
        "Er ist daher sterblich": "daher",
        "Deshalb ist er sterblich": "Deshalb",
        "Sokrates ist sterblich, weil er ein Mensch ist": "weil",
        "Sokrates ist sterblich, denn er ist ein Mensch": "denn",
        "Die Stadt ist alt, da sie im Tal liegt": "da",
        "Er ist ein Mensch und somit sterblich": "somit",
    },
    "tr": {
        "Sokrates insandır, dolayısıyla ölümlüdür": "dolayısıyla",
        "DOLAYISIYLA HAKLIDIR": "DOLAYISIYLA",
        "Bu nedenle Rusya pazarlık yapar": "Bu nedenle",
        "Sokrates ölümlüdür, çünkü o bir insandır": "çünkü",
        "ÇÜNKÜ HAKLIDIR": "ÇÜNKÜ",
    },
    "fr": {
        "Socrate est un homme, donc il est mortel": "donc",
        "Par conséquent, la Russie doit négocier": "Par conséquent",
        "Socrate est mortel parce qu’il est un homme": "parce qu’",
        "Socrate est mortel, car il est un homme": "car",
        "Puisque la Turquie est forte, la Russie doit négocier": "Puisque",
    },
    "es": {
        "Sócrates es un hombre, por lo tanto es mortal": "por lo tanto",
        "Turquía es fuerte, así que Rusia debe negociar": "así que",
        "Sócrates es mortal porque es un hombre": "porque",
        "Ya que Turquía es fuerte, Rusia debe negociar": "Ya que",
    },
}
SILENT = {
    "en": [
        "Russia has held Crimea since 2014",
        "Since 2014 Russia is in Crimea",
        "Since the war ended, Turkey has grown stronger",
        "The town, since last May, is quiet",
        "The so-called republic is weak",
        "So-called republics are weak",
        "He spoke slowly, so that all could hear",
        "Georgia is weak, so weak that it yields",
        "So far nothing is known",
        "They met, so to speak, in the dark",
        "He won, so did she",
        "Ten years hence the lease ends",
        "Thus far nothing is known",
        "A state thus weakened must yield",
        "It does not therefore follow",
        "He said “therefore we act”",
        "He said 'we are, therefore we act'",
        "The town (hence its name) lies by the sea",
        "Sotherefore is no word",
    ],
    "de": [
        "Menschen, also Säugetiere, sind sterblich",
        "Das gilt, es sei denn, er ist tot",
        "Er ist mehr denn je ein Held",
        "Er ist nicht deshalb sterblich, weil er alt ist",
        "Das kommt daher, dass er alt ist",
        "So war es auch damals",
        "Es ist kalt, da draußen liegt Schnee",
        "Er sagte: „Also ist es wahr“",
    ],
    "tr": ["Hastalık dolayısıyla okul kapandı", "Bu neden önemlidir", "O halka aittir"],
    "fr": ["Le car est en retard", "Dis donc que c'est vrai", "Non parce qu'il est fort mais par peur"],
    "es": ["No porque sea fuerte", "Pues bien, es fuerte", "El porqué es claro"],
}
SPLIT = [
    ("en", "Socrates is a man, therefore he is mortal", "He is mortal", "Socrates is a man"),
    ("en", "I think, therefore I am", "I am", "I think"),
    ("en", "Turkey is strong, so Russia must bargain", "Russia must bargain", "Turkey is strong"),
    ("en", "Turkey is strong, and therefore Russia must bargain", "Russia must bargain", "Turkey is strong"),
    ("en", "Moscow can bargain, since Turkey is strong", "Moscow can bargain", "Turkey is strong"),
    ("en", "Since Turkey is strong, Moscow can bargain", "Moscow can bargain", "Turkey is strong"),
    ("de", "Er ist sterblich, denn er ist ein Mensch", "Er ist sterblich", "Er ist ein Mensch"),
    (
        "tr",
        "Sokrates ölümlüdür, çünkü insandır ve insan ölür",
        "Sokrates ölümlüdür",
        "İnsandır ve insan ölür",
    ),
    ("fr", "Socrate est un homme, donc il est mortel", "Il est mortel", "Socrate est un homme"),
    ("fr", "Il est mortel parce qu'il est un homme", "Il est mortel", "Il est un homme"),
    ("es", "Turquía es fuerte, así que Rusia debe negociar", "Rusia debe negociar", "Turquía es fuerte"),
]
WHOLE = [
    "Turkey is therefore strong",
    "Turkey is strong and therefore dangerous",
    "Therefore Turkey is strong",
    "If Turkey is strong, therefore it is dangerous",
    "Turkey is strong, so it can bargain: it has oil",
    "Turkey is strong, so it can bargain (it has oil)",
    "Turkey is strong, so Russia is weak, so Iran is weak",
    "Since Turkey is strong, and Iran is weak, Moscow can bargain",
]


def in_language(tag: str, text: str) -> str:
    return f"map M\n  language: {tag}\nthesis x: {text}\n"


def mended(text: str) -> str:
    (message,) = found(text, "R401")
    assert message.fix is not None
    assert not message.fix.safe
    return apply_edits(text, message.fix.edits)


@pytest.mark.parametrize(
    ("tag", "text", "word"),
    [(tag, text, word) for tag, words in SIGNALS.items() for text, word in words.items()],
)
def test_a_word_that_signals_reasoning_is_marked(tag: str, text: str, word: str) -> None:
    assert marked(in_language(tag, text), "R401") == [word]


@pytest.mark.parametrize(("tag", "text"), [(tag, text) for tag, texts in SILENT.items() for text in texts])
def test_a_word_that_means_something_else_is_left_in_peace(tag: str, text: str) -> None:
    assert found(in_language(tag, text), "R401") == ()


@pytest.mark.parametrize("tag", ["nl", "el", "zh-Hant", "nonsense", "enm"])
def test_other_languages_are_left_in_peace(tag: str) -> None:
    assert found(in_language(tag, "Turkey is strong, therefore Russia must bargain"), "R401") == ()


def test_words_of_one_language_mean_nothing_in_another() -> None:
    assert found(in_language("de", "Er ist hence und donc und therefore da"), "R401") == ()
    assert found(in_language("en", "Russia is also there, also in summer"), "R401") == ()


def test_what_stands_in_quotes_as_a_whole_is_taken_as_it_is() -> None:
    assert found(in_language("en", '"I think, therefore I am"'), "R401") == ()


def test_a_decomposed_letter_is_the_same_letter() -> None:
    assert len(found(in_language("tr", "Haklıdır, c\u0327u\u0308nku\u0308 insandır"), "R401")) == 1


@pytest.mark.parametrize(("tag", "text", "conclusion", "reason"), SPLIT)
def test_the_fix_makes_the_conclusion_the_claim_and_the_reason_its_reason(
    tag: str, text: str, conclusion: str, reason: str
) -> None:
    after = argmap.parse(mended(in_language(tag, text)))
    assert after.diagnostics == ()
    assert after.claims["x"].text == conclusion
    (step,) = after.inferences.values()
    assert (step.kind, step.target) == ("support", "x")
    assert [after.claims[premise.claim].text for premise in step.premises] == [reason]


@pytest.mark.parametrize("text", WHOLE)
def test_what_cannot_be_cut_cleanly_is_not_cut(text: str) -> None:
    (message,) = found(in_language("en", text), "R401")
    assert message.fix is None


@pytest.mark.parametrize("verb", ["leave", "go"])
def test_a_denied_reason_is_not_cut_off(verb: str) -> None:
    (message,) = found(in_language("es", f"Rusia no es fuerte porque {verb} es grande"), "R401")
    assert message.fix is None


def test_standard_form_is_not_cut() -> None:
    (message,) = found("map M\n  language: en\n1. Turkey is strong, so Russia is weak\n", "R401")
    assert message.fix is None


def test_the_new_line_is_as_deep_as_the_lines_beside_it() -> None:
    text = "thesis a: A thesis\n\tbecause b: Turkey is strong, so Russia is weak\n\t\t\tbut c: It is not so\n"
    assert mended(text).splitlines()[1:] == [
        "\tbecause b: Russia is weak",
        "\t\t\tbecause Turkey is strong",
        "\t\t\tbut c: It is not so",
    ]


def test_a_line_below_that_would_complete_the_new_step_prevents_the_fix() -> None:
    text = "thesis a: It is so\n  because b: Turkey is strong, so Russia is weak\n    unless c: Iran is not\n"
    (message,) = found(text, "R401")
    assert message.fix is None


def test_a_line_that_holds_two_claims_is_not_cut() -> None:
    (message,) = found("thesis It is so because Turkey is strong, so Russia is weak\n", "R401")
    assert message.fix is None


def test_what_is_written_beside_and_below_the_line_stays_where_it_was() -> None:
    text = (
        "source s: S\r\nthesis a: Turkey is strong, so Russia is weak {likely} #own [@s]\r\n"
        "  # A comment\r\n\r\n  but c: It is not\r\n  since d: It has been\r\nclaim e: It was\r\n"
    )
    after = argmap.parse(mended(text))
    assert after.diagnostics == ()
    before = argmap.parse(text)
    assert after.claims["a"].likelihood == before.claims["a"].likelihood
    assert after.claims["a"].tags == ("own",)
    assert [claim.text for claim in after.claims.values()] == [
        "Russia is weak",
        "Turkey is strong",
        "It is not",
        "It has been",
        "It was",
    ]
    assert [step.kind for step in after.steps_on("a")] == ["support", "attack"]
    assert "\r\n  because Turkey is strong\r\n" in mended(text)


def test_the_last_line_may_have_no_end() -> None:
    text = "thesis a: Turkey is strong, so Russia is weak"
    assert mended(text) == "thesis a: Russia is weak\n  because Turkey is strong"
