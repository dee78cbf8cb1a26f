"""What could be written at an offset, in whole and in broken texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened_maps import DEBATE, MAPS, cursor, known, known_file, randomised

from argmap.language.keywords import CLAIM_KEYWORDS, LIKELIHOODS, STANDARDS, STRENGTHS, TOKENS
from argmap.language.tree import parse
from argmap.source.text import SourceText
from argmap.workspace.candidates import NOTHING
from argmap.workspace.completion import complete
from argmap.workspace.keyword_help import FIELDS, KEYWORDS
from argmap.workspace.vocabulary import vocabulary_of

WORDS = known(DEBATE).vocabulary


def offered(marked, words=WORDS):
    text, offset = cursor(marked)
    return [candidate.text for candidate in complete(text, offset, words).candidates]


def completed(marked, choice, words=WORDS):
    """The text once a candidate was chosen."""
    text, offset = cursor(marked)
    found = complete(text, offset, words)
    (insert,) = (one.insert for one in found.candidates if one.text == choice)
    return text[: found.start] + insert + text[found.stop :]


# --- Keywords


def test_every_keyword_and_field_is_explained():
    assert set(TOKENS) | {"number"} == set(KEYWORDS)
    assert all(FIELDS.values())


@pytest.mark.parametrize(
    ("marked", "there", "not_there"),
    [
        ("|", {"thesis", "claim", "section", "map"}, {"because", "and", "accept", "answer"}),
        ("thesis t: T\n  |", {"because", "but", "evidence", "note"}, {"and", "unless", "by", "claim"}),
        ("thesis t: T\n  because a\n  |", {"and", "since", "unless", "by", "because"}, {"answer"}),
        ("thesis t: T\n  because a\n    |", {"and", "since", "unless", "because"}, {"answer"}),
        ("thesis t: T\n  because a\n  by sign\n  |", {"and", "unless"}, {"by"}),
        ("thesis t: T\n  by sign\n  because a\n  |", {"by"}, set()),
        ("thesis t: T because a\n  |", {"and", "unless"}, {"claim"}),
        ("thesis t: T\n  because a\n    but b\n  |", {"and", "by"}, set()),
        ("1. A\n2. B (1)\n  |", {"and", "unless", "because"}, set()),
        ("1. A\n  |", {"because"}, {"and"}),
        ("question q: Q\n  |", {"answer", "note"}, {"because", "and"}),
        ("review ana: R\n  |", {"accept", "doubt", "reject", "ask"}, {"because"}),
        ("# comment\nthesis t: T\n# comment\n\n  |", {"because"}, {"and"}),
        ("nonsense\n  |", set(), {"because"}),
        ("note n\n  |", set(), {"because"}),
    ],
)
def test_the_keywords_of_a_place_are_offered(marked, there, not_there):
    found = set(offered(marked))
    assert there <= found
    assert not not_there & found


def test_a_map_line_is_offered_once():
    assert "map" in offered("|")
    assert "map" not in offered("map M\n\n|")


def test_what_a_keyword_begins_with_comes_first():
    assert offered("thesis t: T\n  b|")[:2] == ["because", "but"]


@pytest.mark.parametrize("alone", ["thesis t: T\n  bec|", "thesis t: T\n  bec| x", "thesis t: T\n  bec|xx"])
def test_a_keyword_is_followed_by_one_blank(alone):
    assert completed(alone, "because").startswith("thesis t: T\n  because ")
    assert "because  " not in completed(alone, "because")


def test_the_next_number_is_offered_after_a_numbered_line():
    assert completed("1. A\n2. B\n|", "3.") == "1. A\n2. B\n3. "


@pytest.mark.parametrize(
    "place", ["", "thesis t: T\n  because a\n  ", "question q: Q\n  ", "review r: R\n  "]
)
def test_every_keyword_that_is_offered_is_right_there(place):
    for word in offered(place + "|"):
        line = {
            **dict.fromkeys(CLAIM_KEYWORDS, f"{word} Some text"),
            **dict.fromkeys(("accept", "reject", "doubt"), f"{word} @a"),
            **dict.fromkeys(("source", "review"), f"{word} k: Some text"),
            "ask": "ask @a: Why?",
        }.get(word, f"{word} some-text")
        tree = parse(SourceText("m", place + line + "\n"))
        assert [problem for placed in tree.blocks for problem in placed.block.problems] == [], word


# --- Fields


def test_fields_that_are_missing_are_offered():
    found = offered("map M\n  author: A\n  |")
    assert {"date", "standard", "note"} <= set(found)
    assert "author" not in found
    assert "publisher" in offered("source k: K\n  |")


def test_values_of_fields_are_offered():
    assert offered("map M\n  standard: |") == list(STANDARDS)
    assert offered("map M\n  text: |") == ["edm"]
    assert offered("source k: K\n  reliability: B|")[:2] == ["B1", "B2"]


# --- Labels


@pytest.mark.parametrize(
    "marked",
    [
        "thesis x: X\n  because @we|",
        "thesis x: X\n  because @we|\n",
        "thesis x because @we|",
        "thesis x: X\n  because @iran, @we|",
        "thesis x: X\n  because @iran and @we|",
        "claim @we|",
        "review r: R\n  accept @we|",
        "becuse x\n{{{\n  but @we|",
        "1. A because @we|",
    ],
)
def test_labels_are_offered_where_a_reference_may_stand(marked):
    assert offered(marked)[0] == "west"


@pytest.mark.parametrize(
    "marked",
    [
        "thesis x: see @we|",
        "# because @we|",
        "note @we|",
        'thesis "quoted @we|',
        "section @we|",
        "1. @we|",
        "review r: R\n  accept @west @we|",
    ],
)
def test_no_label_is_offered_where_no_reference_may_stand(marked):
    assert offered(marked) == []


def test_a_label_says_which_claim_it_is():
    text, offset = cursor("claim @arms|")
    (candidate,) = complete(text, offset, WORDS).candidates
    assert (candidate.kind, candidate.detail) == ("claim", "Turkey arms Ukraine")


def test_labels_that_begin_with_it_come_first_then_later_words_then_any_part():
    words = known("claim no-arms: A\nclaim farms: B\nclaim arms: C\nclaim alarms-x: D\n").vocabulary
    assert offered("claim @arms|", words) == ["arms", "no-arms", "farms", "alarms-x"]


def test_letters_in_order_are_enough_and_so_is_the_text_of_a_claim():
    assert "pragmatic" in offered("claim @prgm|")
    assert offered("claim @foothold|") == ["distant"]


def test_claims_nearby_come_first():
    text = "claim a1: A\n" + "claim b: B\n" * 3 + "claim a2: A\nclaim @a|"
    written, offset = cursor(text)
    words = known(text.replace("|", "1")).vocabulary
    found = complete(written, offset, words, file="debate.argmap").candidates
    assert [one.text for one in found][:2] == ["a2", "a1"]


def test_a_label_that_stands_in_the_list_is_not_offered_again():
    assert "west" not in offered("thesis x: X\n  because @west, @|")


def test_the_rest_of_the_word_is_replaced():
    assert completed("claim @we|nt", "west") == "claim @west"


def test_questions_are_offered_to_be_asked_about():
    words = known("question what: What now?\n  answer a: A\n").vocabulary
    assert offered("review r: R\n  ask @wh|", words) == ["what"]
    assert offered("review r: R\n  accept @wh|", words) == []


# --- Sources, schemes, attributes, tags, files, readers, numbers


@pytest.mark.parametrize(
    "marked", ["thesis x [@|", "thesis x [see @e|", "thesis x [@edm; @|", "note x [@ed|]"]
)
def test_source_keys_are_offered_in_citations(marked):
    assert "edm" in offered(marked)


def test_a_source_is_shown_as_it_is_written_in_a_list_of_sources():
    text, offset = cursor("thesis x [@|]")
    (candidate,) = complete(text, offset, WORDS).candidates
    assert candidate.detail == "Eurasia Daily Monitor (n.d.)."


def test_schemes_are_offered_after_by():
    assert completed("thesis t: T\n  because a\n  by exp|", "expert-opinion").endswith("  by expert-opinion")
    assert "modus-ponens" in offered("1. A\n2. B (1 by mod|)")


def test_the_questions_of_the_scheme_are_offered_in_its_braces():
    found = offered("thesis t: T\n  because a\n  by position-to-know {|")
    assert found == ["position", "honesty", "assertion"]
    assert "honesty" not in offered("thesis t: T\n  because a\n  by position-to-know {honesty: ok, |")
    assert offered("thesis t: T\n  because a\n  by position-to-know {honesty: |") == ["ok", "fails", "open"]


@pytest.mark.parametrize(
    ("marked", "there", "not_there"),
    [
        ("thesis x {|", {*LIKELIHOODS, "standard"}, set(STRENGTHS)),
        ("thesis t: T\n  because x {|", {*LIKELIHOODS, *STRENGTHS, "on"}, set()),
        ("thesis t: T\n  because @west {|", set(STRENGTHS), {*LIKELIHOODS, "on"}),
        ("thesis t: T\n  because x {likely, |", set(STRENGTHS), set(LIKELIHOODS)),
        ("thesis t: T\n  because x {weak, |", set(LIKELIHOODS), set(STRENGTHS)),
        ("question q {|", {"standard", "allow"}, {*LIKELIHOODS, "on"}),
        ("review r: R\n  doubt @west {|", set(LIKELIHOODS), {*STRENGTHS, "on"}),
    ],
)
def test_the_attributes_of_a_line_are_offered(marked, there, not_there):
    found = set(offered(marked))
    assert there <= found
    assert not not_there & found


def test_words_of_several_words_are_finished():
    assert completed("thesis x {almost cer|tain}", "almost certain") == "thesis x {almost certain}"


def test_values_of_attributes_are_offered():
    assert offered("thesis x {standard: |") == list(STANDARDS)
    assert "R204" in offered("thesis x {allow: R101 R2|")
    words = known("thesis a: A {place: Sochi}\n").vocabulary
    assert offered("thesis x {place: |", words) == ["Sochi"]
    assert "place" in offered("thesis x {|", words)


def test_tags_in_use_are_offered():
    assert offered("thesis x #|") == ["west"]


def test_files_beside_the_map_are_offered():
    words = vocabulary_of(known(DEBATE).map, ("b.bib", "c.json", "part.argmap", "x.txt"))
    assert offered("bibliography |", words) == ["b.bib", "c.json"]
    assert offered("include p|", words) == ["part.argmap"]


def test_readers_are_offered():
    assert offered("review |", known("thesis a: A\nreview ana: R\n").vocabulary) == ["ana"]


def test_numbers_of_lines_above_are_offered_in_a_bracket():
    assert offered("1. A\n2. B\nsection S\n1. C\n2. D\n3. E (1, |") == ["2"]


# --- Any text


def test_a_text_without_a_map_is_completed_too():
    assert offered("b|", None) == ["bibliography"]
    assert offered("claim @|", None) == []


def test_offsets_outside_the_text_are_taken_to_its_ends():
    assert complete("", -5) == complete("", 0)
    assert complete("b", 99) == complete("b", 1)


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_every_offset_of_a_map_can_be_completed(path):
    found = known_file(path)
    text = found.version.text
    for offset in range(len(text) + 1):
        check(text, complete(text, offset, found.vocabulary, file=str(path)), offset)


_PIECES = st.sampled_from(
    [*'ab@#{}[]()":;,. \t\n\r1', "\ufeff", "\u2028", "İ", "because ", "by ", "map ", "1. "]
)


@randomised(150)
@given(st.lists(_PIECES, max_size=40).map("".join), st.data())
def test_any_text_can_be_completed_anywhere(text, data):
    offset = data.draw(st.integers(0, len(text)))
    check(text, complete(text, offset, WORDS), offset)


def check(text, found, offset):
    if found is NOTHING:
        return
    assert 0 <= found.start <= offset <= found.stop <= len(text)
    assert "\n" not in text[found.start : found.stop]
    assert text[found.start : offset] == found.query
    assert len({(one.kind, one.text) for one in found.candidates}) == len(found.candidates)
    assert all("\n" not in one.insert + one.detail for one in found.candidates)
