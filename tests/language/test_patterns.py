"""The patterns of the grammar's terminals, and where they are kept."""

import subprocess
import sys

import pytest

from argmap.language import patterns as module
from argmap.language.grammar import language
from argmap.language.grammar_file import cache_file, grammar_file
from argmap.language.patterns import TERMINALS, patterns

LIST = """
import sys
from argmap.language.lexer import lex
lex("thesis main: What it argues for [@count]")
print(*sys.modules)
"""


@pytest.mark.parametrize(
    ("label", "taken"),
    [
        ("west: ", "west"),
        ("west:", "west"),
        ("buy-in.2_x: ", "buy-in.2_x"),
        ("2014: ", None),
        ("west-: ", None),
        ("west:x", None),
        ("west : ", None),
        ("Georgia went: ", None),
        ("-west: ", None),
    ],
)
def test_a_label_is_one_word_with_a_colon_and_a_blank(label, taken):
    match = patterns()["LABEL"].match(label)
    assert (match and match[0]) == taken


@pytest.fixture
def kept(monkeypatch, tmp_path):
    """Where the patterns are kept, in a home of its own; they are asked for anew in the test and after it."""
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    patterns.cache_clear()
    yield cache_file("patterns")
    patterns.cache_clear()


def of_the_grammar():
    with language() as (parser, _):
        return {name: parser.get_terminal(name).pattern.to_regexp() for name in TERMINALS}


def asked_anew():
    patterns.cache_clear()
    return {name: pattern.pattern for name, pattern in patterns().items()}


def test_they_are_those_of_the_grammar_when_made_and_when_kept(kept):
    assert not kept.exists()
    assert asked_anew() == of_the_grammar()
    assert kept.exists()
    assert asked_anew() == of_the_grammar()


def test_what_is_kept_is_used_without_reading_the_grammar_by_lark(kept, monkeypatch):
    asked_anew()
    monkeypatch.setattr(module, "_made", lambda: pytest.fail("made again"))
    assert asked_anew() == of_the_grammar()


def test_those_of_another_grammar_are_made_anew(kept):
    asked_anew()
    kept.write_text(kept.read_text(encoding="utf-8").replace("@", "§"), encoding="utf-8")
    assert asked_anew() == of_the_grammar()


@pytest.mark.parametrize("head", ["", "LABEL (", "LABEL x", "no patterns at all"])
def test_spoilt_ones_are_made_anew(kept, head):
    kept.write_text(f"{head}\n\n{grammar_file().read_text(encoding='utf-8')}", encoding="utf-8")
    assert asked_anew() == of_the_grammar()
    assert kept.read_text(encoding="utf-8").startswith("LABEL ")


def test_bytes_that_are_no_text_are_made_anew(kept):
    kept.write_bytes(b"\xff\xfe")
    assert asked_anew() == of_the_grammar()


def test_a_home_that_cannot_be_written_to_costs_only_time(kept, monkeypatch, tmp_path):
    (tmp_path / "file").write_text("no folder")
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "file"))
    assert asked_anew() == of_the_grammar()


def test_a_line_is_cut_without_lark(kept):
    asked_anew()
    assert kept.exists()
    run = subprocess.run([sys.executable, "-c", LIST], capture_output=True, text=True, check=True, timeout=60)
    assert "argmap.language.lexer" in run.stdout.split()
    assert "lark" not in run.stdout.split()
