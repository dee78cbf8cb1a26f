"""A label, a source's key, a reader's name or a section's name changed, everywhere it is referred to."""

import os
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

import attrs

from argmap.edits.change import Change, Refused, counted, listed
from argmap.edits.naming import KINDS, Named, NameKind, Place, noun_of, places
from argmap.edits.writing import is_key, is_label, is_reader, one_line, written
from argmap.language.suggestions import nearest
from argmap.model.elements import Section
from argmap.model.names import SectionWords, normal, slug
from argmap.model.reading import Reading
from argmap.source.edits import TextEdit
from argmap.source.spans import Span

_MOST_WARNINGS = 3
_FORM = (
    "it is one word of letters, digits, `-`, `_` and `.`, with a letter first and a letter or a digit last"
)


def rename(
    reading: Reading,
    old: str,
    new: str,
    *,
    kind: NameKind | None = None,
    others: Iterable[Reading] = (),
) -> Change:
    """Give what is called `old` another name in all texts of a map.

    A section is named by its title, or by the word that references make of it; its new name is a title. With
    no `kind` the name must be that of one thing only. `others` are further maps that may include the same
    files, such as readers' reviews: what they refer to is renamed there, too, and they count for whether the
    new name is free. Lines that cannot be read are searched as well; comments are left alone.

    Raises Refused where nothing has the old name, or several things, and where the new name cannot be used.
    """
    own = Named(reading)
    old, new = normal(old.strip().removeprefix("@")), normal(one_line(new).removeprefix("@"))
    what = _kind(own, old, kind)
    if what == "section":
        return _rename_section(own, old, new, _sharing(own, others, _section_file(own, old)))
    _refuse_unfit(own, old, new, what)
    home = own.definition(what, old)
    shared = [own, *_sharing(own, others, home.file)]
    for map in shared:
        _refuse_taken(map, new, what)
    found = [place for map in shared for place in places(map, what, old)]
    edits = _edits(own, ((place, place.at + new) for place in found))
    says = f"rename the {noun_of(own, what, old)} {old} to {new}: {_count(edits)}"
    return Change(says, edits, tuple(_warnings(shared, what, old, new)))


def _count(edits: Sequence[TextEdit]) -> str:
    files = {edit.span.file for edit in edits}
    return f"{counted(len(edits), 'place')} in {counted(len(files), 'file')}"


def _kind(named: Named, old: str, kind: NameKind | None) -> NameKind:
    kinds = [one for one in KINDS if named.has(one, old)]
    if kind is not None and kind in kinds:
        return kind
    if kind is None and len(kinds) == 1:
        return kinds[0]
    if kind is None and kinds:
        nouns = listed(f"a {noun_of(named, one, old)}" for one in kinds)
        raise Refused(f"{old} is {nouns}: say which is meant")
    if named.lost(old):
        raise Refused(f"{old} is defined in a line that could not be read: mend that line first")
    noun = {"label": "claim or question", None: "claim, question, source, reader or section"}
    near = nearest(old, chain.from_iterable(named.names(one) for one in KINDS if kind in {None, one}))
    hint = f"; did you mean {near[0]}?" if near else ""
    raise Refused(f"no {noun.get(kind, kind)} is called {old}{hint}")


def _refuse_unfit(named: Named, old: str, new: str, kind: NameKind) -> None:
    if new == old:
        raise Refused(f"{old} is its name already")
    if kind == "label":
        if named.is_number(old):
            raise Refused(f"{old} is a line of standard form, and its number is its name")
        if not is_label(new):
            raise Refused(f"“{new}” cannot be a label: {_FORM}")
    elif kind == "reader":
        if not is_reader(new):
            raise Refused(f"“{new}” cannot be a reader's name: {_FORM}")
    else:
        in_map = named.definition("source", old).file in named.reading.trees
        if not is_key(new) or (in_map and not is_reader(new)):
            raise Refused(f"“{new}” cannot be the key of a source: {_FORM}")


