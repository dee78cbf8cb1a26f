"""Second pass: what each reference means, and mistakes that only names show."""

from collections.abc import Container, Iterator, Mapping

import attrs

from argmap.language.keywords import BLOCKS
from argmap.language.syntax import Line, Mention, Name
from argmap.model.definitions import Definitions
from argmap.model.names import Names, normal, place, slug, undefined
from argmap.model.reading import Part, Reading
from argmap.source.diagnostics import Diagnostic, Severity, replacing
from argmap.source.spans import Span


@attrs.define
class References:
    """What references mean. `targets[p, i]` are the labels that line i of part p refers to.

    A reference to nothing is missing there, and its message is in `diagnostics`.
    """

    targets: dict[tuple[int, int], list[tuple[str, Span]]]
    used: set[str]
    diagnostics: list[Diagnostic]


def find_label(name: str, section: str | None, known: Container[str]) -> str | None:
    """The known label that a reference means: a number means the line of its own section first."""
    name = normal(name)
    if name.isdigit():
        name = name.lstrip("0") or "0"
        local = f"{section}.{name}"
        label = local if section and local in known else name
    elif name in known:
        label = name
    else:
        part, dot, number = name.rpartition(".")
        label = f"{slug(part)}.{number}" if dot else name
    return label if label in known else None


class Resolver:
    """Finds what a reference means from the place where it stands."""

    def __init__(self, definitions: Definitions, sources: Names, readers: Names) -> None:
        self.definitions = definitions
        self.labels = definitions.labels
        self.sources = sources
        self.readers = readers
        self.used: set[str] = set()

    def find(self, name: str, section: str | None) -> str | None:
        """The label that a reference from this section means, if it means any."""
        return find_label(name, section, self.labels.spans)

    def claim(self, name: Name, part: Part, section: str | None) -> tuple[str, Span] | Diagnostic:
        """The claim that a reference means, with its place; or the message that says why none."""
        span = place(part.file, part.placed.start, name)
        label = self.find(name.text, section)
        if label is None or label in self.definitions.questions:
            return self._undefined(name, span, label)
        self.used.add(label)
        return label, span

    def _undefined(self, name: Name, span: Span, label: str | None) -> Diagnostic:
        if label is not None:
            questions = Names("question", {label: self.labels.spans[label]})
            return undefined(label, span, Names("label"), (questions,))
        if name.text.isdigit():
            message = f"there is no numbered line {name.text} in this section"
            return Diagnostic(
                "L306", Severity.ERROR, message, span, ("from another section, write @section.1",)
            )
        return undefined(normal(name.text), span, self.labels, (self.sources, self.readers))


def resolve(reading: Reading, resolver: Resolver) -> References:
    """Resolve every reference on claim lines, and look at names inside texts."""
    found = References({}, resolver.used, [])
    for p, part in enumerate(reading.parts):
        block = part.placed.block
        section = resolver.definitions.section_of[p]
        for i, line in enumerate(block.lines):
            if line.references and line.keyword not in {"accept", "reject", "doubt", "ask"}:
                _resolve_line(found, resolver, (p, i), line, part, section)
        found.diagnostics += mistaken(part, section, resolver)
    return found


def mistaken(part: Part, section: str | None, resolver: Resolver) -> Iterator[Diagnostic]:
    """The messages about names in the texts of a part that were read as text."""
    for _, mention in part.placed.block.mentions:
        if problem := _mentioned(mention, part, section, resolver):
            yield problem


def _resolve_line(
    found: References, resolver: Resolver, key: tuple[int, int], line: Line, part: Part, section: str | None
) -> None:
    targets: list[tuple[str, Span]] = []
    for name in line.references:
        target = resolver.claim(name, part, section)
        if isinstance(target, Diagnostic):
            found.diagnostics.append(attrs.evolve(target, message=target.message + _loss(line)))
        else:
            targets.append(target)
    found.targets[key] = targets


def _loss(line: Line) -> str:
    """What a reference to nothing costs, besides itself."""
    return "" if line.keyword in BLOCKS or line.keyword == "answer" else ", so the step is left out"


def _mentioned(mention: Mention, part: Part, section: str | None, resolver: Resolver) -> Diagnostic | None:
    name = mention.name
    span = place(part.file, part.placed.start, name)
    key = normal(name.text)
    if mention.form == "bare":
        if resolver.find(name.text, section) is None or not name.text[0].isalpha():
            return None
        hint = f"write @{name.text} to refer to that claim, or quote the text to keep it as it is"
        message = f"{name.text} is a label, and was read as text"
        fix = replacing(span, f"@{name.text}", safe=False)
        return Diagnostic("L408", Severity.WARNING, message, span, (hint,), fix=fix)
    if mention.form == "bracket":
        if key not in resolver.sources.spans:
            return None
        hint = f"write [@{mention.written[1:]} to cite it, or quote the text to keep it as it is"
        message = f"{mention.written} was read as text"
        fix = replacing(span, f"[@{mention.written[1:]}", safe=False)
        return Diagnostic("L408", Severity.WARNING, message, span, (hint,), fix=fix)
    if key in resolver.sources.spans:
        hint = f"cite the source at the end of the line: [@{name.text}]"
    elif resolver.find(name.text, section) is not None:
        hint = "a reference stands right after its keyword, as in `because @label`"
    else:
        return None
    return Diagnostic(
        "L402",
        Severity.ERROR,
        f"@{name.text} {'was read as text' if mention.last else 'stands in mid-sentence'}",
        span,
        (hint, "to keep it as text, put the whole text in double quotes"),
    )


def unused_capitals(labels: Mapping[str, Span], used: set[str]) -> list[Diagnostic]:
    """Hints for capitalised labels that nothing refers to: a speaker before a colon reads as a label."""
    return [
        Diagnostic(
            "L112",
            Severity.HINT,
            f"{label} was read as the label of this claim, not as a part of its text",
            span,
            ("if it is a part of the text, put the text in double quotes",),
        )
        for label, span in labels.items()
        if label[0].isupper() and label.isalpha() and len(label) > 1 and label not in used
    ]
