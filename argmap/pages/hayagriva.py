r"""A map's sources as Hayagriva entries, which Typst sets in a citation style.

The form is Hayagriva's YAML (*Hayagriva file format*, version 0.9), written as JSON, which YAML contains.
Titles there may hold `{verbatim}` text and `$formulas$`: what a source says is escaped, so that a reader
sees it as it is.
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import quote, urlsplit

from argmap.drawing.escape import clean
from argmap.model.elements import Person, Source
from argmap.model.reference_text import OTHERS, date_text, names_text

_TYPES: Mapping[str, str] = {
    # BibTeX and BibLaTeX
    "article": "article",
    "book": "book",
    "mvbook": "book",
    "booklet": "book",
    "collection": "anthology",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "article",
    "conference": "article",
    "proceedings": "proceedings",
    "report": "report",
    "techreport": "report",
    "thesis": "thesis",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "online": "web",
    "electronic": "web",
    "www": "web",
    "legislation": "legislation",
    "jurisdiction": "case",
    "unpublished": "manuscript",
    "video": "video",
    "audio": "audio",
    # CSL
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "chapter": "chapter",
    "paper-conference": "article",
    "webpage": "web",
    "post": "post",
    "post-weblog": "web",
    "bill": "legislation",
    "legal_case": "case",
    "manuscript": "manuscript",
    "motion_picture": "video",
    "broadcast": "audio",
    "entry-encyclopedia": "entry",
    "entry-dictionary": "entry",
    # A word that a `source` block may use for an outlet.
    "newspaper": "article",
    "web": "web",
}
_PARENTS: Mapping[str, str] = {
    "article": "periodical",
    "chapter": "anthology",
    "entry": "reference",
    "web": "web",
    "post": "web",
}
_PARENTS_BY_TYPE: Mapping[str, str] = {
    "article-newspaper": "newspaper",
    "newspaper": "newspaper",
    "inproceedings": "proceedings",
    "conference": "proceedings",
    "paper-conference": "proceedings",
}
_MARKUP = re.compile(r"[\\{}$]")
_ISO_DATE = re.compile(r"(-?\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?:T\S*)?([~?%]?)")
_TO_THE_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_PLAIN_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_URL_CHARACTERS = "%/:?#@!$&()*+,;=~-._"


def hayagriva(sources: Mapping[str, Source]) -> str:
    """The entries by the keys given, in their order; every text safe, every entry one that Typst accepts."""
    return json.dumps({key: _entry(source) for key, source in sources.items()}, ensure_ascii=False)


def _entry(source: Source) -> dict[str, Any]:
    fields = source.fields
    kind = _TYPES.get((source.type or "").casefold()) or _likely_type(source)
    entry: dict[str, Any] = {"type": kind, "title": _title(source.title or source.key)}
    people = [_person(person) for person in source.authors]
    if people:
        edited = fields.get("editor") == names_text(source.authors)
        entry["editor" if edited else "author"] = people
    date = _date(source.date)
    if date:
        entry["date"] = date
    numbers = {
        "volume": fields.get("volume"),
        "issue": fields.get("issue") or fields.get("number"),
    }
    if source.container:
        entry["parent"] = {
            "type": _parent_type(source, kind),
            "title": _title(source.container),
            **_written(numbers),
        }
    else:
        entry |= _written(numbers)
    pages = fields.get("pages") or fields.get("page")
    place = fields.get("publisher-place") or fields.get("address") or fields.get("location")
    entry |= _written(
        {
            "page-range": re.sub(r"(?<=\w)\s*-{1,2}\s*(?=\w)", "–", pages) if pages else None,
            "edition": fields.get("edition"),
            "note": None if date or not source.date else date_text(source.date),
        }
    )
    if source.publisher:
        entry["publisher"] = {"name": _escaped(source.publisher), **_written({"location": place})}
    elif place:
        entry["location"] = _escaped(place)
    if address := _address(source.url):
        entry["url"] = address
    return entry


def _likely_type(source: Source) -> str:
    if source.container:
        return "article"
    return "book" if source.authors and source.publisher else "misc"


def _parent_type(source: Source, kind: str) -> str:
    if found := _PARENTS_BY_TYPE.get((source.type or "").casefold()):
        return found
    volumes = not source.fields.keys().isdisjoint({"volume", "number", "issue"})
    if kind == "article" and not source.authors and not volumes and _TO_THE_DAY.match(source.date or ""):
        # What nobody signs and only a day tells apart is news, which styles name by its outlet.
        return "newspaper"
    return _PARENTS.get(kind, "periodical")


def _title(text: str) -> str:
    # In braces, so that no style changes its capitals: by English rules it would, in any language.
    return f"{{{_escaped(text)}}}"


def _written(fields: Mapping[str, str | None]) -> dict[str, str]:
    return {name: _escaped(value) for name, value in fields.items() if value}


def _escaped(text: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", _line(text))


def _line(text: str) -> str:
    return " ".join(clean(text).split()) or "–"


def _person(person: Person) -> dict[str, str]:
    if person == OTHERS:
        return {"name": "others"}
    given, _, suffix = person.given.partition(", ")
    parts = {"given-name": given, "suffix": suffix}
    return {"name": _line(person.family), **{name: _line(part) for name, part in parts.items() if part}}


def _date(date: str | None) -> str | None:
    """The date as Hayagriva takes it, of an interval its end; None for what is no date of the calendar."""
    if not date:
        return None
    for end in reversed(date.split("/")):
        match = _ISO_DATE.fullmatch(end)
        if match:
            return ("~" if match[4] else "") + "-".join(part for part in match.groups()[:3] if part)
    return None


def _address(url: str | None) -> str | None:
    """An address that every reader of addresses takes (WHATWG URL); None for what may be none."""
    text = clean(url or "").strip()
    if not _ADDRESS.match(text):
        return None
    try:
        parts = urlsplit(text)
        host = (parts.hostname or "").encode("idna").decode("ascii")
        host.encode("ascii").decode("idna")
        plain = parts.username is None and parts.port is None
    except (UnicodeError, ValueError):
        return None
    if not plain or not _PLAIN_HOST.fullmatch(host):
        return None
    rest = parts._replace(scheme="", netloc="").geturl()
    return f"{parts.scheme}://{host}{quote(rest, safe=_URL_CHARACTERS)}"
