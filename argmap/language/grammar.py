"""The grammar file made a parser, and the patterns of its terminals for the lexer.

The parse table is kept in the user's cache folder: making it takes longer than reading a small map.
"""

import os
import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from lark import Lark
from lark.lexer import Lexer

from argmap.language.builder import LineBuilder
from argmap.language.tokens import Tok


class _TokenFeed(Lexer):
    """Hands Lark the tokens that our own lexer made."""

    def __init__(self, lexer_conf: Any) -> None:
        pass

    def lex(self, tokens: Iterable[Tok]) -> Iterator[Any]:  # type: ignore[override]  # not a text
        return iter(tokens)


def grammar_file() -> Path:
    """The path of argmap.lark: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "grammar" / "argmap.lark"
    return inside if inside.exists() else package.parent / "grammar" / "argmap.lark"


def _cache_folder() -> Path:
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "argmap"


def _cache_file() -> str | bool:
    """Where the parse table is kept; False where the home folder cannot be written to."""
    from argmap.version import __version__

    try:
        folder = _cache_folder()
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):
        return False
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    return str(folder / f"grammar-{__version__}-py{version}.lark-cache")


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
    parser = Lark(
        grammar_file().read_text(encoding="utf-8"),
        parser="lalr",
        lexer=_TokenFeed,
        start=["block", "line"],
        transformer=builder,
        maybe_placeholders=False,
        cache=_cache_file(),
    )
    return parser, builder


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The terminals of the grammar that the lexer matches, compiled."""
    wanted = ("LABEL", "REFERENCE", "TAG", "CITED", "NUMBER", "PREMISE_NUMBER", "FIELD")
    with language() as (parser, _):
        return {name: re.compile(parser.get_terminal(name).pattern.to_regexp()) for name in wanted}
