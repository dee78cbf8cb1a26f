"""The catalogue of messages holds every code, and its examples do what they say."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import argmap
from argmap.language.catalogue import Example, codes, entry, explain, explanation

PACKAGE = Path(argmap.__file__).parent
CODES_IN_SOURCES = {
    code
    for room in ("language", "model")
    for module in (PACKAGE / room).rglob("*.py")
    for code in re.findall(r'"(L\d{3})"', module.read_text(encoding="utf-8"))
}


def messages(example: Example, folder: Path) -> list[tuple[str, str]]:
    for name, text in example.files:
        (folder / name).write_text(text, encoding="utf-8")
    path = folder / "map.argmap"
    path.write_text(example.text, encoding="utf-8")
    return [(diagnostic.code, diagnostic.severity) for diagnostic in argmap.load(path).diagnostics]


def test_the_sources_name_codes_where_this_test_looks_for_them():
    assert len(CODES_IN_SOURCES) > 50


def test_every_code_in_the_sources_has_an_entry_and_every_entry_a_code():
    assert set(codes()) == CODES_IN_SOURCES


@pytest.mark.parametrize("code", codes())
def test_a_bad_example_gives_its_message_and_no_other(code, tmp_path):
    found = entry(code)
    assert messages(found.bad, tmp_path) == [(code, found.severity)]


@pytest.mark.parametrize("code", codes())
def test_a_good_example_gives_no_message(code, tmp_path):
    assert messages(entry(code).good, tmp_path) == []


@pytest.mark.parametrize("code", codes())
def test_a_good_example_differs_from_the_bad_one(code):
    assert entry(code).good != entry(code).bad


@pytest.mark.parametrize("code", codes())
def test_titles_are_words_with_hyphens_and_summaries_are_sentences(code):
    found = entry(code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", found.title)
    assert found.summary.endswith(".")
    assert found.why.endswith(".")


def test_titles_name_one_message_each():
    titles = [entry(code).title for code in codes()]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("code", codes())
def test_an_explanation_fits_a_terminal_and_shows_both_examples(code):
    text = explain(code)
    assert text.startswith(f"{code} {entry(code).title} (")
    assert "\n\nBad:\n    " in text
    assert "\n\nGood:\n    " in text
    assert max(len(line) for line in text.splitlines()) <= 94


@pytest.mark.parametrize("code", codes())
def test_an_explanation_fits_a_narrow_terminal_too(code):
    text = explanation(entry(code), cells=40)
    told = [line for line in text.splitlines() if not line.startswith("    ")]
    assert max(map(len, told)) <= 40
    assert text.split() == explain(code).split()


def test_an_explanation_shows_the_files_that_an_example_names():
    assert "with works.bib:\n    @misc{edm, year = {2020}}\n" in explain("L513")


def test_an_explanation_makes_invisible_characters_visible():
    assert "sales<U+200B> are" in explain("L109")
    assert "    <tab>because" in explain("L104")


def test_a_code_may_be_typed_in_small_letters():
    assert explain(" l301 ") == explain("L301") is not None


@pytest.mark.parametrize("code", ["L999", "R201", "", "defined-twice"])
def test_a_code_that_is_not_here_has_no_explanation(code):
    assert entry(code) is None
    assert explain(code) is None


def test_the_catalogue_is_not_read_with_a_map():
    code = (
        "import sys, argmap; argmap.parse('clam a'); "
        "sys.exit(bool({'tomllib', 'argmap.language.catalogue'} & set(sys.modules)))"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=PACKAGE.parent)
