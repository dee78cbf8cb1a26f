"""Lines put in where they belong: a reason or an objection below a claim, a source, a citation of it."""

from collections.abc import Mapping, Sequence
from typing import Literal

from argmap.edits.change import Change, Refused, inserting
from argmap.edits.labelling import give_label, names_taken
from argmap.edits.lines import (
    TextLine,
    branch_stop,
    child_indent,
    edit_to,
    groups,
    lines_of,
    parent_of,
    place_of,
)
from argmap.edits.meaning import consequence
from argmap.edits.writing import is_key, is_label, is_reader, one_line, written
from argmap.language.keywords import COMPLETIONS, SOURCE_FIELDS
from argmap.language.placement import shorten
from argmap.model.elements import Claim
from argmap.model.map import ArgumentMap
from argmap.model.names import normal
from argmap.source.spans import Span
from argmap.source.text import SourceText

StepKeyword = Literal["because", "evidence", "but"]
_REASONS = frozenset({"because", "evidence"})
_SHOWN = 40


def add_step(
    argument_map: ArgumentMap, target: str, keyword: StepKeyword, text: str, *, label: str | None = None
) -> Change:
    """Give a claim a reason, evidence or an objection, after the last one of its kind.

    A first reason goes before the objections. A claim that stands inside another one's line, after `because`,
    gets a block of its own for it at the end of the file, and a label if it has none. Raises Refused where
    the map has no such claim, where the label is taken or is none, and where there is no text.
    """
    claim = _claim(argument_map, target)
    if label is not None:
        _refuse_label(argument_map, label)
    content = f"{keyword} {f'{label}: ' if label else ''}{written(text)}"
    source = argument_map.texts[claim.span.file]
    lines = lines_of(source)
    index = source.position(claim.span.start)[0] - 1
    says = f"add {_noun(keyword)} to “{shorten(claim.text, _SHOWN)}”"
    if claim.span.start != _start(lines, index):
        return _in_a_block(argument_map, claim, content, says)
    place = _place(lines, index, keyword)
    new = TextLine(child_indent(lines, index) + content, "")
    after = [*lines[:place], new, *lines[place:]]
    if parent_of(after, place) != index or consequence(lines, after):
        raise Refused("the lines below the claim cannot all be read: mend them first")
    return _inserted(source, lines, place, [new.text], says)


def add_source(
    argument_map: ArgumentMap, key: str, title: str, *, fields: Mapping[str, str] | None = None
) -> Change:
    """Add a source, after those that the opened file has; else after its `map` line.

    `fields` are those that a `source` block takes, by name. Raises Refused for a key that is taken or is
    none, for a field that there is not, and where there is no title.
    """
    key = normal(key)
    if key in argument_map.sources:
        raise Refused(f"there is a source {key} already")
    if not (is_key(key) and is_reader(key)):
        raise Refused(f"“{key}” cannot be the key of a source: it is one word that begins with a letter")
    if unknown := set(fields or {}) - set(SOURCE_FIELDS):
        raise Refused(f"a source has no field {min(unknown)}: its fields are {', '.join(SOURCE_FIELDS)}")
    block = [f"source {key}: {written(title, 'source')}"]
    block += [f"  {name}: {written(value, 'field')}" for name, value in (fields or {}).items()]
    source = next(iter(argument_map.texts.values()))
    lines = lines_of(source)
    rows = [group[0] for group in groups(lines, -1)]
    like = [row for row in rows if lines[row].keyword in {"source", "bibliography"}]
    after = like or [row for row in rows if lines[row].keyword == "map"]
    says = f"add the source {key}"
    if after:
        gap = [] if like else [""]
        return _inserted(source, lines, branch_stop(lines, after[-1]), [*gap, *block], says)
    # Above everything else, but for the comments that open the file.
    first = next((n for n, line in enumerate(lines) if not line.is_comment), len(lines))
    first = first if first < len(lines) and not lines[first].content else 0
    gap = [""] if first else []
    return _inserted(source, lines, first, [*gap, *block, *([] if first else [""])], says)


