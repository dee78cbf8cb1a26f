"""Where everything in a map stands: what a line states, what its references mean, who refers to what."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Literal, Protocol

import attrs

from argmap.language.syntax import Block, Line, Name
from argmap.language.tree import PlacedBlock, SyntaxTree
from argmap.model.elements import Claim, Question
from argmap.model.map import ArgumentMap
from argmap.model.names import normal
from argmap.model.references import find_label
from argmap.source.spans import Span

Named = Literal["claim", "source", "tag", "reader", "scheme", "file"]
"""The name spaces of a map; questions share that of claims."""


_NAMED_BY_TEXT: Mapping[str, Named] = {"by": "scheme", "include": "file", "bibliography": "file"}
"""The lines whose whole text is a name."""


class _Placed(Protocol):
    """A part of a line, with its offsets in the block."""

    @property
    def start(self) -> int: ...

    @property
    def stop(self) -> int: ...


@attrs.frozen
class Use:
    """A place that names something; `defines` where the name is given to it."""

    kind: Named
    name: str
    span: Span
    defines: bool = False


@attrs.frozen(eq=False, repr=False)
class Index:
    """A map beside the syntax trees that it was made of; `index_of` makes it."""

    map: ArgumentMap
    trees: Mapping[str, SyntaxTree]
    _starts: Mapping[str, list[int]]
    """By file, where its blocks begin."""
    _stated: Mapping[tuple[str, int], str]
    """The label of a claim or question by where its line begins."""

    @cached_property
    def _sections(self) -> Mapping[str, tuple[list[int], list[str | None]]]:
        """By file, where sections begin, and their ids."""
        found: dict[str, tuple[list[int], list[str | None]]] = {}
        for section in self.map.sections.values():
            starts, ids = found.setdefault(section.span.file, ([], []))
            starts.append(section.span.start)
            ids.append(section.id)
        return found

    @cached_property
    def _entered(self) -> Mapping[str, str | None]:
        """The section that an included file begins in: that of the place that includes it."""
        found: dict[str, str | None] = {}
        for claim in self.map.claims.values():
            if claim.span.file not in found:
                starts, _ = self._sections.get(claim.span.file, ([], []))
                own = starts and starts[0] < claim.span.start
                found[claim.span.file] = None if own else claim.section
        return found

    @cached_property
    def _uses(self) -> Mapping[tuple[Named, str], tuple[Use, ...]]:
        found: dict[tuple[Named, str], list[Use]] = {}
        for file, tree in self.trees.items():
            for placed in tree.blocks:
                for line in placed.block.lines:
                    for use in self.uses_in(file, placed, line):
                        found.setdefault((use.kind, use.name), []).append(use)
        for source in self.map.sources.values():
            if source.span.file not in self.trees:
                use = Use("source", source.key, source.span, defines=True)
                found.setdefault(("source", source.key), []).append(use)
        return {key: tuple(uses) for key, uses in found.items()}

    def uses(self, kind: Named, name: str) -> tuple[Use, ...]:
        """Every place in the texts of the map that names this, those that define it first."""
        return tuple(sorted(self._uses.get((kind, name), ()), key=lambda use: not use.defines))

    def block_at(self, file: str, offset: int) -> PlacedBlock | None:
        """The block that holds an offset of a file."""
        starts = self._starts.get(file, [])
        place = bisect_right(starts, offset) - 1
        return self.trees[file].blocks[max(place, 0)] if starts else None

    def section_at(self, file: str, offset: int) -> str | None:
        """The id of the section that an offset lies in."""
        starts, ids = self._sections.get(file, ([], []))
        place = bisect_right(starts, offset) - 1
        return ids[place] if place >= 0 else self._entered.get(file)

    def stated(self, file: str, placed: PlacedBlock, line: Line) -> str | None:
        """The label of the claim or question that a line defines."""
        return self._stated.get((file, placed.start + line.start))

    def meant(self, name: str, file: str, offset: int) -> str | None:
        """The label that a reference at an offset means, if the map has it."""
        return find_label(name, self.section_at(file, offset), self._labels)

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset((*self.map.claims, *self.map.questions))

    def about(self, file: str, placed: PlacedBlock, number: int) -> str | None:
        """The claim or question that line `number` of a block states, refers to, or hangs on."""
        block = placed.block
        while number >= 0:
            line = block.lines[number]
            if label := self.stated(file, placed, line):
                return label
            if line.references and (label := self._first_meant(file, placed, line)):
                return label
            number = _above(block, number)
        return None

    def _first_meant(self, file: str, placed: PlacedBlock, line: Line) -> str | None:
        name = line.references[0]
        return self.meant(name.text, file, placed.start + name.start)

    def uses_in(self, file: str, placed: PlacedBlock, line: Line) -> Iterator[Use]:
        """Everything that a line names, its own label too; what the map does not have is left out."""

        def use(kind: Named, name: str, place: _Placed, *, defines: bool = False) -> Use:
            return Use(
                kind, name, Span(file, placed.start + place.start, placed.start + place.stop), defines=defines
            )

        own = self._own_name(file, placed, line)
        if own is not None and line.label is not None:
            yield use(*own, line.label, defines=True)
        numbers = chain.from_iterable(basis.numbers for basis in line.bases)
        for name in chain(line.references, numbers):
            meant = self.meant(name.text, file, placed.start + name.start)
            if meant is not None:
                yield use("claim", meant, name)
        for citation in line.citations:
            if (key := normal(citation.key)) in self.map.sources:
                yield use("source", key, citation)
        yield from (use("tag", tag.text, tag) for tag in line.tags)
        yield from (use("scheme", basis.rule.text, basis.rule) for basis in line.bases if basis.rule)
        if line.text and line.keyword in _NAMED_BY_TEXT:
            written = Name(line.text, line.text_start, line.text_stop)
            yield use(_NAMED_BY_TEXT[line.keyword], line.text, written)

    def _own_name(self, file: str, placed: PlacedBlock, line: Line) -> tuple[Named, str] | None:
        """What the label of a line names."""
        if line.label is None or line.keyword == "field":
            return None
        if line.keyword == "source":
            return "source", normal(line.label.text)
        if line.keyword == "review":
            return "reader", normal(line.label.text)
        stated = self.stated(file, placed, line)
        return ("claim", stated) if stated else None


def index_of(argument_map: ArgumentMap, trees: Mapping[str, SyntaxTree]) -> Index:
    """The index of a map; what only a search for all uses needs is worked out when somebody searches."""
    parts: Iterable[Claim | Question] = chain(argument_map.claims.values(), argument_map.questions.values())
    return Index(
        argument_map,
        trees,
        {file: [placed.start for placed in tree.blocks] for file, tree in trees.items()},
        {(part.span.file, part.span.start): part.label for part in parts},
    )


def _above(block: Block, number: int) -> int:
    """The line that a line is about: for a scheme the one that opens its step, else the one above."""
    if block.lines[number].keyword == "by":
        for step in block.steps:
            if step.scheme == number:
                return step.line
    return block.parents[number]
