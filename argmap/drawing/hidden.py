"""The marks on a card whose branch is cut: how much of the map is not shown there, and where the rest is."""

from collections.abc import Callable, Sequence

from argmap.drawing.picture import Picture
from argmap.model.parts.cuts import Cut
from argmap.model.parts.sheets import Reference

_OVERVIEW = 1
_MOST = 5
"""Sheets that are named on a card."""


def hidden_at(picture: Picture, label: str) -> list[str]:
    """Lines such as `▼ 7 more claims` and `▼ sheet 3`; nothing where nothing is hidden."""
    return [*_counted(picture, label), *(line for line, _ in referring(picture.references.get(label)))]


def referring(reference: Reference | None) -> list[tuple[str, int]]:
    """The lines that refer to other sheets, each with the number of the sheet.

    Where the claim is cut, they say only where its branch is: its card there says where else it is used.
    """
    if reference is None:
        return []
    below, above = reference.below, reference.above
    if not reference.enters:
        cut = _lines("▼\u00a0", below, _sheet)
        return cut or _lines("▲\u00a0also\u00a0", above, _on)
    return [*_lines("▼\u00a0more\u00a0", below, _on), *_lines("▲\u00a0from\u00a0", above, _sheet)]


def _lines(begins: str, sheets: Sequence[int], name: Callable[[int], str]) -> list[tuple[str, int]]:
    """A line for each of the first sheets, and one for all others."""
    lines = [(begins + name(number), number) for number in sheets[:_MOST]]
    if rest := sheets[_MOST:]:
        lines.append((f"{begins[0]}\u00a0and\u00a0{len(rest)}\u00a0more\u00a0sheets", rest[0]))
    return lines


def _sheet(number: int) -> str:
    return "the\u00a0overview" if number == _OVERVIEW else f"sheet\u00a0{number}"


def _on(number: int) -> str:
    return f"{'in' if number == _OVERVIEW else 'on'}\u00a0{_sheet(number)}"


def _counted(picture: Picture, label: str) -> list[str]:
    cut = picture.cuts.get(label)
    return [hidden_words(cut)] if cut else []


def hidden_words(cut: Cut) -> str:
    """`▼ 7 more claims · ▲ used elsewhere`."""
    parts = []
    if cut.claims:
        parts.append(f"▼\u00a0{cut.claims:,} more claim{'' if cut.claims == 1 else 's'}")
    elif cut.steps:
        parts.append(f"▼\u00a0{cut.steps:,} more step{'' if cut.steps == 1 else 's'}")
    if cut.above:
        parts.append("▲\u00a0used elsewhere")
    return " · ".join(parts)
