"""SVG to PDF: real text with its fonts embedded, made by Typst, which needs no program of the system."""

import json
import re
from collections.abc import Sequence
from html import unescape
from typing import Literal

import attrs

from argmap.drawing.engine import DrawingError
from argmap.drawing.metrics import text_width
from argmap.drawing.svg import FONT_FAMILY
from argmap.drawing.typesetting import typeset_source, typst_language

_LARGEST = 14_400.0
"""Points; readers are not required to show larger pages (ISO 32000-1, annex C)."""

# Arimo comes with argmap, so the pages look the same on every machine.
_PRINT_FAMILY = "Arimo, " + FONT_FAMILY
_EMOJI_FAMILY = "'Apple Color Emoji', 'Segoe UI Emoji', 'Noto Color Emoji'"
_SIGN = "[\u203c-\u3299\U0001f000-\U0001faff]"
_JOINED_EMOJI = re.compile(
    "[\U0001f1e6-\U0001f1ff]{2}"  # flags
    f"|{_SIGN}(?:[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]|\u200d{_SIGN})+"  # families, skin tones, coloured signs
    "|[0-9#*]\ufe0f?\u20e3"  # keycaps
)
_TEXT = re.compile(r"<text([^>]*)>([^<]+)</text>")
_SIGN_WIDTH = 1.25
"""Of a joined emoji, by type size: what the fonts named above have."""
_SIGN_OR_WORDS = re.compile(f"({_JOINED_EMOJI.pattern})")
_ATTRIBUTE = re.compile(r'([\w:-]+)="([^"]*)"')
_PLACE = re.compile(r' (?:x|text-anchor|textLength|lengthAdjust|xml:space)="[^"]*"')
_FAMILY = re.compile(r' font-family="[^"]*"')
_SIZE = re.compile(r'<svg\b[^>]*? width="([\d.]+)pt" height="([\d.]+)pt"')
_TITLE = re.compile(r"<title>([^<]*)</title>")

# What varies comes in through `sys.inputs`, never as source text.
_SOURCE = b"""\
#let data = json(bytes(sys.inputs.data))
#set text(lang: data.language)
#set document(
  title: data.title,
  author: if data.author == "" { () } else { data.author },
  date: none,
)
#let leaf(page-data) = page(width: page-data.width * 1pt, height: page-data.height * 1pt, margin: 0pt, {
  if page-data.name != "" { place(hide(heading(outlined: false, bookmarked: true, page-data.name))) }
  image(
    bytes(page-data.drawing), format: "svg", alt: page-data.spoken,
    width: page-data.width * 1pt, height: page-data.height * 1pt,
  )
  for (x, y, width, height, to) in page-data.links {
    place(top + left, dx: x * 1pt, dy: y * 1pt, link(
      (page: to, x: 0pt, y: 0pt),
      box(width: width * 1pt, height: height * 1pt),
    ))
  }
})
#for page-data in data.pages { leaf(page-data) }
"""


@attrs.frozen
class Link:
    """A place on a page from which one comes to another, in points from the upper left."""

    x: float
    y: float
    width: float
    height: float
    to: int
    """The number of the page, from 1."""


@attrs.frozen
class Leaf:
    """One page: what `finish_svg` or `set_on_page` returned, with its name among the bookmarks, if any."""

    svg: bytes
    name: str = ""
    links: tuple[Link, ...] = ()


@attrs.frozen
class About:
    """What a document says of itself; `language` is a BCP 47 tag."""

    title: str = ""
    author: str = ""
    language: str | None = None


def to_pdf(leaves: Sequence[Leaf], about: About) -> bytes:
    """Every drawing on a page of its own size, smaller only where it would pass 14,400 pt (5 m).

    The spoken titles of a drawing become its text for screen readers. The same drawings give the same bytes
    on one machine. Raises DrawingError when the pages cannot be made.
    """
    made = typeset(leaves, "pdf", pages=[_page_size(leaf.svg) for leaf in leaves], about=about)
    assert isinstance(made, bytes)  # a PDF is one file
    return made


