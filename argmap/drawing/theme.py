"""How a diagram looks: colours, type sizes and measures, in one value that every mark is drawn from."""

from collections.abc import Mapping
from typing import Literal

import attrs

from argmap.model.elements import Inference, StrengthWord
from argmap.model.roles import Role

Mark = Literal["support", "evidence", "attack", "undercut", "answer", "claim"]
"""What a colour stands for: the kinds of line, and `claim` for cards that are no part of a step."""


@attrs.frozen
class Line:
    """How the line of one kind of step is drawn: a Graphviz line style and arrow shape."""

    style: Literal["solid", "dashed", "dotted"]
    head: Literal["normal", "tee", "odiamond"]
    added: float = 0.0
    """Points added to the width that the strength gives, for lines that are mostly gaps."""


@attrs.frozen
class Theme:
    """One look. Sizes and widths are in points; colours are `#RRGGBB`.

    Type sizes are whole numbers because Graphviz reads no others inside HTML-like labels.
    """

    font: str
    size: int
    small: int
    thesis_size: int
    text_width: int
    """Widest line of a card; in a narrower one where premises stand side by side, see `box_text_width`."""
    box_text_width: int
    thesis_text_width: int
    most_lines: int
    """A card shows no more lines of a text than this; the rest is in the tooltip."""
    ink: str
    muted: str
    paper: str
    border: str
    thesis_fill: str
    thesis_muted: str
    question_fill: str
    frame_fill: str
    frame_border: str
    fallen_ink: str
    """Of everything on a card that falls, and the colour of its bar."""
    fallen_fill: str
    fallen_thesis_fill: str
    open_border: str
    """Of the dashed border of a card that is open."""
    colours: Mapping[Mark, str]
    tints: Mapping[Mark, str]
    """Background of a box of linked premises."""
    lines: Mapping[Mark, Line]
    widths: Mapping[StrengthWord, float]
    """Line width by the strength of the step."""

    def width(self, strength: StrengthWord | None) -> float:
        """Line width in points; a step without a strength word is moderate."""
        return self.widths[strength or "moderate"]


def mark_of(inference: Inference) -> Mark:
    """The kind of line that a step is drawn as: its kind, with evidence told from other support."""
    if inference.kind == "support" and inference.keyword == "evidence":
        return "evidence"
    return inference.kind


# Every colour has a contrast of at least 4.6:1 on white and stays apart for colour-blind readers
# (Okabe and Ito 2008, darkened).
CARDS = Theme(
    font="Arial",
    size=11,
    small=8,
    thesis_size=15,
    text_width=164,
    box_text_width=146,
    thesis_text_width=330,
    most_lines=60,
    ink="#1A1A1A",
    muted="#5A5A5A",
    paper="#FFFFFF",
    border="#B8B8B8",
    thesis_fill="#222222",
    thesis_muted="#DDDDDD",
    question_fill="#F3F1EA",
    frame_fill="#F7F7F7",
    frame_border="#DDDDDD",
    fallen_ink="#6B6B6B",
    fallen_fill="#F4F4F4",
    fallen_thesis_fill="#6B6B6B",
    open_border="#333333",
    colours={
        "support": "#0072B2",
        "evidence": "#007A5E",
        "attack": "#C4500B",
        "undercut": "#8A4F7D",
        "answer": "#5F5A4A",
        "claim": "#4A4A4A",
    },
    tints={
        "support": "#E6F0F7",
        "evidence": "#E4F2EE",
        "attack": "#FBEDE4",
        "undercut": "#F4ECF2",
    },
    lines={
        "support": Line("solid", "normal"),
        "evidence": Line("solid", "normal"),
        "attack": Line("dashed", "tee"),
        "undercut": Line("dotted", "tee", added=0.6),
        "answer": Line("solid", "odiamond"),
    },
    widths={"weak": 1.0, "moderate": 1.8, "strong": 2.8, "conclusive": 3.8},
)
"""The default: white cards with a colour bar, for screens and colour print."""


def role_mark(role: Role) -> Mark:
    """The mark whose colour a claim's card wears: that of the step which gave it its role."""
    if role.step is not None:
        return mark_of(role.step)
    return "answer" if role.word == "answer" else "claim"
