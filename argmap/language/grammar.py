"""The grammar file made a parser.

The parse table is kept in the user's cache folder: making it takes longer than reading a small map.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from lark import Lark
from lark.lexer import Lexer

from argmap.language.builder import LineBuilder
from argmap.language.grammar_file import cache_file, grammar_file
from argmap.language.tokens import Tok


class _TokenFeed(Lexer):
    """Hands Lark the tokens that our own lexer made."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, tokens: Iterable[Tok]) -> Iterator[Any]:  # type: ignore[override]  # not a text
        return iter(tokens)


idle_parsers: list[tuple[Lark, LineBuilder]] = []
"""Parsers that nobody uses just now. A builder holds the lines of one block: threads cannot share it."""


@contextmanager
def language() -> Iterator[tuple[Lark, LineBuilder]]:
    """The parser of a block's tokens, and the builder that it calls as it reduces, at whatever depth.

    They are the caller's alone for the length of a block.
    """
    try:
        own = idle_parsers.pop()
    except IndexError:
        own = _new_parser()
    try:
        yield own
    finally:
        idle_parsers.append(own)


def _new_parser() -> tuple[Lark, LineBuilder]:
    builder = LineBuilder()
    kept = cache_file("lark-cache")
    parser = Lark(
        grammar_file().read_text(encoding="utf-8"),
        parser="lalr",
        lexer=_TokenFeed,
        start=["block", "line"],
        transformer=builder,
        maybe_placeholders=False,
        cache=str(kept) if kept else False,
    )
    return parser, builder
