"""How the lines of a block hang together: what stands below what, and which step a line completes.

A line that cannot be read keeps its place. The lines below it, and the lines that would complete it, are
set aside with it and named in its message; nothing of theirs attaches to anything else.
"""

from collections.abc import Sequence

import attrs

from argmap.language.annotations import read_annotations
from argmap.language.keywords import BLOCKS, COMPLETIONS, OPENERS
from argmap.language.lexer import LexedLine
from argmap.language.placement import (
    because_of,
    not_a_block,
    not_below,
    nothing_to_complete,
    second_scheme,
    too_many_references,
)
from argmap.language.syntax import (
    Annotations,
    BasisSyntax,
    Block,
    Line,
    Mention,
    Name,
    Problem,
    StepSyntax,
)
from argmap.language.tokens import BLANKS

_ROLES = {"and": "premise", "since": "warrant", "assuming": "assumption"}
_DROPPED = frozenset({"L310", "L403", "L405", "L407"})
"""Messages about annotations that could not be read at all."""
_UNCLEAR = frozenset({"", *OPENERS})
"""Unreadable lines that may have opened a step: what completes a step after them is theirs."""


@attrs.define
class _Level:
    """The lines below one line, as far as they are read: which step a completing line completes now."""

    step: int = -1
    and_step: int = -1
    culprit: int = -1
    and_culprit: int = -1


@attrs.define
class _Step:
    keyword: str
    line: int
    target: int
    members: list[tuple[int, str]]
    scheme: int | None = None
    basis: BasisSyntax | None = None


class _Structure:
    """The state of one pass over a block's lines, in order."""

    def __init__(self, lines: list[Line | None], parents: list[int], origin: list[LexedLine]) -> None:
        self.lines = lines
        self.parents = parents
        self.origin = origin
        self.steps: list[_Step] = []
        self.own_step = [-1] * len(lines)
        self.levels: dict[int, _Level] = {}
        self.culprits = [-1] * len(lines)
        """For a line that does not reach the map, the line to blame: itself when it cannot be read."""
        self.annotations: list[Annotations | None] = [None] * len(lines)
        self.problems: list[Problem] = []
        self.blame: dict[int, Problem] = {}

    def read(self) -> None:
        for index, line in enumerate(self.lines):
            parent = self.parents[index]
            level = self.levels.get(parent)
            if level is None:
                own = self.own_step[parent] if parent >= 0 else -1
                level = self.levels[parent] = _Level(own, own)
            if parent >= 0 and self.culprits[parent] >= 0:
                self.culprits[index] = self.culprits[parent]
                if line is None:
                    self._keep_problems(index)
                continue
            if line is None:
                self._unreadable(index, level)
                continue
            problem = self._place(index, line, level)
            if problem is not None:
                self._set_aside(index, line, problem, level)
                continue
            if self.culprits[index] < 0:
                self._annotate(index, line)

    def _unreadable(self, index: int, level: _Level) -> None:
        origin = self.origin[index]
        *others, fatal = origin.problems
        self.problems += others
        self._blame(index, fatal, origin.keyword, level)

    def _keep_problems(self, index: int) -> None:
        """The messages of an unreadable line below another; a run of unknown words has been named above."""
        unknown = self.blame[self.culprits[index]].code == "L101"
        self.problems += [p for p in self.origin[index].problems if not (unknown and p.code == "L101")]

    def _set_aside(self, index: int, line: Line, problem: Problem, level: _Level) -> None:
        self._blame(index, problem, line.keyword, level)

    def _blame(self, index: int, problem: Problem, keyword: str, level: _Level) -> None:
        self.culprits[index] = index
        self.blame[index] = problem
        if keyword in _UNCLEAR:
            level.culprit = level.and_culprit = index
        elif keyword == "unless":
            level.and_culprit = index

    def _place(self, index: int, line: Line, level: _Level) -> Problem | None:
        """Give the line its place; the problem if it has none."""
        keyword = line.keyword
        parent = self.parents[index]
        if parent < 0:
            if keyword not in BLOCKS and keyword != "number":
                return not_a_block(line)
            problem = too_many_references(line)
        else:
            above = self.lines[parent]
            assert above is not None  # its culprit was asked for
            problem = not_below(line, above)
        if problem is not None:
            return problem
        if keyword in OPENERS:
            self._open(index, keyword, parent, level)
        elif keyword in COMPLETIONS:
            return self._complete(index, line, level)
        elif keyword == "number":
            for basis in line.bases:
                self._add(index, _Step("number", index, index, [], basis=basis))
        return None

    def _add(self, index: int, step: _Step) -> int:
        self.steps.append(step)
        self.own_step[index] = len(self.steps) - 1
        return len(self.steps) - 1

    def _open(self, index: int, keyword: str, parent: int, level: _Level) -> None:
        step = self._add(index, _Step(keyword, index, parent, [(index, "premise")]))
        level.step = level.and_step = step
        level.culprit = level.and_culprit = -1

    def _complete(self, index: int, line: Line, level: _Level) -> Problem | None:
        keyword = line.keyword
        culprit = level.and_culprit if keyword == "and" else level.culprit
        if culprit >= 0:
            self.culprits[index] = culprit
            return None
        step = level.and_step if keyword == "and" else level.step
        if step < 0:
            return nothing_to_complete(line)
        if keyword == "unless":
            level.and_step = self._add(index, _Step("unless", index, step, [(index, "premise")]))
            level.and_culprit = -1
        elif keyword == "by":
            basis = self.steps[step].basis
            if self.steps[step].scheme is not None or (basis is not None and basis.rule is not None):
                return second_scheme(line)
            self.steps[step].scheme = index
        else:
            self.steps[step].members.append((index, _ROLES[keyword]))
            self.own_step[index] = step
        return None

    def _annotate(self, index: int, line: Line) -> None:
        if not line.inline:
            self.problems += self.origin[index].problems
        annotations, problems = read_annotations(line)
        self.annotations[index] = annotations
        self.problems += problems
        if line.keyword == "because" and line.raw[:2].lower() == "of" and line.raw[2:3] in BLANKS:
            self.problems.append(because_of(line))


