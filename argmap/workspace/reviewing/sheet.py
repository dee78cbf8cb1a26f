"""What is shown about one claim: everything that somebody needs who is to judge it."""

from collections.abc import Iterable, Iterator, Sequence

import attrs

from argmap.documents.wording import likelihood_text, qualifications, section_title
from argmap.model.elements import (
    Citation,
    Inference,
    InferenceKind,
    Note,
    NoteSubject,
    Premise,
    QuestionAnswer,
    StrengthWord,
    Verdict,
    VerdictKind,
)
from argmap.model.reference_text import cite, full_reference
from argmap.model.roles import RoleWord
from argmap.model.schemes import find
from argmap.reasoning.explanation import because
from argmap.reasoning.standing import Standing, StepStanding
from argmap.workspace.reviewing.state import Reviewing

_MOST = 200
"""Steps of a kind that a sheet shows: more than anybody reads on a screen."""
_NUMBERED = "because"  # what a numbered line follows from are its reasons
_FURTHER = {"premise": "and", "warrant": "since", "assumption": "assuming"}


@attrs.frozen
class Mentioned:
    """A claim where it is mentioned on the sheet of another one."""

    label: str
    name: str | None
    text: str
    relation: str
    """The word of the language that ties it to the claim it bears on; empty for a claim that is borne on."""
    standing: Standing
    strength: float | None
    verdict: VerdictKind | None = None
    """The reader's own."""
    before: Standing | None = None
    """How it stands without the what-if, where it is another standing then."""


@attrs.frozen
class QuestionShown:
    """A critical question of a step's scheme."""

    id: str
    text: str
    answer: QuestionAnswer | None = None
    must: bool = False
    """Whether it must be answered once it was raised: a question of the assumption kind."""


@attrs.frozen
class SchemeShown:
    """The scheme of a step."""

    step: str
    """The id of the step."""
    id: str
    """Of the scheme in the catalogue, or the rule as it is written."""
    name: str
    questions: tuple[QuestionShown, ...] = ()


@attrs.frozen
class StepShown:
    """A reason, an objection, or an exception to a step that was shown before it, one level deeper."""

    id: str
    kind: InferenceKind
    depth: int
    standing: StepStanding
    premises: tuple[Mentioned, ...]
    strength: StrengthWord | None = None
    scheme: SchemeShown | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen
class Use:
    """A step that the claim is a premise of."""

    step: str
    kind: InferenceKind
    standing: StepStanding
    relation: str
    """The word that ties the claim to `target`."""
    target: Mentioned
    """What it bears on; for an exception, what the step that it questions bears on."""
    beside: tuple[Mentioned, ...] = ()
    """The other premises of the step."""
    exceptions: tuple[StepShown, ...] = ()
    """What questions the step."""
    scheme: SchemeShown | None = None
    notes: tuple[str, ...] = ()


@attrs.frozen
class SourceShown:
    """A work that the claim cites."""

    key: str
    reference: str
    """As the bibliography has it, or the key where nothing is known of it."""
    place: str = ""
    """What is said around the citation: `see`, `p. 16`."""
    reliability: str | None = None
    notes: tuple[str, ...] = ()
    known: bool = True


@attrs.frozen
class VerdictShown:
    """What a reader says of the claim."""

    reader: str
    kind: VerdictKind
    comment: str = ""
    likelihood: str = ""
    sources: str = ""
    """What the verdict cites, in short."""