def cite(argument_map: ArgumentMap, target: str, key: str, *, locator: str = "") -> Change:
    """Let a claim cite a source, after what it cites already: `[@key, p. 3]`.

    Raises Refused where the map has no such claim or source, and for a place in the work that has a bracket
    or a semicolon in it.
    """
    claim = _claim(argument_map, target)
    key, where = normal(key), one_line(locator)
    if key not in argument_map.sources:
        raise Refused(f"no source has the key {key}")
    if set(where) & set("[];@"):
        raise Refused("the place in a work can have no brackets, no semicolon and no @ in it")
    item = f"@{key}, {where}" if where else f"@{key}"
    own = [c.span for c in claim.citations if c.span and _inside(c.span, claim.span)]
    says = f"cite {key} for “{shorten(claim.text, _SHOWN)}”"
    assert claim.text_span is not None  # every claim that was read from a text has one
    if own:
        return Change(says, (inserting(own[-1].file, own[-1].stop, f"; {item}"),))
    return Change(says, (inserting(claim.text_span.file, claim.text_span.stop, f" [{item}]"),))


def _claim(argument_map: ArgumentMap, target: str) -> Claim:
    claim = argument_map.claims.get(target)
    if claim is None:
        raise Refused(f"the map has no claim {target}")
    return claim


def _refuse_label(argument_map: ArgumentMap, label: str) -> None:
    if not is_label(label):
        raise Refused(f"“{label}” cannot be a label: it is one word that begins with a letter")
    if normal(label) in names_taken(argument_map):
        raise Refused(f"the label {label} is in use already")


def _inside(one: Span, other: Span) -> bool:
    return one.file == other.file and other.start <= one.start and one.stop <= other.stop


def _noun(keyword: StepKeyword) -> str:
    return {"because": "a reason", "evidence": "evidence", "but": "an objection"}[keyword]


def _start(lines: Sequence[TextLine], index: int) -> int:
    """The offset at which the statement of a line begins."""
    return sum(len(line.text) + len(line.end) for line in lines[:index]) + len(lines[index].indent)


def _place(lines: Sequence[TextLine], index: int, keyword: StepKeyword) -> int:
    """Before which line the new one goes."""
    rows = groups(lines, index)
    kind = _REASONS if keyword in _REASONS else {keyword}
    alike = [row for row in rows if lines[row[0]].keyword in kind]
    if alike:
        return branch_stop(lines, alike[-1][-1])
    if keyword == "but" and rows:
        return branch_stop(lines, rows[-1][-1])
    # What completes the step that the claim itself belongs to stands first, and would complete this one.
    leading = [row for row in rows if lines[row[0]].keyword in COMPLETIONS]
    return branch_stop(lines, leading[-1][-1]) if leading else index + 1


def _inserted(
    source: SourceText, lines: Sequence[TextLine], place: int, texts: Sequence[str], says: str
) -> Change:
    new = [*lines[:place], *(TextLine(text, "") for text in texts), *lines[place:]]
    where = range(place + (not texts[0]), place + len(texts))
    return Change(says, edit_to(source, new), place=place_of(source, new, where))


def _in_a_block(argument_map: ArgumentMap, claim: Claim, content: str, says: str) -> Change:
    """A block for a claim whose line speaks of another claim."""
    given = give_label(argument_map, claim.label)
    source = argument_map.texts[claim.span.file]
    lines = lines_of(source)
    block = [f"claim @{given.label}", f"  {content}"]
    gap = [""] if lines and lines[-1].content else []
    change = _inserted(source, lines, len(lines), [*gap, *block], says)
    edits = (*(given.change.edits if given.change else ()), *change.edits)
    warnings = (given.change.says,) if given.change else ()
    moved = sum(len(edit.replacement) for edit in edits[:-1])
    place = change.place and Span(change.place.file, change.place.start + moved, change.place.stop + moved)
    return Change(says, edits, warnings, place)