def structure(
    lines: list[Line | None], parents: list[int], physical: Sequence[int], lexed: list[LexedLine]
) -> Block:
    """The block that the lines make; every problem of theirs is in it."""
    origin = [lexed[number] for number in physical]
    work = _Structure(lines, parents, origin)
    work.read()
    return _block(work)


def _block(work: _Structure) -> Block:
    kept = [index for index, culprit in enumerate(work.culprits) if culprit < 0]
    lost = len(kept) < len(work.lines)
    new = {old: position for position, old in enumerate(kept)} if lost else {}
    new[-1] = -1

    def renumber(index: int) -> int:
        return new[index] if lost else index

    steps = tuple(
        StepSyntax(
            step.keyword,
            renumber(step.line),
            step.target if step.keyword == "unless" else renumber(step.target),
            tuple((renumber(line), role) for line, role in step.members),
            None if step.scheme is None else renumber(step.scheme),
            step.basis,
        )
        for step in work.steps
    )
    return Block(
        lines=tuple(line for line in (work.lines[i] for i in kept) if line is not None),
        parents=tuple(renumber(work.parents[i]) for i in kept),
        steps=steps,
        annotations=tuple(work.annotations[i] for i in kept),
        mentions=_mentions(work, kept, new if lost else None),
        problems=(*work.problems, *_blamed(work)),
        lost_labels=_lost_labels(work) if lost else (),
        fragile=lost or any(problem.code in _DROPPED for problem in work.problems),
    )


def _mentions(
    work: _Structure, kept: list[int], new: dict[int, int] | None
) -> tuple[tuple[int, Mention], ...]:
    found: list[tuple[int, Mention]] = []
    for index in kept:
        line = work.lines[index]
        if line is not None and not line.inline and work.origin[index].mentions:
            place = index if new is None else new[index]
            found += [(place, mention) for mention in work.origin[index].mentions]
    return tuple(found)


def _blamed(work: _Structure) -> list[Problem]:
    """The messages of the lines that cost others, with how many; a run of unknown lines gives one."""
    aside = dict.fromkeys(work.blame, 0)
    for index, culprit in enumerate(work.culprits):
        line = work.lines[index]
        if culprit >= 0 and culprit != index and not (line is not None and line.inline):
            aside[culprit] += 1
    problems: list[Problem] = []
    last = -2
    for index, problem in work.blame.items():
        if last == index - 1 and problems and _same_run(problems[-1], problem):
            run = problems.pop()
            problems.append(attrs.evolve(run, unread=run.unread + 1, aside=run.aside + aside[index]))
        else:
            problems.append(attrs.evolve(problem, aside=aside[index]))
        last = index
        while last + 1 < len(work.lines) and work.lines[last + 1] is None and last + 1 not in work.blame:
            last += 1  # an unreadable line below an unreadable one
    return problems


def _same_run(one: Problem, other: Problem) -> bool:
    """Whether two unreadable lines, one right after the other, are told of in one message."""
    if one.code != other.code:
        return False
    return one.code in {"L101", "L104"} or (one.code == "L106" and one.message == other.message)


def _lost_labels(work: _Structure) -> tuple[Name, ...]:
    names: list[Name] = []
    for index, culprit in enumerate(work.culprits):
        if culprit < 0:
            continue
        line = work.lines[index]
        if line is None:
            names += work.origin[index].lost_labels
        elif line.label is not None and line.keyword != "field":
            names.append(line.label)
    return tuple(names)
