"""The options that say how a map is to be pictured, and the `Picture` that they ask for."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import click

from argmap.cli.failure import Failure
from argmap.cli.option_groups import GroupedOption

if TYPE_CHECKING:
    from argmap.drawing.picture import Picture
    from argmap.model.map import ArgumentMap

_Command = TypeVar("_Command", bound=Callable[..., Any])
_JUDGEMENT = "Judgement"


@attrs.frozen
class PictureOptions:
    """The options as they were given; None and False where they were not."""

    standing: bool
    review: str | None


def picture_options(command: _Command) -> _Command:
    """Give a command the options; their values are what `PictureOptions` takes."""
    standing = click.option(
        "--standing",
        cls=GroupedOption,
        group=_JUDGEMENT,
        is_flag=True,
        help="Show which claims fall (grey, struck out) and which are open (dashed border).",
    )
    review = click.option(
        "--review",
        cls=GroupedOption,
        group=_JUDGEMENT,
        metavar="NAME",
        help="Count the verdicts of this reader.",
    )
    return standing(review(command))


def refuse_for_data(options: PictureOptions, form: str) -> None:
    """A usage error when an option was given that data have no use for."""
    given = {"--standing": options.standing, "--review": options.review is not None}
    for name, was_given in given.items():
        if was_given:
            raise click.UsageError(f"{name} counts for pictures only, not for {form}")


def picture_of(argument_map: "ArgumentMap", options: PictureOptions) -> "Picture":
    """The picture that is asked for; the map, which must be the whole one, is judged only when it has to be.

    Raises `Failure` for a reader whom the map does not know, and UsageError.
    """
    from argmap.drawing.picture import USUAL, Picture

    if options.review is not None and not options.standing:
        raise click.UsageError("--review counts for a judgement only: add --standing")
    if not options.standing:
        return USUAL
    from argmap.reasoning.standing import judge
    from argmap.reasoning.verdicts import UnknownReader, verdicts_of

    try:
        verdicts = None if options.review is None else verdicts_of(argument_map, options.review)
    except UnknownReader as problem:
        raise Failure(str(problem)) from problem
    return Picture(standings=judge(argument_map, verdicts=verdicts).claims, reader=options.review)
