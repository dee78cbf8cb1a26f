"""How the sections of a map rest on each other."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from typing import TypeAlias, TypeVar

from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap

Group: TypeAlias = tuple[str | None, ...]
"""Sections that are read together, in the map's order; None is what stands outside sections."""

_T = TypeVar("_T")


def section_groups(argument_map: ArgumentMap) -> list[Group]:
    """The sections, each after those that its claims rest on and its attacks aim at.

    Sections that rest on each other in a circle make one group; every other is a group of its own.
    """
    needed = _sections_needed(argument_map)
    group_of: dict[str | None, Group] = {section: (section,) for section in needed}
    while circle := _circle(_between_groups(needed, group_of)):
        merged = tuple(section for section in needed if group_of[section] in circle)
        group_of.update(dict.fromkeys(merged, merged))
    graph = _between_groups(needed, group_of)
    return list(postorder(graph, lambda group: graph[group], seen=set()))


def tied_sections(argument_map: ArgumentMap) -> set[str | None]:
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


def postorder(starts: Iterable[_T], children: Callable[[_T], Iterable[_T]], *, seen: set[_T]) -> Iterator[_T]:
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


def _sections_needed(argument_map: ArgumentMap) -> Mapping[str | None, Iterable[str | None]]:
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


def _between_groups(
    needed: Mapping[str | None, Iterable[str | None]], group_of: Mapping[str | None, Group]
) -> dict[Group, dict[Group, None]]:
    graph: dict[Group, dict[Group, None]] = {group: {} for group in group_of.values()}
    for section, others in needed.items():
        group = group_of[section]
        graph[group].update({group_of[other]: None for other in others if group_of[other] != group})
    return graph


def _circle(graph: Mapping[Group, Iterable[Group]]) -> set[Group]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return set(error.args[1])
    return set()


def _premise_sections(argument_map: ArgumentMap, step: Inference) -> list[str | None]:
    return [argument_map.claims[premise.claim].section for premise in step.premises]


def _section_aimed_at(argument_map: ArgumentMap, step: Inference) -> str | None:
    if step.kind == "undercut":
        return argument_map.inferences[step.target].section
    return argument_map.claims[step.target].section
