"""What one block of text says, line by line, before names are looked up.

All places are offsets from the start of the block, so that a block that did not change keeps its tree
when the text before it does.
"""

from typing import Literal

import attrs

from argmap.source.diagnostics import Severity


@attrs.frozen
class Name:
    """A word at a place: a label, a reference without its `@`, a tag without its `#`."""

    text: str
    start: int
    stop: int


@attrs.frozen
class CitationSyntax:
    """`prefix @key, locator`; the place is that of the whole item."""

    key: str
    prefix: str
    locator: str
    start: int
    stop: int


@attrs.frozen
class AttributeSyntax:
    """A word, or `key: value`, as written between braces."""

    key: str
    value: str | None
    start: int
    stop: int


@attrs.frozen
class BasisSyntax:
    """A bracket at the end of a numbered line: the premises' numbers and the rule, if one is named."""

    numbers: tuple[Name, ...]
    rule: Name | None
    start: int
    stop: int


@attrs.frozen
class Line:
    """One statement. `keyword` is `number` for a numbered line and `field` for one below map or source.

    `text` is without quotes and escapes; `raw` is how it was written. `mentions` are places in the text
    that would be a mistake if a claim or source had that name: `@name`, or `[name]` at the end.
    """

    keyword: str
    start: int
    stop: int
    label: Name | None = None
    text: str = ""
    raw: str = ""
    text_start: int = 0
    references: tuple[Name, ...] = ()
    citations: tuple[CitationSyntax, ...] = ()
    attributes: tuple[AttributeSyntax, ...] = ()
    tags: tuple[Name, ...] = ()
    bases: tuple[BasisSyntax, ...] = ()
    inline: bool = False
    """True for what follows `because` inside a line."""

    @property
    def text_stop(self) -> int:
        """Where the text ends."""
        return self.text_start + len(self.raw)


@attrs.frozen
class Problem:
    """A message about a block; `start` and `stop` are offsets in it."""

    code: str
    severity: Severity
    message: str
    start: int
    stop: int
    hints: tuple[str, ...] = ()
    related: tuple[tuple[int, int, str], ...] = ()
    replacement: str | None = None
    """Text that mends the problem when put in its place."""
    safe: bool = False
    """Whether the replacement is sure to say what the writer meant."""
    unread: int = 0
    """How many lines right after it cannot be read for the same reason."""
    aside: int = 0
    """How many lines that hang on it are set aside."""


@attrs.frozen
class Mention:
    """A place in a line's text that is a mistake if its name turns out to be defined.

    `written` is what stands there; `last` says that nothing follows it in the text.
    """

    form: Literal["reference", "bracket", "bare"]
    name: Name
    written: str
    last: bool


@attrs.frozen
class StepSyntax:
    """One inference as the lines say it.

    `members` are (line, role) in order; `target` is a line whose claim is meant, or for an undercut the
    index of another step of the block.
    """

    keyword: str
    line: int
    target: int
    members: tuple[tuple[int, str], ...]
    scheme: int | None = None
    basis: BasisSyntax | None = None


@attrs.frozen
class Block:
    """The readable lines of a block and how they hang together.

    `parents[i]` is the line above line i that it stands below, or -1. Lines that could not be read, and
    those that hang on them, are not here but in `problems`; `lost_labels` are labels defined in them.
    """

    lines: tuple[Line, ...]
    parents: tuple[int, ...]
    steps: tuple[StepSyntax, ...]
    annotations: tuple["Annotations | None", ...]
    mentions: tuple[tuple[int, Mention], ...]
    problems: tuple[Problem, ...]
    lost_labels: tuple[Name, ...] = ()
    fragile: bool = False
    """True when some line could not be read: the formatter leaves such a block as it is."""


@attrs.frozen
class Annotations:
    """What a line's attributes mean, once checked."""

    likelihood: float | None = None
    likelihood_word: str | None = None
    strength: str | None = None
    standard: str | None = None
    on: str | None = None
    reliability: str | None = None
    allow: tuple[str, ...] = ()
    others: tuple[tuple[str, str], ...] = ()


NO_ANNOTATIONS = Annotations()
