"""What a thesis hinges on, in sentences: claims, pairs, sources, and what moves its strength."""

from collections.abc import Iterable, Iterator, Sequence

from argmap.documents.standing_words import some_names, standing_verb, would
from argmap.documents.wording import named_text
from argmap.model.elements import Citation
from argmap.model.reference_text import cite
from argmap.reasoning.explanation import claim_name
from argmap.reasoning.hinges import Critical, CriticalPairs
from argmap.reasoning.influence import Influence
from argmap.reasoning.judgement import Hinges, Judgement
from argmap.reasoning.standing import Standing
from argmap.source.cells import padded, width, wrap
from argmap.source.report_human import counted

_MOST_NAMED = 50
_MOST_OF_SOURCE = 5
_MOST_INFLUENTIAL = 8
_LEAST_SLOPE = 0.005  # what would be written as 0.00
_STEP = 0.1  # of a base score, in the example
_INDENT = "  "


def hinges_text(found: Judgement, hinges: Hinges, *, cells: int = 80) -> str:
    """One thesis: what would change its standing, and what moves its strength.

    At most fifty claims, sources and pairs are named, and the rest counted; lines are wrapped to `cells`.
    """
    title = f"What {claim_name(found.standings, hinges.thesis)} hinges on"
    head = wrap(title, cells)
    claim = found.map.claims[hinges.thesis]
    lines = [*head, "-" * max(map(width, head)), *wrap(f"It {_stands(found, hinges)}: {claim.text}", cells)]
    for paragraph in (
        _claims(found, hinges, cells),
        _pairs(found, hinges.pairs, cells),
        _sources(found, hinges, cells),
        _influence(found, hinges, cells),
        _effects(found, hinges, cells),
    ):
        written = list(paragraph)
        lines += ["", *written] if written else []
    return "".join(f"{line}\n" for line in lines)


def _stands(found: Judgement, hinges: Hinges) -> str:
    return standing_verb(found.standings.of(hinges.thesis), 1)


def _claims(found: Judgement, hinges: Hinges, cells: int) -> Iterator[str]:
    others = [one for one in hinges.claims if one.leaves != (hinges.thesis,)]
    if hinges.thesis in found.standings.decisions:
        yield from wrap("A verdict decides it, whatever else is accepted or rejected.", cells)
    elif others != list(hinges.claims):
        yield from wrap("It is itself a leaf, a claim asserted without reasons.", cells)
    elif not others:
        yield from wrap("No single leaf decides it. (A leaf is a claim asserted without reasons.)", cells)
    for after, group in _by_outcome(others):
        labels = [one.leaves[0] for one in group]
        names = some_names(found.standings, labels, most=_MOST_NAMED)
        if len(labels) == 1:
            yield from _hanging(f"If {names} were rejected, it {would(after)}.", cells)
        else:
            yield from _hanging(f"If any one of these were rejected, it {would(after)}: {names}.", cells)


def _pairs(found: Judgement, pairs: CriticalPairs, cells: int) -> Iterator[str]:
    listed = f", of which {len(pairs.pairs)} are named" if pairs.total > len(pairs.pairs) else ""
    number = counted(pairs.total, "pair")
    for after, group in _by_outcome(pairs.pairs):
        names = "; ".join(_pair(found, one) for one in group)
        yield from _hanging(f"If both of a pair were rejected, it {would(after)}: {names}.", cells)
    if pairs.stopped:
        so_far = f"{number} were found{listed}" if pairs.total > 1 else f"{number} was found"
        said = so_far if pairs.total else "none was found so far"
        yield from wrap(f"The search for pairs was stopped; {said}, and there may be more.", cells)
    elif listed:
        yield from wrap(f"There are {number}{listed}.", cells)


def _pair(found: Judgement, pair: Critical) -> str:
    first, second = pair.leaves
    return f"{claim_name(found.standings, first)} with {claim_name(found.standings, second)}"


