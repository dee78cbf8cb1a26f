"""A map in standard form: numbered premises and conclusions, each conclusion after what it follows from.

The way arguments are set out on a board in philosophy: every line has a number, a conclusion names the
lines it follows from and the rule, `3. Something causes my existence (1, 2 by modus ponens)`.
"""

from collections.abc import Iterable, Iterator, Mapping

import attrs

from argmap.documents.numbering import Objection, Part, numbers_of, parts_in_order
from argmap.documents.wording import annotations, section_title
from argmap.model.elements import Inference, PremiseRole, Question
from argmap.model.map import ArgumentMap
from argmap.source.cells import printable, width, wrap

_NARROWEST = 20
_ROLES: Mapping[PremiseRole, str] = {"premise": "", "warrant": " [warrant]", "assumption": " [unstated]"}


@attrs.frozen
class _Sheet:
    argument_map: ArgumentMap
    numbers: Mapping[str, int]
    lines: Mapping[str, int]
    cells: int | None


def standard_form(argument_map: ArgumentMap, *, cells: int | None = None) -> str:
    """The map in standard form, section by section, with what it rests on first.

    After a conclusion stand its steps, each in a bracket: the premises' numbers and the rule. A step that
    rests on its own conclusion says `in a circle`. Objections and exceptions follow the arguments of their
    section under `Against (3)` and `Against the step from (1, 2) to (3)`, then the questions with the
    numbers of their answers. Lines are wrapped to `cells` terminal cells (at least 20), or not at all.
    """
    parts = parts_in_order(argument_map)
    limit = None if cells is None else max(cells, _NARROWEST)
    labels = (label for part in parts for label in part.claims)
    lines = {label: line for line, label in enumerate(labels)}
    sheet = _Sheet(argument_map, numbers_of(argument_map, parts), lines, limit)
    title = [_heading(argument_map.title, "=")] if argument_map.title else []
    blocks = [*title, *(block for index, part in enumerate(parts) for block in _blocks(sheet, part, index))]
    return "\n\n".join(blocks) + "\n"


def _blocks(sheet: _Sheet, part: Part, index: int) -> Iterator[str]:
    blocks = ["\n".join(_claims(sheet, argument)) for argument in part.arguments]
    blocks += [_objection(sheet, objection) for objection in part.objections]
    blocks += ["\n".join(_filled(sheet, _question(sheet, question))) for question in part.questions]
    if not blocks:
        return
    if heading := _part_heading(sheet.argument_map, part, index):
        yield heading
    yield from blocks


def _part_heading(argument_map: ArgumentMap, part: Part, index: int) -> str:
    """The titles of the part's sections; none for what begins a map before any section."""
    if not part.sections:
        return _heading("Further claims", "-")
    titles = [section_title(argument_map, section) for section in part.sections if section is not None]
    if not titles and index and argument_map.sections:
        titles = [section_title(argument_map, None)]
    return _heading("; ".join(titles), "-") if titles else ""


def _heading(title: str, rule: str) -> str:
    text = printable(title)
    return f"{text}\n{rule * min(width(text), 72)}"


def _claims(sheet: _Sheet, labels: Iterable[str], indent: str = "") -> Iterator[str]:
    for label in labels:
        claim = sheet.argument_map.claims[label]
        steps = "".join(
            f" ({_grounds(sheet, step)}){_strength(step)}" for step in sheet.argument_map.reasons(label)
        )
        text = f"{claim.text}{annotations(sheet.argument_map, claim)}{_role(sheet, label)}{steps}"
        yield from _filled(sheet, text, f"{indent}{sheet.numbers[label]}. ")


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


def _objection(sheet: _Sheet, objection: Objection) -> str:
    step = objection.step
    plain = len(step.premises) == 1 and not step.scheme and objection.claims == (step.premises[0].claim,)
    grounds = "" if plain else f", from ({_grounds(sheet, step)})"
    head = f"Against {_aim(sheet, step)}{grounds}{_strength(step)}{':' if objection.claims else ''}"
    return "\n".join([*_filled(sheet, head), *_claims(sheet, objection.claims, indent="  ")])


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


def _filled(sheet: _Sheet, text: str, first: str = "") -> Iterator[str]:
    if sheet.cells is None:
        yield first + printable(text)
        return
    lines = wrap(text, sheet.cells - len(first))
    yield first + lines[0]
    yield from (" " * len(first) + line for line in lines[1:])
