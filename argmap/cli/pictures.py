"""The options that say how a map is to be pictured."""

from collections.abc import Callable, Collection
from typing import Any, TypeVar

import attrs
import click

from argmap.cli.option_groups import GroupedOption
from argmap.pages.picturing import PictureWishes

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LOOKS = ("cards", "print", "elbows", "plain")
_LAYOUTS = ("auto", "dot", "tidy")
_DIRECTIONS = ("down", "up", "right", "left")


PictureOptions = PictureWishes
"""The options as they were given; None and False where they were not."""


def _appearance(*names: str, **attributes: Any) -> Callable[[_Command], _Command]:
    return click.option(*names, cls=GroupedOption, group="Appearance", **attributes)


def _judgement(*names: str, **attributes: Any) -> Callable[[_Command], _Command]:
    return click.option(*names, cls=GroupedOption, group="Judgement", **attributes)


_OPTIONS = (
    _appearance(
        "--look",
        type=click.Choice(_LOOKS),
        help="Coloured cards, black and white for photocopies, trees with square lines, or outlines only.",
    ),
    _appearance("--dark", is_flag=True, help="Light on dark, for screens."),
    _appearance(
        "--theme",
        type=click.Path(readable=False),
        metavar="FILE",
        help="Colours, font and widths of your own, as TOML.",
    ),
    _appearance("--direction", type=click.Choice(_DIRECTIONS), help="Where the map grows from its theses."),
    _appearance(
        "--layout",
        type=click.Choice(_LAYOUTS),
        help="On levels, each claim once (dot); as trees, with references to claims used again (tidy); or "
        "what suits the map (auto).",
    ),
    _appearance("--title", metavar="TEXT", help='Instead of the title of the map; "" for none.'),
    _appearance("--legend/--no-legend", default=None, help="Explain the marks below the map, or not."),
    _appearance("--notes", is_flag=True, help="Show the notes of the map."),
    _judgement(
        "--standing",
        is_flag=True,
        help="Show which claims fall (grey, struck out) and which are open (dashed border).",
    ),
    _judgement("--strength", is_flag=True, help="Show how far each claim goes, from 0 to 1."),
    _judgement("--review", metavar="NAME", help="Count the verdicts of this reader."),
)


def picture_options(command: _Command) -> _Command:
    """Give a command the options; their values are what `PictureOptions` takes."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def refuse_for(form: str, options: PictureOptions, *, but: Collection[str] = ()) -> None:
    """A usage error when an option was given that a form of output has no use for, `but` excepted."""
    for name, value in attrs.asdict(options).items():
        if value is not None and value is not False and name not in but:
            raise click.UsageError(f"--{name} counts for pictures only, not for {form}")
    if options.legend is False and "legend" not in but:
        raise click.UsageError(f"--no-legend counts for pictures only, not for {form}")


def check_picture(options: PictureOptions, form: str) -> None:
    """Refuse options that do not go together with a usage error; a page is always judged."""
    judged = options.standing or options.strength or form == "html"
    if options.review is not None and not judged:
        raise click.UsageError("--review counts for a judgement only: add --standing or --strength")
    if options.look == "elbows" and options.layout not in (None, "tidy"):
        raise click.UsageError(f"--look elbows draws trees, which --layout {options.layout} does not")
