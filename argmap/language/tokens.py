"""The tokens that our lexer gives to Lark, and what counts as a blank."""

from typing import Final

BLANKS: Final = (
    " \t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
"""A tab, and every space of Unicode: a no-break or an ideographic space counts as a space."""
BLANK: Final = r"[ \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""The same for regular expressions."""


class Tok:
    """A token with its place in the block, as light as Lark's parser allows.

    `end` is, for the keyword of a statement, where the statement ends.
    """

    __slots__ = ("end", "start", "stop", "type", "value")
    # Lark copies these to the token that ends the input.
    start_pos = end_pos = line = end_line = column = end_column = 0

    def __init__(self, type: str, value: str, start: int, stop: int) -> None:
        self.type = type
        self.value = value
        self.start = start
        self.stop = stop
        self.end = stop

    def __repr__(self) -> str:
        return f"{self.type}({self.value!r})"
