"""The steps of the argument: premises, target, scheme and strength of every inference."""

from collections.abc import Iterator, Sequence

import attrs

from argmap.language.syntax import BasisSyntax, Block, Line, Name, StepSyntax
from argmap.model.definitions import Definitions, numbered
from argmap.model.elements import Inference, InferenceKind, Premise, QuestionAnswer
from argmap.model.names import place
from argmap.model.reading import Part, Reading
from argmap.model.references import References, Resolver
from argmap.model.rules import read_rule, read_scheme
from argmap.source.diagnostics import Diagnostic, Label, Severity
from argmap.source.spans import Span

_KINDS: dict[str, InferenceKind] = {
    "because": "support",
    "evidence": "support",
    "number": "support",
    "but": "attack",
    "unless": "undercut",
}
_FARTHEST = 10_000
"""Longest range of numbers in a bracket; a longer one is a slip of the finger."""


@attrs.define
class Steps:
    """The inferences by id. `ids[p][s]` is the id of step s of part p, None where a part of it is missing."""

    inferences: dict[str, Inference]
    ids: list[list[str | None]]
    diagnostics: list[Diagnostic]


def build_steps(
    reading: Reading, definitions: Definitions, references: References, resolver: Resolver
) -> Steps:
    """Every step whose premises and target are defined; the others are left out, with their messages."""
    return _StepBuilder(definitions, references, resolver).build(reading.parts)


