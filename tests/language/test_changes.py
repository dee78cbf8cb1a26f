"""Changes of a text that must change nothing, or nothing else: tried on random texts."""

import re

from hypothesis import example, given
from hypothesis import strategies as st
from properties import BLANKS, codes, randomised, said
from written import LABEL_POOL, lines, sound, texts, wild

import argmap
from argmap.language import tree as language
from argmap.language.formatter import format_text
from argmap.model.build import build
from argmap.model.reading import read
from argmap.source.text import SourceText

# --- Reading again after an edit


@st.composite
def edits(draw: st.DrawFn) -> tuple[str, list[str]]:
    """A text and what it becomes by a few edits, one after the other."""
    text = first = draw(st.one_of(wild(), sound()))
    later: list[str] = []
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        stop = min(len(text), start + draw(st.sampled_from([0, 0, 1, 2, 8, 200])))
        new = draw(st.one_of(st.sampled_from(["", "\n", " ", "\r", "  ", "#", "thesis x\n"]), lines()))
        text = text[:start] + new + text[stop:]
        later.append(text)
    return first, later


@randomised(share=3)
@given(edits())
@example(("thesis a\r", ["thesis a\r\n"]))
@example(("", ["thesis a"]))
@example(("thesis a\n# c", ["  # c"]))
def test_reading_again_after_an_edit_gives_what_reading_anew_gives(edited):
    text, later = edited
    tree = language.parse(SourceText("<input>", text))
    reading = read(SourceText("<input>", text), folder=None)
    for new in later:
        source = SourceText("<input>", new)
        tree = language.parse(source, tree)
        assert tree == language.parse(source)
        reading = read(source, folder=None, previous=reading)
        anew = read(source, folder=None)
        assert reading == anew
        assert build(reading) == build(anew)
        assert build(reading).diagnostics == build(anew).diagnostics


# --- Formatting


def comments(text: str) -> list[str]:
    """The comments in order, without blanks around them."""
    content = (line.strip(BLANKS) for line in re.split(r"\r\n|\r|\n", text))
    return [line.rstrip() for line in content if line.startswith("#")]


@randomised(share=3)
@given(st.one_of(texts, sound()))
def test_formatting_keeps_the_map_and_the_comments_and_settles_at_once(text):
    formatted = format_text(text)
    before, after = argmap.parse(text), argmap.parse(formatted)
    assert said(after) == said(before)
    assert codes(after) == codes(before)
    assert comments(formatted) == comments(text)
    assert format_text(formatted) == formatted


@randomised()
@given(sound())
def test_a_formatted_text_has_no_blanks_at_ends_of_lines_and_no_two_blank_lines(text):
    formatted = format_text(text)
    assert not re.search(r"[ \t]$", formatted, re.MULTILINE)
    assert "\n\n\n" not in formatted
    assert formatted.endswith("\n")


# --- What must make no difference


@randomised()
@given(sound(), st.permutations(LABEL_POOL))
def test_labels_are_only_names(text, order):
    new = dict(zip(LABEL_POOL, (f"ö-{label}.n" for label in order), strict=True))
    renamed = re.sub(r"\bl\dx\b", lambda match: new[match[0]], text)
    before, after = argmap.parse(text), argmap.parse(renamed)
    assert codes(before) == codes(after)
    assert re.sub(r"\bl\dx\b", lambda match: new[match[0]], repr(said(before))) == repr(said(after))


@randomised(share=2)
@given(st.one_of(wild(), sound()))
def test_line_ends_make_no_difference(text):
    plain = re.sub(r"\r\n?", "\n", text)
    map = argmap.parse(plain)
    for end in ("\r\n", "\r"):
        other = argmap.parse(plain.replace("\n", end))
        assert said(other) == said(map)
        assert codes(other) == codes(map)


@randomised()
@given(sound(), st.integers(0, 1 << 30))
def test_an_unreadable_line_between_blocks_changes_nothing_else(text, number):
    starts = [match.start() for match in re.finditer(r"^(?=\S)(?!#)", text, re.MULTILINE)] + [len(text)]
    place = starts[number % len(starts)]
    map = argmap.parse(text)
    torn = argmap.parse(text[:place] + "Thseis: Nothing\n  but this\n" + text[place:])
    assert said(torn) == said(map)
    assert sorted([*codes(map), "L101"]) == codes(torn)


@randomised()
@given(sound())
def test_a_sound_map_has_only_messages_about_names(text):
    names = {"L301", "L302", "L304", "L306", "L307", "L315", "L201", "L210"}
    assert set(codes(argmap.parse(text))) <= names
