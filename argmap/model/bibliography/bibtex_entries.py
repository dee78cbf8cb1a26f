"""From the fields of a BibTeX or BibLaTeX entry to a source."""

from collections.abc import Mapping
from itertools import islice

import attrs

from argmap.model.bibliography.addresses import address_in, arxiv_address, doi_address
from argmap.model.bibliography.dates import iso_date
from argmap.model.bibliography.latex import decode, plain_text, verbatim
from argmap.model.bibliography.names import people
from argmap.model.elements import Source
from argmap.model.reference_text import names_text
from argmap.source.spans import Span

_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
_PUBLISHERS = ("publisher", "institution", "organization", "school")
_SAID_ELSEWHERE = frozenset({"author", "title", "date", "year", "url"})
_NAME_LISTS = frozenset(
    {"author", "editor", "translator", "bookauthor", "editora", "editorb", "editorc", "commentator"}
    | {"annotator", "introduction", "foreword", "afterword", "holder", "shortauthor", "shorteditor"}
)
_VERBATIM = frozenset({"url", "doi", "eprint", "file", "pdf", "isbn", "issn", "verba", "verbb", "verbc"})

# An entry stands on at most so many others: a chapter in a volume of a set, with room for shared data.
_INHERITANCE_DEPTH = 4
# BibLaTeX knows some 150 fields. Without a limit, many children of one huge parent would fill the memory.
_INHERITED_FIELDS = 300
_NEVER_INHERITED = frozenset(
    {"crossref", "xref", "xdata", "ids", "entryset", "related", "label", "sortkey", "shorthand"}
    | {"title", "subtitle", "titleaddon", "shorttitle", "author", "bookauthor"}
)
_TITLES = ("title", "subtitle", "titleaddon")


@attrs.frozen
class Entry:
    """One entry as written: fields by name in lower case, values still in LaTeX; `span` is its first line."""

    key: str
    type: str
    fields: Mapping[str, str]
    span: Span


def inherit(entry: Entry, entries: Mapping[str, Entry]) -> Entry:
    """The entry with the fields that `crossref` and `xdata` hand down to it.

    What the entry says itself counts. A parent's title becomes the child's `booktitle` (or journal), its
    author the author of the book (biblatex manual, appendix B). Unknown keys and circles give nothing.
    """
    fields = dict(entry.fields)
    seen = {entry.key}
    waiting = _parents(entry)
    for _ in range(_INHERITANCE_DEPTH):
        found = [(entries[key], shared) for key, shared in waiting if key in entries and key not in seen]
        waiting = []
        for parent, shared in found:
            seen.add(parent.key)
            given = parent.fields if shared else _handed_down(parent, entry)
            for name, value in islice(given.items(), _INHERITED_FIELDS):
                fields.setdefault(name, value)
            waiting += _parents(parent)
    return attrs.evolve(entry, fields=fields)


def unknown_parents(entry: Entry, entries: Mapping[str, Entry]) -> list[str]:
    """Keys in `crossref` and `xdata` that no entry has."""
    return [key for key, _ in _parents(entry) if key not in entries]


def to_source(entry: Entry) -> Source:
    """The source that an entry describes. Never raises."""
    fields = {name: _text(name, value) for name, value in entry.fields.items()}
    fields = {name: value for name, value in fields.items() if value}
    authors = people(entry.fields.get("author", "")) or people(entry.fields.get("editor", ""))
    title = _whole_title(fields) or fields.get("booktitle") or fields.get("maintitle") or ""
    container = next((fields[name] for name in _CONTAINERS if name in fields), None)
    return Source(
        key=entry.key,
        title=title,
        span=entry.span,
        authors=authors,
        date=iso_date(fields),
        container=container if container != title else None,
        publisher=next((fields[name] for name in _PUBLISHERS if name in fields), None),
        url=_address(fields, entry.fields.get("howpublished", "")),
        type=entry.type,
        fields={name: value for name, value in fields.items() if name not in _SAID_ELSEWHERE},
    )


def _parents(entry: Entry) -> list[tuple[str, bool]]:
    """Keys of the entries it takes fields from, and whether from shared data (all fields as they are)."""
    shared = [(key, True) for key in map(plain_text, entry.fields.get("xdata", "").split(",")) if key]
    crossref = plain_text(entry.fields.get("crossref", ""))
    return [*shared, (crossref, False)] if crossref else shared


def _handed_down(parent: Entry, child: Entry) -> dict[str, str]:
    first = islice(parent.fields.items(), _INHERITED_FIELDS)
    fields = {name: value for name, value in first if name not in _NEVER_INHERITED}
    prefix = "journal" if parent.type in ("periodical", "journal") else "book"
    fields |= {prefix + name: parent.fields[name] for name in _TITLES if name in parent.fields}
    if author := parent.fields.get("author"):
        fields["author" if child.type in ("inbook", "bookinbook", "suppbook") else "bookauthor"] = author
    return fields


def _text(name: str, value: str) -> str:
    if name in _NAME_LISTS:
        return names_text(people(value))
    return verbatim(value) if name in _VERBATIM else decode(value)


def _whole_title(fields: Mapping[str, str]) -> str:
    title, subtitle = fields.get("title", ""), fields.get("subtitle", "")
    joint = " " if title.endswith((":", "?", "!")) else ": "
    return f"{title}{joint}{subtitle}" if title and subtitle else title


def _address(fields: Mapping[str, str], howpublished: str) -> str | None:
    if url := fields.get("url"):
        return url
    if doi := fields.get("doi"):
        return doi_address(doi)
    kind = fields.get("eprinttype") or fields.get("archiveprefix", "")
    if kind.lower() == "arxiv" and "eprint" in fields:
        return arxiv_address(fields["eprint"])
    return address_in(verbatim(howpublished))
