"""What Graphviz draws, made fit to be shown and read aloud.

Graphviz names the parts of an SVG for its own use and trusts its input. Here the drawing is read by an XML
parser and written anew from the few elements and attributes that a diagram needs, so the result is
well-formed and holds no script, style sheet or foreign file whatever came in. Every claim becomes a group
with an id, a class and a spoken title (WAI-ARIA Graphics Module 1.0); every line of text gets the length it
was laid out with, so that it fits its card in any font.
"""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache, partial
from html import escape
from typing import TypeVar
from xml.parsers import expat

import attrs

from argmap.drawing.engine import DrawingError
from argmap.drawing.metrics import LAYOUT_FONT, is_measured, text_width

FONT_FAMILY = "Arial, 'Liberation Sans', Arimo, Helvetica, sans-serif"
"""Arial and the fonts that share its measures, then what is nearest."""

_SHAPES = frozenset({"polygon", "polyline", "path", "ellipse"})
_SHAPE_ATTRIBUTES = frozenset(
    {"points", "d", "cx", "cy", "rx", "ry", "fill", "fill-opacity", "stroke", "stroke-opacity"}
    | {"stroke-width", "stroke-dasharray", "stroke-linecap", "transform"}
)
_TEXT_ATTRIBUTES = frozenset(
    {"text-anchor", "font-family", "font-size", "font-weight", "font-style", "text-decoration"}
    | {"fill", "fill-opacity", "baseline-shift", "transform"}
)
_TEXT_DEFAULTS = {("text-anchor", "start"), ("font-family", LAYOUT_FONT)}
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Graphviz 2.42 writes the links of cells as they are.
_BARE_AMPERSAND = re.compile(r"&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)")
_VIEW = re.compile(r"0\.00 0\.00 (\d+\.\d+) (\d+\.\d+)")
_SIZE = re.compile(r"(\d+)pt")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x1f]+", re.IGNORECASE)


def finish_svg(
    parts: Iterable[bytes],
    *,
    title: str,
    description: str,
    language: str | None = None,
    font: str = LAYOUT_FONT,
    sheet: str = "#FFFFFF",
) -> bytes:
    """The drawing that Graphviz wrote, named, widened to more fonts, and cleaned; UTF-8.

    It is in `parts`, mostly a single one: of later ones, which are of the same size as the first, the nodes
    and lines are laid on it. A node, cluster or edge keeps its id and class, and its tooltip becomes its
    title. So does a table cell with an ID, whose TARGET becomes its class, since Graphviz gives cells none.
    Links stay when they are http, https or mailto. `language` is the BCP 47 tag of the language to be spoken,
    `font` the family that is asked for first, and `sheet` the colour behind everything: a plain name and
    `#RRGGBB`, since they are written as they are. Raises DrawingError when a part is not a drawing by
    Graphviz, or of another size.
    """
    names = _printable(title), _printable(description), language, _families(font), sheet
    drawings = iter(parts)
    whole = _read(next(drawings, b""), partial(_Writer, *names))
    *written, graph_end, drawing_end = whole.written
    for svg in drawings:
        addition = _read(svg, _AddingWriter)
        if addition.view != whole.view:
            raise DrawingError(
                f"the engine wrote parts of a drawing in two sizes ({whole.view} and {addition.view}); "
                "please report this with the map"
            )
        written += addition.written
    return "".join([*written, graph_end, drawing_end]).encode()


_AWriter = TypeVar("_AWriter", bound="_Writer")


def _read(svg: bytes, begin: Callable[[], _AWriter]) -> _AWriter:
    try:
        writer = _rewritten(svg, begin())
    except expat.ExpatError:
        repaired = _BARE_AMPERSAND.sub("&amp;", _printable(svg.decode("utf-8", "replace")))
        try:
            writer = _rewritten(repaired.encode(), begin())
        except expat.ExpatError as error:
            raise DrawingError(
                f"the engine wrote a drawing that cannot be read ({error}); please report this with the map"
            ) from error
    if not writer.complete:
        raise DrawingError("the engine wrote something that is no drawing; please report this with the map")
    return writer


