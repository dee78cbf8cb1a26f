"""People in a BibTeX or BibLaTeX name list.

BibTeX's forms are `First von Last`, `von Last, First` and `von Last, Jr, First`, joined by `and`; braces
hold a name together (Patashnik, *BibTeXing*, 1988, section 4). BibLaTeX adds `family=..., given=...`
(Kime and others, *The biblatex package*, section 3.4).
"""

import re
from functools import lru_cache

from argmap.model.bibliography.latex import decode
from argmap.model.elements import Person
from argmap.model.reference_text import OTHERS

_NAMED_PART = re.compile(r"\s*(family|given|prefix|suffix)(?:-i)?\s*=", re.IGNORECASE)
_ET_AL = re.compile(r"(?:,?\s+and|,)?\s+et\s+al\.?\s*$", re.IGNORECASE)


@lru_cache(maxsize=1024)
def people(names: str) -> tuple[Person, ...]:
    """Everyone in a name list as written in LaTeX; `and others` becomes `OTHERS` at the end.

    Never raises: a name that keeps to no form is taken whole as the family name.
    """
    from bibtexparser.middlewares.names import split_multiple_persons_names

    listed = split_multiple_persons_names(_ET_AL.sub(" and others", names))
    found = [_person(" ".join(name.split())) for name in listed]
    return tuple(person for person in found if person.family.strip(" ,;"))


def _person(name: str) -> Person:
    if name.casefold() == "others":
        return OTHERS
    if _NAMED_PART.match(name):
        return _from_named_parts(name)
    return _from_words(name)


def _from_words(name: str) -> Person:
    from bibtexparser.middlewares.names import parse_single_name_into_parts

    parts = parse_single_name_into_parts(name, strict=False)
    if not parts.last:
        return Person(family=decode(name))
    given = decode(" ".join(parts.first))
    suffix = decode(" ".join(parts.jr))
    return Person(
        family=decode(" ".join([*parts.von, *parts.last])),
        given=", ".join(part for part in (given, suffix) if part),
    )


def _from_named_parts(name: str) -> Person:
    parts: dict[str, str] = {}
    for piece in name.split(","):
        key, _, value = piece.partition("=")
        parts.setdefault(key.strip().lower(), decode(value.strip().strip('"')))
    family = " ".join(part for part in (parts.get("prefix"), parts.get("family")) if part)
    given = ", ".join(part for part in (parts.get("given"), parts.get("suffix")) if part)
    return Person(family=family or given, given=given if family else "")
