"""What two versions of a part say: which fields differ, once both are read as the new map would say it."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

from argmap.model.elements import Citation
from argmap.reasoning.difference.changes import Change
from argmap.reasoning.difference.pairs import Pairs

T = TypeVar("T")

Read = Callable[[Any], object]
Fields = Mapping[str, tuple[Read, Read]]
"""By field, how its value is read in the old map and in the new one, so that equal values mean the same."""


def same(read: Read) -> tuple[Read, Read]:
    """A field that is read alike in both maps."""
    return read, read


def cited(sources: Pairs) -> tuple[Read, Read]:
    """Citations without their order, by what the sources are called now."""

    def read(citations: Iterable[Citation], names: Mapping[str, str]) -> object:
        return sorted((names.get(one.key, one.key), one.prefix, one.locator) for one in citations)

    return lambda part: read(part.citations, sources.new_of), lambda part: read(part.citations, {})


def changed_parts(
    old: Mapping[str, T], new: Mapping[str, T], pairs: Pairs, fields: Fields
) -> list[Change[T]]:
    """Parts that were added or say something else, in the new order, then those that were removed."""
    found: list[Change[T]] = []
    for name, part in new.items():
        if name not in pairs.old_of:
            found.append(Change(None, part))
            continue
        before = old[pairs.old_of[name]]
        differing = tuple(
            field for field, (read_old, read_new) in fields.items() if read_old(before) != read_new(part)
        )
        if differing:
            found.append(Change(before, part, differing))
    found += (Change(part, None) for name, part in old.items() if name not in pairs.new_of)
    return found
