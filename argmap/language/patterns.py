"""The patterns of the grammar's terminals, for the lexer.

Lark makes them of the grammar. They are kept in the user's cache folder beside the parse table, with the
grammar that they were made of: an editor that colours its first screen has no time to import Lark for that.
"""

import re
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Final

from argmap.language.grammar_file import cache_file, grammar_file
from argmap.source.files import FileError, read_bytes, replace_file

TERMINALS: Final = ("LABEL", "REFERENCE", "TAG", "CITED", "NUMBER", "PREMISE_NUMBER", "FIELD")
"""Those that the lexer matches."""


@cache
def patterns() -> dict[str, re.Pattern[str]]:
    """The terminals of the grammar that the lexer matches, compiled, by their names."""
    grammar = grammar_file().read_text(encoding="utf-8")
    kept = cache_file("patterns")
    found = _kept(kept, grammar) if kept else None
    if found is None:
        made = _made()
        found = {name: re.compile(pattern) for name, pattern in made.items()}
        if kept:
            _keep(kept, made, grammar)
    return found


def _made() -> dict[str, str]:
    from argmap.language.grammar import language

    with language() as (parser, _):
        return {name: parser.get_terminal(name).pattern.to_regexp() for name in TERMINALS}


def _kept(path: Path, grammar: str) -> dict[str, re.Pattern[str]] | None:
    """The patterns that were made of this very grammar; None where those are not there, or spoilt."""
    try:
        head, _, made_of = read_bytes(path).decode().partition("\n\n")
        if made_of != grammar:
            return None
        rows = (line.partition(" ") for line in head.split("\n"))
        found = {name: re.compile(pattern) for name, _, pattern in rows}
    except (FileError, UnicodeDecodeError, re.error):
        return None
    return found if tuple(found) == TERMINALS else None


def _keep(path: Path, made: dict[str, str], grammar: str) -> None:
    head = "\n".join(f"{name} {pattern}" for name, pattern in made.items())
    with suppress(FileError):  # then they are made anew next time
        replace_file(path, f"{head}\n\n{grammar}".encode())
