"""One block of text to its lines: indentation, Lark over the tokens, recovery line by line."""

from typing import Any

from lark import Lark, Transformer
from lark.exceptions import UnexpectedToken

from argmap.language.grammar import Tok, make_parser
from argmap.language.lexer import LexedLine
from argmap.language.syntax import AttributeSyntax, BasisSyntax, CitationSyntax, Line, Name, Problem
from argmap.language.wording import unquote
from argmap.source.diagnostics import Severity


class _LineBuilder(Transformer[Any, Any]):
    """Called by the parser at each reduction; collects the lines in order with the line each stands below."""

    def __init__(self) -> None:
        super().__init__(visit_tokens=False)
        self.lines: list[Line | None] = []
        self.parents: list[int] = []

    def forget(self) -> None:
        """Forget the block before."""
        self.lines = []
        self.parents = []

    def _add(self, line: Line | None, parent: int = -1) -> int:
        self.lines.append(line)
        self.parents.append(parent)
        return len(self.lines) - 1

    def block(self, children: list[int]) -> None:
        """All statements of the block are collected."""

    def statement(self, children: list[int]) -> int:
        head = children[0]
        for child in children[1:]:
            self.parents[child] = head
        return head

    def line(self, children: list[int]) -> int:
        return children[0]

    def simple(self, children: list[Any]) -> int:
        return self._add(_line(children))

    heading = file = source = field = question = review = verdict = note = scheme = simple

    def unreadable(self, children: list[Tok]) -> int:
        return self._add(None)

    def chain(self, children: list[Any]) -> int:
        head = parent = self._add(children[0])
        for reason in children[1:]:
            parent = self._add(reason, parent)
        return head

    def claim(self, children: list[Any]) -> Line:
        return _line(children)

    mention = numbered = claim

    def reason(self, children: list[Any]) -> Line:
        return _line(children, inline=True)

    def citation(self, children: list[Tok]) -> CitationSyntax:
        prefix = locator = ""
        for token in children:
            if token.type == "CITED":
                key = token
            elif token.type == "LOCATOR":
                locator = token.value
            else:
                prefix = token.value
        return CitationSyntax(key.value, prefix, locator, key.start, key.stop)

    def attribute(self, children: list[Tok]) -> AttributeSyntax:
        key = children[0]
        value = children[1].value if len(children) > 1 else None
        return AttributeSyntax(key.value, value, key.start, key.stop)

    def basis(self, children: list[Tok]) -> BasisSyntax:
        numbers = tuple(_name(token) for token in children if token.type == "PREMISE_NUMBER")
        last = children[-1]
        rule = _name(last) if last.type == "RULE" else None
        return BasisSyntax(numbers, rule, children[0].start, last.stop)


def _name(token: Tok) -> Name:
    return Name(token.value, token.start, token.stop)


def _line(children: list[Any], *, inline: bool = False) -> Line:
    keyword: Tok = children[0]
    label: Name | None = None
    raw, text_start, stop = "", keyword.stop, keyword.stop
    references: list[Name] = []
    citations: list[CitationSyntax] = []
    attributes: list[AttributeSyntax] = []
    tags: list[Name] = []
    bases: list[BasisSyntax] = []
    for child in children[1:]:
        stop = child.stop
        if type(child) is Tok:
            kind = child.type
            if kind == "TEXT":
                raw, text_start = child.value, child.start
            elif kind == "LABEL":
                label = _name(child)
                text_start = child.stop
            elif kind == "REFERENCE":
                references.append(_name(child))
            elif kind == "TAG":
                tags.append(_name(child))
        elif type(child) is CitationSyntax:
            citations.append(child)
        elif type(child) is AttributeSyntax:
            attributes.append(child)
        else:
            bases.append(child)
    word = _KEYWORD_OF.get(keyword.type, keyword.value)
    if word in {"number", "field"}:
        label = _name(keyword)
    return Line(
        word,
        keyword.start,
        stop,
        label,
        unquote(raw),
        raw,
        text_start,
        tuple(references),
        tuple(citations),
        tuple(attributes),
        tuple(tags),
        tuple(bases),
        inline,
    )


_KEYWORD_OF = {"NUMBER": "number", "FIELD": "field"}
_builder = _LineBuilder()
_parser: Lark | None = None


def read_lines(lexed: list[LexedLine], depths: list[int]) -> tuple[list[Line | None], list[int], list[int]]:
    """The lines of a block with the line each stands below and the physical line each comes from.

    A line that the grammar refuses is None, and its message is added to the lexed line.
    """
    global _parser  # noqa: PLW0603  # made on first use: `--version` and `explain` need no parser
    if _parser is None:
        _parser = make_parser(_builder)
    _builder.forget()
    try:
        _parser.parse(_tokens(lexed, depths), start="block")
    except UnexpectedToken:
        for line in lexed:
            _check_alone(_parser, line)
        _builder.forget()
        _parser.parse(_tokens(lexed, depths), start="block")
    return _builder.lines, _builder.parents, _physical(lexed, _builder.lines)


def _physical(lexed: list[LexedLine], lines: list[Line | None]) -> list[int]:
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


def _check_alone(parser: Lark, line: LexedLine) -> None:
    _builder.forget()
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
    keyword = "1." if line.keyword == "number" else line.keyword
    if token.type == "TEXT" and before.type == "REFERENCE":
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
        return _error(
            "L120", f"{line.keyword} needs {what}", before, "the key is one word, with a colon after it"
        )
    if before.type == "VERDICT":
        return _error("L121", f"{keyword} needs a claim", before, f"write `{keyword} @label`")
    if token.type == "REFERENCE":
        return _error("L116", f"{keyword} takes one reference", token, "write one line for each")
    what = "a value" if line.keyword == "field" else "text"
    name = f"{before.value}:" if line.keyword == "field" else keyword
    return _error("L102", f"{name} has no {what}", before, f"write `{name} ...`, or take the line out")


def _error(code: str, message: str, token: Tok, hint: str) -> Problem:
    return Problem(code, Severity.ERROR, message, token.start, token.stop, hints=(hint,))
