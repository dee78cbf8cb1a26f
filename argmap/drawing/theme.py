"""How a diagram looks: colours, type sizes and measures, in one value that every mark is drawn from."""

from collections.abc import Mapping
from typing import Literal, NewType

import attrs

from argmap.model.elements import Inference, StrengthWord
from argmap.model.roles import Role

Mark = Literal["support", "evidence", "attack", "undercut", "answer", "claim"]
"""What a colour stands for: the kinds of line, and `claim` for cards that are no part of a step."""

Bar = Literal["block", "solid", "double", "dashed", "dotted", "none"]
"""The left edge of a card: a block of colour, a line like that of its step, or nothing."""

Colour = NewType("Colour", str)
"""`#RRGGBB`."""

Family = NewType("Family", str)
"""The name of a font family: ASCII letters and digits, spaces and hyphens."""

TypeSize = NewType("TypeSize", int)
"""Points; whole, because Graphviz reads no others inside HTML-like labels."""

Length = NewType("Length", int)
"""Points."""

Count = NewType("Count", int)

Border = NewType("Border", int)
"""The width of a border in points; whole, and 0 for none."""

Stroke = NewType("Stroke", float)
"""The width of a line in points."""

Extra = NewType("Extra", float)
"""What is added to a width, in points."""


@attrs.frozen
class Line:
    """How the line of one kind of step is drawn: a Graphviz line style and arrow shape."""

    style: Literal["solid", "dashed", "dotted"]
    head: Literal["normal", "normalnormal", "tee", "odot", "odiamond"]
    added: Extra = Extra(0.0)
    """Added to the width that the strength gives, for lines that are mostly gaps."""


@attrs.frozen
class Theme:
    """One look. The themes that come with argmap are the files of `themes/`, and users write theirs alike."""

    font: Family
    """What an SVG asks for first. The layout is always that of Arial, and lines of text are fitted to it."""
    size: TypeSize
    small: TypeSize
    thesis_size: TypeSize
    text_width: Length
    """Widest line of a card; in a narrower one where premises stand side by side, see `box_text_width`."""
    box_text_width: Length
    thesis_text_width: Length
    most_lines: Count
    """A card shows no more lines of a text than this; the rest is in the tooltip."""
    sheet: Colour
    ink: Colour
    muted: Colour
    card_fill: Colour
    border: Colour
    thesis_fill: Colour
    thesis_ink: Colour
    thesis_muted: Colour
    thesis_border: Colour
    thesis_border_width: Border
    question_fill: Colour
    frame_fill: Colour
    frame_border: Colour
    fallen_ink: Colour
    """Of everything on a card that falls, and the colour of its bar."""
    fallen_fill: Colour
    fallen_thesis_ink: Colour
    fallen_thesis_fill: Colour
    open_border: Colour
    """Of the dashed border of a card that is open."""
    dot_ink: Colour
    """Of the `+` on the dot of a linked step."""
    colours: Mapping[Mark, Colour]
    tints: Mapping[Mark, Colour]
    """Background of a box of linked premises."""
    bars: Mapping[Mark, Bar]
    lines: Mapping[Mark, Line]
    widths: Mapping[StrengthWord, Stroke]
    """Line width by the strength of the step."""

    def width(self, strength: StrengthWord | None) -> float:
        """Line width in points; a step without a strength word is moderate."""
        return self.widths[strength or "moderate"]


def mark_of(inference: Inference) -> Mark:
    """The kind of line that a step is drawn as: its kind, with evidence told from other support."""
    if inference.kind == "support" and inference.keyword == "evidence":
        return "evidence"
    return inference.kind


def role_mark(role: Role) -> Mark:
    """The mark whose colour a claim's card wears: that of the step which gave it its role."""
    if role.step is not None:
        return mark_of(role.step)
    return "answer" if role.word == "answer" else "claim"