def _whole_size(attributes: dict[str, str]) -> tuple[int, int] | None:
    """Width and height in points, where the drawing is as large as Graphviz says but for its rounding."""
    given, view = _SIZE.fullmatch(attributes.get("width", "")), _VIEW.fullmatch(attributes.get("viewBox", ""))
    height = _SIZE.fullmatch(attributes.get("height", ""))
    if not given or not height or not view:
        return None
    size = int(given[1]), int(height[1])
    exact = float(view[1]), float(view[2])
    return size if all(abs(one - other) < 1 for one, other in zip(size, exact, strict=True)) else None


def _families(font: str) -> str:
    return FONT_FAMILY if font == LAYOUT_FONT else f"'{font}', {FONT_FAMILY}"


def _rewritten(svg: bytes, writer: _AWriter) -> _AWriter:
    writer.parser.Parse(svg, True)
    return writer


def _printable(text: str) -> str:
    """The text with what XML 1.0 cannot hold replaced by U+FFFD."""
    return _NOT_XML.sub("\ufffd", text)


@attrs.define
class _Group:
    """A `g` that has been read but not yet written, since its title and link come inside it."""

    id: str
    classes: list[str]
    transform: str = ""
    title: str = ""
    link: str = ""


class _Writer:
    """Writes what its parser reads: `written` grows to the finished drawing."""

    def __init__(self, title: str, description: str, language: str | None, families: str, sheet: str) -> None:
        self.written: list[str] = []
        self.complete = False
        self.view = ""
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._names = title, description, language, families, sheet
        self._waiting: _Group | None = None
        self._closings: list[str] = []
        self._skipped = 0
        self._text: dict[str, str] | None = None
        self._words: list[str] = []

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        outermost = not self._closings
        if self._skipped or (tag == "svg") is not outermost:
            self._skipped += 1
        elif tag in _SHAPES:
            self._open_group()
            self.written.append(f"<{tag}{_shape_attributes(attributes)}/>\n")
            self._closings.append("")
        elif tag == "text":
            self._open_group()
            self._text = attributes
            self._closings.append("")
            self.parser.CharacterDataHandler = self._words.append
        elif tag == "g":
            self._start_group(attributes)
        elif tag == "a":
            self._start_anchor(attributes)
        elif outermost:
            self._start_drawing(attributes)
        else:
            self._skipped = 1

    def _end(self, tag: str) -> None:
        if self._skipped:
            self._skipped -= 1
            return
        if self._text is not None:
            self._write_text(self._text)
        elif self._waiting is not None:
            self._open_group()
        self.written.append(self._closings.pop())
        self.complete = not self._closings

    def _start_drawing(self, attributes: dict[str, str]) -> None:
        title, description, language, families, sheet = self._names
        self.view = attributes.get("viewBox", "")
        size = {name: attributes[name] for name in ("width", "height", "viewBox") if name in attributes}
        whole = _whole_size(attributes)
        ground = ""
        if whole:
            # A view as large as the rounded size, all of it covered: else an edge shows what is behind.
            size["viewBox"] = f"0 0 {whole[0]} {whole[1]}"
            ground = f'<rect width="{whole[0]}" height="{whole[1]}" fill="{sheet}"/>\n'
        sizes = "".join(f' {name}="{_quoted(value)}"' for name, value in size.items())
        spoken = f' lang="{_quoted(language)}"' if language else ""
        self.written.append(
            '<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<svg xmlns="http://www.w3.org/2000/svg"{sizes}{spoken} role="graphics-document document" '
            f'aria-labelledby="map-title" aria-describedby="map-description" font-family="{families}">\n'
            f'<title id="map-title">{_content(title)}</title>\n'
            f'<desc id="map-description">{_content(description)}</desc>\n'
            f"{ground}"
        )
        self._closings.append("</svg>\n")

    def _start_group(self, attributes: dict[str, str]) -> None:
        name = attributes.get("id", "")
        inner = name.removeprefix("a_")
        if self._waiting and self._waiting.id == inner != name:
            # The wrapper of the link or tooltip of the group just read.
            self._closings.append("")
            return
        self._open_group()
        self._waiting = _Group(inner, attributes.get("class", "").split(), attributes.get("transform", ""))
        self._closings.append("</g>\n")

    def _start_anchor(self, attributes: dict[str, str]) -> None:
        self._closings.append("")
        group = self._waiting
        if group is None:
            return
        group.title = attributes.get("xlink:title", "").strip()
        if attributes.get("target", "").startswith("claim"):
            group.classes += attributes["target"].split()
        link = attributes.get("xlink:href", "")
        if _LINK.fullmatch(link) and "</a>\n" not in self._closings:
            group.link = link
            self._closings[-1] = "</a>\n"

    def _open_group(self) -> None:
        if self._waiting is not None:
            self.written.append(_group_start(self._waiting))
            self._waiting = None

    def _write_text(self, attributes: dict[str, str]) -> None:
        self.parser.CharacterDataHandler = None
        self._text = None
        words = "".join(self._words)
        self._words.clear()
        if words:
            self.written.append(f"<text{_text_attributes(attributes, words)}>{_content(words)}</text>\n")


