"""How a source is named to a reader: short on a card, in a citation, and in full in a list of sources.

Author-date references after the Chicago Manual of Style (17th ed., chapter 15). Newspapers and
organisations that speak in their own name are dated to the day, as notes do. Months are in English, as
the keywords of the language are.
"""

import re
from collections.abc import Sequence

from argmap.model.elements import Citation, Person, Source
from argmap.model.map import ArgumentMap

OTHERS = Person(family="others")
"""Ends a list of authors that the entry itself cut short: BibTeX's `and others`."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# ISO 8601 to the year, month or day; the marks after it are EDTF's for "about" and "perhaps".
_ISO_DATE = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\S*)?)?)?([~?%]?)")
# Books that nobody signed are known by title; reports are known by who published them.
_KNOWN_BY_TITLE = frozenset({"book", "mvbook", "collection", "mvcollection", "proceedings", "reference"})
_TITLE_LENGTH = 40
_AUTHORS_IN_FULL = 10


def short_reference(source: Source) -> str:
    """Who and when: `Frankfurt 1969`, `Libet et al. 1983`, `Kommersant, 10 November 2020`.

    Without an author it is the container, the publisher or the title that names the source; without a
    date `n.d.` stands for it. Never the key, unless the source says nothing of itself.
    """
    name = _author_names(source.authors) or _name_without_author(source)
    personal = any(person.given for person in source.authors)
    when, to_the_day = _when(source.date, to_the_day=not personal)
    by_title = not source.authors and name not in (source.container, source.publisher)
    return f"{name}, {when}" if to_the_day or by_title else f"{name} {when}"


def cite(source: Source | None, citation: Citation) -> str:
    """A citation as a reader sees it: `see van Inwagen 1983, p. 16`.

    `source` is what the citation's key stands for, or None when nothing does; then the key is spelled
    out, since it is all there is.
    """
    name = short_reference(source) if source else _spell_out(citation.key)
    words = f"{citation.prefix} {name}".strip()
    return f"{words}, {citation.locator}" if citation.locator else words


def cite_on(argument_map: ArgumentMap, citation: Citation) -> str:
    """A citation as it stands on the map: of the text that is being mapped only the place, `para. 8`.

    The map's caption names that text once.
    """
    if citation.key == argument_map.text and citation.locator and not citation.prefix:
        return citation.locator
    return cite(argument_map.sources.get(citation.key), citation)


def full_reference(source: Source) -> str:
    """One line of plain text: authors, date, title, container, publisher, address."""
    authors = _all_authors(source)
    date = f"({date_text(source.date) if source.date else 'n.d.'})"
    parts = [f"{authors} {date}" if authors else "", source.title]
    if not authors:
        parts = [f"{source.title} {date}" if source.title else f"{_name_without_author(source)} {date}"]
    parts += [_container(source), source.publisher or ""]
    sentences = [part if part.endswith((".", "?", "!", "…")) else f"{part}." for part in parts if part]
    return " ".join([*sentences, source.url] if source.url else sentences)


def date_text(date: str) -> str:
    """An ISO 8601 date or interval in words: `10 November 2020`, `November 2020`, `2014–2016`, `c. 1723`.

    A date in any other form is returned as written.
    """
    ends = date.split("/")
    if len(ends) == 2 and all(end and end != ".." for end in ends):
        return _interval(*(date_text(end) for end in ends))
    match = _ISO_DATE.fullmatch(ends[0]) if len(ends) == 1 or not ends[1].strip(".") else None
    if not match or not _is_calendar_date(match[2], match[3]):
        return date
    words = [str(int(match[3]))] if match[3] else []
    words += [MONTHS[int(match[2]) - 1]] if match[2] else []
    words.append(_year_text(int(match[1])))
    uncertain = "?" if match[4] in ("?", "%") else ""
    about = "c. " if match[4] in ("~", "%") else ""
    onward = "–" if len(ends) == 2 else ""
    return f"{about}{' '.join(words)}{uncertain}{onward}"


def _interval(first: str, last: str) -> str:
    """`9–10 November 2020`, `27 September – 10 November 2020`, `1991–1994`: what both say is said once."""
    begins, ends = first.split(" "), last.split(" ")
    certain = begins[-1].isdecimal() and ends[-1].isdecimal() and first != last
    while certain and len(begins) == len(ends) > 1 and begins[-1] == ends[-1]:
        begins.pop()
        ends.pop()
    dash = "–" if len(begins) == len(ends) == 1 and begins[0].isdecimal() and ends[0].isdecimal() else " – "
    return f"{' '.join(begins)}{dash}{last}"


def names_text(people: Sequence[Person]) -> str:
    """Names in full, as a field of an entry keeps them: `Ada Lovelace; Charles Babbage`."""
    return "; ".join(f"{person.given} {person.family}".strip() for person in people)


def _author_names(authors: Sequence[Person]) -> str:
    named = [person.family for person in authors if person != OTHERS]
    if not named:
        return ""
    if len(named) > 2 or len(named) < len(authors):
        return f"{named[0]} et al."
    return " & ".join(named)


def _name_without_author(source: Source) -> str:
    title = shorten(source.title, limit=_TITLE_LENGTH)
    if source.type in _KNOWN_BY_TITLE and title:
        return title
    return source.container or source.publisher or title or source.key


def _when(date: str | None, *, to_the_day: bool) -> tuple[str, bool]:
    """The date in words, and whether it says more than the year."""
    if not date:
        return "n.d.", False
    match = _ISO_DATE.match(date)
    if not match:
        return shorten(date, limit=_TITLE_LENGTH), False
    if to_the_day and match[2]:
        return date_text(date), True
    years = dict.fromkeys(_year_only(end) for end in date.split("/"))
    return date_text("/".join(years)), False


def _year_only(date: str) -> str:
    match = _ISO_DATE.fullmatch(date)
    return match[1] + match[4] if match else date


def _is_calendar_date(month: str | None, day: str | None) -> bool:
    return (month is None or 1 <= int(month) <= 12) and (day is None or 1 <= int(day) <= 31)


def _year_text(year: int) -> str:
    # ISO 8601 has a year 0, which historians call 1 BC.
    return str(year) if year > 0 else f"{1 - year} BC"


def shorten(text: str, *, limit: int) -> str:
    """The text, or as many of its first words as fit `limit` characters, with an ellipsis.

    A main title that fits is kept without its subtitle.
    """
    if len(text) <= limit:
        return text
    main_title = re.split(r"[:.?!;] | [–—] ", text, maxsplit=1)[0]
    if len(main_title) <= limit:
        return main_title
    cut = text[: limit - 1]
    words = cut.rpartition(" ")[0] if text[limit - 1] != " " else cut
    return (words or cut).rstrip(" ,;:–—-") + "…"


def _spell_out(key: str) -> str:
    spaced = re.sub(r"[-_.:/]+", " ", key).strip()
    return re.sub(r"(?<=[^\W\d])(?=\d{4}[a-z]?\b)", " ", spaced) or key


def _all_authors(source: Source) -> str:
    named = [person for person in source.authors if person != OTHERS]
    shown = [
        f"{person.family}, {person.given}" if person.given else person.family
        for person in named[:_AUTHORS_IN_FULL]
    ]
    if len(shown) < len(source.authors):
        text = f"{'; '.join(shown)} et al."
    else:
        text = " & ".join(part for part in ("; ".join(shown[:-1]), *shown[-1:]) if part)
    if text and source.fields.get("editor") == names_text(source.authors):
        return f"{text} ({'eds.' if len(source.authors) > 1 else 'ed.'})"
    return text


def _container(source: Source) -> str:
    if not source.container:
        return ""
    fields = source.fields
    volume = fields.get("volume", "")
    number = fields.get("number") or fields.get("issue", "")
    pages = fields.get("pages") or fields.get("page", "")
    issue = f"{volume}({number})" if volume and number else volume or number
    name = f"{source.container} {issue}".rstrip()
    return f"{name}, {_en_dashes(pages)}" if pages else name


def _en_dashes(pages: str) -> str:
    return re.sub(r"(?<=\w)\s*-{1,2}\s*(?=\w)", "–", pages)
