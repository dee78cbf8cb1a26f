"""The outline of a map as flat rows, for a panel and for folding, made in time linear in the map."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

import attrs

from argmap.documents.branches import Branches, Visit, branches
from argmap.language.keywords import MARKS
from argmap.model.elements import Question, Section
from argmap.model.map import ArgumentMap
from argmap.model.roles import Role, RoleWord, roles
from argmap.reasoning.standing import Standing, Standings
from argmap.source.memory import collector_paused
from argmap.source.spans import Span

RowKind = Literal["section", "question", "claim"]


@attrs.frozen
class Row:
    """One line of the outline.

    `mark` is the sign of its relation to the row it stands below (`MARKS`), empty for what begins a branch;
    `relation` is the same as a word of the language. Premises that count together stand at one depth: the
    first has the mark of the step, the others `&`. `again` rows stand for a claim whose branch another row
    shows, as in a cycle.
    """

    kind: RowKind
    depth: int
    text: str
    span: Span
    line: int
    """The line in its file, from 1."""
    label: str = ""
    """Of a claim or question, or the id of a section."""
    name: str | None = None
    """The label as a reader sees it; None when nobody gave one."""
    mark: str = ""
    relation: str = ""
    role: RoleWord | None = None
    standing: Standing | None = None
    step: str | None = None
    """The id of the inference that the row is a premise of."""
    again: bool = False
    tags: tuple[str, ...] = ()
    descendants: int = 0
    """How many of the rows that follow stand below it."""


def outline(
    argument_map: ArgumentMap,
    standings: Standings | None = None,
    *,
    known_roles: Mapping[str, Role] | None = None,
) -> tuple[Row, ...]:
    """The rows of a map, section by section, in the order of the outline that `argmap show` prints.

    `known_roles` are those of the map, where they have been worked out.
    """
    rows = _Rows(argument_map, standings, roles(argument_map) if known_roles is None else known_roles)
    with collector_paused():
        entries = [entry for part in branches(argument_map) for entry in _entries(argument_map, part)]
        below = _descendants([depth for depth, _ in entries])
        return tuple(
            rows.row(shown, depth, count) for (depth, shown), count in zip(entries, below, strict=True)
        )


def judged_anew(rows: Sequence[Row], standings: Standings) -> tuple[Row, ...]:
    """The rows of an outline under another judgement of the same map; much faster than to make them anew."""
    known = standings.claims
    return tuple(
        row
        if row.kind != "claim" or row.label is None or row.standing == known.get(row.label)
        else attrs.evolve(row, standing=known.get(row.label))
        for row in rows
    )


def matching(rows: Sequence[Row], query: str) -> tuple[tuple[int, bool], ...]:
    """The rows that answer a query, and those they stand below, as (place in the row, whether it answers).

    Every word must occur in a row's label, text, tag (`#tag`), role or standing; case does not count. An
    empty query is answered by every row.
    """
    words = query.casefold().split()
    hits = [all(word in text for word in words) for text in map(_searched, rows)]
    kept = set[int]()
    path: list[int] = []
    for number, row in enumerate(rows):
        while path and rows[path[-1]].depth >= row.depth:
            path.pop()
        path.append(number)
        if hits[number]:
            kept.update(path)
    return tuple((number, hits[number]) for number in sorted(kept))


def row_of(rows: Sequence[Row], label: str) -> int | None:
    """The place of the row that shows a claim or question with its branch."""
    found = (
        n for n, row in enumerate(rows) if row.label == label and not row.again and row.kind != "section"
    )
    return next(found, None)


def _searched(row: Row) -> str:
    tags = " ".join(f"#{tag}" for tag in row.tags)
    return (
        f"{row.label if row.name else ''} {row.text} {tags} {row.role or ''} {row.standing or ''}".casefold()
    )


_Shown = Visit | Question | Section


def _entries(argument_map: ArgumentMap, part: Branches) -> Iterator[tuple[int, _Shown]]:
    """What a section shows, each with its depth."""
    depth = 0
    if part.section is not None:
        yield 0, argument_map.sections[part.section]
        depth = 1
    for thesis in part.theses:
        yield from ((visit.depth + depth, visit) for visit in thesis)
    for question, answers in part.questions:
        yield depth, question
        yield from ((visit.depth + depth, visit) for visit in answers)
    for claim in part.claims:
        yield from ((visit.depth + depth, visit) for visit in claim)


def _descendants(depths: Sequence[int]) -> list[int]:
    """How many of the rows after each stand below it, counted from the last row to the first."""
    counts = [0] * len(depths)
    waiting: list[int] = []
    for number in range(len(depths) - 1, -1, -1):
        while waiting and depths[waiting[-1]] > depths[number]:
            counts[number] += counts[waiting.pop()] + 1
        waiting.append(number)
    return counts


class _Rows:
    """Makes rows of one map."""

    def __init__(
        self, argument_map: ArgumentMap, standings: Standings | None, known_roles: Mapping[str, Role]
    ) -> None:
        self.map = argument_map
        self.standings = standings.claims if standings else {}
        self.roles = known_roles

    def row(self, shown: _Shown, depth: int, descendants: int) -> Row:
        if isinstance(shown, Visit):
            return self._claim(shown, depth, descendants)
        line = self._line(shown.span)
        if isinstance(shown, Section):
            return Row(
                "section", depth, shown.title, shown.span, line, label=shown.id, descendants=descendants
            )
        return Row(
            "question",
            depth,
            shown.text,
            shown.span,
            line,
            label=shown.label,
            name=shown.name,
            tags=shown.tags,
            descendants=descendants,
        )

    def _claim(self, visit: Visit, depth: int, descendants: int) -> Row:
        claim = visit.claim
        span = _place(visit)
        return Row(
            "claim",
            depth,
            claim.text,
            span,
            self._line(span),
            label=claim.label,
            name=claim.name,
            mark=visit.mark,
            relation=MARKS.get(visit.mark, ""),
            role=self.roles[claim.label].word,
            standing=self.standings.get(claim.label),
            step=visit.step.id if visit.step else None,
            again=visit.again,
            tags=claim.tags,
            descendants=descendants,
        )

    def _line(self, span: Span) -> int:
        source = self.map.texts.get(span.file)
        return source.position(span.start)[0] if source else 1


def _place(visit: Visit) -> Span:
    """The line that states a claim; where it is only referred to, the reference."""
    if visit.again and visit.step is not None:
        for premise in visit.step.premises:
            if premise.claim == visit.claim.label and premise.span is not None:
                return premise.span
    return visit.claim.span
