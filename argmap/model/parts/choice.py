"""What of a map is to be shown, as a reader asks for it."""

from collections.abc import Iterable, Mapping
from typing import Literal

import attrs

from argmap.language.suggestions import nearest
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import branch_map, folded_map, one_sided_map, shallow_map, tagged_map
from argmap.model.parts.cuts import Cut, cuts
from argmap.model.parts.section import section_map

Side = Literal["support", "attack"]


class UnknownPart(LookupError):  # noqa: N818 - named for what is wrong
    """A claim, section or tag was named that the map does not have; the message suggests what it has."""


@attrs.frozen
class Choice:
    """A part of a map: everything that is asked for has to hold."""

    section: str | None = None
    """Title or id of a section, capitals alike."""
    tag: str | None = None
    """What has this tag, and the steps from there up."""
    only: Side | None = None
    """Only reasons, or only objections and exceptions with what they are about."""
    focus: tuple[str, ...] = ()
    """Labels of claims or questions: they, and what bears on them."""
    collapse: tuple[str, ...] = ()
    """Labels of claims whose branches are folded."""
    depth: int | None = None
    """So many levels below the focus, or below the tops of the map; 0 shows only these."""


@attrs.frozen
class Part:
    """The map that was chosen, and what it hides of the whole."""

    map: ArgumentMap
    cuts: Mapping[str, Cut]
    """By the label of the claim or question at which something is hidden."""


def choose(argument_map: ArgumentMap, choice: Choice) -> Part:
    """The chosen part; the whole map when nothing is asked for. Raises UnknownPart."""
    focus = tuple(_label(argument_map, label) for label in choice.focus)
    folded = frozenset(_label(argument_map, label) for label in choice.collapse)
    found = argument_map
    if choice.section is not None:
        found = section_map(found, _section(found, choice.section))
    if choice.tag is not None:
        found = tagged_map(found, _tag(argument_map, choice.tag))
    if choice.only is not None:
        found = one_sided_map(found, choice.only)
    if focus:
        found = branch_map(found, _there(found, focus))
    if folded:
        found = folded_map(found, folded, below=_there(found, focus) if focus else None)
    if choice.depth is not None:
        found = shallow_map(found, choice.depth, below=_there(found, focus) if focus else None)
    return Part(found, {} if found is argument_map else cuts(argument_map, found))


def _there(argument_map: ArgumentMap, labels: Iterable[str]) -> tuple[str, ...]:
    found = tuple(
        label for label in labels if label in argument_map.claims or label in argument_map.questions
    )
    if found:
        return found
    raise UnknownPart(f"{' and '.join(f'@{label}' for label in labels)} is not in the part that is left")


def _label(argument_map: ArgumentMap, name: str) -> str:
    label = name.removeprefix("@")
    if _has(argument_map, label):
        return label
    known = [*argument_map.claims, *argument_map.questions]
    raise UnknownPart(f"no claim is labelled {label}{_hint(label, known, '`argmap show` lists the labels')}")


def _has(argument_map: ArgumentMap, label: str) -> bool:
    return label in argument_map.claims or label in argument_map.questions


def _section(argument_map: ArgumentMap, wanted: str) -> str:
    sections = argument_map.sections.values()
    for section in sections:
        if wanted.casefold() in (section.id.casefold(), section.title.casefold()):
            return section.id
    titles = [section.title for section in sections]
    if not titles:
        raise UnknownPart(f"there is no section “{wanted}”: the map has no sections")
    listed = f"the sections are: {'; '.join(titles)}"
    raise UnknownPart(f"there is no section “{wanted}”{_hint(wanted, titles, listed)}")


def _tag(argument_map: ArgumentMap, wanted: str) -> str:
    tag = wanted.removeprefix("#")
    claims, questions, steps = argument_map.claims, argument_map.questions, argument_map.inferences
    tags = [claim.tags for claim in claims.values()]
    tags += [question.tags for question in questions.values()]
    tags += [step.tags for step in steps.values()]
    known = dict.fromkeys(name for names in tags for name in names)
    if tag in known:
        return tag
    if not known:
        raise UnknownPart(f"there is no tag #{tag}: the map has no tags")
    listed = ", ".join(f"#{name}" for name in known)
    raise UnknownPart(f"there is no tag #{tag}{_hint(tag, known, f'the tags are: {listed}')}")


def _hint(wanted: str, known: Iterable[str], otherwise: str) -> str:
    near = nearest(wanted, known)
    return f"; did you mean {near[0]}?" if near else f"; {otherwise}"
