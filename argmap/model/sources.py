"""Sources of a map, from its `source` blocks and its bibliographies, and the citations of them."""

import re
from collections.abc import Iterable

import attrs

from argmap.language.annotations import check_value
from argmap.language.keywords import SOURCE_FIELDS
from argmap.language.suggestions import nearest
from argmap.language.syntax import Block, CitationSyntax, Line
from argmap.model.elements import Citation, Person, Source
from argmap.model.names import Names, normal, place
from argmap.source.diagnostics import Diagnostic, Label, Severity, replacing
from argmap.source.spans import Span

_AUTHORS = re.compile(r"\s*;\s*|\s+and\s+")


def source_from_block(file: str, start: int, block: Block) -> tuple[Source, Span, list[Diagnostic]]:
    """The source that a `source` block defines, the place of its key, and messages about its fields."""
    head = block.lines[0]
    assert head.label is not None  # the grammar asks for it
    fields, diagnostics = read_fields(file, start, block, known=SOURCE_FIELDS)
    found = dict(fields)
    authors = found.pop("author", "")
    source = Source(
        key=normal(head.label.text),
        title=head.text,
        span=Span(file, start + head.start, start + head.stop),
        authors=tuple(_person(name) for name in _AUTHORS.split(authors) if name),
        date=found.pop("date", None),
        publisher=found.pop("publisher", None),
        url=found.pop("url", None),
        type=found.pop("type", None),
        reliability=found.pop("reliability", None),
        fields=found,
    )
    return source, place(file, start, head.label), diagnostics


def _person(name: str) -> Person:
    """A name that is written `Family, Given` in its two parts; any other is kept whole."""
    family, _, given = (part.strip() for part in name.partition(","))
    return Person(family, given) if family and given else Person(name)


def read_fields(
    file: str, start: int, block: Block, *, known: Iterable[str]
) -> tuple[dict[str, str], list[Diagnostic]]:
    """The `name: value` lines below a map or source line; unknown and repeated ones are errors."""
    fields: dict[str, str] = {}
    first: dict[str, Span] = {}
    diagnostics: list[Diagnostic] = []
    for line in block.lines:
        if line.keyword != "field" or line.label is None:
            continue
        name, span = line.label.text, place(file, start, line.label)
        if name not in known:
            diagnostics.append(_unknown_field(name, span, tuple(known)))
        elif name in fields:
            again = (Label(first[name], "first given here"),)
            diagnostics.append(
                _error("L205", f"{name} is given twice", span, ("keep one of the two",), again)
            )
        else:
            first[name] = span
            problem = check_value(name, line.text) if name in {"standard", "reliability", "allow"} else None
            if problem is None:
                fields[name] = line.text
            else:
                text = Span(file, start + line.text_start, start + line.text_stop)
                diagnostics.append(_error("L406", problem[0], text, problem[1:]))
    return fields, diagnostics


def _unknown_field(name: str, span: Span, known: tuple[str, ...]) -> Diagnostic:
    near = nearest(name, known)
    hint = f"did you mean {near[0]}:?" if near else f"the fields are {', '.join(known)}"
    fix = replacing(span, near[0], safe=False) if near else None
    return attrs.evolve(_error("L204", f"there is no field {name} here", span, (hint,)), fix=fix)


def _error(
    code: str, message: str, span: Span, hints: tuple[str, ...], related: tuple[Label, ...] = ()
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, span, hints, related)


def citations(file: str, start: int, line: Line) -> tuple[Citation, ...]:
    """The citations of a line as the map keeps them."""
    return tuple(
        Citation(normal(c.key), c.prefix, c.locator, Span(file, start + c.start, start + c.stop))
        for c in line.citations
    )


def undefined_source(
    citation: CitationSyntax, span: Span, sources: Names, *, lost: Names, any_listed: bool
) -> Diagnostic:
    """The message for a citation of no known source: a warning while the map lists no source at all.

    `lost` has the labels of lines that could not be read: the source may be one of them.
    """
    if citation.key in lost.lost:
        message = f"the source {citation.key} is on a line that could not be read"
        related = (Label(lost.lost[citation.key], "it stands here"),)
        return Diagnostic("L305", Severity.ERROR, message, span, ("mend that line first",), related)
    near = sources.like(citation.key)
    hints: tuple[str, ...] = (f"write `source {citation.key}: title`, or name a bibliography that has it",)
    if near:
        hints = (f"did you mean {' or '.join('@' + key for key in near)}?",)
    severity = Severity.ERROR if any_listed else Severity.WARNING
    return Diagnostic("L305", severity, f"no source has the key {citation.key}", span, hints)
