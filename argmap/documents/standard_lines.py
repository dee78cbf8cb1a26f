"""A map in standard form as data: numbered lines, and what each follows from."""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.documents.numbering import Objection, Part, numbers_of, parts_in_order
from argmap.documents.wording import section_title
from argmap.model.elements import Claim, Inference, PremiseRole, Question
from argmap.model.map import ArgumentMap

_ROLES: Mapping[PremiseRole, str] = {"premise": "", "warrant": "[warrant]", "assumption": "[unstated]"}


@attrs.frozen
class NumberedLine:
    """A claim under its number. `role` and `grounds` are what follows its text; both may be empty."""

    number: int
    claim: Claim
    role: str
    """`[warrant]` or `[unstated]`."""
    grounds: str
    """Its steps: `(1, 2 by modus ponens) {strong}`."""


@attrs.frozen
class StandardBlock:
    """An argument; an attack with its own lines under a head, `Against (3):`; or the head alone."""

    head: str = ""
    lines: tuple[NumberedLine, ...] = ()


@attrs.frozen
class StandardPart:
    """A section, or sections in a circle. `heading` is empty for what begins a map before any section."""

    heading: str
    blocks: tuple[StandardBlock, ...]


@attrs.frozen
class _Sheet:
    argument_map: ArgumentMap
    numbers: Mapping[str, int]
    lines: Mapping[str, int]


def standard_parts(argument_map: ArgumentMap) -> list[StandardPart]:
    """The map in standard form, section by section, with what it rests on first.

    In a part come arguments, then objections and exceptions, then questions with the numbers of their
    answers. Parts without lines are left out.
    """
    parts = parts_in_order(argument_map)
    labels = (label for part in parts for label in part.claims)
    lines = {label: line for line, label in enumerate(labels)}
    sheet = _Sheet(argument_map, numbers_of(argument_map, parts), lines)
    found = [
        StandardPart(_part_heading(argument_map, part, index), tuple(_blocks(sheet, part)))
        for index, part in enumerate(parts)
    ]
    return [part for part in found if part.blocks]


def _blocks(sheet: _Sheet, part: Part) -> Iterator[StandardBlock]:
    for argument in part.arguments:
        yield StandardBlock(lines=_lines(sheet, argument))
    for objection in part.objections:
        yield _objection(sheet, objection)
    for question in part.questions:
        yield StandardBlock(_question(sheet, question))


def _part_heading(argument_map: ArgumentMap, part: Part, index: int) -> str:
    if not part.sections:
        return "Further claims"
    titles = [section_title(argument_map, section) for section in part.sections if section is not None]
    if not titles and index and argument_map.sections:
        titles = [section_title(argument_map, None)]
    return "; ".join(titles)


def _lines(sheet: _Sheet, labels: Iterable[str]) -> tuple[NumberedLine, ...]:
    return tuple(
        NumberedLine(
            sheet.numbers[label],
            sheet.argument_map.claims[label],
            _role(sheet, label),
            " ".join(
                f"({_grounds(sheet, step)}){_strength(step)}" for step in sheet.argument_map.reasons(label)
            ),
        )
        for label in labels
    )


def _role(sheet: _Sheet, label: str) -> str:
    """What kind of premise the claim is, where it is one kind wherever it is used."""
    roles = {
        premise.role
        for step in sheet.argument_map.steps_from(label)
        for premise in step.premises
        if premise.claim == label
    }
    return _ROLES[roles.pop()] if len(roles) == 1 else ""


def _grounds(sheet: _Sheet, step: Inference) -> str:
    """The numbers of a step's premises, and its rule: `1, 2 by modus ponens`."""
    numbers = [sheet.numbers[premise.claim] for premise in step.premises]
    rule = f" by {step.scheme.replace('-', ' ')}" if step.scheme else ""
    circle = step.kind == "support" and _is_circular(sheet, step)
    return f"{', '.join(map(str, numbers))}{rule}{', in a circle' if circle else ''}"


def _is_circular(sheet: _Sheet, step: Inference) -> bool:
    return any(sheet.lines[premise.claim] >= sheet.lines[step.target] for premise in step.premises)


def _strength(step: Inference) -> str:
    return f" {{{step.strength}}}" if step.strength else ""


def _objection(sheet: _Sheet, objection: Objection) -> StandardBlock:
    step = objection.step
    plain = len(step.premises) == 1 and not step.scheme and objection.claims == (step.premises[0].claim,)
    grounds = "" if plain else f", from ({_grounds(sheet, step)})"
    head = f"Against {_aim(sheet, step)}{grounds}{_strength(step)}{':' if objection.claims else ''}"
    return StandardBlock(head, _lines(sheet, objection.claims))


def _aim(sheet: _Sheet, step: Inference) -> str:
    """What an attack or exception is held against."""
    if step.kind != "undercut":
        return f"({sheet.numbers[step.target]})"
    target = sheet.argument_map.inferences[step.target]
    numbers = ", ".join(str(sheet.numbers[premise.claim]) for premise in target.premises)
    if target.kind == "undercut":
        return f"the exception ({numbers})"
    joint = "to" if target.kind == "support" else "against"
    return f"the step from ({numbers}) {joint} ({sheet.numbers[target.target]})"


def _question(sheet: _Sheet, question: Question) -> str:
    answers = " or ".join(f"({sheet.numbers[answer]})" for answer in question.answers)
    return f"Question: {question.text} {answers}".rstrip()
