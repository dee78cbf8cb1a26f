"""The options that say which part of a map is to be shown, and the part that they ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from argmap.cli.failure import Failure
from argmap.cli.option_groups import GroupedOption

if TYPE_CHECKING:
    from argmap.model.map import ArgumentMap
    from argmap.model.parts.choice import Part, Side

_Command = TypeVar("_Command", bound=Callable[..., Any])


@attrs.frozen
class PartOptions:
    """The options as they were given; empty and None where they were not."""

    section: str | None
    tag: str | None
    only: "Side | None"
    focus: tuple[str, ...]
    collapse: tuple[str, ...]
    depth: int | None

    @property
    def given(self) -> tuple[str, ...]:
        """The names of those that were given."""
        values = attrs.asdict(self, recurse=False)
        return tuple(f"--{name}" for name, value in values.items() if value not in (None, ()))


def _option(name: str, **attributes: Any) -> Callable[[_Command], _Command]:
    return click.option(name, cls=GroupedOption, group="Part of the map", **attributes)


_OPTIONS = (
    _option("--section", help="Only this section, by its title."),
    _option("--focus", metavar="LABEL", multiple=True, help="This claim and what bears on it."),
    _option("--depth", type=click.IntRange(min=0), help="So many levels below the focus, or the theses."),
    _option("--tag", help="What has this tag, and the steps from there up."),
    _option("--collapse", metavar="LABEL", multiple=True, help="Fold what is below this claim."),
    _option(
        "--only",
        type=click.Choice(["support", "attack"]),
        help="Only reasons, or only objections and exceptions.",
    ),
)


def part_options(command: _Command) -> _Command:
    """Give a command the options; their values are what `PartOptions` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def part_of(argument_map: "ArgumentMap", options: PartOptions) -> "Part":
    """The part that is asked for. Raises `Failure` for what the map does not have."""
    from argmap.model.parts.choice import Choice, UnknownPart, choose

    try:
        return choose(argument_map, Choice(**attrs.asdict(options, recurse=False)))
    except UnknownPart as problem:
        raise Failure(str(problem)) from problem