@attrs.frozen
class ClaimSheet:
    """Everything about a claim. Texts are as they are written: whoever shows them makes them safe."""

    label: str
    name: str | None
    text: str
    role: RoleWord
    place: int
    """Its place in the order, from 1."""
    total: int
    standing: Standing
    strength: float | None
    because: str
    """Why it stands as it does, in a few words."""
    before: Standing | None = None
    """How it stands without the what-if, where that is otherwise."""
    strength_before: float | None = None
    """Its strength without the what-if."""
    own_terms: Standing | None = None
    """How it stands without the reader's verdicts, where that is otherwise."""
    tried: VerdictKind | None = None
    """The verdict of the what-if on it."""
    qualities: str = ""
    """Its date, likelihood, standard, reliability and tags, as in the outline."""
    section: str = ""
    answers: tuple[str, ...] = ()
    """The questions of the map that it answers."""
    uses: tuple[Use, ...] = ()
    uses_more: int = 0
    """How many more there are than are shown, as of what follows."""
    reasons: tuple[StepShown, ...] = ()
    reasons_more: int = 0
    objections: tuple[StepShown, ...] = ()
    objections_more: int = 0
    rivals: tuple[Mentioned, ...] = ()
    """The other answers to these questions."""
    rivals_more: int = 0
    sources: tuple[SourceShown, ...] = ()
    notes: tuple[str, ...] = ()
    verdict: VerdictShown | None = None
    """The reader's own."""
    questions: tuple[VerdictShown, ...] = ()
    """What the reader asked."""
    others: tuple[VerdictShown, ...] = ()
    """What other readers say and ask."""


def about(state: Reviewing, label: str) -> ClaimSheet:
    """What is shown about a claim, with the standings as they are or would be. Raises KeyError for none."""
    claim = state.map.claims[label]
    now, sheet = state.judgement, _Sheet(state)
    standing, strength = now.standings.of(label), now.strengths.of(label)
    without, alone = state.standings.of(label), state.argument.standings.of(label)
    questions = [one for one in state.map.questions.values() if label in one.answers]
    answers = (answer for one in questions for answer in one.answers if answer in state.map.claims)
    rivals = [answer for answer in dict.fromkeys(answers) if answer != label]
    argued = state.argument.map  # which knows its steps already, where verdicts alone have changed
    uses, reasons = argued.steps_from(label), argued.reasons(label)
    objections = argued.objections(label)
    own = state.verdicts.get(label)
    tried = state.trying.get(label)
    return ClaimSheet(
        label=label,
        name=claim.name,
        text=claim.text,
        role=state.argument.roles[label].word,
        place=state.argument.places[label] + 1,
        total=len(state.argument.order),
        standing=standing,
        strength=strength,
        because=because(now.standings, label),
        before=without if without != standing else None,
        strength_before=state.strengths.of(label),
        own_terms=alone if alone != without else None,
        tried=tried.kind if tried else None,
        qualities=qualifications(claim, None).strip(),
        section=section_title(state.map, claim.section) if claim.section else "",
        answers=tuple(one.text for one in questions),
        uses=tuple(sheet.use(step, label) for step in uses[:_MOST]),
        uses_more=max(len(uses) - _MOST, 0),
        reasons=tuple(sheet.steps(reasons[:_MOST])),
        reasons_more=max(len(reasons) - _MOST, 0),
        objections=tuple(sheet.steps(objections[:_MOST])),
        objections_more=max(len(objections) - _MOST, 0),
        rivals=tuple(sheet.mentioned(rival, "or") for rival in rivals[:_MOST]),
        rivals_more=max(len(rivals) - _MOST, 0),
        sources=tuple(sheet.source(citation) for citation in claim.citations),
        notes=sheet.notes_on("claim", label),
        verdict=sheet.verdict(state.reader, own) if own else None,
        questions=tuple(sheet.verdict(state.reader, one) for one in state.asked.get(label, ())),
        others=tuple(sheet.others(label)),
    )


def open_questions(sheet: ClaimSheet) -> tuple[SchemeShown, ...]:
    """The schemes of a sheet that have critical questions: of the steps on the claim, then of its uses."""
    steps: Iterable[StepShown | Use] = (*sheet.reasons, *sheet.objections, *sheet.uses)
    return tuple(step.scheme for step in steps if step.scheme and step.scheme.questions)


