"""The order and numbers of claims in standard form: every premise before what it supports."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import attrs

from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap

_OWN_PLACE = frozenset({"thesis", "claim", "number"})  # in column 0, so shown in their own section
_T = TypeVar("_T")


@attrs.frozen
class Objection:
    """An attack or exception, and the claims first shown here: its premises and their reasons."""

    step: Inference
    claims: tuple[str, ...]


@attrs.frozen
class Part:
    """A section in standard form: arguments as runs of claims, and what is held against them.

    `further` is true for the part that holds what only cycles across sections hold up.
    """

    section: str | None
    arguments: tuple[tuple[str, ...], ...]
    objections: tuple[Objection, ...] = ()
    questions: tuple[Question, ...] = ()
    further: bool = False

    @property
    def claims(self) -> Iterator[str]:
        """Every claim of the part in the order of its lines."""
        for argument in self.arguments:
            yield from argument
        for objection in self.objections:
            yield from objection.claims


def parts_in_order(argument_map: ArgumentMap) -> list[Part]:
    """Every claim of the map in one part, a part's claims after those of the sections it rests on.

    Within a section numbered claims keep their order, then come other arguments, the theses last, then
    attacks and exceptions in order. Only in a support cycle does a premise come after its conclusion.
    """
    placed: set[str] = set()
    claims: dict[str | None, list[Claim]] = {section: [] for section in _section_order(argument_map)}
    for claim in argument_map.claims.values():
        claims[claim.section].append(claim)
    parts = [_part(argument_map, section, claims=here, placed=placed) for section, here in claims.items()]
    rest = _arguments(argument_map, argument_map.claims, placed)
    return [*parts, Part(None, rest, further=True)] if rest else parts


def numbers_of(argument_map: ArgumentMap, parts: Iterable[Part]) -> Mapping[str, int]:
    """The number of every claim, from 1.

    Numbers run on through the sections that steps or answers tie to others, and start again in a section
    that nothing ties to another, as on an exercise sheet.
    """
    tied = _tied_sections(argument_map)
    numbers: dict[str, int] = {}
    last = 0
    for part in parts:
        runs_on = part.further or part.section in tied
        found = {label: number for number, label in enumerate(part.claims, last + 1 if runs_on else 1)}
        last += len(found) if runs_on else 0
        numbers.update(found)
    return numbers


def _part(argument_map: ArgumentMap, section: str | None, *, claims: list[Claim], placed: set[str]) -> Part:
    sheet = [
        label
        for claim in claims
        if claim.keyword == "number"
        for label in _closure(argument_map, claim.label, placed)
    ]
    roots = [claim for claim in claims if _is_root(argument_map, claim)]
    theses_last = sorted(roots, key=lambda claim: claim.thesis)
    arguments = _arguments(argument_map, (claim.label for claim in theses_last), placed)
    objections = tuple(
        _objection(argument_map, step, placed)
        for step in argument_map.inferences.values()
        if step.section == section and step.kind != "support"
    )
    circular = (claim.label for claim in claims if claim.keyword in _OWN_PLACE)
    runs = [*((tuple(sheet),) if sheet else ()), *arguments, *_arguments(argument_map, circular, placed)]
    return Part(
        section,
        arguments=_joined(argument_map, runs),
        objections=objections,
        questions=tuple(
            question for question in argument_map.questions.values() if question.section == section
        ),
    )


def _arguments(
    argument_map: ArgumentMap, starts: Iterable[str], placed: set[str]
) -> tuple[tuple[str, ...], ...]:
    runs = (tuple(_closure(argument_map, start, placed)) for start in starts)
    return tuple(run for run in runs if run)


def _joined(argument_map: ArgumentMap, runs: Iterable[tuple[str, ...]]) -> tuple[tuple[str, ...], ...]:
    """The runs, each whose conclusion rests on the run before it joined to that one."""
    joined: list[tuple[str, ...]] = []
    for run in runs:
        if joined and not set(joined[-1]).isdisjoint(_support(argument_map, run[-1])):
            joined[-1] += run
        else:
            joined.append(run)
    return tuple(joined)


def _objection(argument_map: ArgumentMap, step: Inference, placed: set[str]) -> Objection:
    claims: list[str] = []
    for premise in step.premises:
        claim = argument_map.claims[premise.claim]
        if claim.keyword not in _OWN_PLACE or claim.section == step.section:
            claims += _closure(argument_map, claim.label, placed)
    return Objection(step, tuple(claims))


def _closure(argument_map: ArgumentMap, start: str, placed: set[str]) -> list[str]:
    """A claim after everything that supports it, without what stands elsewhere already."""
    return list(_postorder([start], lambda label: _support(argument_map, label), seen=placed))


def _support(argument_map: ArgumentMap, label: str) -> list[str]:
    return [premise.claim for step in argument_map.reasons(label) for premise in step.premises]


def _is_root(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Whether nothing in the claim's own section rests on it."""
    uses = argument_map.steps_from(claim.label)
    return (
        claim.thesis
        or not uses
        or (claim.keyword in _OWN_PLACE and all(step.section != claim.section for step in uses))
    )


def _section_order(argument_map: ArgumentMap) -> Iterator[str | None]:
    needed = _sections_needed(argument_map)
    return _postorder(needed, lambda section: needed[section], seen=set())


def _sections_needed(argument_map: ArgumentMap) -> Mapping[str | None, Iterable[str | None]]:
    """For each section, in order, the sections that its claims rest on and its attacks aim at."""
    needed: dict[str | None, dict[str | None, None]] = {
        section: {} for section in (None, *argument_map.sections)
    }
    for step in argument_map.inferences.values():
        target = _section_aimed_at(argument_map, step)
        if step.kind == "support":
            needed[target].update(dict.fromkeys(_premise_sections(argument_map, step)))
        else:
            needed[step.section][target] = None
    return needed


def _tied_sections(argument_map: ArgumentMap) -> set[str | None]:
    """The sections that a step or a question's answers tie to another."""
    groups = [
        {_section_aimed_at(argument_map, step), step.section, *_premise_sections(argument_map, step)}
        for step in argument_map.inferences.values()
    ]
    groups += [
        {question.section, *(argument_map.claims[answer].section for answer in question.answers)}
        for question in argument_map.questions.values()
    ]
    return {section for group in groups if len(group) > 1 for section in group}


def _premise_sections(argument_map: ArgumentMap, step: Inference) -> list[str | None]:
    return [argument_map.claims[premise.claim].section for premise in step.premises]


def _section_aimed_at(argument_map: ArgumentMap, step: Inference) -> str | None:
    if step.kind == "undercut":
        return argument_map.inferences[step.target].section
    return argument_map.claims[step.target].section


def _postorder(
    starts: Iterable[_T], children: Callable[[_T], Iterable[_T]], *, seen: set[_T]
) -> Iterator[_T]:
    """Every node reached from the starts, after its children save in a cycle; those `seen` are left out."""
    for start in starts:
        if start in seen:
            continue
        seen.add(start)
        # A stack of our own: 10,000 levels would overflow the interpreter's.
        path = [(start, iter(children(start)))]
        while path:
            node, remaining = path[-1]
            for child in remaining:
                if child not in seen:
                    seen.add(child)
                    path.append((child, iter(children(child))))
                    break
            else:
                path.pop()
                yield node
