"""One block of text to its lines: indentation, Lark over the tokens, recovery line by line."""

from typing import Any

from lark import Lark
from lark.exceptions import UnexpectedToken

from argmap.language.grammar import language
from argmap.language.lexer import LexedLine
from argmap.language.syntax import Line, Problem
from argmap.language.tokens import Tok
from argmap.source.diagnostics import Severity


def read_lines(lexed: list[LexedLine], depths: list[int]) -> tuple[list[Line | None], list[int], list[int]]:
    """The lines of a block with the line each stands below and the physical line each comes from.

    A line that the grammar refuses is None, and its message is added to the lexed line.
    """
    with language() as (parser, builder):
        builder.forget()
        try:
            parser.parse(_tokens(lexed, depths), start="block")
        except UnexpectedToken:
            for line in lexed:
                builder.forget()
                _check_alone(line, parser)
            builder.forget()
            parser.parse(_tokens(lexed, depths), start="block")
        lines, parents = builder.lines, builder.parents
    return lines, parents, _physical(lines)


def _physical(lines: list[Line | None]) -> list[int]:
    numbers: list[int] = []
    number = -1
    for line in lines:
        number += line is None or not line.inline
        numbers.append(number)
    return numbers


def _tokens(lexed: list[LexedLine], depths: list[int]) -> Any:
    depth = 0
    for line, own in zip(lexed, depths, strict=True):
        while own < depth:
            yield _DEDENT
            depth -= 1
        if own > depth:
            yield _INDENT
            depth = own
        yield from line.tokens
        yield _NL
    for _ in range(depth):
        yield _DEDENT


_NL = Tok("_NL", "\n", 0, 0)
_INDENT = Tok("_INDENT", "", 0, 0)
_DEDENT = Tok("_DEDENT", "", 0, 0)


def _check_alone(line: LexedLine, parser: Lark) -> None:
    try:
        parser.parse(line.tokens, start="line")
    except UnexpectedToken as error:
        token: Tok = error.token  # our own
        line.unreadable(_refused(line, token))


def _refused(line: LexedLine, token: Tok) -> Problem:
    """The message for a line whose tokens are in no order that the grammar knows."""
    before: Tok | None = None
    for known in line.tokens:
        if known is token:
            break
        before = known
    return _explain(line, token, before or line.tokens[0])


def _explain(line: LexedLine, token: Tok, before: Tok) -> Problem:
    keyword = f"{line.tokens[0].value}." if line.keyword == "number" else line.keyword
    if token.type == "TEXT" and before.type == "REFERENCE":
        if token.value.startswith("@"):
            hint = f"write `{keyword} @{before.value}, {token.value.split()[0]}` for two premises of one step"
            return _error("L116", f"nothing separates @{before.value} from what follows", token, hint)
        return _error(
            "L116",
            f"text cannot follow @{before.value}",
            token,
            "a reference takes no text of its own; to begin a text with @, put it in double quotes",
        )
    if token.type == "REFERENCE" and before.type == "LABEL":
        return _error(
            "L117",
            f"@{token.value} already has a label, so {before.value}: cannot stand before it",
            before,
            f"write `{keyword} @{token.value}`",
        )
    if before.type == "BECAUSE":
        return _error("L115", "nothing follows because", before, "add the reason, or take the word out")
    if before.type == "LABEL" and token.type != "LABEL":
        return _error(
            "L103", f"the label {before.value} has no text", before, f"write `{keyword} {before.value}: ...`"
        )
    if line.keyword in {"source", "review"} and token.type != "LABEL" and before.type in {"SOURCE", "REVIEW"}:
        what = "a key: `source KEY: title`" if line.keyword == "source" else "a reader: `review NAME: ...`"
        return _error("L120", f"{line.keyword} needs {what}", before, "it is one word, with a colon after it")
    if before.type == "VERDICT":
        label = token.value.split()[0].strip("@:") if token.type == "TEXT" else "label"
        return _error("L121", f"{keyword} needs a claim", before, f"write `{keyword} @{label}`")
    if token.type == "REFERENCE":
        return _error("L116", f"{keyword} takes one reference", token, "write one line for each")
    what = "value" if line.keyword == "field" else "text"
    name = f"{before.value}:" if line.keyword == "field" else keyword
    return _error("L102", f"{name} has no {what}", before, f"write `{name} ...`, or take the line out")


def _error(code: str, message: str, token: Tok, hint: str) -> Problem:
    return Problem(code, Severity.ERROR, message, token.start, token.stop, hints=(hint,))
