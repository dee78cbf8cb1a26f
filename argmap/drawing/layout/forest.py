"""A map as trees, by structure alone: which card, box or dot hangs below which, before anything has a size.

Each claim has one card, where it is first led to from above; at every further use stands a reference to it.
So whatever leads round in the map, what is to be placed are trees.
"""

from collections import deque
from collections.abc import Callable, Iterator, Mapping
from functools import partial

import attrs

from argmap.drawing.dots import dot_radius
from argmap.drawing.names import (
    answer_reference_node,
    box_node,
    claim_node,
    dot_node,
    edge_id,
    question_node,
    reference_node,
)
from argmap.drawing.sheet import Sheet
from argmap.drawing.strokes import answer_stroke, arrow, stroke
from argmap.drawing.theme import Mark, mark_of
from argmap.model.elements import Inference


@attrs.define(eq=False)
class Item:
    """A card, a box of cards, a dot or a reference, by the name of its node."""

    name: str
    branches: "list[Branch]" = attrs.field(factory=list)
    """In the writer's order, those that lead out at its side last."""
    section: str | None = None
    """In whose frame it may stand."""
    radius: float = 0.0
    """Of a dot, in points: where its lines end."""

    @property
    def is_dot(self) -> bool:
        """Whether it is the dot of an inference."""
        return self.radius > 0


@attrs.frozen(eq=False)
class Branch:
    """A line down to an item, and that item."""

    item: Item
    mark: Mark
    line: Mapping[str, str]
    """How the line is drawn: the attributes of its edge."""
    port: int | None = None
    """The card of a box that it comes down from, from 0."""
    beside: bool = False
    """Whether it leads out at the side, to an undercut."""


@attrs.frozen
class Forest:
    """The trees of a map, those with a thesis first."""

    trees: tuple[Item, ...]
    references: Mapping[str, str]
    """The claim that each reference is to, by the name of its node."""


def forest(sheet: Sheet) -> Forest:
    """The forest of a sheet; linear in its size."""
    planting = _Planting(sheet)
    return Forest(tuple(planting.trees()), planting.references)


def items_of(tree: Item) -> Iterator[Item]:
    """Every item of a tree, from above."""
    waiting = [tree]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += [branch.item for branch in reversed(item.branches)]


