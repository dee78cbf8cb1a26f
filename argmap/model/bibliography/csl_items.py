"""From an item of CSL-JSON to a source, by the names of the CSL 1.0.2 specification's appendix IV."""

import json
import re
from collections.abc import Mapping
from typing import Any

from argmap.model.bibliography.addresses import doi_address
from argmap.model.bibliography.dates import calendar_date
from argmap.model.bibliography.latex import plain_text
from argmap.model.elements import Person, Source
from argmap.model.reference_text import OTHERS, names_text
from argmap.source.spans import Span

_AUTHORS = ("author", "editor", "director", "composer", "interviewer", "container-author")
_DATES = ("issued", "original-date", "event-date")
_ANY_DATE = frozenset({*_DATES, "accessed", "submitted", "available-date"})
_CONTAINERS = ("container-title", "event-title", "event", "collection-title")
_SAID_ELSEWHERE = frozenset({"id", "author", "issued", "title", "publisher", "URL", "type"})
_NAME_PARTS = frozenset({"family", "given", "literal", "name"})
# CSL-JSON allows these tags inside texts, and no other markup.
_RICH_TEXT = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)


def to_source(item: Mapping[str, Any], span: Span) -> Source:
    """The source that an item describes; `key` is empty when it has no id. Never raises."""
    people = {name: _people(value) for name, value in item.items() if _is_name_list(name, value)}
    fields = {name: _field(name, value, people) for name, value in item.items()}
    doi = _scalar(item.get("DOI"))
    return Source(
        key=_scalar(item.get("id")) or _scalar(item.get("citation-key")),
        title=fields.get("title") or fields.get("title-short", ""),
        span=span,
        authors=next((people[name] for name in _AUTHORS if people.get(name)), ()),
        date=_date(item.get("issued")),
        container=next((fields[name] for name in _CONTAINERS if fields.get(name)), None),
        publisher=fields.get("publisher") or None,
        url=_scalar(item.get("URL")) or (doi_address(doi) if doi else None),
        type=fields.get("type") or None,
        fields={name: text for name, text in fields.items() if text and name not in _SAID_ELSEWHERE},
    )


def _field(name: str, value: Any, people: Mapping[str, tuple[Person, ...]]) -> str:
    """Any value as one line of text, so that nothing the item says is lost."""
    if name in people:
        return names_text(people[name])
    if name in _ANY_DATE and isinstance(value, dict):
        return _date(value) or ""
    if isinstance(value, list) and all(isinstance(part, str | int | float) for part in value):
        return ", ".join(_scalar(part) for part in value)
    if isinstance(value, dict | list):
        return plain_text(json.dumps(value, ensure_ascii=False))
    return _scalar(value)


def _scalar(value: Any) -> str:
    if isinstance(value, str):
        return plain_text(_RICH_TEXT.sub("", value))
    if isinstance(value, bool) or not isinstance(value, int | float):
        return ""
    return str(value)


def _is_name_list(name: str, value: Any) -> bool:
    """Whether it is a list of names: objects with a part of a name each, or an author as mere text."""
    if name in _AUTHORS:
        return True
    if not isinstance(value, list) or not value:
        return False
    return all(isinstance(one, dict) and not _NAME_PARTS.isdisjoint(one) for one in value)


def _people(names: Any) -> tuple[Person, ...]:
    listed = names if isinstance(names, list) else [names]
    return tuple(person for person in map(_person, listed) if person.family)


def _person(name: Any) -> Person:
    if not isinstance(name, dict):
        return Person(family=_scalar(name))
    parts = {key: _scalar(value) for key, value in name.items()}
    whole = parts.get("literal") or parts.get("name", "")
    if whole or not parts.get("family"):
        whole = whole or parts.get("given", "")
        return OTHERS if whole.casefold().rstrip(".") in ("others", "et al") else Person(family=whole)
    particle = parts.get("non-dropping-particle") or parts.get("dropping-particle", "")
    given = ", ".join(part for part in (parts.get("given"), parts.get("suffix")) if part)
    return Person(family=f"{particle} {parts['family']}".strip(), given=given)


def _date(value: Any) -> str | None:
    """ISO 8601 as far as it is known: `2020-11-10`, `2014/2016`; text as written; None for nothing."""
    if not isinstance(value, dict):
        return _scalar(value) or None
    written = _scalar(value.get("raw")) or _scalar(value.get("literal"))
    parts = value.get("date-parts")
    ends = [_calendar(end) for end in parts[:2]] if isinstance(parts, list) else []
    known = [end for end in ends if end]
    circa = "~" if value.get("circa") not in (None, False, 0, "", "0", "false") else ""
    return "/".join(end + circa for end in known) or written or None


def _calendar(parts: Any) -> str:
    if not isinstance(parts, list):
        return ""
    numbers: list[int] = []
    for part in parts[:3]:
        text = _scalar(part)
        if not re.fullmatch(r"-?\d{1,4}", text):
            break
        numbers.append(int(text))
    if not numbers or numbers[0] == 0:
        return ""
    year, month, day = [*numbers, 0, 0][:3]
    # CSL counts years before Christ as historians do, ISO 8601 has a year 0 between.
    return calendar_date(year + 1 if year < 0 else year, month, day)
