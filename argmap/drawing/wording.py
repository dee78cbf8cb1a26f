"""What a card says, in lines: a claim's name, role and degree, its text, its date and its sources."""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import attrs

from argmap.drawing.escape import web_address
from argmap.drawing.metrics import text_width
from argmap.drawing.picture import Picture
from argmap.drawing.theme import Theme
from argmap.drawing.wrap import Lines, balanced_lines
from argmap.model.elements import Citation, Claim, Likelihood, Question, Source
from argmap.model.map import ArgumentMap
from argmap.model.reference_text import cite_on, date_text
from argmap.model.roles import Role
from argmap.reasoning.standing import Standing

_LONG_TEXT = 160  # characters; the card of a longer text grows in width as well as in height
_WIDEST = 2.2
_MOST_NOTE_LINES = 12
_TITLE_WIDTH = 240  # points
_LONGEST_READ = 20_000  # far more characters than a card can show


@attrs.frozen
class Wording:
    """Everything that a card says, as lines that fit it."""

    name: Sequence[str]
    """The label or number; nothing for claims that nobody named, several lines for a very long one."""
    role: str
    degree: str
    """The likelihood or strength at the right, or nothing."""
    text: Sequence[str]
    width: int
    """Of the widest line of the text, in points."""
    footing: Sequence[str]
    """The date of the event, the sources and the tags, in grey below the text."""
    tooltip: str
    """The whole text, after what a listener must know: `west, premise, likely: Georgia went West`."""
    link: str | None
    """Where the first source that has a safe address can be read, percent-encoded."""
    standing: Standing | None = None
    """Whether the claim stands, falls or is open, where that is to be shown."""

    score: float | None = None
    """The strength, where one is shown and the loops below the claim settled."""
    score_text: str = ""

    @property
    def classes(self) -> str:
        """Words that a style sheet or a script can go by."""
        return f"{self.role} {self.standing}" if self.standing else self.role


@attrs.frozen
class Measure:
    """The lines of a card: widest line in points, and type size."""

    width: int
    size: int
    bold: bool = False


def claim_wording(
    claim: Claim,
    role: Role,
    *,
    measure: Measure,
    picture: Picture,
    argument_map: ArgumentMap,
    dotted: bool = False,
) -> Wording:
    """The wording of a claim's card. `dotted`: its step has a dot, which names the strength there."""
    theme, standing = picture.theme, picture.standings.get(claim.label)
    strength = role.step.strength if role.step and not dotted else None
    degree = likelihood_text(claim.likelihood) if claim.likelihood else strength or ""
    score = _score_text(picture, claim.label)
    dates = [date_text(claim.on)] if claim.on else []
    lines = _text_lines(claim.text, measure=measure, theme=theme)
    return Wording(
        name=_name_lines(claim.name, role.word, degree, theme=theme, measure=measure),
        role=role.word,
        degree=degree,
        text=lines.texts,
        width=math.ceil(lines.width),
        footing=[
            *_footing(claim.citations, argument_map, dates=dates, measure=measure, theme=theme),
            *_tag_lines(claim.tags, measure=measure, theme=theme),
        ],
        tooltip=_tooltip(
            claim.name, role.word, degree, standing, f"strength {score}" if score else "", text=claim.text
        ),
        link=_link(claim.citations, argument_map.sources),
        standing=standing,
        score=picture.strengths.get(claim.label),
        score_text=score,
    )


def question_wording(
    question: Question, *, measure: Measure, theme: Theme, argument_map: ArgumentMap
) -> Wording:
    """The wording of a question's card."""
    lines = _text_lines(question.text, measure=measure, theme=theme)
    return Wording(
        name=_name_lines(question.name, "question", "", theme=theme, measure=measure),
        role="question",
        degree="",
        text=lines.texts,
        width=math.ceil(lines.width),
        footing=_footing(question.citations, argument_map, dates=(), measure=measure, theme=theme),
        tooltip=_tooltip(question.name, "question", text=question.text),
        link=_link(question.citations, argument_map.sources),
    )


