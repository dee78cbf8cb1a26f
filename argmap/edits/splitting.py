"""One claim made two, and two made one.

The parts of a claim are linked, so that they count only together, or independent, each enough alone. What the
language has for it: a premise is linked with `and`; a warrant or an assumption with another one; claims that
belong to no step can only be made independent. Lines of standard form are numbered, and are left alone.
"""

from collections.abc import Sequence

import attrs

from argmap.edits.change import Change, Refused
from argmap.edits.lines import (
    TextLine,
    branch_stop,
    edit_to,
    group_of,
    groups,
    lines_of,
    parent_of,
    place_of,
)
from argmap.edits.meaning import consequence
from argmap.edits.writing import written
from argmap.language.keywords import OPENERS
from argmap.language.patterns import patterns
from argmap.language.placement import shorten
from argmap.language.quotes import unquote
from argmap.language.tokens import BLANKS
from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import normal
from argmap.reasoning.wording.languages import Language, language_of
from argmap.source.spans import Span
from argmap.source.text import SourceText

_LINKED = {**dict.fromkeys(("because", "evidence", "but", "unless", "and"), "and"), "since": "since"}
_LINKED |= {"assuming": "assuming"}
"""The keyword of a second premise, by that of the first."""
_INDEPENDENT = frozenset({"thesis", "claim", "answer", "because", "evidence", "but", "unless"})
_AT_THE_SEAM = BLANKS + ",;"
_JOINT = "; "


@attrs.frozen
class _Line:
    """A claim on a line of its own; the places of its text are offsets in the line."""

    source: SourceText
    lines: list[TextLine]
    index: int
    claim: Claim
    text_start: int
    text_stop: int

    @property
    def line(self) -> TextLine:
        return self.lines[self.index]

    @property
    def raw(self) -> str:
        return self.line.text[self.text_start : self.text_stop]

    def saying(self, text: str) -> str:
        """The line with another text."""
        return self.line.text[: self.text_start] + text + self.line.text[self.text_stop :]


def split(argument_map: ArgumentMap, label: str, offset: int, *, linked: bool) -> Change:
    """Make two of a claim, at an offset in its text (counted in its file).

    The first part keeps the label, the attributes and everything below the claim; the second gets its
    citations, too. A comma, a semicolon or the language's `and` at the seam goes. Raises Refused where one
    part would be empty, and where the language has no such pair.
    """
    place = _line_of(argument_map, label)
    keyword = _second_keyword(place, linked=linked)
    first, second = _halves(place, offset, language_of(argument_map))
    cited = [
        place.source.text[c.span.start : c.span.stop]
        for c in place.claim.citations
        if c.span is not None and _inside(c.span, place.claim.span)
    ]
    citations = f" [{'; '.join(cited)}]" if cited else ""
    other = f"{place.line.indent}{keyword} {written(second)}{citations}"
    changed = attrs.evolve(place.line, text=place.saying(written(first)))
    lines = list(place.lines)
    lines[place.index] = changed
    at = branch_stop(lines, place.index if linked else _last_of_group(lines, place.index))
    gap = [""] if not place.line.indent and at > place.index + 1 else []
    new = [*lines[:at], *(TextLine(text, "") for text in [*gap, other]), *lines[at:]]
    _prove(place.lines, new, {place.line.content: changed.content}, second=other.strip(BLANKS))
    says = f"split “{shorten(place.claim.text, 40)}” into two {'linked' if linked else 'independent'} claims"
    at += len(gap)
    return Change(says, edit_to(place.source, new), place=place_of(place.source, new, range(at, at + 1)))


def join(argument_map: ArgumentMap, first: str, second: str) -> Change:
    """Make one claim of two that follow each other, with a semicolon between their texts.

    They are linked premises, or independent claims of one kind. The first keeps its label and all that is
    said of it, and gets the citations of the second. Raises Refused where something of the second would be
    lost: lines below it, attributes and tags, or a label that is referred to.
    """
    one, two = _line_of(argument_map, first), _line_of(argument_map, second)
    _refuse_apart(one, two)
    _refuse_losses(argument_map, two)
    text = f"{one.claim.text.rstrip(BLANKS + '.,;')}{_JOINT}{two.claim.text}"
    cited = [c.span for c in two.claim.citations if c.span and _inside(c.span, two.claim.span)]
    rest = one.line.text[one.text_stop :]
    citations = "".join(f" [{two.source.text[span.start : span.stop]}]" for span in cited)
    joined = attrs.evolve(one.line, text=one.line.text[: one.text_start] + written(text) + citations + rest)
    new = list(one.lines)
    new[one.index] = joined
    del new[two.index]
    _prove(one.lines, new, {one.line.content: joined.content}, second=two.line.content)
    says = f"join “{shorten(one.claim.text, 30)}” and “{shorten(two.claim.text, 30)}”"
    where = range(one.index, one.index + 1)
    return Change(says, edit_to(one.source, new), place=place_of(one.source, new, where))


