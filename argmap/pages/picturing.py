"""How a drawing is wanted, in the words of a user, and the `Picture` that does it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal

import attrs

if TYPE_CHECKING:
    from argmap.drawing.directions import DirectionName
    from argmap.drawing.looks import Look
    from argmap.drawing.picture import Layout, Picture
    from argmap.drawing.theme import Theme
    from argmap.model.map import ArgumentMap
    from argmap.reasoning.standing import Standings
    from argmap.reasoning.verdicts import Decisions


class UnusableThemeError(ValueError):
    """The file of a user's theme cannot be read or used; the message says why."""


@attrs.frozen
class PictureWishes:
    """What is asked of a drawing; None and False where nothing is."""

    look: "Look | Literal['elbows'] | None" = None
    """`elbows` are cards in trees with square lines."""
    dark: bool = False
    theme: str | None = None
    """The path of a TOML file with colours, font and widths of the user's own."""
    direction: "DirectionName | None" = None
    layout: "Layout | None" = None
    title: str | None = None
    legend: bool | None = None
    notes: bool = False
    standing: bool = False
    strength: bool = False
    review: str | None = None
    """The reader whose verdicts the judgement counts."""


def picture_of(
    argument_map: "ArgumentMap", wishes: PictureWishes, *, report: Callable[[str], None]
) -> "Picture":
    """The picture that is asked for; the map, which must be the whole one, is judged only when it has to be.

    `report` is told what is hard to read in a user's theme. Raises UnknownReader for a reader
    whom the map does not know, ThemeError for a look that cannot be dark, and UnusableThemeError.
    """
    from argmap.drawing.directions import DIRECTIONS
    from argmap.drawing.picture import Picture

    picture = Picture(
        theme=_theme(wishes, report),
        direction=DIRECTIONS[wishes.direction or "down"],
        layout="tidy" if wishes.look == "elbows" else wishes.layout or "auto",
        reader=wishes.review,
        notes=wishes.notes,
        legend=wishes.legend is not False,
        title=wishes.title,
    )
    if wishes.standing:
        picture = attrs.evolve(picture, standings=standings_of(argument_map, wishes.review).claims)
    if wishes.strength:
        from argmap.reasoning.strength import strength

        verdicts = _verdicts(argument_map, wishes.review)
        picture = attrs.evolve(picture, strengths=strength(argument_map, verdicts=verdicts).claims)
    return picture


def standings_of(argument_map: "ArgumentMap", reader: str | None) -> "Standings":
    """The judgement of a whole map, with the verdicts of one reader or on its own terms.

    Raises UnknownReader for a reader whom the map does not know.
    """
    from argmap.reasoning.standing import judge

    return judge(argument_map, verdicts=_verdicts(argument_map, reader))


def _verdicts(argument_map: "ArgumentMap", reader: str | None) -> "Decisions | None":
    if reader is None:
        return None
    from argmap.reasoning.verdicts import verdicts_of

    return verdicts_of(argument_map, reader)


def _theme(wishes: PictureWishes, report: Callable[[str], None]) -> "Theme":
    from argmap.drawing.contrast import illegible
    from argmap.drawing.looks import ThemeError, look_theme, themed
    from argmap.source.files import UnreadableFile, read_text

    look = "cards" if wishes.look in (None, "elbows") else wishes.look
    theme = look_theme(look, dark=wishes.dark)
    if wishes.theme is None:
        return theme
    try:
        theme = themed(theme, read_text(wishes.theme).text)
    except UnreadableFile as problem:
        raise UnusableThemeError(f"the theme {problem}") from problem
    except ThemeError as problem:
        raise UnusableThemeError(f"the theme {wishes.theme}: {problem}") from problem
    for sentence in illegible(theme):
        report(f"the theme {wishes.theme}: {sentence}")
    return theme