class _Planting:
    """What already has a place, and what still waits to be led down from."""

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet
        self.references: dict[str, str] = {}
        self.placed: set[str] = set()
        """Labels of claims that have their card."""
        self.waiting: deque[tuple[Item, str, int | None]] = deque()
        """Cards whose steps are not hung below them yet: where they stand, their label, their port."""

    def trees(self) -> Iterator[Item]:
        """Breadth first, so that a claim stands at its use that is nearest to the top."""
        for plant in self._roots():
            tree = plant()
            while self.waiting:
                self._lead_down(*self.waiting.popleft())
            if tree is not None:
                yield tree

    def _roots(self) -> Iterator[Callable[[], Item | None]]:
        """Questions whose answers hold a thesis, theses, other questions, unused claims; then what is left,
        which leads round in circles.
        """
        argument_map = self.sheet.argument_map
        used = {premise.claim for parts in self.sheet.arrangement.premises.values() for premise in parts}
        answers = {answer for question in argument_map.questions.values() for answer in question.answers}
        theses = dict.fromkeys(thesis.label for thesis in argument_map.theses)
        questions = [*argument_map.questions]
        first = [
            q for q in questions if any(answer in theses for answer in argument_map.questions[q].answers)
        ]
        labels = [*theses, *(label for label in argument_map.claims if label not in theses)]
        free = [label for label in labels if label not in used and label not in answers]
        chief = [label for label in free if label in theses]
        for question in first:
            yield partial(self._question, question)
        for label in chief:
            yield partial(self._unless_placed, label)
        for question in questions:
            if question not in first:
                yield partial(self._question, question)
        for label in (*free, *labels):
            yield partial(self._unless_placed, label)

    def _unless_placed(self, label: str) -> Item | None:
        return None if label in self.placed else self._card(label)

    def _question(self, label: str) -> Item:
        sheet = self.sheet
        question = sheet.argument_map.questions[label]
        item = Item(question_node(label), section=question.section)
        for answer in dict.fromkeys(question.answers):
            if answer in sheet.argument_map.claims:
                line = answer_stroke(sheet, question, answer)
                below = self._card_or_reference(answer, answer_reference_node(label, answer))
                item.branches.append(Branch(below, "answer", line))
        return item

    def _card(self, label: str) -> Item:
        """The card of a claim that has none yet, or the box that holds it."""
        arrangement = self.sheet.arrangement
        if label in arrangement.box_of:
            return self._box(self.sheet.argument_map.inferences[arrangement.box_of[label][0]])
        self.placed.add(label)
        item = Item(claim_node(label), section=arrangement.frames.of_cards[label])
        self.waiting.append((item, label, None))
        return item

    def _box(self, step: Inference) -> Item:
        arrangement = self.sheet.arrangement
        item = Item(box_node(step.id), section=arrangement.frames.of_dots[step.id])
        for port, premise in enumerate(arrangement.premises[step.id]):
            self.placed.add(premise.claim)
            self.waiting.append((item, premise.claim, port))
        return item

    def _card_or_reference(self, label: str, name: str) -> Item:
        """The card of a claim, or by this name a reference to it where it has one already."""
        if label not in self.placed:
            return self._card(label)
        self.references[name] = label
        return Item(name, section=self.sheet.arrangement.frames.of_cards[label])

    def _lead_down(self, item: Item, label: str, port: int | None) -> None:
        """Hang the steps on a claim below its card."""
        steps = self.sheet.argument_map.steps_on(label)
        premises = self.sheet.arrangement.premises
        for step in steps:
            if step.kind != "undercut" and step.id in premises:
                item.branches.append(self._step(step, port=port))

    def _step(self, step: Inference, *, port: int | None = None, beside: bool = False) -> Branch:
        """A step, with the undercuts of it and theirs."""
        sheet = self.sheet
        line = {**stroke(sheet, step), **arrow(sheet, step, "tail")}
        if step.id not in sheet.arrangement.dotted:
            return Branch(self._premises(step)[0], mark_of(step), line, port, beside)
        first = self._dot(step)
        pending = [(step, first)]
        while pending:
            questioned, dot = pending.pop(0)
            for undercut in sheet.arrangement.undercuts.get(questioned.id, ()):
                aside = {**stroke(sheet, undercut), **arrow(sheet, undercut, "tail")}
                if undercut.id in sheet.arrangement.dotted:
                    below = self._dot(undercut)
                    pending.append((undercut, below))
                else:
                    below = self._premises(undercut)[0]
                dot.branches.append(Branch(below, "undercut", aside, beside=True))
        return Branch(first, mark_of(step), line, port, beside)

    def _dot(self, step: Inference) -> Item:
        """The dot of a step over its premises."""
        sheet = self.sheet
        premises = self._premises(step)
        radius = dot_radius(linked=len(sheet.arrangement.premises[step.id]) > 1)
        dot = Item(dot_node(step.id), section=sheet.arrangement.frames.of_dots[step.id], radius=radius)
        for number, below in enumerate(premises):
            line = {**stroke(sheet, step), "dir": "none", "id": f'"{edge_id(step.id, number)}"'}
            dot.branches.append(Branch(below, mark_of(step), line))
        return dot

    def _premises(self, step: Inference) -> list[Item]:
        premises = self.sheet.arrangement.premises[step.id]
        if step.id in self.sheet.arrangement.boxed and premises[0].claim not in self.placed:
            return [self._box(step)]
        return [
            self._card_or_reference(premise.claim, reference_node(step.id, number))
            for number, premise in enumerate(premises)
        ]
