"""The order in which an outline visits claims: depth first, each branch once, cycles and all."""

from collections.abc import Container, Iterator

import attrs

from argmap.language.keywords import MARKS
from argmap.model.elements import Claim, Inference, Question
from argmap.model.map import ArgumentMap

_OPENING = {"because": "+", "number": "+", "evidence": "*", "but": "-", "unless": "!"}
_ROLES = {"premise": "&", "warrant": "^", "assumption": "~"}

_OWN_PLACE = frozenset({"thesis", "claim", "number"})
"""Keywords in column 0: such claims are shown in the section they are defined in."""


@attrs.frozen
class Visit:
    """A claim where the outline shows it: `depth` levels in, as a premise of `step` or as a root.

    `opens` is true for the premise that the step begins with. `again` is true where the claim's branch is
    not shown because section `shown_in` shows it: this one, further up, when `here` is true.
    """

    claim: Claim
    depth: int
    mark: str = ""
    step: Inference | None = None
    opens: bool = False
    again: bool = False
    here: bool = True
    shown_in: str | None = None


@attrs.frozen
class Branches:
    """One section's part of an outline: questions with their answers, and every branch that begins here."""

    section: str | None
    theses: tuple[tuple[Visit, ...], ...] = ()
    questions: tuple[tuple[Question, tuple[Visit, ...]], ...] = ()
    claims: tuple[tuple[Visit, ...], ...] = ()


def legend_of(marks: Container[str]) -> str:
    """What the marks mean, of those that were used: `+ because   - but`."""
    return "   ".join(f"{mark} {word}" for mark, word in MARKS.items() if mark in marks)


def branches(argument_map: ArgumentMap) -> list[Branches]:
    """The whole map, section by section in order, first what stands outside sections.

    In a section come theses, questions, then other roots in order of definition. A claim of column 0 is
    shown in its own section, every other claim where it is first used; each branch is shown once. Claims
    that only a cycle holds up are shown last, the first defined as the root.
    """
    shown: dict[str, str | None] = {}
    claims: dict[str | None, list[Claim]] = {section: [] for section in (None, *argument_map.sections)}
    for claim in argument_map.claims.values():
        claims[claim.section].append(claim)
    found = {
        section: _section_branches(argument_map, section, here, shown) for section, here in claims.items()
    }
    for claim in argument_map.claims.values():
        if claim.label not in shown:
            part = found[claim.section]
            branch = tuple(_branch(argument_map, Visit(claim, 0), section=claim.section, shown=shown))
            found[claim.section] = attrs.evolve(part, claims=(*part.claims, branch))
    return list(found.values())


def _section_branches(
    argument_map: ArgumentMap, section: str | None, here: list[Claim], shown: dict[str, str | None]
) -> Branches:
    def branch(claim: Claim, *, depth: int = 0, mark: str = "") -> tuple[Visit, ...]:
        return tuple(_branch(argument_map, Visit(claim, depth, mark), section=section, shown=shown))

    theses = tuple(branch(claim) for claim in here if claim.thesis and claim.label not in shown)
    questions = tuple(
        (
            question,
            tuple(
                visit
                for answer in question.answers
                for visit in branch(argument_map.claims[answer], depth=1, mark=">")
            ),
        )
        for question in argument_map.questions.values()
        if question.section == section
    )
    roots = [claim for claim in here if not claim.thesis and _is_root(argument_map, claim)]
    claims = tuple(branch(claim) for claim in roots if claim.label not in shown)
    return Branches(section, theses, questions, claims)


def _is_root(argument_map: ArgumentMap, claim: Claim) -> bool:
    """Whether the claim's branch begins here: nothing uses it, or only other sections do."""
    if claim.keyword == "answer":
        return False
    uses = argument_map.steps_from(claim.label)
    return not uses or (claim.keyword in _OWN_PLACE and all(step.section != claim.section for step in uses))


def _branch(
    argument_map: ArgumentMap, root: Visit, *, section: str | None, shown: dict[str, str | None]
) -> Iterator[Visit]:
    # A stack of our own: 10,000 levels would overflow the interpreter's.
    waiting = [root]
    while waiting:
        visit = _placed(waiting.pop(), section, shown)
        yield visit
        below = []
        if visit.opens and visit.step and visit.step.kind == "undercut":
            below += _exceptions_below(argument_map, visit.step.id, visit.depth + 1)
        if not visit.again:
            shown[visit.claim.label] = section
            below += _steps_below(argument_map, visit.claim.label, visit.depth + 1)
        waiting += reversed(below)


def _placed(visit: Visit, section: str | None, shown: dict[str, str | None]) -> Visit:
    claim = visit.claim
    if claim.label in shown:
        place = shown[claim.label]
    elif claim.keyword in _OWN_PLACE and claim.section != section:
        place = claim.section
    else:
        return visit
    return attrs.evolve(visit, again=True, here=place == section, shown_in=place)


def _steps_below(argument_map: ArgumentMap, label: str, depth: int) -> list[Visit]:
    """The premises of every step on a claim, each step followed by the exceptions to it."""
    visits: list[Visit] = []
    for step in argument_map.steps_on(label):
        if step.kind != "undercut":
            visits += _premises(argument_map, step, depth)
            visits += _exceptions_below(argument_map, step.id, depth)
    return visits


def _exceptions_below(argument_map: ArgumentMap, inference: str, depth: int) -> list[Visit]:
    # By kind: a claim may have the same name as a step.
    return [
        visit
        for step in argument_map.undercuts(inference)
        if step.kind == "undercut"
        for visit in _premises(argument_map, step, depth)
    ]


def _premises(argument_map: ArgumentMap, step: Inference, depth: int) -> list[Visit]:
    return [
        Visit(
            claim=argument_map.claims[premise.claim],
            depth=depth,
            mark=_ROLES[premise.role] if index or premise.role != "premise" else _OPENING[step.keyword],
            step=step,
            opens=not index,
        )
        for index, premise in enumerate(step.premises)
    ]
