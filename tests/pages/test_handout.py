import io
from pathlib import Path

import attrs
import pypdf
import pytest
import typst
from reading import pdf_of, wishes, words

import argmap
from argmap.drawing.metrics import FONTS
from argmap.drawing.picture import Picture
from argmap.pages.citation_styles import style_from_csl
from argmap.pages.handout import (
    HandoutWishes,
    UnusableStyleError,
    handout_markdown,
    handout_pdf,
    handout_typst,
)
from argmap.reasoning.standing import judge

MAPS = Path(__file__).parents[2] / "maps"
DEBATE = """\
map Does Russia want Turkey on board?
  author: A seminar
  date: 2020-11-18
  language: en

source hill: Reasons of state
  author: Hill
  date: 2014
  publisher: Press

thesis buy-in: Russia prefers buy-in
  because west: Georgia went West [@hill, p. 8]
  by cause-to-effect {interference: open}
  unless iran: Iran could fill the role
  note A note on the step

review mira: Second reading
  ask @west: When did it?
"""
HOSTILE = """\
map #panic("x") $x$ *b* \\ @c <l> "q" العربية
  author: A #eval("1") \\"; #{1}
thesis t: #let x = 1 *a _b_ `raw` $a$ </title> "]) 😀👨‍👩‍👧🇩🇪 مرحبا
  because "= heading [see #x] #panic()"
  and - list item // comment /* c */ ~ -- ... <lbl>
  note "Note with #evil()"
"""


def test_a_handout_says_everything_that_a_seminar_needs() -> None:
    said = words(pdf_of(DEBATE))
    for part in (
        "Does Russia want Turkey on board?",
        "A seminar, 18 November 2020",
        "Outline",
        "Standard form",
        "Notes",
        "A note on the step",
        "Open questions",
        "Critical questions",
        "mira on @west: When did it?",
        "Claims that neither stand nor fall",
        "References",
        "Reasons of state",
    ):
        assert part in said


def test_the_pdf_names_its_title_author_and_language_and_is_tagged() -> None:
    pdf = pdf_of(DEBATE.replace("language: en", "language: de"))
    assert pdf.metadata is not None
    assert (pdf.metadata.title, pdf.metadata.author) == ("Does Russia want Turkey on board?", "A seminar")
    assert str(pdf.root_object["/Lang"]).startswith("de")
    assert "/StructTreeRoot" in pdf.root_object


@pytest.mark.parametrize(
    ("style", "cited"),
    [
        ("apa", "went West (Hill, 2014, p. 8)"),
        ("chicago-author-date", "went West (Hill 2014, p. 8)"),
        ("ieee", "went West [1, p. 8]"),
    ],
)
def test_sources_are_cited_in_the_text_as_the_style_demands(style: str, cited: str) -> None:
    assert cited in words(pdf_of(DEBATE, style=style))


@pytest.mark.parametrize(
    ("style", "cited", "listed"),
    [
        ("apa", "(Hill & Öz, 2014, p. 8)", "Hill, A., & Öz, B. (2014)"),
        ("chicago-author-date", "(Hill and Öz 2014, p. 8)", "Hill, Anna, and Berna Öz. 2014"),
        ("mla", "(Hill and Öz, p. 8)", "Hill, Anna, and Berna Öz"),
    ],
)
def test_a_person_is_cited_by_the_family_name_and_listed_under_it(
    style: str, cited: str, listed: str
) -> None:
    said = words(pdf_of(DEBATE.replace("author: Hill", "author: Hill, Anna and Öz, Berna"), style=style))
    assert f"went West {cited}" in said
    assert listed in said


def test_a_style_of_notes_cites_at_the_foot_of_the_page() -> None:
    said = words(pdf_of(DEBATE, style="chicago-notes"))
    assert "(Hill" not in said
    assert said.count("Hill, Reasons of state") == 1


def test_words_before_a_citation_stand_before_its_bracket_or_note() -> None:
    text = DEBATE.replace("[@hill, p. 8]", "[see @hill, p. 8]")
    assert "West (see1)" in words(pdf_of(text, style="chicago-notes"))
    assert "West see (Hill, 2014" in words(pdf_of(text, style="apa"))


def test_of_the_text_that_is_mapped_only_the_place_is_cited() -> None:
    said = words(pdf_of(DEBATE.replace("  language: en", "  text: hill")))
    assert "The text that is mapped: Hill" in said
    assert "went West [p. 8]" in said


def test_only_sources_that_are_cited_are_listed() -> None:
    text = DEBATE + "\nsource other: Never cited\n  author: Nobody\n"
    assert "Never cited" not in words(pdf_of(text))


def test_the_outline_shows_a_judgement_only_on_request() -> None:
    argument_map = argmap.parse(DEBATE)
    plain = wishes(argument_map)
    judged = attrs.evolve(plain, picture=Picture(standings=judge(argument_map).claims, reader="mira"))
    assert "**[" not in handout_markdown(argument_map, plain)
    said = handout_markdown(argument_map, judged)
    assert "Iran could fill the role **[open]**" in said
    assert "the verdicts of mira counted" in said


def test_paper_is_a4_or_letter() -> None:
    assert [round(float(side)) for side in pdf_of(DEBATE).pages[-1].mediabox[2:]] == [595, 842]
    assert [round(float(side)) for side in pdf_of(DEBATE, paper="us-letter").pages[-1].mediabox[2:]] == [
        612,
        792,
    ]


def test_an_empty_map_and_a_single_claim_make_a_handout() -> None:
    assert words(pdf_of("")) == "Argument map There are no claims here yet. 1 / 1"
    assert "The only claim" in words(pdf_of("claim The only claim\n"))


def test_no_text_of_a_map_is_run() -> None:
    said = words(pdf_of(HOSTILE, style="apa"))
    assert '#panic("x") $x$ *b* \\ @c <l> "q"' in said
    assert "#let x = 1 *a _b_ `raw` $a$ </title>" in said
    assert "- list item // comment /* c */ ~ -- ... <lbl>" in said
    assert "Note with #evil()" in said


def compiled(source: str) -> bytes:
    made = typst.compile(source.encode(), font_paths=[str(FONTS)])
    assert isinstance(made, bytes)
    return made


@pytest.mark.parametrize("text", [DEBATE, HOSTILE, ""])
def test_the_typst_source_makes_the_same_pages_by_itself(text: str) -> None:
    argument_map = argmap.parse(text)
    source = handout_typst(argument_map, wishes(argument_map))
    assert words(pypdf.PdfReader(io.BytesIO(compiled(source)))) == words(pdf_of(text))


def test_the_same_map_gives_the_same_bytes() -> None:
    argument_map = argmap.parse(DEBATE)
    assert handout_pdf(argument_map, wishes(argument_map)) == handout_pdf(argument_map, wishes(argument_map))


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["turkish-russian-relations", "first-cause", "language-tour", "compulsory-voting"]
)
def test_the_pages_of_every_map_are_for_all_readers(name: str) -> None:
    argument_map = argmap.load(MAPS / f"{name}.argmap")
    source = handout_typst(argument_map, wishes(argument_map))
    typst.compile(source.encode(), font_paths=[str(FONTS)], pdf_standards=["ua-1"])


def test_a_csl_file_that_is_none_is_refused_by_its_name() -> None:
    argument_map = argmap.parse(DEBATE)
    style = style_from_csl("mine.csl", '<style class="note">')
    wanted = HandoutWishes(judge(argument_map).claims, style=style)
    with pytest.raises(UnusableStyleError, match=r"mine\.csl: .*CSL"):
        handout_pdf(argument_map, wanted)