class _Sheet:
    """Makes the parts of a sheet."""

    def __init__(self, state: Reviewing) -> None:
        self.state = state
        self.map = state.map
        self.argued = state.argument.map
        self.standings = state.judgement.standings
        self.strengths = state.judgement.strengths

    def mentioned(self, label: str, relation: str) -> Mentioned:
        claim, own = self.map.claims[label], self.state.verdicts.get(label)
        standing, before = self.standings.of(label), self.state.standings.of(label)
        return Mentioned(
            label,
            claim.name,
            claim.text,
            relation,
            standing,
            self.strengths.of(label),
            own.kind if own else None,
            before if before != standing else None,
        )

    def steps(self, steps: Sequence[Inference]) -> Iterator[StepShown]:
        """Steps, each followed by the exceptions to it, and by those to them."""
        waiting = [(step, 0) for step in reversed(steps)]
        while waiting:
            step, depth = waiting.pop()
            yield StepShown(
                step.id,
                step.kind,
                depth,
                self.standing_of(step),
                tuple(self.mentioned(one.claim, _relation(step, one)) for one in step.premises),
                step.strength,
                self.scheme(step),
                self.notes_on("inference", step.id),
            )
            waiting += [(cut, depth + 1) for cut in reversed(self.argued.undercuts(step.id))]

    def use(self, step: Inference, label: str) -> Use:
        own = next(premise for premise in step.premises if premise.claim == label)
        target = step
        while target.kind == "undercut":
            target = self.map.inferences[target.target]
        return Use(
            step.id,
            step.kind,
            self.standing_of(step),
            _relation(step, own),
            self.mentioned(target.target, ""),
            tuple(self.mentioned(one.claim, _relation(step, one)) for one in step.premises if one is not own),
            tuple(self.steps(self.argued.undercuts(step.id))),
            self.scheme(step),
            self.notes_on("inference", step.id),
        )

    def standing_of(self, step: Inference) -> StepStanding:
        return self.standings.of_step(self.standings.graph.step_at[step.id])

    def scheme(self, step: Inference) -> SchemeShown | None:
        if step.scheme is None:
            return None
        known, answers = find(step.scheme), step.critical_questions
        if known is None:
            return SchemeShown(step.id, step.scheme, step.scheme)
        questions = (
            QuestionShown(one.id, one.text, answers.get(one.id), one.kind == "assumption")
            for one in known.questions
        )
        return SchemeShown(step.id, known.id, known.name, tuple(questions))

    def source(self, citation: Citation) -> SourceShown:
        place = ", ".join(filter(None, (citation.prefix, citation.locator)))
        source = self.map.sources.get(citation.key)
        if source is None:
            return SourceShown(citation.key, citation.key, place, known=False)
        return SourceShown(
            source.key,
            full_reference(source),
            place,
            source.reliability,
            self.notes_on("source", source.key),
        )

    def notes_on(self, subject: NoteSubject, about: str) -> tuple[str, ...]:
        return tuple(map(self.note, self.state.argument.remarks.get((subject, about), ())))

    def note(self, note: Note) -> str:
        return f"{note.text}{f' [{self.cited(note.citations)}]' if note.citations else ''}"

    def verdict(self, reader: str, verdict: Verdict) -> VerdictShown:
        likelihood = likelihood_text(verdict.likelihood) if verdict.likelihood else ""
        return VerdictShown(reader, verdict.kind, verdict.comment, likelihood, self.cited(verdict.citations))

    def others(self, label: str) -> Iterator[VerdictShown]:
        held = {review.reader for review in self.map.reviews}
        apart = (review for review in self.state.others if review.reader not in held)
        for review in (*self.map.reviews, *apart):
            if review.reader != self.state.reader:
                yield from (
                    self.verdict(review.reader, one) for one in review.verdicts if one.target == label
                )

    def cited(self, citations: Iterable[Citation]) -> str:
        return "; ".join(cite(self.map.sources.get(one.key), one) for one in citations)


def _relation(step: Inference, premise: Premise) -> str:
    if premise is step.premises[0] and premise.role == "premise":
        return _NUMBERED if step.keyword == "number" else step.keyword
    return _FURTHER[premise.role]
