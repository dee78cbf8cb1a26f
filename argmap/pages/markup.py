"""User text on its way into the page: the only module that escapes for HTML."""

import html
import json
from typing import Any

from argmap.drawing.bidi import contained
from argmap.drawing.escape import clean

# What could end the element that holds the data, or begin a comment in it (HTML, 13.2.5.4 to 13.2.5.20).
_IN_DATA = {ord(character): f"\\u{ord(character):04x}" for character in "<>&"}


def text(words: str) -> str:
    """The words as content of an element; what cannot be shown is U+FFFD, and directions end with them."""
    return html.escape("\n".join(contained(clean(words).split("\n"))), quote=False)


def attribute(words: str) -> str:
    """The words as the value of an attribute, between double quotes."""
    return html.escape(clean(words))


def data(value: Any) -> str:
    """JSON as content of a `script` element of type application/json: ASCII without `<`, `>` and `&`."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":")).translate(_IN_DATA)


def link(address: str, words: str) -> str:
    """A link that opens beside the page; `address` is as `drawing.escape.web_address` gives it."""
    return f'<a href="{address}" target="_blank" rel="noopener noreferrer">{text(words)}</a>'
