"""How the claims of a map stand, as a table in the order of the outline, what the map is about first."""

from collections.abc import Iterable, Iterator, Sequence
from heapq import nsmallest
from itertools import islice

import attrs

from argmap.documents.branches import Visit, branches, legend_of
from argmap.documents.standing_words import colour_standing, figure, some_names, standing_verb
from argmap.documents.wording import named_text, section_title
from argmap.model.elements import Claim, Question
from argmap.model.map import ArgumentMap
from argmap.reasoning.explanation import because, claim_name
from argmap.reasoning.judgement import Judgement
from argmap.reasoning.standing import Standing
from argmap.reasoning.strength import NOTE
from argmap.source.cells import padded, printable, width, wrap
from argmap.source.report_human import counted

_HEAD = ("Claim", "Standing", "Strength", "Why")
_GAP = "  "
_STANDING_CELLS = 8
_BAR_CELLS = 8
_STRENGTH_CELLS = _BAR_CELLS + 5
_COLUMNS_FROM = 64  # cells; on narrower lines the reasons stand below their claim
_NARROWEST = 40
_MOST_ROWS = 40
_MOST_NAMED = 5
_SHORTEST_NAME = 8


@attrs.frozen
class _Run:
    """A branch, or a question with its answers, under the line that introduces it."""

    visits: tuple[Visit, ...]
    head: str = ""
    section: str | None = None
    """Of a branch that is no main one."""
    main: bool = False


@attrs.frozen
class _Row:
    place: str
    """Indentation and mark."""
    name: str
    standing: Standing
    strength: float | None
    why: str


def judgement_table(
    found: Judgement, *, cells: int = 80, every: bool = False, colour: bool = False, how_to_see: str = ""
) -> str:
    """One row a claim: its standing, its strength as a bar and a number, and why in a few words.

    Theses come first, then questions with their answers, then other branches by section. A large map shows
    the 40 rows that are the least deep and says what it leaves out, and `how_to_see` the rest; `every` shows
    all. `cells` (at least 40) is the width in terminal cells; `colour` adds ANSI colours.
    """
    cells = max(cells, _NARROWEST)
    runs = _runs(found.map)
    shown = runs if every else _least_deep(runs)
    layout = _columns if cells >= _COLUMNS_FROM else _stacked
    lines = list(layout(found, shown, cells, colour=colour))
    marks = legend_of({visit.mark for run in shown for visit in run.visits})
    below = [marks, *_unsettled(found), _left_out(found, shown, how_to_see), NOTE]
    for text in filter(None, below):
        lines += ["", *wrap(text, cells)]
    return "".join(f"{line}\n" for line in lines)


# What is shown, in which order


def _runs(argument_map: ArgumentMap) -> list[_Run]:
    parts = branches(argument_map)
    theses = [
        _Run(run, f"thesis {named_text(run[0].claim)}", main=True) for part in parts for run in part.theses
    ]
    questions = [
        _Run(visits, _question(question), main=True) for part in parts for question, visits in part.questions
    ]
    others = [_Run(run, section=part.section) for part in parts for run in part.claims]
    main = [*theses, *questions]
    return main + others if main else [attrs.evolve(run, main=True) for run in others]


def _question(question: Question) -> str:
    return f"question {f'{question.name}: ' if question.name else ''}{question.text}"


def _least_deep(runs: Sequence[_Run]) -> list[_Run]:
    """As many rows as are read with ease, main branches first: what a row stands below is always there."""
    places = [(number, visit) for number, run in enumerate(runs) for visit in run.visits]
    ranks = ((not runs[number].main, visit.depth, at) for at, (number, visit) in enumerate(places))
    kept: dict[int, list[Visit]] = {}
    for at in sorted(at for _, _, at in nsmallest(_MOST_ROWS, ranks)):
        number, visit = places[at]
        kept.setdefault(number, []).append(visit)
    return [attrs.evolve(runs[number], visits=tuple(visits)) for number, visits in kept.items()]


def _left_out(found: Judgement, shown: Iterable[_Run], how_to_see: str) -> str:
    """How many claims are not shown and how they stand, with the names of some that do not."""
    rows = {visit.claim.label for run in shown for visit in run.visits}
    hidden = [label for label in found.map.claims if label not in rows]
    if not hidden:
        return ""
    by_standing: dict[Standing, list[str]] = {"stands": [], "falls": [], "open": []}
    for label in hidden:
        by_standing[found.standings.of(label)].append(label)
    counts = [
        f"{len(labels):,} {standing_verb(standing, len(labels))}{_examples(found, standing, labels)}"
        for standing, labels in by_standing.items()
        if labels
    ]
    more = f"{counted(len(hidden), 'claim')} further down {'are' if len(hidden) > 1 else 'is'} not shown"
    return f"{more}: {', '.join(counts)}.{f' {how_to_see}' if how_to_see else ''}"