class _StepBuilder:
    def __init__(self, definitions: Definitions, references: References, resolver: Resolver) -> None:
        self.definitions = definitions
        self.references = references
        self.resolver = resolver
        self.found = Steps({}, [], [])
        self.count = 0

    def build(self, parts: Sequence[Part]) -> Steps:
        for p, part in enumerate(parts):
            ids: list[str | None] = []
            self.found.ids.append(ids)
            for step in part.placed.block.steps:
                inference = self._step(p, part, step, ids)
                ids.append(None if inference is None else inference.id)
                if inference is not None:
                    self.found.inferences[inference.id] = inference
        return self.found

    def _step(self, p: int, part: Part, step: StepSyntax, ids: list[str | None]) -> Inference | None:
        block = part.placed.block
        line = block.lines[step.line]
        section = self.definitions.section_of[p]
        premises = self._premises(p, part, step, section)
        target = ids[step.target] if step.keyword == "unless" else self._stated(p, step.target)
        scheme, scheme_span, answers = self._scheme(part, block, step)
        if premises is None or target is None:
            return None
        if any(premise.claim == target for premise in premises):
            self._refers_to_itself(part, line, target)
            return None
        annotations = block.annotations[step.line]
        self.count += 1
        start = part.placed.start
        return Inference(
            id=f"_s{self.count}",
            kind=_KINDS[step.keyword],
            keyword=step.keyword,  # type: ignore[arg-type]  # steps are opened by these keywords only
            premises=premises,
            target=target,
            span=Span(part.file, start + line.start, start + line.stop),
            strength=annotations.strength if annotations else None,  # type: ignore[arg-type]  # a closed list
            scheme=scheme,
            critical_questions=answers,
            tags=_tags(block, step),
            section=section,
            scheme_span=scheme_span,
        )

    def _stated(self, p: int, index: int) -> str | None:
        """The claim that a line is about: the one it states, or the one it refers to."""
        stated = self.definitions.stated[p][index]
        if stated is not None:
            return stated
        targets = self.references.targets.get((p, index))
        return targets[0][0] if targets else None

    def _premises(
        self, p: int, part: Part, step: StepSyntax, section: str | None
    ) -> tuple[Premise, ...] | None:
        numbers: list[Premise] = []
        if step.basis is not None:
            found = self._numbers(part, step.basis, section, self.definitions.stated[p][step.line] or "")
            if found is None:
                return None
            numbers = found
        block, start = part.placed.block, part.placed.start
        stated = self.definitions.stated[p]
        premises = numbers
        for index, role in step.members:
            label = stated[index]
            line = block.lines[index]
            if label is not None:
                span = Span(part.file, start + line.start, start + line.stop)
                premises.append(Premise(label, role, span))  # type: ignore[arg-type]  # a closed list
                continue
            targets = self.references.targets.get((p, index), [])
            if len(targets) < len(line.references):
                return None
            premises += [Premise(label, role, span) for label, span in targets]  # type: ignore[arg-type]
        return self._each_once(premises)

    def _each_once(self, premises: list[Premise]) -> tuple[Premise, ...]:
        first: dict[str, Premise] = {}
        for premise in premises:
            before = first.setdefault(premise.claim, premise)
            if before is premise:
                continue
            assert premise.span is not None and before.span is not None  # noqa: PT018  # built here
            self._error(
                "L304",
                f"{premise.claim} is in this step already",
                premise.span,
                ("leave out one of the two",),
                (Label(before.span, "the other place"),),
            )
        return tuple(first.values())

    def _refers_to_itself(self, part: Part, line: Line, target: str) -> None:
        start = part.placed.start
        span = Span(part.file, start + line.start, start + line.stop)
        verb = "speak against" if line.keyword == "but" else "support"
        self._error("L304", f"{target} cannot {verb} itself", span, ("refer to another claim",))

    def _error(
        self,
        code: str,
        message: str,
        span: Span,
        hints: tuple[str, ...] = (),
        related: tuple[Label, ...] = (),
        severity: Severity = Severity.ERROR,
    ) -> None:
        self.found.diagnostics.append(Diagnostic(code, severity, message, span, hints, related))

    def _numbers(self, part: Part, basis: BasisSyntax, section: str | None, own: str) -> list[Premise] | None:
        """The premises that a bracket of standard form names; None when one of them cannot be had."""
        premises: list[Premise] = []
        complete = True
        for name in basis.numbers:
            span = place(part.file, part.placed.start, name)
            for number in _range(name):
                label = self._number(number, span, section, own)
                if label is None:
                    complete = False
                    break
                premises.append(Premise(label, "premise", span))
        return premises if complete and premises else None

    def _number(self, number: int, span: Span, section: str | None, own: str) -> str | None:
        order = self.definitions.order
        label = numbered(section, str(number))
        if number < 0:
            self._error("L310", "this range of numbers is the wrong way round or too long", span)
        elif label in self.definitions.labels.lost and label not in order:
            lost = (Label(self.definitions.labels.lost[label], "it stands here"),)
            self._error(
                "L306",
                f"line {number} could not be read, so the step is left out",
                span,
                ("mend that line first",),
                lost,
            )
        elif label not in order:
            self._error(
                "L306",
                f"there is no line {number} in this section, so the step is left out",
                span,
                ("to keep the bracket as text, put the whole text in double quotes",),
            )
        elif label == own:
            self._error(
                "L304",
                f"line {number} cannot be its own premise, so the step is left out",
                span,
                ("name lines above it",),
            )
        elif order[label] > order.get(own, len(order)):
            other = (Label(self.definitions.labels.spans[label], "it stands here"),)
            self._error(
                "L309",
                f"line {number} comes only later, so the step is left out",
                span,
                ("premises stand above",),
                other,
            )
        else:
            self.resolver.used.add(label)
            return label
        return None

    def _scheme(
        self, part: Part, block: Block, step: StepSyntax
    ) -> tuple[str | None, Span | None, dict[str, QuestionAnswer]]:
        if step.basis is not None and step.basis.rule is not None:
            span = place(part.file, part.placed.start, step.basis.rule)
            return read_rule(step.basis.rule.text, span, self.found.diagnostics), span, {}
        if step.scheme is None:
            return None, None, {}
        line = block.lines[step.scheme]
        start = part.placed.start
        span = Span(part.file, start + line.text_start, start + line.text_stop)
        scheme, answers = read_scheme(line, span, self.found.diagnostics)
        return scheme, span, answers


def _tags(block: Block, step: StepSyntax) -> tuple[str, ...]:
    """The tags on a step's references; those beside a text are its claim's."""
    lines = [block.lines[index] for index, _ in step.members]
    return tuple(dict.fromkeys(tag.text for line in lines if line.references for tag in line.tags))


def _range(name: Name) -> Iterator[int]:
    """The numbers that `3` or `1-3` means; -1 for a range that cannot be meant."""
    first, _, last = name.text.replace("–", "-").partition("-")
    low, high = int(first), int(last or first)
    if low > high or high - low > _FARTHEST:
        return iter((-1,))
    return iter(range(low, high + 1))
