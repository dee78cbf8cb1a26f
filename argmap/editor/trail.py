"""Where one has come from, in this file and in others, so that there is a way back."""

from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    from argmap.editor.review_files import ReviewWish

_LONGEST = 100


@attrs.frozen
class Stop:
    """A place in a file: `offset` counts characters, `wish` is whose review was shown there, if one was."""

    path: str
    offset: int
    wish: "ReviewWish | None" = None


@attrs.define
class Trail:
    """The places that were left for others, the newest last. It goes on from file to file."""

    at: int | None = None
    """The offset that it leads to in the file that is begun; None for where that was left last."""
    _stops: list[Stop] = attrs.field(factory=list)

    def leave(self, stop: Stop) -> None:
        """Remember a place that is left now. Of very many, the oldest is forgotten."""
        if self._stops[-1:] != [stop]:
            self._stops.append(stop)
            del self._stops[:-_LONGEST]

    @property
    def before(self) -> Stop | None:
        """The place that was left last; None at the beginning."""
        return self._stops[-1] if self._stops else None

    def back(self) -> Stop | None:
        """The place that was left last, which is the newest no more; None at the beginning."""
        return self._stops.pop() if self._stops else None
