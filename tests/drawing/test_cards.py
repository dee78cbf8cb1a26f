import re

import pytest

from argmap.drawing.dot import to_dot
from argmap.drawing.looks import look_theme
from argmap.drawing.picture import USUAL
from argmap.drawing.wording import Measure, claim_wording
from argmap.model.elements import Claim, Inference, Question, Section, Source
from argmap.model.map import ArgumentMap
from argmap.model.roles import Role
from maps import argument_map, because, claim, evidence, question, source, thesis

CARDS = look_theme()


def shown(*parts: Claim | Inference | Question | Section | Source, name: str) -> list[str]:
    """The lines of text on one node, in order."""
    dot = to_dot(argument_map(*parts))
    (statement,) = (line for line in dot.splitlines() if line.startswith(f'"{name}" ['))
    label = statement.split("label=<", 1)[1].rsplit(">, id=", 1)[0]
    pieces = re.split(r"<BR[^>]*/>|</TD>", label)
    texts = (re.sub(r"<[^>]*>", "", piece).replace("\u00a0", " ") for piece in pieces)
    return [text for text in texts if text.strip()]


def test_a_card_says_label_role_degree_text_date_and_sources() -> None:
    frankfurt = source("frankfurt", "Alternate Possibilities", "Frankfurt, Harry", date="1969")
    fact = claim(
        "jones", "Jones would have been stopped", "frankfurt, p. 835", likely=(0.7, "likely"), on="1969-12-04"
    )
    lines = shown(frankfurt, thesis("t"), fact, evidence("t", "jones"), name="claim-jones")
    assert lines == [
        "jones · EVIDENCE",
        "likely",
        "Jones would have been stopped",
        "4 December 1969",
        "Frankfurt 1969, p. 835",
    ]


def test_a_claim_without_a_label_says_only_its_role() -> None:
    lines = shown(thesis("t"), claim("_1", "So"), because("t", "_1"), name="claim-__1")
    assert lines == ["REASON", "So"]


def test_a_likelihood_without_a_word_is_a_figure() -> None:
    assert shown(claim("a", "A", likely=(0.805, None)), name="claim-a")[1] == "80.5%"


@pytest.mark.parametrize("strength", ["weak", "moderate", "strong", "conclusive"])
def test_a_strength_that_was_written_is_shown(strength: str) -> None:
    parts = (thesis("t"), claim("a", "A"), because("t", "a", strength=strength))
    assert shown(*parts, name="claim-a") == ["a · REASON", strength, "A"]


def test_a_strength_that_was_not_written_is_not_shown() -> None:
    assert shown(thesis("t"), claim("a", "A"), because("t", "a"), name="claim-a") == ["a · REASON", "A"]


def test_a_linked_step_names_scheme_and_strength_beside_its_dot() -> None:
    step = because("t", "a", "b", id="s", strength="strong", scheme="expert-opinion")
    parts = (thesis("t"), claim("a", "A"), claim("b", "B"), step)
    assert shown(*parts, name="step-s") == ["expert opinion ", "strong ", "+"]
    assert shown(*parts, name="box-s") == ["a · PREMISE", "A", "b · PREMISE", "B"]


def test_a_thesis_says_what_is_written_at_its_claim() -> None:
    lines = shown(thesis("t", "So it is", "gone", likely=(0.2, "unlikely")), name="claim-t")
    assert lines == ["t · THESIS · unlikely", "So it is", "gone"]


def test_a_question_is_a_card() -> None:
    parts = (question("q", "Who began it?", "a"), claim("a", "They", keyword="answer"))
    assert shown(*parts, name="question-q") == ["q · QUESTION", "Who began it?"]
    assert shown(*parts, name="claim-a") == ["a · ANSWER", "They"]


def test_premises_side_by_side_have_equally_many_lines() -> None:
    parts = (thesis("t"), claim("a", "word " * 20, "gone"), claim("b", "B"), because("t", "a", "b", id="s"))
    dot = to_dot(argument_map(*parts))
    (box,) = (line for line in dot.splitlines() if line.startswith('"box-s" ['))
    one, other = box.split('<TD PORT="p1">')
    assert one.count("<BR") == other.count("<BR") > 3


def test_a_label_wider_than_its_card_is_broken_onto_lines() -> None:
    lines = shown(claim("very-long-label" * 6, "A"), name=f"claim-{'very-long-label' * 6}")
    assert "".join(lines[:-2]) == "very-long-label" * 6
    assert lines[-2:] == ["CLAIM", "A"]


def test_a_longer_text_makes_a_wider_card() -> None:
    short, long = (shown(claim("a", "word " * count), name="claim-a")[1:] for count in (30, 300))
    assert max(map(len, long)) > 1.8 * max(map(len, short))
    assert len(long) < 6 * len(short)  # for ten times the text


def test_a_text_too_long_for_any_card_says_how_much_more_there_is() -> None:
    text = "word " * 20_000
    lines = shown(claim("a", text), name="claim-a")[1:]
    assert len(lines) == CARDS.most_lines
    left = int(re.sub(r"\D", "", lines[-1]))
    assert left + sum(len(line) + 1 for line in lines[:-1]) == len(text)


def test_the_tooltip_says_the_whole_of_it() -> None:
    text = "word " * 20_000 + "end"
    tooltip = to_dot(argument_map(claim("a", text, likely=(0.7, "likely")))).split("tooltip=")[2]
    assert f"a, claim, likely: {text}" in tooltip.replace('" + "', "")


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://example.org/?a&b", "https://example.org/?a&amp;b"),
        ("javascript:alert(1)", None),
        (None, None),
    ],
)
def test_a_card_links_to_its_source_where_that_is_safe(url: str | None, link: str | None) -> None:
    work = source("work", "A work", url=url)
    wording = claim_wording(
        claim("a", "A", "work"),
        Role("claim"),
        measure=Measure(CARDS.text_width, CARDS.size),
        picture=USUAL,
        argument_map=ArgumentMap(sources={"work": work}),
    )
    assert wording.link == link