def _page_size(svg: bytes) -> tuple[float, float]:
    width, height = drawing_size(svg)
    scale = min(1.0, _LARGEST / max(width, height))
    return width * scale, height * scale


def drawing_size(svg: bytes) -> tuple[float, float]:
    """Width and height in points of a drawing that `finish_svg` made; DrawingError for any other SVG."""
    found = _SIZE.search(svg[:2000].decode("utf-8", "replace"))
    if not found:
        raise DrawingError("the drawing has no size; please report this with the map")
    width, height = float(found[1]), float(found[2])
    return max(width, 1.0), max(height, 1.0)


def _asks_for_another_font(drawing: str) -> bool:
    return f'font-family="{FONT_FAMILY}"' not in drawing[:2000]


def for_print(drawing: str) -> str:
    """The drawing with the fonts that a page is to be set in.

    Signs made of several characters stand apart, in a font for them: where they share a line with letters,
    Typst drops them, or fails when that font is installed.
    """
    drawing = drawing.replace(FONT_FAMILY, _PRINT_FAMILY, 1)
    return drawing if drawing.isascii() else _TEXT.sub(_with_signs_apart, drawing)


def _with_signs_apart(text: re.Match[str]) -> str:
    attributes, words = text[1], text[2]
    if not _JOINED_EMOJI.search(words):
        return text[0]
    given = dict(_ATTRIBUTE.findall(attributes))
    size, bold = float(given.get("font-size", 0)), given.get("font-weight") == "bold"
    pieces = [piece for piece in _SIGN_OR_WORDS.split(words) if piece]
    widths = [_piece_width(piece, size, bold) for piece in pieces]
    before = {"middle": 0.5, "end": 1.0}.get(given.get("text-anchor", "start"), 0.0)
    x = float(given.get("x", 0)) - before * sum(widths)
    rest = _PLACE.sub("", attributes)
    parts: list[str] = []
    for piece, width in zip(pieces, widths, strict=True):
        font = f' font-family="{_EMOJI_FAMILY}"' if _JOINED_EMOJI.fullmatch(piece) else ""
        look = _FAMILY.sub("", rest) + font if font else f'{rest} xml:space="preserve"'
        parts.append(f'<text x="{x:.2f}"{look}>{piece}</text>')
        x += width
    return "".join(parts)


def _piece_width(piece: str, size: float, bold: bool) -> float:
    return _SIGN_WIDTH * size if _JOINED_EMOJI.fullmatch(piece) else text_width(unescape(piece), size, bold)


def machine_has_font(family: str) -> bool:
    """Whether a page can be set in a family of the machine's."""
    import typst

    return family.casefold() in map(str.casefold, typst.Fonts(include_system_fonts=True).families())


def typeset(
    leaves: Sequence[Leaf],
    format: Literal["pdf", "png"],
    *,
    pages: Sequence[tuple[float, float]],
    about: About,
    dpi: float | None = None,
) -> bytes | list[bytes]:
    """The drawings alone on pages, whose widths and heights are in points; a list for several PNG pages.

    Nothing outside the drawings and the fonts is read: no file, no package, no network. Raises DrawingError.
    """
    drawings = [leaf.svg.decode("utf-8") for leaf in leaves]
    data = {
        "title": about.title,
        "author": about.author,
        "language": typst_language(about.language),
        "pages": [
            {
                "name": leaf.name,
                "drawing": for_print(drawing),
                "spoken": spoken(drawing),
                "width": page[0],
                "height": page[1],
                "links": [attrs.astuple(link) for link in leaf.links],
            }
            for leaf, drawing, page in zip(leaves, drawings, pages, strict=True)
        ],
    }
    return typeset_source(
        _SOURCE,
        format,
        inputs={"data": json.dumps(data, ensure_ascii=False)},
        dpi=dpi,
        machine_fonts=any(map(_asks_for_another_font, drawings)),
    )


def spoken(drawing: str) -> str:
    """The titles of a drawing as its text for screen readers."""
    return "\n".join(unescape(title) for title in _TITLE.findall(drawing))
