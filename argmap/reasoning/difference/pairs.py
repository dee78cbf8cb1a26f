"""Which part of the new map is which part of the old one, while that is being found out."""

from collections.abc import Callable, Hashable, Iterable

import attrs


@attrs.define
class Pairs:
    """Parts of two maps, by label or id, two by two; no part is in two pairs."""

    new_of: dict[str, str] = attrs.field(factory=dict)
    old_of: dict[str, str] = attrs.field(factory=dict)

    def add(self, old: str, new: str) -> None:
        """Say that two parts are one."""
        self.new_of[old] = new
        self.old_of[new] = old


def pair_by(
    pairs: Pairs,
    olds: Iterable[str],
    news: Iterable[str],
    *,
    old_key: Callable[[str], Hashable],
    new_key: Callable[[str], Hashable],
) -> None:
    """Pair the parts that are in no pair yet and have the same key, in their order; None is no key."""
    waiting: dict[Hashable, list[str]] = {}
    for new in news:
        if new not in pairs.old_of and (key := new_key(new)) is not None:
            waiting.setdefault(key, []).append(new)
    for found in waiting.values():
        found.reverse()
    for old in olds:
        if old in pairs.new_of or (key := old_key(old)) is None:
            continue
        if same := waiting.get(key):
            pairs.add(old, same.pop())
