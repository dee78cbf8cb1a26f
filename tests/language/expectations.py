"""Language cases whose expectations stand in comments, as tests/suite/README.md says."""

import re
from collections.abc import Iterator
from pathlib import Path

import attrs

from argmap.model.map import ArgumentMap

_MARKED = re.compile(r"#(?P<gap> *)(?P<carets>\^+) (?P<rest>.*)")
_COLUMNS = re.compile(r"#\[(?P<first>\d+)(?:-(?P<last>\d+))?\] (?P<rest>.*)")
_EXPECTATION = re.compile(r"(?P<severity>error|warning|hint) (?P<code>[A-Z]\d{3})(?:: (?P<message>.+))?")
_OUTLINE = "#| "


@attrs.frozen(order=True)
class Said:
    """A message at a place: columns from 1, `stop` exclusive. An empty message stands for any."""

    file: str
    line: int
    start: int
    stop: int
    severity: str
    code: str
    message: str = ""

    def without_message(self) -> "Said":
        return attrs.evolve(self, message="")


def expected(file: str, text: str) -> list[Said]:
    """The messages that a text's own comments expect; ValueError for a comment that is nearly one."""
    found: list[Said] = []
    marked = 0
    for number, line in enumerate(text.split("\n"), start=1):
        place = _place(line)
        if place is None:
            marked = number
            continue
        start, stop, rest = place
        said = _EXPECTATION.fullmatch(rest)
        if said is None:
            raise ValueError(f"{file}:{number}: no expectation: {line}")
        found.append(Said(file, marked, start, stop, said["severity"], said["code"], said["message"] or ""))
    return found


def _place(line: str) -> tuple[int, int, str] | None:
    if match := _COLUMNS.fullmatch(line):
        first = int(match["first"])
        return first, int(match["last"] or first) + 1, match["rest"]
    if match := _MARKED.fullmatch(line):
        start = len(match["gap"]) + 2
        return start, start + len(match["carets"]), match["rest"]
    return None


def messages(map: ArgumentMap) -> list[Said]:
    """The messages of a map in the same form."""
    found: list[Said] = []
    for diagnostic in map.diagnostics:
        span = diagnostic.span
        text = map.texts[span.file]
        line, start = text.position(span.start)
        stop = start + max(span.stop - span.start, 1)
        name = Path(span.file).name
        found.append(Said(name, line, start, stop, diagnostic.severity, diagnostic.code, diagnostic.message))
    return found


def expected_outline(text: str) -> list[str]:
    """The lines of the outline that the comments give."""
    return [line.removeprefix(_OUTLINE) for line in text.split("\n") if line.startswith(_OUTLINE)]


def outline(map: ArgumentMap) -> list[str]:
    """The map from what it argues for downwards; a claim that was shown before is shown by its name."""
    lines: list[str] = []
    for question in map.questions.values():
        lines.append(f"? {_named(question.name, question.text)}")
        lines += [
            f"  = {_named(map.claims[label].name, map.claims[label].text)}" for label in question.answers
        ]
    shown: set[str] = set()
    starts = [claim.label for claim in map.roots()]
    for label in [*starts, *map.claims]:
        if label not in shown:
            lines += _below(map, label, shown)
    return lines


_SIGNS = {"support": "+", "attack": "-", "undercut": "!"}
_ROLES = {"premise": "", "warrant": "since ", "assumption": "assuming "}


def _below(map: ArgumentMap, start: str, shown: set[str]) -> Iterator[str]:
    stack: list[tuple[int, str, str]] = [(0, "", start)]
    while stack:
        depth, mark, label = stack.pop()
        claim = map.claims[label]
        pad = "  " * depth
        if label in shown:
            yield f"{pad}{mark}@{claim.name or label}"
            continue
        shown.add(label)
        yield f"{pad}{mark}{_named(claim.name, claim.text)}"
        upcoming = [entry for step in map.steps_on(label) for entry in _step(map, step.id, depth + 1)]
        stack += reversed(upcoming)


def _step(map: ArgumentMap, id: str, depth: int) -> Iterator[tuple[int, str, str]]:
    """The premises of a step, and of the undercuts on it, one depth further in for each."""
    step = map.inferences[id]
    sign = _SIGNS[step.kind]
    for number, premise in enumerate(step.premises):
        yield depth, f"{sign if number == 0 else '&'} {_ROLES[premise.role]}", premise.claim
    for undercut in map.undercuts(id):
        yield from _step(map, undercut.id, depth + 1)


def _named(name: str | None, text: str) -> str:
    return f"{name}: {text}" if name else text
