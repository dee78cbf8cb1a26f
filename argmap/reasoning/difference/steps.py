"""Which step of a new map is which of the old one, once the claims are matched.

A step is known by what it bears on and by its premises: by all of them, else by the first, else by any; and
one that bears on something else now, by its kind and all its premises.
"""

from collections.abc import Callable, Hashable, Mapping, Sequence

import attrs

from argmap.model.elements import Inference
from argmap.model.map import ArgumentMap
from argmap.reasoning.difference.pairs import Pairs, pair_by


@attrs.frozen
class _Side:
    """One of the two maps, whose claims and steps are called as in the new map."""

    map: ArgumentMap
    claim: Callable[[str], str | None]
    step: Callable[[str], str | None]

    def target(self, step: Inference) -> Hashable:
        """What a step bears on; None where the new map or the old one does not have it."""
        return self.step(step.target) if step.kind == "undercut" else self.claim(step.target)

    def aimed(self, step: Inference, *more: Hashable) -> Hashable:
        """A key of the target and more; None without a target."""
        target = self.target(step)
        return None if target is None else (target, step.kind == "undercut", *more)

    def premises(self, step: Inference) -> Hashable:
        """All premises with their roles, whatever their order; None where one is in one map only."""
        found = [(premise.role, self.claim(premise.claim)) for premise in step.premises]
        return None if any(claim is None for _, claim in found) else tuple(sorted(map(str, found)))

    def first(self, step: Inference) -> str | None:
        """The premise that opens the step."""
        return self.claim(step.premises[0].claim) if step.premises else None


_Key = Callable[[_Side, Inference], Hashable]


def _said(side: _Side, step: Inference) -> Hashable:
    """All that a step says, save what it bears on."""
    answers = tuple(sorted(step.critical_questions.items()))
    said = (step.kind, step.keyword, step.strength, step.scheme or "", answers, tuple(sorted(step.tags)))
    return (side.premises(step), *said)


def _wholly(side: _Side, step: Inference) -> Hashable:
    return None if side.premises(step) is None else side.aimed(step, _said(side, step))


def _with_undercuts(side: _Side, levels: Sequence[Sequence[str]]) -> Mapping[str, int]:
    """For each step a figure that tells all that it and its undercuts say."""
    figures: dict[str, int] = {}
    for level in reversed(levels):
        for id in level:
            cuts = sorted(figures.get(cut.id, 0) for cut in side.map.undercuts(id))
            figures[id] = hash((_said(side, side.map.inferences[id]), tuple(cuts)))
    return figures


def _kind_and_premises(side: _Side, step: Inference) -> Hashable:
    premises = side.premises(step)
    return None if premises is None else side.aimed(step, step.kind, premises)


def _kind_and_first(side: _Side, step: Inference) -> Hashable:
    first = side.first(step)
    return None if first is None else side.aimed(step, step.kind, first)


def _first(side: _Side, step: Inference) -> Hashable:
    first = side.first(step)
    return None if first is None else side.aimed(step, first)


def _premises_only(side: _Side, step: Inference) -> Hashable:
    premises = side.premises(step)
    return None if premises is None else (step.kind, premises)


_ON_THE_SAME_TARGET: tuple[_Key, ...] = (_wholly, _kind_and_premises, _kind_and_first, _first)


def match_steps(old: ArgumentMap, new: ArgumentMap, claims: Pairs) -> Pairs:
    """Steps two by two; linear in the size of the maps, save for sorting."""
    pairs = Pairs()
    before = _Side(old, claims.new_of.get, pairs.new_of.get)
    after = _Side(new, lambda label: label if label in claims.old_of else None, lambda step: step)
    old_levels, new_levels = _levels(old), _levels(new)
    old_figures, new_figures = _with_undercuts(before, old_levels), _with_undercuts(after, new_levels)

    def with_undercuts(side: _Side, step: Inference) -> Hashable:
        return side.aimed(step, (old_figures if side is before else new_figures)[step.id])

    for level in range(max(len(old_levels), len(new_levels))):
        olds, news = old_levels[level : level + 1], new_levels[level : level + 1]
        rows = (olds[0] if olds else [], news[0] if news else [])
        for key in (with_undercuts, *_ON_THE_SAME_TARGET):
            _pair(pairs, before, after, *rows, key=key)
        _pair_by_any_premise(pairs, before, after, *rows)
        _pair(pairs, before, after, *rows, key=_premises_only)
    _pair(pairs, before, after, list(old.inferences), list(new.inferences), key=_premises_only)
    return pairs


def _pair(
    pairs: Pairs, before: _Side, after: _Side, olds: Sequence[str], news: Sequence[str], *, key: _Key
) -> None:
    pair_by(
        pairs,
        olds,
        news,
        old_key=lambda step: key(before, before.map.inferences[step]),
        new_key=lambda step: key(after, after.map.inferences[step]),
    )


def _pair_by_any_premise(
    pairs: Pairs, before: _Side, after: _Side, olds: Sequence[str], news: Sequence[str]
) -> None:
    having: dict[Hashable, str] = {}
    for id in news:
        if id not in pairs.old_of:
            for key in _by_each_premise(after, after.map.inferences[id]):
                having.setdefault(key, id)
    for id in olds:
        if id in pairs.new_of:
            continue
        keys = _by_each_premise(before, before.map.inferences[id])
        found = (having[key] for key in keys if key in having and having[key] not in pairs.old_of)
        if (other := next(found, None)) is not None:
            pairs.add(id, other)


def _by_each_premise(side: _Side, step: Inference) -> list[Hashable]:
    target = side.target(step)
    claims = (side.claim(premise.claim) for premise in step.premises)
    return [(target, step.kind, claim) for claim in claims if claim is not None and target is not None]


def _levels(argument_map: ArgumentMap) -> list[list[str]]:
    """Steps that bear on claims, then the undercuts of these, then the undercuts of those."""
    level = [step.id for step in argument_map.inferences.values() if step.kind != "undercut"]
    levels: list[list[str]] = []
    seen: set[str] = set(level)
    while level:
        levels.append(level)
        level = [cut.id for id in level for cut in argument_map.undercuts(id) if cut.id not in seen]
        seen.update(level)
    return levels
