"""A large map on several sheets: the upper part on the first, the branches cut there on further ones.

Every step stands on one sheet, on which its conclusion and its premises are; where the steps on a claim stand
on another sheet than a use of it, both sheets show the claim and refer to each other.

The map is read as a tree: each claim hangs where a reading from the tops comes to it first. The overview
takes level after level as far as there is room. Below it, from the leaves up, a claim takes to itself the
branches of its premises; where they do not fit on one sheet, the largest of them are cut, which needs as few
sheets as any cutting can where sizes add up (Kundu and Misra, "A Linear Tree Partitioning Algorithm", 1977).
Then small branches share a sheet: those cut on the same one, and neighbours.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set

import attrs

from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import tops
from argmap.model.parts.narrowing import narrowed

Fits = Callable[[ArgumentMap], bool]
"""Whether a part of a map, drawn alone, can be read on one sheet."""


@attrs.frozen
class Reference:
    """What a card refers to: the sheets on which there is more of its claim, by their numbers."""

    below: tuple[int, ...] = ()
    """Sheets with steps on it (for a question, answers to it), from this one on and then from the first."""
    above: tuple[int, ...] = ()
    """Sheets on which it is a premise or an answer, or on which the map begins with it."""
    enters: bool = False
    """Whether a branch begins here, that is, nothing on this sheet uses the claim."""


@attrs.frozen
class Sheet:
    """A part of a map for one sheet."""

    number: int
    """Counted from 1, the overview."""
    map: ArgumentMap
    tops: tuple[str, ...]
    """The labels of the claims and questions with which the sheet begins."""
    references: Mapping[str, Reference]
    """By the label of a claim or question that has more on other sheets."""


def sheets(argument_map: ArgumentMap, *, fits: Fits) -> tuple[Sheet, ...]:
    """The map on as many sheets as it needs, the overview first, then branch by branch in order.

    A map that fits is one sheet, an empty one too. What does not fit is not to fit with more beside it
    either. What cannot be divided, a single step, is on a sheet whether it fits or not. Linear in the map,
    and in the map for every sheet.
    """
    if not (argument_map.claims or argument_map.questions) or fits(argument_map):
        return (Sheet(1, argument_map, tops(argument_map), {}),)
    tree = _tree(argument_map)
    overview = _overview(tree, fits)
    pieces = [*_pieces(tree, fits, done={bundle.number for bundle in overview.bundles}), overview]
    pieces = _neighbours_joined(tree, _siblings_joined(tree, pieces, fits), fits)
    return tuple(_sheets(tree, pieces))


@attrs.frozen(eq=False)
class _Bundle:
    """What cannot be divided: a step with the exceptions to it, an answer to a question, or a top."""

    number: int
    owner: str
    """The label of the claim or question on which it bears; empty for a top, which no label is."""
    steps: tuple[str, ...]
    below: tuple[str, ...]
    """The labels of its premises, of the answer, or of the top."""


@attrs.frozen(eq=False)
class _Tree:
    """The map as a tree of bundles; the root, which has the tops, is the empty label."""

    map: ArgumentMap
    bundles: Mapping[str, Sequence[_Bundle]]
    """By their owner, in the order of the map."""
    hangs: Mapping[str, _Bundle]
    """By a label, the bundle in which a reading comes to it first."""
    order: Sequence[str]
    """Every label, those nearer to the top first."""


@attrs.define(eq=False)
class _Piece:
    """Bundles for one sheet, below one claim or several."""

    tops: list[str]
    bundles: list[_Bundle]

    @property
    def weight(self) -> int:
        return sum(len(bundle.below) for bundle in self.bundles)


def _tree(argument_map: ArgumentMap) -> _Tree:
    count = 0
    start: list[_Bundle] = []
    for label in tops(argument_map):
        start.append(_Bundle(count, "", (), (label,)))
        count += 1
    bundles: dict[str, list[_Bundle]] = {"": start}
    hangs = {bundle.below[0]: bundle for bundle in start}
    order = ["", *hangs]
    # The list grows while it is read: level by level.
    for label in order:
        if not label:
            continue
        bundles[label] = []
        for steps, below in _bundles_on(argument_map, label):
            bundle = _Bundle(count, label, steps, below)
            count += 1
            bundles[label].append(bundle)
            for child in below:
                if child not in hangs:
                    hangs[child] = bundle
                    order.append(child)
    return _Tree(argument_map, bundles, hangs, order)


def _bundles_on(argument_map: ArgumentMap, label: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    if label in argument_map.questions:
        answers = dict.fromkeys(argument_map.questions[label].answers)
        yield from (((), (answer,)) for answer in answers if answer in argument_map.claims)
        return
    for step in argument_map.steps_on(label):
        if step.kind == "undercut":
            continue
        steps: list[str] = []
        below: dict[str, None] = {}
        waiting = [step]
        while waiting:
            found = waiting.pop()
            steps.append(found.id)
            below |= dict.fromkeys(premise.claim for premise in found.premises)
            waiting += reversed([cut for cut in argument_map.undercuts(found.id) if cut.kind == "undercut"])
        yield tuple(steps), tuple(below)


def _overview(tree: _Tree, fits: Fits) -> _Piece:
    """The tops with what is below them, level by level until a level is not whole, then small branches whole.

    Of what is too much for the first sheet, such as a hundred tops or reasons, it has the beginning.
    """
    taken: list[_Bundle] = []
    level: list[str] = [""]
    while level:
        before = len(taken)
        whole, below = True, []
        for label in level:
            own = tree.bundles[label]
            if taken and not fits(_part(tree, [*taken, *own])):
                whole = False
                continue
            taken += own if taken else _chunks(tree, own, fits)[0]
            below += [child for bundle in own for child in bundle.below if tree.hangs[child] is bundle]
        if len(taken) == before and not any(bundle.owner for bundle in taken):
            taken += _beginning(tree, taken, tree.bundles[level[0]], fits)
        level = below if whole else []
    shown = {label for bundle in taken for label in bundle.below}
    owners = {bundle.owner for bundle in taken}
    branches = [_branch(tree, label) for label in tree.order if label in shown and label not in owners]
    for branch in sorted(filter(None, branches), key=len):
        if not fits(_part(tree, [*taken, *branch])):
            break
        taken += branch
    return _Piece(_labels(bundle for bundle in taken if not bundle.owner), taken)


def _beginning(tree: _Tree, taken: list[_Bundle], own: Sequence[_Bundle], fits: Fits) -> Iterator[_Bundle]:
    """The first of the bundles on a claim, as many as fit beside what is on the sheet."""
    together = list(taken)
    for bundle in own:
        together.append(bundle)
        if not fits(_part(tree, together)):
            return
        yield bundle


def _branch(tree: _Tree, label: str) -> list[_Bundle]:
    """Everything that hangs below a claim."""
    found: list[_Bundle] = []
    waiting = [label]
    while waiting:
        for bundle in tree.bundles[waiting.pop()]:
            found.append(bundle)
            waiting += [child for child in bundle.below if tree.hangs[child] is bundle]
    return found


def _pieces(tree: _Tree, fits: Fits, *, done: Set[int]) -> list[_Piece]:
    """The pieces into which the tree below the overview is cut; `done` are the bundles that are on that."""
    cut: list[_Piece] = []
    growing: dict[str, _Piece] = {}
    for label in reversed(tree.order):
        all_own = tree.bundles[label]
        own = [bundle for bundle in all_own if bundle.number not in done]
        children = {
            child: growing.pop(child)
            for bundle in all_own
            for child in bundle.below
            if tree.hangs[child] is bundle and child in growing
        }
        if not own:
            cut += children.values()
            continue
        cut += [children.pop(child) for child in _too_large(tree, own, children, fits)]
        rest, chunks = (own, []) if children or fits(_part(tree, own)) else _chunks(tree, own, fits)
        cut += [_Piece([label] if label else _labels(chunk), chunk) for chunk in chunks]
        growing[label] = _Piece([label] if label else _labels(rest), _joined(rest, children.values()))
    return [*cut, *growing.values()]


def _too_large(
    tree: _Tree, own: Sequence[_Bundle], children: Mapping[str, _Piece], fits: Fits
) -> Sequence[str]:
    """The fewest of the largest branches without which the rest fits on a sheet; all when it never does."""
    # Of equals the first in the map.
    largest = sorted(children, key=lambda child: -children[child].weight)

    def enough(count: int) -> bool:
        return fits(_part(tree, _joined(own, (children[child] for child in largest[count:]))))

    return () if enough(0) else largest[: bisect_left(range(len(largest)), True, lo=1, key=enough)]


def _joined(own: Iterable[_Bundle], children: Iterable[_Piece]) -> list[_Bundle]:
    return [*own, *(bundle for child in children for bundle in child.bundles)]


def _labels(bundles: Iterable[_Bundle]) -> list[str]:
    return [label for bundle in bundles for label in bundle.below]


def _chunks(tree: _Tree, own: Sequence[_Bundle], fits: Fits) -> tuple[list[_Bundle], list[list[_Bundle]]]:
    """The bundles on one claim in runs that fit on a sheet: the first, and the others."""
    runs: list[list[_Bundle]] = [[]]
    for bundle in own:
        if runs[-1] and not fits(_part(tree, [*runs[-1], bundle])):
            runs.append([])
        runs[-1].append(bundle)
    return runs[0], runs[1:]


def _siblings_joined(tree: _Tree, pieces: list[_Piece], fits: Fits) -> list[_Piece]:
    """The pieces in the order of a reading, the overview first; those cut on one sheet joined."""
    piece_of = {bundle.number: piece for piece in pieces for bundle in piece.bundles}
    below: dict[int, list[_Piece]] = {}
    overview = pieces[-1]
    for piece in sorted(pieces, key=lambda piece: min(bundle.number for bundle in piece.bundles)):
        if piece is not overview:
            above = _above(tree, piece, piece_of, overview)
            below.setdefault(id(above), []).append(piece)
    found: list[_Piece] = []
    waiting = [[overview]]
    while waiting:
        group = waiting.pop()
        first, *others = group
        merged = first
        inside = list(below.get(id(first), ()))
        while others and (together := _together(tree, merged, others[0], fits)):
            merged = together
            inside += below.get(id(others.pop(0)), ())
        found.append(merged)
        if others:
            waiting.append(others)
        if inside:
            waiting.append(inside)
    return found


def _neighbours_joined(tree: _Tree, pieces: Sequence[_Piece], fits: Fits) -> list[_Piece]:
    """The pieces in their order, each on the sheet before it where it fits; the overview stays alone."""
    overview, *others = pieces
    found: list[_Piece] = []
    for piece in others:
        together = _together(tree, found[-1], piece, fits) if found else None
        if together:
            found[-1] = together
        else:
            found.append(piece)
    return [overview, *found]


def _together(tree: _Tree, one: _Piece, other: _Piece, fits: Fits) -> _Piece | None:
    """Both on one sheet, if they fit."""
    bundles = [*one.bundles, *other.bundles]
    if not fits(_part(tree, bundles)):
        return None
    used = {label for bundle in bundles if bundle.owner for label in bundle.below}
    starts = dict.fromkeys([*one.tops, *other.tops])
    return _Piece([label for label in starts if label not in used] or one.tops, bundles)


def _above(tree: _Tree, piece: _Piece, piece_of: Mapping[int, _Piece], overview: _Piece) -> _Piece:
    """The piece in which the tops of this one hang; the overview for a run of tops of the map."""
    top = piece.tops[0]
    bundle = tree.hangs[top]
    found = piece_of[bundle.number]
    return overview if found is piece else found


def _part(tree: _Tree, bundles: Iterable[_Bundle]) -> ArgumentMap:
    """What is on the sheet of these bundles, for measuring: without notes and reviews, in any order."""
    whole = tree.map
    labels: dict[str, None] = {}
    steps: list[str] = []
    for bundle in bundles:
        if bundle.owner:
            labels[bundle.owner] = None
        labels |= dict.fromkeys(bundle.below)
        steps += bundle.steps
    return attrs.evolve(
        whole,
        claims={label: whole.claims[label] for label in labels if label in whole.claims},
        questions={label: whole.questions[label] for label in labels if label in whole.questions},
        inferences={step: whole.inferences[step] for step in steps},
        notes=(),
        reviews=(),
    )


def _sheets(tree: _Tree, pieces: Sequence[_Piece]) -> Iterator[Sheet]:
    drawn: dict[str, dict[int, None]] = {}
    used: dict[str, dict[int, None]] = {}
    shown: list[dict[str, None]] = []
    for number, piece in enumerate(pieces, start=1):
        labels: dict[str, None] = {}
        for bundle in piece.bundles:
            if bundle.owner:
                labels[bundle.owner] = None
                drawn.setdefault(bundle.owner, {})[number] = None
            for label in bundle.below:
                labels[label] = None
                used.setdefault(label, {})[number] = None
        shown.append(labels)
    for number, (piece, labels) in enumerate(zip(pieces, shown, strict=True), start=1):
        part = narrowed(
            tree.map,
            claims=labels,
            steps={step for bundle in piece.bundles for step in bundle.steps},
            questions=labels,
        )
        references = {
            label: Reference(
                below=_others(number, drawn.get(label, ())),
                above=_others(number, used.get(label, ())),
                enters=number not in used.get(label, ()),
            )
            for label in labels
        }
        kept = {label: found for label, found in references.items() if found.below or found.above}
        yield Sheet(number, part, tuple(piece.tops), kept)


def _others(number: int, sheets: Iterable[int]) -> tuple[int, ...]:
    """Without the sheet itself: those after it, then those before."""
    return tuple(
        sorted((other for other in sheets if other != number), key=lambda other: (other < number, other))
    )