def _sources(found: Judgement, hinges: Hinges, cells: int) -> Iterator[str]:
    if not hinges.sources:
        return
    yield from wrap("If all leaves that cite one source and no other were rejected:", cells)
    for one in hinges.sources[:_MOST_NAMED]:
        key = one.source or ""
        name = cite(found.map.sources.get(key), Citation(key))
        leaves = some_names(found.standings, one.leaves, most=_MOST_OF_SOURCE)
        yield from _hanging(
            f"without {name} [@{key}] it {would(one.after)} ({leaves})", cells, indent=_INDENT
        )
    if len(hinges.sources) > _MOST_NAMED:
        yield f"{_INDENT}and without {counted(len(hinges.sources) - _MOST_NAMED, 'more source')}"


def _influence(found: Judgement, hinges: Hinges, cells: int) -> Iterator[str]:
    if hinges.without_influence:
        yield from wrap(f"What moves its strength cannot be said; {hinges.without_influence}.", cells)
        return
    others = [one for label, one in hinges.influence.items() if label != hinges.thesis]
    moving = [one for one in others if abs(one.slope) >= _LEAST_SLOPE]
    moving.sort(key=lambda one: -abs(one.slope))
    if not moving:
        if not hinges.effects:
            yield from wrap("No base score of another claim moves its strength by much.", cells)
        return
    yield from wrap("What moves its strength most, for each point of a claim's base score:", cells)
    yield from _figures(found, ((one.label, _slope(one)) for one in moving[:_MOST_INFLUENTIAL]), cells)
    if len(moving) > _MOST_INFLUENTIAL:
        yield f"{_INDENT}and {counted(len(moving) - _MOST_INFLUENTIAL, 'more claim')} by less"
    yield from wrap(_example(found, moving[0]), cells)
    if any(one.tied for one in moving[:_MOST_INFLUENTIAL]):
        yield from wrap("± a mean: at a tie, such as of weakest premises, up and down differ.", cells)


def _slope(one: Influence) -> str:
    return f"{one.slope:+.2f}{' ±' if one.tied else ''}"


def _example(found: Judgement, one: Influence) -> str:
    name = claim_name(found.standings, one.label)
    change = f"{abs(one.slope) * _STEP:.3f}"
    verb = "raises" if one.slope > 0 else "lowers"
    return (
        f"(With {one.slope:+.2f}, a base score of {name} that is {_STEP:.2f} higher {verb} it by {change}.)"
    )


def _effects(found: Judgement, hinges: Hinges, cells: int) -> Iterator[str]:
    large = [(label, effect) for label, effect in hinges.effects.items() if abs(effect) >= _LEAST_SLOPE]
    if not large:
        return
    large.sort(key=lambda pair: -abs(pair[1]))
    yield from wrap(
        "In balance, so that a small change moves nothing; rejecting it moves the strength:", cells
    )
    yield from _figures(
        found, ((label, f"{effect:+.2f}") for label, effect in large[:_MOST_INFLUENTIAL]), cells
    )


def _figures(found: Judgement, rows: Iterable[tuple[str, str]], cells: int) -> Iterator[str]:
    for label, figure in rows:
        first = f"{_INDENT}{padded(figure, len('+0.00 ±'))}  "
        text = _named(found, label)
        lines = wrap(text, cells - len(first))
        yield f"{first}{lines[0]}"
        yield from (f"{' ' * len(first)}{line}" for line in lines[1:])


def _named(found: Judgement, label: str) -> str:
    claim = found.map.claims[label]
    if not claim.name:
        return claim_name(found.standings, label)
    return label if claim.keyword == "number" else named_text(claim)


def _by_outcome(found: Sequence[Critical]) -> Iterator[tuple[Standing, list[Critical]]]:
    groups: dict[Standing, list[Critical]] = {}
    for one in found:
        groups.setdefault(one.after, []).append(one)
    yield from groups.items()


def _hanging(text: str, cells: int, *, indent: str = "") -> Iterator[str]:
    first, *further = wrap(text, cells - len(indent) - len(_INDENT))
    yield f"{indent}{first}"
    yield from (f"{indent}{_INDENT}{line}" for line in further)
