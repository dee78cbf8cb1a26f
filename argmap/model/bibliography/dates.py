"""Dates of bibliography entries as ISO 8601, as far as they are known.

BibLaTeX's `date` is already ISO 8601-2 (EDTF level 1); BibTeX writes `year` and `month` separately.
"""

import re
from collections.abc import Mapping

from argmap.model.reference_text import MONTHS

_MONTH_NAMES = tuple(name[:3].lower() for name in MONTHS)
_WORD = re.compile(r"[A-Za-z]{3,}")
_NUMBER = re.compile(r"\d{1,2}\b")
_YEAR = re.compile(r"-?\d{1,4}")


def iso_date(fields: Mapping[str, str]) -> str | None:
    """The date that `date`, or `year` with `month` and `day`, give; else as written; else None.

    `fields` are decoded and have names in lower case. Seasons and other words in `month` are left
    to the field itself. An entry that has no date but says `forthcoming` or the like is dated so.
    """
    if date := fields.get("date"):
        return date
    year = fields.get("year", "")
    if not _YEAR.fullmatch(year):
        return year or fields.get("pubstate") or None
    month, day = _month_and_day(fields.get("month", ""))
    return calendar_date(int(year), month, day or _number(fields.get("day", "")))


def calendar_date(year: int, month: int | None, day: int | None) -> str:
    """ISO 8601 from numbers; a month or day out of range is left out."""
    text = f"-{-year:04}" if year < 0 else f"{year:04}"
    if month and 1 <= month <= 12:
        text += f"-{month:02}"
        if day and 1 <= day <= 31:
            text += f"-{day:02}"
    return text


def _month_and_day(month: str) -> tuple[int | None, int | None]:
    """`10`, `oct`, `October`, `10 October`, `oct 10` and the like."""
    numbers = [int(number) for number in _NUMBER.findall(month)]
    word = _WORD.search(month)
    if not word:
        return (numbers[0], None) if len(numbers) == 1 else (None, None)
    start = word[0][:3].lower()
    if start not in _MONTH_NAMES:
        return None, None
    return _MONTH_NAMES.index(start) + 1, numbers[0] if len(numbers) == 1 else None


def _number(text: str) -> int | None:
    return int(text) if _NUMBER.fullmatch(text) else None
