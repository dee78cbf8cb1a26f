"""Lines of text in an SVG made links, inside whatever links their cards are already."""

import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import quote

_TEXT = re.compile(r"<text [^>]*>([^<]+)</text>\n")
_ANCHOR = re.compile(r"<a [^>]*>\n|</a>\n")
_GROUP = re.compile(r"<g [^>]*>\n")
_READ_AS_A_WHOLE = 'role="graphics-symbol img"'
_HOLDS_LINKS = 'role="graphics-object group"'


def with_links(svg: bytes, files: Mapping[str, str]) -> bytes:
    """A drawing that `finish_svg` made, with every text that is a key of `files` a link to that file.

    The files are named as seen from the drawing's own folder.
    """
    text = svg.decode()
    pieces: list[str] = []
    at = 0
    for found in _TEXT.finditer(text):
        if (name := files.get(unescape(found[1]))) is None:
            continue
        link = f'<a href="{escape(quote(name, safe=""))}">\n{found[0]}</a>\n'
        # SVG knows no link in another: the one around it ends before, and goes on behind.
        if around := _open_anchor(text, found.start()):
            link = f"</a>\n{link}{around}"
        pieces += [_group_of_links(text[at : found.start()]), link]
        at = found.end()
    return "".join([*pieces, text[at:]]).encode()


def _open_anchor(text: str, place: int) -> str:
    """The start of the link that a place is in, if any."""
    group = text.rfind("<g ", 0, place)
    last = [found[0] for found in _ANCHOR.finditer(text, group, place)][-1:]
    return last[0] if last and last[0] != "</a>\n" else ""


def _group_of_links(before: str) -> str:
    """What stands before a link, its group no longer read as one picture: links in it would be lost."""
    groups = list(_GROUP.finditer(before))
    if not groups:
        return before
    start, end = groups[-1].span()
    return before[:start] + before[start:end].replace(_READ_AS_A_WHOLE, _HOLDS_LINKS) + before[end:]
