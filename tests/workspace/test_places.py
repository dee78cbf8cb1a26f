"""What stands at an offset, where it is defined, where it is used, and what is to be said of it."""

import pytest
from opened_maps import DEBATE, MAPS, cursor, known, known_file

from argmap.workspace.hover import hover
from argmap.workspace.places import claim_at, definition, place_at, references, span_of

FILE = "debate.argmap"


def at(marked):
    text, offset = cursor(marked)
    return known(text), offset


def in_debate(word, *, after=""):
    """What is known about the debate, and the offset inside a word of it."""
    start = DEBATE.index(after) + len(after)
    return known(DEBATE), DEBATE.index(word, start) + 1


def text_of(found, span):
    return found.map.texts[span.file].text[span.start : span.stop]


@pytest.mark.parametrize(
    ("word", "kind", "name", "about"),
    [
        ("because", "keyword", "because", "west"),
        ("west:", "claim", "west", "west"),
        ("@arms", "claim", "arms", "arms"),
        ("@edm", "source", "edm", "arms"),
        ("likely", "attribute", "likely", "west"),
        ("#west", "tag", "west", "west"),
        ("position-to", "scheme", "position-to-know", "west"),
        ("honesty", "attribute", "honesty", "west"),
        ("Georgia", "text", "Georgia and Ukraine went West", "west"),
        ("edm:", "source", "edm", None),
    ],
)
def test_what_stands_at_an_offset_is_known(word, kind, name, about):
    found, offset = in_debate(word)
    place = place_at(found.index, FILE, offset)
    assert (place.kind, place.name, place.about) == (kind, name, about)
    assert place.span.start <= offset <= place.span.stop


def test_numbers_of_premises_and_rules_are_known():
    found, offset = at("1. A\n2. B (|1 by modus ponens)\n")
    assert place_at(found.index, FILE, offset).name == "1"
    found, offset = at("1. A\n2. B (1 by mod|us ponens)\n")
    assert place_at(found.index, FILE, offset).kind == "scheme"


@pytest.mark.parametrize("marked", ["thesis a: A\n\n|\n", "# com|ment\nthesis a: A\n", "becuse| x\n"])
def test_nothing_stands_between_lines_in_comments_and_in_what_cannot_be_read(marked):
    found, offset = at(marked)
    assert place_at(found.index, FILE, offset) is None
    assert definition(found.index, FILE, offset) is None
    assert references(found.index, FILE, offset) == ()
    assert hover(found, FILE, offset) is None


def test_a_reference_leads_to_its_definition():
    found, offset = in_debate("@arms")
    assert text_of(found, definition(found.index, FILE, offset)) == "arms"


@pytest.mark.parametrize("line", ["|  because @a", "  |because @a", "  bec|ause @a", "  because @a|"])
def test_a_line_with_a_reference_leads_to_its_definition_from_its_beginning_on(line):
    found, offset = at(f"thesis t: T\n{line}\nclaim a: A\n")
    assert text_of(found, definition(found.index, FILE, offset)).removeprefix("claim ") in {"a", "a: A"}


@pytest.mark.parametrize("place", ["include", "parts"])
def test_a_line_that_includes_a_file_leads_to_it(place, tmp_path):
    main, part = tmp_path / "main.argmap", tmp_path / "parts.argmap"
    main.write_text("include parts.argmap\n", encoding="utf-8")
    part.write_text("thesis t: T\n", encoding="utf-8")
    found = known_file(main)
    offset = main.read_text(encoding="utf-8").index(place) + 1
    assert definition(found.index, str(main), offset).file == str(part)


def test_a_citation_leads_to_its_source():
    found, offset = in_debate("@edm")
    assert text_of(found, definition(found.index, FILE, offset)) == "edm"


def test_a_number_means_the_line_of_its_own_section():
    found, offset = at("section One\n1. A\nsection Two\n1. B\n2. C (|1)\n")
    assert found.index.section_at(FILE, offset) == "two"
    assert place_at(found.index, FILE, offset).name == "two.1"


def test_all_uses_of_a_claim_are_found_the_definition_first():
    found, offset = in_debate("arms: Turkey")
    uses = references(found.index, FILE, offset)
    assert [(text_of(found, use.span), use.defines) for use in uses] == [("arms", True), ("@arms", False)]


def test_uses_are_found_across_files(tmp_path):
    (tmp_path / "b.bib").write_text("@book{k, title={K}}\n")
    (tmp_path / "part.argmap").write_text("claim @t\n  because p: P [@k]\n")
    main = tmp_path / "main.argmap"
    main.write_text("bibliography b.bib\ninclude part.argmap\nthesis t: T [@k]\n")
    found = known_file(main)
    text = main.read_text()
    uses = references(found.index, str(main), text.index("t: T"))
    assert [use.span.file for use in uses] == [str(main), str(tmp_path / "part.argmap")]
    uses = references(found.index, str(main), text.index("@k"))
    assert [use.span.file.rpartition("/")[2] for use in uses] == ["b.bib", "main.argmap", "part.argmap"]
    opened = definition(found.index, str(main), text.index("part.argmap"))
    assert (opened.file, opened.start) == (str(tmp_path / "part.argmap"), 0)


