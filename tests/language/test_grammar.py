"""The grammar file, its terminals, and where the parse table is kept."""

import re

import pytest

import argmap
from argmap.language import grammar
from argmap.language.keywords import BLOCKS, CLAIM_KEYWORDS, COMPLETIONS, OPENERS, TOKENS, VERDICTS


def keywords_of(terminal):
    text = grammar.grammar_file().read_text(encoding="utf-8")
    line = re.search(rf"^{terminal}: (.*)$", text, re.MULTILINE)[1]
    return set(re.findall(r'"([^"]+)"', line))


@pytest.mark.parametrize("terminal", sorted(set(TOKENS.values())))
def test_the_lexer_knows_the_keywords_of_the_grammar(terminal):
    assert keywords_of(terminal) == {word for word, kind in TOKENS.items() if kind == terminal}


def test_every_keyword_is_a_token():
    assert set(TOKENS) == BLOCKS | CLAIM_KEYWORDS | COMPLETIONS | OPENERS | VERDICTS


@pytest.fixture
def anew():
    """Makes the parser anew, in the test and after it."""
    grammar.idle_parsers.clear()
    yield grammar.idle_parsers.clear
    grammar.idle_parsers.clear()


def test_a_home_that_cannot_be_written_to_costs_only_time(monkeypatch, tmp_path, anew):
    (tmp_path / "file").write_text("no folder")
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path / "file"))
    assert list(argmap.parse("thesis a: A\n").claims) == ["a"]


def test_a_spoilt_parse_table_is_made_anew(monkeypatch, tmp_path, anew):
    for variable in ("XDG_CACHE_HOME", "LOCALAPPDATA", "HOME"):
        monkeypatch.setenv(variable, str(tmp_path))
    argmap.parse("thesis a: A\n")
    (table,) = tmp_path.rglob("*.lark-cache")
    for spoilt in (b"spoilt", b"", table.read_bytes()[:200]):
        table.write_bytes(spoilt)
        anew()
        assert list(argmap.parse("thesis a: A\n").claims) == ["a"]
