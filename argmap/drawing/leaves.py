"""Several drawings of one map, as the pages of one PDF or as pictures of their own."""

from collections.abc import Sequence
from typing import Literal

from argmap.drawing.pdf import About, Leaf, to_pdf
from argmap.drawing.png import to_png

LeafFormat = Literal["svg", "pdf", "png"]


def bound(leaves: Sequence[Leaf], format: LeafFormat, *, about: About, dpi: int) -> list[bytes]:
    """One PDF, or a picture for every leaf. Raises DrawingError."""
    if format == "pdf":
        return [to_pdf(leaves, about)]
    if format == "png":
        return [to_png(leaf.svg, dpi=dpi) for leaf in leaves]
    return [leaf.svg for leaf in leaves]