def test_an_included_file_lies_in_the_section_that_includes_it(tmp_path):
    (tmp_path / "part.argmap").write_text("2. B (1)\n")
    main = tmp_path / "main.argmap"
    main.write_text("section S\n1. A\ninclude part.argmap\n")
    found = known_file(main)
    part = str(tmp_path / "part.argmap")
    assert place_at(found.index, part, 6).name == "s.1"


@pytest.mark.parametrize(
    ("word", "label"),
    [
        ("thesis", "buy-in"),
        ("  because west", "west"),
        ("  by position", "west"),
        ("  unless", "iran"),
        ("    but distant", "distant"),
        ("  but @arms", "arms"),
    ],
)
def test_the_claim_of_a_line_is_known_wherever_in_the_line_one_is(word, label):
    found = known(DEBATE)
    start = DEBATE.index(word)
    for offset in range(start, DEBATE.index("\n", start) + 1):
        assert claim_at(found.index, FILE, offset) == label


def test_the_claim_of_a_blank_line_is_that_of_the_line_above():
    found, offset = at("thesis a: A\n  because b: B\n    # comment|\n\n\nclaim c: C\n")
    assert claim_at(found.index, FILE, offset) == "b"
    assert claim_at(found.index, FILE, offset + 1) == "b"


def test_a_note_is_about_the_claim_above():
    found, offset = at("thesis a: A\n  note Look| it up\n")
    assert claim_at(found.index, FILE, offset) == "a"


def test_reasons_inside_a_line_are_told_apart():
    found, offset = at("thesis a: A because |b: B\n")
    assert claim_at(found.index, FILE, offset) == "b"
    assert claim_at(found.index, FILE, 3) == "a"


def test_no_claim_is_above_the_first_line():
    assert claim_at(known("\n# c\n\n").index, FILE, 1) is None
    assert claim_at(known("").index, FILE, 0) is None
    assert claim_at(known(DEBATE).index, "other.argmap", 0) is None


def test_a_label_leads_to_its_line():
    found = known(DEBATE)
    assert text_of(found, span_of(found.index, "arms")) == "but arms: Turkey arms Ukraine [@edm, p. 3]"
    assert span_of(found.index, "nobody") is None


def test_a_claim_says_what_it_is_and_how_it_stands():
    found, offset = in_debate("@arms")
    assert hover(found, FILE, offset).title == "arms: Turkey arms Ukraine"
    assert hover(found, FILE, offset).lines == (
        "objection, stands",
        "2 uses",
        "source: Eurasia Daily Monitor (n.d.). (p. 3)",
    )


@pytest.mark.parametrize(
    ("word", "title"),
    [
        ("unless", "unless: an exception: why the step might not follow, though its premises hold"),
        ("likely", "likely: a likelihood, counted as 67.5 %"),
        ("@edm", "Eurasia Daily Monitor (n.d.)."),
        ("position-to", "Position to know"),
        ("#west", "#west: on 1 line"),
    ],
)
def test_words_are_explained(word, title):
    found, offset = in_debate(word)
    assert hover(found, FILE, offset).title == title


def test_control_characters_are_shown_not_sent():
    found, offset = at("thesis a: A |\x1b[31m red\n")
    said = hover(found, FILE, offset)
    assert "\x1b" not in said.title


@pytest.mark.slow
@pytest.mark.parametrize("path", MAPS, ids=lambda path: path.name)
def test_every_offset_of_a_map_can_be_asked_about(path):
    found = known_file(path)
    index, file, text = found.index, str(path), found.version.text
    for offset in range(len(text) + 1):
        place = place_at(index, file, offset)
        if place is not None:
            assert place.span.start <= offset <= place.span.stop
        uses = references(index, file, offset)
        if place is not None and place.kind not in {"keyword", "text", "attribute", "file"}:
            assert place.span in {use.span for use in uses}
        for span in (definition(index, file, offset), *(use.span for use in uses)):
            assert span is None or span.stop <= len(found.map.texts[span.file].text)
        hover(found, file, offset)
        label = claim_at(index, file, offset)
        assert label is None or span_of(index, label) is not None


def test_every_claim_is_found_again_on_its_own_line():
    for path in MAPS:
        found = known_file(path)
        for label, claim in found.map.claims.items():
            assert claim_at(found.index, claim.span.file, claim.span.start) == label
            assert claim_at(found.index, claim.span.file, claim.span.stop) == label
