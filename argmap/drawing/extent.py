"""How large a drawing will be, guessed before any engine is asked. Lengths are in points."""

import math
from collections.abc import Mapping

import attrs

from argmap.drawing.arrangement import Arrangement, arrange
from argmap.drawing.layout.tidy import tidy
from argmap.drawing.layout.tree import Box, top_down
from argmap.drawing.metrics import text_width
from argmap.drawing.paper import Fitted, Page, spot
from argmap.drawing.picture import Picture
from argmap.drawing.wording import Measure, Wording, claim_wording, question_wording
from argmap.model.map import ArgumentMap
from argmap.model.parts.branches import tops
from argmap.model.roles import Role, roles

_BESIDE, _BELOW = 24.5, 27.4  # what the engine is asked for
_LINE = 1.2  # of the type size
_AROUND = 10.8
_DOT = 18.0
_CAPTION = 70.0
_CAPTION_WIDTH = 320.0
_USUAL_FACTORS = (0.85, 1.05)
"""What engines make of the guess, on average of the maps that come with argmap: they pack closer."""
_REFERENCE = 11.0
"""The height of the line that a card has when its branch is cut."""


@attrs.frozen(eq=False)
class Extents:
    """The measures of the cards of a map, for guessing how large drawings of its parts are."""

    map: ArgumentMap
    picture: Picture
    _roles: Mapping[str, Role]
    _factors: tuple[float, float] = _USUAL_FACTORS
    _cards: dict[str, tuple[float, float]] = attrs.field(factory=dict)

    @classmethod
    def of(cls, argument_map: ArgumentMap, picture: Picture) -> "Extents":
        """The extents of a map and its parts, drawn so."""
        return cls(argument_map, picture, roles(argument_map))

    def calibrated(self, part: ArgumentMap, size: tuple[float, float]) -> "Extents":
        """The extents with what they are wrong by for this part, whose drawing has this size."""
        guessed = self.size(part)
        wide, high = (max(0.25, real / guess) for real, guess in zip(size, guessed, strict=True))
        return attrs.evolve(self, factors=(self._factors[0] * wide, self._factors[1] * high))

    def shrunk(self, by: float) -> "Extents":
        """The extents with every drawing so many times smaller than guessed."""
        return attrs.evolve(self, factors=(self._factors[0] / by, self._factors[1] / by))

    def type_size(self, part: ArgumentMap, page: Page | Fitted, *, heading: bool = False) -> float:
        """Points of the text of a claim of this part on a page, as `spot` places it."""
        return spot(*self.size(part), page, heading=heading).scale * self.picture.theme.size

    def area(self, part: ArgumentMap) -> float:
        """Of the cards of a part, in square points."""
        return sum(math.prod(self._card(part, label)) for label in (*part.claims, *part.questions))

    def size(self, part: ArgumentMap) -> tuple[float, float]:
        """Width and height of the drawing of a part; linear in it."""
        sideways = self.picture.direction.is_sideways
        root = self._tree(part, sideways=sideways)
        boxes = list(top_down(root))
        places = tidy(root, beside=_BESIDE, below=_BELOW)
        across = max(places[box.name].x + box.width for box in boxes)
        along = _height_of_levels(root)
        width, height = (along, across) if sideways else (across, along)
        width, height = width * self._factors[0], height * self._factors[1]
        return max(width, _CAPTION_WIDTH) + 2 * _AROUND, height + _CAPTION + 2 * _AROUND

    def _tree(self, part: ArgumentMap, *, sideways: bool) -> Box:
        """Cards, boxes of linked premises and dots, each below what a reading comes to it from first."""
        found = arrange(part)
        root = Box("", 0.0, 0.0)
        seen: set[str] = set()
        waiting: list[tuple[Box, tuple[str, ...]]] = []
        for top in tops(part):
            waiting += self._hang(root, top, part, found, seen=seen, sideways=sideways)
        while waiting:
            box, labels = waiting.pop()
            for label in labels:
                if label in part.questions:
                    for answer in part.questions[label].answers:
                        if answer in part.claims:
                            waiting += self._hang(box, answer, part, found, seen=seen, sideways=sideways)
                for step in part.steps_on(label):
                    if step.kind == "undercut":
                        continue
                    steps = [(step.id, box)]
                    while steps:
                        id, above = steps.pop()
                        if id not in found.premises:
                            continue
                        joint = above
                        if id in found.dotted:
                            joint = Box(f"step {id}", _DOT, _DOT)
                            above.children.append(joint)
                        for premise in found.premises[id]:
                            waiting += self._hang(
                                joint, premise.claim, part, found, seen=seen, sideways=sideways
                            )
                        steps += [(cut.id, above) for cut in found.undercuts.get(id, ())]
        return root

    def _hang(
        self,
        above: Box,
        label: str,
        part: ArgumentMap,
        found: Arrangement,
        *,
        seen: set[str],
        sideways: bool,
    ) -> list[tuple[Box, tuple[str, ...]]]:
        """Hang a card, or the box that it is in, below another; the new one with what stands in it."""
        if label in seen:
            return []
        labels: tuple[str, ...] = (label,)
        if label in found.box_of:
            labels = tuple(premise.claim for premise in found.premises[found.box_of[label][0]])
        seen.update(labels)
        sizes = [self._card(part, one) for one in labels]
        width, height = sizes[0]
        if len(sizes) > 1:
            # Side by side, or one above the other in a map that grows sideways; six points between.
            widths, heights = zip(*sizes, strict=True)
            together = sum(heights if sideways else widths) + 6.0 * (len(sizes) + 1)
            width, height = (max(widths) + 12, together) if sideways else (together, max(heights) + 12)
        box = Box(f"card {label}", *((height, width) if sideways else (width, height)))
        above.children.append(box)
        return [(box, labels)]

    def _card(self, part: ArgumentMap, label: str) -> tuple[float, float]:
        if label not in self._cards:
            self._cards[label] = self._measured(part, label)
        return self._cards[label]

    def _measured(self, part: ArgumentMap, label: str) -> tuple[float, float]:
        theme = self.picture.theme
        if label in part.questions:
            measure = Measure(theme.text_width, theme.size + 2)
            wording = question_wording(
                part.questions[label], measure=measure, theme=theme, argument_map=self.map
            )
            return self._framed(wording, measure, least=theme.text_width)
        role = self._roles[label]
        if role.word == "thesis":
            measure = Measure(theme.thesis_text_width, theme.thesis_size, bold=True)
        else:
            measure = Measure(theme.text_width, theme.size)
        wording = claim_wording(
            self.map.claims[label],
            role,
            measure=measure,
            picture=self.picture,
            argument_map=self.map,
            dotted=False,
        )
        return self._framed(wording, measure, least=theme.thesis_text_width if measure.bold else 0)

    def _framed(self, wording: Wording, measure: Measure, *, least: float) -> tuple[float, float]:
        """The card around its words."""
        small = self.picture.theme.small
        heading = f"{''.join(wording.name)} · {wording.role.upper()}  {wording.degree}"
        widest = max([text_width(heading, small, bold=True), float(least), float(wording.width)])
        lines = [
            measure.size * len(wording.text),
            small * (1 + len(wording.footing) + (1 if wording.score_text else 0)),
        ]
        return math.ceil(widest) + 24, _LINE * sum(lines) + 24 + _REFERENCE


def _height_of_levels(root: Box) -> float:
    """With every level as high as its highest box, as the engine stands them."""
    heights: list[float] = []
    waiting = [(root, 0)]
    while waiting:
        box, level = waiting.pop()
        heights += [0.0] * (level + 1 - len(heights))
        heights[level] = max(heights[level], box.height)
        waiting += [(child, level + 1) for child in box.children]
    return sum(heights) + _BELOW * max(0, len(heights) - 2)