def _line_of(argument_map: ArgumentMap, label: str) -> _Line:
    claim = argument_map.claims.get(label)
    if claim is None:
        raise Refused(f"the map has no claim {label}")
    if claim.keyword == "number":
        raise Refused("lines of standard form are numbered: write them anew, and number them again")
    source = argument_map.texts[claim.span.file]
    lines = lines_of(source)
    number, column = source.position(claim.span.start)
    line = lines[number - 1]
    if column - 1 != len(line.indent):
        raise Refused("the claim stands inside another one's line: give it a line of its own first")
    assert claim.text_span is not None  # every claim that was read from a text has one
    start = claim.span.start - column + 1
    return _Line(
        source, lines, number - 1, claim, claim.text_span.start - start, claim.text_span.stop - start
    )


def _second_keyword(place: _Line, *, linked: bool) -> str:
    keyword = place.claim.keyword
    if linked and keyword in _LINKED:
        return _LINKED[keyword]
    if linked:
        raise Refused(f"`{keyword}` belongs to no step, in which two claims could be linked")
    if keyword in _INDEPENDENT:
        return keyword
    opener = place.lines[group_of(place.lines, place.index)[0]].keyword
    if keyword == "and" and opener in OPENERS:
        return opener
    raise Refused(f"what `{keyword}` adds to a step counts together with it: only linked parts are possible")


def _last_of_group(lines: Sequence[TextLine], index: int) -> int:
    """The line after which an independent claim goes: the last that completes the step or the exception."""
    group = group_of(lines, index)
    if lines[index].keyword != "unless" or group[0] != index:
        return group[-1]
    rows = [row[0] for row in groups(lines, parent_of(lines, index))]
    last = rows.index(index)
    while last + 1 < len(rows) and lines[rows[last + 1]].keyword == "and":
        last += 1
    return rows[last]


def _halves(place: _Line, offset: int, language: Language | None) -> tuple[str, str]:
    raw = place.raw
    assert place.claim.text_span is not None  # `_line_of` asked
    cut = min(max(offset - place.claim.text_span.start, 0), len(raw))
    if unquote(raw) != raw:
        inside = raw[1:-1]
        cut = min(max(cut - 1, 0), len(inside))
        if (len(inside[:cut]) - len(inside[:cut].rstrip("\\"))) % 2:
            cut -= 1
        first, second = (unquote(f'"{part}"') for part in (inside[:cut], inside[cut:]))
    else:
        first, second = raw[:cut], raw[cut:]
    first, second = first.rstrip(_AT_THE_SEAM), second.lstrip(_AT_THE_SEAM)
    if language is not None:
        word, _, rest = second.partition(" ")
        if word == language.joining and rest.strip():
            second = rest.lstrip()
    if not first.strip() or not second.strip():
        raise Refused("there is nothing on one side of this place: choose one inside the text")
    if first[:1].isupper() and second[:1].islower():
        second = language.capitalised(second) if language is not None else second[:1].upper() + second[1:]
    return first, second


def _refuse_apart(one: _Line, two: _Line) -> None:
    keywords = one.claim.keyword, two.claim.keyword
    if one.source.name != two.source.name or parent_of(one.lines, one.index) != parent_of(
        two.lines, two.index
    ):
        raise Refused("the two claims do not stand below the same line")
    between = one.lines[one.index + 1 : two.index]
    follows = one.index < two.index and not any(
        line.is_statement and line.depth <= one.line.depth for line in between
    )
    if not follows:
        raise Refused("the second claim does not follow the first one")
    linked = _LINKED.get(keywords[0]) == keywords[1]
    if not linked and not (keywords[0] == keywords[1] and keywords[0] in _INDEPENDENT):
        raise Refused(f"`{keywords[0]}` and `{keywords[1]}` are not of one kind, and cannot be one claim")


def _refuse_losses(argument_map: ArgumentMap, two: _Line) -> None:
    claim = two.claim
    below = two.lines[two.index + 1 : branch_stop(two.lines, two.index)]
    if any(line.is_statement for line in below):
        raise Refused("the second claim has lines below it: move them first")
    rest = two.line.text[two.text_stop :]
    if "{" in rest or claim.tags or "because" in rest:
        raise Refused("what is said of the second claim would be lost: take it out first")
    if claim.name is not None and any(
        normal(match[0][1:]) == claim.label
        for source in argument_map.texts.values()
        for match in patterns()["REFERENCE"].finditer(source.text)
    ):
        raise Refused(f"@{claim.label} is referred to: it cannot become a part of another claim")


def _inside(one: Span, other: Span) -> bool:
    return one.file == other.file and other.start <= one.start and one.stop <= other.stop


def _prove(
    old: Sequence[TextLine], new: Sequence[TextLine], rewritten: dict[str, str], *, second: str
) -> None:
    if problem := consequence(old, new, rewritten=rewritten, lost=[second]):
        raise Refused(problem)
