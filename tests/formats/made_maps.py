"""Argument maps of any content that fit together, for hypothesis."""

from typing import get_args

import attrs
from hypothesis import strategies as st

from argmap.model import elements as e
from argmap.model.map import ArgumentMap
from argmap.source.diagnostics import Diagnostic, Fix, Label, Severity
from argmap.source.edits import TextEdit
from argmap.source.spans import Span

_TEXT = st.text(max_size=12)
_WORDS = st.lists(_TEXT, max_size=2).map(tuple)
_PAIRS = st.dictionaries(_TEXT, _TEXT, max_size=2)
_NAMES = st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=4, unique=True)


def _one_of(literal: object) -> st.SearchStrategy[str]:
    return st.sampled_from(get_args(literal))


@st.composite
def _spans(draw: st.DrawFn) -> Span:
    start = draw(st.integers(0, 9))
    return Span(draw(_TEXT), start, start + draw(st.integers(0, 9)))


def _optional(strategy: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | strategy


_SPANS = _spans()
_LIKELIHOODS = st.builds(e.Likelihood, st.floats(0, 1), _optional(_TEXT))
_CITATIONS = st.lists(st.builds(e.Citation, _TEXT, _TEXT, _TEXT, _optional(_SPANS)), max_size=2).map(tuple)
_LABELS = st.lists(st.builds(Label, _SPANS, _TEXT), max_size=1).map(tuple)
_EDITS = st.lists(st.builds(TextEdit, _SPANS, _TEXT), max_size=2).map(tuple)
_FIXES = _optional(st.builds(Fix, _TEXT, _EDITS, st.booleans()))
_DIAGNOSTICS = st.builds(Diagnostic, _TEXT, st.sampled_from(Severity), _TEXT, _SPANS, _WORDS, _LABELS, _FIXES)


def _claims(label: str, sections: st.SearchStrategy[object]) -> st.SearchStrategy[e.Claim]:
    return st.builds(
        e.Claim,
        label=st.just(label),
        text=_TEXT,
        keyword=_one_of(e.ClaimKeyword),
        span=_SPANS,
        name=_optional(_TEXT),
        thesis=st.booleans(),
        raised=st.booleans(),
        citations=_CITATIONS,
        likelihood=_optional(_LIKELIHOODS),
        standard=_optional(_one_of(e.Standard)),
        on=_optional(_TEXT),
        reliability=_optional(_TEXT),
        allow=_WORDS,
        attributes=_PAIRS,
        tags=_WORDS,
        section=sections,
        label_span=_optional(_SPANS),
        text_span=_optional(_SPANS),
    )


@st.composite
def _steps(draw: st.DrawFn, claims: list[str], sections: st.SearchStrategy[object]) -> dict[str, e.Inference]:
    steps: dict[str, e.Inference] = {}
    for name in draw(st.lists(st.text(max_size=4), max_size=4, unique=True)):
        kind = draw(_one_of(e.InferenceKind))
        kind = kind if steps or kind != "undercut" else "attack"
        premises = st.builds(e.Premise, st.sampled_from(claims), _one_of(e.PremiseRole), _optional(_SPANS))
        steps[name] = draw(
            st.builds(
                e.Inference,
                id=st.just(name),
                kind=st.just(kind),
                keyword=st.sampled_from(["because", "evidence", "but", "unless", "number"]),
                premises=st.lists(premises, min_size=1, max_size=3).map(tuple),
                target=st.sampled_from(list(steps) if kind == "undercut" else claims),
                span=_SPANS,
                strength=_optional(_one_of(e.StrengthWord)),
                scheme=_optional(_TEXT),
                critical_questions=st.dictionaries(_TEXT, _one_of(e.QuestionAnswer), max_size=1),
                tags=_WORDS,
                section=sections,
                scheme_span=_optional(_SPANS),
            )
        )
    return steps


@st.composite
def made_maps(draw: st.DrawFn) -> ArgumentMap:
    """A map whose references all lead somewhere."""
    section_names = draw(_NAMES | st.just([]))
    sections = st.none() | st.sampled_from(section_names) if section_names else st.none()
    claims = draw(_NAMES)
    answers = st.lists(st.sampled_from(claims), max_size=2).map(tuple)
    question = st.builds(
        e.Question,
        label=st.just("q"),
        text=_TEXT,
        answers=answers,
        span=_SPANS,
        citations=_CITATIONS,
        section=sections,
        standard=_optional(_one_of(e.Standard)),
        allow=_WORDS,
    )
    people = st.lists(st.builds(e.Person, _TEXT, _TEXT), max_size=2).map(tuple)
    source = st.builds(e.Source, st.just("s"), _TEXT, _SPANS, people, _optional(_TEXT), fields=_PAIRS)
    verdicts = st.lists(
        st.builds(
            e.Verdict, _one_of(e.VerdictKind), _TEXT, _SPANS, _TEXT, _optional(_LIKELIHOODS), _CITATIONS
        ),
        max_size=2,
    ).map(tuple)
    note = st.builds(
        e.Note, _TEXT, _SPANS, _optional(_one_of(e.NoteSubject)), _optional(_TEXT), section=sections
    )
    return ArgumentMap(
        title=draw(_optional(_TEXT)),
        standard=draw(_optional(_one_of(e.Standard))),
        allow=draw(_WORDS),
        claims={label: draw(_claims(label, sections)) for label in claims},
        inferences=draw(_steps(claims, sections)),
        questions={"q": draw(question)} if draw(st.booleans()) else {},
        sections={name: e.Section(name, draw(_TEXT), draw(_SPANS)) for name in section_names},
        sources={"s": draw(source)} if draw(st.booleans()) else {},
        notes=tuple(draw(st.lists(note, max_size=2))),
        reviews=tuple(draw(st.lists(st.builds(e.Review, _TEXT, _TEXT, verdicts, _SPANS), max_size=1))),
        diagnostics=tuple(draw(st.lists(_DIAGNOSTICS, max_size=2))),
    )


CLASSES = {
    "span": Span,
    "likelihood": e.Likelihood,
    "citation": e.Citation,
    "claim": e.Claim,
    "premise": e.Premise,
    "inference": e.Inference,
    "question": e.Question,
    "section": e.Section,
    "person": e.Person,
    "source": e.Source,
    "note": e.Note,
    "verdict": e.Verdict,
    "review": e.Review,
    "edit": TextEdit,
    "fix": Fix,
    "place": Label,
    "diagnostic": Diagnostic,
}
"""Every class that the published schema defines, by its name there."""


def fields_of(kind: type) -> list[str]:
    """The names of a class's fields."""
    return [field.name for field in attrs.fields(kind)]
