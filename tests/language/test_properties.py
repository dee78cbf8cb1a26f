"""What holds for every text, tried on random ones.

ARGMAP_TEST_EXAMPLES says how many texts a test tries (100 unless told), ARGMAP_TEST_SEED which ones: the seed
of a run is printed with every failure.
"""

import os
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, example, given, seed, settings
from hypothesis import strategies as st
from written import LABEL_POOL, lines, sound, texts, wild

import argmap
from argmap.language import tree as language
from argmap.language.formatter import format_text
from argmap.language.syntax import Line
from argmap.model.build import build
from argmap.model.map import ArgumentMap
from argmap.model.reading import read
from argmap.source.spans import Span
from argmap.source.text import SourceText

SEED = int(os.environ.get("ARGMAP_TEST_SEED", random.SystemRandom().randrange(1 << 32)))
EXAMPLES = int(os.environ.get("ARGMAP_TEST_EXAMPLES", "100"))
BLANKS = " \t\u00a0"


def randomised(*, share: float = 1.0) -> Callable[[Any], Any]:
    """Run a test with the seed of this run, on a share of the usual number of texts."""
    chosen = settings(
        max_examples=max(10, int(EXAMPLES * share)),
        deadline=None,
        database=None,
        print_blob=True,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    return lambda test: seed(SEED)(chosen(test))


@pytest.fixture(autouse=True)
def print_seed():
    print(f"ARGMAP_TEST_SEED={SEED} ARGMAP_TEST_EXAMPLES={EXAMPLES}")


def spans(thing: object) -> Iterator[Span]:
    """Every span in a map, however deep."""
    stack = [thing]
    while stack:
        one = stack.pop()
        if isinstance(one, Span):
            yield one
        elif isinstance(one, dict):
            stack += one.values()
        elif isinstance(one, list | tuple):
            stack += one
        elif attrs.has(type(one)) and not isinstance(one, SourceText):
            stack += (getattr(one, field.name) for field in attrs.fields(type(one)))


def said(thing: Any) -> Any:
    """What a map says, without its places and messages."""
    if isinstance(thing, dict):
        return {key: said(value) for key, value in thing.items()}
    if isinstance(thing, list | tuple):
        return [said(value) for value in thing]
    if attrs.has(type(thing)):
        return {
            field.name: said(getattr(thing, field.name))
            for field in attrs.fields(type(thing))
            if "span" not in field.name and field.name not in {"diagnostics", "texts"}
        }
    return thing


def codes(map: ArgumentMap) -> list[str]:
    return sorted(diagnostic.code for diagnostic in map.diagnostics)


def written_lines(text: str) -> list[tuple[int, int]]:
    """The places of the lines that say something: neither blank nor a comment."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in re.split(r"\r\n|\r|\n", text):
        stop = start + len(line)
        content = line.strip(BLANKS)
        if content and not content.startswith("#"):
            found.append((start, stop))
        start = stop + (2 if text[stop : stop + 2] == "\r\n" else 1)
    return found


def placed_lines(tree: language.SyntaxTree) -> list[tuple[int, Line]]:
    """Every statement that was read, with the place of its block."""
    return [(placed.start, line) for placed in tree.blocks for line in placed.block.lines]


# --- Reading never fails, and says where things are


@randomised(share=3)
@given(texts)
@example("\u2003")
@example("map x\n  \u2028")
@example("\ud800 a")
@example('thesis a {p: "')
def test_no_text_makes_the_reader_raise_and_every_place_lies_in_its_text(text):
    found = argmap.parse(text)
    for span in spans(found):
        assert 0 <= span.start <= span.stop <= len(found.texts[span.file].text)


@randomised()
@given(texts)
def test_a_text_that_says_anything_gives_a_claim_or_a_message_or_both(text):
    found = argmap.parse(text)
    things = [found.title, *found.claims, *found.questions, *found.sections, *found.sources, *found.notes, *found.reviews]
    assert any(things) or found.diagnostics


@randomised()
@given(texts)
def test_the_place_of_a_text_or_label_shows_that_text_or_label(text):
    found = argmap.parse(text)
    for thing in [*found.claims.values(), *found.questions.values()]:
        place = thing.text_span
        written = text[place.start : place.stop]
        assert written == thing.text or written.startswith('"')
        if thing.label_span is not None and thing.name is not None and getattr(thing, "keyword", "") != "number":
            label = text[thing.label_span.start : thing.label_span.stop]
            assert unicodedata.normalize("NFC", label) == thing.name


# --- Nothing is dropped


@randomised(share=3)
@given(texts)
def test_every_line_is_read_or_covered_by_a_message(text):
    """A line that is not read has a message of its own, or is counted in one above it.

    Reading downwards, the lines that messages so far have set aside are never fewer than those found
    without a word of their own.
    """
    tree = language.parse(SourceText("<input>", text))
    statements = [start + line.start for start, line in placed_lines(tree) if not line.inline]
    assert len(set(statements)) == len(statements)
    problems = [(placed.start + problem.start, problem) for placed in tree.blocks for problem in placed.block.problems]
    announced = unexplained = 0
    for start, stop in written_lines(text):
        own = [problem for place, problem in problems if start <= place < stop]
        announced += sum(problem.unread + problem.aside for problem in own)
        read_here = any(start <= place < stop for place in statements)
        if not read_here and not own:
            unexplained += 1
            assert unexplained <= announced or _in_a_run(text, start, problems)


def _in_a_run(text: str, start: int, problems: list[tuple[int, Any]]) -> bool:
    """Whether a line goes on with unknown lines above: each block has its message, which the tree joins."""
    return any(place == start and problem.code == "L101" for place, problem in problems)


@randomised(share=2)
@given(texts)
def test_every_line_that_was_read_is_in_the_map_or_in_a_message(text):
    found = argmap.parse(text)
    tree = language.parse(SourceText("<input>", text))
    places = {span.start for span in spans(attrs.evolve(found, diagnostics=()))}
    in_messages = [diagnostic.span for diagnostic in found.diagnostics]
    fields = " ".join(str(value) for value in said([found.title, found.author, found.date, found.language, found.text]))
    for start, line in placed_lines(tree):
        begin, stop = start + line.start, start + line.stop
        named = any(begin <= span.start <= stop for span in in_messages)
        if line.keyword == "map":
            assert line.text in fields or named
        elif line.keyword == "field":
            values = said([found.standard, found.allow, list(found.sources.values())])
            assert line.text in fields or line.text in str(values) or named or _second_of_its_kind(found)
        elif line.references and line.keyword in {"claim", "thesis", "answer"}:
            assert named or all(_resolves(found, name.text) for name in line.references)
        elif line.keyword == "by":
            assert named or begin + len("by") < min((p for p in places if p > begin), default=-1) <= stop
        else:
            assert begin in places or named or _set_aside_with_a_step(line, found)


def _second_of_its_kind(found: ArgumentMap) -> bool:
    """A field below a second `map`, or a second source of that key, goes with its block."""
    return bool({"L206", "L301"} & set(codes(found)))


def _resolves(found: ArgumentMap, name: str) -> bool:
    label = unicodedata.normalize("NFC", name)
    return label in found.claims or label.isdigit() or "." in label


def _set_aside_with_a_step(line: Line, found: ArgumentMap) -> bool:
    """A reference in a step that another reference's message leaves out."""
    return bool(line.references) and bool({"L302", "L303", "L304", "L306"} & set(codes(found)))


@randomised(share=2)
@given(texts)
def test_every_letter_of_a_line_that_was_read_is_in_its_parts(text):
    tree = language.parse(SourceText("<input>", text))
    plain = text.replace("\r\n", " \n").replace("\r", "\n")
    by_line: dict[int, list[tuple[int, Line]]] = {}
    for start, line in placed_lines(tree):
        by_line.setdefault(plain.rfind("\n", 0, start + line.start) + 1, []).append((start, line))
    for begin, found in by_line.items():
        stop = plain.find("\n", begin)
        written = plain[begin : len(plain) if stop < 0 else stop]
        if _has_message(tree, begin, begin + len(written)):
            continue
        missing = _letters(written) - sum((_letters(_parts(line)) for _, line in found), Counter())
        assert missing <= _separators(found), (written, missing)


def _has_message(tree: language.SyntaxTree, start: int, stop: int) -> bool:
    return any(
        start <= placed.start + problem.start <= stop
        for placed in tree.blocks
        for problem in placed.block.problems
    )


def _letters(text: str) -> Counter[str]:
    return Counter(character for character in text.casefold() if character.isalnum())


def _parts(line: Line) -> str:
    parts = [line.keyword if line.keyword not in {"number", "field"} else ""]
    parts += [line.label.text] if line.label else []
    parts += [line.raw, *(name.text for name in line.references), *(tag.text for tag in line.tags)]
    parts += [part for citation in line.citations for part in (citation.prefix, citation.key, citation.locator)]
    parts += [part for attribute in line.attributes for part in (attribute.key, attribute.value or "")]
    for basis in line.bases:
        parts += [*(number.text for number in basis.numbers), basis.rule.text if basis.rule else ""]
    return " ".join(parts)


def _separators(found: list[tuple[int, Line]]) -> Counter[str]:
    """The letters of words that only join: `and`, `from` and `by` in brackets, `and` between references."""
    allowed: Counter[str] = Counter()
    for _, line in found:
        for basis in line.bases:
            allowed += _letters("from by" + "and" * len(basis.numbers))
        allowed += _letters("and" * max(0, len(line.references) - 1))
        allowed += _letters("0" * 9) if line.keyword == "number" else Counter()
    return allowed


@randomised(share=2)
@given(texts)
def test_every_annotation_is_in_the_map_or_in_a_message(text):
    found = argmap.parse(text)
    tree = language.parse(SourceText("<input>", text))
    cited = {span for span in spans([[c.citations for c in found.claims.values()],
                                     [q.citations for q in found.questions.values()],
                                     [n.citations for n in found.notes]])}
    everything = str(said([found.claims, found.questions, found.notes, found.inferences, found.reviews]))
    in_messages = [diagnostic.span for diagnostic in found.diagnostics]
    for start, line in placed_lines(tree):

        def named(part: Any, start: int = start) -> bool:
            return any(start + part.start <= span.stop and span.start <= start + part.stop for span in in_messages)

        for citation in line.citations:
            assert Span("<input>", start + citation.start, start + citation.stop) in cited or named(line)
        for tag in line.tags:
            assert repr(tag.text) in everything or named(line)
        for attribute in line.attributes:
            word = " ".join(attribute.key.split())
            known = repr(word) in everything or (attribute.value is None and "'likelihood': {" in everything)
            assert known or (attribute.value and attribute.value in everything) or named(line)


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
    stripped = (line.strip(BLANKS) for line in re.split(r"\r\n|\r|\n", text))
    return [line for line in stripped if line.startswith("#")]


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
