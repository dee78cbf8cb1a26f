"""SVG to PNG, by Typst like the PDF: one look whatever engine laid the map out, in any script."""

import math
import re
import struct
import zlib

from argmap.drawing.engine import DrawingError
from argmap.drawing.pdf import About, Leaf, drawing_size, typeset

_MOST_PIXELS = 64_000_000  # a quarter of a gigabyte to draw, and about five seconds
_LONGEST_SIDE = 32_000  # what programs that show pictures can be trusted to open
_HAIR = 0.05
"""Of a pixel: less, so that rounding up ends at the number that is meant."""
_SIZE = re.compile(rb' width="[\d.]+pt" height="[\d.]+pt"')


def to_png(svg: bytes, *, dpi: int = 144) -> bytes:
    """The drawing in pixels, on white, at `dpi` pixels per inch of its own size.

    `svg` is what `finish_svg` returns. A picture of more than 64 million pixels, or with a side longer than
    32,000, is made at the most dots per inch that stay within. Raises DrawingError for a `dpi` under 1, or
    when the picture cannot be made.
    """
    if dpi < 1:
        raise DrawingError(
            f"a picture cannot have {dpi} dots per inch: give a number from 1, for example 144"
        )
    width, height = drawing_size(svg)
    pixels = dpi / 72
    pixels = min(pixels, _LONGEST_SIDE / max(width, height), (_MOST_PIXELS / (width * height)) ** 0.5)
    wide, high = math.ceil(width * pixels), math.ceil(height * pixels)
    drawing = _sized(svg, wide / pixels, (high - _HAIR) / pixels)
    page = (wide - _HAIR) / pixels, (high - 2 * _HAIR) / pixels
    png = typeset([Leaf(drawing)], "png", pages=[page], about=About(), dpi=pixels * 72)
    if not isinstance(png, bytes):
        raise DrawingError("the drawing did not fit on one page; please report this with the map")
    return _with_density(png, pixels * 72)


def _sized(svg: bytes, width: float, height: float) -> bytes:
    """The drawing stretched to a size that is a whole number of pixels, by less than one.

    Typst draws the picture in whole pixels first, in the drawing's own proportions, and then fits that to the
    page: where the two differ it leaves out single rows and columns, and strokes of letters with them.
    """
    size = f' width="{width:.6f}pt" height="{height:.6f}pt" preserveAspectRatio="none"'
    return _SIZE.sub(size.encode(), svg, count=1)


def _with_density(png: bytes, dpi: float) -> bytes:
    """Says in the file how large it is meant, so that other programs show it in the drawing's own size.

    The pHYs chunk (PNG third edition, 11.3.4.3) counts pixels per metre and stands before the picture, here
    right behind the header, which is always 33 bytes long with the signature.
    """
    density = round(dpi / 0.0254)
    chunk = b"pHYs" + struct.pack(">LLB", density, density, 1)
    return b"".join((png[:33], struct.pack(">L", 9), chunk, struct.pack(">L", zlib.crc32(chunk)), png[33:]))
