"""A map with the judgement on its own terms, for everything that asks about both."""

from functools import cached_property
from typing import TYPE_CHECKING

import attrs

from argmap.model.map import ArgumentMap
from argmap.reasoning.graph import ArgumentGraph, graph_of
from argmap.reasoning.repetition import Repetition
from argmap.reasoning.standing import Standings, judge
from argmap.reasoning.support import Support

if TYPE_CHECKING:
    from argmap.reasoning.wording.languages import Language


@attrs.frozen
class Judged:
    """A map, its graph and its standings; what nobody asks for is not worked out."""

    map: ArgumentMap

    @cached_property
    def graph(self) -> ArgumentGraph:
        """Who bears on whom."""
        return graph_of(self.map)

    @cached_property
    def standings(self) -> Standings:
        """The judgement under the map's own standard, with no reader's verdict counted."""
        return judge(self.graph)

    @cached_property
    def support(self) -> Support:
        """Who supports whom."""
        return Support(self.graph)

    @cached_property
    def repetition(self) -> Repetition:
        """What is said twice."""
        return Repetition(self.graph)

    @cached_property
    def language(self) -> "Language | None":
        """The language of its texts, where its wording can be checked."""
        from argmap.reasoning.wording.languages import language_of

        return language_of(self.map)
