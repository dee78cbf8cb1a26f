"""What an argument map is made of: claims, inferences, questions, sections, sources, notes, reviews.

Everything is frozen, compares by value, and refers to other parts by label or id, so that maps of any
depth and with cycles can be compared, copied and written out without recursion.
"""

from collections.abc import Mapping
from typing import Literal

import attrs

from argmap.source.spans import Span

ClaimKeyword = Literal[
    "thesis", "claim", "answer", "because", "evidence", "but", "and", "since", "assuming", "unless", "number"
]
"""The keyword of the line that defines a claim; `number` for a line of standard form."""

InferenceKind = Literal["support", "attack", "undercut"]
PremiseRole = Literal["premise", "warrant", "assumption"]
StrengthWord = Literal["conclusive", "strong", "moderate", "weak"]
Standard = Literal["preponderance", "clear-and-convincing", "beyond-reasonable-doubt", "dialectical-validity"]
QuestionAnswer = Literal["ok", "fails", "open"]
VerdictKind = Literal["accept", "reject", "doubt", "ask"]
NoteSubject = Literal["map", "section", "source", "claim", "question", "inference", "review"]


@attrs.frozen
class Citation:
    """One work cited: Pandoc's `[prefix @key, locator]`."""

    key: str
    prefix: str = ""
    locator: str = ""
    span: Span | None = None


@attrs.frozen
class Likelihood:
    """How likely a claim is: `value` in [0, 1], and the estimative word when one was written.

    Words stand for the midpoint of the range that US Intelligence Community Directive 203 gives them.
    """

    value: float
    word: str | None = None


@attrs.frozen
class Claim:
    """A statement that can be argued for and against.

    `label` names it in the whole map: the written label; `SECTION.N` (or `N` outside sections) for line N
    of standard form; `_1`, `_2`, ... for claims nobody labelled. `name` is what a reader sees: the label,
    the number, or None. `raised` claims are mooted, not asserted: answers, and claims that only `unless`
    lines state and no citation backs (REASONING, Carneades' distinction between stated and assumed).
    """

    label: str
    text: str
    keyword: ClaimKeyword
    span: Span
    name: str | None = None
    thesis: bool = False
    raised: bool = False
    citations: tuple[Citation, ...] = ()
    likelihood: Likelihood | None = None
    standard: Standard | None = None
    on: str | None = None
    """ISO 8601 date or interval (`2020-10-15`, `2014`, `1991/1994`) of the event that evidence reports."""
    reliability: str | None = None
    """Admiralty code: source reliability A-F, information credibility 1-6."""
    allow: tuple[str, ...] = ()
    attributes: Mapping[str, str] = attrs.field(factory=dict)
    """Further `key: value` attributes as written."""
    tags: tuple[str, ...] = ()
    section: str | None = None
    """Id of the section it is defined in."""
    label_span: Span | None = None
    text_span: Span | None = None


@attrs.frozen
class Premise:
    """A claim's part in an inference."""

    claim: str
    role: PremiseRole = "premise"
    span: Span | None = None


@attrs.frozen
class Inference:
    """One step: the premises count together, for or against the target.

    `id` is no word that a label could be. `target` is a claim's label, or for an undercut (Pollock 1995) the
    id of the inference whose link it questions. `keyword` tells `evidence` from `because` and numbered
    steps from both.
    """

    id: str
    kind: InferenceKind
    keyword: Literal["because", "evidence", "but", "unless", "number"]
    premises: tuple[Premise, ...]
    target: str
    span: Span
    strength: StrengthWord | None = None
    scheme: str | None = None
    """Id of a scheme of the catalogue, or the rule as written when the catalogue has none."""
    critical_questions: Mapping[str, QuestionAnswer] = attrs.field(factory=dict)
    tags: tuple[str, ...] = ()
    section: str | None = None
    scheme_span: Span | None = None


@attrs.frozen
class Question:
    """An issue; at most one of its answers (claim labels) can stand."""

    label: str
    text: str
    answers: tuple[str, ...]
    span: Span
    name: str | None = None
    standard: Standard | None = None
    citations: tuple[Citation, ...] = ()
    allow: tuple[str, ...] = ()
    attributes: Mapping[str, str] = attrs.field(factory=dict)
    tags: tuple[str, ...] = ()
    section: str | None = None
    label_span: Span | None = None
    text_span: Span | None = None


@attrs.frozen
class Section:
    """A named part of the map; `id` is its name made a word."""

    id: str
    title: str
    span: Span


@attrs.frozen
class Person:
    """An author: a name in two parts, or only `family` for organisations and names given whole.

    What follows the given name, as `Jr.`, stands behind a comma in `given`.
    """

    family: str
    given: str = ""


@attrs.frozen
class Source:
    """A work that claims cite, from a `source` block or a bibliography.

    `date` is ISO 8601 as far as it is known (`2020`, `2020-11-10`) or as written; `type` is the CSL or
    BibTeX type. `fields` keeps everything else that the entry says.
    """

    key: str
    title: str
    span: Span
    authors: tuple[Person, ...] = ()
    date: str | None = None
    container: str | None = None
    publisher: str | None = None
    url: str | None = None
    type: str | None = None
    reliability: str | None = None
    fields: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen
class Note:
    """Background that is not argued about; `about` is the label, id or key of what it stands below."""

    text: str
    span: Span
    subject: NoteSubject | None = None
    about: str | None = None
    citations: tuple[Citation, ...] = ()
    attributes: Mapping[str, str] = attrs.field(factory=dict)
    tags: tuple[str, ...] = ()
    section: str | None = None


@attrs.frozen
class Verdict:
    """What one reader says of one claim (or asks of a claim or question)."""

    kind: VerdictKind
    target: str
    span: Span
    comment: str = ""
    likelihood: Likelihood | None = None
    citations: tuple[Citation, ...] = ()


@attrs.frozen
class Review:
    """One reader's verdicts; `reader` is the label after `review`."""

    reader: str
    title: str
    verdicts: tuple[Verdict, ...]
    span: Span
