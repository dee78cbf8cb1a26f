"""What holds for the reading of every text, tried on random ones: nothing fails and nothing is dropped."""

import re
import unicodedata
from collections import Counter
from typing import Any

import attrs
from hypothesis import example, given
from hypothesis import strategies as st
from properties import BLANKS, codes, randomised, said, spans
from written import sound, texts

import argmap
from argmap.language import tree as language
from argmap.language.keywords import COMPLETIONS, OPENERS
from argmap.language.syntax import Line
from argmap.model.map import ArgumentMap
from argmap.source.spans import Span
from argmap.source.text import SourceText


def written_lines(text: str) -> list[tuple[int, int]]:
    """The places of the lines that say something: neither blank nor a comment."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in re.split(r"\r\n|\r|\n", text):
        stop = start + len(line)
        content = line.strip(BLANKS)
        if content.strip() and not content.startswith("#"):
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
    things = [
        found.title,
        *found.claims,
        *found.questions,
        *found.sections,
        *found.sources,
        *found.notes,
        *found.reviews,
    ]
    assert any(things) or found.diagnostics


@randomised()
@given(texts)
def test_the_place_of_a_text_or_label_shows_that_text_or_label(text):
    found = argmap.parse(text)
    for thing in [*found.claims.values(), *found.questions.values()]:
        place = thing.text_span
        written = text[place.start : place.stop]
        assert written == thing.text or written.startswith('"')
        if (
            thing.label_span is not None
            and thing.name is not None
            and getattr(thing, "keyword", "") != "number"
        ):
            label = text[thing.label_span.start : thing.label_span.stop]
            assert unicodedata.normalize("NFC", label) == thing.name


# --- Nothing is dropped


@randomised(share=3)
@given(st.one_of(texts, sound()))
def test_every_line_is_read_or_covered_by_a_message(text):
    """A line that is not read has a message of its own, or is counted in one above it.

    Reading downwards, the lines that messages so far have set aside are never fewer than those found
    without a word of their own.
    """
    tree = language.parse(SourceText("<input>", text))
    statements = [start + line.start for start, line in placed_lines(tree) if not line.inline]
    assert len(set(statements)) == len(statements)
    problems = [
        (placed.start + problem.start, problem) for placed in tree.blocks for problem in placed.block.problems
    ]
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
@given(st.one_of(texts, sound()))
def test_every_line_that_was_read_is_in_the_map_or_in_a_message(text):
    found = argmap.parse(text)
    tree = language.parse(SourceText("<input>", text))
    places = {span.start for span in spans(attrs.evolve(found, diagnostics=()))}
    in_messages = [diagnostic.span for diagnostic in found.diagnostics]
    fields = " ".join(
        str(value) for value in said([found.title, found.author, found.date, found.language, found.text])
    )
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
        elif line.references:
            assert any(begin <= place < stop for place in places) or named or _set_aside_with_a_step(found)
        else:
            assert begin in places or named


def _second_of_its_kind(found: ArgumentMap) -> bool:
    """A field below a second `map`, or a second source of that key, goes with its block."""
    return bool({"L206", "L301"} & set(codes(found)))


def _resolves(found: ArgumentMap, name: str) -> bool:
    label = unicodedata.normalize("NFC", name)
    return label in found.claims or label.isdigit() or "." in label


def _set_aside_with_a_step(found: ArgumentMap) -> bool:
    """Whether a step is left out for another of its references, which has the message."""
    return bool({"L302", "L303", "L304", "L306"} & set(codes(found)))


@randomised(share=2)
@given(st.one_of(texts, sound()))
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
    parts += [
        part for citation in line.citations for part in (citation.prefix, citation.key, citation.locator)
    ]
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
@given(st.one_of(texts, sound()))
def test_every_annotation_is_in_the_map_or_in_a_message(text):
    found = argmap.parse(text)
    tree = language.parse(SourceText("<input>", text))
    cited = set(
        spans(
            [
                [c.citations for c in found.claims.values()],
                [q.citations for q in found.questions.values()],
                [n.citations for n in found.notes],
            ]
        )
    )
    everything = str(said([found.claims, found.questions, found.notes, found.inferences, found.reviews]))
    in_messages = [diagnostic.span for diagnostic in found.diagnostics]
    for start, line in placed_lines(tree):

        def named(part: Any, start: int = start) -> bool:
            return any(
                start + part.start <= span.stop and span.start <= start + part.stop for span in in_messages
            )

        for citation in line.citations:
            assert Span("<input>", start + citation.start, start + citation.stop) in cited or named(line)
        for tag in line.tags:
            assert repr(tag.text) in everything or named(line)
        for attribute in line.attributes:
            word = " ".join(attribute.key.split())
            known = repr(word) in everything or (attribute.value is None and "'likelihood': {" in everything)
            assert known or (attribute.value and attribute.value in everything) or named(line)


@randomised(share=2)
@given(st.one_of(texts, sound()))
def test_every_line_that_opens_or_completes_a_step_is_in_one(text):
    for placed in language.parse(SourceText("<input>", text)).blocks:
        steps = placed.block.steps
        members = [index for step in steps for index, _ in step.members]
        schemes = [step.scheme for step in steps if step.scheme is not None]
        wanted = [
            (index, line.keyword == "by")
            for index, line in enumerate(placed.block.lines)
            if line.keyword in OPENERS | COMPLETIONS
        ]
        assert sorted(members) == [index for index, names_scheme in wanted if not names_scheme]
        assert sorted(schemes) == [index for index, names_scheme in wanted if names_scheme]


@randomised(share=2)
@given(st.one_of(texts, sound()))
def test_every_step_is_in_the_map_unless_a_message_says_what_it_lacks(text):
    found = argmap.parse(text)
    written = sum(len(placed.block.steps) for placed in language.parse(SourceText("<input>", text)).blocks)
    lacking = {"L302", "L303", "L304", "L306", "L309", "L310"} & set(codes(found))
    assert len(found.inferences) == written or lacking
    assert len(found.inferences) <= written
    for step in found.inferences.values():
        assert step.target in found.claims or step.target in found.inferences
        assert all(premise.claim in found.claims for premise in step.premises)
        assert step.premises