def _refuse_taken(named: Named, new: str, kind: NameKind) -> None:
    if named.has(kind, new):
        raise Refused(f"there is a {noun_of(named, kind, new)} {new} already")
    if kind == "label" and named.resolver.find(new, None) is not None:
        raise Refused(f"@{new} means a line of standard form already")
    if named.lost(new):
        raise Refused(f"a line that could not be read has the name {new}: mend that line first")


def _sharing(own: Named, others: Iterable[Reading], home: str) -> list[Named]:
    """Those of other maps that read the file in which the name is defined."""
    real = os.path.realpath(home)
    return [
        Named(other)
        for other in others
        if other is not own.reading
        and any(os.path.realpath(file) == real for file in (*other.trees, *other.bibliographies))
    ]


def _edits(own: Named, places: Iterable[tuple[Place, str]]) -> tuple[TextEdit, ...]:
    """The edits, each once, though several maps read a file, and each by a name of its own."""
    names = {os.path.realpath(file): file for file in (*own.reading.trees, *own.reading.bibliographies)}
    found: dict[tuple[str, int], TextEdit] = {}
    for place, replacement in places:
        real = os.path.realpath(place.span.file)
        file = names.setdefault(real, place.span.file)
        span = attrs.evolve(place.span, file=file)
        found.setdefault((file, span.start), TextEdit(span, replacement))
    return tuple(found.values())


def _warnings(maps: Sequence[Named], kind: NameKind, old: str, new: str) -> Iterator[str]:
    meaning = dict.fromkeys(span for map in maps for span in map.undefined(kind, new))
    if meaning:
        yield f"{_at(maps, meaning)}: what is written here would then refer to {new}"
    as_text = dict.fromkeys(span for map in maps for span in map.read_as_text(kind, old))
    if as_text:
        yield f"{_at(maps, as_text)}: {old} was read as text here, and stays"


def _at(maps: Sequence[Named], spans: Iterable[Span]) -> str:
    """`a.argmap:3, a.argmap:9`: the lines of spans, the first few of them."""
    texts = {name: text for map in reversed(maps) for name, text in map.texts.items()}
    where = list(dict.fromkeys(f"{s.file}:{texts[s.file].position(s.start)[0]}" for s in spans))
    more = f" and {len(where) - _MOST_WARNINGS} more" if len(where) > _MOST_WARNINGS else ""
    return ", ".join(where[:_MOST_WARNINGS]) + more


def _section_file(named: Named, old: str) -> str:
    return named.definitions.sections[named.section_id(old)].span.file


def _rename_section(own: Named, old: str, new: str, others: Sequence[Named]) -> Change:
    """The title, and the references to numbered lines of sections whose word becomes another one."""
    identity = own.section_id(old)
    title = own.definitions.sections[identity]
    if one_line(title.title) == new:
        raise Refused(f"{new} is its name already")
    as_written = written(new, "section")
    home = title.span
    found: list[tuple[Place, str]] = []
    for map in (own, *others):
        ids = _new_ids(map, home, new)
        if any(
            slug(one.title) == slug(new) for one in map.definitions.sections.values() if not _is(one, home)
        ):
            raise Refused(f"there is a section of that name already: {slug(new)}")
        found += _section_places(map, ids)
    edits = _edits(own, [(own.section_title(identity), as_written), *found])
    return Change(f"rename the section {title.title} to {new}: {_count(edits)}", edits)


def _new_ids(named: Named, home: Span, new: str) -> dict[str, str]:
    """The ids of a map's sections once the one at `home` has its new title."""
    words = SectionWords()
    return {
        identity: words.next(new if _is(section, home) else section.title)[1]
        for identity, section in named.definitions.sections.items()
    }


def _is(section: Section, home: Span) -> bool:
    same = os.path.realpath(section.span.file) == os.path.realpath(home.file)
    return same and section.span.start == home.start


def _section_places(named: Named, ids: dict[str, str]) -> Iterator[tuple[Place, str]]:
    for place, label in named.numbered_from_outside():
        section, _, number = label.rpartition(".")
        if ids.get(section, section) != section:
            new = f"{ids[section]}.{number}"
            if new in named.definitions.labels.spans and new not in named.definitions.order:
                raise Refused(f"@{new} means another claim already")
            yield place, place.at + new
