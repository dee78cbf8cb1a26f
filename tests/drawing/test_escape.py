import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from argmap.drawing.escape import (
    clean,
    html_text,
    html_tooltip,
    identifier,
    tooltip,
    web_address,
)

LONGEST_TOKEN = 16_384  # bytes: what Graphviz 2.42 can read


def label_of(written: str) -> str:
    """The label that an identifier was made of."""
    return re.sub(r"_(?:_|x([0-9a-f]+)_)", lambda match: chr(int(match[1], 16)) if match[1] else "_", written)


@given(st.text())
def test_an_identifier_can_be_read_back(label: str) -> None:
    assert label_of(identifier(label)) == label


@given(st.text())
def test_an_identifier_is_plain_ascii(label: str) -> None:
    assert re.fullmatch(r"[A-Za-z0-9_-]*", identifier(label))


@pytest.mark.parametrize(
    ("label", "written"),
    [("west", "west"), ("buy-in", "buy-in"), ("_1", "__1"), ("war.2", "war_x2e_2"), ("çay", "_xe7_ay")],
)
def test_common_labels_stay_readable(label: str, written: str) -> None:
    assert identifier(label) == written


def test_what_cannot_be_drawn_becomes_the_replacement_character() -> None:
    assert clean("a\x00b\x1bc\ud800d\uffffe\x85") == "a\ufffdb\ufffdc\ufffdd\ufffde\ufffd"


def test_line_ends_become_newlines_and_tabs_spaces() -> None:
    assert clean("a\r\nb\rc\td") == "a\nb\nc d"


def test_a_tooltip_keeps_quotes_ampersands_and_lines() -> None:
    assert tooltip('say "x" &amp;\n') == '"say \\"x\\" &amp;amp;&#10;"'


def test_a_tooltip_escapes_every_backslash_twice() -> None:
    assert tooltip("\\N") == '"\\\\\\\\N"'


def test_a_tooltip_keeps_an_override_to_itself() -> None:
    assert tooltip("a\u202eb") == '"a\u202eb\u202c"'


@pytest.mark.parametrize("character", ["x", "\\", '"', "&", "漢", "😀", "\n"])
@pytest.mark.parametrize("write", [tooltip, html_text])
def test_no_token_is_too_long_for_graphviz(write: object, character: str) -> None:
    assert callable(write)
    tokens = re.split(r'" \+ "|[<>\n]', write(character * 100_000))
    assert max(len(token.encode()) for token in tokens) < LONGEST_TOKEN


def test_pieces_of_a_long_string_hold_all_of_it() -> None:
    text = "\\" * 4_999 + '"' * 4_999
    pieces = tooltip(text).split('" + "')
    joined = "".join(pieces)[1:-1]
    assert joined == text.replace("\\", "\\" * 4).replace('"', '\\"')
    assert all(not re.search(r"(?<!\\)(\\\\)*\\$", piece) for piece in pieces)


def test_html_text_shows_marks_entities_and_escapes_as_written() -> None:
    assert html_text("<b>&lt;\\N") == "&lt;b&gt;&amp;lt;\\\\N"


def test_html_text_keeps_outer_and_double_spaces() -> None:
    assert html_text(" a  b ") == "\u00a0a\u00a0\u00a0b\u00a0"


def test_html_text_ends_lines_at_the_left() -> None:
    assert html_text("a\nb") == 'a<BR ALIGN="LEFT"/>b'


@pytest.mark.parametrize("character", ["x", "'", "漢"])
def test_the_title_of_a_table_is_cut_where_it_would_be_too_long(character: str) -> None:
    title = html_tooltip(character * 100_000)
    assert title.endswith("…")
    assert len(title.encode()) < LONGEST_TOKEN


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://example.org/a?b=1&c=2", "https://example.org/a?b=1&amp;c=2"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:someone@example.org", "mailto:someone@example.org"),
        (' https://example.org/"><script> ', "https://example.org/%22%3E%3Cscript%3E"),
        ("https://example.org/ç\\N", "https://example.org/%C3%A7%5CN"),
        ("https://example.org/%C3%A7", "https://example.org/%C3%A7"),
    ],
)
def test_a_web_address_is_percent_encoded(url: str, address: str) -> None:
    assert web_address(url) == address


@pytest.mark.parametrize(
    "url",
    [
        None,
        "",
        "javascript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "www.example.org",
        "https://example.org/" + "x" * 2_000,
    ],
)
def test_an_address_that_is_not_safe_is_no_link(url: str | None) -> None:
    assert web_address(url) is None
