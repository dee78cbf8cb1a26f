"""The order and numbers of claims in standard form: every premise before what it supports."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.documents.sections import Group, postorder, section_groups, tied_sections
from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap

_OWN_PLACE = frozenset({"thesis", "claim", "number"})  # in column 0, so shown in their own section


@attrs.frozen
class Objection:
    """An attack or exception, and the claims first shown here: its premises and their reasons."""

    step: Inference
    claims: tuple[str, ...]


@attrs.frozen
class Part:
    """A section, or sections in a circle: arguments as runs of claims, and what is held against them.

    Without sections it is the part for claims that only attacks in a circle hold up.
    """

    sections: Group
    arguments: tuple[tuple[str, ...], ...]
    objections: tuple[Objection, ...] = ()
    questions: tuple[Question, ...] = ()

    @property
    def claims(self) -> Iterator[str]:
        """Every claim of the part in the order of its lines."""
        for argument in self.arguments:
            yield from argument
        for objection in self.objections:
            yield from objection.claims


@attrs.frozen
class _Contents:
    """What is defined in the sections of a part."""

    claims: list[Claim] = attrs.field(factory=list)
    attacks: list[Inference] = attrs.field(factory=list)
    questions: list[Question] = attrs.field(factory=list)


def parts_in_order(argument_map: ArgumentMap) -> list[Part]:
    """Every claim of the map in one part, a part's claims after those of the sections it rests on.

    Within a part numbered claims keep their order, then come other arguments, the theses last, then
    attacks and exceptions in order. Only in a support cycle does a premise come after its conclusion.
    """
    placed: set[str] = set()
    contents = _by_group(argument_map)
    parts = [_part(argument_map, group, found, placed) for group, found in contents.items()]
    rest = _arguments(argument_map, argument_map.claims, placed)
    return [*parts, Part((), tuple(map(tuple, rest)))] if rest else parts


def numbers_of(argument_map: ArgumentMap, parts: Iterable[Part]) -> Mapping[str, int]:
    """The number of every claim, from 1.

    Numbers run on through the sections that steps or answers tie to others, and start again in a section
    that nothing ties to another, as on an exercise sheet.
    """
    tied = tied_sections(argument_map)
    numbers: dict[str, int] = {}
    last = 0
    for part in parts:
        runs_on = not part.sections or not tied.isdisjoint(part.sections)
        found = {label: number for number, label in enumerate(part.claims, last + 1 if runs_on else 1)}
        last += len(found) if runs_on else 0
        numbers.update(found)
    return numbers


def _by_group(argument_map: ArgumentMap) -> dict[Group, _Contents]:
    contents = {group: _Contents() for group in section_groups(argument_map)}
    in_section = {section: found for group, found in contents.items() for section in group}
    for claim in argument_map.claims.values():
        in_section[claim.section].claims.append(claim)
    for step in argument_map.inferences.values():
        if step.kind != "support":
            in_section[step.section].attacks.append(step)
    for question in argument_map.questions.values():
        in_section[question.section].questions.append(question)
    return contents


def _part(argument_map: ArgumentMap, group: Group, found: _Contents, placed: set[str]) -> Part:
    numbered = (claim.label for claim in found.claims if claim.keyword == "number")
    sheet = [label for start in numbered for label in _closure(argument_map, start, placed)]
    roots = [claim for claim in found.claims if _is_root(argument_map, claim, group)]
    theses_last = sorted(roots, key=lambda claim: claim.thesis)
    arguments = _arguments(argument_map, [claim.label for claim in theses_last], placed)
    objections = [_objection(argument_map, step, group, placed) for step in found.attacks]
    in_a_circle = [claim.label for claim in found.claims if claim.keyword in _OWN_PLACE]
    arguments += _arguments(argument_map, in_a_circle, placed)
    runs = [sheet, *arguments] if sheet else arguments
    return Part(group, tuple(_joined(argument_map, runs)), tuple(objections), tuple(found.questions))


def _arguments(argument_map: ArgumentMap, starts: Iterable[str], placed: set[str]) -> list[list[str]]:
    runs = [_closure(argument_map, start, placed) for start in starts]
    return [run for run in runs if run]


def _joined(argument_map: ArgumentMap, runs: Iterable[list[str]]) -> Iterator[tuple[str, ...]]:
    """The runs, each whose conclusion rests on the run before it joined to that one."""
    joined: list[str] = []
    members: set[str] = set()
    for run in runs:
        if joined and members.isdisjoint(_support(argument_map, run[-1])):
            yield tuple(joined)
            joined, members = [], set()
        joined += run
        members.update(run)
    if joined:
        yield tuple(joined)


def _objection(argument_map: ArgumentMap, step: Inference, group: Group, placed: set[str]) -> Objection:
    claims: list[str] = []
    for premise in step.premises:
        claim = argument_map.claims[premise.claim]
        # What another section argues is only named here.
        if claim.keyword not in _OWN_PLACE or claim.section in group:
            claims += _closure(argument_map, claim.label, placed)
    return Objection(step, tuple(claims))


def _closure(argument_map: ArgumentMap, start: str, placed: set[str]) -> list[str]:
    """A claim after everything that supports it, without what stands elsewhere already."""
    return list(postorder([start], lambda label: _support(argument_map, label), seen=placed))


def _support(argument_map: ArgumentMap, label: str) -> list[str]:
    return [premise.claim for step in argument_map.reasons(label) for premise in step.premises]


def _is_root(argument_map: ArgumentMap, claim: Claim, group: Group) -> bool:
    """Whether an argument ends here: a thesis, or a claim on which nothing in these sections rests."""
    uses = argument_map.steps_from(claim.label)
    unused_here = all(step.section not in group for step in uses)
    return claim.thesis or not uses or (claim.keyword in _OWN_PLACE and unused_here)