def noted(wording: Wording, notes: Iterable[str], *, measure: Measure, theme: Theme) -> Wording:
    """The wording with notes below everything else."""
    lines = [line for note in notes for line in _note_lines(note, measure=measure, theme=theme)]
    return attrs.evolve(wording, footing=[*wording.footing, *lines]) if lines else wording


def _note_lines(note: str, *, measure: Measure, theme: Theme) -> list[str]:
    lines = balanced_lines(note[:_LONGEST_READ], width=measure.width, size=theme.small).texts
    return lines if len(lines) <= _MOST_NOTE_LINES else [*lines[: _MOST_NOTE_LINES - 1], "…"]


def _score_text(picture: Picture, label: str) -> str:
    """The strength in two digits; empty where none is to be shown."""
    if label not in picture.strengths:
        return ""
    score = picture.strengths[label]
    return "not settled" if score is None else f"{score:.2f}"


def likelihood_text(likelihood: Likelihood) -> str:
    """The estimative word as written, else the figure: `likely`, `80%`."""
    return likelihood.word or f"{100 * likelihood.value:.3g}%"


def _name_lines(name: str | None, role: str, degree: str, *, theme: Theme, measure: Measure) -> list[str]:
    """The name on one line beside role and degree where they fit, else on lines of its own."""
    if not name:
        return []
    room = measure.width - _width_beside(role, degree, theme.small)
    fits = text_width(name, theme.small, bold=True) <= room
    if fits and name.isascii():
        return [name]
    width = room if fits else measure.width
    return balanced_lines(name[:_LONGEST_READ], width=width, size=theme.small, bold=True).texts


@lru_cache
def _width_beside(role: str, degree: str, size: int) -> float:
    return text_width(f" · {role.upper()}  {degree}", size)


def _text_lines(text: str, *, measure: Measure, theme: Theme) -> Lines:
    """The lines of the text, as many as the theme allows; a last line says how much more there is."""
    growth = min(math.sqrt(len(text) / _LONG_TEXT), _WIDEST) if len(text) > _LONG_TEXT else 1.0
    lines = balanced_lines(
        text[:_LONGEST_READ], width=measure.width * growth, size=measure.size, bold=measure.bold
    )
    if len(lines.texts) <= theme.most_lines:
        return lines
    shown = lines.texts[: theme.most_lines - 1]
    rest = len(text) - sum(len(line) + 1 for line in shown)
    return attrs.evolve(lines, texts=[*shown, f"… ({rest:,} more characters)"])


def _footing(
    citations: Sequence[Citation],
    argument_map: ArgumentMap,
    *,
    dates: Sequence[str],
    measure: Measure,
    theme: Theme,
) -> list[str]:
    cited = [cite_on(argument_map, citation) for citation in citations]
    return [
        line
        for entry in (*dates, *cited)
        for line in balanced_lines(entry[:_LONGEST_READ], width=measure.width, size=theme.small).texts
    ]


def _tag_lines(tags: Sequence[str], *, measure: Measure, theme: Theme) -> list[str]:
    words = " ".join(f"#{tag}" for tag in tags)[:_LONGEST_READ]
    return balanced_lines(words, width=measure.width, size=theme.small).texts if words else []


def title_lines(title: str, theme: Theme) -> list[str]:
    """The title of a section, to stand on its frame."""
    return balanced_lines(title[:_LONGEST_READ], width=_TITLE_WIDTH, size=theme.size - 2).texts


def _tooltip(name: str | None, *words: str | None, text: str) -> str:
    return f"{', '.join(word for word in (name, *words) if word)}: {text}"


def _link(citations: Sequence[Citation], sources: Mapping[str, Source]) -> str | None:
    cited = (sources.get(citation.key) for citation in citations)
    addresses = (web_address(source.url) for source in cited if source)
    return next((address for address in addresses if address), None)