class _AddingWriter(_Writer):
    """Writes the nodes and lines of a drawing only, which are laid on another of the same size."""

    def __init__(self) -> None:
        super().__init__("", "", None, "", "")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        depth = len(self._closings)
        if self._skipped or depth not in (1, 2):
            super()._start(tag, attributes)
        elif depth == 1 and tag == "g":
            self._closings.append("")
        elif depth == 2 and attributes.get("class", "").startswith(("node", "edge")):
            super()._start(tag, attributes)
        else:
            self._skipped = 1

    def _start_drawing(self, attributes: dict[str, str]) -> None:
        self.view = attributes.get("viewBox", "")
        self._closings.append("")


def _group_start(group: _Group) -> str:
    kind = group.classes[0] if group.classes else ""
    is_map = kind == "graph"
    parts = [f'<g id="{_quoted(group.id)}"' if group.id and not is_map else "<g"]
    if group.classes:
        parts.append(f' class="{_quoted(" ".join(group.classes))}"')
    if group.transform:
        parts.append(f' transform="{_quoted(group.transform)}"')
    if kind == "edge":
        parts.append(' aria-hidden="true"')
    elif group.title and not is_map:
        parts.append(f' role="{_role(group)}"')
    parts.append(">\n")
    if group.title and not is_map:
        parts.append(f"<title>{_content(group.title)}</title>\n")
    if group.link:
        parts.append(f'<a href="{_quoted(group.link)}" target="_blank" rel="noopener noreferrer">\n')
    return "".join(parts)


def _role(group: _Group) -> str:
    """A symbol is read as a whole; what holds links or further claims must be an object instead."""
    if group.link or "linked" in group.classes or "cluster" in group.classes:
        return "graphics-object group"
    return "graphics-symbol img"


def _shape_attributes(attributes: dict[str, str]) -> str:
    # 2.42 says "transparent", which SVG 1.1 does not know.
    return "".join(
        [
            f' {name}="{"none" if value == "transparent" else _quoted(value)}"'
            for name, value in attributes.items()
            if name in _SHAPE_ATTRIBUTES
        ]
    )


def _text_attributes(attributes: dict[str, str], words: str) -> str:
    place = f' x="{_quoted(attributes.pop("x", "0"))}" y="{_quoted(attributes.pop("y", "0"))}"'
    size, bold, look = _text_look(tuple(attributes.items()))
    fitted = ""
    if size and is_measured(words, bold) and words.strip():
        fitted = f' textLength="{text_width(words, size, bold):.2f}" lengthAdjust="spacingAndGlyphs"'
    loses_spaces = words[0] == " " or words[-1] == " " or "  " in words
    spaces = ' xml:space="preserve"' if loses_spaces else ""
    return f"{place}{look}{fitted}{spaces}"


@lru_cache(maxsize=256)
def _text_look(attributes: tuple[tuple[str, str], ...]) -> tuple[float, bool, str]:
    """Size in points, whether bold, and all attributes written out; a drawing has few different ones."""
    given = dict(attributes)
    look = "".join(
        f' {name}="{_quoted(value)}"'
        for name, value in attributes
        if name in _TEXT_ATTRIBUTES and (name, value) not in _TEXT_DEFAULTS
    )
    return float(given.get("font-size", 0)), given.get("font-weight") == "bold", look


def _quoted(value: str) -> str:
    """The text as it stands between double quotes."""
    return escape(value) if "&" in value or "<" in value or '"' in value else value


def _content(text: str) -> str:
    return escape(text, quote=False)
