"""The options that say how a map is to be pictured, and the `Picture` that they ask for."""

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, Any, Literal, TypeVar

import attrs
import click

from argmap.cli.failure import Failure
from argmap.cli.option_groups import GroupedOption

if TYPE_CHECKING:
    from argmap.drawing.directions import DirectionName
    from argmap.drawing.looks import Look
    from argmap.drawing.picture import Layout, Picture
    from argmap.drawing.theme import Theme
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.standing import Standings
    from argmap.reasoning.verdicts import Decisions

_Command = TypeVar("_Command", bound=Callable[..., Any])
_LOOKS = ("cards", "print", "elbows", "plain")
_LAYOUTS = ("auto", "dot", "tidy")
_DIRECTIONS = ("down", "up", "right", "left")


@attrs.frozen
class PictureOptions:
    """The options as they were given; None and False where they were not."""

    look: "Look | Literal['elbows'] | None"
    dark: bool
    theme: str | None
    direction: "DirectionName | None"
    layout: "Layout | None"
    title: str | None
    legend: bool | None
    notes: bool
    standing: bool
    strength: bool
    review: str | None


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


def picture_of(argument_map: "ArgumentMap", options: PictureOptions) -> "Picture":
    """The picture that is asked for; the map, which must be the whole one, is judged only when it has to be.

    Raises `Failure` for a reader whom the map does not know and for a theme that cannot be used, and
    UsageError.
    """
    from argmap.drawing.directions import DIRECTIONS
    from argmap.drawing.picture import Picture

    if options.review is not None and not (options.standing or options.strength):
        raise click.UsageError("--review counts for a judgement only: add --standing or --strength")
    if options.look == "elbows" and options.layout not in (None, "tidy"):
        raise click.UsageError(f"--look elbows draws trees, which --layout {options.layout} does not")
    picture = Picture(
        theme=_theme(options),
        direction=DIRECTIONS[options.direction or "down"],
        layout="tidy" if options.look == "elbows" else options.layout or "auto",
        reader=options.review,
        notes=options.notes,
        legend=options.legend is not False,
        title=options.title,
    )
    if options.standing:
        picture = attrs.evolve(picture, standings=standings_of(argument_map, options.review).claims)
    if options.strength:
        from argmap.reasoning.strength import strength

        verdicts = _verdicts(argument_map, options.review)
        picture = attrs.evolve(picture, strengths=strength(argument_map, verdicts=verdicts).claims)
    return picture


def standings_of(argument_map: "ArgumentMap", reader: str | None) -> "Standings":
    """The judgement of a whole map, with the verdicts of one reader or on its own terms.

    Raises `Failure` for a reader whom the map does not know.
    """
    from argmap.reasoning.standing import judge

    return judge(argument_map, verdicts=_verdicts(argument_map, reader))


def _verdicts(argument_map: "ArgumentMap", reader: str | None) -> "Decisions | None":
    if reader is None:
        return None
    from argmap.reasoning.verdicts import UnknownReader, verdicts_of

    try:
        return verdicts_of(argument_map, reader)
    except UnknownReader as problem:
        raise Failure(str(problem)) from problem


def _theme(options: PictureOptions) -> "Theme":
    from argmap.drawing.contrast import illegible
    from argmap.drawing.looks import ThemeError, look_theme, themed
    from argmap.source.files import UnreadableFile, read_text

    try:
        look = "cards" if options.look in (None, "elbows") else options.look
        theme = look_theme(look, dark=options.dark)
    except ThemeError as problem:
        raise click.UsageError(str(problem)) from problem
    if options.theme is None:
        return theme
    try:
        theme = themed(theme, read_text(options.theme).text)
    except UnreadableFile as problem:
        raise Failure(f"the theme {problem}") from problem
    except ThemeError as problem:
        raise Failure(f"the theme {options.theme}: {problem}") from problem
    for sentence in illegible(theme):
        click.echo(f"argmap: the theme {options.theme}: {sentence}", err=True)
    return theme