def _examples(found: Judgement, standing: Standing, labels: Sequence[str]) -> str:
    if standing == "stands":
        return ""
    return f" ({some_names(found.standings, labels, most=_MOST_NAMED)})"


# How rows are set


def _rows(found: Judgement, run: _Run, cells: int) -> Iterator[_Row]:
    deepest = max((cells - len("(10) - ") - _SHORTEST_NAME) // 2, 0)
    seen = found.standings
    for visit in run.visits:
        label = visit.claim.label
        level = f"({visit.depth}) " if visit.depth > deepest else ""
        mark = f"{visit.mark} " if visit.mark else ""
        yield _Row(
            f"{'  ' * min(visit.depth, deepest)}{level}{mark}",
            _name(found, run, visit.claim),
            seen.of(label),
            found.strengths.of(label),
            "see its own row" if visit.again else because(seen, label),
        )


def _name(found: Judgement, run: _Run, claim: Claim) -> str:
    """A numbered claim is known by its number below the title of its section."""
    numbered = claim.keyword == "number" and claim.name and not run.main and claim.section == run.section
    return claim.name if numbered and claim.name else claim_name(found.standings, claim.label)


def _heads(found: Judgement, runs: Iterable[_Run], cells: int) -> Iterator[tuple[_Run, list[str]]]:
    """Each run with the lines before it."""
    before: _Run | None = None
    for run in runs:
        begins = not run.main and (before is None or before.main or run.section != before.section)
        title = section_title(found.map, run.section) if begins and found.map.sections else run.head
        lines = wrap(title, cells) if title else []
        yield run, ["", *lines] if before and (lines or begins) else lines
        before = run


def _columns(found: Judgement, runs: Sequence[_Run], cells: int, *, colour: bool) -> Iterator[str]:
    first = cells * 3 // 10
    rows = [(list(_rows(found, run, first)), head) for run, head in _heads(found, runs, cells)]
    needed = [width(row.place) + width(printable(row.name)) for group, _ in rows for row in group]
    first = min(first, max([*needed, len(_HEAD[0])]))
    rest = cells - first - _STANDING_CELLS - _STRENGTH_CELLS - 3 * len(_GAP)
    widths = (first, _STANDING_CELLS, _STRENGTH_CELLS, rest)
    yield _GAP.join(padded(word, cells) for word, cells in zip(_HEAD, widths, strict=True)).rstrip()
    yield _GAP.join("-" * cells for cells in widths)
    for group, head in rows:
        yield from head
        for row in group:
            yield from _filled(row, widths, colour=colour)


def _filled(row: _Row, widths: Sequence[int], *, colour: bool) -> Iterator[str]:
    names = wrap(row.name, widths[0] - width(row.place))
    whys = wrap(row.why, widths[3])
    for line in range(max(len(names), len(whys))):
        place = row.place if not line else " " * width(row.place)
        name = f"{place}{names[line]}" if line < len(names) else ""
        standing = padded("" if line else row.standing, widths[1])
        parts = (
            padded(name, widths[0]),
            colour_standing(standing, row.standing) if colour and not line else standing,
            padded("" if line else _bar(row.strength), widths[2]),
            whys[line] if line < len(whys) else "",
        )
        yield _GAP.join(parts).rstrip()


def _bar(strength: float | None) -> str:
    if strength is None:
        return figure(strength)
    full = round(strength * _BAR_CELLS)
    return f"{'#' * full}{'.' * (_BAR_CELLS - full)} {figure(strength)}"


def _stacked(found: Judgement, runs: Sequence[_Run], cells: int, *, colour: bool) -> Iterator[str]:
    """For narrow terminals: a claim with its standing and strength on a line, its reason below."""
    for run, head in _heads(found, runs, cells):
        yield from head
        for row in _rows(found, run, cells // 2):
            standing = colour_standing(row.standing, row.standing) if colour else row.standing
            names = wrap(row.name, cells - width(row.place) - len("  stands  unsettled"))
            yield f"{row.place}{names[0]}  {standing}  {figure(row.strength)}"
            indent = " " * (width(row.place) + 2)
            further = [*(f"{indent}{name}" for name in names[1:])]
            yield from further
            yield from (f"{indent}{line}" for line in wrap(row.why, cells - len(indent)))


def _unsettled(found: Judgement) -> Iterator[str]:
    """What is to be said of loops whose strengths did not come to rest."""
    loops = found.strengths.unsettled
    for labels, loop in islice(loops.items(), _MOST_NAMED):
        names = some_names(found.standings, labels, most=_MOST_NAMED)
        yield f"The loop of {names} {loop}: nothing that rests on it has a strength."
    if len(loops) > _MOST_NAMED:
        yield f"{counted(len(loops) - _MOST_NAMED, 'more loop')} did not settle either."
