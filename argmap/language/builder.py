"""Called by Lark at each reduction: collects the lines of a block, and the line each stands below."""

from typing import Any

from lark import Transformer

from argmap.language.quotes import unquote
from argmap.language.syntax import AttributeSyntax, BasisSyntax, CitationSyntax, Line, Name
from argmap.language.tokens import Tok


class LineBuilder(Transformer[Any, Any]):
    """The lines in order; `parents[i]` is the line that line i stands below, or -1. None is unreadable."""

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
        return BasisSyntax(numbers, rule, children[0].start, children[0].stop)


def _name(token: Tok) -> Name:
    return Name(token.value, token.start, token.stop)


def _line(children: list[Any], *, inline: bool = False) -> Line:
    keyword: Tok = children[0]
    label: Name | None = None
    raw, text_start = "", keyword.stop
    references: list[Name] = []
    citations: list[CitationSyntax] = []
    attributes: list[AttributeSyntax] = []
    tags: list[Name] = []
    bases: list[BasisSyntax] = []
    for child in children[1:]:
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
        keyword.end,
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
