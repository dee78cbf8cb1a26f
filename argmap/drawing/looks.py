"""The looks that come with argmap, and themes that users write: TOML laid over one another, key by key."""

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import attrs

from argmap.drawing.theme import Border, Colour, Count, Extra, Family, Length, Stroke, Theme, TypeSize

Look = Literal["cards", "print", "plain"]
"""The names of the looks, as users choose them."""

_THEMES = Path(__file__).parent / "themes"
_LAYERS: Mapping[Look, tuple[str, ...]] = {
    "cards": ("cards",),
    "print": ("cards", "print"),
    "plain": ("cards", "plain"),
}
_DARK_LAYERS: Mapping[Look, tuple[str, ...]] = {"cards": ("dark",), "plain": ("dark", "plain-dark")}
_LONGEST_NUMBER = 64  # bits
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_FAMILY = re.compile("[A-Za-z0-9](?:[A-Za-z0-9 -]{0,60}[A-Za-z0-9])?")
_LIMITS: Mapping[object, tuple[float, float]] = {
    TypeSize: (5, 40),
    Length: (60, 1000),
    Count: (3, 500),
    Border: (0, 8),
    Stroke: (0.2, 12),
    Extra: (0, 6),
}
"""Least and most; what is beyond would be unreadable, or too large for an engine."""


class ThemeError(ValueError):
    """A theme says what no theme can say; the message names the key and what to write."""


@cache
def look_theme(look: Look = "cards", *, dark: bool = False) -> Theme:
    """The theme of a look, light or dark. Raises ThemeError for `print`, which has no dark."""
    if dark and look not in _DARK_LAYERS:
        raise ThemeError(f"the {look} look is black on white, for paper: it cannot be dark")
    names = _LAYERS[look] + (_DARK_LAYERS[look] if dark else ())
    values: dict[str, Any] = {}
    for name in names:
        values = _laid_over(Theme, values, _table((_THEMES / f"{name}.toml").read_text(encoding="ascii")))
    return Theme(**values)


def themed(base: Theme, text: str) -> Theme:
    """The base with what a user's theme says, a TOML text with some of the keys of `themes/cards.toml`.

    Raises ThemeError for what is not TOML, for a key that no theme has, and for a value of the wrong kind:
    nothing that was not checked reaches a drawing.
    """
    return Theme(**_laid_over(Theme, _values(base), _table(text)))


def _table(text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ThemeError("this is nested too deeply for a theme") from error
    except ValueError as error:
        # TOMLDecodeError is one; a number of thousands of digits gives another.
        raise ThemeError(f"this is not TOML: {error}") from error


def _values(part: Any) -> dict[str, Any]:
    return {field.name: getattr(part, field.name) for field in attrs.fields(type(part))}


def _laid_over(kind: type, old: Mapping[str, Any], new: Mapping[str, Any], where: str = "") -> dict[str, Any]:
    """The values of an attrs class with those of a table put in their places."""
    kinds = {field.name: field.type for field in attrs.fields(kind)}
    return _merged(kinds, old, new, where)


def _merged(
    kinds: Mapping[str, Any], old: Mapping[str, Any], new: Mapping[str, Any], where: str
) -> dict[str, Any]:
    found = dict(old)
    for key, value in new.items():
        if key not in kinds:
            raise ThemeError(_unknown(key, kinds, where))
        found[key] = _read(kinds[key], value, old.get(key), where=f"{where}{key}")
    return found


def _read(kind: Any, value: Any, old: Any, *, where: str) -> Any:
    """A value of a theme as what the annotation of its field asks for."""
    if get_origin(kind) is Mapping:
        keys, item = get_args(kind)
        table = _checked_table(value, where)
        return _merged(dict.fromkeys(get_args(keys), item), old or {}, table, f"{where}.")
    if attrs.has(kind):
        values = _laid_over(kind, _values(old) if old else {}, _checked_table(value, where), f"{where}.")
        return kind(**values)
    if get_origin(kind) is Literal:
        return _choice(get_args(kind), value, where)
    if kind in _LIMITS:
        return _number(kind, value, where)
    pattern, what = _WORDS[kind]
    if isinstance(value, str) and pattern.fullmatch(value):
        return value
    raise ThemeError(f"{where} is {_shown(value)}, which is {what}")


_WORDS: Mapping[object, tuple[re.Pattern[str], str]] = {
    Colour: (_COLOUR, 'no colour: write it as "#RRGGBB", such as "#0072B2"'),
    Family: (_FAMILY, 'no name of a font: write one family in plain letters and digits, such as "Georgia"'),
}


def _checked_table(value: Any, where: str) -> Mapping[str, Any]:
    if isinstance(value, dict):
        return value
    raise ThemeError(f"{where} is {_shown(value)}, where a table is expected: [{where}] and its keys below")


def _choice(known: tuple[str, ...], value: Any, where: str) -> str:
    if isinstance(value, str) and value in known:
        return value
    raise ThemeError(f"{where} is {_shown(value)}; it can be {', '.join(known)}")


def _number(kind: Any, value: Any, where: str) -> float:
    least, most = _LIMITS[kind]
    whole = kind not in (Stroke, Extra)
    is_number = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
    if is_number and least <= value <= most:
        return value if whole else float(value)
    raise ThemeError(
        f"{where} is {_shown(value)}; write a {'whole number' if whole else 'number'} of {least} to {most}"
    )


def _unknown(key: str, known: Mapping[str, Any], where: str) -> str:
    from argmap.language.suggestions import nearest

    near = nearest(key, known)
    hint = f"did you mean {where}{near[0]}?" if near else f"there are {', '.join(known)}"
    return f"no theme has {_shown(where + key)}; {hint}"


def _shown(value: Any) -> str:
    """A value of the file, fit for a message."""
    from argmap.source.cells import printable

    if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
        return "a very large number"
    text = printable(str(value) if not isinstance(value, bool) else str(value).lower())
    return f"“{text[:40]}{'…' if len(text) > 40 else ''}”"
