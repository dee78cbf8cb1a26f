"""What the outline asks of its host. `row` says which claim, question or section, and where it stands."""

from typing import TYPE_CHECKING, Literal

from textual.message import Message

if TYPE_CHECKING:
    from argmap.workspace.outline import Row

Direction = Literal["up", "down", "in", "out"]


class RowMessage(Message):
    """Something about a row."""

    def __init__(self, row: "Row") -> None:
        super().__init__()
        self.row = row

    @property
    def label(self) -> str | None:
        """The label of the claim or question; None for a section."""
        return None if self.row.kind == "section" else self.row.label


class Selected(RowMessage, namespace="outline"):
    """The reader went to another row."""


class GoTo(RowMessage, namespace="outline"):
    """The reader wants to see `row.span` in the text."""


class MoveBranch(RowMessage, namespace="outline"):
    """Move the branch past its neighbour, or one step in or out."""

    def __init__(self, row: "Row", direction: Direction) -> None:
        super().__init__(row)
        self.direction = direction


class MoveUnder(RowMessage, namespace="outline"):
    """Put the branch of `row` below `target`, as the last there, under `keyword`."""

    def __init__(self, row: "Row", target: "Row", keyword: str) -> None:
        super().__init__(row)
        self.target = target
        self.keyword = keyword
