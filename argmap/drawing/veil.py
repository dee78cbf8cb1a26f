"""A finished drawing without some of its parts, everything else in its place."""

import re
from collections.abc import Container

_GROUP = re.compile(r'<g\b(?: id="([^"]*)")?[^>]*>\n?|</g>\n?')


def without(svg: bytes, ids: Container[str]) -> bytes:
    """What `finish_svg` made, without the groups that have these ids and all that is in them."""
    drawing = svg.decode()
    kept: list[str] = []
    done, depth, hidden_from = 0, 0, 0
    for tag in _GROUP.finditer(drawing):
        if not tag[0].startswith("</"):
            depth += 1
            if not hidden_from and tag[1] in ids:
                hidden_from = depth
                kept.append(drawing[done : tag.start()])
            continue
        if depth == hidden_from:
            hidden_from, done = 0, tag.end()
        depth -= 1
    return "".join([*kept, drawing[done:]]).encode()
