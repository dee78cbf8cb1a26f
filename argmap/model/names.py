"""The labels of a map: where each is defined, and what a reference means."""

import re
import unicodedata
from collections.abc import Iterable

import attrs

from argmap.language.suggestions import nearest
from argmap.language.syntax import Name
from argmap.source.diagnostics import Diagnostic, Label, Severity, replacing
from argmap.source.spans import Span

_NO_WORD = re.compile(r"[\W_]+")


def normal(label: str) -> str:
    """A label as it is compared: in Unicode normal form C, with its case."""
    return label if label.isascii() else unicodedata.normalize("NFC", label)


def slug(title: str) -> str:
    """A section's name made a word: lower case, letters and digits of any script, joined by hyphens."""
    word = _NO_WORD.sub("-", unicodedata.normalize("NFC", title).casefold().replace("i\u0307", "i")).strip(
        "-"
    )
    return word if word and word[0].isalpha() else f"section-{word}".rstrip("-")


@attrs.define
class SectionWords:
    """Gives sections their ids, in the order in which they are read: each its word, those of one a number."""

    counts: dict[str, int] = attrs.field(factory=dict)
    given: set[str] = attrs.field(factory=set)

    def next(self, title: str) -> tuple[str, str]:
        """The word of a section's name, and the section's id."""
        word = identity = slug(title)
        count = self.counts.get(word, 0)
        while not count or identity in self.given:
            count += 1
            identity = word if count == 1 else f"{word}-{count}"
        self.counts[word] = count
        self.given.add(identity)
        return word, identity


@attrs.define
class Names:
    """One name space. `spans` are the places of definition; `lost` those that could not be read."""

    noun: str
    spans: dict[str, Span] = attrs.field(factory=dict)
    lost: dict[str, Span] = attrs.field(factory=dict)
    suggestions: int = 100
    """How many more times names are compared: in a text with more faults nobody reads the hints."""

    def like(self, name: str) -> list[str]:
        """The one or two defined names that are most like `name`."""
        self.suggestions -= 1
        return nearest(name, self.spans, limit=2) if self.suggestions >= 0 else []

    def define(self, label: str, span: Span) -> Diagnostic | None:
        """Add a label; the message if it has been defined before."""
        first = self.spans.setdefault(label, span)
        if first is span:
            return None
        return Diagnostic(
            "L301",
            Severity.ERROR,
            f"the {self.noun} {label} is defined twice",
            span,
            ("give one of the two another name",),
            (Label(first, "first defined here"),),
        )


def place(file: str, start: int, name: Name) -> Span:
    """Where a name of a block that starts at `start` stands in its file."""
    return Span(file, start + name.start, start + name.stop)


def undefined(name: str, span: Span, claims: Names, others: Iterable[Names]) -> Diagnostic:
    """The message for a reference that means no claim: what else has that name, or what is like it."""
    if name in claims.lost:
        return Diagnostic(
            "L302",
            Severity.ERROR,
            f"{name} is defined in a line that could not be read",
            span,
            ("mend that line first",),
            (Label(claims.lost[name], "defined here"),),
        )
    for other in others:
        if name in other.spans:
            article = "an" if other.noun[0] in "aeio" else "a"
            return Diagnostic(
                "L303",
                Severity.ERROR,
                f"{name} is {article} {other.noun}, and a claim is needed here",
                span,
                _use(other, name),
                (Label(other.spans[name], "defined here"),),
            )
    near = claims.like(name)
    hints = (f"did you mean {' or '.join('@' + label for label in near)}?",) if near else ()
    related = tuple(Label(claims.spans[label], f"{label} is defined here") for label in near[:1])
    fix = replacing(span, f"@{near[0]}", safe=False) if len(near) == 1 else None
    return Diagnostic("L302", Severity.ERROR, f"no claim is labelled {name}", span, hints, related, fix)


def _use(names: Names, name: str) -> tuple[str, ...]:
    """What to do with a name of another kind where a claim is needed."""
    if names.noun == "source":
        return (f"cite it at the end of a line: [@{name}]",)
    return ("refer to one of its answers",) if names.noun == "question" else ()
